// Filters, links, keys and the review. The page is complete without this file.
"use strict";

const stored = (name) => { try { return localStorage.getItem(`claimcompare-${name}`); } catch { return null; } };
const store = (name, value) => { try { localStorage.setItem(`claimcompare-${name}`, value); } catch { /* asked again next time */ } };

// A button between dark and light; the system's setting holds until it is used.
function theme(button) {
  const root = document.documentElement;
  if (stored("theme")) root.dataset.theme = stored("theme");
  const dark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const name = () => { button.textContent = dark() ? "Light" : "Dark"; };
  button.addEventListener("click", () => { root.dataset.theme = dark() ? "light" : "dark"; store("theme", root.dataset.theme); name(); });
  name();
}

// Sets the page of a story going. The page of a corpus does so for each story that is opened; its `signal` then ends what
// listens beyond the story's own elements (window, document).
function begin(signal) {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const findings = $$(".finding");
  const sentences = $$(".sentence");
  const rows = $$("#grid tbody tr");
  const letters = $$(".column").map((column) => column.dataset.letter);
  const facts = counterparts.index(sentences);
  const views = ["overview", "articles", "grid"];
  const fields = ["q", "kind", "severity", "rule", "source", "speaker", "importance"];
  const { story } = document.body.dataset;
  document.documentElement.classList.add("scripted");

  // ---- what the address says: #view=grid&q=words, or #ID of a finding or a sentence; in a corpus #story=ID&view=grid&q=words
  // or #story=ID&finding=ID

  function state() {
    const hash = location.hash.slice(1);
    if (hash && !hash.includes("=")) return { id: hash };
    const named = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
    return named.finding ? { id: named.finding } : named;
  }

  function remember() {
    const now = new URLSearchParams("corpus" in document.body.dataset ? { story } : {});
    if (view() !== "overview") now.set("view", view());
    for (const name of fields) if ($(`#${name}`)?.value) now.set(name, $(`#${name}`).value);
    if ($("#open").checked) now.set("open", "1");
    history.replaceState(null, "", `#${now}`);
  }

  function restore() {
    const now = state();
    if (now.id) return reveal(now.id);
    for (const name of fields) if ($(`#${name}`)) $(`#${name}`).value = now[name] ?? "";
    $("#open").checked = now.open === "1";
    if ($$(".filters select").some((select) => select.value) || $("#open").checked) unfoldFilters(true);
    show(views.includes(now.view) ? now.view : "overview");
    filter();
  }

  function reveal(id) {
    if (views.includes(id)) return show(id);
    const target = document.getElementById(id);
    if (!target) return show("overview");
    show(target.closest(".view")?.id ?? "overview");
    if (target.matches(".finding") && target.hidden) clear();
    unfold(target);
    if (target.matches(".sentence")) link(target);
    else if (target.matches(".finding, tr")) current(target);
    else target.scrollIntoView();
  }

  function unfold(element) {
    for (let fold = element.parentElement.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }

  // ---- views

  const view = () => views.find((name) => !$(`#${name}`).hidden);

  function show(name) {
    if (view() !== name) closePanel();
    for (const other of views) $(`#${other}`).hidden = other !== name;
    for (const link of $$(".views a")) {
      if (link.dataset.view === name) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    document.documentElement.dataset.view = name;
  }

  for (const link of $$(".views a")) {
    link.addEventListener("click", (event) => { event.preventDefault(); show(link.dataset.view); remember(); });
  }

  // ---- filters: findings that don't fit are hidden, facts without a finding that fits too, sentences fade

  const searchable = new Map(findings.map((finding) => [finding, [review.message(finding), ...$$(".said, blockquote", finding).map((part) => part.textContent)].join(" ").toLocaleLowerCase()]));
  const claimsOf = (finding) => finding.dataset.claims.split(" ");

  function wanted() {
    const value = (name) => $(`#${name}`)?.value ?? "";
    const words = value("q").toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const exact = ["kind", "severity", "rule"].filter(value).map((name) => [name, value(name)]);
    const [source, speaker, importance, open] = [value("source"), value("speaker"), Number(value("importance")), $("#open").checked];
    return (finding) => {
      const data = finding.dataset;
      return words.every((word) => searchable.get(finding).includes(word))
        && exact.every(([name, wish]) => data[name] === wish)
        && (!source || data.sources.split(" ").includes(source))
        && (!speaker || (data.speakers ?? "").split("|").includes(speaker))
        && (!importance || Number(data.importance) >= importance)
        && (!open || !marks[finding.id]?.done);
    };
  }

  function filter() {
    const fits = wanted();
    const found = findings.filter((finding) => { finding.hidden = !fits(finding); return !finding.hidden; });
    const narrowed = found.length < findings.length;
    for (const fold of $$(".more")) if (narrowed) fold.open = true;
    for (const group of $$(".group")) group.hidden = narrowed && !$(".finding:not([hidden])", group);
    const claims = new Set(found.flatMap(claimsOf));
    for (const sentence of sentences) sentence.classList.toggle("faded", narrowed && !claims.has(sentence.id));
    for (const row of rows) row.hidden = narrowed && !(facts.get(row.id) ?? []).some((sentence) => claims.has(sentence.id));
    const set = $$(".filters select").filter((select) => select.value).length + $("#open").checked;
    $("#filter-button").textContent = set ? `Filters (${set})` : "Filters";
    $("#shown").textContent = narrowed ? `${found.length} of ${findings.length} findings` : "";
  }

  function unfoldFilters(open) {
    $("#filters").hidden = !open;
    $("#filter-button").setAttribute("aria-expanded", open);
  }

  function clear() {
    $("#q").value = "";
    $(".filters").reset();
    filter();
  }

  let waiting = 0;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(() => { filter(); remember(); }, 80); };
  $("#q").addEventListener("input", soon);
  $(".filters").addEventListener("input", soon);
  $(".filters").addEventListener("reset", () => { $("#q").value = ""; soon(); });
  for (const form of $$(".filters, .search")) form.addEventListener("submit", (event) => event.preventDefault());
  $("#filter-button").addEventListener("click", () => unfoldFilters($("#filters").hidden));

  // ---- a sentence or a fact and its counterparts

  const drawRulers = counterparts.rulers($$(".text"));

  function link(sentence) {
    const told = [...new Set(counterparts.clustersOf(sentence).flatMap((id) => facts.get(id)))];
    for (const other of $$(".sentence.linked")) other.classList.remove("linked");
    const nearest = new Map([[sentence.closest(".column"), sentence]]);
    for (const other of told.filter((one) => one !== sentence)) {
      other.classList.add("linked");
      const column = other.closest(".column");
      if (!nearest.has(column)) nearest.set(column, other);
    }
    counterparts.centre([...nearest.values()]);
    drawRulers();
    openPanel(told.length ? told : [sentence], sentence);
    current(sentence);
  }

  function openPanel(told, own) {
    $("#panel-body").replaceChildren(...counterparts.panel(told, findings, letters, own));
    $("#panel").hidden = false;
  }

  function closePanel() {
    $("#panel").hidden = true;
  }

  $("#panel-close").addEventListener("click", closePanel);
  for (const element of [...sentences, ...rows]) element.tabIndex = -1;
  $("#articles").addEventListener("click", (event) => {
    const sentence = event.target.closest(".sentence");
    if (sentence && getSelection().isCollapsed) link(sentence);
  });
  $("#grid").addEventListener("click", (event) => {
    const row = event.target.closest("tbody tr");
    if (!row || !getSelection().isCollapsed || event.target.closest(".timeline a")) return;
    event.preventDefault();
    compareRow(row);
  });

  function compareRow(row) {
    openPanel(facts.get(row.id) ?? []);
    current(row);
  }

  // ---- the review: see review.js

  const brought = review.brought(document);
  const marks = review.read(story, brought);

  function keep() {
    if (!review.keep(story, marks, brought)) $("#review-status").textContent = "This browser keeps nothing for local files: export before you close.";
  }

  function paint(finding) {
    const mark = marks[finding.id] ?? {};
    $("[data-review=done]", finding).checked = Boolean(mark.done);
    $("[data-review=wrong]", finding).checked = Boolean(mark.wrong);
    $("[data-review=note]", finding).value = mark.note ?? "";
    finding.classList.toggle("done", Boolean(mark.done));
    finding.classList.toggle("wrong", Boolean(mark.wrong));
  }

  function progress() {
    const done = findings.filter((finding) => marks[finding.id]?.done).length;
    $("#progress").textContent = `${done} of ${findings.length} findings reviewed`;
  }

  function change(finding, name, value) {
    marks[finding.id] = { ...marks[finding.id], [name]: value };
    keep();
    paint(finding);
    progress();
  }

  for (const finding of findings) {
    const [done, rest] = [...$("#review-fields").content.cloneNode(true).children];
    finding.tabIndex = -1;
    finding.append(done);
    $(".why", finding).append(rest);
    if (marks[finding.id]) paint(finding);
  }
  progress();
  $("#overview").addEventListener("input", (event) => {
    const name = event.target.dataset.review;
    if (name) change(event.target.closest(".finding"), name, event.target.type === "checkbox" ? event.target.checked : event.target.value);
  });

  $("#export").addEventListener("click", () => {
    const entry = review.exported(document, story, marks);
    review.download([entry]);
    $("#review-status").textContent = `${entry.reviews.length} marked findings exported.`;
  });

  $("#import").addEventListener("change", async (event) => {
    try {
      const found = review.since(document, story, review.stories(await event.target.files[0].text()));
      Object.assign(marks, review.marks(found.kept));
      keep();
      findings.forEach(paint);
      progress();
      filter();
      tellChanges(found);
    } catch (error) {
      $("#review-status").textContent = error.message;
    }
    event.target.value = "";
  });

  function tellChanges(found) {
    const { known, kept, changed, gone, fresh } = found;
    $("#since ul").replaceChildren(...review.list(found));
    $("#since").hidden = !$("#since li");
    $("#review-status").textContent = known
      ? review.told({ kept: kept.length, changed: changed.length, gone: gone.length, fresh: fresh.length })
      : "This review is of another story; nothing was changed.";
  }

  // ---- sorting the grid

  for (const head of $$("th[data-sort]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") !== "descending";
      for (const other of $$("th[data-sort]")) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const by = head.dataset.sort;
      const value = (row) => (by === "text" ? $(".fact", row).textContent : Number(row.dataset[by]));
      rows.sort((a, b) => (value(a) > value(b) ? 1 : value(a) < value(b) ? -1 : 0));
      if (down) rows.reverse();
      $("#grid tbody").append(...rows);
    });
  }

  // ---- keys

  let here = null;

  function current(element) {
    here?.classList.remove("current");
    here = element;
    unfold(here);
    here.classList.add("current");
    here.focus({ preventScroll: true });
    here.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  function step(items, by) {
    const seen = items.filter((item) => !item.hidden && !item.matches(".faded"));
    if (!seen.length) return;
    const at = seen.indexOf(here);
    const next = seen[at < 0 ? (by > 0 ? 0 : seen.length - 1) : Math.min(Math.max(at + by, 0), seen.length - 1)];
    if (next.matches(".sentence")) link(next);
    else if (next.matches("tr") && !$("#panel").hidden) compareRow(next);
    else current(next);
  }

  const items = () => ({ overview: findings, articles: sentences, grid: rows })[view()];
  const clashes = () => items().filter((item) => item.dataset.kind === "divergence" || item.matches(".s-divergence, .s-review"));
  const tick = (name) => here?.matches(".finding") && change(here, name, !marks[here.id]?.[name]);
  const why = (open) => { const fold = here && $(".why", here); if (fold) fold.open = open ?? !fold.open; };

  function act() {
    if (here?.matches(".sentence")) link(here);
    else if (here?.matches("tr")) compareRow(here);
    else tick("done");
  }

  function note() {
    if (!here?.matches(".finding")) return;
    why(true);
    $("[data-review=note]", here).focus();
  }

  const keys = {
    1: () => { show("overview"); remember(); },
    2: () => { show("articles"); remember(); },
    3: () => { show("grid"); remember(); },
    j: () => step(items(), 1),
    k: () => step(items(), -1),
    n: () => step(clashes(), 1),
    p: () => step(clashes(), -1),
    x: () => tick("wrong"),
    o: () => why(),
    m: note,
    " ": act,
    "/": () => $("#q").focus(),
    "?": () => $("#keys").showModal(),
  };

  function escape(target) {
    if (target.matches("#q, [data-review=note]")) (target.closest(".finding") ?? target).focus();
    if (target.matches("#q")) target.blur();
    closePanel();
  }

  // Single keys leave alone whoever is writing or choosing, and the space bar whoever stands on a control.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || $("#keys").open) return;
    if (event.key === "Escape") return escape(event.target);
    const writing = event.target.matches("input:not([type=checkbox]), select, textarea");
    const control = event.key === " " && event.target.matches("input, button, summary, a");
    if (writing || control || !(event.key in keys) || !$("#single-keys").checked) return;
    event.preventDefault();
    keys[event.key]();
  }, { signal });

  document.addEventListener("focusin", (event) => {
    const finding = event.target.closest(".finding");
    if (finding && finding !== here) { here?.classList.remove("current"); here = finding; }
  }, { signal });

  $("#keys-button").addEventListener("click", () => $("#keys").showModal());
  $("[data-close]").addEventListener("click", () => $("#keys").close());
  $("#single-keys").checked = stored("keys") !== "off";
  $("#single-keys").addEventListener("input", (event) => store("keys", event.target.checked ? "on" : "off"));

  theme($("#theme"));
  window.addEventListener("hashchange", restore, { signal });
  restore();
}

if (document.body.dataset.story) begin();
