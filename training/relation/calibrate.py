"""Make probabilities mean what they say: one temperature for the relation, scale and shift for the slot."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from training.relation.batches import LABEL_NUMBER
from training.relation.data import Row

Floats = npt.NDArray[np.float64]
_RIGHT = {
    "entailment": [0],
    "neutral": [1],
    "contradiction": [2],
    "not_entailment": [1, 2],
    "not_contradiction": [0, 1],
}


class Logits(NamedTuple):
    """Raw outputs for n rows: relation (n, 3), slot (n,)."""

    relation: npt.NDArray[np.float32]
    slot: npt.NDArray[np.float32]


class Calibration(NamedTuple):
    """How often the likeliest label is right, and how far the stated probability is from that."""

    accuracy: float
    error: float


def softmax(logits: npt.NDArray[np.float32], temperature: float) -> Floats:
    """Probabilities (n, 3)."""
    z = np.asarray(logits, dtype=np.float64) / temperature
    e = np.exp(z - z.max(axis=1, keepdims=True))
    out: Floats = e / e.sum(axis=1, keepdims=True)
    return out


def _three_way(rows: list[Row]) -> list[int]:
    return [i for i, r in enumerate(rows) if LABEL_NUMBER[r.label] < 3]


def fit_relation(rows: list[Row], logits: Logits) -> float:
    """The temperature with the least log loss on three-way rows."""
    at = _three_way(rows)
    label = np.array([LABEL_NUMBER[rows[i].label] for i in at])
    grid = np.exp(np.linspace(np.log(0.4), np.log(3.0), 80))

    def loss(t: float) -> float:
        return float(-np.log(softmax(logits.relation[at], t)[np.arange(len(at)), label] + 1e-9).mean())

    return float(min(grid, key=loss))


def fit_slot(rows: list[Row], logits: Logits) -> tuple[float, float]:
    """Scale and shift of the slot's logit (Platt), on rows where the slot is known."""
    from sklearn.linear_model import LogisticRegression

    at = [i for i, r in enumerate(rows) if r.slot is not None and r.group.startswith("facts")]
    model = LogisticRegression(C=100.0).fit(logits.slot[at][:, None], [bool(rows[i].slot) for i in at])
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def expected_error(rows: list[Row], logits: Logits, temperature: float, bins: int = 15) -> Calibration:
    """Expected calibration error of the likeliest label over equal-width bins (Guo et al. 2017)."""
    at = _three_way(rows)
    p = softmax(logits.relation[at], temperature)
    right = np.array([p[k].argmax() in _RIGHT[rows[i].label] for k, i in enumerate(at)])
    top = p.max(axis=1)
    which = np.minimum((top * bins).astype(int), bins - 1)
    error = sum(
        abs(right[which == b].mean() - top[which == b].mean()) * (which == b).mean()
        for b in range(bins)
        if (which == b).any()
    )
    return Calibration(float(right.mean()), float(error))
