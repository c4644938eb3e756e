"""The words and regular expressions of dates and periods."""

from __future__ import annotations

import re

from compare.claims.details.tables import word_set

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
SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}
WHICH = {
    "last": "last", "past": "last", "previous": "last", "next": "next", "coming": "next", "upcoming": "next", "this": "this",
    "current": "this", "following": "after", "the following": "after", "the next": "after", "the previous": "before", "the same": "same", "that same": "same",
    "that": "same", "same": "same", "the last": "last", "the past": "last", "the coming": "next", "the current": "this", "the very next": "after",
    "the very same": "same", "later the same": "same", "earlier the same": "same", "later that": "same", "earlier that": "same", "later that same": "same",
    "earlier that same": "same", "later this": "this", "earlier this": "this", "late last": "last", "early next": "next", "early last": "last",
    "late next": "next", "later in the": "same", "the other": "", "the preceding": "before", "the day's": "",
}  # fmt: skip

_MONTH = r"(?P<month>[a-z]{3,9})\b\.?"
_WEEKDAY = r"(?P<weekday>[a-z]{3,9})\b\.?"
"""Any word: The finder looks it up, which compiles and matches faster than forty alternatives."""

_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%])"
_DAY2 = r"(?:\s?(?:-|–|to|and|through|&)\s?(?P<day2>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:]))?"
_YEAR = r"(?P<year>(?:1[0-9]|20|21)\d\d)(?![\d%]|[.,:/]\d|s\b|-\d{3})"
_PART = r"(?:[\s-](?:(?:early|late|mid|in the|at|during the)[\s-])?(?P<part>morning|afternoon|evening|night|lunchtime)\b)?"
_NUMBER_WORD = r"(?:\d{1,4}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|several|a few|a couple of|couple of|half a)"
_UNIT = r"(?P<unit>day|week|weekend|fortnight|month|quarter|year|decade|century|centurie)"
_WHICH_PATTERN = "|".join(sorted((re.escape(phrase) for phrase in WHICH if phrase), key=len, reverse=True))

NUMERIC = re.compile(
    r"(?P<y>(?:1[5-9]|20)\d\d)[-/.](?P<m>0?[1-9]|1[0-2])[-/.](?P<d>3[01]|[12]\d|0?[1-9])(?![\d])(?:t\d\d:\d\d[\d:.z+]*)?"
    r"|(?P<a>3[01]|[12]\d|0?[1-9])(?P<sep>[/.-])(?P<b>3[01]|[12]\d|0?[1-9])(?P=sep)(?P<yy>(?:1[5-9]|20)\d\d|\d\d)(?!\d|[./]\d)"
)
DAY_MONTH = re.compile(
    rf"(?:{_WEEKDAY},?\s(?:the\s)?)?{_DAY}{_DAY2}(?:\s|-)(?:of\s)?(?:this\s)?{_MONTH}(?:,?[\s-](?:of\s)?{_YEAR})?{_PART}"
)
MONTH_DAY = re.compile(
    rf"(?:{_WEEKDAY},?\s)?{_MONTH}[\s-]?(?:the\s)?{_DAY}(?!\s?(?:[ap]\.?m\b|percent|per cent)){_DAY2}(?:,?\s?(?:of\s)?{_YEAR})?{_PART}"
)
MONTH_YEAR = re.compile(
    rf"(?:(?P<mod>early|mid|late|end of|the end of|the start of|start of|beginning of)[\s-])?(?:(?P<which>last|next|this|past|this past|this coming)\s)?{_MONTH}"
    rf"(?:,?\s?(?:of\s)?(?:{_YEAR}|(?P<which2>last|next|this|that)\syear))?"
)
WEEKDAY_ONLY = re.compile(
    rf"(?:(?P<which>last|next|this|past|coming|this coming|this upcoming|this past|following|the following|the previous|early|late|that same|that)\s)?{_WEEKDAY}"
    rf"(?:\s(?P<week>last|next|this)\sweek)?{_PART}"
)
NAMED_DAY = re.compile(
    rf"(?:the\s)?(?P<name>day before yesterday|day after tomorrow|today|tonight|yesterday|tomorrow|overnight|last night|this morning|this afternoon"
    rf"|this evening|tonight)\b(?:'s)?{_PART}"
)
PERIOD = re.compile(
    rf"(?P<which>{_WHICH_PATTERN})\s(?:(?P<count>{_NUMBER_WORD})\s)?(?:{_UNIT}s?|(?P<season>spring|summer|autumn|fall|winter)"
    r"|(?P<partonly>morning|afternoon|evening|night))\b"
)
AGO = re.compile(
    rf"(?P<count>{_NUMBER_WORD})\s(?:{_UNIT}s?)\s(?P<way>ago|earlier|later|afterwards|from now|on from|previously|hence)\b"
)
YEARS = re.compile(
    rf"(?:(?P<mod>early|mid|late)[\s-])?{_YEAR}(?:(?:\s?[-–/]\s?|\s(?:to|until|through|and)\s)(?P<year2>(?:1[5-9]|20|21)\d\d|\d\d)(?![\d%.,]|-?[a-z]))?"
)
DECADE = re.compile(
    r"(?:the\s)?(?:(?P<mod>early|mid|late)[\s-])?(?:(?P<decade>(?:1[5-9]|20)\d0)\s?'?s|['’](?P<short>\d0)s)\b"
)
CENTURY = re.compile(r"(?P<century>\d\d?(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)[\s-]century\b")
SEASON_YEAR = re.compile(
    rf"(?:(?P<mod>early|mid|late)[\s-])?(?P<season>spring|summer|autumn|fall|winter)\s(?:of\s)?{_YEAR}"
)
QUARTER = re.compile(
    rf"(?:the\s)?(?:q(?P<q>[1-4])|(?P<word>first|second|third|fourth|final|last|1st|2nd|3rd|4th)[\s-](?P<size>quarter|half|months?))"
    rf"(?:,?\s(?:of\s)?(?:(?P<which>last|next|this|the)\s(?:year\b)?)?(?:{_YEAR})?)?"
)
HOLIDAY = re.compile(
    r"(?P<holiday>christmas day|christmas eve|christmas|new year's day|new year's eve|new year’s day|new year’s eve|boxing day|valentine's day|may day|halloween)\b"
)
HOLIDAYS = {
    "christmas day": (12, 25), "christmas": (12, 25), "christmas eve": (12, 24), "new year's day": (1, 1), "new year's eve": (12, 31),
    "boxing day": (12, 26), "valentine's day": (2, 14), "may day": (5, 1), "halloween": (10, 31),
}  # fmt: skip

RISKY_MONTHS = word_set("may march mar sep dec jan jun")
RISKY_WEEKDAYS = word_set("sun sat mon wed thu tue fri")
MONTH_CONTEXT = word_set(
    """
    in since until till by of from during before after last next this early mid late through every and to
    for
    """
)
YEAR_CONTEXT = word_set(
    """
    in since until till by of from during before after between around through for circa to early late mid
    and year over ( , - –
    """
)
