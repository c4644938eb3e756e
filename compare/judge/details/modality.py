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
    "planned": "ahead", "expected": "ahead", "conditional": "ahead", "proposed": "wanted", "obliged": "must",
    "advised": "wanted", "possible": "open", "attempted": "open", "alleged": "open", "cancelled": "off",
    "allowed": "allowed",
}  # fmt: skip
"""Statuses that an editor would call the same. "would", where no condition is named, is what will be, as reported.
Only differences between groups are shown."""

CONDITION = re.compile(
    r"\b(?:if|unless|provided|in case|depending on|otherwise|as long as|once)\b", re.IGNORECASE
)
"""A conditional statement says little about whether the act is real."""

AWAITED = frozenset(("expect", "schedule", "plan", "anticipate", "forecast", "await", "foresee"))
"""What "is expected" is still ahead, though the verb is in the present."""

MOVES = frozenset(
    ("come", "go", "leave", "arrive", "return", "travel", "fly", "meet", "visit", "start", "open", "close")
)
"""Verbs whose progressive tells a plan as well: "is coming on Thursday"."""

DOUBTFUL = 0.6
"""Certainty at most, where one account names a condition, hedges ("is believed to"), or tells in other words what
someone said would be: shown for review."""

LIGHT = frozenset(
    ["begin", "start", "continue", "help", "let", "see", "face", "hold", "make", "take", "give", "seek", "file", "carry", "have", "undergo"]
)  # fmt: skip
"""Verbs that carry little of an act: in "began mediating" it is to mediate, in "could face prosecution" to prosecute."""

SAME_HEAD, OTHER_HEAD = 0.2, 0.45
"""Likeness of the words around two verbs from which they tell of one act: with the same verb, and with others."""

SURE_MATCH = 0.9
"""From this probability two claims surely tell one fact, whatever stands around the verbs."""

HAPPENED_SINCE = timedelta(hours=20)
"""A plan in an earlier article that a much later one reports as done is an update."""

_PLAN = re.compile(
    r"\b(?:will|(?:is|are)\s+(?:(?:set|due|scheduled|expected|planning)\s+)?to|plans?\s+to)\s+(?:be\s+)?([a-z]{3,})",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\s+(?:(?:to|out|a|an|the|its|his|her|their|new|no)\s+)*(\w+)")


def compare_modality(pair: Pairing) -> list[Difference]:
    """The one act that the two claims report with a different status, if any."""
    found = [
        Difference("modality", pair, span(x), span(y), min(sure, _most(pair, x, y)), hard=False)
        for sure, x, y in one_to_one(_acts(pair.a), _acts(pair.b), lambda x, y: _same_act(pair, x, y))
        if _differs(pair, x, y)
    ]
    return sorted(found, key=lambda item: -item.sure)[:1]


def _most(pair: Pairing, x: Detail, y: Detail) -> float:
    """How sure the difference can be at most."""
    if CONDITION.search(pair.a.text) or CONDITION.search(pair.b.text):
        return DOUBTFUL
    statuses = {getattr(item.value, "status", "") for item in (x, y)}
    if "alleged" in statuses or ("conditional" in statuses and not _heads(pair.a, x) & _heads(pair.b, y)):
        return DOUBTFUL
    return 1.0


def _acts(claim: Claim) -> list[Detail]:
    cue = claim.speaker.cue if claim.speaker else None
    known = [item for item in claim.details if isinstance(item.value, Modality)]
    acts = known + [
        item for item in _plans(claim) if not any(span(item).overlaps(span(other)) for other in known)
    ]
    return [item for item in acts if not (cue and span(item).overlaps(cue))]


def _plans(claim: Claim) -> list[Detail]:
    """Plans by their form alone, for verbs that are in no list: "is to mediate"."""
    return [
        Detail(
            "modality", claim.start + found.start(), claim.start + found.end(), found[0],
            Modality("planned", found[1].casefold(), phrase=found[0].casefold()),
        )
        for found in _PLAN.finditer(claim.text)
    ]  # fmt: skip


def _same_act(pair: Pairing, x: Detail, y: Detail) -> float:
    slot = pair.slot(span(x), span(y))
    left, right = _heads(pair.a, x), _heads(pair.b, y)
    if any(same_meaning(one, two) for one in sorted(left) for two in sorted(right)):
        near = slot >= SAME_HEAD or pair.score >= SURE_MATCH
        return min(1.0, 0.5 + 0.5 * slot + 0.1 * pair.decided) if near else 0.0
    if _bare(x) or _bare(y):
        return 0.0
    return min(0.8, 0.2 + 0.8 * slot) if slot >= OTHER_HEAD else 0.0


def _bare(item: Detail) -> bool:
    """A verb without auxiliary may be no verb of a clause: "cooperation aimed at peace"."""
    return " " not in item.text


def _heads(claim: Claim, item: Detail) -> set[str]:
    """Stems of the verb that says what is done, through "began" and the like."""
    assert isinstance(item.value, Modality)
    heads = {stem(item.value.head)}
    if item.value.head in LIGHT and (following := _NEXT.match(claim.text, item.end - claim.start)):
        heads.add(stem(following[1].casefold()))
    return heads


def _differs(pair: Pairing, x: Detail, y: Detail) -> bool:
    one, two = x.value, y.value
    assert isinstance(one, Modality) and isinstance(two, Modality)  # noqa: PT018
    groups = {_group(one), _group(two)}
    if len(groups) < 2 or "allowed" in groups or one.negated != two.negated:
        return False
    same_head = bool(_heads(pair.a, x) & _heads(pair.b, y))
    if groups & {"must", "open"} and not same_head:
        return False
    if groups == {"real", "ahead"} and (_may_be_ahead(one) or _may_be_ahead(two)):
        return False
    return not (groups == {"real", "ahead"} and _happened_since(pair, one, two))


def _group(value: Modality) -> str:
    awaited = value.passive and value.head in AWAITED and GROUPS[value.status] == "real"
    return "ahead" if awaited else GROUPS[value.status]


def _may_be_ahead(value: Modality) -> bool:
    return value.status == "ongoing" and value.head in MOVES and value.phrase.endswith("ing")


def _happened_since(pair: Pairing, one: Modality, two: Modality) -> bool:
    gap = later_by(pair.story.articles[pair.a.source], pair.story.articles[pair.b.source])
    if gap is None:
        return False
    later_done = _group(two) == "real" if gap > timedelta(0) else _group(one) == "real"
    return later_done and abs(gap) >= HAPPENED_SINCE
