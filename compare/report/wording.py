"""Which words of a claim decide a finding, and which all sides share."""

from __future__ import annotations

import re
from collections.abc import Iterable

from compare.comparison import Comparison
from compare.records import Claim, Finding

WORD = re.compile(r"\w+(?:['’\-]\w+)*")


def deciding_spans(claim: Claim, finding: Finding) -> list[tuple[int, int]]:
    """The finding's words in this claim, as offsets in the claim's text, in order, overlaps joined.

    None where the whole claim is the evidence: then nothing in it stands out.
    """
    spans: list[tuple[int, int]] = []
    for item in sorted(finding.evidence, key=lambda item: (item.start, item.end)):
        start, end = max(0, item.start - claim.start), min(len(claim.text), item.end - claim.start)
        if item.claim != claim.id or start >= end or (start == 0 and end == len(claim.text)):
            continue
        if spans and start <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(end, spans[-1][1])
        else:
            spans.append((start, end))
    return spans


def clearest(comparison: Comparison, finding: Finding) -> Claim:
    """The claim that stands for the finding's cluster, else the finding's first."""
    clusters = comparison.clusters_of(finding.claims[0])
    chosen = (id for cluster in clusters for id in cluster.claims if id in finding.claims)
    return comparison.claim(next(chosen, finding.claims[0]))


def shared_words(sides: Iterable[Iterable[Claim]]) -> frozenset[str]:
    """Words that stand in every side's claims; none if there is one side only."""
    found = [{word for claim in side for word in words(claim.text)} for side in sides]
    return frozenset(set.intersection(*found)) if len(found) > 1 else frozenset()


def words(text: str) -> list[str]:
    """The words of a text, folded so that "India’s" and "india's" are one."""
    return [word.casefold().replace("’", "'") for word in WORD.findall(text)]
