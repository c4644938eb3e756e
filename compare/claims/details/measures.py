"""Numbers with what they measure: numeral, unit or currency, range and hedge read together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from compare.claims.details import currencies, hedges, numerals, units
from compare.claims.details.digits import Numeral
from compare.claims.details.lemmas import lemma
from compare.claims.details.tables import word_set
from compare.claims.details.tokens import Tokens
from compare.claims.details.units import Unit
from compare.claims.details.values import Hedge

Kind: TypeAlias = Literal["number", "money", "percent", "points", "quantity"]

_DASHES = frozenset("-–—‑−")
_SCORE_VERBS = word_set(
    """
    win beat lose draw defeat vote lead trail score thrash victory loss defeat hammer edge down
    """
)
_CHANGE = word_set("""rise fall increase decrease drop grow raise cut lower climb jump slip slide decline reduce soar plunge surge shrink go move
    change revise up down swell narrow widen ease edge slump tumble expand""")
_PER = word_set("""second minute hour day week month year night person head capita household share barrel tonne ton litre liter gallon kilogram kilo kg
    mile kilometre km employee worker student passenger annum family child megawatt-hour unit ounce pound seat ticket vote match game""")
_COMPOUNDS = frozenset({"length", "duration", "mass"})


@dataclass(frozen=True, slots=True)
class Measure:
    """Words `first` up to `end`, hedge left out; low, high and step in units as printed.

    `number_first` and `number_end` bound the numeral alone. `factor` turns a money sum's cents into its unit.
    """

    first: int
    end: int
    number_first: int
    number_end: int
    low: float
    high: float
    step: float
    base: float
    scale: float
    kind: Kind = "number"
    unit: Unit | None = None
    currency: str = ""
    sure: bool = True
    factor: float = 1.0
    hedge: Hedge = ""
    hedge_first: int = 0
    per: str = ""
    slot: str = ""
    score: bool = False
    ordinal: bool = False
    fraction: bool = False
    vague: bool = False
    digits: bool = False

    def amounts(self) -> tuple[float, float, float]:
        """low, high and step in the base unit, bounds opened by the hedge."""
        low, high, step = self.low * self.factor, self.high * self.factor, self.step * self.factor
        if self.unit:
            low, high = low * self.unit.factor + self.unit.offset, high * self.unit.factor + self.unit.offset
            step = step * self.unit.factor
        if self.hedge in ("over", "at least"):
            high = float("inf")
        elif self.hedge in ("under", "at most"):
            low = float("-inf")
        if self.unit is None and self.factor == 1.0:
            return low, high, step
        return _round(low), _round(high), _round(step)


def _round(value: float) -> float:
    """Ten significant digits: what is left of conversions after their rounding errors."""
    return float(f"{value:.10g}")


def find(tokens: Tokens, taken: bytearray) -> list[Measure]:
    """All measures outside the words that dates and times have taken, in order."""
    single = _singles(tokens, taken)
    return [_with_rate(tokens, _with_hedge(tokens, measure)) for measure in _joined(tokens, single)]


def _singles(tokens: Tokens, taken: bytearray) -> list[Measure]:
    found: list[Measure] = []
    index = 0
    while index < len(tokens):
        numeral = None if taken[index] else numerals.read(tokens, index) or _article(tokens, index)
        if numeral is None or 1 in taken[numeral.first : numeral.end]:
            index += 1
            continue
        measure = _measure(tokens, numeral, found[-1].end if found else 0)
        found.append(measure)
        index = max(measure.end, index + 1)
    return found


_AFTER_THESE = word_set(
    """for in within after lasting lasted about nearly almost over than least half another took takes under just roughly around
    spent"""
)


def _article(tokens: Tokens, index: int) -> Numeral | None:
    """The one of "for an hour", "within a week"; not that of "twice a week"."""
    if tokens.lows[index] not in ("a", "an") or tokens.low(index - 1) not in _AFTER_THESE:
        return None
    unit = units.UNITS.get(tokens.low(index + 1))
    if unit is None or unit.dimension != "duration" or tokens.low(index + 2) in ("-", "when", "of"):
        return None
    if tokens.low(index + 1) == "second" and tokens.is_word(index + 2):
        return None
    return Numeral(index, index + 1, 1.0, 1.0, 1.0, 1.0)


def _measure(tokens: Tokens, numeral: Numeral, floor: int) -> Measure:
    """The numeral with the unit or currency that belongs to it."""
    first, end = numeral.first, numeral.end
    plain = Measure(
        first, end, first, end, numeral.low, numeral.high, numeral.step, numeral.base, numeral.scale,
        ordinal=numeral.ordinal, fraction=numeral.fraction, vague=numeral.vague, digits=numeral.digits,
    )  # fmt: skip
    if numeral.ordinal:
        return plain
    return (
        _as_money(tokens, plain, floor) or _as_percent(tokens, plain) or _as_quantity(tokens, plain) or plain
    )


def _as_money(tokens: Tokens, plain: Measure, floor: int) -> Measure | None:
    before = currencies.prefix(tokens, plain.first)
    if before and before[0] >= floor:
        first, code, sure = before
        after = currencies.suffix(tokens, plain.end)
        end = after[0] if after and after[1] == code else plain.end
        return replace(plain, first=first, end=end, kind="money", currency=code, sure=sure)
    gap = plain.end + 1 if plain.vague and tokens.low(plain.end) == "of" else plain.end
    after = currencies.suffix(tokens, gap)
    if after:
        end, code, sure, factor = after
        return replace(plain, end=end, kind="money", currency=code, sure=sure, factor=factor)
    return None


def _as_percent(tokens: Tokens, plain: Measure) -> Measure | None:
    """Per cent, percentage points, basis points; "a quarter point" is .25 points."""
    at = plain.end + 1 if tokens.low(plain.end) in _DASHES and tokens.glued(plain.end) else plain.end
    low, after = tokens.low(at), tokens.low(at + 1)
    if low == "of" and after == "a" and plain.fraction:
        at, low, after = at + 2, tokens.low(at + 2), tokens.low(at + 3)
    if (
        low in ("percentage", "%", "percent")
        and after in ("-", "‑")
        and tokens.low(at + 2) in ("point", "points")
    ):
        return replace(plain, end=at + 3, kind="points")
    if low in ("percentage", "%", "percent") and after in ("point", "points"):
        return replace(plain, end=at + 2, kind="points")
    if low == "basis" and after in ("point", "points"):
        return replace(plain, end=at + 2, kind="points", factor=0.01)
    if low in ("bps", "bp"):
        return replace(plain, end=at + 1, kind="points", factor=0.01)
    if low in ("%", "percent", "pct", "pc", "percents", "٪", "％"):
        return replace(plain, end=at + 1, kind="percent")
    if low == "per" and after in ("cent", "cents"):
        return replace(plain, end=at + 2, kind="percent")
    if plain.fraction and low == "point" and plain.low < 1:
        return replace(plain, end=at + 1, kind="points")
    return None


def _as_quantity(tokens: Tokens, plain: Measure) -> Measure | None:
    gap = plain.end
    if plain.fraction and tokens.low(gap) in ("a", "an", "of"):
        gap += 2 if tokens.phrase(gap, gap + 2) in ("of a", "of an") else 1
    elif plain.vague and tokens.low(gap) == "of":
        gap += 1
    found = units.match(tokens, gap, plain.digits)
    if found is None or (plain.fraction and gap == plain.end and tokens.low(gap) == "second"):
        return None
    plain = replace(plain, end=found[1], kind="quantity", unit=found[0], fraction=False)
    return _and_a_half(tokens, plain)


def _and_a_half(tokens: Tokens, plain: Measure) -> Measure:
    """ "a year and a half", "one hour and a quarter"."""
    part = {"half": 0.5, "quarter": 0.25}.get(tokens.low(plain.end + 2), 0.0)
    if tokens.phrase(plain.end, plain.end + 2) != "and a" or not part or plain.low != plain.high:
        return plain
    value = plain.low + part
    return replace(plain, end=plain.end + 3, low=value, high=value, step=part)


# --- two measures that are one: ranges and compounds ---


def _joined(tokens: Tokens, measures: list[Measure]) -> list[Measure]:
    found: list[Measure] = []
    for measure in measures:
        if found:
            merged = _merge(tokens, found[-1], measure)
            if merged:
                found[-1:] = merged
                continue
        found.append(measure)
    return found


def _merge(tokens: Tokens, left: Measure, right: Measure) -> list[Measure] | None:
    gap = tokens.lows[left.end : right.first]
    if len(gap) > 2 or left.score or left.ordinal != right.ordinal:
        return None
    if _is_compound(left, right, gap):
        return [_compound(left, right)]
    if (
        left.kind == right.kind == "money"
        and right.factor == 0.01
        and left.factor == 1.0
        and gap in ([], ["and"])
    ):
        value = left.low + right.low * 0.01
        return [replace(left, end=right.end, number_end=right.number_end, low=value, high=value, step=0.01)]
    joiner = gap[0] if gap else ""
    if gap == ["votes", "to"] and left.kind == right.kind == "number":
        return [replace(left, score=True, slot="for"), replace(right, score=True, slot="against")]
    if len(gap) == 2 and joiner in _DASHES and gap[1] == "to":
        joiner = "to"
    elif len(gap) != 1:
        return None
    if joiner in _DASHES:
        return _dashed(tokens, left, right)
    if joiner == "to":
        return _to(tokens, left, right)
    if joiner == "and" and tokens.low(left.first - 1) in ("between", "from"):
        return _range(left, right, left.first)
    if joiner == "or" and 0 < right.low - left.low <= max(1.0, left.low) and left.digits == right.digits:
        return _range(left, right, left.first)
    return None


def _is_compound(left: Measure, right: Measure, gap: list[str]) -> bool:
    if gap not in ([], ["and"], [","]) or left.unit is None or right.unit is None or left.low != left.high:
        return False
    same = left.unit.dimension == right.unit.dimension and left.unit.dimension in _COMPOUNDS
    ratio = left.unit.factor / right.unit.factor
    return same and 1 < ratio < 400 and abs(right.low) < ratio


def _compound(left: Measure, right: Measure) -> Measure:
    """5 feet 10 inches, 2 hours and 30 minutes: in the left one's unit."""
    assert left.unit
    assert right.unit
    ratio = right.unit.factor / left.unit.factor
    value = left.low + right.low * ratio
    return replace(
        left, end=right.end, number_end=right.number_end, low=value, high=value, step=right.step * ratio
    )


def _dashed(tokens: Tokens, left: Measure, right: Measure) -> list[Measure] | None:
    if not (tokens.glued(left.end) and tokens.glued(right.first)) and tokens.low(left.end) == "-":
        return None
    if left.kind == right.kind == "number" and (left.low >= right.low or _is_contest(tokens, left.first)):
        return [replace(left, score=True, slot="for"), replace(right, score=True, slot="against")]
    return _range(left, right, left.first)


def _is_contest(tokens: Tokens, index: int) -> bool:
    return any(lemma(low) in _SCORE_VERBS for low in tokens.lows[max(0, index - 5) : index])


def _to(tokens: Tokens, left: Measure, right: Measure) -> list[Measure] | None:
    """ "10 to 15 people" is a range; "rose from 10 to 15" is a change, "by 52 votes to 48" a score."""
    has_from = tokens.low(left.first - 1) == "from"
    words = {lemma(low) for low in tokens.lows[max(0, left.first - 8) : left.first]}
    if has_from and words & _CHANGE:
        left = replace(_inherit(left, right), slot="from")
        return [left, replace(right, slot="to")]
    if left.kind == right.kind == "number" and _is_contest(tokens, left.first):
        return [replace(left, score=True, slot="for"), replace(right, score=True, slot="against")]
    return _range(left, right, left.first)


def _inherit(left: Measure, right: Measure) -> Measure:
    """`left` with the unit and, where it has to be meant, the scale word of `right` ("$10-15 million", "3 to 5 km")."""
    if left.kind == "number":
        left = replace(
            left,
            kind=right.kind,
            unit=right.unit,
            currency=right.currency,
            sure=right.sure,
            factor=right.factor,
        )
    if left.scale == 1.0 and right.scale > 1.0 and left.low <= right.base:
        left = replace(
            left, low=left.low * right.scale, high=left.high * right.scale, step=left.step * right.scale
        )
    return left


def _range(left: Measure, right: Measure, first: int) -> list[Measure] | None:
    if left.kind == "money" and right.kind == "number":
        right = replace(right, kind="money", currency=left.currency, sure=left.sure)
    left = _inherit(left, right)
    same_unit = (left.unit.dimension if left.unit else "") == (right.unit.dimension if right.unit else "")
    if left.kind != right.kind or not same_unit or left.currency != right.currency:
        return None
    if left.unit and right.unit and left.unit != right.unit:
        ratio = left.unit.factor / right.unit.factor
        left = replace(left, low=left.low * ratio, step=left.step * ratio)
    if left.low >= right.high:
        return None
    return [
        replace(
            right, first=first, number_first=left.number_first, low=left.low, high=right.high, step=min(left.step, right.step),
            fraction=left.fraction and right.fraction,
        )
    ]  # fmt: skip


# --- what stands around a measure ---


def _with_hedge(tokens: Tokens, measure: Measure) -> Measure:
    before, first = hedges.before(tokens, measure.first)
    hedge: Hedge = before
    if not before:
        hedge, _ = hedges.after(tokens, measure.end)
        if not hedge and measure.number_end < measure.end:
            hedge, _ = hedges.after(tokens, measure.number_end)
    if measure.low != measure.high and hedge in ("about", "almost", ""):
        hedge = "vague" if measure.vague else hedge
    elif measure.vague and not hedge:
        hedge = "vague"
    return replace(measure, hedge=hedge, hedge_first=first if before else measure.first)


def _with_rate(tokens: Tokens, measure: Measure) -> Measure:
    at = measure.end
    low = tokens.low(at)
    if low in ("per", "a", "an", "/", "each", "every") and not measure.ordinal:
        noun = lemma(tokens.low(at + 1))
        if (
            noun in _PER
            and (low != "/" or tokens.glued(at))
            and (low in ("per", "/", "every") or tokens.low(at + 2) != "-")
        ):
            return replace(
                measure, per="person" if noun in ("capita", "head") else "year" if noun == "annum" else noun
            )
    return measure
