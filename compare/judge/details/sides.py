"""Polarity: one account says yes or up where the other says no or down, of the same thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.align.lexicon import stem
from compare.claims.details.values import Amount, ClockTime, Modality, Moment, Polarity
from compare.judge.attribution import same_voice
from compare.judge.details.opposites import opposite
from compare.judge.differences import Difference
from compare.judge.pairing import Pairing, span
from compare.judge.synonyms import same_meaning
from compare.judge.tokens import Token
from compare.records import Claim, Detail, Span

DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|reject(?:s|ed|ing)?|disput(?:e|es|ed|ing)|refut(?:e|es|ed)|dismiss(?:es|ed)|"
    r"contradict(?:s|ed)?|insist(?:s|ed)?)\b",
    re.IGNORECASE,
)
"""A denial is a position that is reported; two sources that report both sides don't contradict each other."""

WEAK_AXES = frozenset(
    ("quantity", "position", "order", "day", "sex", "compass-ns", "compass-ew", "side", "defence", "temperature", "wet",
     "speedy", "life", "liberty", "direction", "place", "arming", "lending", "capture", "unity", "hire", "permanent")
)  # fmt: skip
"""Axes whose words mostly describe and seldom decide: a person held, a lower town, a night. Not compared."""

SAME_SLOT = 0.3
"""Likeness of the words around two yes/no words from which they may be said of the same thing."""

OTHER_VOICE = 0.75
"""What a difference keeps of its certainty where two people are named who say so: two positions, well reported."""

BY_NEGATION = 0.75
"""Certainty at most, where one statement is negated and the other is not but they share no verb."""


def compare_sides(pair: Pairing) -> list[Difference]:
    """The surest way in which the two claims take opposite sides, if any."""
    if DENIAL.search(pair.a.text) or DENIAL.search(pair.b.text):
        return []
    found = _opposites(pair) + _negations(pair) + _verbs(pair)
    return sorted(found or _asymmetry(pair), key=lambda item: (-item.sure, item.a, item.b))[:1]


def _difference(pair: Pairing, a: Span, b: Span, sure: float) -> Difference:
    sure = min(1.0, sure) * (OTHER_VOICE if same_voice(pair.a, pair.b) is False else 1.0)
    return Difference("polarity", pair, a, b, sure, hard=True)


def _opposites(pair: Pairing) -> list[Difference]:
    """Words of one axis on opposite sides; not where a claim has words on both."""
    found = []
    left, right = _sides(pair.a), _sides(pair.b)
    for x, one in left:
        for y, two in right:
            if not one.axis or one.axis != two.axis or one.side == two.side or one.axis in WEAK_AXES:
                continue
            if _has(left, two) or _has(right, one):
                continue
            slot = pair.slot(span(x), span(y))
            if slot >= SAME_SLOT:
                found.append(_difference(pair, span(x), span(y), 0.5 + 0.6 * slot))
    return found


def _has(sides: Sequence[tuple[Detail, Polarity]], value: Polarity) -> bool:
    return any(other.axis == value.axis and other.side == value.side for _, other in sides)


def _sides(claim: Claim) -> list[tuple[Detail, Polarity]]:
    """The claim's yes/no words, without those that are part of an amount or of who said it ("no more than")."""
    cue = claim.speaker.cue if claim.speaker else Span(claim.start, claim.start)
    taken = [span(item) for item in claim.details if isinstance(item.value, Amount | Moment | ClockTime)]
    return [
        (item, item.value)
        for item in claim.details
        if isinstance(item.value, Polarity)
        and not span(item).overlaps(cue)
        and not any(span(item).overlaps(other) for other in taken)
    ]


def _negations(pair: Pairing) -> list[Difference]:
    """A word that one claim negates and the other states."""
    found = []
    for claim, other, words, turned in (
        (pair.a, pair.b, pair.statement_b, False),
        (pair.b, pair.a, pair.statement_a, True),
    ):
        for item, value in _sides(claim):
            word = None if value.axis or not value.head else _stated(words, other, value.head)
            if word is None or _negated_twice(claim, item):
                continue
            a, b = span(item), Span(word.start, word.end)
            a, b = (b, a) if turned else (a, b)
            slot = pair.slot(a, b)
            if slot >= SAME_SLOT:
                found.append(_difference(pair, a, b, 0.45 + 0.6 * slot))
    return found


def _stated(words: Sequence[Token], claim: Claim, head: str) -> Token | None:
    """The word by which a claim states `head` without negation; None where it doesn't or negates it too."""
    wanted = stem(head)
    if any(value.negated and same_meaning(stem(value.head), wanted) for _, value in _sides(claim)):
        return None
    return next((word for word in words if word.content and same_meaning(word.term, wanted)), None)


def _negated_twice(claim: Claim, item: Detail) -> bool:
    """Whether a negation is itself negated: "cannot be ruled out"."""
    before = claim.text[max(0, item.start - claim.start - 20) : item.start - claim.start].casefold()
    return bool(re.search(r"\b(?:not|never|cannot|can't|n't|no)\s+(?:\w+\s+){0,2}$", before))


def _verbs(pair: Pairing) -> list[Difference]:
    """Main verbs that are opposites of each other: to stay and to leave."""
    found = []
    for x in _acts(pair.a):
        for y in _acts(pair.b):
            one, two = x.value, y.value
            if isinstance(one, Modality) and isinstance(two, Modality) and one.negated == two.negated:
                slot = pair.slot(span(x), span(y))
                if slot >= SAME_SLOT and opposite(one.head, two.head):
                    found.append(_difference(pair, span(x), span(y), 0.5 + 0.6 * slot))
    return found


def _acts(claim: Claim) -> list[Detail]:
    cue = claim.speaker.cue if claim.speaker else Span(claim.start, claim.start)
    return [
        item for item in claim.details if isinstance(item.value, Modality) and not span(item).overlaps(cue)
    ]


def _asymmetry(pair: Pairing) -> list[Difference]:
    """A negated main verb of the same subject in one claim, and no negation in the other: shown for review."""
    found = []
    for x in _acts(pair.a):
        for y in _acts(pair.b):
            one, two = x.value, y.value
            if not isinstance(one, Modality) or not isinstance(two, Modality) or one.negated == two.negated:
                continue
            plain = pair.b if one.negated else pair.a
            if any(value.negated for _, value in _sides(plain)) or not pair.decided:
                continue
            slot = pair.slot(span(x), span(y))
            subject = bool(one.role.noun) and same_meaning(stem(one.role.noun), stem(two.role.noun))
            if subject and slot >= SAME_SLOT and not opposite(one.head, two.head):
                found.append(
                    _difference(
                        pair, span(x), span(y), min(BY_NEGATION, 0.4 + 0.3 * slot + 0.15 * pair.score)
                    )
                )
    return found
