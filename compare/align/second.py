"""A second opinion on pairs in doubt: a model that reads both sentences together, where the features can't decide."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Protocol

import numpy as np

from compare.align.story import Floats, Pairs
from compare.records import Claim

DOUBT = (0.03, 0.9)
"""Between these probabilities a pair is in doubt: below, one in a hundred is a match; above, nine in ten are."""

EACH = 8
"""Pairs in doubt a claim may have on average; the likeliest are asked about. Reading pairs is the dearest step."""

LONGEST = 400
"""Characters of a claim from which no second opinion is asked: the reader has learnt on sentences."""

SUREST = 0.995
"""Opinions count as no surer than this."""


class Opinion(Protocol):
    """What the reader says of two sentences: see `compare.judge.relation.Relation`."""

    @property
    def entailment(self) -> float: ...

    @property
    def contradiction(self) -> float: ...

    @property
    def same(self) -> float: ...


Reader = Callable[[Sequence[tuple[str, str]]], Sequence[Opinion]]
"""Judges pairs of sentences, in order."""


@dataclass(frozen=True)
class Weights:
    """Logistic regression over log-odds; made by `python -m training.alignment.second`.

    Attributes:
        values: Of the first probability, `same`, and the likelier of entailment and contradiction.
    """

    bias: float
    values: tuple[float, ...]

    def probability(self, first: Floats, opinions: Sequence[Opinion]) -> Floats:
        """The probability of a match, (pairs,)."""
        odds = self.bias + columns(first, opinions) @ np.array(self.values)
        return np.asarray(1 / (1 + np.exp(-odds)))


def columns(first: Floats, opinions: Sequence[Opinion]) -> Floats:
    """The features of a second opinion: (pairs, 3) log-odds."""
    same = np.array([one.same for one in opinions])
    related = np.array([max(one.entailment, one.contradiction) for one in opinions])
    return np.stack([_log_odds(np.asarray(first, dtype=float)), _log_odds(same), _log_odds(related)], axis=1)


def reconsider(claims: Sequence[Claim], pairs: Pairs, probability: Floats, reader: Reader) -> Floats:
    """The probabilities with those of pairs in doubt replaced, rounded to four places."""
    at = doubtful(claims, pairs, probability)
    if not len(at):
        return probability
    opinions = reader([(_flat(claims[pairs.a[k]]), _flat(claims[pairs.b[k]])) for k in at])
    found = probability.copy()
    found[at] = np.round(shipped_weights().probability(probability[at], opinions), 4)
    return found


def doubtful(claims: Sequence[Claim], pairs: Pairs, probability: Floats) -> list[int]:
    """The pairs to ask about, in order."""
    low, high = DOUBT
    inside = [
        k
        for k in np.flatnonzero((probability >= low) & (probability < high)).tolist()
        if max(len(claims[pairs.a[k]].text), len(claims[pairs.b[k]].text)) <= LONGEST
    ]
    likeliest = sorted(inside, key=lambda k: (-probability[k], k))[: EACH * len(claims) // 2]
    return sorted(likeliest)


def _flat(claim: Claim) -> str:
    return "".join(" " if char.isspace() else char for char in claim.text)


def _log_odds(p: Floats) -> Floats:
    p = np.clip(p, 1 - SUREST, SUREST)
    return np.asarray(np.log(p / (1 - p)))


@cache
def shipped_weights() -> Weights:
    """The weights that come with the package."""
    data = json.loads(resources.files("compare.align").joinpath("second.json").read_text(encoding="utf-8"))
    return Weights(float(data["bias"]), tuple(map(float, data["values"])))
