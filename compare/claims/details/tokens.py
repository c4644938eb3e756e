"""Words of a claim with their places: what every finder reads."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable

from compare.claims.details.lemmas import lemma
from compare.records import Detail

_WORD = r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*"
_MARKED_WORD = r"(?:[^\W\d_][\u0300-\u036f]*)+(?:['’](?!s\b)(?:[^\W\d_][\u0300-\u036f]*)+)*"
_PATTERN = r"(?:[^\W\d_]\.){{2,}}|[¼-¾⅐-⅞]|\d{{1,3}}(?:\ \d{{3}}){{2,}}(?![\d.,])|\d+(?:[.,٫٬]\d+|[\u00a0\u2009\u202f]\d{{3}}(?!\d)|\ 000(?!\d))*|{word}|['’]s\b|[^\w\s]|_"
_TOKEN = re.compile(_PATTERN.format(word=_WORD))
_MARKED_TOKEN = re.compile(_PATTERN.format(word=_MARKED_WORD))
"""For text with combining marks, which are no letters to `re`: slower, rarely needed."""


class Tokens:
    """The words, numbers and signs of a text: parallel lists of places, words as printed and lower case.

    A possessive ending ("'s") is a word of its own; white space is none.
    """

    __slots__ = ("ends", "lemmas", "lows", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        pattern = _TOKEN if unicodedata.is_normalized("NFC", text) else _MARKED_TOKEN
        spans = [match.span() for match in pattern.finditer(text)]
        self.text = text
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.words = [text[start:end] for start, end in spans]
        self.lows = [word.lower().replace("’", "'") for word in self.words]
        self.lemmas = [lemma(low) for low in self.lows]

    def __len__(self) -> int:
        return len(self.words)

    def low(self, index: int) -> str:
        """The lower-case word at `index`; "" outside the text."""
        return self.lows[index] if 0 <= index < len(self.lows) else ""

    def word(self, index: int) -> str:
        """The word at `index` as printed; "" outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def lemma(self, index: int) -> str:
        """The lemma of the word at `index`; "" outside the text."""
        return self.lemmas[index] if 0 <= index < len(self.lemmas) else ""

    def glued(self, index: int) -> bool:
        """Whether no white space stands between the word at `index` and the one before it."""
        return 0 < index < len(self.starts) and self.starts[index] == self.ends[index - 1]

    def is_number(self, index: int) -> bool:
        """Whether the word at `index` starts with a decimal digit of any script."""
        return 0 <= index < len(self.words) and self.words[index][0].isdecimal()

    def is_word(self, index: int) -> bool:
        """Whether the word at `index` starts with a letter."""
        return 0 <= index < len(self.words) and self.words[index][0].isalpha()

    def is_capital(self, index: int) -> bool:
        """Whether the word at `index` starts with a capital letter."""
        return 0 <= index < len(self.words) and self.words[index][0].isupper()

    def slice(self, start: int, end: int) -> str:
        """The text from the word at `start` up to, not including, the word at `end`."""
        return self.text[self.starts[start] : self.ends[end - 1]] if start < end else ""

    def phrase(self, start: int, end: int) -> str:
        """The lower-case words from `start` up to `end`, joined by single spaces."""
        return " ".join(self.lows[start:end])

    def cover(self, taken: bytearray, details: Iterable[Detail]) -> bytearray:
        """A copy of `taken` in which the words of `details` are marked too."""
        covered = bytearray(taken)
        for detail in details:
            at = bisect_left(self.starts, detail.start)
            while at < len(self.starts) and self.starts[at] < detail.end:
                covered[at] = 1
                at += 1
        return covered


def lowered(text: str) -> str:
    """`text` in lower case, letter by letter where needed, so that every place stays the same."""
    low = text.lower()
    return (
        low
        if len(low) == len(text)
        else "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    )
