"""Fit the scoring weights: logistic regression, few features, none allowed to count against a match."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from compare.align.features import FEATURES
from compare.align.scoring import Model
from training.alignment.stories import Labelled
from training.logistic import fit_logistic

PENALTY = 0.003
"""Of the squared weights, against the mean log-loss: enough to share weight between features that say nearly the same."""


def fit(sets: Sequence[tuple[float, Sequence[Labelled]]], data: dict[str, str] | None = None) -> Model:
    """Weights from several sets of stories; each set counts by its share, however many pairs it has.

    Every feature is a similarity, so its weight is held at or above zero: with 28 stories a negative weight is
    an accident of two features that say nearly the same.
    """
    features = np.concatenate([story.features for _, stories in sets for story in stories]).astype(float)
    match = np.concatenate([story.match for _, stories in sets for story in stories]).astype(float)
    share = np.concatenate([_share(weight, stories) for weight, stories in sets])
    share /= share.sum()
    mean = share @ features
    scale = np.sqrt(share @ (features - mean) ** 2) + 1e-6
    weight = _minimise((features - mean) / scale, match, share)
    arrays = (np.round(values, 6).astype(np.float32) for values in (mean, scale, weight[:-1]))
    mean32, scale32, weight32 = arrays
    return Model(FEATURES, mean32, scale32, weight32, round(float(weight[-1]), 6), data or {})


def _share(weight: float, stories: Sequence[Labelled]) -> NDArray[np.float64]:
    total = sum(len(story.match) for story in stories)
    return np.full(total, weight / max(1, total))


def _minimise(
    features: NDArray[np.float64], match: NDArray[np.float64], share: NDArray[np.float64]
) -> NDArray[np.float64]:
    count = features.shape[1]
    return fit_logistic(
        np.c_[features, np.ones(len(match))],
        match,
        share,
        np.r_[np.full(count, PENALTY), 0.0],
        [(0, None)] * count + [(None, None)],
    )
