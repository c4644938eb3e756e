"""What is known about a pair of claims, as numbers: few, each understood, none tied to one story's size."""

from __future__ import annotations

import numpy as np

from compare.align.candidates import Candidates, blend
from compare.align.story import Floats, Story

FEATURES = (
    "cosine",
    "context",
    "lexical",
    "containment",
    "token_best",
    "token_worst",
    "margin",
    "margin_worst",
    "length",
)


def pair_features(story: Story, pairs: Candidates) -> Floats:
    """One row a pair, one column a name of `FEATURES`."""
    a, b = pairs.a, pairs.b
    cosine = _rowwise(story.vectors, a, b)
    lexical = _rowwise(story.lexical, a, b)
    shared = _shared_mass(story, pairs)
    token_a, token_b = token_overlap(story, pairs)
    margin_a, margin_b = _margins(story, pairs, blend(cosine, lexical))
    small, large = np.minimum(story.mass[a], story.mass[b]), np.maximum(story.mass[a], story.mass[b])
    columns = {
        "cosine": cosine,
        "context": _rowwise(story.context, a, b),
        "lexical": lexical,
        "containment": shared / small,
        "token_best": np.maximum(token_a, token_b),
        "token_worst": np.minimum(token_a, token_b),
        "margin": (margin_a + margin_b) / 2,
        "margin_worst": np.minimum(margin_a, margin_b),
        "length": np.log(small),
    }
    return np.stack([columns[name] for name in FEATURES], axis=1).astype(np.float32)


def _rowwise(matrix: Floats, a: np.ndarray, b: np.ndarray) -> Floats:
    return np.asarray(np.einsum("ij,ij->i", matrix[a], matrix[b]), dtype=np.float32)


def _shared_mass(story: Story, pairs: Candidates) -> Floats:
    rows = [frozenset(row) for row in story.terms]
    return np.array(
        [
            sum(story.weights[term] for term in sorted(rows[i] & rows[j]))
            for i, j in zip(pairs.a, pairs.b, strict=True)
        ],
        dtype=np.float32,
    )


def _margins(story: Story, pairs: Candidates, similarity: Floats) -> tuple[Floats, Floats]:
    sides = []
    for claim, other in ((pairs.a, pairs.b), (pairs.b, pairs.a)):
        best, second = pairs.best[claim, story.article[other]], pairs.second[claim, story.article[other]]
        rival = np.where(similarity >= best - 1e-6, second, best)
        sides.append(similarity - np.maximum(rival, 0.15))
    return sides[0], sides[1]


def token_overlap(story: Story, pairs: Candidates) -> tuple[Floats, Floats]:
    """Late interaction: how well the tokens of each claim are covered by tokens of the other.

    For each token its nearest token of the other claim (cosine), averaged by how telling the tokens are
    (MaxSim of ColBERT, Khattab and Zaharia 2020, weighted).
    """
    forward = np.zeros(len(pairs.a), dtype=np.float32)
    backward = np.zeros(len(pairs.a), dtype=np.float32)
    starts = np.searchsorted(pairs.a, np.arange(len(story) + 1))
    for claim in np.unique(pairs.a):
        here = slice(starts[claim], starts[claim + 1])
        others = pairs.b[here]
        sizes = np.array([len(story.token_weights[other]) for other in others])
        if not len(story.token_weights[claim]) or not sizes.all():
            continue
        tokens = np.concatenate([story.token_vectors[other] for other in others])
        table = story.token_vectors[claim] @ tokens.T
        at = np.r_[0, np.cumsum(sizes)[:-1]]
        weights = np.concatenate([story.token_weights[other] for other in others])
        own = story.token_weights[claim]
        forward[here] = own @ np.maximum.reduceat(table, at, axis=1) / max(1e-9, float(own.sum()))
        backward[here] = np.add.reduceat(table.max(axis=0) * weights, at) / np.maximum(
            1e-9, np.add.reduceat(weights, at)
        )
    return forward, backward
