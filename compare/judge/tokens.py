"""A claim's words with their places: what every comparison in this step looks at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from compare.align.lexicon import STOP, TENS, UNITS, rarity, stem
from compare.records import Claim

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*", re.UNICODE)
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)

_FUNCTION_WORDS = """
while whose whom among between through during against within without across under since until because although though
however also still yet just only even too very more most much many some any each every both either neither such same
own other another around upon towards toward onto per via now ago later earlier soon already all one added noted stated
went get got make made take took come came give gave put keep kept let us mr mrs ms dr he she they it him her them who
which that this these those my your our their its near close remain remained remains stay stayed stays become became
shortly
"""
FUNCTION = STOP | frozenset(_FUNCTION_WORDS.split())
"""Words that don't tell one fact from another. Wider than the aligner's: here they only keep phrases together."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word. `start` and `end` are offsets in the article's text; `rarity` in [0, 1] is 1 for a name.

    `term` is the stem, or for a number its digits: "forty" is "40".
    """

    start: int
    end: int
    text: str
    term: str
    rarity: float
    content: bool

    @property
    def capital(self) -> bool:
        """Whether the word begins with a capital letter."""
        return self.text[:1].isupper()


def tokens(claim: Claim) -> tuple[Token, ...]:
    """The words of a claim in order. Hyphenated words are several."""
    return tuple(_token(match, claim.start) for match in _WORD.finditer(claim.text))


@lru_cache(maxsize=1 << 14)
def stems(text: str) -> tuple[str, ...]:
    """The terms of a text's content words, in order."""
    words = [_POSSESSIVE.sub("", match[0]).casefold() for match in _WORD.finditer(text)]
    return tuple(_term(word) for word in words if word and word not in FUNCTION)


def _token(match: re.Match[str], offset: int) -> Token:
    text = _POSSESSIVE.sub("", match[0]) or match[0]
    start = offset + match.start()
    lower = text.casefold()
    term = _term(lower)
    return Token(start, start + len(text), text, term, rarity(term), lower not in FUNCTION)


def _term(lower: str) -> str:
    if lower[0].isdigit():
        digits = lower.replace(",", "")
        return digits.rstrip("0").rstrip(".") if "." in digits else digits
    if lower in UNITS and lower != "one":
        return str(UNITS[lower])
    return str(TENS[lower]) if lower in TENS else stem(lower)
