"""Near-verbatim wording: which of the articles that tell a fact copied it from one origin."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from compare.align.lexicon import WORD

COPY_RATIO = 85.0
"""Word-level similarity (0 to 100) from which two claims count as one wording: lightly edited wire text is above,
an independent account of one fact below."""


def plain_words(text: str) -> str:
    """The words of a text without case, punctuation, quotation marks: what a copy keeps."""
    return " ".join(WORD.findall(text.casefold()))


def same_wording(one: str, two: str) -> bool:
    """Whether two claims are near-verbatim copies of each other."""
    return fuzz.ratio(plain_words(one), plain_words(two)) >= COPY_RATIO


def origins(texts: Sequence[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Groups of article ids whose wording is near-verbatim; `texts` are (article id, claim text)."""
    groups: list[list[tuple[str, str]]] = []
    for item in texts:
        near = [
            g for g in groups if any(item[0] == other[0] or same_wording(item[1], other[1]) for other in g)
        ]
        groups = [g for g in groups if g not in near] + [[item, *(other for g in near for other in g)]]
    return tuple(sorted(tuple(sorted({article for article, _ in g})) for g in groups))
