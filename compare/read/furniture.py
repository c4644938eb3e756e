"""The body of an article, told from its furniture. Nothing is dropped: what isn't body is listed with its reason.

Every character that isn't white space lies in exactly one span: a paragraph of the body or a piece of furniture.
Losing a sentence of the body is worse than letting furniture through, so a line is body unless something
speaks against it: its own words (rules.py), its place (headline, headings, teasers; here), or the label that
runs into the lead (lead.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from compare.read import lead, rules
from compare.read.lines import Line, cut
from compare.read.patterns import Place
from compare.records import Furniture, Span

REASONS: dict[str, str] = {
    "advertisement": "an advertisement, or the line that says the story goes on after one",
    "author_note": "who the author is, or whose views these are",
    "bullet": "the mark of a list item; the item itself is body",
    "byline": "who wrote it",
    "caption": "what a picture shows, or who took it",
    "comments": "the readers' comments or the line that opens them",
    "contact": "how to reach the newsroom",
    "cookie": "a cookie or privacy notice",
    "copyright": "copyright or terms of use",
    "correction": "a note on how the article was changed",
    "credit": "who reported, edited or supplied it",
    "date": "when it was published or updated",
    "dateline": "where and when it was written, run into the lead",
    "end_mark": "the end of the story as the newsroom marks it",
    "front_matter": "metadata before the text",
    "headline": "the title",
    "kicker": "a label before the headline or run into the lead",
    "masthead": "the name of the publication",
    "newsletter": "an offer: newsletter, subscription, membership, app",
    "page_tool": "a control of the page: audio, reading time, menu",
    "read_more": "a pointer to another story",
    "section": "the part of the publication it appeared in",
    "section_heading": "a heading between paragraphs",
    "separator": "an ornament without letters",
    "share": "buttons and invitations to share or follow",
    "standfirst": "the summary between headline and text",
    "tags": "topics it is filed under",
    "teaser": "the title of another story",
    "teaser_bullet": "the mark before another story's title",
}
"""Every reason and what it means, as `claimcompare claims` prints it."""

MAX_HEADING_WORDS = 14
"""Longest section heading. Of the headings on the pages of the article-extraction-benchmark, none is longer."""

MAX_HEADLINE_WORDS = 35
"""Longest headline: beyond this a first line without a stop is a paragraph whose stop is missing."""

MAX_TITLE_WORDS = 22
"""Longest line without a stop that may be a title of another story; news sentences average 22 words."""

MAX_LEAD_LINES = 3
"""Paragraphs in which a dateline is looked for: it may follow a one-sentence summary or two."""

_PLACED = frozenset(
    {"headline", "standfirst", "section_heading", "teaser", "kicker", "masthead", "byline?", "section?"}
)
_META = frozenset({"byline", "date", "section", "page_tool"})
_OUTLET = re.compile(
    r"\b(?:Times|Post|Herald|Gazette|News|Tribune|Chronicle|Journal|Courier|Guardian|Telegraph|Ledger|Observer|Star|Standard|"
    r"Daily|Weekly|Wire|Press|Express|Mail|Globe|Sun|Echo|Argus|Dispatch|Bulletin|Review|Record|Mirror|Independent|Monitor|"
    r"Sentinel|Inquirer|Register|Examiner|Messenger|Advocate|Recorder|Online|TV|Radio|Network|Agency|Service)\b"
)
_SAYS_SO = re.compile(
    r"\b(?:said|told|added|announced|confirmed|was|were|had|has been|have been|will be|would be|did not|is expected)\b"
)
_OPENERS = re.compile(
    r"(?:the|a|an|he|she|it|they|we|i|this|that|these|those|his|her|their|in|on|at|after|according|but|and|mr|mrs|ms|dr)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Layout:
    """What a text is made of: paragraphs of the body and pieces of furniture, both in order."""

    body: tuple[Span, ...]
    furniture: tuple[Furniture, ...]

    def first(self, reason: str) -> Furniture | None:
        """The first piece of furniture of this reason."""
        return next((piece for piece in self.furniture if piece.reason == reason), None)


def layout(text: str, known: Mapping[int, str] | None = None) -> Layout:
    """Tell the body of `text` from its furniture.

    Args:
        text: The article as read.
        known: What the format itself says about the line that holds an offset: a reason, or "body".
            Offsets are those of the first character of a line that isn't white space.
    """
    lines = cut(text)
    labels = _labels(lines, known or {})
    if "body" not in labels:
        labels = ["body" if label in _PLACED or label == "teaser" else label for label in labels]
    return _assemble(text, lines, labels)


def _labels(lines: Sequence[Line], known: Mapping[int, str]) -> list[str]:
    """A reason or "body" for each line."""
    labels = _by_rule(lines, known)
    labels = _related(lines, labels)
    first, last = _body_range(lines, labels)
    labels = _top(lines, labels, first)
    labels = _bottom(lines, labels, first, last)
    labels = _headings(lines, labels)
    return [label or "body" for label in labels]


# ---- what a line says by itself


def _by_rule(lines: Sequence[Line], known: Mapping[int, str]) -> list[str]:
    top = _first_prose(lines)
    labels = []
    for index, line in enumerate(lines):
        if line.start in known or (line.bullet and line.bullet.start in known):
            labels.append(
                known.get(line.start) or known[line.bullet.start] if line.bullet else known[line.start]
            )
        elif not line.has_letters:
            labels.append("separator")
        else:
            place: Place = "top" if index < top else "end" if index >= len(lines) - 5 else "no stop"
            rule = rules.match(line, place)
            labels.append(rule.reason + ("+" if rule.opens else "") if rule else "")
    return labels


def _first_prose(lines: Sequence[Line]) -> int:
    return next(
        (index for index, line in enumerate(lines) if _is_prose(line) and not rules.match(line, "no stop")),
        len(lines),
    )


def _is_prose(line: Line) -> bool:
    """Whether the line reads as running text: it ends like a sentence, opens a list, or is too long for a title."""
    if line.has_stop:
        return True
    words = line.words
    return words > MAX_TITLE_WORDS or (line.text[-1] in ":;," and words > 4) or line.text[0] in '"“'


# ---- what its place says


def _related(lines: Sequence[Line], labels: Sequence[str]) -> list[str]:
    """Lines after "Related stories", and all after "Comments" at the end."""
    labels = list(labels)
    for index, label in enumerate(labels):
        if label.endswith("+"):
            labels[index] = label[:-1]
            for follower in _followers(lines, labels, index):
                labels[follower] = "teaser"
        if label == "comments" and _closes(lines, index):
            labels[index:] = [after or "comments" for after in labels[index:]]
    return labels


def _followers(lines: Sequence[Line], labels: Sequence[str], header: int) -> Iterator[int]:
    rest = range(header + 1, len(lines))
    titles = sum(not lines[index].has_stop for index in rest)
    to_the_end = (
        len(rest) <= 8 and titles * 2 >= len(rest) and all(lines[index].words <= 30 for index in rest)
    )
    for index in rest:
        if labels[index]:
            if to_the_end:
                continue
            return
        if _is_prose(lines[index]) and not to_the_end:
            return
        yield index


def _closes(lines: Sequence[Line], index: int) -> bool:
    """Whether a "Comments" line stands at the end of the text: less follows it than a third of what was before."""
    before = sum(line.end - line.start for line in lines[:index])
    after = sum(line.end - line.start for line in lines[index + 1 :])
    return after * 3 < before


def _body_range(lines: Sequence[Line], labels: Sequence[str]) -> tuple[int, int]:
    """Index of the first line of running text, and of the last one plus one."""
    running = [index for index, line in enumerate(lines) if not labels[index] and _is_prose(line)]
    running += [index for index, label in enumerate(labels) if label == "body"]
    running.sort()
    while len(running) > 1 and _is_title(lines, labels, running):
        running.pop(0)
    while len(running) > 1 and _is_teaser_with_stop(lines, labels, running[-1]):
        running.pop()
    return (running[0], running[-1] + 1) if running else (len(lines), len(lines))


def _is_title(lines: Sequence[Line], labels: Sequence[str], running: Sequence[int]) -> bool:
    """Whether the first running line is a headline or a summary after all."""
    index = running[0]
    line = lines[index]
    if labels[index] or line.bullet or line.words > MAX_HEADLINE_WORDS:
        return False
    titled = index > 0 and any(not label or label == "headline" for label in labels[:index])
    meta = next((label for label in labels[index + 1 : running[1]] if label in ("byline", "date")), None)
    if (
        meta
        and len(running) > 3
        and (index == 0 or (titled and "byline" not in labels[:index] and "date" not in labels[:index]))
    ):
        return True
    if index > 0 and titled:
        return False
    question = line.text.rstrip("'\"’”)")[-1] in "?!" and line.words <= 16
    return lines[running[1]].words > line.words and (question or not line.has_stop)


def _is_teaser_with_stop(lines: Sequence[Line], labels: Sequence[str], index: int) -> bool:
    """Whether the last running line is one of a bulleted list of titles."""
    if not lines[index].bullet or labels[index]:
        return False
    group = [index]
    while group[0] > 0 and lines[group[0] - 1].bullet:
        group.insert(0, group[0] - 1)
    stopless = sum(not lines[item].has_stop for item in group) + sum(
        bool(line.bullet) for line in lines[index + 1 :]
    )
    return stopless > len(group) / 2 and not _opens_list(lines, group[0])


def _opens_list(lines: Sequence[Line], index: int) -> bool:
    """Whether the line before ends with a colon: what follows is its list."""
    return index > 0 and lines[index - 1].text.endswith(":")


def _top(lines: Sequence[Line], labels: Sequence[str], first: int) -> list[str]:
    """Headline, summary, section and byline before the first paragraph."""
    labels = list(labels)
    open_lines = [index for index in range(first) if not labels[index]]
    if first == len(lines):
        return labels
    titled = "headline" in labels[:first]
    for place, index in enumerate(open_lines):
        labels[index] = _top_label(lines, labels, index, titled=titled, more=len(open_lines) - place - 1)
        titled = titled or labels[index] == "headline"
    return labels


def _top_label(lines: Sequence[Line], labels: Sequence[str], index: int, *, titled: bool, more: int) -> str:
    line = lines[index]
    if not titled:
        if line.bullet and line.words <= 3:
            return "section"
        if more and line.words <= 5 and _OUTLET.search(line.text) and _capitalised(line.text):
            return "masthead"
        if more and (line.words <= 2 or (line.words <= 4 and line.text.isupper())):
            return "kicker"
        return "headline"
    beside = {labels[near] for near in (index - 1, index + 1) if 0 <= near < len(labels)}
    named = 2 <= line.words <= 4 and _capitalised(line.text)
    if rules.is_name_and_role(line.text) or (
        named and (line.bullet or beside & {"date", "byline", "section"} or not line.text.isupper())
    ):
        return "byline"
    if line.words <= 3:
        return "dateline" if line.text.isupper() else "section"
    return "standfirst"


def _capitalised(text: str) -> bool:
    return all(
        word[:1].isupper() or word.lower() in ("of", "the", "and", "de", "van", "al", "bin")
        for word in text.split()
    )


def _bottom(lines: Sequence[Line], labels: Sequence[str], first: int, last: int) -> list[str]:
    """Titles of other stories after the last paragraph."""
    labels = list(labels)
    if first == len(lines):
        return labels
    start = last
    while start < len(lines) and lines[start].bullet and _opens_list(lines, last):
        labels[start] = labels[start] or "body"
        start += 1
    open_lines = [index for index in range(start, len(lines)) if not labels[index]]
    for index in open_lines:
        alone = len(open_lines) == 1 and not lines[index].bullet
        labels[index] = "body" if alone and _reads_like_sentence(lines[index]) else "teaser"
    return labels


def _reads_like_sentence(line: Line) -> bool:
    """Whether a line without a stop is more likely a sentence that lost it than a title."""
    text = line.text
    if line.words < 6 or text.isupper() or _capitalised(text):
        return False
    return (
        bool(_OPENERS.match(text) or text[:1].islower() or line.words > 14)
        and _SAYS_SO.search(text) is not None
    )


def _headings(lines: Sequence[Line], labels: Sequence[str]) -> list[str]:
    """Short lines without a stop between paragraphs."""
    labels = list(labels)
    stops = _stops_are_kept(lines)
    for index, line in enumerate(lines):
        if labels[index] or not _could_be_heading(line, stops=stops):
            continue
        run = _run(lines, labels, index)
        follower = next((after for after in range(run, len(lines)) if labels[after] in ("", "body")), None)
        if _opens_list(lines, index) or follower is None:
            continue
        labels[index:run] = ["section_heading" if run - index < 3 else "teaser"] * (run - index)
    return labels


def _stops_are_kept(lines: Sequence[Line]) -> bool:
    """Whether the text ends its long lines with stops, so that a line without one means something."""
    long_lines = [line for line in lines if line.words > MAX_HEADING_WORDS]
    return sum(line.has_stop for line in long_lines) * 2 >= len(long_lines)


def _could_be_heading(line: Line, *, stops: bool) -> bool:
    text = line.text
    if (
        line.bullet
        or line.words > MAX_HEADING_WORDS
        or text[0].islower()
        or text[-1] in ",;:—–-"
        or text[0] in '"“'
    ):
        return False
    if line.has_stop:
        return (
            text[-1] == "?"
            and line.words <= 9
            and re.match(r"(?:who|what|why|how|when|where|is|are|can|will|does|did)\b", text, re.I)
            is not None
        )
    return not _reads_like_sentence(line) and (stops or _capitalised(text))


def _run(lines: Sequence[Line], labels: Sequence[str], index: int) -> int:
    """End of the run of lines that could be headings and begins at `index`."""
    while index < len(lines) and not labels[index] and _could_be_heading(lines[index], stops=True):
        index += 1
    return index


# ---- putting it together


def _assemble(text: str, lines: Sequence[Line], labels: Sequence[str]) -> Layout:
    paragraphs = [line for line, label in zip(lines, labels, strict=True) if label == "body"]
    body: list[Span] = []
    furniture: list[Furniture] = []
    for line, label in zip(lines, labels, strict=True):
        furniture += _bullet(text, line, label)
        if label == "body":
            head, head_reason, tail = _inner(text, line, paragraphs)
            furniture += _piece(text, line.start, head, head_reason)
            body.append(Span(head, tail))
            furniture += _piece(text, tail, line.end, "credit")
        else:
            joined = (
                line.bullet
                and "\n" not in (between := text[line.bullet.end : line.start])
                and between.isspace()
                and len(between.splitlines()) == 1
                and not between.endswith(("\r", "\u2028", "\u2029", "\x85", "\v", "\f"))
            )
            furniture += _piece(
                text, line.bullet.start if joined and line.bullet else line.start, line.end, label
            )
    return Layout(tuple(_trim(text, span) for span in body), tuple(furniture))


def _bullet(text: str, line: Line, label: str) -> list[Furniture]:
    if line.bullet is None:
        return []
    same_line = len(text[line.bullet.start : line.start + 1].splitlines()) == 1
    if label != "body" and same_line:
        return []
    reason = "bullet" if label == "body" else "teaser_bullet" if label == "teaser" else "separator"
    return _piece(text, line.bullet.start, line.bullet.end, reason)


def _inner(text: str, line: Line, paragraphs: Sequence[Line]) -> tuple[int, str, int]:
    """Where the sentences of a paragraph begin, the reason for what stands before, and where they end."""
    position = (
        paragraphs.index(line)
        if len(paragraphs) < MAX_LEAD_LINES
        else next((i for i, p in enumerate(paragraphs[:MAX_LEAD_LINES]) if p is line), MAX_LEAD_LINES)
    )
    start, reason = line.start, ""
    if position < MAX_LEAD_LINES and (length := lead.dateline(line.text, first=position == 0)):
        start, reason = line.start + length, "dateline"
    elif position == 0 and (length := lead.kicker(line.text, [other.text for other in paragraphs[1:]])):
        start, reason = line.start + length, "kicker"
        if lead.is_place(line.text[:length], text[start:]):
            reason = "dateline"
    elif length := lead.run_in_heading(line.text):
        start, reason = line.start + length, "kicker"
    end = line.end
    if line is paragraphs[-1]:
        end = line.start + lead.sign_off(line.text)
    return (start, reason, end) if start < end else (line.start, "", line.end)


def _piece(text: str, start: int, end: int, reason: str) -> list[Furniture]:
    span = _trim(text, Span(start, end))
    return [Furniture(span.start, span.end, span.of(text), reason)] if span.start < span.end else []


def _trim(text: str, span: Span) -> Span:
    raw = text[span.start : span.end]
    stripped = raw.strip()
    start = span.start + len(raw) - len(raw.lstrip())
    return Span(start, start + len(stripped)) if stripped else Span(span.start, span.start)
