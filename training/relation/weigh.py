"""Make `compare/judge/relation/weighed.json`: how the relation model's opinion and the arithmetic of values are weighed.

    python -m training.relation.weigh RELATIONS_FOLDER [--model MODEL.onnx] [--out compare/judge/relation/weighed.json]

A multinomial logistic regression over held-back rows, with the model's probabilities as an offset: a pair without
values keeps them as they are. Prints accuracy by group before and after, cross-validated.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from pathlib import Path

import numpy as np
import numpy.typing as npt

from compare.judge.relation.model import Relation, RelationModel, load_model, model_info
from compare.judge.relation.values import NAMES, value_features
from compare.judge.relation.weighed import LEAST
from training.relation.calibrate import RIGHT
from training.relation.data import Row, sha256
from training.relation.train import load

Floats = npt.NDArray[np.float64]

MOST = 1200
"""Rows of one group at most."""

PENALTY = 2.0
"""Of half the squared weights, in rows."""

PARTS = 5


def chosen(held: list[Row]) -> list[Row]:
    """Held-back rows, at most MOST a group, in a fixed order."""
    groups = defaultdict(list)
    for row in held:
        groups[row.group].append(row)
    rng = random.Random(0)
    return [row for _, rows in sorted(groups.items()) for row in rng.sample(rows, min(MOST, len(rows)))]


def log_probabilities(relations: list[Relation]) -> Floats:
    """Of the three classes, (n, 3)."""
    p = [(r.entailment, r.neutral, r.contradiction) for r in relations]
    return np.log(np.maximum(np.array(p), LEAST))


def right(rows: list[Row]) -> npt.NDArray[np.bool_]:
    """Which classes are right for each row, (n, 3): two-way labels allow two."""
    return np.array([[c in RIGHT[row.label] for c in range(3)] for row in rows])


def shares(offset: Floats, features: Floats, weights: Floats) -> Floats:
    """Probabilities (n, 3) with weights (features, 2)."""
    z = offset + np.hstack([np.zeros((len(features), 1)), features @ weights])
    e = np.exp(z - z.max(axis=1, keepdims=True))
    out: Floats = e / e.sum(axis=1, keepdims=True)
    return out


def fit(offset: Floats, features: Floats, allowed: npt.NDArray[np.bool_]) -> Floats:
    """The weights (features, 2) of least log loss."""
    from scipy.optimize import minimize

    def loss(flat: Floats) -> tuple[float, Floats]:
        w = flat.reshape(-1, 2)
        p = shares(offset, features, w)
        inside = (p * allowed).sum(axis=1, keepdims=True)
        gradient = features.T @ (p - p * allowed / inside)[:, 1:]
        value = -np.log(inside).sum() + PENALTY * (w * w).sum() / 2
        return float(value), (gradient + PENALTY * w).ravel()

    found = minimize(loss, np.zeros(features.shape[1] * 2), jac=True, method="L-BFGS-B")
    return np.asarray(found.x).reshape(-1, 2)


def cross_validated(offset: Floats, features: Floats, rows: list[Row]) -> Floats:
    """Probabilities of each row by weights that haven't seen its premise."""
    allowed = right(rows)
    premises = {premise: i for i, premise in enumerate(sorted({row.premise for row in rows}))}
    part = np.array([premises[row.premise] % PARTS for row in rows])
    p = np.zeros_like(offset)
    for at in range(PARTS):
        seen, unseen = part != at, part == at
        p[unseen] = shares(offset[unseen], features[unseen], fit(offset[seen], features[seen], allowed[seen]))
    return p


def show(rows: list[Row], before: Floats, after: Floats) -> None:
    """Accuracy by group."""
    allowed = right(rows)
    groups = np.array([row.group for row in rows])
    hits = [allowed[np.arange(len(rows)), p.argmax(axis=1)] for p in (before, after)]
    for group in sorted(set(groups.tolist())):
        here = groups == group
        print(f"{group:24} {int(here.sum()):6} {hits[0][here].mean():.4f} -> {hits[1][here].mean():.4f}")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--out", type=Path, default=Path("compare/judge/relation/weighed.json"))
    options = parser.parse_args()
    model = RelationModel(options.model) if options.model else load_model()
    _, held, hashes = load(options.data, options.seed)
    rows = chosen(held)
    pairs = [(row.premise, row.hypothesis) for row in rows]
    offset = log_probabilities(model.judge(pairs))
    features = np.array([value_features(*pair) for pair in pairs])
    show(rows, offset, cross_validated(offset, features, rows))
    weights = fit(offset, features, right(rows)).round(3)
    result = {
        "weights": {name: weights[at].tolist() for at, name in enumerate(NAMES)},
        "data": {
            **hashes,
            model_info().name: sha256(options.model) if options.model else model_info().sha256,
        },
    }
    options.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
