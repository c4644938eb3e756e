"""Polarity: one account says yes or up where the other says no or down, of the same thing."""

from __future__ import annotations

import re

from compare.align.lexicon import stem
from compare.claims.details.values import Polarity
from compare.judge.differences import Difference
from compare.judge.pairing import Pairing, span
from compare.judge.synonyms import same_meaning
from compare.judge.tokens import Token
from compare.records import Claim, Detail, Span

DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|reject(?:s|ed|ing)?|disput(?:e|es|ed|ing)|refut(?:e|es|ed)|dismiss(?:es|ed))\b",
    re.I,
)
"""A denial is a position that is reported; two sources that report both sides don't contradict each other."""

SAME_SLOT = 0.3
"""Likeness of the words around two yes/no words from which they may be said of the same thing."""


def compare_sides(pair: Pairing) -> list[Difference]:
    """Opposite sides of one question, and a negation of what the other claim states."""
    found = _opposites(pair)
    taken = {(item.a, item.b) for item in found}
    found += [item for item in _negations(pair) if (item.a, item.b) not in taken]
    return found


def _opposites(pair: Pairing) -> list[Difference]:
    found = []
    for x in _sides(pair.a):
        for y in _sides(pair.b):
            one, two = x.value, y.value
            if not isinstance(one, Polarity) or not isinstance(two, Polarity):
                continue
            if not one.axis or one.axis != two.axis or one.side == two.side or _denies(pair, x, y):
                continue
            if _also_says(pair.a, two) or _also_says(pair.b, one):
                continue
            slot = pair.slot(span(x), span(y))
            if slot >= SAME_SLOT:
                found.append(
                    Difference("polarity", pair, span(x), span(y), min(1.0, 0.5 + 0.6 * slot), hard=True)
                )
    return sorted(found, key=lambda item: -item.sure)[:1]


def _also_says(claim: Claim, value: Polarity) -> bool:
    return any(
        isinstance(item.value, Polarity) and item.value.axis == value.axis and item.value.side == value.side
        for item in _sides(claim)
    )


def _sides(claim: Claim) -> list[Detail]:
    return [item for item in claim.details if item.type == "polarity"]


def _negations(pair: Pairing) -> list[Difference]:
    found = []
    for claim, other, turned in ((pair.a, pair.b, False), (pair.b, pair.a, True)):
        for item in _sides(claim):
            value = item.value
            if not isinstance(value, Polarity) or value.axis or value.side != -1 or DENIAL.search(value.cue):
                continue
            word = _stated(pair.story.tokens[other.id], other, value.head)
            if word is None or DENIAL.search(other.text):
                continue
            mine, theirs = span(item), Span(word.start, word.end)
            slot = pair.slot(*((theirs, mine) if turned else (mine, theirs)))
            if slot >= SAME_SLOT:
                sides = (theirs, mine) if turned else (mine, theirs)
                found.append(Difference("polarity", pair, *sides, min(1.0, 0.45 + 0.6 * slot), hard=True))
    return found


def _stated(words: tuple[Token, ...], claim: Claim, head: str) -> Token | None:
    """The word by which a claim states `head` without negation; None where it doesn't or negates it too."""
    wanted = stem(head)
    for item in _sides(claim):
        value = item.value
        if (
            isinstance(value, Polarity)
            and (value.negated or not value.axis)
            and same_meaning(stem(value.head), wanted)
        ):
            return None
    return next((word for word in words if word.content and same_meaning(word.term, wanted)), None)


def _denies(pair: Pairing, x: Detail, y: Detail) -> bool:
    return any(
        DENIAL.search(item.value.cue if isinstance(item.value, Polarity) else "") or DENIAL.search(claim.text)
        for item, claim in ((x, pair.a), (y, pair.b))
    )
