"""What each pattern of a date means: one reader a pattern."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from compare.claims.details import calendar
from compare.claims.details.date_patterns import (
    AGO,
    CENTURY,
    DAY_MONTH,
    DECADE,
    HOLIDAY,
    HOLIDAYS,
    MONTH_CONTEXT,
    MONTH_DAY,
    MONTH_YEAR,
    MONTHS,
    NAMED_DAY,
    NUMERIC,
    PERIOD,
    QUARTER,
    RISKY_MONTHS,
    RISKY_WEEKDAYS,
    SEASON_YEAR,
    SEASONS,
    WEEKDAY_ONLY,
    WEEKDAYS,
    WHICH,
    YEAR_CONTEXT,
    YEARS,
)
from compare.claims.details.number_tables import ONES, ORDINALS, TENS
from compare.claims.details.tokens import Tokens
from compare.claims.details.values import Moment, Precision


@dataclass(frozen=True, slots=True)
class Scene:
    """What a reader of one pattern needs besides the match."""

    tokens: Tokens
    index: int
    published: date | None
    future: bool


def as_moment(days: tuple[date, date] | None, precision: Precision, form: str, absolute: bool) -> Moment:
    """A moment of the given days, or with its symbolic form alone when the days can't be known."""
    if days is None:
        return Moment("", "", precision, form)
    return Moment(
        days[0].isoformat(), days[1].isoformat(), precision, form, "absolute" if absolute else "published"
    )


def _part_of(match: re.Match[str]) -> str:
    part = match.groupdict().get("part")
    return f" part={part}" if part else ""


def _numeric(match: re.Match[str], _: Scene) -> Moment | None:
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
    return as_moment(days, "day", f"month={month} day={number} year={year}", True) if days else None


def _full_year(text: str) -> int:
    year = int(text)
    return year if year > 99 else year + (2000 if year < 70 else 1900)


def _day_and_month(a: int, b: int) -> tuple[int, int]:
    """(month, day) of 27/1 and 1/27; (0, 0) when both readings are possible and differ."""
    if a > 12 >= b:
        return b, a
    return (a, b) if b > 12 >= a or a == b else (0, 0)


def _dated(match: re.Match[str], scene: Scene) -> Moment | None:
    month, number = MONTHS[match["month"]], int(match["day"])
    if (
        match["month"] == "may"
        and match.re is MONTH_DAY
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
    return as_moment(days, precision, form + _part_of(match), bool(match["year"]))


def _month_year(match: re.Match[str], scene: Scene) -> Moment | None:
    name, which = match["month"], (match["which"] or "").split(" ")[-1]
    if not _is_month(match, scene, name):
        return None
    month = MONTHS[name]
    which = {"past": "last", "coming": "next"}.get(which, which)
    form, mod = f"month={month}", _mod(match["mod"])
    if match["year"]:
        return as_moment(
            calendar.month(int(match["year"]), month), "month", f"{form} year={match['year']}{mod}", True
        )
    shift = {"last": -1, "next": 1, "this": 0}.get(match["which2"] or "")
    days = None
    if scene.published and shift is not None:
        days = calendar.month(scene.published.year + shift, month)
    elif scene.published and match["which2"] is None:
        days = calendar.month_without_year(scene.published, month, which, scene.future)
    relative = f" year={shift:+d}" if shift else ""
    return as_moment(days, "month", form + relative + (f" {which}" if which else "") + mod, False)


def _is_month(match: re.Match[str], scene: Scene, name: str) -> bool:
    """Whether "may" or "march" is a month here: a number, a word before it, or its capital letter say so."""
    printed = scene.tokens.text[match.start("month") : match.end("month")]
    if match["year"] or match["which"] or match["which2"] or match["mod"]:
        return True
    if name not in RISKY_MONTHS:
        return (
            name not in ("jan", "jun", "mar", "apr", "aug", "oct", "nov", "feb", "sept")
            or printed[:1].isupper()
        )
    before = scene.tokens.low(scene.index - 1)
    if name in ("may", "march"):
        return printed[:1].isupper() and before in MONTH_CONTEXT
    return printed[:1].isupper() and (printed.endswith(".") or before in MONTH_CONTEXT)


def _mod(mod: str | None) -> str:
    return (
        ""
        if not mod
        else " mod="
        + {"end of": "late", "the end of": "late"}.get(
            mod, "early" if "start" in mod or "beginning" in mod else mod
        )
    )


def _weekday(match: re.Match[str], scene: Scene) -> Moment | None:
    name, which = match["weekday"], match["which"] or ""
    if name in RISKY_WEEKDAYS and not _is_weekday(match, scene):
        return None
    number = WEEKDAYS[name]
    which = WHICH.get(which.split(" ")[-1] if which.startswith("this ") else which, "")
    form = f"weekday={number}" + _part_of(match) + (f" {which}" if which else "")
    days = None
    if match["week"]:
        form += f" week={_STEP[match['week']]:+d}"
        week = calendar.shifted(scene.published, "week", _STEP[match["week"]]) if scene.published else None
        days = calendar.weekday(week[0], number, "this", False) if week else None
    elif scene.published and which not in ("after", "before", "same"):
        days = calendar.weekday(scene.published, number, which, scene.future)
    return as_moment(days, "part" if match["part"] else "day", form, False)


_STEP = {"last": -1, "this": 0, "next": 1}


def _is_weekday(match: re.Match[str], scene: Scene) -> bool:
    printed = scene.tokens.text[match.start("weekday") : match.end("weekday")]
    return printed[:1].isupper() and (
        printed.endswith(".") or scene.tokens.low(scene.index - 1) == "on" or match["which"] is not None
    )


_NAMED = {
    "today": (0, ""), "tonight": (0, "night"), "yesterday": (-1, ""), "tomorrow": (1, ""), "day before yesterday": (-2, ""),
    "day after tomorrow": (2, ""), "overnight": (0, "overnight"), "last night": (-1, "night"), "this morning": (0, "morning"),
    "this afternoon": (0, "afternoon"), "this evening": (0, "evening"),
}  # fmt: skip


def _named_day(match: re.Match[str], scene: Scene) -> Moment | None:
    shift, part = _NAMED[match["name"]]
    part = part or match["part"] or ""
    if part == "overnight":
        return Moment("", "", "part", "part=overnight")
    days = calendar.shifted(scene.published, "day", shift) if scene.published else None
    form = f"day={shift:+d}" + (f" part={part}" if part else "")
    return as_moment(days, "part" if part else "day", form, False)


def _period(match: re.Match[str], scene: Scene) -> Moment | None:
    which, unit = WHICH[match["which"]], match["unit"] or ""
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
    return as_moment(days, _precision(unit), f"{unit}={shift:+d}", False)


def _season_near(match: re.Match[str], scene: Scene, which: str) -> Moment:
    season = SEASONS[match["season"]]
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
    return as_moment(days, "season", f"season={season} {which}", False)


def _span_of_units(match: re.Match[str], scene: Scene, which: str, unit: str) -> Moment | None:
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
    return as_moment(days, "range", f"{which} {count} {unit}", False)


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


def _ago(match: re.Match[str], scene: Scene) -> Moment | None:
    count, unit, way = _count(match["count"]), match["unit"], match["way"]
    if unit in ("weekend", "quarter", "centurie"):
        return None
    sign = 1 if way in ("later", "afterwards", "from now", "on from", "hence") else -1
    absolute = way in ("ago", "from now", "previously", "hence")
    if not absolute:
        return Moment("", "", _precision(unit), f"{unit}={sign * count:+d} than before")
    if not count:
        return Moment("", "", _precision(unit), f"{match['count']} {unit} {way}")
    days = calendar.shifted(scene.published, unit, sign * count) if scene.published else None
    return as_moment(days, _precision(unit), f"{unit}={sign * count:+d}", False)


def _years(match: re.Match[str], scene: Scene) -> Moment | None:
    tokens, index, year = scene.tokens, scene.index, int(match["year"])
    if not match["mod"] and not match["year2"] and not _is_year(tokens, index, match.end()):
        return None
    if match["year2"]:
        last = int(match["year2"]) if len(match["year2"]) == 4 else year // 100 * 100 + int(match["year2"])
        if last <= year or last - year > 200 or not _is_year(tokens, index, match.end()):
            return None if last != year else as_moment(calendar.year(year), "year", f"year={year}", True)
        return as_moment((date(year, 1, 1), date(last, 12, 31)), "range", f"year={year}..{last}", True)
    return as_moment(calendar.year(year), "year", f"year={year}{_mod(match['mod'])}", True)


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
    if before in YEAR_CONTEXT or (before == "the" and after not in ("people",)):
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


def read_decade(match: re.Match[str], _: Scene) -> Moment | None:
    """ "the 1990s", "the late '50s"."""
    first = int(match["decade"]) if match["decade"] else _full_year(match["short"])
    return as_moment(calendar.years(first, 10), "decade", f"decade={first}{_mod(match['mod'])}", True)


def _century(match: re.Match[str], _: Scene) -> Moment | None:
    text = match["century"]
    if text[0].isdecimal():
        number = int(re.sub(r"\D", "", text))
    else:
        tens, ones = [*text.split("-"), ""][:2]
        number = ORDINALS.get(text, TENS.get(tens, 0) + ORDINALS.get(ones, 0))
    if not 1 <= number <= 30:
        return None
    return as_moment(calendar.years(100 * number - 99, 100), "century", f"century={number}", True)


def _season_year(match: re.Match[str], _: Scene) -> Moment | None:
    season, year = SEASONS[match["season"]], int(match["year"])
    return as_moment(
        calendar.season(season, year), "season", f"season={season} year={year}{_mod(match['mod'])}", True
    )


def _quarter(match: re.Match[str], scene: Scene) -> Moment | None:
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
    return as_moment(
        days, precision, f"{size}={number}" + (f" year={year}" if year else relative), bool(year)
    )


def _holiday(match: re.Match[str], scene: Scene) -> Moment | None:
    month, number = HOLIDAYS[match["holiday"].replace("’", "'")]
    days = calendar.nearest_day(scene.published, month, number) if scene.published else None
    return as_moment(days, "day", f"month={month} day={number}", False)


_Reader = tuple[re.Pattern[str], Callable[[re.Match[str], Scene], Moment | None]]
_DATED: tuple[_Reader, ...] = ((DAY_MONTH, _dated), (MONTH_DAY, _dated))
_MONTHLY: tuple[_Reader, ...] = (
    (MONTH_DAY, _dated),
    (SEASON_YEAR, _season_year),
    (MONTH_YEAR, _month_year),
)
NUMBER_READERS: tuple[_Reader, ...] = (
    (NUMERIC, _numeric), (DAY_MONTH, _dated), (DECADE, read_decade), (CENTURY, _century), (QUARTER, _quarter), (AGO, _ago), (YEARS, _years),
)  # fmt: skip


def _readers() -> dict[str, tuple[_Reader, ...]]:
    """First word → the patterns to try there."""
    table: dict[str, tuple[_Reader, ...]] = {}

    def add(words: str, *readers: _Reader) -> None:
        for word in words.split():
            table[word] = (*table.get(word, ()), *readers)

    add(" ".join(MONTHS), *_MONTHLY)
    add(" ".join(WEEKDAYS), *_DATED, (WEEKDAY_ONLY, _weekday))
    add("today tonight yesterday tomorrow overnight day the last this", (NAMED_DAY, _named_day))
    add("the", (DECADE, read_decade), (QUARTER, _quarter))
    add("last next this past coming early late that following", (WEEKDAY_ONLY, _weekday))
    add("last next this past early mid late end start beginning the", (MONTH_YEAR, _month_year))
    add(
        "early mid late spring summer autumn fall winter",
        (SEASON_YEAR, _season_year),
        (DECADE, read_decade),
        (YEARS, _years),
    )
    add("the", (WEEKDAY_ONLY, _weekday))
    add(
        "last next this past previous coming upcoming current following that same later earlier late early the",
        (PERIOD, _period),
    )
    add("first second third fourth final last q1 q2 q3 q4 q", (QUARTER, _quarter))
    add(" ".join(ORDINALS) + " twenty thirty", (CENTURY, _century))
    add(" ".join([*ONES, "a", "an", "several", "couple", "half", "twenty", "thirty"]), (AGO, _ago))
    add("christmas new boxing valentine's valentine halloween may", (HOLIDAY, _holiday))
    return table


READERS = _readers()
