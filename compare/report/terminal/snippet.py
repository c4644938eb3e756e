"""The part of a claim around its deciding words that fits on a line."""

from __future__ import annotations

from rich.cells import cell_len

ELLIPSIS = "…"


def window(text: str, start: int, end: int, width: int) -> tuple[int, int] | None:
    """The longest stretch of whole words around `text[start:end]` that fits into `width` cells with "…" at its ends.

    It has as much text before the words as after them, or more where the other side has no more to give.
    None if the words themselves don't fit.
    """
    if cell_len(text) <= width:
        return 0, len(text)
    room = width - 2 * cell_len(ELLIPSIS) - cell_len(text[start:end])
    if room < 0:
        return None
    before = _fitting(text[:start][::-1], room - min(room // 2, cell_len(text[end:])))
    after = _fitting(text[end:], room - cell_len(text[start - before : start]))
    return _word_start(text, start - before, start), _word_end(text, end, end + after)


def _fitting(text: str, room: int) -> int:
    """How many characters of `text` fit into `room` cells."""
    count = 0
    for character in text:
        room -= cell_len(character)
        if room < 0:
            break
        count += 1
    return count


def _word_start(text: str, start: int, limit: int) -> int:
    """The next start of a word at or after `start`; text without spaces is cut anywhere."""
    if start == 0 or text[start - 1] == " ":
        return start
    found = text.find(" ", start, limit)
    return start if found < 0 else found + 1


def _word_end(text: str, limit: int, end: int) -> int:
    if end >= len(text) or text[end] == " ":
        return end
    found = text.rfind(" ", limit, end)
    return end if found < 0 else found
