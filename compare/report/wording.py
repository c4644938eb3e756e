"""Which words of a claim decide a finding, and which phrases all sides share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from compare.comparison import Comparison
from compare.records import Claim, Finding

Phrase = tuple[str, str]

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


def shared_phrases(sides: Iterable[Iterable[Claim]]) -> frozenset[Phrase]:
    """Pairs of neighbouring words that stand in every side's claims; none if there is one side only.

    Pairs, because single words such as "in" or "the" are in nearly every sentence and say nothing.
    """
    found = [{phrase for claim in side for phrase in phrases(claim.text)} for side in sides]
    return frozenset(set.intersection(*found)) if len(found) > 1 else frozenset()


def phrases(text: str) -> list[Phrase]:
    """Every word with its next, folded so that "India’s" and "india's" are one."""
    words = [fold(word) for word in WORD.findall(text)]
    return list(pairwise(words))


def shared_spans(text: str, shared: frozenset[Phrase]) -> list[tuple[int, int]]:
    """Where `text` has the shared phrases, as offsets; phrases that overlap are joined."""
    spans: list[tuple[int, int]] = []
    for one, two in pairwise(WORD.finditer(text)):
        if (fold(one[0]), fold(two[0])) in shared:
            start = spans.pop()[0] if spans and spans[-1][1] == one.end() else one.start()
            spans.append((start, two.end()))
    return spans


def fold(word: str) -> str:
    """A word without its case and the shape of its apostrophe."""
    return word.casefold().replace("’", "'")
