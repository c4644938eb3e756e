"""Words as terms: what a claim's text is made of, once spelling, inflexion and number style are set aside."""

from __future__ import annotations

import math
import re
from functools import cache
from importlib import resources
from typing import Any

WORD = re.compile(r"\d[\d.,]*\d|\w+", re.UNICODE)


def _table(text: str) -> list[str]:
    return text.split()


STOP = frozenset(
    _table(
        """
        a an the of to in on at for by with from and or but as is are was were be been being it its this that these
        those he she they his her him their them i we our us you your who which what when where there here has have
        had having do does did will would can could may might shall should not no nor so than then if into over
        about after before up out also s t re ve ll d m said says say saying told according mr mrs ms
        """
    )
)
"""Function words and reporting verbs: they say nothing about which fact a sentence tells."""

UNITS = {
    word: value
    for value, word in enumerate(
        _table(
            """
            zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
            seventeen eighteen nineteen
            """
        )
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(_table("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}

RARITY_OF_NUMBER = {1: 0.5, 2: 0.8}
"""Rarity of a number by its digits; longer ones are as telling as a name."""


@cache
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")


@cache
def stem(word: str) -> str:
    """The Snowball stem of a lower-case word."""
    return str(_stemmer().stemWord(word))


@cache
def _ranks() -> dict[str, int]:
    text = resources.files("compare.align").joinpath("common_words.txt").read_text(encoding="utf-8")
    return {word: rank for rank, word in enumerate(text.split())}


@cache
def rarity(term: str) -> float:
    """How rare a term is in English at large: 0 for "the", 1 for a word outside the list (names, misspellings).

    The logarithm of its place in the list, which by Zipf's law grows like its inverse document frequency.
    """
    if term[0].isdigit():
        return RARITY_OF_NUMBER.get(sum(map(str.isdigit, term)), 1.0)
    ranks = _ranks()
    rank = ranks.get(term)
    return 1.0 if rank is None else math.log(1 + rank) / math.log(1 + len(ranks))


def terms(text: str) -> list[str]:
    """The content terms of a text in order, repeats kept: stems, and numbers in digits ("forty-seven" is "47")."""
    words = WORD.findall(text.casefold().replace("'s", " ").replace("’s", " "))
    found: list[str] = []
    for word in _join_numbers(words):
        if word[0].isdigit():
            found.append(_number(word))
        elif word not in STOP:
            found.append(stem(word))
    return found


def _number(word: str) -> str:
    digits = word.replace(",", "").rstrip(".")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _join_numbers(words: list[str]) -> list[str]:
    joined: list[str] = []
    tens = 0
    for word in words:
        if tens and 0 < UNITS.get(word, 0) < 10:
            joined[-1] = str(tens + UNITS[word])
        elif word in UNITS:
            joined.append(word if word == "one" else str(UNITS[word]))
        else:
            joined.append(str(TENS[word]) if word in TENS else word)
        tens = TENS.get(word, 0)
    return joined
