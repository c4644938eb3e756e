"""A review beside a later comparison: marks that hold, findings that changed or have gone, new ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from compare.comparison import Comparison
from compare.records import Finding
from compare.review.records import Mark, Review, Since

ALIKE = 0.5
"""Share of their words from which two wordings are one claim, reworded. A sentence with a figure or a name changed keeps
more than this; two sentences about different things share their articles and prepositions only. As in review.js."""

WORD = re.compile(r"[^\W_]+")


def changes(review: Review, story: str, comparison: Comparison) -> Since | None:
    """What changed in a story since the review; None where the review has nothing about it."""
    now = {finding.id: finding for finding in comparison.findings}
    entries = review.of(story, now)
    if not entries:
        return None
    before = {id for entry in entries for id in entry.findings}
    marks = {mark.finding: mark for entry in entries for mark in entry.marks}.values()
    fresh = [finding for finding in comparison.findings if finding.id not in before]
    changed, gone = _heirs([mark for mark in marks if mark.finding not in now], fresh, comparison)
    taken = {finding.id for _, finding in changed}
    return Since(
        kept=tuple(mark for mark in marks if mark.finding in now),
        changed=tuple(changed),
        gone=tuple(gone),
        new=tuple(finding for finding in fresh if finding.id not in taken),
    )


def _heirs(
    marks: Iterable[Mark], fresh: Sequence[Finding], comparison: Comparison
) -> tuple[list[tuple[Mark, Finding]], list[Mark]]:
    """Marks with the new finding of the same rule that is most like theirs, and marks without one."""
    changed: list[tuple[Mark, Finding]] = []
    gone = []
    for mark in marks:
        taken = {finding.id for _, finding in changed}
        rated = [
            (_likeness(mark, finding, comparison), finding)
            for finding in fresh
            if finding.rule == mark.rule and finding.id not in taken
        ]
        likeness, heir = max(rated, key=lambda pair: pair[0], default=(0.0, None))
        if heir is not None and likeness >= ALIKE:
            changed.append((mark, heir))
        else:
            gone.append(mark)
    return changed, gone


def _likeness(mark: Mark, finding: Finding, comparison: Comparison) -> float:
    """1 if they share a claim word for word, else the share of their words that both have (Jaccard)."""
    if not {item.claim for item in mark.claims}.isdisjoint(finding.claims):
        return 1.0
    then = _words(item.text for item in mark.claims)
    now = _words(comparison.claim(id).text for id in finding.claims)
    return len(then & now) / len(then | now) if then & now else 0.0


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in WORD.findall(text.lower()))
