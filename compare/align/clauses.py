"""Parts of a sentence: one fact of a long sentence is often all that another outlet's short one tells."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from compare.align.story import Floats

BREAKS = frozenset(
    [
        ",",
        ";",
        ":",
        ".",
        "(",
        ")",
        '"',
        "“",
        "”",
        "-",
        "–",
        "—",
        "but",
        "who",
        "which",
        "that",
        "after",
        "while",
        "when",
        "because",
    ]
)
"""Tokens after which a new part may begin."""

LIGHTEST = 1.2
"""Least weight of a part: about two telling words. Lighter ones join the part before, or any two sentences with
a common name would share a part."""


def clause_vectors(pieces: Sequence[str], vectors: Floats, weights: Floats) -> Floats:
    """A unit vector for each part of a sentence: the mean of its tokens, telling ones first. (parts, d)."""
    starts = _starts(pieces, weights)
    if not starts:
        return np.zeros((0, vectors.shape[1] if vectors.ndim == 2 else 0), dtype=np.float32)
    summed = np.add.reduceat(vectors * (weights[:, None] + 0.02), starts, axis=0)
    return np.asarray(
        summed / np.maximum(np.linalg.norm(summed, axis=1, keepdims=True), 1e-9), dtype=np.float32
    )


def _starts(pieces: Sequence[str], weights: Floats) -> list[int]:
    starts: list[int] = []
    weight = LIGHTEST
    for at in range(len(pieces)):
        if at == 0 or (weight >= LIGHTEST and pieces[at - 1].lstrip("▁Ġ") in BREAKS):
            starts.append(at)
            weight = 0.0
        weight += float(weights[at])
    if len(starts) > 1 and weight < LIGHTEST:
        starts.pop()
    return starts
