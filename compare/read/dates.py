"""Printed dates to ISO 8601, exactly as precise as printed; and whether a line is a date stamp."""

from __future__ import annotations

import datetime
import re

MONTHS = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)

_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"\b(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_ORDINAL = r"(?:st|nd|rd|th)?"
DATE = (
    rf"\b(?:(?P<y1>\d{{4}})-(?P<m1>\d\d)-(?P<d1>\d\d)"
    rf"|{_MONTH.format('m2')}\s+(?P<d2>\d{{1,2}}){_ORDINAL}\b(?:,?\s+(?P<y2>\d{{4}}))?"
    rf"|(?P<d3>\d{{1,2}}){_ORDINAL}[\s-]+(?:of\s+)?{_MONTH.format('m3')}(?:,?[\s-]+(?P<y3>\d{{4}}))?"
    rf"|(?P<y4>\d{{4}})/(?P<m4>\d\d)/(?P<d4>\d\d)"
    rf"|(?P<d5>\d{{1,2}})(?P<s5>[./])(?P<m5>\d{{1,2}})(?P=s5)(?P<y5>\d{{4}}))(?![\w/])"
)
TIME = (
    r"(?<![\d:.])(?P<h>\d{1,2})(?:[:.](?P<min>\d\d)(?:[:](?P<sec>\d\d)(?:\.\d+)?)?)?"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?(?P<iso>Z|[+-]\d\d:?\d\d)?(?![\d:])"
)
_PREFIX = (
    r"\b(?:(?:first|last|originally)\s+)?(?:published|posted|updated|modified|created|issued|released|uploaded|edited|"
    r"revised|date|dated|time|last\s+updated|live)\b(?:\s+(?:on|at))?\s*:?|\b(?:on|at|o'clock|hours|hrs|local|time)\b"
)
_ZONE = (
    r"\b(?:GMT|UTC|BST|CES?T|EES?T|WES?T|[ECMP][SD]?T|IST|SAST|EAT|WAT|CAT|AES?T|ACST|AWST|NZS?T|NZDT|JST|KST|HKT|SGT|PKT|"
    r"MSK|GST|PHT|WIB|BRT|ART|AEDT|Z)\b(?:\s*[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d\b"
)
_RELATIVE = r"\b(?:an?|one|two|three|\d+)\s+(?:min(?:ute)?|hour|hr|day|week|month|year)s?\s+ago\b|\bjust now\b|\b(?:today|yesterday)\b"
FARTHEST = 14
"""Hours between a time zone and UTC at most."""

_SAYS_WHEN = r"\W*(?:(?:first|last|originally)\s+)?(?:published|posted|updated|issued|filed|modified)\b"
_WORD = re.compile(r"[^\W_]+")
_MAY_HAVE_STAMP = re.compile(r"\d|ago\b|today|yesterday|now\b", re.IGNORECASE)


def is_stamp(text: str) -> bool:
    """Whether `text` is nothing but a date, a time or "3 hours ago", with words such as "Updated" around it.

    A line that begins with "Published", "Updated" and the like may add a few words: "Updated 5.40pm with reaction".
    """
    rest = _without_stamp(text)
    if rest is None:
        return False
    left = _WORD.findall(rest)
    return not left or (len(left) <= 6 and re.match(_SAYS_WHEN, text, re.IGNORECASE) is not None)


def is_stamp_and_place(text: str) -> bool:
    """Whether `text` is a full date and a place: "12 May 2027, Port Ellery"."""
    rest = _without_stamp(text)
    if rest is None or not to_iso(text):
        return False
    words = _WORD.findall(rest)
    return len(words) <= 3 and all(word[0].isupper() for word in words)


def _without_stamp(text: str) -> str | None:
    """What `text` says beside dates and times; None when there is none in it."""
    if len(text) > 160 or not _MAY_HAVE_STAMP.search(text):
        return None
    rest, dates = re.subn(DATE, " ", _spaced(text), flags=re.IGNORECASE)
    rest, ago = re.subn(_RELATIVE, " ", rest, flags=re.IGNORECASE)
    rest, times = _clock(rest)
    if not (dates or ago or times):
        return None
    for pattern in (_WEEKDAY, _ZONE, _PREFIX):
        rest = re.sub(pattern, " ", rest, flags=re.IGNORECASE)
    return rest


def _spaced(text: str) -> str:
    """ISO 8601 with a space where its "T" is."""
    return re.sub(r"(?<=\d)T(?=\d\d:?\d\d)", " ", text)


def _clock(text: str) -> tuple[str, bool]:
    """`text` without its times of day; a bare number is none."""
    found = False

    def drop(match: re.Match[str]) -> str:
        nonlocal found
        if match["min"] or match["half"]:
            found = True
            return " "
        return match[0]

    return re.sub(TIME, drop, text, flags=re.IGNORECASE), found


def to_iso(text: str) -> str | None:
    """The first full date in `text` as ISO 8601, with hours and minutes when they are printed, else None.

    A date without a year is not enough, and neither is 03/04/2026, which two halves of the world read
    differently. A time zone is given only when it is printed as an offset, "Z", "UTC" or "GMT".
    """
    text = _spaced(text)
    for found in re.finditer(DATE, text, re.IGNORECASE):
        if date := _date(found):
            return date.isoformat() + _time(text[: found.start()], text[found.end() :])
    return None


def _date(found: re.Match[str]) -> datetime.date | None:
    year = found["y1"] or found["y2"] or found["y3"] or found["y4"] or found["y5"]
    day = found["d1"] or found["d2"] or found["d3"] or found["d4"] or found["d5"]
    name = found["m2"] or found["m3"]
    month = MONTHS.index(name[:3].lower()) + 1 if name else int(found["m1"] or found["m4"] or found["m5"])
    if not year:
        return None
    if found["m5"]:
        day, month = _day_and_month(int(day), month, found["s5"])
        if not day:
            return None
    try:
        return datetime.date(int(year), month, int(day))
    except ValueError:
        return None


def _day_and_month(first: int, second: int, separator: str) -> tuple[int, int]:
    """Of a date in digits: dots mean day first; slashes are read only when one number can't be a month."""
    if separator == "." or first > 12 or first == second:
        return first, second
    return (second, first) if second > 12 else (0, 0)


def _time(before: str, after: str) -> str:
    """ "THH:MM" and a printed zone, of the time that stands beside a date; empty without one."""
    for part in (after, before):
        for found in re.finditer(TIME, part, re.IGNORECASE):
            if not (found["min"] or found["half"]):
                continue
            hour, minute = int(found["h"]), int(found["min"] or 0)
            if found["half"]:
                hour = hour % 12 + (12 if found["half"][0] in "pP" else 0)
            if hour < 24 and minute < 60:
                second = f":{found['sec']}" if found["sec"] else ""
                return f"T{hour:02}:{minute:02}{second}{_zone(found, part[found.end() :])}"
    return ""


def _zone(found: re.Match[str], after: str) -> str:
    """The printed offset; none where no clock on earth is so far off."""
    zone = _offset(found, after)
    return zone if int(zone[1:3] or 0) <= FARTHEST and zone[4:] < "60" else ""


def _offset(found: re.Match[str], after: str) -> str:
    if found["iso"]:
        return "+00:00" if found["iso"] in "Zz" else found["iso"][:3] + ":" + found["iso"][-2:]
    named = re.match(
        r"\s*\(?(?:UTC|GMT)\b\s*(?:(?P<sign>[+-])(?P<h>\d{1,2})(?::?(?P<m>\d\d))?)?",
        after,
    )
    if not named:
        return ""
    return f"{named['sign'] or '+'}{int(named['h'] or 0):02}:{named['m'] or '00'}"
