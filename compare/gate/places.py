"""Where a claim stands in its file: line and column, as editors count them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import PurePosixPath

from compare.gate.records import Place, Quote, Side
from compare.read.formats import SUFFIXES
from compare.records import Article, Claim, Span

NEWLINE = re.compile("\r\n|\n|\r")

AS_READ = ("text", "markdown")
"""Formats whose article text is the file's own text, so that offsets in one are offsets in the other."""

FEW = 24
"""Characters of a claim that are looked for in a file whose text is not the article's, such as HTML."""


class Lines:
    """The places of an article's claims.

    Args:
        article: The article.
        path: What to call its file.
        load: The file's bytes; asked for only when its text is not the article's own.
    """

    def __init__(self, article: Article, path: str, load: Callable[[], bytes]) -> None:
        self._article = article
        self._path = path
        self._load = load

    def of(self, span: Span) -> Place:
        """The place of a stretch of the article's text."""
        if self._same:
            return self._between(self._starts, span.start, span.end)
        text, starts = self._raw
        words = span.of(self._article.text)
        at = text.find(words)
        if at >= 0:
            return self._between(starts, at, at + len(words))
        at = text.find(words[:FEW])
        return self._between(starts, max(at, 0), max(at, 0))

    def quote(self, claim: Claim, words: Sequence[Span], side: Side) -> Quote:
        """A claim with its deciding words, which are offsets in the article's text."""
        own = Span(claim.start, claim.end)
        inside = tuple(Span(word.start - claim.start, word.end - claim.start) for word in sorted(words))
        place = self.of(own)
        first = self.of(min(words)) if words else place
        return Quote(side, self._article.source, place, claim.text, inside, first)

    @property
    def _same(self) -> bool:
        return SUFFIXES.get(PurePosixPath(self._path).suffix.lower()) in AS_READ

    @cached_property
    def _starts(self) -> list[int]:
        return _line_starts(self._article.text)

    @cached_property
    def _raw(self) -> tuple[str, list[int]]:
        text = self._load().decode("utf-8", "replace")
        return text, _line_starts(text)

    def _between(self, starts: Sequence[int], start: int, end: int) -> Place:
        return Place(self._path, *_line_column(starts, start), *_line_column(starts, end))


def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in NEWLINE.finditer(text))]


def _line_column(starts: Sequence[int], at: int) -> tuple[int, int]:
    line = bisect_right(starts, at) - 1
    return line + 1, at - starts[line] + 1
