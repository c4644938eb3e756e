"""A story as arrays: everything about its claims that is computed once and used for every pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from compare.align.lexicon import rarity, terms
from compare.records import Article, Claim

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

RARE = 0.5
"""Weight from which a term counts as rare: names, numbers, words outside the common few thousand."""


class Encoded(Protocol):
    """What this step needs of the embedding step: see `compare.embed.Encoded`."""

    @property
    def vectors(self) -> Any: ...  # noqa: D102

    @property
    def tokens(self) -> Any: ...  # noqa: D102


@dataclass(frozen=True)
class Pairs:
    """Pairs of claims of different articles, by index: `a[k] < b[k]`, sorted."""

    a: Ints
    b: Ints


@dataclass(frozen=True)
class Story:
    """The claims of one story, in the order given.

    Attributes:
        article: For each claim the index of its article.
        text: For each claim the index of the first claim with the same words.
        vectors: One unit vector a claim.
        terms: For each claim its terms, without repeats, in order of first use.
        weights: Term -> how telling it is in this story, in [0, 1].
        lexical: Weights of the terms that at least two articles use, one row a claim, divided by the
            claim's whole norm: row · row is the TF-IDF cosine.
        rare: The same columns, for rare terms only: row · row is the weight above `RARE` that two claims share.
        token_vectors, token_weights: Unit vectors of the encoder's tokens of each claim, and how telling each is.
    """

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    article: Ints
    text: Ints
    vectors: Floats
    terms: tuple[tuple[str, ...], ...]
    weights: dict[str, float]
    lexical: Floats
    rare: Floats
    pieces: tuple[tuple[str, ...], ...]
    token_vectors: tuple[Floats, ...]
    token_weights: tuple[Floats, ...]

    def __len__(self) -> int:
        return len(self.claims)


def build_story(articles: Sequence[Article], claims: Sequence[Claim], encoded: Encoded) -> Story:
    """Arrays for the claims of `articles`; `encoded` has one row a claim, in the same order."""
    index = {article.id: number for number, article in enumerate(articles)}
    article = np.array([index[claim.source] for claim in claims], dtype=np.int64)
    vectors = np.asarray(encoded.vectors, dtype=np.float32).reshape(len(claims), -1 if len(claims) else 1)
    found = tuple(tuple(dict.fromkeys(terms(claim.text))) for claim in claims)
    weights = term_weights(found, article)
    lexical, rare = _lexical(found, article, weights)
    return Story(
        articles=tuple(articles),
        claims=tuple(claims),
        article=article,
        text=_first_with_same_text(claims),
        vectors=vectors,
        terms=found,
        weights=weights,
        lexical=lexical,
        rare=rare,
        pieces=tuple(tuple(tokens.pieces) for tokens in encoded.tokens),
        token_vectors=tuple(tokens.vectors for tokens in encoded.tokens),
        token_weights=tuple(piece_weights(tokens.pieces, weights) for tokens in encoded.tokens),
    )


def term_weights(found: Sequence[Sequence[str]], article: Ints) -> dict[str, float]:
    """How telling each term is: the mean of its rarity in English and its rarity in this story.

    Rarity in the story is the share of an article's claims that have the term, averaged over the articles, on a
    logarithmic scale: 1 when one claim in fifty has it, 0 when all have. Averaging over articles keeps a fact that
    fifty sources tell as telling as one that two tell.
    """
    sizes = np.bincount(article) if len(article) else np.zeros(1, dtype=np.int64)
    share: dict[str, float] = {}
    for row, number in zip(found, article, strict=True):
        for term in row:
            share[term] = share.get(term, 0.0) + 1.0 / float(sizes[number])
    used = max(1, int((sizes > 0).sum()))
    floor = 0.02
    scale = -np.log(floor)
    return {
        term: 0.5 * rarity(term) + 0.5 * float(-np.log(max(floor, min(1.0, total / used))) / scale)
        for term, total in share.items()
    }


def piece_weights(pieces: Sequence[str], weights: dict[str, float]) -> Floats:
    """How telling each encoder token is: the weight of the word that it is a piece of, shared among its pieces.

    Function words and punctuation weigh nothing. Pieces that go on with a word begin with "##" (WordPiece); in
    other vocabularies those that begin one carry "▁" or "Ġ", and each piece is then taken as a word.
    """
    starts = [at for at, piece in enumerate(pieces) if at == 0 or not piece.startswith("##")]
    found = np.zeros(len(pieces), dtype=np.float32)
    for start, end in pairwise([*starts, len(pieces)]):
        word = "".join(piece.removeprefix("##").lstrip("▁Ġ") for piece in pieces[start:end]).casefold()
        found[start:end] = _word_weight(word, weights) / (end - start)
    return found


def _word_weight(word: str, weights: dict[str, float]) -> float:
    row = terms(word)
    return max((weights.get(term, rarity(term)) for term in row), default=0.0)


def _first_with_same_text(claims: Sequence[Claim]) -> Ints:
    first: dict[str, int] = {}
    return np.array([first.setdefault(claim.text, at) for at, claim in enumerate(claims)], dtype=np.int64)


def _lexical(
    found: Sequence[Sequence[str]], article: Ints, weights: dict[str, float]
) -> tuple[Floats, Floats]:
    articles_with: dict[str, set[int]] = {}
    for row, number in zip(found, article.tolist(), strict=True):
        for term in row:
            articles_with.setdefault(term, set()).add(number)
    column = {term: at for at, term in enumerate(term for term, who in articles_with.items() if len(who) > 1)}
    matrix = np.zeros((len(found), len(column)), dtype=np.float32)
    norm = np.full(len(found), 1e-9, dtype=np.float32)
    for at, row in enumerate(found):
        values = [weights[term] for term in row]
        norm[at] += np.sqrt(sum(value * value for value in values))
        for term, value in zip(row, values, strict=True):
            if term in column:
                matrix[at, column[term]] = value
    return matrix / norm[:, None], np.sqrt(np.maximum(0, matrix - RARE))
