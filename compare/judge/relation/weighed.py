"""The relation model's opinion of a pair with the arithmetic of its figures and dates weighed in."""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Sequence
from functools import cache
from importlib import resources

from compare.judge.relation.model import POINTS, Relation
from compare.judge.relation.values import NAMES, deciding_values, value_features

LEAST = 1e-4
"""Probabilities are kept this far from 0 before a logarithm is taken."""

Weights = tuple[tuple[float, ...], tuple[float, ...]]
"""Of each feature for neutral and for contradiction, against entailment."""


def weighed(pair: tuple[str, str], relation: Relation) -> Relation:
    """The relation of premise and hypothesis after what their values say; unchanged where they have none to compare."""
    features = value_features(*pair)
    if not any(features):
        return relation
    odds = [0.0, *(_dot(weights, features) for weights in shipped_weights())]
    known = (relation.entailment, relation.neutral, relation.contradiction)
    shares = [max(LEAST, p) * math.exp(o) for p, o in zip(known, odds, strict=True)]
    entailment, neutral, contradiction = (round(share / sum(shares), 4) for share in shares)
    found = dataclasses.replace(relation, entailment=entailment, neutral=neutral, contradiction=contradiction)
    return _pointing(pair, found)


def _pointing(pair: tuple[str, str], found: Relation) -> Relation:
    """With the clashing values as the deciding words, where the model points at none; with none below `POINTS`."""
    if found.contradiction < POINTS:
        return dataclasses.replace(found, premise_words=(), hypothesis_words=())
    places = deciding_values(*pair)
    if places is None or found.premise_words or found.hypothesis_words:
        return found
    return dataclasses.replace(found, premise_words=(places[0],), hypothesis_words=(places[1],))


def _dot(weights: Sequence[float], features: Sequence[float]) -> float:
    return sum(w * x for w, x in zip(weights, features, strict=True))


@cache
def shipped_weights() -> Weights:
    """The weights that come with the package; made by `python -m training.relation.weigh`."""
    text = resources.files("compare.judge.relation").joinpath("weighed.json").read_text(encoding="utf-8")
    weights = json.loads(text)["weights"]
    neutral, contradiction = (tuple(float(weights[name][at]) for name in NAMES) for at in (0, 1))
    return neutral, contradiction
