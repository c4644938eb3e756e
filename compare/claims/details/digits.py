"""Numbers in digits of any script, with separators, fractions and scale words: "1.2bn", "2 1/2", "1,50,000", "16th"."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from compare.claims.details.number_tables import ONES, SCALES, SHORT_SCALES, TENS
from compare.claims.details.tables import word_set
from compare.claims.details.tokens import Tokens

_MAX_DIGITS = 24
"""A longer run of digits is an identifier, not a number anyone counts to."""

DASHES = frozenset("-–—‑−")
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


def read_digits(tokens: Tokens, index: int) -> Numeral | None:
    """The number in digits that starts with the word at `index`, with its fraction and scale words."""
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
    value, end = add_fraction(tokens, end, value)
    scale, end = read_scale(tokens, end)
    value = _sign(tokens, index) * value
    base = abs(value)
    return Numeral(index, end, value * scale, value * scale, step * scale, base, scale, digits=True)


def read_leading_point(tokens: Tokens, index: int) -> Numeral | None:
    """ ".08": a decimal without its zero."""
    rest = read_digits(tokens, index + 1)
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
        if before in DASHES and tokens.glued(index - 1) and tokens.is_word(index - 2):
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


def add_fraction(tokens: Tokens, end: int, value: float) -> tuple[float, int]:
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


def read_scale(tokens: Tokens, end: int) -> tuple[float, int]:
    """Scale words after a number: "million", "lakh crore", "bn"; the short ones only when it is clear."""
    scale = 1.0
    while True:
        at = (
            end + 1
            if tokens.low(end) in DASHES and tokens.glued(end) and tokens.low(end + 1) in SCALES
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
