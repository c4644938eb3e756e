"""Features → a calibrated probability that two claims tell the same fact."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np

from compare.align.features import FEATURES
from compare.align.story import Floats


@dataclass(frozen=True)
class Model:
    """Logistic regression over standardised features; made by `python -m training.alignment`.

    Attributes:
        names: The features, in the order of `mean`, `scale` and `weight`.
        data: What the weights were fitted on: file name -> sha256.
    """

    names: tuple[str, ...]
    mean: Floats
    scale: Floats
    weight: Floats
    bias: float
    data: dict[str, str]

    def contributions(self, features: Floats) -> Floats:
        """What each feature adds to the log-odds: (pairs, features)."""
        return np.asarray((features - self.mean) / self.scale * self.weight, dtype=np.float32)

    def probability(self, features: Floats) -> Floats:
        """The probability of a match: (pairs,)."""
        odds = self.contributions(features).sum(axis=1) + self.bias
        return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))), dtype=np.float32)


@cache
def shipped_model() -> Model:
    """The weights that come with the package."""
    return read_model(resources.files("compare.align").joinpath("weights.json").read_text(encoding="utf-8"))


def read_model(text: str) -> Model:
    """A model from its JSON form. Raises ValueError when it is of other features than this version computes."""
    data = json.loads(text)
    if tuple(data["features"]) != FEATURES:
        raise ValueError("the weights belong to another set of features: run python -m training.alignment")
    mean, scale, weight = (np.array(data[key], dtype=np.float32) for key in ("mean", "scale", "weight"))
    return Model(FEATURES, mean, scale, weight, float(data["bias"]), dict(data["data"]))
