"""Times of day: "5:12 a.m.", "17:12 GMT", "noon", "5-6 pm", "half past five", "in the morning"."""

from __future__ import annotations

import re
from dataclasses import replace

from compare.claims.details import hedges, roles
from compare.claims.details.number_tables import ONES
from compare.claims.details.tables import word_set
from compare.claims.details.tokens import Tokens
from compare.claims.details.values import ClockTime, Precision
from compare.records import Detail

_HOUR_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_HALF = r"(?:\s?(?P<half{n}>[ap])\.?\s?m\b\.?)"
_CLOCK = r"(?P<hour{n}>2[0-4]|[01]?\d)(?:(?P<sep{n}>[:.]|(?=h\d))h?(?P<minute{n}>[0-5]\d)(?::(?P<second{n}>[0-5]\d))?)?(?![\d%])"
_ZONE = (
    r"(?:\s?(?P<zone>(?:gmt|utc)(?:[+-]\d{1,2}(?::\d\d)?)?|bst|est|edt|et|pst|pdt|pt|cst|cdt|ist|cet|cest|eet|eest|msk|jst|aest|aedt|sgt"
    r"|local time|eastern time|pacific time|central time|moscow time)\b)?"
)
_TIME = re.compile(
    _CLOCK.format(n="")
    + _HALF.format(n="")
    + "?"
    + r"(?:(?:\s?[-–]\s?|\s(?:to|and|until)\s)"
    + _CLOCK.format(n="2")
    + _HALF.format(n="2")
    + "?)?"
    + _ZONE
)
_MILITARY = re.compile(
    r"(?P<hour>[01]\d|2[0-3]):?(?P<minute>[0-5]\d)\s?(?P<zone>gmt|utc|hrs|hours|h\b|local time|ist|cet|z)(?![a-z])"
)
_NAMED = re.compile(r"(?:12\s)?(?P<name>noon|midday|midnight)\b" + _ZONE)
_OCLOCK = re.compile(
    rf"(?P<hour>{_HOUR_WORDS}|\d\d?)\s?o['’]clock\b(?:\s(?:in\sthe|at)\s(?P<part>morning|afternoon|evening|night)\b)?"
)
_PAST = re.compile(
    rf"(?:a\s)?(?P<count>half|quarter|five|ten|twenty|twenty-five|\d\d?)(?:\sminutes?)?[\s-](?P<way>past|to|after)[\s-](?P<hour>{_HOUR_WORDS}|\d\d?)\b{_HALF.format(n='')}?"
)
_WORD_HOUR = re.compile(rf"(?P<hour>{_HOUR_WORDS}){_HALF.format(n='')}")
_DAYPART = re.compile(
    r"(?:in|during)\s(?:the\s)?(?P<mod>early|late)?\s?(?P<part>morning|afternoon|evening|night)\b|(?P<name>at night|at dawn|at dusk|before dawn|at daybreak)\b"
)

_PARTS = {
    "morning": (5, 12),
    "afternoon": (12, 18),
    "evening": (17, 22),
    "night": (20, 29),
    "at night": (20, 29),
    "at dawn": (4, 7),
    "before dawn": (0, 6),
    "at dusk": (17, 21),
    "at daybreak": (4, 7),
}
_BOUNDS = word_set("since until till by before after from every")


def find(tokens: Tokens, lowered: str, taken: bytearray) -> list[Detail]:
    """The times of day, in order; the words they use are marked in `taken`."""
    found: list[Detail] = []
    end = 0
    for index in range(len(tokens)):
        if tokens.starts[index] < end or taken[index]:
            continue
        hit = _at(tokens, lowered, index)
        if hit:
            start, end, value = hit
            found.append(_detail(tokens, index, start, end, value, taken))
    return found


def _at(tokens: Tokens, lowered: str, index: int) -> tuple[int, int, ClockTime] | None:
    low, start = tokens.lows[index], tokens.starts[index]
    if tokens.is_number(index):
        if tokens.glued(index) and (
            tokens.word(index - 1)[0].isalnum() or tokens.word(index - 1) in "$€£-–:/"
        ):
            return None
        return _digits(tokens, lowered, index)
    if low in ("noon", "midday", "midnight"):
        match = _NAMED.match(lowered, start)
        return _named(match) if match else None
    if low in ONES or low in ("half", "a", "quarter"):
        return _worded(lowered, start)
    if low in ("in", "during", "at", "before"):
        return _daypart(lowered, start)
    return None


def _digits(tokens: Tokens, lowered: str, index: int) -> tuple[int, int, ClockTime] | None:
    start = tokens.starts[index]
    for pattern, read in ((_PAST, _past), (_OCLOCK, _oclock), (_MILITARY, _military), (_NAMED, _named)):
        match = pattern.match(lowered, start)
        if match:
            return read(match)
    match = _TIME.match(lowered, start)
    return _clock(tokens, lowered, index, match) if match else None


def _clock(
    tokens: Tokens, lowered: str, index: int, match: re.Match[str]
) -> tuple[int, int, ClockTime] | None:
    """A digital time: needs a colon, a.m. or p.m., or a zone; with a point only after "at" and the like."""
    groups = match.groupdict()
    colon = groups["sep"] == ":" or groups["sep"] == ""
    half, half2 = groups["half"], groups["half2"]
    second = groups["hour2"] is not None and (half2 or half or groups["sep2"])
    spoken = (
        groups["sep"] == "."
        and tokens.low(index - 1) in ("at", "until", "from")
        and groups["half"] is None
        and bool(groups["zone"])
    )
    if not (
        colon
        or half
        or spoken
        or (groups["zone"] and groups["hour2"] is None and not groups["zone"].endswith("time"))
        or (second and half2)
    ):
        return None
    if (
        int(groups["hour"]) > 24
        or (half and not 1 <= int(groups["hour"]) <= 12)
        or (half2 and second and not 1 <= int(groups["hour2"]) <= 12)
    ):
        return None
    start = _seconds(groups, "", half or (half2 if second else None))
    end = _seconds(groups, "2", half2 or half) if second else start
    stop = match.end() if second or groups["hour2"] is None else _end_of_first(match)
    if groups["minute"] is None and half and _is_scale(lowered, match):
        return None
    known = bool(
        half
        or half2
        or int(groups["hour"]) > 12
        or int(groups["hour"]) == 0
        or groups["hour"].startswith("0")
        or groups["zone"]
    )
    precision: Precision = (
        "range" if second else "second" if groups["second"] else "minute" if groups["minute"] else "hour"
    )
    return (
        match.start(),
        _without_stop(lowered, stop),
        ClockTime(start, end, precision, groups["zone"] or "", known),
    )


def _is_scale(lowered: str, match: re.Match[str]) -> bool:
    """ "5 am" is a time, "5 a m" hardly; "10 AM radio" is let pass."""
    return lowered[match.end("half") : match.end("half") + 2] == " m" and "." not in match.group()


def _end_of_first(match: re.Match[str]) -> int:
    return max(
        match.end(name) for name in ("hour", "minute", "second", "half") if match[name] is not None
    ) + (
        2
        if match["half"] and match.string[match.end("half") : match.end("half") + 1] == "."
        else 1
        if match["half"]
        else 0
    )


def _without_stop(lowered: str, end: int) -> int:
    """The full stop of "a.m." belongs to the time, that of "5:12 am." to the sentence."""
    if lowered[end - 1] == "." and lowered[end - 3 : end - 1] in ("am", "pm"):
        return end - 1
    return end


def _seconds(groups: dict[str, str | None], n: str, half: str | None) -> int:
    hour, minute, second = (int(groups[f"{name}{n}"] or 0) for name in ("hour", "minute", "second"))
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return (hour % 24 * 60 + minute) * 60 + second


def _military(match: re.Match[str]) -> tuple[int, int, ClockTime]:
    seconds = (int(match["hour"]) * 60 + int(match["minute"])) * 60
    zone = match["zone"] if match["zone"] not in ("hrs", "hours", "h") else ""
    return match.start(), match.end(), ClockTime(seconds, seconds, "minute", zone)


def _named(match: re.Match[str]) -> tuple[int, int, ClockTime]:
    seconds = 0 if match["name"] == "midnight" else 12 * 3600
    return match.start(), match.end(), ClockTime(seconds, seconds, "hour", match["zone"] or "")


def _hour(text: str) -> int:
    return int(text) if text.isdecimal() else ONES[text]


def _oclock(match: re.Match[str]) -> tuple[int, int, ClockTime] | None:
    hour, part = _hour(match["hour"]), match["part"]
    if hour > 24:
        return None
    later = part in ("afternoon", "evening") or (part == "night" and hour > 5)
    seconds = (hour % 12 + 12 if later else hour) % 24 * 3600
    return (
        match.start(),
        match.end(),
        ClockTime(seconds, seconds, "hour", half_known=bool(part), part=part or ""),
    )


def _past(match: re.Match[str]) -> tuple[int, int, ClockTime] | None:
    count = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}.get(
        match["count"]
    )
    count = int(match["count"]) if count is None else count
    hour = _hour(match["hour"])
    digits_only = match["count"].isdecimal() and "minute" not in match.group() and match["way"] != "past"
    if (
        hour > 12
        or count > 59
        or digits_only
        or (
            match["count"] not in ("half", "quarter")
            and "minute" not in match.group()
            and match["way"] != "past"
        )
    ):
        return None
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    minutes = hour * 60 + (-count if match["way"] == "to" else count)
    return (
        match.start(),
        match.end(),
        ClockTime(minutes % 1440 * 60, minutes % 1440 * 60, "minute", half_known=bool(match["half"])),
    )


def _worded(lowered: str, start: int) -> tuple[int, int, ClockTime] | None:
    for pattern, read in ((_PAST, _past), (_OCLOCK, _oclock)):
        match = pattern.match(lowered, start)
        if match:
            return read(match)
    match = _WORD_HOUR.match(lowered, start)
    if match:
        hour = _hour(match["hour"]) % 12 + (12 if match["half"] == "p" else 0)
        return match.start(), match.end(), ClockTime(hour * 3600, hour * 3600, "hour")
    return None


def _daypart(lowered: str, start: int) -> tuple[int, int, ClockTime] | None:
    match = _DAYPART.match(lowered, start)
    if not match:
        return None
    part = match["part"] or match["name"]
    first, last = _PARTS[part]
    begin = match.start("part") if match["part"] else match.start()
    return begin, match.end(), ClockTime(first * 3600, last % 24 * 3600, "part", part=part.split()[-1])


def _detail(tokens: Tokens, index: int, start: int, end: int, value: ClockTime, taken: bytearray) -> Detail:
    first = index
    while tokens.ends[first] <= start:
        first += 1
    last = first
    while last < len(tokens) and tokens.starts[last] < end:
        taken[last] = 1
        last += 1
    hedge, _ = hedges.before(tokens, first)
    at = first - 1
    bound = tokens.low(at) if tokens.low(at) in _BOUNDS else ""
    value = replace(value, hedge=hedge, bound=bound, role=roles.near(tokens, first, last))
    return Detail("time", start, end, tokens.text[start:end], value)
