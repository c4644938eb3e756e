"""Quoted words: curly, straight and angled marks, nested, unclosed, or closed without an opening."""

from __future__ import annotations

import re

from compare.claims.details.values import Quotation
from compare.records import Detail

_MARKS = re.compile(r"[\"“”„«»‘’'＂]")
_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CLOSING = {"“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", '"': '"', "'": "'", "＂": "＂"}
_SINGLE_REACH = 400
"""How far, in characters, the partner of a single quotation mark is looked for."""

_SINGLE_WORDS_MIN = 2
"""Quotations in single straight marks need two words: one word is more often a name or a stray apostrophe."""


def find(text: str) -> list[Detail]:
    """The outermost quotations with what stands between their marks (marks included), in order."""
    found: list[Detail] = []
    opened = -1
    closing = ""
    strays = 0
    for match in _MARKS.finditer(text):
        at, mark = match.start(), match.group()
        if opened >= 0:
            if mark in closing and _can_close(text, at, mark):
                found += _detail(text, opened, at + 1, opened + 1, at, True)
                opened = -1
        elif _can_open(text, at, mark):
            opened, closing = at, _CLOSING[mark]
        elif not found and not strays and (mark == "”" or (mark in '"＂' and not _is_inch(text, at))):
            start = len(text) - len(text.lstrip())
            found += _detail(text, start, at + 1, start, at, False)
            strays += 1
    if opened >= 0 and text[opened] not in "'‘":
        found += _detail(text, opened, len(text.rstrip()), opened + 1, len(text), False)
    return found


def _can_open(text: str, at: int, mark: str) -> bool:
    """Whether a mark opens: space or a bracket before it, no space after it."""
    if mark not in _CLOSING or text[at + 1 : at + 2].isspace() or at + 1 == len(text):
        return False
    before = text[at - 1 : at]
    if mark in "“„«":
        return True
    if mark in "'‘" and (text[at + 1 : at + 2].isdecimal() or not _closes_ahead(text, at, _CLOSING[mark])):
        return False
    return not before or before.isspace() or before in "([{—–-/:\"“‘'"


def _closes_ahead(text: str, at: int, closing: str) -> bool:
    """Whether a single mark has its partner near by: without one it is an apostrophe."""
    marks = _MARKS.finditer(text, at + 1, at + _SINGLE_REACH)
    return any(match.group() == closing and _can_close(text, match.start(), closing) for match in marks)


def _can_close(text: str, at: int, mark: str) -> bool:
    """Whether a mark closes: no space before it; single ones only where no word goes on."""
    if text[at - 1].isspace() and mark not in "”»":
        return False
    if mark in "’'":
        return not text[at + 1 : at + 2].isalnum() and not _is_plural_possessive(text, at)
    return mark != '"' or not _is_inch(text, at) or text.count('"', at + 1) % 2 == 0


def _is_plural_possessive(text: str, at: int) -> bool:
    """ "the miners’ union": an s before the mark, a lower-case word after it, and a further mark to close with."""
    after = text[at + 1 : at + 3]
    goes_on = len(after) == 2 and after[0] == " " and after[1].islower()
    return text[at - 1] == "s" and goes_on and any(mark in text[at + 1 : at + 400] for mark in "’'")


def _is_inch(text: str, at: int) -> bool:
    return text[at - 1 : at].isdecimal() and not text[at + 1 : at + 2].isalnum()


def _detail(text: str, start: int, end: int, inner: int, inner_end: int, closed: bool) -> list[Detail]:
    words = tuple(word.casefold().replace("’", "'") for word in _WORDS.findall(text[inner:inner_end]))
    if not words or (text[start] in "'‘" and text[start] == "'" and len(words) < _SINGLE_WORDS_MIN):
        return []
    return [Detail("quotation", start, end, text[start:end], Quotation(words, closed))]
