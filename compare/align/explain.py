"""Why two claims are, or aren't, a match."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from compare.align import decided_pairs
from compare.align.features import FEATURES, pair_features
from compare.align.scoring import shipped_model
from compare.align.second import Reader
from compare.align.story import Encoded, Pairs, build_story
from compare.records import Article, Claim
from compare.settings import AlignSettings


@dataclass(frozen=True)
class Explanation:
    """Everything that led to the decision on two claims of different articles.

    Attributes:
        features: Name -> (value, what it adds to the log-odds against an average pair).
        base: Log-odds of an average pair: `base` and all contributions add up to those of `first`.
        first: The probability by the features alone.
        probability: The one that decides; another than `first` where a second opinion was asked, or a word stands alone.
        decision: "same", "related" or "different".
        candidate: Whether the pair was near enough to be scored at all; if not, it is "different".
        alternative: The claim of b's article that is nearest to a, b itself left out, and its probability;
            None when b's article has no other candidate.
    """

    a: str
    b: str
    features: dict[str, tuple[float, float]]
    base: float
    first: float
    probability: float
    decision: str
    candidate: bool
    alternative: tuple[str, float] | None


def explain(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    encoded: Encoded,
    settings: AlignSettings,
    a: str,
    b: str,
    reader: Reader | None = None,
) -> Explanation:
    """Explain the decision on the claims with ids `a` and `b`, as `align` takes it with the same arguments.

    Raises:
        ValueError: There is no such claim, or both are of one article.
    """
    index = {claim.id: at for at, claim in enumerate(claims)}
    if a not in index or b not in index or claims[index[a]].source == claims[index[b]].source:
        raise ValueError("two claims of different articles are needed")
    story, model = build_story(articles, claims, encoded), shipped_model()
    near, first, probability = decided_pairs(story, settings, model, reader)
    one, two = sorted((index[a], index[b]))
    found = np.flatnonzero((near.a == one) & (near.b == two))
    candidate = bool(len(found))
    pairs = near if candidate else Pairs(np.append(near.a, one), np.append(near.b, two))
    at = int(found[0]) if candidate else len(near.a)
    features = pair_features(story, pairs)
    added = model.contributions(features[at : at + 1])[0]
    alone = float(first[at]) if candidate else round(float(model.probability(features[at : at + 1])[0]), 4)
    score = float(probability[at]) if candidate else alone
    return Explanation(
        a=a,
        b=b,
        features={
            name: (round(float(features[at, column]), 4), round(float(added[column]), 4))
            for column, name in enumerate(FEATURES)
        },
        base=model.bias,
        first=alone,
        probability=score,
        decision=decide(score, settings) if candidate else "different",
        candidate=candidate,
        alternative=_alternative(claims, near, probability, index[a], index[b]),
    )


def decide(score: float, settings: AlignSettings) -> str:
    """The decision on a probability: "same", "related" or "different"."""
    if score >= settings.match:
        return "same"
    return "related" if score >= settings.related else "different"


def _alternative(
    claims: Sequence[Claim], pairs: Pairs, probability: np.ndarray, a: int, b: int
) -> tuple[str, float] | None:
    rivals = [
        (score, two if one == a else one)
        for one, two, score in zip(pairs.a.tolist(), pairs.b.tolist(), probability.tolist(), strict=True)
        if a in (one, two)
    ]
    same_article = [(score, at) for score, at in rivals if at != b and claims[at].source == claims[b].source]
    if not same_article:
        return None
    score, at = max(same_article, key=lambda rival: (rival[0], -rival[1]))
    return claims[at].id, score
