"""Agreements, additions and omissions, read off the clusters."""

from __future__ import annotations

from collections.abc import Sequence

from compare.judge.story import Story
from compare.judge.words import Bodies, OnlyWords, only_words
from compare.records import Claim, Cluster, Evidence, Finding, content_id
from compare.settings import JudgeSettings


def agreements(story: Story, clusters: Sequence[Cluster]) -> list[Finding]:
    """One finding for each fact that several sources tell and none of them tells otherwise."""
    found = []
    for cluster in clusters:
        if len(cluster.sources) < 2 or cluster.verdict == "divergence":
            continue
        independent = len(cluster.origins) > 1
        rule, category = ("AGR101", "independent") if independent else ("AGR102", "origin")
        names = ", ".join(story.articles[id].source for id in cluster.sources)
        message = (
            f"{names} agree, {len(cluster.origins)} origins" if independent else f"{names} share one text"
        )
        base = max(story.claims[id].importance for id in cluster.claims)
        found.append(
            Finding(
                id=content_id("f", rule, *sorted(cluster.claims)), rule=rule, kind="agreement", category=category,
                severity="none", importance=round(0.6 * base, 4), sources=cluster.sources, claims=cluster.claims,
                evidence=(), score=1.0, message=message,
            )
        )  # fmt: skip
    return found


def omissions(story: Story, clusters: Sequence[Cluster], settings: JudgeSettings) -> list[Finding]:
    """One finding for each fact that all but few of at least three sources tell."""
    found = []
    total = len(story.articles)
    for cluster in clusters:
        if total < 3 or not cluster.missing or len(cluster.sources) / total < settings.omission:
            continue
        base = max(story.claims[id].importance for id in cluster.claims)
        silent = ", ".join(story.articles[id].source for id in cluster.missing)
        found.append(
            Finding(
                id=content_id("f", "OMI301", *sorted(cluster.claims)), rule="OMI301", kind="omission", category="claim",
                severity="none", importance=round(0.7 * base, 4), sources=cluster.missing, claims=cluster.claims,
                evidence=(), score=round(len(cluster.sources) / total, 4),
                message=f"{len(cluster.sources)} of {total} sources tell this; not in {silent}",
            )
        )  # fmt: skip
    return found


def additions(story: Story, clusters: Sequence[Cluster], differing: Sequence[Finding]) -> list[Finding]:
    """Claims of one source, and words inside shared claims that no other source says.

    A claim whose counterpart was found by how they differ, though they were not matched, is no addition.
    """
    told = {id for finding in differing if finding.severity in ("hard", "soft") for id in finding.claims}
    shared = {id for cluster in clusters if len(cluster.sources) > 1 for id in cluster.claims}
    bodies = Bodies(story)
    found = []
    for claim in story.claims.values():
        if claim.id in shared:
            others = [id for id in story.articles if id != claim.source]
            words = only_words(story, bodies, claim, others)
            if words:
                found.append(_detail(story, claim, words))
        elif claim.id not in told:
            found.append(_whole(story, claim))
    return found


def _whole(story: Story, claim: Claim) -> Finding:
    return Finding(
        id=content_id("f", "ADD201", claim.id), rule="ADD201", kind="addition", category="claim", severity="none",
        importance=claim.importance, sources=(claim.source,), claims=(claim.id,), evidence=(), score=1.0,
        message=f"Only in {story.name(claim)}",
    )  # fmt: skip


def _detail(story: Story, claim: Claim, words: Sequence[OnlyWords]) -> Finding:
    evidence = tuple(_evidence(claim, item) for item in words)
    said = ", ".join(" ".join(item.text.split()) for item in evidence)
    weight = max(item.weight for item in words)
    return Finding(
        id=content_id("f", "ADD202", claim.id, *(item.text for item in evidence)), rule="ADD202", kind="addition",
        category="detail", severity="none", importance=round(weight * (0.4 + 0.5 * claim.importance), 4),
        sources=(claim.source,), claims=(claim.id,), evidence=evidence, score=round(weight, 4),
        message=f"Only in {story.name(claim)}: {said}",
    )  # fmt: skip


def _evidence(claim: Claim, item: OnlyWords) -> Evidence:
    place = item.place
    return Evidence(
        claim.id, place.start, place.end, claim.text[place.start - claim.start : place.end - claim.start]
    )
