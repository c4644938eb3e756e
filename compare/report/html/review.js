// The review of a story: ticks and notes, kept in this browser, exported as a file, and set beside a later report.
"use strict";
const review = (() => {
  const VERSION = 1;
  const place = (story) => `claimcompare-review:${story}`;
  const findingsIn = (root) => [...root.querySelectorAll(".finding")];
  const message = (finding) => finding.getAttribute("aria-label") ?? finding.querySelector("h4").textContent;
  const claims = (finding) => finding.dataset.claims.split(" ").filter(Boolean);

  const said = (mark) => Boolean(mark && (mark.done || mark.wrong || mark.note));

  // What this browser keeps of a story, by finding; `brought` is what a review file put into the page.
  function read(story, brought = {}) {
    try { return { ...brought, ...JSON.parse(localStorage.getItem(place(story))) }; } catch { return { ...brought }; }
  }

  function keep(story, marks, brought = {}) {
    const own = Object.entries(marks).filter(([id, mark]) => mark !== brought[id] && (said(mark) || brought[id]));
    try { localStorage.setItem(place(story), JSON.stringify(Object.fromEntries(own))); return true; } catch { return false; }
  }

  function brought(root) {
    const marked = findingsIn(root).filter((finding) => "note" in finding.dataset);
    return Object.fromEntries(marked.map(({ id, dataset }) => [id, { done: "done" in dataset, wrong: "wrong" in dataset, note: dataset.note }]));
  }

  function wording(root, claim) {
    const sentence = root.querySelector(`.sentence[id="${claim}"]`);
    return [...(sentence?.childNodes ?? [])].filter((node) => node.nodeType === 3).map((node) => node.data).join("").trim();
  }

  // One story of a review file: its marks, what they are bound to, and which findings there were.
  function exported(root, story, marks) {
    const findings = findingsIn(root);
    return {
      story,
      title: root.querySelector("h1").textContent.trim(),
      findings: findings.map((finding) => finding.id),
      reviews: findings.filter((finding) => said(marks[finding.id])).map((finding) => {
        const { done, wrong, note } = marks[finding.id];
        return {
          finding: finding.id, rule: finding.dataset.rule, message: message(finding).trim(), done: Boolean(done), wrong: Boolean(wrong), note: note ?? "",
          claims: claims(finding).map((claim) => ({ claim, text: wording(root, claim) })),
        };
      }),
    };
  }

  function download(stories) {
    const text = `${JSON.stringify({ review_version: VERSION, stories }, null, 2)}\n`;
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(new Blob([text], { type: "application/json" })), download: "review.json" });
    link.click();
    URL.revokeObjectURL(link.href);
  }

  // The stories of a review file; an error says what is wrong with it.
  function stories(text) {
    let data = null;
    try { data = JSON.parse(text); } catch { /* said below */ }
    if (!Array.isArray(data?.stories)) throw new Error("This file is no review exported from such a page; nothing was changed.");
    if (data.review_version !== VERSION) throw new Error(`This review has version ${data.review_version}; this page reads ${VERSION}. Nothing was changed.`);
    if (!data.stories.every(isStory)) throw new Error("This review is not as a page exports it; nothing was changed.");
    return data.stories;
  }

  const isText = (value) => typeof value === "string";
  const isMark = (mark) => isText(mark?.finding) && isText(mark.message) && Array.isArray(mark.claims) && mark.claims.every((item) => isText(item?.claim) && isText(item.text));
  const isStory = (entry) => isText(entry?.story) && Array.isArray(entry.findings) && entry.findings.every(isText) && Array.isArray(entry.reviews) && entry.reviews.every(isMark);

  const words = (texts) => new Set(texts.join(" ").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

  function overlap(a, b) {
    const shared = [...a].filter((word) => b.has(word)).length;
    return shared ? shared / (a.size + b.size - shared) : 0;
  }

  // What became of an older review: marks that hold, findings whose wording changed, those gone, those new since.
  // As compare/review.py does it for `claimcompare report --review`.
  function since(root, story, entries) {
    const findings = findingsIn(root);
    const now = new Map(findings.map((finding) => [finding.id, finding]));
    const mine = entries.filter((entry) => entry.story === story || entry.findings.some((id) => now.has(id)));
    const before = new Set(mine.flatMap((entry) => entry.findings));
    const fresh = mine.length ? findings.filter((finding) => !before.has(finding.id)) : [];
    const reviews = mine.flatMap((entry) => entry.reviews);
    const changed = [], gone = [], taken = new Set();
    for (const old of reviews.filter((mark) => !now.has(mark.finding))) {
      const heir = best(old, fresh.filter((finding) => finding.dataset.rule === old.rule && !taken.has(finding)), root);
      if (heir) { taken.add(heir); changed.push([old, heir]); } else gone.push(old);
    }
    return { known: mine.length, kept: reviews.filter((mark) => now.has(mark.finding)), changed, gone, fresh: fresh.filter((finding) => !taken.has(finding)) };
  }

  function best(old, findings, root) {
    const ids = new Set(old.claims.map((item) => item.claim));
    const then = words(old.claims.map((item) => item.text));
    const likeness = (finding) => (claims(finding).some((claim) => ids.has(claim)) ? 1 : overlap(then, words(claims(finding).map((claim) => wording(root, claim)))));
    const rated = findings.map((finding) => [likeness(finding), finding]).filter(([value]) => value >= 0.5);
    return rated.sort((a, b) => b[0] - a[0])[0]?.[1];
  }

  // The marks of a file by finding, nothing else taken from it.
  const marks = (reviews) => Object.fromEntries(reviews.map(({ finding, done, wrong, note }) => [finding, { done: Boolean(done), wrong: Boolean(wrong), note: String(note ?? "") }]));

  function list({ changed, gone, fresh }) {
    return [
      ...changed.map(([old, heir]) => line("Changed", old.message, old.note, heir.id)),
      ...gone.map((old) => line("Gone", old.message, old.note)),
      ...fresh.map((finding) => line("New", message(finding), "", finding.id)),
    ];
  }

  function line(what, text, note, id) {
    const item = document.createElement("li");
    item.dir = "auto";
    item.append(`${what}: `, id ? Object.assign(document.createElement("a"), { href: `#${id}`, textContent: text }) : text);
    if (note) item.append(` — your note: ${note}`);
    return item;
  }

  const told = ({ kept, changed, gone, fresh }) => `${kept} marks taken over; since then ${changed} changed, ${gone} gone, ${fresh} new.`;

  return { message, said, read, keep, brought, exported, download, stories, since, marks, list, told };
})();
