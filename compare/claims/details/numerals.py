"""Numbers in words and digits, read from left to right: "forty-seven", "half a million", "a dozen", "1.2bn"."""

from __future__ import annotations

from compare.claims.details.digits import (
    DASHES,
    Numeral,
    add_fraction,
    read_digits,
    read_leading_point,
    read_scale,
    step_of,
)
from compare.claims.details.number_tables import DENOMINATORS, GROUPS, ONES, ORDINALS, SCALES, TENS, VAGUE
from compare.claims.details.tables import word_set
from compare.claims.details.tokens import Tokens


def read(tokens: Tokens, index: int) -> Numeral | None:
    """The number that starts with the word at `index`, or None."""
    low = tokens.lows[index]
    first = low[0]
    if low == "." and tokens.is_number(index + 1) and tokens.glued(index + 1) and not tokens.glued(index):
        return read_leading_point(tokens, index)
    if first.isdecimal() or (not first.isalpha() and len(low) == 1 and low.isnumeric()):
        return read_digits(tokens, index)
    if low in _STARTERS:
        return _words(tokens, index)
    return None


def _words(tokens: Tokens, index: int) -> Numeral | None:
    low = tokens.lows[index]
    if low in ("a", "an"):
        return _after_article(tokens, index)
    if low in ("half", "third"):
        return _share(tokens, index)
    if low in VAGUE:
        return _vague(tokens, index)
    if low == "quarter":
        scale = SCALES.get(tokens.low(index + 1), 0.0)
        return _share_value(tokens, index, index + 1, 0.25) if scale > 100 else None
    if low == "hundred":
        scale, end = read_scale(tokens, index + 1)
        return Numeral(index, end, 100 * scale, 100 * scale, 100 * scale, 100.0, scale) if scale > 1 else None
    return _cardinal(tokens, index)


def _after_article(tokens: Tokens, index: int) -> Numeral | None:
    low, after = tokens.low(index + 1), tokens.low(index + 2)
    if low == "few" or low == "handful":
        start, low_end, high_end = index, 2.0, 9.0
        scale = SCALES.get(after, 12.0 if after == "dozen" else 0.0)
        end = index + 3 if scale else index + 2
        scale = scale or 1.0
        return Numeral(start, end, low_end * scale, high_end * scale, scale, low_end, scale, vague=True)
    if low == "hundred" and after == "and" and _is_small(tokens, index + 3):
        rest = _cardinal(tokens, index + 3)
        if rest and not rest.ordinal and rest.low < 100:
            return Numeral(index, rest.end, 100 + rest.low, 100 + rest.low, rest.step, 100 + rest.low)
    if low in SCALES or low in ("dozen", "couple"):
        value = SCALES.get(low) or GROUPS[low]
        end = index + 2
        extra, end = read_scale(tokens, end)
        if low == "couple" and after == "of" and tokens.low(index + 3) in SCALES:
            extra, end = SCALES[tokens.low(index + 3)], index + 4
        if tokens.low(end) == "and" and tokens.low(end + 1) == "a" and tokens.low(end + 2) == "half":
            value, end = value * 1.5, end + 3
        value *= extra
        if low == "couple":
            return Numeral(index, end, value, value * 1.5, extra, 2.0, extra, vague=True)
        return Numeral(index, end, value, value, value if low != "dozen" else 1.0, 1.0, value)
    if low in DENOMINATORS and (
        low in ("half", "quarter")
        or after == "of"
        or tokens.low(index - 1) in ("by", "than", "nearly", "almost")
    ):
        if low == "quarter" and tokens.low(index - 1) in ("for", "in", "of", "per"):
            return None
        if low in ("half",) and after in ("hour", "-"):
            return None
        return _share_value(tokens, index, index + 2, 1.0 / DENOMINATORS[low])
    return None


def _share(tokens: Tokens, index: int) -> Numeral | None:
    """ "half of", "half a million", "half the"; other denominators need a numerator (see `_cardinal`)."""
    low, after = tokens.low(index), tokens.low(index + 1)
    if low == "third" and after not in ("of",):
        return _ordinal(tokens, index, 3.0, index + 1)
    if low != "half" or tokens.low(index - 1) in ("first", "second", "other", "latter", "1st", "2nd"):
        return None
    if after in SCALES and after != "hundred":
        return Numeral(
            index, index + 2, SCALES[after] / 2, SCALES[after] / 2, SCALES[after] / 10, 0.5, SCALES[after]
        )
    if after in ("a", "an"):
        scale = SCALES.get(tokens.low(index + 2), GROUPS.get(tokens.low(index + 2), 0.0))
        if scale:
            return Numeral(
                index, index + 3, scale / 2, scale / 2, 1.0 if scale < 100 else scale / 10, 0.5, scale
            )
        unit = tokens.low(index + 2)
        return Numeral(index, index + 1, 0.5, 0.5, 0.0, 0.5, fraction=True) if unit in _HALVED else None
    if after in ("past", "time", "back", "way", "sister", "brother", "-") or tokens.low(index - 1) in (
        "-",
        "and",
    ):
        return None
    if (
        after in ("of", "the", "its", "their", "his", "her", "")
        or not tokens.is_word(index + 1)
        or tokens.low(index - 1) in ("by", "than", "in")
    ):
        return Numeral(index, index + 1, 0.5, 0.5, 0.0, 0.5, fraction=True)
    return None


_HALVED = word_set(
    "hour day week month year century decade minute mile kilometre kilometer metre meter tonne ton pound kilo kilogram litre pint percentage point per"
)
"""Units that "half a" measures: "half a mile", not "half a sandwich"."""


def _share_value(tokens: Tokens, first: int, end: int, value: float) -> Numeral:
    """A fraction, and what it is a fraction of when that is a scale: "a quarter (of a) million"."""
    if tokens.low(end) in SCALES and tokens.low(end) != "hundred":
        scale = SCALES[tokens.low(end)]
        return Numeral(first, end + 1, value * scale, value * scale, scale / 10, value, scale)
    if tokens.low(end) == "of" and tokens.low(end + 1) in ("a", "one"):
        scale = SCALES.get(tokens.low(end + 2), 0.0)
        if scale:
            return Numeral(first, end + 3, value * scale, value * scale, scale / 10, value, scale)
    return Numeral(first, end, value, value, 0.0, value, fraction=True)


def _vague(tokens: Tokens, index: int) -> Numeral | None:
    low = tokens.low(index)
    bottom, top = VAGUE[low]
    end = index + 1
    if low == "tens" and (tokens.low(end) != "of" or tokens.low(end + 1) not in VAGUE):
        return None
    if low == "several":
        scale = SCALES.get(tokens.low(end), 12.0 if tokens.low(end) == "dozen" else 1.0)
        return Numeral(
            index, end + (scale > 1), bottom * scale, top * scale, scale, bottom, scale, vague=True
        )
    while tokens.low(end) == "of" and tokens.low(end + 1) in VAGUE and tokens.low(end + 1) != "several":
        scale = SCALES.get(tokens.low(end + 1).removesuffix("s"), 1.0)
        bottom, top, end = bottom * scale, top * scale, end + 2
    return Numeral(index, end, bottom, top, bottom, bottom, vague=True)


def _cardinal(tokens: Tokens, index: int) -> Numeral | None:
    """Number words from `index` on, with hyphens and "and": forty-seven, two hundred and three, three-quarters."""
    total, current, end, small = 0.0, 0.0, index, 1e18
    started = False
    while True:
        at = end + 1 if started and tokens.low(end) in DASHES and tokens.glued(end) else end
        if started and tokens.low(at) == "and" and current + total >= 100 and _is_small(tokens, at + 1):
            at += 1
        low = tokens.low(at)
        if low in ONES and (
            not started
            or (current % 100 == 0 and ONES[low] > 0)
            or (current % 10 == 0 and current % 100 and 0 < ONES[low] < 10)
        ):
            current += ONES[low]
        elif low in TENS and (not started or current % 100 == 0):
            current += TENS[low]
        elif low == "hundred" and started and 0 < current < 100:
            current *= 100
        elif low in SCALES and low != "hundred" and started and current and SCALES[low] < small:
            small = SCALES[low]
            total, current = total + current * small, 0.0
        elif low in ORDINALS and started and at > end and _fits(current, ORDINALS[low]):
            return _ordinal(tokens, index, total + current + ORDINALS[low], at + 1)
        else:
            break
        end, started = at + 1, True
    if not started:
        return _plain_ordinal(tokens, index)
    return _finish(tokens, index, end, total + current)


def _is_small(tokens: Tokens, index: int) -> bool:
    return tokens.low(index) in ONES or tokens.low(index) in TENS


def _fits(current: float, ordinal: int) -> bool:
    return (current % 10 == 0 and current >= 20 and ordinal < 10) or (current % 100 == 0 and current >= 100)


def _plain_ordinal(tokens: Tokens, index: int) -> Numeral | None:
    low = tokens.low(index)
    return _ordinal(tokens, index, float(ORDINALS[low]), index + 1) if low in ORDINALS else None


def _ordinal(tokens: Tokens, first: int, value: float, end: int) -> Numeral | None:
    """An ordinal, unless the word is used otherwise: "at first", "a split second", "seconds later"."""
    before, after = tokens.low(first - 1), tokens.low(end)
    if (
        end - first == 1
        and tokens.low(first) == "first"
        and (before == "at" or after in ("of", ",") or not tokens.is_word(end))
    ):
        return None
    if tokens.low(first) == "second" and (
        before in ("per", "split", "every") or tokens.is_number(first - 1) or before in ONES or before in TENS
    ):
        return None
    return Numeral(first, end, value, value, 1.0, value, ordinal=True)


def _finish(tokens: Tokens, first: int, end: int, value: float) -> Numeral | None:
    at = end + 1 if tokens.low(end) in DASHES and tokens.glued(end) else end
    low = tokens.low(at)
    if low in DENOMINATORS and value < 1000 and (low.endswith("s") or value == 1) and low not in ("seconds",):
        return _share_value(tokens, first, at + 1, value / DENOMINATORS[low])
    if low == "in" and at == end and value == 1 and (_is_small(tokens, at + 1) or tokens.is_number(at + 1)):
        below = read(tokens, at + 1)
        if below and below.low > 1 and not 1500 < below.low < 2100:
            return Numeral(first, below.end, 1 / below.low, 1 / below.low, 0.0, 1 / below.low, fraction=True)
    if low == "point" and tokens.low(at + 1) in ONES and ONES[tokens.low(at + 1)] < 10 and at == end:
        return _spoken_decimal(tokens, first, at + 1, value)
    if value == 1 and end - first == 1 and _is_pronoun(tokens, first):
        return None
    base = value
    if low in ("dozen", "dozens"):
        value, end = value * 12, at + 1
    elif low == "score" and tokens.low(at + 1) == "and":
        value, end = value * 20, at + 1
    value, end = add_fraction(tokens, end, value)
    base = value
    scale, end = read_scale(tokens, end)
    sign = -1 if tokens.low(first - 1) in ("minus", "negative") else 1
    value *= scale * sign
    step = step_of(f"{abs(value):.0f}") if value == int(value) and abs(value) < 1e18 else 0.1 * scale
    return Numeral(first, end, value, value, step, base, scale)


def _spoken_decimal(tokens: Tokens, first: int, at: int, value: float) -> Numeral:
    digits = ""
    while tokens.low(at) in ONES and ONES[tokens.low(at)] < 10:
        digits += str(ONES[tokens.low(at)])
        at += 1
    number = float(f"{value:.0f}.{digits or '0'}")
    scale, at = read_scale(tokens, at)
    return Numeral(first, at, number * scale, number * scale, scale * 10.0 ** -len(digits), number, scale)


_NOT_COUNTED = word_set("no any every each this that the another some which other")


def _is_pronoun(tokens: Tokens, index: int) -> bool:
    """Whether "one" is no number here: "no one", "one of", "one another", "the one that"."""
    after = tokens.low(index + 1)
    if tokens.low(index - 1) in ("minus", "negative"):
        return False
    if tokens.low(index - 1) in _NOT_COUNTED or tokens.low(index) == "zero":
        return tokens.low(index) != "zero"
    if after in ("-",):
        return False
    return after in (
        "another",
        "of",
        "day",
        "by",
        "thing",
        "way",
        "after",
        "s",
        "'s",
        "should",
        "can",
        "must",
        "may",
        "might",
        "would",
    ) or not tokens.is_word(index + 1)


_STARTERS = frozenset({*ONES, *TENS, *ORDINALS, *VAGUE, "a", "an", "half", "quarter", "third", "hundred"})
