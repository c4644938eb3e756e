"""Number words and digits of any script, read from left to right: "1.2bn", "forty-seven", "half a million", "16th"."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from compare.claims.details.tables import word_list, word_set
from compare.claims.details.tokens import Tokens

ONES = {
    word: value
    for value, word in enumerate(
        word_list(
            """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
    """
        )
    )
}
TENS = {
    word: 10 * place
    for place, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
TENS["fourty"] = 40
SCALES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5, "lac": 1e5, "lakhs": 1e5,
    "crore": 1e7, "crores": 1e7, "quadrillion": 1e15,
}  # fmt: skip
SHORT_SCALES: dict[str, float] = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mm": 1e6, "bn": 1e9, "bln": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12, "cr": 1e7,
    "t": 1e12, "mil": 1e6, "tln": 1e12,
}  # fmt: skip
GROUPS: dict[str, float] = {"dozen": 12, "score": 20, "dozens": 12, "couple": 2, "pair": 2}
_DENOMINATORS: dict[str, float] = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
DENOMINATORS = _DENOMINATORS | {word + "s": value for word, value in _DENOMINATORS.items()} | {"halves": 2}
ORDINALS = {
    word: value
    for value, word in enumerate(
        word_list(
            """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
    """
        ),
        start=1,
    )
}
ORDINALS |= {word[:-1] + "ieth": value for word, value in TENS.items()} | {
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 10**6,
}
VAGUE: dict[str, tuple[float, float]] = {
    "dozens": (24, 99), "scores": (40, 199), "hundreds": (200, 999), "thousands": (2e3, 9999), "millions": (2e6, 9.99e6),
    "billions": (2e9, 9.99e9), "tens": (20, 99), "trillions": (2e12, 9.99e12), "lakhs": (2e5, 9.99e5), "crores": (2e7, 9.99e7), "several": (3, 9),
}  # fmt: skip
"""What vague number words cover, as widely as they are used."""

_MAX_DIGITS = 24
"""A longer run of digits is an identifier, not a number anyone counts to."""

_DASHES = frozenset("-–—‑−")
_COMMAS = re.compile(r"\d{1,3}(?:[,'٬\u00a0\u2009\u202f ]\d{2,3})*[,'٬\u00a0\u2009\u202f ]\d{3}(?:[.٫]\d+)?")
_DOTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?")
_PLAIN = re.compile(r"\d+(?:[.٫]\d+)?")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: words `first` up to `end`; `base` is its value before a scale word ("1.2" in 1.2bn)."""

    first: int
    end: int
    low: float
    high: float
    step: float
    base: float = 0.0
    scale: float = 1.0
    ordinal: bool = False
    fraction: bool = False
    vague: bool = False
    digits: bool = False


def read(tokens: Tokens, index: int) -> Numeral | None:
    """The number that starts with the word at `index`, or None."""
    low = tokens.lows[index]
    first = low[0]
    if low == "." and tokens.is_number(index + 1) and tokens.glued(index + 1) and not tokens.glued(index):
        return _leading_point(tokens, index)
    if first.isdecimal() or (not first.isalpha() and len(low) == 1 and low.isnumeric()):
        return _digits(tokens, index)
    if low in _STARTERS:
        return _words(tokens, index)
    return None


def parse_digits(word: str) -> tuple[float, float] | None:
    """Value and step of a run of digits with separators; None for what isn't a number (1.2.3.4, an identifier).

    Indian grouping (1,50,000), a decimal comma (2,5) and grouping by thin spaces are read too.
    """
    if len(word) > _MAX_DIGITS:
        return None
    if _PLAIN.fullmatch(word):
        plain = word.replace("٫", ".")
    elif _COMMAS.fullmatch(word):
        plain = re.sub(r"[^\d.٫]", "", word).replace("٫", ".")
    elif _DECIMAL_COMMA.fullmatch(word):
        plain = word.replace(",", ".")
    elif _DOTS.fullmatch(word):
        plain = word.replace(".", "").replace(",", ".")
    else:
        return None
    return float(plain), step_of(plain)


def step_of(plain: str) -> float:
    """Place value of the last digit given: 100 for "1200", 0.01 for "1.20"."""
    whole, _, decimals = plain.partition(".")
    if decimals:
        return 10.0 ** -len(decimals)
    zeros = 0
    while zeros < len(whole) - 1 and unicodedata.decimal(whole[-1 - zeros], -1) == 0:
        zeros += 1
    return 10.0**zeros


def _digits(tokens: Tokens, index: int) -> Numeral | None:
    if _is_identifier(tokens, index):
        return None
    word = tokens.words[index]
    if len(word) == 1 and not word.isdecimal():
        value = unicodedata.numeric(word, -1.0)
        return Numeral(index, index + 1, value, value, 0.0, value, fraction=True) if 0 < value < 1 else None
    parsed = parse_digits(word)
    if parsed is None:
        return None
    value, step = parsed
    end = index + 1
    if tokens.glued(end) and tokens.low(end) in ("st", "nd", "rd", "th"):
        return Numeral(index, end + 1, value, value, 1.0, value, ordinal=True, digits=True)
    fraction = _slash_fraction(tokens, end, value, word)
    if fraction:
        return fraction
    value, end = _mixed(tokens, end, value)
    scale, end = _scale(tokens, end)
    value = _sign(tokens, index) * value
    base = abs(value)
    return Numeral(index, end, value * scale, value * scale, step * scale, base, scale, digits=True)


def _leading_point(tokens: Tokens, index: int) -> Numeral | None:
    """ ".08": a decimal without its zero."""
    rest = _digits(tokens, index + 1)
    word = tokens.word(index + 1)
    if rest is None or not word.isdecimal() or rest.fraction or rest.ordinal:
        return None
    value = float("0." + word) * rest.scale
    return replace(
        rest,
        first=index,
        low=value,
        high=value,
        step=rest.scale * 10.0 ** -len(word),
        base=value / rest.scale,
    )


def _is_identifier(tokens: Tokens, index: int) -> bool:
    """Whether the digits are part of a name: G7, COVID-19, A380, MH370, Model-3, 5G."""
    if tokens.glued(index):
        before = tokens.word(index - 1)
        if before in ("+", "^") and tokens.glued(index - 1):
            return True
        if before[-1] in "#/_@":
            return before != "/" or not tokens.is_number(index - 2)
        if before[0].isalpha() and before.lower() not in _PREFIXES and not before.isupper():
            return True
        if before[0].isalpha() and before.isupper() and len(before) < 3:
            return before not in ("RS", "RM") and not (before == "R" and len(tokens.words[index]) > 2)
        if before in _DASHES and tokens.glued(index - 1) and tokens.is_word(index - 2):
            return tokens.word(index - 2)[:1].isupper() and tokens.low(index - 2) not in ONES | TENS
    after = tokens.word(index + 1)
    if (
        tokens.glued(index + 1)
        and after[0].isalpha()
        and tokens.is_number(index + 2)
        and tokens.glued(index + 2)
    ):
        return after not in ("m", "km", "cm", "mm", "ft") or tokens.word(index + 2) not in ("2", "3")
    return tokens.glued(index + 1) and after in ("G", "D", "X", "A", "B") and not tokens.glued(index)


_PREFIXES = word_set(
    """
    dh dhs sfr ksh sh ush tsh rp rm tk kr fr cfa rs us usd eur gbp inr aud cad nzd sgd hkd jpy cny rmb chf sek nok dkk zar brl mxn rub try krw ngn kes
    """
)


def _sign(tokens: Tokens, index: int) -> int:
    if tokens.low(index - 1) in ("minus", "negative"):
        return -1
    dash = tokens.low(index - 1) in ("-", "−") and tokens.glued(index) and not tokens.glued(index - 1)
    return -1 if dash and not tokens.is_number(index - 2) else 1


def _slash_fraction(tokens: Tokens, end: int, value: float, word: str) -> Numeral | None:
    """ "3/4", and "2 1/2" when the whole number comes first."""
    if tokens.low(end) == "/" and tokens.glued(end) and tokens.glued(end + 1) and tokens.is_number(end + 1):
        below = parse_digits(tokens.word(end + 1))
        if below and 0 < value < below[0] <= 100 and word.isdecimal() and tokens.low(end + 2) != "/":
            ratio = value / below[0]
            return Numeral(end - 1, end + 2, ratio, ratio, 0.0, ratio, fraction=True, digits=True)
    return None


def _mixed(tokens: Tokens, end: int, value: float) -> tuple[float, int]:
    """A vulgar fraction, or "and a half", right after a whole number is added to it."""
    word = tokens.word(end)
    if (
        len(word) == 1
        and not word.isdecimal()
        and 0 < unicodedata.numeric(word, 0.0) < 1
        and value == int(value)
    ):
        return value + unicodedata.numeric(word), end + 1
    if tokens.is_number(end) and value == int(value) and tokens.low(end + 1) == "/" and tokens.glued(end + 1):
        above = parse_digits(word)
        part = _slash_fraction(tokens, end + 1, above[0] if above else 0.0, word)
        return (value + part.low, part.end) if part else (value, end)
    if tokens.low(end) == "and" and tokens.low(end + 1) in ("a", "one", "three"):
        below = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "quarters": 0.25}.get(tokens.low(end + 2))
        if below:
            return value + below * (3 if tokens.low(end + 1) == "three" else 1), end + 3
    return value, end


def _scale(tokens: Tokens, end: int) -> tuple[float, int]:
    """Scale words after a number: "million", "lakh crore", "bn"; the short ones only when it is clear."""
    scale = 1.0
    while True:
        at = (
            end + 1
            if tokens.low(end) in _DASHES and tokens.glued(end) and tokens.low(end + 1) in SCALES
            else end
        )
        low = tokens.low(at)
        if low in SCALES and scale * SCALES[low] <= 1e18:
            scale *= SCALES[low]
        elif scale == 1.0 and low in SHORT_SCALES and _is_short_scale(tokens, at):
            scale = SHORT_SCALES[low]
        elif low in ("dozen", "dozens") and scale == 1.0:
            scale = 12.0
        else:
            return scale, end
        end = at + 1


def _is_short_scale(tokens: Tokens, at: int) -> bool:
    low = tokens.low(at)
    if low in ("bn", "mn", "mln", "bln", "tn", "trn"):
        return True
    if low in ("m", "b") and tokens.word(at).isupper() and tokens.glued(at):
        return not (tokens.glued(at + 1) and tokens.low(at + 1) == "/")
    if low in ("mil", "tln"):
        return tokens.glued(at) or tokens.is_number(at - 1)
    if not tokens.glued(at):
        return low in ("m", "b", "cr") and _is_money(tokens, at) and tokens.low(at + 1) != "²"
    if low == "m":
        return _is_money(tokens, at) or (
            tokens.is_word(at + 1) and tokens.low(at + 1).endswith(_PLURAL_ENDINGS)
        )
    return (low == "k" and tokens.word(at) in ("k", "K")) or (
        low in ("b", "mm", "cr", "t") and _is_money(tokens, at)
    )


_PLURAL_ENDINGS = ("people", "s", "children", "women", "men")
_CURRENCY_SIGNS = frozenset("$€£¥₹₽₩₪₺₴₦฿₫₱")
_CURRENCY_WORDS = word_set(
    """
    dollars euros pounds yen yuan rupees rubles roubles usd eur gbp inr rs francs pesos crowns krona
    kroner
    """
)


def _is_money(tokens: Tokens, at: int) -> bool:
    before = tokens.low(at - 2)
    return (
        before in _CURRENCY_SIGNS
        or before in _PREFIXES
        or tokens.low(at + 1) in _CURRENCY_WORDS
        or (before == "." and tokens.low(at - 3) == "rs")
    )


# --- number words ---


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
        scale, end = _scale(tokens, index + 1)
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
        extra, end = _scale(tokens, end)
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
        at = end + 1 if started and tokens.low(end) in _DASHES and tokens.glued(end) else end
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
    at = end + 1 if tokens.low(end) in _DASHES and tokens.glued(end) else end
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
    value, end = _mixed(tokens, end, value)
    base = value
    scale, end = _scale(tokens, end)
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
    scale, at = _scale(tokens, at)
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
