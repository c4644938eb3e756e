"""How likely a difference is a contradiction: the typed comparison and the relation model weighed together."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from compare.judge.differences import Category

if TYPE_CHECKING:
    from compare.judge.relation import Relation

GROUPS: dict[Category, str] = {
    "number": "number", "date": "date", "name": "name", "place": "name", "polarity": "sense", "contradiction": "sense",
}  # fmt: skip
"""Categories of differences that can't both hold, by how far their typed comparison can be trusted."""

ALONE = "alone"
"""The group of what the relation model sees and no typed comparison does."""

OPINIONS = ("contradiction", "entailment", "same")
"""What the relation model says, as log-odds."""

NEVER = 0.005
"""Probabilities are kept this far from 0 and 1: the model is never surer than that."""


@dataclass(frozen=True)
class Weights:
    """Logistic regression; made by `python -m training.judging`.

    Attributes:
        groups: For each group its intercept and its weight of the typed comparison's own certainty.
        opinions: Weights of OPINIONS, shared by all groups.
        data: What they were fitted on: file name -> sha256; and the relation model's.
    """

    groups: dict[str, tuple[float, float]]
    opinions: tuple[float, ...]
    data: dict[str, str]

    def probability(self, group: str, sure: float, relation: Relation) -> float:
        """That the two claims can't both be true, for a typed difference of this certainty (0 without one)."""
        intercept, typed = self.groups[group]
        odds = intercept + typed * sure
        odds += sum(w * x for w, x in zip(self.opinions, opinions(relation), strict=True))
        return round(1 / (1 + math.exp(-odds)), 4)


def opinions(relation: Relation) -> tuple[float, ...]:
    """The log-odds of OPINIONS."""
    return tuple(_log_odds(getattr(relation, name)) for name in OPINIONS)


def _log_odds(p: float) -> float:
    p = min(1 - NEVER, max(NEVER, p))
    return math.log(p / (1 - p))


@cache
def shipped_weights() -> Weights:
    """The weights that come with the package."""
    data = json.loads(resources.files("compare.judge").joinpath("certainty.json").read_text(encoding="utf-8"))
    groups = {name: (float(intercept), float(typed)) for name, (intercept, typed) in data["groups"].items()}
    return Weights(groups, tuple(map(float, data["opinions"])), dict(data["data"]))
