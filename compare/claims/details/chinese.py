"""Figures in Chinese and Japanese text, which writes no spaces: in digits, in characters, or both (四十七, 4.7万)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.claims.details.values import Number
from compare.records import Detail

LANGUAGES = ("Chinese", "Japanese")

_DIGITS = {
    char: value
    for value, chars in enumerate(("〇零", "一", "二两", "三", "四", "五", "六", "七", "八", "九"))
    for char in chars
}
_UNITS = {"十": 10, "百": 100, "千": 1_000}
_LARGE = {"万": 10_000, "萬": 10_000, "亿": 10**8, "億": 10**8}

_FIGURE = re.compile(
    r"(?P<figure>\d+(?:[,，]\d{3})*(?:[.．]\d+)?)(?P<large>[万萬亿億]?)|(?P<characters>[〇零一二两三四五六七八九十百千万萬亿億]{2,})"
)


def find(text: str) -> Iterator[Detail]:
    """The figures of a text, as plain numbers: what they count isn't read."""
    for found in _FIGURE.finditer(text):
        value = (
            _characters(found["characters"])
            if found["characters"]
            else _figure(found["figure"], found["large"])
        )
        if value is not None:
            number = Number(value, value, _step(value), text=found[0])
            yield Detail("number", found.start(), found.end(), found[0], number)


def _figure(digits: str, large: str) -> float:
    plain = digits.translate({ord(","): None, ord("，"): None, ord("．"): "."})
    return round(float(plain) * _LARGE.get(large, 1), 6)


def _characters(text: str) -> float | None:
    """The value of a numeral; None for what is none: neighbouring digits ("three or four"), words such as 万一."""
    if text[0] in _LARGE:
        return None
    if all(char in _DIGITS for char in text):
        return float("".join(str(_DIGITS[char]) for char in text)) if len(text) > 2 else None
    total, section, digit = 0, 0, 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _UNITS:
            section += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            total += (section + digit) * _LARGE[char]
            section = digit = 0
    return float(total + section + digit)


def _step(value: float) -> float:
    """The place value of the last digit that isn't zero."""
    step = 1.0
    while value and value % (step * 10) == 0:
        step *= 10
    return step
