"""Text to lines: what an eye sees as one line or one wrapped paragraph, with exact offsets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from compare.records import Span

MAX_WRAP_WIDTH = 120
"""Widest line, in characters, that is still taken for hard-wrapped text; mail and wire text wraps at 65 to 80."""

MIN_WRAP_WIDTH = 40
"""Narrowest hard-wrapped text; below this lines are verse, lists or addresses."""

MIN_SOFT_BREAKS = 2
"""Sentences that must go on from one line to the next before a text is taken for hard-wrapped."""

_BULLET = re.compile(r"(?:[-–—*•·▪■●◦‣+]|\(?\d{1,2}[.)]|\(?[a-z]\))(?=\s)")
_LONE_BULLET = frozenset("-–—*•·▪■●◦‣+")
_STOP = re.compile(r"[.!?…。！？।؟۔]['\"’”»)\]]*(?:\[\d+\])?$")
_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text between two line breaks, without white space around it.

    Attributes:
        number: Counted from 1, over all lines of the text, blank ones too.
        start, end: Offsets of `text` in the article; the bullet is left out.
        bullet: Where its bullet stands ("-", "•", "1."), at its start or alone on the line before; else None.
        after_blank: Whether a blank line (or the beginning) comes before it.
    """

    number: int
    start: int
    end: int
    text: str
    bullet: Span | None = None
    after_blank: bool = False

    @property
    def words(self) -> int:
        """Number of words; of a very long line, a lower bound."""
        return len(self.text[:2000].split())

    @property
    def has_stop(self) -> bool:
        """Whether it ends like a sentence."""
        return _STOP.search(self.text[-12:]) is not None

    @property
    def has_letters(self) -> bool:
        """Whether there is a letter or digit in it."""
        return _LETTER.search(self.text) is not None


def cut(text: str) -> list[Line]:
    """The lines of `text` that are not blank. Newlines of every kind count; wrapped lines are joined."""
    lines, offset, blank = [], 0, True
    for number, raw in enumerate(text.splitlines(keepends=True), 1):
        stripped = raw.strip()
        if stripped:
            start = offset + len(raw) - len(raw.lstrip())
            lines.append(_line(number, start, stripped, blank))
        blank = not stripped
        offset += len(raw)
    return _join_wrapped(text, _hang_bullets(lines))


def _hang_bullets(lines: Sequence[Line]) -> list[Line]:
    """Bullets that stand alone on a line belong to the line that follows."""
    hung: list[Line] = []
    for line in lines:
        before = hung[-1] if hung else None
        if before and before.text in _LONE_BULLET and not (before.bullet or line.bullet) and line.has_letters:
            bullet = Span(before.start, before.end)
            hung[-1] = Line(line.number, line.start, line.end, line.text, bullet, before.after_blank)
        else:
            hung.append(line)
    return hung


def _line(number: int, start: int, text: str, after_blank: bool) -> Line:
    found = _BULLET.match(text)
    if found is None:
        return Line(number, start, start + len(text), text, None, after_blank)
    rest = text[found.end() :].lstrip()
    body = start + len(text) - len(rest)
    return Line(
        number,
        body,
        body + len(rest),
        rest,
        Span(start, start + found.end()),
        after_blank,
    )


def _join_wrapped(text: str, lines: list[Line]) -> list[Line]:
    """Paragraphs of text that was wrapped at a fixed width, as one line each."""
    width = max((line.end - line.start for line in lines), default=0)
    blocks = _blocks(lines) if MIN_WRAP_WIDTH <= width <= MAX_WRAP_WIDTH else []
    if sum(_breaks_sentence(*pair) for block in blocks for pair in pairwise(block)) < MIN_SOFT_BREAKS:
        return lines
    joined: list[Line] = []
    for block in blocks:
        joined += [_join(text, block)] if _is_wrapped(block, width) else block
    return joined


def _breaks_sentence(line: Line, following: Line) -> bool:
    """Whether a sentence goes on from one line to the next."""
    return following.text[0].islower() and not line.has_stop and line.text[-1] not in ":;"


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """Runs of lines without a blank line or a bullet between them."""
    blocks: list[list[Line]] = []
    for line in lines:
        if line.after_blank or line.bullet or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _is_wrapped(block: Sequence[Line], width: int) -> bool:
    """Whether no line but the last had room for the first word of the next one."""
    if len(block) < 2:
        return False
    pairs = pairwise(block)
    return all(len(here.text) + 1 + len(after.text.split()[0]) > width - 3 for here, after in pairs)


def _join(text: str, block: Sequence[Line]) -> Line:
    first, last = block[0], block[-1]
    return Line(
        first.number,
        first.start,
        last.end,
        text[first.start : last.end],
        first.bullet,
        first.after_blank,
    )
