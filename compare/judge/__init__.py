"""Matches → findings: what the sources agree on, what only one says, and where their accounts differ."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from compare.judge.contradiction import Relate, Relations, relations, weigh
from compare.judge.details import compare_details
from compare.judge.differences import Difference
from compare.judge.findings import additions, agreements, omissions
from compare.judge.importance import claim_importance
from compare.judge.languages import in_english, still_holding
from compare.judge.pairing import pairing
from compare.judge.story import Story, build_story
from compare.judge.tolls import compare_tolls
from compare.judge.unaligned import unaligned_differences
from compare.judge.verdict import divergences
from compare.records import Article, Claim, Cluster, Finding, Match
from compare.settings import JudgeSettings

if TYPE_CHECKING:
    from compare.judge.relation import Relation


Consult = Callable[[Story, Sequence[Finding]], list[Finding]]
"""Gives the findings back, those in doubt with an opinion; see `compare.judge.outside`."""


class Alignment(Protocol):
    """What this step needs of the alignment: see `compare.align.Alignment`."""

    @property
    def matches(self) -> tuple[Match, ...]: ...

    @property
    def related(self) -> tuple[Match, ...]: ...

    @property
    def clusters(self) -> tuple[Cluster, ...]: ...


class Judgement(NamedTuple):
    """What the matches mean.

    Attributes:
        claims: With their importance.
        clusters: With their verdict.
        findings: Divergences first, then additions, omissions and agreements, the most important first.
        relations: What the relation model said of the pairs it was asked about, by claim ids.
    """

    claims: tuple[Claim, ...]
    clusters: tuple[Cluster, ...]
    findings: tuple[Finding, ...]
    relations: Relations


def judge(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    alignment: Alignment,
    settings: JudgeSettings,
    relate: Relate | None = None,
    consult: Consult | None = None,
) -> Judgement:
    """Say what the matches mean.

    Args:
        relate: Judges pairs of sentences; the shipped relation model when not given.
        consult: Gives an outside opinion on divergences in doubt; none when not given.
    """
    matches = (*alignment.matches, *alignment.related)
    plain = build_story(articles, claims, matches)
    claims = tuple(dataclasses.replace(claim, importance=claim_importance(plain, claim)) for claim in claims)
    story = build_story(articles, claims, matches)
    found, seen = differences(story, settings, relate)
    differing = divergences(story, found, settings)
    if consult:
        differing = consult(story, differing)
    clusters = tuple(_with_verdict(cluster, differing) for cluster in alignment.clusters)
    findings = [
        *differing,
        *additions(story, clusters, differing),
        *omissions(story, clusters, settings),
        *agreements(story, clusters),
    ]
    return Judgement(claims, clusters, tuple(sorted(findings, key=_order)), seen)


def differences(
    story: Story, settings: JudgeSettings, relate: Relate | None = None
) -> tuple[list[Difference], Relations]:
    """Every difference between matched claims: what the typed comparisons see, the relation model weighed in.

    Second, what the model said.

    The model judges every pair that is in English, the borderline ones too: a contradiction can hide there.
    """
    pairs = [pairing(story, match) for match in story.matches]
    typed = [still_holding(pair, compare_details(pair)) for pair in pairs]
    seen = relations(pairs, relate or _both_ways) if settings.relation else {}
    weighed = [
        item
        for pair, found in zip(pairs, typed, strict=True)
        for item in weigh(pair, found, seen.get((pair.a.id, pair.b.id)))
    ]
    loose = unaligned_differences(story) + compare_tolls(story)
    return weighed + [item for item in loose if in_english(item.pair)], seen


def _both_ways(pairs: Sequence[tuple[str, str]]) -> Sequence[Relation]:
    from compare.judge.relation import relate

    return relate(pairs, both=True)


def _with_verdict(cluster: Cluster, differing: Sequence[Finding]) -> Cluster:
    """Contradiction is looked at before agreement."""
    members = set(cluster.claims)
    severities = {
        finding.severity
        for finding in differing
        if finding.kind == "divergence" and len(members & set(finding.claims)) > 1
    }
    if severities & {"hard", "soft"}:
        verdict = "divergence"
    elif severities:
        verdict = "review"
    else:
        verdict = "agreement" if len(cluster.sources) > 1 else "addition"
    return dataclasses.replace(cluster, verdict=verdict)


_KINDS = {"divergence": 0, "addition": 1, "omission": 2, "agreement": 3}
_SEVERITIES = {"hard": 0, "soft": 1, "review": 2, "none": 3}


def _order(finding: Finding) -> tuple[int, int, float, str]:
    return (_KINDS[finding.kind], _SEVERITIES[finding.severity], -finding.importance, finding.id)


__all__ = ["Consult", "Judgement", "differences", "judge"]
