"""A story as arrays: everything about its claims that is computed once and used for every pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from compare.align.lexicon import rarity, terms
from compare.records import Article, Claim

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

NEIGHBOUR_WEIGHT = 0.5
"""Weight of the sentences before and after in a claim's context vector; what is said around a claim tells which
of several similar facts is meant. 0.3 to 0.7 make no difference."""


class Encoded(Protocol):
    """What this step needs of the embedding step: see `compare.embed.Encoded`."""

    @property
    def vectors(self) -> Any: ...  # noqa: D102

    @property
    def tokens(self) -> Any: ...  # noqa: D102


@dataclass(frozen=True)
class Story:
    """The claims of one story, in the order given.

    Attributes:
        article: For each claim the index of its article.
        position: Place in its article, 0 for the first claim, 1 for the last.
        vectors, context: Unit vectors of the claim alone and mixed with its neighbours.
        terms: For each claim its terms, without repeats, in order of first use.
        weights: Term -> how telling it is in this story, in [0, 1].
        lexical: Weights of the terms that at least two articles use, one row a claim, divided by the
            claim's whole norm: row · row is the TF-IDF cosine.
        mass: Sum of the weights of each claim's terms.
        pieces, piece_weights: Encoder tokens of each claim, and how telling each is.
    """

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    article: Ints
    position: Floats
    vectors: Floats
    context: Floats
    terms: tuple[tuple[str, ...], ...]
    weights: dict[str, float]
    lexical: Floats
    mass: Floats
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
    lexical, mass = _lexical(found, article, weights)
    pieces = tuple(tokens.pieces for tokens in encoded.tokens)
    return Story(
        articles=tuple(articles),
        claims=tuple(claims),
        article=article,
        position=_positions(article),
        vectors=vectors,
        context=_context(vectors, article),
        terms=found,
        weights=weights,
        lexical=lexical,
        mass=mass,
        token_vectors=tuple(tokens.vectors for tokens in encoded.tokens),
        token_weights=piece_weights(pieces, article),
    )


def term_weights(found: Sequence[Sequence[str]], article: Ints) -> dict[str, float]:
    """How telling each term is: the mean of its rarity in English and its rarity in this story.

    Rarity in the story is the share of an article's claims that have the term, averaged over the articles, on a
    logarithmic scale: 1 when one claim in fifty has it, 0 when all have. Averaging over articles keeps a fact that
    fifty sources tell as telling as one that two tell.
    """
    sizes = np.bincount(article) if len(article) else np.zeros(1, dtype=np.int64)
    share: Counter[str] = Counter()
    for row, number in zip(found, article, strict=True):
        for term in row:
            share[term] += 1.0 / sizes[number]  # type: ignore[assignment]
    used = max(1, int((sizes > 0).sum()))
    floor = 0.02
    scale = -np.log(floor)
    return {
        term: 0.5 * rarity(term) + 0.5 * float(-np.log(max(floor, min(1.0, total / used))) / scale)
        for term, total in share.items()
    }


def piece_weights(pieces: Sequence[Sequence[str]], article: Ints) -> tuple[Floats, ...]:
    """The same weights for the encoder's word pieces; pieces without a letter or digit weigh nothing."""
    clean = [[piece.lstrip("▁Ġ") for piece in row] for row in pieces]
    weights = term_weights([list(dict.fromkeys(piece for piece in row if piece)) for row in clean], article)
    table = {piece: weight if any(map(str.isalnum, piece)) else 0.0 for piece, weight in weights.items()}
    return tuple(np.array([table.get(piece, 0.0) for piece in row], dtype=np.float32) for row in clean)


def _positions(article: Ints) -> Floats:
    position = np.zeros(len(article), dtype=np.float32)
    for number in np.unique(article):
        where = np.flatnonzero(article == number)
        position[where] = np.arange(len(where)) / max(1, len(where) - 1)
    return position


def _context(vectors: Floats, article: Ints) -> Floats:
    mixed = vectors.copy()
    if len(vectors) > 1:
        same = (article[1:] == article[:-1])[:, None]
        mixed[1:] += NEIGHBOUR_WEIGHT * vectors[:-1] * same
        mixed[:-1] += NEIGHBOUR_WEIGHT * vectors[1:] * same
    return np.asarray(
        mixed / np.maximum(np.linalg.norm(mixed, axis=1, keepdims=True), 1e-9), dtype=np.float32
    )


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
    mass = np.full(len(found), 1e-9, dtype=np.float32)
    for at, row in enumerate(found):
        values = [weights[term] for term in row]
        norm[at] += np.sqrt(sum(value * value for value in values))
        mass[at] += sum(values)
        for term, value in zip(row, values, strict=True):
            if term in column:
                matrix[at, column[term]] = value
    return matrix / norm[:, None], mass
