"""Make probabilities mean what they say: a temperature and two shifts for the relation, scale and shift for the slot."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from training.relation.batches import LABEL_NUMBER
from training.relation.data import Row

Floats = npt.NDArray[np.float64]
RIGHT = {
    "entailment": [0],
    "neutral": [1],
    "contradiction": [2],
    "not_entailment": [1, 2],
    "not_contradiction": [0, 1],
}


SHARES = (0.38, 0.36, 0.26)
"""Entailment, neutral, contradiction among the pairs of a fact block when each is taken once. Training sees more
contradictions than that, and far more than two accounts of one event hold; precision asks for this to be undone."""


FACTS = 0.5
"""What the news facts count in the calibration."""


class Logits(NamedTuple):
    """Raw outputs for n rows: relation (n, 3), slot (n,)."""

    relation: npt.NDArray[np.float32]
    slot: npt.NDArray[np.float32]


class Calibration(NamedTuple):
    """How often the likeliest label is right, and how far the stated probability is from that."""

    accuracy: float
    error: float


class Scaling(NamedTuple):
    """Turns relation logits into probabilities: softmax(logits / temperature + (0, neutral, contradiction))."""

    temperature: float = 1.0
    neutral: float = 0.0
    contradiction: float = 0.0


def softmax(logits: npt.NDArray[np.float32], scaling: Scaling) -> Floats:
    """Probabilities (n, 3)."""
    z = np.asarray(logits, dtype=np.float64) / scaling.temperature + [
        0.0,
        scaling.neutral,
        scaling.contradiction,
    ]
    e = np.exp(z - z.max(axis=1, keepdims=True))
    out: Floats = e / e.sum(axis=1, keepdims=True)
    return out


def _three_way(rows: list[Row]) -> list[int]:
    return [i for i, r in enumerate(rows) if LABEL_NUMBER[r.label] < 3]


def fit_relation(rows: list[Row], logits: Logits) -> Scaling:
    """The scaling with the least log loss on held-back rows: news facts count for `FACTS`, all other groups alike for the
    rest, and in each group every label for its natural share: training sees far more contradictions."""
    from scipy.optimize import minimize

    at = _three_way(rows)
    label = np.array([LABEL_NUMBER[rows[i].label] for i in at])
    weight = natural_weights([set_of(rows[i]) for i in at], label)

    def loss(values: Floats) -> float:
        p = softmax(
            logits.relation[at], Scaling(float(np.exp(values[0])), float(values[1]), float(values[2]))
        )
        return float(-(weight * np.log(p[np.arange(len(at)), label] + 1e-9)).sum())

    best = minimize(loss, np.zeros(3), method="Nelder-Mead").x
    return Scaling(float(np.exp(best[0])), float(best[1]), float(best[2]))


def set_of(row: Row) -> str:
    """The set that a row counts for in the calibration: its group, the labels of facts taken together."""
    return "facts" if row.group.startswith("facts") else row.group


def natural_weights(groups: list[str], label: npt.NDArray[np.int64]) -> Floats:
    """What each row counts, (n,); a group that lacks a label shares its part among the others."""
    name, others = np.array(groups), sorted(set(groups) - {"facts"})
    weight = np.zeros(len(groups))
    for group in ("facts", *others):
        part = FACTS if group == "facts" else (1 - FACTS) / len(others)
        here = [(name == group) & (label == c) for c in range(3)]
        whole = sum(share for share, rows in zip(SHARES, here, strict=True) if rows.any())
        for share, rows in zip(SHARES, here, strict=True):
            if rows.any():
                weight[rows] = part * share / whole / rows.sum()
    return weight


def fit_slot(rows: list[Row], logits: Logits) -> tuple[float, float]:
    """Scale and shift of the slot's logit (Platt), on rows where the slot is known."""
    from sklearn.linear_model import LogisticRegression

    at = [i for i, r in enumerate(rows) if r.slot is not None and r.group.startswith("facts")]
    model = LogisticRegression(C=100.0).fit(logits.slot[at][:, None], [bool(rows[i].slot) for i in at])
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def expected_error(rows: list[Row], logits: Logits, scaling: Scaling, bins: int = 15) -> Calibration:
    """Expected calibration error of the likeliest label over equal-width bins (Guo et al. 2017)."""
    at = _three_way(rows)
    p = softmax(logits.relation[at], scaling)
    right = np.array([p[k].argmax() in RIGHT[rows[i].label] for k, i in enumerate(at)])
    top = p.max(axis=1)
    which = np.minimum((top * bins).astype(int), bins - 1)
    error = sum(
        abs(right[which == b].mean() - top[which == b].mean()) * (which == b).mean()
        for b in range(bins)
        if (which == b).any()
    )
    return Calibration(float(right.mean()), float(error))
