"""Why two claims are, or aren't, a match."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from compare.align.candidates import find_candidates
from compare.align.features import FEATURES, pair_features
from compare.align.scoring import shipped_model
from compare.align.story import Encoded, Pairs, build_story
from compare.records import Article, Claim
from compare.settings import AlignSettings


@dataclass(frozen=True)
class Explanation:
    """Everything that led to the decision on two claims of different articles.

    Attributes:
        features: Name -> (value, what it adds to the log-odds against an average pair).
        base: Log-odds of an average pair: `base` and all contributions add up to those of `probability`.
        decision: "same", "related" or "different".
        candidate: Whether the pair was near enough to be scored at all; if not, it is "different".
        alternative: The claim of b's article that is nearest to a, b itself left out, and its probability;
            None when b's article has no other candidate.
    """

    a: str
    b: str
    features: dict[str, tuple[float, float]]
    base: float
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
) -> Explanation:
    """Explain the decision on the claims with ids `a` and `b`, as `align` takes it with the same arguments.

    Raises:
        ValueError: There is no such claim, or both are of one article.
    """
    index = {claim.id: at for at, claim in enumerate(claims)}
    if a not in index or b not in index or claims[index[a]].source == claims[index[b]].source:
        raise ValueError("two claims of different articles are needed")
    story = build_story(articles, claims, encoded)
    one, two = sorted((index[a], index[b]))
    near = find_candidates(story, settings)
    keys = np.append(near.a * len(story) + near.b, one * len(story) + two)
    keys, pair = np.unique(keys), one * len(story) + two
    candidate = bool(((near.a == one) & (near.b == two)).any())
    pairs = near if candidate else Pairs(keys // len(story), keys % len(story))
    features, model = pair_features(story, pairs), shipped_model()
    probability = np.round(model.probability(features).astype(float), 4)
    at = int(np.flatnonzero(pairs.a * len(story) + pairs.b == pair)[0])
    score = float(probability[at])
    added = model.contributions(features[at : at + 1])[0]
    return Explanation(
        a=a,
        b=b,
        features={
            name: (round(float(features[at, column]), 4), round(float(added[column]), 4))
            for column, name in enumerate(FEATURES)
        },
        base=model.bias,
        probability=score,
        decision=decide(score, settings) if candidate else "different",
        candidate=candidate,
        alternative=_alternative(claims, pairs, probability, index[a], index[b]),
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
