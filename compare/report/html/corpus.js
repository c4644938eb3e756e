// The index of a corpus: finds and sorts stories, opens one, and keeps the review of all. See script.js for a story.
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const index = $("#index");
  const lines = $$(".story-line", index);
  const pages = new Map($$("noscript[data-story]").map((page) => [page.dataset.story, page]));
  const title = document.title;
  const controls = { q: $("#index-q"), sort: $("#index-sort"), clash: $("#index-clash"), open: $("#index-open") };
  const SCOPED = ["id", "for", "href", "aria-labelledby", "aria-describedby", "aria-controls"];
  let shown = "", page = null, ending = null, list = "#", scrolled = 0;
  document.documentElement.classList.add("scripted");

  // ---- what the address says: nothing or #q=words for the index; #story=ID&… for a story; #ID for a story, finding or claim

  function address() {
    const hash = location.hash.slice(1);
    if (pages.has(hash)) return { story: hash };
    if (/^[a-z][0-9a-f]{10}$/.test(hash)) {
      const story = storyOf(hash);
      return story ? named(story, hash) : { rest: new URLSearchParams() };
    }
    if (hash && document.getElementById(hash)) return shown ? named(shown, hash) : {};
    const rest = new URLSearchParams(hash);
    return pages.has(rest.get("story")) ? { story: rest.get("story") } : { rest };
  }

  // A link inside a story names its place only; the address then names the story too, so that it can be sent on.
  function named(story, id) {
    history.replaceState(null, "", `#story=${story}&finding=${id}`);
    return { story };
  }

  function storyOf(id) {
    if (shown && document.getElementById(id)) return shown;
    return [...pages.keys()].find((story) => pages.get(story).textContent.includes(` id="${id}"`)) ?? "";
  }

  function route() {
    const { story, rest } = address();
    if (rest) back(rest);
    else if (story && story !== shown) open(story);
  }

  // ---- a story is made of its text when it is opened, and given up when another is

  function content(story) {
    const made = document.createElement("template");
    made.innerHTML = pages.get(story).textContent;
    for (const name of SCOPED) {
      for (const element of $$(`[${name}*="${story}-"]`, made.content)) {
        element.setAttribute(name, element.getAttribute(name).replaceAll(`${story}-`, ""));
      }
    }
    return made.content.firstElementChild;
  }

  function open(story) {
    if (!shown) scrolled = window.scrollY;
    leave();
    page = content(story);
    page.removeAttribute("id");
    page.classList.remove("story");
    $(".back", page).remove();
    $(".skip", page).after(neighbours(story));
    index.replaceWith(page);
    document.body.dataset.story = shown = story;
    document.title = `${$("h1", page).textContent.trim()} · ${title}`;
    ending = new AbortController();
    window.scrollTo(0, 0);
    begin(ending.signal);
  }

  function leave() {
    ending?.abort();
    page?.replaceWith(index);
    page = null;
    delete document.body.dataset.story;
    shown = "";
  }

  function back(rest) {
    const from = shown;
    leave();
    document.title = title;
    restore(rest);
    if (!from) return;
    window.scrollTo(0, scrolled);
    $(`.story-line[data-story="${from}"] h2 a`, index).focus({ preventScroll: true });
  }

  // The way back to the list as it was, and to the stories before and after in its order.
  function neighbours(story) {
    const order = $$(".story-line:not([hidden])", index).map((line) => line.dataset.story).filter((id) => pages.has(id));
    const at = order.indexOf(story);
    const nav = Object.assign(document.createElement("nav"), { className: "back" });
    nav.setAttribute("aria-label", "Stories");
    const link = (text, href) => nav.append(Object.assign(document.createElement("a"), { textContent: text, href }));
    link("All stories", list);
    if (at > 0) link("Previous story", `#${order[at - 1]}`);
    if (at >= 0 && at < order.length - 1) link("Next story", `#${order[at + 1]}`);
    return nav;
  }

  // ---- search, order, filters

  const texts = new Map(lines.map((line) => [line, $(".what", line).textContent.toLocaleLowerCase()]));
  const clashes = (line) => line.dataset.divergences.split(" ").filter(Boolean);

  function reviewed(line) {
    const marks = review.read(line.dataset.story);
    const brought = new Set(line.dataset.marked.split(" "));
    return clashes(line).filter((id) => (marks[id] ? marks[id].done || marks[id].wrong : brought.has(id))).length;
  }

  const ORDERS = {
    "": () => 0,
    new: (a, b) => (a.dataset.last < b.dataset.last ? 1 : a.dataset.last > b.dataset.last ? -1 : 0),
    sources: (a, b) => b.dataset.sources - a.dataset.sources,
    review: (a, b) => left.get(b) - left.get(a),
    name: (a, b) => a.dataset.name.localeCompare(b.dataset.name, undefined, { numeric: true }),
  };
  const left = new Map();

  function paint() {
    for (const line of lines) {
      const all = clashes(line).length, done = reviewed(line);
      left.set(line, all - done);
      if (all) $(".progress", line).textContent = `${done} of ${all} divergences reviewed`;
    }
  }

  function filter() {
    const wordsWanted = controls.q.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    for (const line of lines) {
      line.hidden = !wordsWanted.every((word) => texts.get(line).includes(word))
        || (controls.clash.checked && !clashes(line).length)
        || (controls.open.checked && !left.get(line));
    }
    $(".stories", index).append(...[...lines].sort(ORDERS[controls.sort.value] ?? ORDERS[""]));
    const count = lines.filter((line) => !line.hidden).length;
    $("#index-shown", index).textContent = count === lines.length ? `${count} stories` : `${count} of ${lines.length} stories`;
  }

  function remember() {
    const now = new URLSearchParams();
    if (controls.q.value) now.set("q", controls.q.value);
    if (controls.sort.value) now.set("sort", controls.sort.value);
    if (controls.clash.checked) now.set("clash", "1");
    if (controls.open.checked) now.set("open", "1");
    list = `#${now}`;
    history.replaceState(null, "", list);
  }

  function restore(rest) {
    controls.q.value = rest.get("q") ?? "";
    controls.sort.value = rest.get("sort") in ORDERS ? rest.get("sort") : "";
    controls.clash.checked = rest.get("clash") === "1";
    controls.open.checked = rest.get("open") === "1";
    list = location.hash || "#";
    paint();
    filter();
  }

  const form = $(".find", index);
  theme($("#index-theme"));
  form.addEventListener("input", () => { filter(); remember(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { filter(); remember(); }));

  // ---- the review of all stories

  $("#index-export", index).addEventListener("click", () => {
    const entries = [...pages.keys()].flatMap((story) => {
      const root = content(story);
      const entry = review.exported(root, story, review.read(story, review.brought(root)));
      return entry.reviews.length ? [entry] : [];
    });
    review.download(entries);
    const count = entries.reduce((sum, entry) => sum + entry.reviews.length, 0);
    $("#index-status", index).textContent = `${count} marked findings of ${entries.length} stories exported.`;
  });

  $("#index-import", index).addEventListener("change", async (event) => {
    const status = $("#index-status", index);
    try {
      const entries = review.stories(await event.target.files[0].text());
      status.textContent = taken(entries);
    } catch (error) {
      status.textContent = error.message;
    }
    event.target.value = "";
    paint();
    filter();
  });

  function taken(entries) {
    const counts = { kept: 0, changed: 0, gone: 0, fresh: 0 };
    const items = [];
    const homes = new Map(entries.map((entry) => [entry, home(entry)]));
    for (const story of new Set([...homes.values()].filter(Boolean))) {
      const root = content(story);
      const found = review.since(root, story, entries.filter((entry) => homes.get(entry) === story));
      const brought = review.brought(root);
      review.keep(story, { ...review.read(story, brought), ...review.marks(found.kept) }, brought);
      for (const name of Object.keys(counts)) counts[name] += found[name].length;
      items.push(...review.list({ ...found, fresh: [] }));
    }
    const lost = entries.filter((entry) => !homes.get(entry));
    $("#index-since", index).replaceChildren(...items);
    return `${review.told(counts)}${lost.length ? ` ${lost.length} stories of the file are not in this report: ${lost.map((entry) => entry.title).join("; ")}.` : ""}`;
  }

  const home = (entry) => (pages.has(entry.story) ? entry.story : entry.findings.map(storyOf).find(Boolean));

  // ---- keys of the index; a story has its own

  document.addEventListener("keydown", (event) => {
    if (shown || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
    const links = $$(".story-line:not([hidden]) h2 a", index);
    const at = links.indexOf(document.activeElement);
    const next = { j: Math.min(at + 1, links.length - 1), k: Math.max(at - 1, 0) }[event.key];
    if (next in links) links[next].focus();
    else if (event.key === "/") controls.q.focus();
    else return;
    event.preventDefault();
  });

  window.addEventListener("hashchange", route);
  paint();
  filter();
  route();
})();
