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

  // Scrolls a sentence's own column to it, never the page.
  function centre(sentence) {
    const box = sentence.closest(".text");
    if (box.scrollHeight > box.clientHeight) {
      const top = sentence.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
      box.scrollTop = top - box.clientHeight / 3;
    }
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

  // A strip along the scroll bar of a text with a mark for each sentence that differs or is linked, and the part in view.
  function ruler(text) {
    const strip = document.createElementNS(SVG, "svg");
    strip.setAttribute("class", "ruler");
    strip.setAttribute("viewBox", "0 0 10 1000");
    strip.setAttribute("preserveAspectRatio", "none");
    strip.setAttribute("aria-hidden", "true");
    text.parentElement.append(strip);
    const bar = (top, height, kind) => {
      const rect = document.createElementNS(SVG, "rect");
      for (const [name, value] of Object.entries({ x: 0, width: 10, y: top, height, class: kind })) rect.setAttribute(name, value);
      strip.append(rect);
      return rect;
    };
    const share = (pixels) => Math.round((1000 * pixels) / text.scrollHeight);
    let view = null;
    const window = () => {
      view?.setAttribute("y", share(text.scrollTop));
      view?.setAttribute("height", share(text.clientHeight));
    };
    const draw = () => {
      strip.replaceChildren();
      if (!text.scrollHeight) return;
      for (const sentence of $$(".s-divergence, .s-review, .linked", text)) {
        const kind = sentence.matches(".linked") ? "linked" : sentence.matches(".s-review") ? "s-review" : "s-divergence";
        bar(share(sentence.offsetTop), Math.max(share(sentence.offsetHeight), 6), kind);
      }
      view = text.scrollHeight > text.clientHeight + 1 ? bar(0, 0, "window") : null;
      window();
    };
    text.addEventListener("scroll", window, { passive: true });
    strip.addEventListener("click", (event) => {
      text.scrollTop = (event.offsetY / strip.clientHeight) * text.scrollHeight - text.clientHeight / 2;
    });
    new ResizeObserver(draw).observe(text);
    return draw;
  }

  return { clustersOf, index, centre, panel, ruler };
})();
