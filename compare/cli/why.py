"""Why claims were matched, or weren't: the alignment's own account, for the claims of a finding."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from compare.comparison import Comparison
from compare.pipeline import relation_reader
from compare.records import Claim

if TYPE_CHECKING:
    from compare.align.explain import Explanation

MOST = 6
"""Pairs that are explained: with more, nobody reads them."""


def explanations(comparison: Comparison, claims: Sequence[Claim]) -> list[Explanation]:
    """Each pair of the claims that is of different articles; for claims of one article the nearest elsewhere."""
    from compare.embed import embed

    why = _Why(comparison, embed([claim.text for claim in comparison.claims], comparison.settings.embed))
    pairs = [(a, b) for a, b in combinations(claims, 2) if a.source != b.source]
    if pairs:
        found = [why.pair(a.id, b.id) for a, b in pairs]
    else:
        found = [near for claim in claims for near in why.nearest(claim)]
    return sorted(found, key=lambda one: (-one.probability, one.a, one.b))[:MOST]


class _Why:
    """The arguments that all explanations of a comparison share."""

    def __init__(self, comparison: Comparison, encoded: object) -> None:
        self._comparison = comparison
        self._encoded = encoded
        self._reader = relation_reader(comparison.settings)

    def pair(self, a: str, b: str) -> Explanation:
        """Why these two are or aren't a match."""
        from compare.align.explain import explain

        story = self._comparison
        settings = story.settings.align
        return explain(story.articles, story.claims, self._encoded, settings, a, b, self._reader)  # type: ignore[arg-type]

    def nearest(self, claim: Claim) -> list[Explanation]:
        """For each other article its claim that is nearest to this one, unless none is near at all."""
        others = {
            one.source: one.id for one in reversed(self._comparison.claims) if one.source != claim.source
        }
        found = []
        for id in others.values():
            first = self.pair(claim.id, id)
            if first.alternative and (not first.candidate or first.alternative[1] > first.probability):
                first = self.pair(claim.id, first.alternative[0])
            if first.candidate:
                found.append(first)
        return found
