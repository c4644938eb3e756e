"""The body of an article, told from its furniture. Nothing is dropped: what isn't body is listed with its reason.

Every character that isn't white space lies in exactly one span: a paragraph of the body or a piece of furniture.
Losing a sentence of the body is worse than letting furniture through, so a line is body unless something
speaks against it: its own words (patterns.py), its place (places.py), or a label that runs into the lead (lead.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.read import lead
from compare.read.lines import Line, cut
from compare.read.places import label_lines
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

MAX_LEAD_LINES = 3
"""Paragraphs in which a dateline is looked for: it may follow a one-sentence summary or two."""

_BY_PLACE = frozenset(
    {
        "headline",
        "standfirst",
        "section_heading",
        "teaser",
        "kicker",
        "masthead",
        "dateline",
        "section",
    }
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
        known: What the format itself says about the line that begins at an offset (white space left out): a
            reason, or "body" for a paragraph, which its own words may still give away.
    """
    lines = cut(text)
    labels = label_lines(lines, known or {})
    if "body" not in labels:
        labels = ["body" if label in _BY_PLACE else label for label in labels]
    return _assemble(text, lines, labels)


def _assemble(text: str, lines: Sequence[Line], labels: Sequence[str]) -> Layout:
    paragraphs = [line for line, label in zip(lines, labels, strict=True) if label == "body"]
    position = {line.start: place for place, line in enumerate(paragraphs)}
    body: list[Span] = []
    furniture: list[Furniture] = []
    for line, label in zip(lines, labels, strict=True):
        if label != "body":
            furniture += _with_bullet(text, line, label)
            continue
        if line.bullet:
            furniture += _piece(text, line.bullet.start, line.bullet.end, "bullet")
        start, reason, end = _inner(text, paragraphs, position[line.start])
        furniture += _piece(text, line.start, start, reason)
        body.append(_trim(text, Span(start, end)))
        furniture += _piece(text, end, line.end, "credit")
    return Layout(tuple(body), tuple(furniture))


def _with_bullet(text: str, line: Line, label: str) -> list[Furniture]:
    """A line of furniture; its bullet belongs to it when they share a line of print."""
    if line.bullet is None:
        return _piece(text, line.start, line.end, label)
    if len(text[line.bullet.start : line.start + 1].splitlines()) == 1:
        return _piece(text, line.bullet.start, line.end, label)
    mark = "teaser_bullet" if label == "teaser" else "bullet"
    return [
        *_piece(text, line.bullet.start, line.bullet.end, mark),
        *_piece(text, line.start, line.end, label),
    ]


def _inner(text: str, paragraphs: Sequence[Line], position: int) -> tuple[int, str, int]:
    """Where the sentences of a paragraph begin, the reason for what stands before, and where they end."""
    line = paragraphs[position]
    length, reason = _opening(text, paragraphs, position)
    start = line.start + length
    end = line.start + lead.sign_off(line.text) if position == len(paragraphs) - 1 else line.end
    return (start, reason, end) if start < end else (line.start, "", line.end)


def _opening(text: str, paragraphs: Sequence[Line], position: int) -> tuple[int, str]:
    """Length of the label that runs into a paragraph, and its reason."""
    line = paragraphs[position]
    if position < MAX_LEAD_LINES and (length := lead.dateline(line.text, text, first=position == 0)):
        return length, "dateline"
    if position == 0 and (length := lead.kicker(line.text, [other.text for other in paragraphs[1:]])):
        place = lead.is_place(line.text[:length], text[line.start + length :])
        return length, "dateline" if place else "kicker"
    return lead.run_in_heading(line.text), "kicker"


def _piece(text: str, start: int, end: int, reason: str) -> list[Furniture]:
    span = _trim(text, Span(start, end))
    return [Furniture(span.start, span.end, span.of(text), reason)] if span.start < span.end else []


def _trim(text: str, span: Span) -> Span:
    raw = text[span.start : span.end]
    stripped = raw.strip()
    start = span.start + len(raw) - len(raw.lstrip())
    return Span(start, start + len(stripped)) if stripped else Span(span.start, span.start)
