"""Near-verbatim wording: which of the articles that tell a fact copied it from one origin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from compare.align.lexicon import WORD

COPY_RATIO = 85.0
"""Similarity (0 to 100) from which two whole claims are one wording. Of 2,000 pairs of independent wordings of one fact
the nearest have 75 and one in a hundred 63; with three words changed, 98 in 100 wire sentences stay above 85."""

CUT_RATIO = 92.0
"""The same for a claim that lost its end or gained one: the shorter against its best place in the longer."""

CUT_WORDS = 8
"""Words that a cut claim must keep: shorter ones ("he said on Monday") are found in many sentences."""

SHINGLE = 5
"""Words in a shingle: five in a row are rarely the same by accident, quotations apart."""

COPIED_SHARE = 0.4
"""Share of the shorter article's shingles from which the two articles are one text. Among 28 news stories the copies
have .9 and more, reports that quote the same statements at length up to .3, half of all pairs .01."""

DATELINE = re.compile(r"^\W*[A-Z][A-Z .,'’-]{2,40}(?:\([\w .-]{2,20}\))?\s*[-–—:]+\s+")


def plain_words(text: str) -> str:
    """The words of a text without dateline, case, punctuation and quotation marks: what a copy keeps."""
    return " ".join(WORD.findall(DATELINE.sub("", text).casefold()))


def same_wording(one: str, two: str) -> bool:
    """Whether two texts, as `plain_words`, are near-verbatim copies, one of them perhaps cut."""
    if one == two:
        return True
    if fuzz.ratio(one, two) >= COPY_RATIO:
        return True
    short, long = sorted((one, two), key=len)
    whole = len(short) * 2 >= len(long) and short.count(" ") + 1 >= CUT_WORDS
    return whole and fuzz.partial_ratio(short, long) >= CUT_RATIO


def copied_articles(texts: Sequence[tuple[str, str]]) -> set[tuple[str, str]]:
    """Pairs of article ids (smaller first) that are one text; `texts` are (article id, claim text)."""
    shingles: dict[str, set[int]] = {}
    numbers: dict[tuple[str, ...], int] = {}
    for article, text in texts:
        words = plain_words(text).split()
        for at in range(len(words) - SHINGLE + 1):
            key = tuple(words[at : at + SHINGLE])
            shingles.setdefault(article, set()).add(numbers.setdefault(key, len(numbers)))
    names = sorted(shingles)
    return {
        (one, two)
        for at, one in enumerate(names)
        for two in names[at + 1 :]
        if len(shingles[one] & shingles[two]) >= COPIED_SHARE * min(len(shingles[one]), len(shingles[two]))
    }


def origins(
    claims: Sequence[tuple[str, str]], copied: Iterable[tuple[str, str]]
) -> tuple[tuple[str, ...], ...]:
    """Groups of article ids that count as one origin of a fact.

    Args:
        claims: (article id, claim text) of the claims that tell the fact.
        copied: Pairs of articles that are one text (see `copied_articles`).
    """
    parent = {article: article for article, _ in claims}

    def root(article: str) -> str:
        while parent[article] != article:
            article = parent[article]
        return article

    for one, two in copied:
        if one in parent and two in parent:
            parent[root(two)] = root(one)
    worded = [(article, plain_words(text)) for article, text in claims]
    for at, (one, text) in enumerate(worded):
        for two, other in worded[at + 1 :]:
            if root(one) != root(two) and same_wording(text, other):
                parent[root(two)] = root(one)
    groups: dict[str, list[str]] = {}
    for article in sorted(parent):
        groups.setdefault(root(article), []).append(article)
    return tuple(sorted(tuple(group) for group in groups.values()))
