"""Cut a paragraph into sentences: one claim each, with exact offsets.

A sentence ends at `. ! ? …` (and what closes with it: quotation marks, brackets, note numbers, emoji) when what
stands before and after says so. Inside a quotation of several sentences each is a sentence of its own; a tag
(“…,” he said) stays with the quoted words it follows. Nothing is lost: every character that isn't white space is
in exactly one sentence.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from compare.claims import abbreviations as known
from compare.records import Span

MAX_CHARACTERS = 2_000
"""Default of `ClaimSettings.max_characters`."""

_QUOTES = "\"'“”‘’«»„‹›"
_EMOJI = "\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d"
_CANDIDATE = re.compile(
    rf"""
    (?P<stop> (?<=\w)\.(?=(?:[ ]\.){{3}}[ ]+[A-Z]) | \.(?:[ ]\.)+ | [.!?…‽]+ | [。！？]+ | ।+ )
    (?P<close> (?: \[\d{{1,3}}\] | [{_QUOTES})\]}}] | \s?[{_EMOJI}]+ | \s[:;]-?[)(DP](?!\w) )*
               (?: (?:\s+[#@]\w+)+ (?:[”"’»]|\Z) )? )
    """,
    re.VERBOSE,
)
_SPACE = re.compile(r"\s*")
_NEXT = re.compile(rf"\s*(?P<open>[{_QUOTES}(\[¿¡—–*-]*\s?)(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)?")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_TAG = re.compile(
    r"""\s+(?:(?:Mr|Mrs|Ms|Dr|Capt|Gen|Sen|Rep|Gov|Prof|Col|Lt|Sgt|Maj|Judge|Justice|Mayor|President|Minister)\.?\s)?
    (?:[A-Z][\w’'-]*\.?\s){1,3}
    (?:said|asked|told|replied|added|wrote|shouted|cried|wondered|demanded|tweeted|posted|warned|insisted)\b
    (?P<rest>\s*[.,;:!?]|\s+(?:on|at|in|as|to|after|when|before|during|of|by)\b|\s*\Z)?""",
    re.VERBOSE,
)
_TIME_OPENING = re.compile(
    r"\W*(?:At|By|Around|About|Before|After|Until|From|Since|Shortly|Just|Between)\b[^,;]*", re.DOTALL
)
_NEWLINE = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BULLET = re.compile(r"\s*(?:[•⁃▪◦‣●○■□▶►*·–—-]|\d{1,2}[.)]|\(\d{1,2}\)|[a-z][.)])\s+\S")
_INLINE_BULLET = re.compile(r"(?<=\s)[•⁃▪◦‣●■▶►](?=\s?\S)|(?<=\s)\*(?=\s[A-Z])")
_ENUMERATOR = re.compile(r"(?<!\S)[•⁃]?\s?\(?(?P<mark>\d{1,2}|[a-z])(?:\.\)|[.)])(?=\s)")
_MONTH = r"(?:jän|jan|feb|fév|mär|mar|apr|mai|maj|jun|jul|aug|sep|o[kc]t|nov|de[cz])[^\W\d_]*"
_ORDINAL = re.compile(
    rf"\b(?:(?:der|dem|des|das|im|vom|zum|beim) \d{{1,2}}\. |(?:am|den|ab|bis) \d{{1,2}}\. {_MONTH})",
    re.IGNORECASE,
)
"""A number with a stop that is an ordinal, as German and its neighbours write it: "am 3. Juni", "im 16. Jahr"."""

_ADDRESSES = ("http", "https", "www")
_LABEL = re.compile(r"\W*(?:\d{1,2}|[^\W\d_])?")
_LONGEST_LABEL = 12
"""What may stand before a stop that belongs to a list's number or letter, or to dots that open a sentence."""

_BRACKETS = re.compile(r"\([^()]{1,400}\)|\[[^\[\]]{1,400}\]")


def split(text: str, span: Span, max_characters: int = MAX_CHARACTERS) -> list[Span]:
    """The sentences of the paragraph `span` of `text`, in order.

    Args:
        text: The article's text; the offsets of `span` and of the result refer to it.
        span: The paragraph.
        max_characters: A longer sentence is cut at white space (mid-word when there is none).
    """
    blocks = _trimmed(text, span.start, [*sorted(set(_breaks(text, span))), span.end])
    sentences = (
        s for block in blocks for s in _trimmed(text, block.start, [*_stops(text, block), block.end])
    )
    return [part for sentence in sentences for part in _cut(text, sentence, max_characters)]


def _trimmed(text: str, start: int, ends: list[int]) -> Iterator[Span]:
    """The stretches between the ends, without white space around; blank ones are left out."""
    for end in ends:
        words = text[start:end]
        if stripped := words.strip():
            first = start + len(words) - len(words.lstrip())
            yield Span(first, first + len(stripped))
        start = end


def _cut(text: str, sentence: Span, limit: int) -> Iterator[Span]:
    """A sentence longer than `limit` in parts, in one pass from left to right."""
    start = sentence.start
    while sentence.end - start > limit:
        end = start + limit
        for space in _last_space(text, start, end):
            end = space
        yield from _trimmed(text, start, [end])
        start = end
        while text[start].isspace():
            start += 1
    yield Span(start, sentence.end)


def _last_space(text: str, start: int, end: int) -> Iterator[int]:
    """The last white space in `(start, end]`, if any."""
    for position in range(end, start, -1):
        if text[position].isspace():
            yield position
            return


# ---- ends that stops make


def _stops(text: str, span: Span) -> Iterator[int]:
    """Where a stop ends a sentence."""
    brackets = [(m.start(), m.end()) for m in _BRACKETS.finditer(text, span.start, span.end)]
    bracket, start = 0, span.start
    for match in _CANDIDATE.finditer(text, span.start, span.end):
        while bracket < len(brackets) and brackets[bracket][1] <= match.end():
            bracket += 1
        inside = bracket < len(brackets) and start < brackets[bracket][0] < match.start()
        if not inside and match.end() < span.end and _ends_sentence(text, match, start, span.end):
            yield match.end()
            start = _SPACE.match(text, match.end()).end()  # type: ignore[union-attr]  # it matches anywhere


def _ends_sentence(text: str, match: re.Match[str], start: int, end: int) -> bool:
    stop, close = match["stop"], match["close"]
    if stop[0] in "。！？":
        return True
    labels = match.start() - start < _LONGEST_LABEL and _LABEL.fullmatch(text, start, match.start())
    if labels or text[match.start() - 1] in "[(":
        return False
    follows = _NEXT.match(text, match.end(), end)
    assert follows  # every part of it is optional
    before = _word_before(text, start, match.start())
    if not text[match.end()].isspace():
        return _runs_on(before, close, follows)
    if any(quote in close for quote in _QUOTES) and _is_tag(text, match, end):
        return False
    word, opened, opening = (
        follows["word"] or "",
        follows["open"].strip(),
        text[start : min(match.start(), start + 60)],
    )
    if word[:1].islower() and word not in _ADDRESSES:
        return not close and _ends_before_small_letter(before, stop, opened, opening)
    if stop[0] in "!?‽":
        return stop != "!" or before.lower() not in known.SHOUTING_NAMES or word.lower() in known.STARTERS
    if len(stop) > 1 or stop == "…":
        return _ends_at_ellipsis(text, match)
    if before.isdigit() and _is_ordinal(text, match.start()):
        return False
    if not word:
        return _ends_before_number(before, text[follows.end() : follows.end() + 1])
    lone_letter = len(word) == 1 and text[follows.end() : follows.end() + 1] == "."
    quoted = any(quote in close + opened[:1] for quote in _QUOTES)
    starter = quoted or (not opened and word.lower() in known.STARTERS)
    return _ends_before_capital(before, word.lower(), starter and not lone_letter, opening)


def _word_before(text: str, start: int, stop: int) -> str:
    """The word the stop stands at; empty when white space or a bracket does."""
    words = text[max(start, stop - 40) : stop]
    if not words or words[-1].isspace():
        return ""
    return words.split()[-1].lstrip("([{" + _QUOTES).rstrip(_QUOTES)


def _ends_before_capital(before: str, word: str, starter: bool, opening: str) -> bool:
    lower = before.lower()
    if before.islower() and lower in known.ONLY_CAPITALISED and lower != "co":
        return True
    if lower in known.TITLES or lower in known.INNER:
        return False
    if lower in known.TIMES:
        brief = len(opening) < 30 and _TIME_OPENING.fullmatch(opening)
        return word not in known.AFTER_TIMES and not brief
    if lower in known.ENDINGS or _ACRONYM.fullmatch(before):
        return starter
    if len(before) == 1 and before.isalpha():
        return starter
    return True


def _ends_before_small_letter(before: str, stop: str, opened: str, opening: str) -> bool:
    """In text without capitals, and before a remark in brackets; else the stop is an abbreviation's."""
    careless = next(filter(str.isalpha, opening), "A").islower()
    if (stop != "." and stop.strip("?!")) or before.lower() in known.ANY:
        return False
    if not before:  # a stop after a space, as in scraped text
        return careless or stop != "."
    if stop != ".":
        return before.islower() or opened.startswith(("(", "["))
    if careless:
        return len(before) > 1 and before[-1].isalpha() and "." not in before
    return before.isalpha() and (opened.startswith(("(", "[")) or (len(before) > 5 and before.islower()))


def _ends_before_number(before: str, sign: str) -> bool:
    """Before a digit or a sign: "No. 5" and "Washington, D.C. 20006" run on, "in 1999. 12 people" does not."""
    lower = before.lower()
    if not sign.isdigit() or lower in known.TIMES:
        return lower not in known.TITLES
    return lower not in known.ANY and not _ACRONYM.fullmatch(before)


def _ends_at_ellipsis(text: str, match: re.Match[str]) -> bool:
    """Dots that trail off end a sentence; three with space before stand for words left out."""
    attached = match.start() > 0 and not text[match.start() - 1].isspace()
    return attached or len(match["stop"].replace(" ", "")) > 3


def _runs_on(before: str, close: str, follows: re.Match[str]) -> bool:
    """No white space after the stop, as in scraped text: "in 1999.It", but not "example.Com" or "U.S.A"."""
    word = follows["word"] or ""
    if len(word) < 2 or not word[0].isupper() or not word[1:].islower() or follows["open"].strip() == "-":
        return False
    if any(mark in before for mark in "./@") or len(before) < 2:
        return False
    return word.lower() in known.STARTERS or bool(close) or bool(follows["open"])


def _is_ordinal(text: str, stop: int) -> bool:
    """Whether the number before the stop is an ordinal of another language."""
    around = _ORDINAL.finditer(text, max(0, stop - 12), stop + 20)
    return any(found.start() < stop < found.end() for found in around)


def _is_tag(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a tag follows the quotation: “Will it hold?” Capt. Roos asked."""
    tag = _TAG.match(text, match.end(), min(end, match.end() + 120))
    return tag is not None and (match["stop"][0] in "!?" or tag["rest"] is not None)


# ---- ends that lines and lists make


def _breaks(text: str, span: Span) -> Iterator[int]:
    """Where a line, a bullet or a number of a list starts something new."""
    yield from _line_breaks(text, span)
    for bullet in _INLINE_BULLET.finditer(text, span.start, span.end):
        yield bullet.start()
    yield from _enumeration(text, span)


def _line_breaks(text: str, span: Span) -> Iterator[int]:
    lines = _lines(text, span)
    width = max(line.end - line.start for line in lines)
    for line, following in itertools.pairwise(lines):
        if _starts_anew(line.of(text), following.of(text), width):
            yield following.start


def _lines(text: str, span: Span) -> list[Span]:
    newlines = list(_NEWLINE.finditer(text, span.start, span.end))
    starts = [span.start, *(newline.end() for newline in newlines)]
    ends = [*(newline.start() for newline in newlines), span.end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


def _starts_anew(line: str, following: str, width: int) -> bool:
    """A blank line or a bullet does; so does a capital, if its word would have fitted on the line before."""
    if not line.strip() or not following.strip() or _BULLET.match(following):
        return True
    first = following.split(maxsplit=1)[0]
    return first[0].isupper() and len(line.rstrip()) + 1 + len(first) <= width


def _enumeration(text: str, span: Span) -> Iterator[int]:
    """The numbers or letters of a list that stands in running text: "1) … 2) … 3) …"."""
    marks = list(_ENUMERATOR.finditer(text, span.start, span.end))
    if not marks or text[span.start : marks[0].start()].strip():
        return
    expected = _successor(marks[0]["mark"])
    for mark in marks[1:]:
        if mark["mark"] == expected:
            yield mark.start()
            expected = _successor(expected)


def _successor(mark: str) -> str:
    return str(int(mark) + 1) if mark.isdigit() else chr(ord(mark) + 1)
