"""Claims of several articles → matches and clusters: which claims tell the same fact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from compare.align.candidates import find_candidates
from compare.align.clusters import group
from compare.align.features import pair_features
from compare.align.lone_words import without_lone_words
from compare.align.origins import copied_articles, origins
from compare.align.representative import clearest_first
from compare.align.scoring import Model, shipped_model
from compare.align.second import Reader, reconsider
from compare.align.story import Encoded, Pairs, Story, build_story
from compare.records import Article, Claim, Cluster, Match, content_id, unique
from compare.settings import AlignSettings


@dataclass(frozen=True)
class Alignment:
    """What the articles of a story have in common.

    Attributes:
        matches: Pairs decided to convey the same or a containing statement, in order.
        related: Borderline pairs: shown as such, not counted.
        clusters: Every claim is in exactly one; singletons included; representative first.
    """

    matches: tuple[Match, ...]
    related: tuple[Match, ...]
    clusters: tuple[Cluster, ...]


def align(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    encoded: Encoded,
    settings: AlignSettings,
    reader: Reader | None = None,
) -> Alignment:
    """Find which claims of different articles tell the same fact.

    Args:
        articles: The articles of one story.
        claims: Their claims, article by article, in text order.
        encoded: One vector and one list of token vectors a claim, in the order of `claims`.
        reader: Asked for a second opinion on pairs in doubt, where `settings.second` says so.
    """
    return align_story(build_story(articles, claims, encoded), settings, shipped_model(), reader)


def align_story(
    story: Story, settings: AlignSettings, model: Model, reader: Reader | None = None
) -> Alignment:
    """`align` for a story that has been built, with the given weights."""
    claims = story.claims
    pairs, _, probability = decided_pairs(story, settings, model, reader)
    found = sorted(
        _match(claims[i], claims[j], score, settings)
        for i, j, score in zip(pairs.a.tolist(), pairs.b.tolist(), probability.tolist(), strict=True)
        if score >= settings.related
    )
    copied = copied_articles([(claim.source, claim.text) for claim in claims])
    table = dict(zip(zip(pairs.a.tolist(), pairs.b.tolist(), strict=True), probability.tolist(), strict=True))
    groups = group(story.article, pairs.a, pairs.b, probability, settings.cluster)
    return Alignment(
        matches=tuple(match for _, _, match in found if match.relation == "same"),
        related=tuple(match for _, _, match in found if match.relation == "related"),
        clusters=tuple(_cluster(story, members, table, copied) for members in groups),
    )


class Decided(NamedTuple):
    """The candidate pairs, the probability of each by the features alone, and the one that decides."""

    pairs: Pairs
    first: NDArray[np.float64]
    probability: NDArray[np.float64]


def decided_pairs(story: Story, settings: AlignSettings, model: Model, reader: Reader | None) -> Decided:
    """The candidate pairs with the probabilities that decide: second opinions and words that stand alone counted."""
    pairs, first = score_pairs(story, settings, model)
    probability = first
    if reader is not None and settings.second:
        unread = frozenset(article.id for article in story.articles if article.language)
        probability = reconsider(story.claims, pairs, first, reader, settings.related, unread)
    return Decided(pairs, first, without_lone_words(story.claims, pairs, probability))


def score_pairs(story: Story, settings: AlignSettings, model: Model) -> tuple[Pairs, NDArray[np.float64]]:
    """The candidate pairs and the probability of each, rounded to four places."""
    pairs = find_candidates(story, settings)
    probability = model.probability(pair_features(story, pairs)).astype(float)
    return pairs, np.round(probability, 4)


def _match(one: Claim, two: Claim, score: float, settings: AlignSettings) -> tuple[str, str, Match]:
    a, b = sorted((one.id, two.id))
    return a, b, Match(a, b, score, "same" if score >= settings.match else "related")


def _cluster(
    story: Story,
    members: Sequence[int],
    table: dict[tuple[int, int], float],
    copied: set[tuple[str, str]],
) -> Cluster:
    closeness = [
        sum(table.get((min(one, two), max(one, two)), 0.0) for two in members) / max(1, len(members) - 1)
        for one in members
    ]
    claims = clearest_first([story.claims[at] for at in members], closeness)
    sources = unique(sorted(claim.source for claim in claims))
    groups = origins([(claim.source, claim.text) for claim in claims], copied)
    return Cluster(
        id=content_id("k", *sorted(claim.id for claim in claims)),
        claims=tuple(claim.id for claim in claims),
        sources=sources,
        missing=tuple(article.id for article in story.articles if article.id not in sources),
        origins=groups,
        verdict="agreement" if len(groups) > 1 else "addition",
    )
