// Filters, links, keys and the review. The page is complete without this file.
"use strict";

// Sets the page of a story going. The page of a corpus does so for each story that is opened; its `signal` then ends what
// listens beyond the story's own elements (window, document).
function begin(signal) {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const findings = $$(".finding");
  const sentences = $$(".sentence");
  const views = ["overview", "articles", "grid"];
  const fields = ["q", "kind", "severity", "rule", "source", "speaker", "importance"];
  const { story } = document.body.dataset;
  document.documentElement.classList.add("scripted");

  // ---- what the address says: #view=grid&q=words, or #ID of a finding or a sentence; in a corpus #story=ID&view=grid&q=words
  // or #story=ID&finding=ID

  function state() {
    const hash = decodeURIComponent(location.hash.slice(1));
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
    show(views.includes(now.view) ? now.view : "overview");
    filter();
  }

  function reveal(id) {
    const target = document.getElementById(id);
    if (!target) return show("overview");
    show(target.closest(".view")?.id ?? "overview");
    if (target.matches(".finding") && target.hidden) { $(".filters").reset(); filter(); }
    unfold(target);
    if (target.matches(".sentence")) return link(target);
    current(target);
  }

  function unfold(element) {
    for (let fold = element.parentElement.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }

  // ---- views

  const view = () => views.find((name) => !$(`#${name}`).hidden);

  function show(name) {
    for (const other of views) $(`#${other}`).hidden = other !== name;
    for (const link of $$(".views a")) {
      if (link.dataset.view === name) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  for (const link of $$(".views a")) {
    link.addEventListener("click", (event) => { event.preventDefault(); show(link.dataset.view); remember(); });
  }

  // ---- filters

  const searchable = new Map(findings.map((finding) => [finding, finding.textContent.toLocaleLowerCase()]));

  function wanted(finding) {
    const data = finding.dataset;
    const value = (name) => $(`#${name}`)?.value ?? "";
    const words = value("q").toLocaleLowerCase().split(/\s+/).filter(Boolean);
    return words.every((word) => searchable.get(finding).includes(word))
      && ["kind", "severity", "rule"].every((name) => !value(name) || data[name] === value(name))
      && (!value("source") || data.sources.split(" ").includes(value("source")))
      && (!value("speaker") || data.speakers.split("|").includes(value("speaker")))
      && (!value("importance") || Number(data.importance) >= Number(value("importance")))
      && (!$("#open").checked || !marks[finding.id]?.done);
  }

  function filter() {
    let count = 0;
    for (const finding of findings) {
      finding.hidden = !wanted(finding);
      count += !finding.hidden;
    }
    const narrowed = count < findings.length;
    for (const fold of $$(".more")) if (narrowed) fold.open = true;
    for (const group of $$(".group")) {
      const cards = $$(".finding", group);
      group.hidden = cards.length > 0 && cards.every((card) => card.hidden);
    }
    $("#shown").textContent = count === findings.length ? `${count} findings` : `${count} of ${findings.length} findings`;
  }

  $(".filters").addEventListener("input", () => { filter(); remember(); });
  $(".filters").addEventListener("submit", (event) => event.preventDefault());
  $(".filters").addEventListener("reset", () => setTimeout(() => { filter(); remember(); }));

  // ---- a sentence and its counterparts

  function link(sentence) {
    for (const other of sentences) other.classList.remove("linked", "current");
    const clusters = sentence.dataset.clusters.split(" ");
    const column = sentence.closest(".column");
    const seen = new Set([column]);
    for (const other of sentences) {
      if (other === sentence || !other.dataset.clusters.split(" ").some((id) => clusters.includes(id))) continue;
      other.classList.add("linked");
      const place = other.closest(".column");
      if (!seen.has(place)) { seen.add(place); centre(other); }
    }
    current(sentence);
  }

  function centre(sentence) {
    const box = sentence.closest(".text");
    const top = sentence.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    box.scrollTop = top - box.clientHeight / 3;
  }

  for (const sentence of sentences) {
    sentence.tabIndex = -1;
    sentence.addEventListener("click", () => link(sentence));
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

  function change(finding, name, value) {
    marks[finding.id] = { ...marks[finding.id], [name]: value };
    keep();
    paint(finding);
  }

  for (const finding of findings) {
    paint(finding);
    finding.addEventListener("input", (event) => {
      const name = event.target.dataset.review;
      if (name) change(finding, name, event.target.type === "checkbox" ? event.target.checked : event.target.value);
    });
  }

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
      const value = (row) => (by === "text" ? $("th", row).textContent : Number(row.dataset[by]));
      const rows = $$("#grid tbody tr").sort((a, b) => (value(a) > value(b) ? 1 : value(a) < value(b) ? -1 : 0));
      $("#grid tbody").append(...(down ? rows.reverse() : rows));
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
    if (here.matches(".sentence")) centre(here);
    here.scrollIntoView({ block: "nearest" });
  }

  function step(items, by) {
    const seen = items.filter((item) => !item.hidden);
    if (!seen.length) return;
    const at = seen.indexOf(here);
    const next = at < 0 ? (by > 0 ? 0 : seen.length - 1) : Math.min(Math.max(at + by, 0), seen.length - 1);
    if (seen[next].matches(".sentence")) link(seen[next]);
    else current(seen[next]);
  }

  const clashes = () => (view() === "articles" ? sentences.filter((item) => item.matches(".s-divergence, .s-review")) : findings.filter((item) => item.dataset.kind === "divergence"));
  const items = () => (view() === "articles" ? sentences : findings);
  const tick = (name) => here?.matches(".finding") && change(here, name, !marks[here.id]?.[name]);

  const keys = {
    1: () => { show("overview"); remember(); },
    2: () => { show("articles"); remember(); },
    3: () => { show("grid"); remember(); },
    j: () => step(items(), 1),
    k: () => step(items(), -1),
    n: () => step(clashes(), 1),
    p: () => step(clashes(), -1),
    x: () => tick("wrong"),
    o: () => { const why = here && $(".why", here); if (why) why.open = !why.open; },
    " ": () => (here?.matches(".sentence") ? link(here) : tick("done")),
    "/": () => { show("overview"); $("#q").focus(); },
    "?": () => $("#keys").showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea, button, summary, a")) {
      if (event.key === "Escape" && event.target.matches("#q")) event.target.blur();
      return;
    }
    if ($("#keys").open || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  }, { signal });

  $("#keys-button").addEventListener("click", () => $("#keys").showModal());
  $("[data-close]").addEventListener("click", () => $("#keys").close());

  // ---- theme

  const dark = () => (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const name = () => { $("#theme").textContent = dark() ? "Light" : "Dark"; };
  $("#theme").addEventListener("click", () => { document.documentElement.dataset.theme = dark() ? "light" : "dark"; name(); });
  name();

  window.addEventListener("hashchange", restore, { signal });
  restore();
}

if (document.body.dataset.story) begin();
