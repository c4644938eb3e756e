"""What is known about a pair of claims, as numbers: few, each understood, none tied to one story's size."""

from __future__ import annotations

import numpy as np

from compare.align.clauses import clause_vectors
from compare.align.story import Floats, Ints, Pairs, Story

FEATURES = ("mutual", "tokens_best", "tokens_worst", "clause", "rare")
"""mutual: how far the two choose each other among the claims of each other's article (see `mutual_choice`).
tokens_best, tokens_worst: how well the telling words of one are covered by the other, the better and the worse way.
clause: cosine of their two nearest parts. rare: names, numbers and rare words in common."""

SHARPNESS = 12.0
"""Of the choice between rivals: 0.1 more similarity counts e^1.2, about three times. 9 to 16 make no difference."""

NO_PARTNER = 0.45
"""Similarity at which a claim would as soon choose no partner at all; 0.4 to 0.5 make no difference."""

PAIRS = 2048
"""Pairs handled at a time, to bound memory."""


def pair_features(story: Story, pairs: Pairs) -> Floats:
    """One row a pair, one column a name of `FEATURES`."""
    forward, backward, clause = _token_features(story, pairs)
    cosine = rowwise(story.vectors, pairs)
    lexical = rowwise(story.lexical, pairs)
    columns = {
        "mutual": mutual_choice(story, pairs, 0.25 * (cosine + lexical + forward + backward)),
        "tokens_best": np.maximum(forward, backward),
        "tokens_worst": np.minimum(forward, backward),
        "clause": clause,
        "rare": np.sqrt(np.maximum(0, rowwise(story.rare, pairs))),
    }
    return np.stack([columns[name] for name in FEATURES], axis=1).astype(np.float32)


def rowwise(matrix: Floats, pairs: Pairs) -> Floats:
    """The dot product of the two rows of each pair."""
    found = np.zeros(len(pairs.a), dtype=np.float32)
    for start in range(0, len(found), PAIRS):
        here = slice(start, start + PAIRS)
        found[here] = np.einsum("ij,ij->i", matrix[pairs.a[here]], matrix[pairs.b[here]])
    return found


def mutual_choice(story: Story, pairs: Pairs, similarity: Floats) -> Floats:
    """How far two claims choose each other, in [0, 1].

    Each claim shares out one vote among the claims of the other's article and "none of them": a softmax over the
    similarities with `NO_PARTNER` as one more rival. The two shares are multiplied and the root taken. A claim
    without a near partner votes for none, however it ranks, so unrelated articles aren't forced together.
    """
    articles = int(story.article.max(initial=0)) + 1
    strength = np.exp(SHARPNESS * (similarity.astype(float) - NO_PARTNER))
    one = pairs.a * articles + story.article[pairs.b]
    two = pairs.b * articles + story.article[pairs.a]
    votes = np.bincount(np.r_[one, two], weights=np.r_[strength, strength], minlength=1)
    return np.asarray(strength / np.sqrt((1 + votes[one]) * (1 + votes[two])), dtype=np.float32)


def _token_features(story: Story, pairs: Pairs) -> tuple[Floats, Floats, Floats]:
    """Token coverage both ways and the nearest parts; each pair of texts is looked at once."""
    total = max(1, len(story))
    keys, where = np.unique(story.text[pairs.a] * total + story.text[pairs.b], return_inverse=True)
    forward, backward, clause = _late_interaction(story, keys // total, keys % total)
    return forward[where], backward[where], clause[where]


def _late_interaction(story: Story, a: Ints, b: Ints) -> tuple[Floats, Floats, Floats]:
    """Late interaction of the encoder's tokens: MaxSim (ColBERT, Khattab and Zaharia 2020), telling words first."""
    forward, backward, clause = (np.zeros(len(a), dtype=np.float32) for _ in range(3))
    parts = {
        at: clause_vectors(story.pieces[at], story.token_vectors[at], story.token_weights[at])
        for at in np.unique(np.r_[a, b]).tolist()
    }
    for one in np.unique(a).tolist():
        start, end = np.searchsorted(a, (one, one + 1)).tolist()
        kept = np.array([at for at in range(start, end) if len(parts[int(b[at])])], dtype=np.int64)
        if not len(kept) or not len(parts[one]):
            continue
        others = b[kept].tolist()
        forward[kept], backward[kept] = _coverage(story, one, others)
        clause[kept] = _blockwise_max(parts[one], [parts[other] for other in others]).max(axis=0)
    return forward, backward, clause


def _coverage(story: Story, one: int, others: list[int]) -> tuple[Floats, Floats]:
    tokens = [story.token_vectors[other] for other in others]
    starts = _starts(tokens)
    table = story.token_vectors[one] @ np.concatenate(tokens).T
    own, theirs = story.token_weights[one], np.concatenate([story.token_weights[other] for other in others])
    forward = own @ np.maximum.reduceat(table, starts, axis=1) / max(1e-9, float(own.sum()))
    backward = np.add.reduceat(table.max(axis=0) * theirs, starts)
    backward /= np.maximum(1e-9, np.add.reduceat(theirs, starts))
    return np.asarray(forward, dtype=np.float32), np.asarray(backward, dtype=np.float32)


def _blockwise_max(one: Floats, others: list[Floats]) -> Floats:
    """For each row of `one` and each matrix of `others` the highest cosine: (rows, matrices)."""
    return np.asarray(
        np.maximum.reduceat(one @ np.concatenate(others).T, _starts(others), axis=1), dtype=np.float32
    )


def _starts(blocks: list[Floats]) -> Ints:
    return np.cumsum([0] + [len(block) for block in blocks[:-1]])
