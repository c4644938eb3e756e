// A sentence or a fact beside what the other sources say: marks in the articles, a panel below, marks along the scroll bars.
const counterparts = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const $$ = (selector, root) => [...root.querySelectorAll(selector)];
  const clustersOf = (sentence) => sentence.dataset.clusters.split(" ").filter(Boolean);
  const textOf = (sentence) => [...sentence.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join("").trim();
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  // The sentences of a page by the facts they tell.
  function index(sentences) {
    const found = new Map();
    for (const sentence of sentences) {
      for (const id of clustersOf(sentence)) found.set(id, [...(found.get(id) ?? []), sentence]);
    }
    return found;
  }

  // Scrolls the columns of some sentences to them, never the page.
  function centre(sentences) {
    const places = sentences.map((sentence) => {
      const box = sentence.closest(".text");
      const top = sentence.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
      return [box, top - box.clientHeight / 3, box.scrollHeight > box.clientHeight];
    });
    for (const [box, top, scrolls] of places) if (scrolls) box.scrollTop = top;
  }

  // Every wording of some facts, the reader's own first, and the findings about them.
  function panel(sentences, findings, letters, own) {
    const ids = new Set(sentences.map((sentence) => sentence.id));
    const told = new Set(sentences.map((sentence) => sentence.closest(".column").dataset.letter));
    const missing = letters.filter((letter) => !told.has(letter));
    const about = findings.filter((finding) => finding.dataset.claims.split(" ").some((id) => ids.has(id)));
    const ordered = own ? [own, ...sentences.filter((sentence) => sentence !== own)] : sentences;
    return [
      make("h3", {}, told.size > 1 ? `${told.size} of ${letters.length} sources tell this` : "No other source tells this"),
      make("div", { className: "wordings" }, ...ordered.map((sentence) => wording(sentence))),
      make("p", { className: "about" }, ...(missing.length && told.size > 1 ? [`Missing: ${missing.length > 12 ? `${missing.length} sources` : missing.join(", ")}. `] : []),
        ...about.flatMap((finding) => [make("br"), make("a", { href: `#${finding.id}`, textContent: `${finding.dataset.rule}: ${review.message(finding)}` })])),
    ];
  }

  function wording(sentence) {
    const letter = make("a", { className: "letter", href: `#${sentence.id}`, textContent: sentence.closest(".column").dataset.letter, title: "Show in the article" });
    return make("blockquote", { dir: "auto" }, make("span", { className: "who" }, letter), make("p", {}, textOf(sentence)));
  }

  // A strip along the scroll bar of a text: marks where sentences differ or are linked, and the part in view.
  function ruler(text) {
    const strip = document.createElementNS(SVG, "svg");
    const attributes = { class: "ruler", viewBox: "0 0 10 1000", preserveAspectRatio: "none", "aria-hidden": "true" };
    for (const [name, value] of Object.entries(attributes)) strip.setAttribute(name, value);
    text.parentElement.append(strip);
    let full = 0, seen = 0;
    const share = (pixels) => Math.round((1000 * pixels) / full);
    const bar = (kind, top, height) => {
      const rect = document.createElementNS(SVG, "rect");
      for (const [name, value] of Object.entries({ x: 0, width: 10, y: top, height, class: kind })) rect.setAttribute(name, value);
      return rect;
    };
    const kindOf = (sentence) => (sentence.matches(".linked") ? "linked" : sentence.matches(".s-review") ? "s-review" : "s-divergence");
    const follow = () => strip.querySelector(".window")?.setAttribute("y", share(text.scrollTop));
    text.addEventListener("scroll", follow, { passive: true });
    strip.addEventListener("click", (event) => {
      text.scrollTop = (event.offsetY / strip.clientHeight) * full - seen / 2;
    });
    return {
      text,
      measure() {
        [full, seen] = [text.scrollHeight, text.clientHeight];
        return full ? $$(".s-divergence, .s-review, .linked", text).map((one) => [kindOf(one), share(one.offsetTop), Math.max(share(one.offsetHeight), 6)]) : [];
      },
      paint(marks) {
        const shown = full > seen + 1 ? [bar("window", 0, share(seen))] : [];
        strip.replaceChildren(...marks.map((mark) => bar(...mark)), ...shown);
        follow();
      },
    };
  }

  // The strips of all texts. Everything is measured before anything is painted: a page of many columns is laid out once.
  function rulers(texts) {
    const all = texts.map(ruler);
    const draw = (some = all) => {
      const marks = some.map((one) => one.measure());
      some.forEach((one, number) => one.paint(marks[number]));
    };
    const observer = new ResizeObserver((entries) => {
      const changed = new Set(entries.map((entry) => entry.target));
      draw(all.filter((one) => changed.has(one.text)));
    });
    for (const text of texts) observer.observe(text);
    return draw;
  }

  return { clustersOf, index, centre, panel, rulers };
})();
