"""Dates and periods, absolute and relative: "3 March 2022", "Tuesday morning", "last March", "later the same day"."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date

from compare.claims.details import calendar, roles
from compare.claims.details.date_patterns import DECADE, MONTHS, WEEKDAYS
from compare.claims.details.date_readers import NUMBER_READERS, READERS, Scene, as_moment, read_decade
from compare.claims.details.tables import word_set
from compare.claims.details.tokens import Tokens
from compare.claims.details.values import Moment
from compare.records import Detail

_FUTURE = word_set("will shall 'll won't upcoming would")
_FUTURE_TO = word_set("schedule due plan expect set intend be")
"""Looking ahead only before "to", "for" or "on": "is due on Friday", "are to meet"."""


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    moment: Moment


def find(tokens: Tokens, lowered: str, published: date | None, taken: bytearray) -> list[Detail]:
    """The dates and periods, in order; the words they use are marked in `taken`."""
    found: list[_Found] = []
    end = 0
    for index in range(len(tokens)):
        start = tokens.starts[index]
        if start < end or taken[index]:
            continue
        hit = _at(tokens, lowered, index, published)
        if hit and not _overlaps(tokens, index, hit.end, taken):
            found.append(hit)
            end = hit.end
    return [_detail(tokens, hit, taken) for hit in _ranges(tokens, found)]


def _overlaps(tokens: Tokens, index: int, end: int, taken: bytearray) -> bool:
    while index < len(tokens) and tokens.starts[index] < end:
        if taken[index]:
            return True
        index += 1
    return False


def _at(tokens: Tokens, lowered: str, index: int, published: date | None) -> _Found | None:
    readers = READERS.get(tokens.lows[index].rstrip("."))
    if readers is None:
        if tokens.is_number(index):
            readers = NUMBER_READERS
        elif tokens.lows[index] in ("'", "’"):
            readers = ((DECADE, read_decade),)
        else:
            return None
    if tokens.glued(index) and (tokens.word(index - 1)[0].isalnum() or tokens.word(index - 1) in "$€£#@"):
        return None
    scene: Scene | None = None
    for pattern, read in readers:
        match = pattern.match(lowered, tokens.starts[index])
        if match and _names_fit(match):
            scene = scene or Scene(tokens, index, published, _looks_ahead(tokens, index))
            moment = read(match, scene)
            if moment:
                return _Found(match.start(), _end_of(match, lowered), moment)
    return None


def _names_fit(match: re.Match[str]) -> bool:
    """Whether the words that stand for a month and a weekday are ones."""
    groups = match.groupdict()
    month, weekday = groups.get("month"), groups.get("weekday")
    return (month is None or month in MONTHS) and (weekday is None or weekday in WEEKDAYS)


def _end_of(match: re.Match[str], lowered: str) -> int:
    """The end without a full stop, unless it belongs to an abbreviation and the sentence goes on."""
    end = match.end()
    if lowered[end - 1] != "." or lowered[end - 2].isdigit():
        return end
    word = match.groupdict().get("month") or match.groupdict().get("weekday") or ""
    goes_on = lowered[end : end + 2].strip().isalnum()
    return end if len(word) < 6 and word not in _FULL_NAMES and goes_on else end - 1


_FULL_NAMES = frozenset(("march", "april", "may", "june", "july"))


def _looks_ahead(tokens: Tokens, index: int) -> bool:
    """Whether words near by speak of what is to come; over "until" and the like, not over the end of a sentence."""
    start = index
    while start > 0 and index - start < 12 and tokens.lows[start - 1] not in _SENTENCE_ENDS:
        start -= 1
    stop = index
    while stop < len(tokens) and stop - index < 6 and tokens.lows[stop] not in _SENTENCE_ENDS:
        stop += 1
    return any(_is_future(tokens, at) for at in range(start, stop))


def _is_future(tokens: Tokens, at: int) -> bool:
    base, after = tokens.lemmas[at], tokens.low(at + 1)
    return base in _FUTURE or (
        base in _FUTURE_TO and (after == "to" or (base != "be" and after in ("for", "on")))
    )


_SENTENCE_ENDS = frozenset(".;!?")


def _detail(tokens: Tokens, hit: _Found, taken: bytearray) -> Detail:
    first = bisect_right(tokens.ends, hit.start)
    last = first
    while last < len(tokens) and tokens.starts[last] < hit.end:
        taken[last] = 1
        last += 1
    moment = replace(hit.moment, bound=_bound(tokens, first), role=roles.near(tokens, first, last))
    return Detail("date", hit.start, hit.end, tokens.text[hit.start : hit.end], moment)


def _bound(tokens: Tokens, first: int) -> str:
    at = first - 1
    while tokens.low(at) in ("the", "early", "late", "around", "about", "on"):
        at -= 1
    low = tokens.low(at)
    if low in ("since", "until", "till", "by", "before", "after", "from", "every", "each"):
        return {"till": "until", "each": "every"}.get(low, low)
    return ""


def _ranges(tokens: Tokens, found: list[_Found]) -> list[_Found]:
    """ "from 3 March to 5 April", "Monday to Friday", "between 2019 and 2022" as one period."""
    joined: list[_Found] = []
    for hit in found:
        before = joined[-1] if joined else None
        gap = (
            tokens.text[before.end : hit.start].strip().lower()
            if before and hit.start - before.end < 12
            else None
        )
        if before and gap is not None and gap in ("to", "-", "–", "until", "till", "through", "and"):
            lead = tokens.text[max(0, before.start - 9) : before.start].lower().split()
            if gap != "and" or "between" in lead:
                joined[-1] = _range(before, hit)
                continue
        joined.append(hit)
    return joined


def _range(before: _Found, after: _Found) -> _Found:
    left, right = before.moment, after.moment
    if "year=" in right.form and left.form.startswith("month=") and "year=" not in left.form:
        left = _in_year(left, right.form.partition("year=")[2][:4])
    known = left.start and right.end and left.start <= right.end
    if not left.start or not right.end or known:
        both = left.resolved if left.resolved == right.resolved else ("published" if known else "")
        moment = Moment(
            left.start if known else "",
            right.end if known else "",
            "range",
            f"{left.form}..{right.form}",
            both,
        )
        return _Found(before.start, after.end, moment)
    return _Found(before.start, after.end, Moment("", "", "range", f"{left.form}..{right.form}"))


def _in_year(left: Moment, year: str) -> Moment:
    """ "June" of "June to August 1992", and "3 March" of "3 March to 5 April 2024", with the year that is said later."""
    parts = dict(part.partition("=")[::2] for part in left.form.split())
    if not year.isdecimal() or not parts["month"].isdecimal() or not parts.get("day", "1").isdecimal():
        return left
    month = int(parts["month"])
    days = (
        calendar.day(int(year), month, int(parts["day"]))
        if "day" in parts
        else calendar.month(int(year), month)
    )
    return as_moment(days, left.precision, f"{left.form} year={year}", True)
