"""Dates and periods, absolute and relative: "3 March 2022", "Tuesday morning", "last March", "later the same day"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from compare.claims.details import calendar, roles
from compare.claims.details.numerals import ONES, ORDINALS, TENS
from compare.claims.details.tables import word_set
from compare.claims.details.tokens import Tokens
from compare.claims.details.values import Moment, Precision
from compare.records import Detail

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep",
            "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu", "friday fri", "saturday sat",
            "sunday sun",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}
_WHICH = {
    "last": "last", "past": "last", "previous": "last", "next": "next", "coming": "next", "upcoming": "next", "this": "this",
    "current": "this", "following": "after", "the following": "after", "the next": "after", "the previous": "before", "the same": "same", "that same": "same",
    "that": "same", "same": "same", "the last": "last", "the past": "last", "the coming": "next", "the current": "this", "the very next": "after",
    "the very same": "same", "later the same": "same", "earlier the same": "same", "later that": "same", "earlier that": "same", "later that same": "same",
    "earlier that same": "same", "later this": "this", "earlier this": "this", "late last": "last", "early next": "next", "early last": "last",
    "late next": "next", "later in the": "same", "the other": "", "the preceding": "before", "the day's": "",
}  # fmt: skip

_MONTH = r"(?P<month>[a-z]{3,9})\b\.?"
_WEEKDAY = r"(?P<weekday>[a-z]{3,9})\b\.?"
"""Any word: `_names_fit` looks it up, which compiles and matches faster than forty alternatives."""

_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%])"
_DAY2 = r"(?:\s?(?:-|–|to|and|through|&)\s?(?P<day2>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:]))?"
_YEAR = r"(?P<year>(?:1[0-9]|20|21)\d\d)(?![\d%]|[.,:/]\d|s\b|-\d{3})"
_PART = r"(?:[\s-](?:(?:early|late|mid|in the|at|during the)[\s-])?(?P<part>morning|afternoon|evening|night|lunchtime)\b)?"
_NUMBER_WORD = r"(?:\d{1,4}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|several|a few|a couple of|couple of|half a)"
_UNIT = r"(?P<unit>day|week|weekend|fortnight|month|quarter|year|decade|century|centurie)"
_WHICH_PATTERN = "|".join(sorted((re.escape(phrase) for phrase in _WHICH if phrase), key=len, reverse=True))

_NUMERIC = re.compile(
    r"(?P<y>(?:1[5-9]|20)\d\d)[-/.](?P<m>0?[1-9]|1[0-2])[-/.](?P<d>3[01]|[12]\d|0?[1-9])(?![\d])(?:t\d\d:\d\d[\d:.z+]*)?"
    r"|(?P<a>3[01]|[12]\d|0?[1-9])(?P<sep>[/.-])(?P<b>3[01]|[12]\d|0?[1-9])(?P=sep)(?P<yy>(?:1[5-9]|20)\d\d|\d\d)(?!\d|[./]\d)"
)
_DAY_MONTH = re.compile(
    rf"(?:{_WEEKDAY},?\s(?:the\s)?)?{_DAY}{_DAY2}(?:\s|-)(?:of\s)?(?:this\s)?{_MONTH}(?:,?[\s-](?:of\s)?{_YEAR})?{_PART}"
)
_MONTH_DAY = re.compile(
    rf"(?:{_WEEKDAY},?\s)?{_MONTH}[\s-]?(?:the\s)?{_DAY}(?!\s?(?:[ap]\.?m\b|percent|per cent)){_DAY2}(?:,?\s?(?:of\s)?{_YEAR})?{_PART}"
)
_MONTH_YEAR = re.compile(
    rf"(?:(?P<mod>early|mid|late|end of|the end of|the start of|start of|beginning of)[\s-])?(?:(?P<which>last|next|this|past|this past|this coming)\s)?{_MONTH}"
    rf"(?:,?\s?(?:of\s)?(?:{_YEAR}|(?P<which2>last|next|this|that)\syear))?"
)
_WEEKDAY_ONLY = re.compile(
    rf"(?:(?P<which>last|next|this|past|coming|this coming|this upcoming|this past|following|the following|the previous|early|late|that same|that)\s)?{_WEEKDAY}"
    rf"(?:\s(?P<week>last|next|this)\sweek)?{_PART}"
)
_NAMED_DAY = re.compile(
    rf"(?:the\s)?(?P<name>day before yesterday|day after tomorrow|today|tonight|yesterday|tomorrow|overnight|last night|this morning|this afternoon"
    rf"|this evening|tonight)\b(?:'s)?{_PART}"
)
_PERIOD = re.compile(
    rf"(?P<which>{_WHICH_PATTERN})\s(?:(?P<count>{_NUMBER_WORD})\s)?(?:{_UNIT}s?|(?P<season>spring|summer|autumn|fall|winter)"
    r"|(?P<partonly>morning|afternoon|evening|night))\b"
)
_AGO = re.compile(
    rf"(?P<count>{_NUMBER_WORD})\s(?:{_UNIT}s?)\s(?P<way>ago|earlier|later|from now|on from|previously|hence)\b"
)
_YEARS = re.compile(
    rf"(?:(?P<mod>early|mid|late)[\s-])?{_YEAR}(?:(?:\s?[-–/]\s?|\s(?:to|until|through|and)\s)(?P<year2>(?:1[5-9]|20|21)\d\d|\d\d)(?![\d%.,]|-?[a-z]))?"
)
_DECADE = re.compile(
    r"(?:the\s)?(?:(?P<mod>early|mid|late)[\s-])?(?:(?P<decade>(?:1[5-9]|20)\d0)\s?'?s|['’](?P<short>\d0)s)\b"
)
_CENTURY = re.compile(r"(?P<century>\d\d?(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)[\s-]century\b")
_SEASON_YEAR = re.compile(
    rf"(?:(?P<mod>early|mid|late)[\s-])?(?P<season>spring|summer|autumn|fall|winter)\s(?:of\s)?{_YEAR}"
)
_QUARTER = re.compile(
    rf"(?:the\s)?(?:q(?P<q>[1-4])|(?P<word>first|second|third|fourth|final|last|1st|2nd|3rd|4th)[\s-](?P<size>quarter|half|months?))"
    rf"(?:,?\s(?:of\s)?(?:(?P<which>last|next|this|the)\s(?:year\b)?)?(?:{_YEAR})?)?"
)
_HOLIDAY = re.compile(
    r"(?P<holiday>christmas day|christmas eve|christmas|new year's day|new year's eve|new year’s day|new year’s eve|boxing day|valentine's day|may day|halloween)\b"
)
_HOLIDAYS = {
    "christmas day": (12, 25), "christmas": (12, 25), "christmas eve": (12, 24), "new year's day": (1, 1), "new year's eve": (12, 31),
    "boxing day": (12, 26), "valentine's day": (2, 14), "may day": (5, 1), "halloween": (10, 31),
}  # fmt: skip

_RISKY_MONTHS = word_set("may march mar sep dec jan jun")
_RISKY_WEEKDAYS = word_set("sun sat mon wed thu tue fri")
_MONTH_CONTEXT = word_set(
    """
    in since until till by of from during before after last next this early mid late through every and to
    for
    """
)
_YEAR_CONTEXT = word_set(
    """
    in since until till by of from during before after between around through for circa to early late mid
    and year over ( , - –
    """
)
_FUTURE = word_set("will shall 'll won't upcoming would")
_FUTURE_TO = word_set("schedule due plan expect set intend be")
"""Looking ahead only before "to", "for" or "on": "is due on Friday", "are to meet"."""


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    moment: Moment


@dataclass(frozen=True, slots=True)
class _Scene:
    """What a reader of one pattern needs besides the match."""

    tokens: Tokens
    index: int
    published: date | None
    future: bool


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
    readers = _READERS.get(tokens.lows[index].rstrip("."))
    if readers is None:
        if tokens.is_number(index):
            readers = _NUMBER_READERS
        elif tokens.lows[index] in ("'", "’"):
            readers = ((_DECADE, _decade),)
        else:
            return None
    if tokens.glued(index) and (tokens.word(index - 1)[0].isalnum() or tokens.word(index - 1) in "$€£#@"):
        return None
    scene: _Scene | None = None
    for pattern, read in readers:
        match = pattern.match(lowered, tokens.starts[index])
        if match and _names_fit(match):
            scene = scene or _Scene(tokens, index, published, _looks_ahead(tokens, index))
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
    return _moment(days, left.precision, f"{left.form} year={year}", True)


# --- one reader a pattern ---


def _moment(days: tuple[date, date] | None, precision: Precision, form: str, absolute: bool) -> Moment:
    if days is None:
        return Moment("", "", precision, form)
    return Moment(
        days[0].isoformat(), days[1].isoformat(), precision, form, "absolute" if absolute else "published"
    )


def _part_of(match: re.Match[str]) -> str:
    part = match.groupdict().get("part")
    return f" part={part}" if part else ""


def _numeric(match: re.Match[str], _: _Scene) -> Moment | None:
    if match["y"]:
        year, month, number = int(match["y"]), int(match["m"]), int(match["d"])
    else:
        year, (month, number) = _full_year(match["yy"]), _day_and_month(int(match["a"]), int(match["b"]))
        if not month:
            return (
                Moment("", "", "day", f"year={year} numeric={match['a']}/{match['b']}")
                if match["sep"] == "/"
                else None
            )
    days = calendar.day(year, month, number) if month <= 12 else None
    return _moment(days, "day", f"month={month} day={number} year={year}", True) if days else None


def _full_year(text: str) -> int:
    year = int(text)
    return year if year > 99 else year + (2000 if year < 70 else 1900)


def _day_and_month(a: int, b: int) -> tuple[int, int]:
    """(month, day) of 27/1 and 1/27; (0, 0) when both readings are possible and differ."""
    if a > 12 >= b:
        return b, a
    return (a, b) if b > 12 >= a or a == b else (0, 0)


def _dated(match: re.Match[str], scene: _Scene) -> Moment | None:
    month, number = MONTHS[match["month"]], int(match["day"])
    if (
        match["month"] == "may"
        and match.re is _MONTH_DAY
        and not match["year"]
        and not scene.tokens.word(scene.index).istitle()
    ):
        return None
    form = f"month={month} day={number}"
    last = int(match["day2"]) if match["day2"] else number
    if match["year"]:
        first, final = (
            calendar.day(int(match["year"]), month, number),
            calendar.day(int(match["year"]), month, last),
        )
        form += f" year={match['year']}"
    elif scene.published:
        first, final = (
            calendar.nearest_day(scene.published, month, number),
            calendar.nearest_day(scene.published, month, last),
        )
    else:
        first = final = None
    if last != number:
        form += f"..{last}"
    days = (first[0], final[1]) if first and final and first[0] <= final[1] else None
    precision: Precision = "range" if last != number else "part" if match["part"] else "day"
    return _moment(days, precision, form + _part_of(match), bool(match["year"]))


def _month_year(match: re.Match[str], scene: _Scene) -> Moment | None:
    name, which = match["month"], (match["which"] or "").split(" ")[-1]
    if not _is_month(match, scene, name):
        return None
    month = MONTHS[name]
    which = {"past": "last", "coming": "next"}.get(which, which)
    form, mod = f"month={month}", _mod(match["mod"])
    if match["year"]:
        return _moment(
            calendar.month(int(match["year"]), month), "month", f"{form} year={match['year']}{mod}", True
        )
    shift = {"last": -1, "next": 1, "this": 0}.get(match["which2"] or "")
    days = None
    if scene.published and shift is not None:
        days = calendar.month(scene.published.year + shift, month)
    elif scene.published and match["which2"] is None:
        days = calendar.month_without_year(scene.published, month, which, scene.future)
    relative = f" year={shift:+d}" if shift else ""
    return _moment(days, "month", form + relative + (f" {which}" if which else "") + mod, False)


def _is_month(match: re.Match[str], scene: _Scene, name: str) -> bool:
    """Whether "may" or "march" is a month here: a number, a word before it, or its capital letter say so."""
    printed = scene.tokens.text[match.start("month") : match.end("month")]
    if match["year"] or match["which"] or match["which2"] or match["mod"]:
        return True
    if name not in _RISKY_MONTHS:
        return (
            name not in ("jan", "jun", "mar", "apr", "aug", "oct", "nov", "feb", "sept")
            or printed[:1].isupper()
        )
    before = scene.tokens.low(scene.index - 1)
    if name in ("may", "march"):
        return printed[:1].isupper() and before in _MONTH_CONTEXT
    return printed[:1].isupper() and (printed.endswith(".") or before in _MONTH_CONTEXT)


def _mod(mod: str | None) -> str:
    return (
        ""
        if not mod
        else " mod="
        + {"end of": "late", "the end of": "late"}.get(
            mod, "early" if "start" in mod or "beginning" in mod else mod
        )
    )


def _weekday(match: re.Match[str], scene: _Scene) -> Moment | None:
    name, which = match["weekday"], match["which"] or ""
    if name in _RISKY_WEEKDAYS and not _is_weekday(match, scene):
        return None
    number = WEEKDAYS[name]
    which = _WHICH.get(which.split(" ")[-1] if which.startswith("this ") else which, "")
    form = f"weekday={number}" + _part_of(match) + (f" {which}" if which else "")
    days = None
    if match["week"]:
        form += f" week={_STEP[match['week']]:+d}"
        week = calendar.shifted(scene.published, "week", _STEP[match["week"]]) if scene.published else None
        days = calendar.weekday(week[0], number, "this", False) if week else None
    elif scene.published and which not in ("after", "before", "same"):
        days = calendar.weekday(scene.published, number, which, scene.future)
    return _moment(days, "part" if match["part"] else "day", form, False)


_STEP = {"last": -1, "this": 0, "next": 1}


def _is_weekday(match: re.Match[str], scene: _Scene) -> bool:
    printed = scene.tokens.text[match.start("weekday") : match.end("weekday")]
    return printed[:1].isupper() and (
        printed.endswith(".") or scene.tokens.low(scene.index - 1) == "on" or match["which"] is not None
    )


_NAMED = {
    "today": (0, ""), "tonight": (0, "night"), "yesterday": (-1, ""), "tomorrow": (1, ""), "day before yesterday": (-2, ""),
    "day after tomorrow": (2, ""), "overnight": (0, "overnight"), "last night": (-1, "night"), "this morning": (0, "morning"),
    "this afternoon": (0, "afternoon"), "this evening": (0, "evening"),
}  # fmt: skip


def _named_day(match: re.Match[str], scene: _Scene) -> Moment | None:
    shift, part = _NAMED[match["name"]]
    part = part or match["part"] or ""
    if part == "overnight":
        return Moment("", "", "part", "part=overnight")
    days = calendar.shifted(scene.published, "day", shift) if scene.published else None
    form = f"day={shift:+d}" + (f" part={part}" if part else "")
    return _moment(days, "part" if part else "day", form, False)


def _period(match: re.Match[str], scene: _Scene) -> Moment | None:
    which, unit = _WHICH[match["which"]], match["unit"] or ""
    if not which or (
        match["which"] in ("that", "same", "following", "past", "previous", "current", "coming") and not unit
    ):
        return None
    unit = "century" if unit == "centurie" else unit
    if match["count"]:
        return _span_of_units(match, scene, which, unit)
    if match["partonly"]:
        return Moment("", "", "part", f"part={match['partonly']} {which}")
    if which in ("same", "after", "before"):
        if match["season"]:
            return None
        return Moment("", "", _precision(unit), f"{which} {unit}")
    shift = _STEP[which]
    if match["season"]:
        return _season_near(match, scene, which)
    if unit == "day":
        return None if which == "this" else Moment("", "", "range", f"days {which}")
    days = calendar.shifted(scene.published, unit, shift) if scene.published else None
    return _moment(days, _precision(unit), f"{unit}={shift:+d}", False)


def _season_near(match: re.Match[str], scene: _Scene, which: str) -> Moment:
    season = _SEASONS[match["season"]]
    days = None
    if scene.published:
        now = scene.published.year - (season == "winter" and scene.published.month < 3)
        first, last = calendar.season(season, now)
        shift = 0
        if which == "last" and last >= scene.published:
            shift = -1
        elif which == "next" and first <= scene.published:
            shift = 1
        days = calendar.season(season, now + shift)
    return _moment(days, "season", f"season={season} {which}", False)


def _span_of_units(match: re.Match[str], scene: _Scene, which: str, unit: str) -> Moment | None:
    count = _count(match["count"])
    if which not in ("last", "next") or not count or not unit:
        return None
    edge = (
        calendar.shifted(scene.published, unit, -count if which == "last" else count)
        if scene.published
        else None
    )
    days = None
    if edge and scene.published:
        days = (edge[0], scene.published) if which == "last" else (scene.published, edge[1])
    return _moment(days, "range", f"{which} {count} {unit}", False)


def _precision(unit: str) -> Precision:
    known: dict[str, Precision] = {
        "day": "day", "week": "week", "weekend": "weekend", "fortnight": "range", "month": "month", "quarter": "quarter", "year": "year",
        "decade": "decade", "century": "century",
    }  # fmt: skip
    return known.get(unit, "range")


def _count(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return {"a": 1, "an": 1, "couple of": 2, "a couple of": 2, "several": 0, "a few": 0, "half a": 0}.get(
        text, ONES.get(text, TENS.get(text, 0))
    )


def _ago(match: re.Match[str], scene: _Scene) -> Moment | None:
    count, unit, way = _count(match["count"]), match["unit"], match["way"]
    if unit in ("weekend", "quarter", "centurie"):
        return None
    sign = 1 if way in ("later", "from now", "on from", "hence") else -1
    absolute = way in ("ago", "from now", "previously", "hence")
    if not absolute:
        return Moment("", "", _precision(unit), f"{unit}={sign * count:+d} than before")
    if not count:
        return Moment("", "", _precision(unit), f"{match['count']} {unit} {way}")
    days = calendar.shifted(scene.published, unit, sign * count) if scene.published else None
    return _moment(days, _precision(unit), f"{unit}={sign * count:+d}", False)


def _years(match: re.Match[str], scene: _Scene) -> Moment | None:
    tokens, index, year = scene.tokens, scene.index, int(match["year"])
    if not match["mod"] and not match["year2"] and not _is_year(tokens, index, match.end()):
        return None
    if match["year2"]:
        last = int(match["year2"]) if len(match["year2"]) == 4 else year // 100 * 100 + int(match["year2"])
        if last <= year or last - year > 200 or not _is_year(tokens, index, match.end()):
            return None if last != year else _moment(calendar.year(year), "year", f"year={year}", True)
        return _moment((date(year, 1, 1), date(last, 12, 31)), "range", f"year={year}..{last}", True)
    return _moment(calendar.year(year), "year", f"year={year}{_mod(match['mod'])}", True)


def _is_year(tokens: Tokens, index: int, end: int) -> bool:
    """Whether four digits name a year: a word before them says so, and no counted noun or unit follows."""
    before = tokens.low(index - 1)
    after_at = next((at for at in range(index, len(tokens)) if tokens.starts[at] >= end), len(tokens))
    after = tokens.low(after_at)
    if before in ("$", "€", "£", "¥", "₹", "#", "no", "no.") or after in (
        "%",
        "°",
        "percent",
        "per",
        "km",
        "m",
        "metres",
        "feet",
        "miles",
        "people",
        "gmt",
        "hours",
        "hrs",
    ):
        return False
    if before in ("about", "some", "nearly", "almost", "than", "least", "roughly", "approximately"):
        return False
    if before in _YEAR_CONTEXT or (before == "the" and after not in ("people",)):
        return (
            not after.endswith("s")
            or after in ("'s", "was", "is", "has", "as", "olympics", "games", "elections", "talks")
            or before in ("in", "since")
        )
    return (
        index == 0
        or before in ("’s", "'s")
        or tokens.is_capital(index - 1)
        or after in ("", ".", ",", ")", ";")
    )


def _decade(match: re.Match[str], _: _Scene) -> Moment | None:
    first = int(match["decade"]) if match["decade"] else _full_year(match["short"])
    return _moment(calendar.years(first, 10), "decade", f"decade={first}{_mod(match['mod'])}", True)


def _century(match: re.Match[str], _: _Scene) -> Moment | None:
    text = match["century"]
    if text[0].isdecimal():
        number = int(re.sub(r"\D", "", text))
    else:
        tens, ones = [*text.split("-"), ""][:2]
        number = ORDINALS.get(text, TENS.get(tens, 0) + ORDINALS.get(ones, 0))
    if not 1 <= number <= 30:
        return None
    return _moment(calendar.years(100 * number - 99, 100), "century", f"century={number}", True)


def _season_year(match: re.Match[str], _: _Scene) -> Moment | None:
    season, year = _SEASONS[match["season"]], int(match["year"])
    return _moment(
        calendar.season(season, year), "season", f"season={season} year={year}{_mod(match['mod'])}", True
    )


def _quarter(match: re.Match[str], scene: _Scene) -> Moment | None:
    size = "quarter" if match["q"] else match["size"]
    if size not in ("quarter", "half") or (size == "half" and not match["year"] and not match["which"]):
        return None
    word = match["word"] or match["q"]
    number = {"final": 4, "last": 4}.get(word, ORDINALS.get(word, int(word[0]) if word[0].isdecimal() else 0))
    if number not in (1, 2, 3, 4) or (size == "half" and number > 2):
        return None
    year = int(match["year"]) if match["year"] else 0
    shift = _STEP.get(match["which"] or "")
    relative = f" year={shift:+d}" if shift is not None else ""
    of = year or (scene.published.year + shift if scene.published and shift is not None else 0)
    days = None
    if of:
        days = (
            calendar.quarter(number, of)
            if size == "quarter"
            else (calendar.quarter(2 * number - 1, of)[0], calendar.quarter(2 * number, of)[1])
        )
    precision: Precision = "quarter" if size == "quarter" else "half"
    return _moment(days, precision, f"{size}={number}" + (f" year={year}" if year else relative), bool(year))


def _holiday(match: re.Match[str], scene: _Scene) -> Moment | None:
    month, number = _HOLIDAYS[match["holiday"].replace("’", "'")]
    days = calendar.nearest_day(scene.published, month, number) if scene.published else None
    return _moment(days, "day", f"month={month} day={number}", False)


_Reader = tuple[re.Pattern[str], Callable[[re.Match[str], _Scene], Moment | None]]
_DATED: tuple[_Reader, ...] = ((_DAY_MONTH, _dated), (_MONTH_DAY, _dated))
_MONTHLY: tuple[_Reader, ...] = (
    (_MONTH_DAY, _dated),
    (_SEASON_YEAR, _season_year),
    (_MONTH_YEAR, _month_year),
)
_NUMBER_READERS: tuple[_Reader, ...] = (
    (_NUMERIC, _numeric), (_DAY_MONTH, _dated), (_DECADE, _decade), (_CENTURY, _century), (_QUARTER, _quarter), (_AGO, _ago), (_YEARS, _years),
)  # fmt: skip


def _readers() -> dict[str, tuple[_Reader, ...]]:
    """First word → the patterns to try there."""
    table: dict[str, tuple[_Reader, ...]] = {}

    def add(words: str, *readers: _Reader) -> None:
        for word in words.split():
            table[word] = (*table.get(word, ()), *readers)

    add(" ".join(MONTHS), *_MONTHLY)
    add(" ".join(WEEKDAYS), *_DATED, (_WEEKDAY_ONLY, _weekday))
    add("today tonight yesterday tomorrow overnight day the last this", (_NAMED_DAY, _named_day))
    add("the", (_DECADE, _decade), (_QUARTER, _quarter))
    add("last next this past coming early late that following", (_WEEKDAY_ONLY, _weekday))
    add("last next this past early mid late end start beginning the", (_MONTH_YEAR, _month_year))
    add(
        "early mid late spring summer autumn fall winter",
        (_SEASON_YEAR, _season_year),
        (_DECADE, _decade),
        (_YEARS, _years),
    )
    add("the", (_WEEKDAY_ONLY, _weekday))
    add(
        "last next this past previous coming upcoming current following that same later earlier late early the",
        (_PERIOD, _period),
    )
    add("first second third fourth final last q1 q2 q3 q4 q", (_QUARTER, _quarter))
    add(" ".join(ORDINALS) + " twenty thirty", (_CENTURY, _century))
    add(" ".join([*ONES, "a", "an", "several", "couple", "half", "twenty", "thirty"]), (_AGO, _ago))
    add("christmas new boxing valentine's valentine halloween may", (_HOLIDAY, _holiday))
    return table


_READERS = _readers()
