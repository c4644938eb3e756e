"""A second opinion on pairs in doubt: a model that reads both sentences together, where the features can't decide."""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from compare.align.story import Pairs
from compare.claims.reading import as_read
from compare.records import Claim

DOUBT = (0.03, 0.9)
"""Between these probabilities a pair is in doubt: below, one in a hundred is a match; above, nine in ten are."""

EACH = 0.5
"""Pairs in doubt for each claim of the story at most: reading that many takes about as long as embedding the claims.
Most stories of a few sources have fewer; of the others the pairs nearest to a decision are read."""

UNDECIDED = 0.3
"""The probability that decides least."""

LONGEST = 400
"""Characters of a claim from which no second opinion is asked: the reader has learnt on sentences."""

CLASH = 0.5
"""From this probability, of a contradiction about one matter, two claims are related whatever else they share."""

SUREST = 0.995
"""Opinions count as no surer than this."""


class Opinion(Protocol):
    """What the reader says of two sentences: see `compare.judge.relation.Relation`."""

    @property
    def entailment(self) -> float:
        """Probability that the second follows from the first."""

    @property
    def contradiction(self) -> float:
        """Probability that both cannot be true."""

    @property
    def same(self) -> float:
        """Probability that both answer one question."""


Doubles = NDArray[np.float64]

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

    def probability(self, first: Doubles, opinions: Sequence[Opinion]) -> Doubles:
        """The probability of a match, (pairs,)."""
        odds = self.bias + columns(first, opinions) @ np.array(self.values)
        return np.asarray(1 / (1 + np.exp(-odds)))


def columns(first: Doubles, opinions: Sequence[Opinion]) -> Doubles:
    """The features of a second opinion: (pairs, 3) log-odds."""
    same = np.array([one.same for one in opinions])
    related = np.array([max(one.entailment, one.contradiction) for one in opinions])
    return np.stack([_log_odds(np.asarray(first, dtype=float)), _log_odds(same), _log_odds(related)], axis=1)


def reconsider(
    claims: Sequence[Claim],
    pairs: Pairs,
    probability: Doubles,
    reader: Reader,
    related: float,
    unread: Container[str] = (),
) -> Doubles:
    """The probabilities with those of pairs in doubt replaced, rounded to four places.

    A pair in which the reader sees a clash about one matter gets at least `related`: a contradiction is
    the way of telling a fact that shares the fewest words.

    Args:
        unread: Articles in languages that the reader doesn't know; their pairs keep their probability.
    """
    at = [k for k in doubtful(claims, pairs, probability) if not _unread(claims, pairs, k, unread)]
    if not at:
        return probability
    opinions = reader([(as_read(claims[pairs.a[k]].text), as_read(claims[pairs.b[k]].text)) for k in at])
    found = probability.copy()
    clashing = np.array([one.contradiction * one.same >= CLASH for one in opinions])
    second = np.round(shipped_weights().probability(probability[at], opinions), 4)
    found[at] = np.where(clashing, np.maximum(second, related), second)
    return found


def _unread(claims: Sequence[Claim], pairs: Pairs, k: int, unread: Container[str]) -> bool:
    return claims[pairs.a[k]].source in unread or claims[pairs.b[k]].source in unread


def doubtful(claims: Sequence[Claim], pairs: Pairs, probability: Doubles) -> list[int]:
    """The pairs to ask about, in order."""
    low, high = DOUBT
    inside = [
        k
        for k in np.flatnonzero((probability >= low) & (probability < high)).tolist()
        if max(len(claims[pairs.a[k]].text), len(claims[pairs.b[k]].text)) <= LONGEST
    ]
    middle = _log_odds(np.array([UNDECIDED]))[0]
    distance = np.abs(_log_odds(probability[inside]) - middle)
    nearest = np.lexsort((inside, np.round(distance, 6)))[: int(EACH * len(claims))]
    return sorted(inside[at] for at in nearest.tolist())


def _log_odds(p: Doubles) -> Doubles:
    p = np.clip(p, 1 - SUREST, SUREST)
    return np.asarray(np.log(p / (1 - p)))


@cache
def shipped_weights() -> Weights:
    """The weights that come with the package."""
    data = json.loads(resources.files("compare.align").joinpath("second.json").read_text(encoding="utf-8"))
    return Weights(float(data["bias"]), tuple(map(float, data["values"])))
