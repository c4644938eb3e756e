"""Dates and times of day: two that belong to the same act and can't be the same moment."""

from __future__ import annotations

from collections.abc import Sequence

from compare.align.lexicon import stem
from compare.claims.details.values import ClockTime, Moment
from compare.judge.differences import Difference, one_to_one, unmatched
from compare.judge.pairing import Pairing, around, span
from compare.judge.synonyms import same_meaning
from compare.judge.tokens import Token, stems
from compare.records import Claim, Detail

SLACK = 20 * 60
"""Seconds by which two clock times of one act may differ: reports round to the quarter of an hour."""

SAME_SLOT = 0.3
"""Likeness of the words around two dates from which they may belong to one act."""

CERTAIN_SLOT = 0.5
"""From here the words around them alone say so."""

SURE_MATCH = 0.75
"""From this probability two claims are surely about one fact."""

NEAR = 3
"""Within so many content words a shared word says that both dates belong to the same act."""


def compare_moments(pair: Pairing) -> list[Difference]:
    """Dates and times of the two claims that belong to one act and exclude each other."""
    found = []
    for kind, agrees in (("date", dates_agree), ("time", times_agree)):
        left = [item for item in pair.a.only(kind) if isinstance(item.value, Moment | ClockTime)]  # type: ignore[arg-type]
        right = [item for item in pair.b.only(kind) if isinstance(item.value, Moment | ClockTime)]  # type: ignore[arg-type]
        left, right = unmatched(left, right, lambda x, y: agrees(x.value, y.value) is not False)  # noqa: B023
        for sure, x, y in one_to_one(left, right, lambda x, y: _same_act(pair, x, y)):
            if _spelt_out(pair.words_b, x) or _spelt_out(pair.words_a, y):
                continue
            if not _told_elsewhere(pair, x, pair.b) and not _told_elsewhere(pair, y, pair.a):
                found.append(Difference("date", pair, span(x), span(y), sure, hard=True))
    return found


def dates_agree(one: object, two: object) -> bool | None:
    """True if both can be one moment, False if they can't, None if it can't be told."""
    if not isinstance(one, Moment) or not isinstance(two, Moment):
        return None
    if _parts_of_day_differ(one.form, two.form) or _one_end_differs(one, two):
        return False
    symbolic = _forms_agree(_without_part(one.form), _without_part(two.form))
    if symbolic is not None and (symbolic or not (one.start and two.start)):
        return symbolic
    if one.start and two.start:
        return one.start <= (two.end or two.start) and two.start <= (one.end or one.start)
    return None


def _one_end_differs(one: Moment, two: Moment) -> bool:
    """Whether two periods begin together and end apart, or the other way: one of the two was told wrongly."""
    if one.precision != "range" or two.precision != "range" or not (one.start and two.start):
        return False
    return (one.start == two.start) != (one.end == two.end)


def times_agree(one: object, two: object) -> bool | None:
    """As `dates_agree`, for times of day; half of the day is open where it wasn't said."""
    if not isinstance(one, ClockTime) or not isinstance(two, ClockTime):
        return None
    if one.zone and two.zone and one.zone != two.zone:
        return None
    if one.precision == "part" or two.precision == "part":
        return _parts_of_day_agree(one, two)
    shifts = (0,) if one.half_known and two.half_known else (0, 12 * 3600, -12 * 3600)
    return any(_near(one, two, shift) for shift in shifts)


PART_HOURS = {"morning": (0, 12), "afternoon": (12, 19), "evening": (17, 24), "night": (18, 30)}
"""Hours that reports call so, widely taken: "two in the morning", "six in the afternoon"."""


def _parts_of_day_agree(one: ClockTime, two: ClockTime) -> bool | None:
    ranges = [_hours(value) for value in (one, two)]
    if ranges[0] is None or ranges[1] is None:
        return None
    (low, high), (start, end) = ranges[0], ranges[1]
    return any(low <= end + shift and start + shift <= high for shift in (0, 24, -24))


def _hours(value: ClockTime) -> tuple[float, float] | None:
    if value.precision == "part":
        return PART_HOURS.get(value.part)
    return value.start / 3600, value.end / 3600


def _near(one: ClockTime, two: ClockTime, shift: int) -> bool:
    slack = SLACK * (3 if one.hedge or two.hedge or one.bound or two.bound or one.part or two.part else 1)
    return one.start + shift <= two.end + slack and two.start <= one.end + shift + slack


def _forms_agree(one: str, two: str) -> bool | None:
    left, right = _parts(one), _parts(two)
    common = left.keys() & right.keys()
    if not common:
        return None
    if any(_is_relative(left[key]) != _is_relative(right[key]) for key in sorted(common)):
        return None
    if any(left[key] != right[key] for key in sorted(common)):
        return False
    return True if common == left.keys() or common == right.keys() else None


def _parts_of_day_differ(one: str, two: str) -> bool:
    """Whether two parts of a day have no hour in common: "Saturday night" may be "Saturday evening"."""
    left, right = (PART_HOURS.get(_parts(form).get("part", "")) for form in (one, two))
    if left is None or right is None:
        return False
    return not any(left[0] <= right[1] + by and right[0] + by <= left[1] for by in (0, 24, -24))


def _without_part(form: str) -> str:
    return " ".join(part for part in form.split() if not part.startswith("part="))


def _is_relative(value: str) -> bool:
    """ "month=+1" counts from an unknown day, "month=7" doesn't."""
    return value[:1] in ("+", "-") or value == "0"


def _parts(form: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in form.split() if "=" in part)


def _same_act(pair: Pairing, x: Detail, y: Detail) -> float:
    if type(x.value) is not type(y.value) or _bound(x) != _bound(y):
        return 0.0
    slot = pair.slot(span(x), span(y))
    act, near = bool(_same_verb(x, y)), _shared_nearby(pair, x, y)
    if slot < SAME_SLOT or not (act or near or slot >= CERTAIN_SLOT):
        return 0.0
    return min(1.0, 0.4 + 0.15 * act + 0.15 * near + 0.4 * slot + 0.1 * (pair.score >= SURE_MATCH))


BOUNDS = {"before": "by", "until": "by", "since": "", "from": ""}
"""Bounds that set the same kind of limit: a deadline, or a beginning, which is the day of the act itself."""


def _bound(item: Detail) -> str:
    bound: str = getattr(item.value, "bound", "")
    return BOUNDS.get(bound, bound)


def _same_verb(x: Detail, y: Detail) -> bool | None:
    one, two = (getattr(getattr(item.value, "role", None), "verb", "") for item in (x, y))
    if not one or not two:
        return None
    return same_meaning(stem(one), stem(two))


def _shared_nearby(pair: Pairing, x: Detail, y: Detail) -> bool:
    left = {word.term for _, word in around(pair.words_a, span(x), NEAR)}
    right = {word.term for _, word in around(pair.words_b, span(y), NEAR)}
    return any(same_meaning(one, two) for one in sorted(left) for two in sorted(right))


def _spelt_out(words: Sequence[Token], detail: Detail) -> bool:
    """Whether a claim has all words of a date, though not as one date: "the second quarter and the third"."""
    known = {word.term for word in words}
    return all(term in known for term in stems(detail.text))


def _told_elsewhere(pair: Pairing, detail: Detail, other: Claim) -> bool:
    """Whether the other source gives this moment in another claim that is matched with this one."""
    home = pair.a if pair.a.source != other.source else pair.b
    claims = [claim for claim in pair.story.partners_in(home, other.source) if claim.id != other.id]
    return any(
        dates_agree(detail.value, item.value) or times_agree(detail.value, item.value)
        for claim in claims
        for item in claim.only("date", "time")
    )
