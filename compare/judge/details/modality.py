"""How real an act is: done in one account, planned, demanded or merely possible in the other."""

from __future__ import annotations

import re
from datetime import timedelta

from compare.align.lexicon import stem
from compare.claims.details.values import Modality
from compare.judge.details.updates import later_by
from compare.judge.differences import Difference, one_to_one
from compare.judge.pairing import Pairing, span
from compare.judge.synonyms import same_meaning
from compare.records import Claim, Detail

GROUPS = {
    "done": "real", "ongoing": "real",
    "planned": "ahead", "expected": "ahead", "proposed": "wanted", "obliged": "wanted", "advised": "wanted",
    "possible": "open", "conditional": "open", "attempted": "open", "alleged": "open",
    "cancelled": "off", "allowed": "allowed",
}  # fmt: skip
"""Statuses that an editor would call the same. Only differences between groups are shown."""

CONDITION = re.compile(r"\b(?:if|unless|provided|should (?:the|it|they)|in case|depending on|would)\b", re.I)
"""A conditional statement says nothing about whether the act is real."""

SAME_HEAD, OTHER_HEAD = 0.3, 0.45
"""Likeness of the words around two verbs from which they tell of one act: with the same verb, and with others."""

HAPPENED_SINCE = timedelta(hours=20)
"""A plan in an earlier article that a much later one reports as done is an update."""


def compare_modality(pair: Pairing) -> list[Difference]:
    """The one act that the two claims report with a different status, if any."""
    left, right = _acts(pair.a), _acts(pair.b)
    found = [
        Difference("modality", pair, span(x), span(y), sure, hard=False)
        for sure, x, y in one_to_one(left, right, lambda x, y: _same_act(pair, x, y))
        if _differs(pair, x, y)
    ]
    return sorted(found, key=lambda item: -item.sure)[:1]


def _acts(claim: Claim) -> list[Detail]:
    cue = claim.speaker.cue if claim.speaker else None
    return [
        item
        for item in claim.details
        if isinstance(item.value, Modality) and not (cue and span(item).overlaps(cue))
    ]


def _same_act(pair: Pairing, x: Detail, y: Detail) -> float:
    one, two = x.value, y.value
    if not isinstance(one, Modality) or not isinstance(two, Modality):
        return 0.0
    slot = pair.slot(span(x), span(y))
    if same_meaning(stem(one.head), stem(two.head)):
        return min(1.0, 0.5 + 0.5 * slot) if slot >= SAME_HEAD else 0.0
    return min(0.8, 0.2 + 0.8 * slot) if slot >= OTHER_HEAD else 0.0


def _differs(pair: Pairing, x: Detail, y: Detail) -> bool:
    one, two = x.value, y.value
    if not isinstance(one, Modality) or not isinstance(two, Modality) or one.negated != two.negated:
        return False
    groups = {GROUPS[one.status], GROUPS[two.status]}
    if len(groups) < 2 or "allowed" in groups:
        return False
    if CONDITION.search(pair.a.text) or CONDITION.search(pair.b.text):
        return False
    return not (groups == {"real", "ahead"} and _happened_since(pair, one, two))


def _happened_since(pair: Pairing, one: Modality, two: Modality) -> bool:
    gap = later_by(pair.story.articles[pair.a.source], pair.story.articles[pair.b.source])
    if gap is None:
        return False
    later_done = GROUPS[two.status] == "real" if gap > timedelta(0) else GROUPS[one.status] == "real"
    return later_done and abs(gap) >= HAPPENED_SINCE
