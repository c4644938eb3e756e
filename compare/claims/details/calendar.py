"""Working out relative dates against a day of publication: symbolic form → first and last day."""

from __future__ import annotations

import calendar as _calendar
from datetime import date, datetime, timedelta

PARTS = ("morning", "afternoon", "evening", "night")


def parse_published(published: str | None) -> date | None:
    """The day of an ISO 8601 date or date and time; None when it isn't one, names no day or no year of print."""
    found = _parse((published or "").strip())
    return found if found and 1000 < found.year < 3000 else None


def _parse(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        pass
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def day(year: int, month: int, number: int) -> tuple[date, date] | None:
    """One day as a range; None when the calendar doesn't have it."""
    try:
        only = date(year, month, number)
    except ValueError:
        return None
    return only, only


def month(year: int, number: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, number, 1), date(year, number, _calendar.monthrange(year, number)[1])


def year(number: int) -> tuple[date, date]:
    """First and last day of a year."""
    return date(number, 1, 1), date(number, 12, 31)


def years(first: int, count: int) -> tuple[date, date]:
    """First and last day of `count` years."""
    return date(first, 1, 1), date(first + count - 1, 12, 31)


def quarter(number: int, of: int) -> tuple[date, date]:
    """First and last day of the `number`th quarter of the year `of`."""
    return date(of, 3 * number - 2, 1), month(of, 3 * number)[1]


def season(name: str, of: int) -> tuple[date, date]:
    """Meteorological seasons of the northern half; winter runs from December of the year `of`."""
    first = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}[name]
    return date(of, first, 1), month(of + (first == 12), (first + 1) % 12 + 1)[1]


def nearest_day(published: date, month_number: int, number: int) -> tuple[date, date] | None:
    """The day and month nearest to the publication, when no year is said."""
    days = [found for of in (-1, 0, 1) if (found := day(published.year + of, month_number, number))]
    return min(days, key=lambda found: abs((found[0] - published).days), default=None)


def month_without_year(published: date, number: int, which: str, future: bool) -> tuple[date, date]:
    """ "in March", "last March", "next March": relative to the publication."""
    of = published.year
    if which == "last":
        of -= number >= published.month
    elif which == "next" or (future and which != "this"):
        of += number < published.month or (which == "next" and number == published.month)
    elif which != "this":
        of -= number > published.month
    return month(of, number)


def weekday(published: date, number: int, which: str, future: bool) -> tuple[date, date]:
    """A weekday (Monday is 1): the last one up to the publication, the next one when the text looks ahead."""
    back = (published.isoweekday() - number) % 7
    if which == "last":
        found = published - timedelta(days=back or 7)
    elif which == "next":
        found = published + timedelta(days=7 - back)
    elif which == "this":
        found = published + timedelta(days=number - published.isoweekday())
    elif future:
        found = published + timedelta(days=(7 - back) % 7)
    else:
        found = published - timedelta(days=back)
    return found, found


def shifted(published: date, unit: str, count: int) -> tuple[date, date] | None:
    """The day, week, weekend, month, quarter, year or decade `count` units after that of the publication."""
    try:
        return _shifted(published, unit, count)
    except (ValueError, OverflowError):
        return None


def _shifted(published: date, unit: str, count: int) -> tuple[date, date] | None:
    if unit in ("day", "week", "weekend", "fortnight"):
        days = {"day": 1, "fortnight": 14}.get(unit, 7) * count
        at = published + timedelta(days=days)
        if unit in ("day", "fortnight"):
            return at, at
        monday = at - timedelta(days=at.isoweekday() - 1)
        return (monday + timedelta(days=5) if unit == "weekend" else monday), monday + timedelta(days=6)
    if unit == "month":
        months = published.year * 12 + published.month - 1 + count
        return month(months // 12, months % 12 + 1)
    if unit == "quarter":
        quarters = published.year * 4 + (published.month - 1) // 3 + count
        return quarter(quarters % 4 + 1, quarters // 4)
    if unit == "year":
        return year(published.year + count)
    if unit == "decade":
        return years(published.year // 10 * 10 + 10 * count, 10)
    if unit == "century":
        return years(published.year // 100 * 100 + 100 * count, 100)
    return None
