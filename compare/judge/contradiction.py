"""Contradictions in other words: what the relation model adds to the typed comparison of matched claims."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from compare.claims.details.values import Amount, ClockTime, Moment, Name
from compare.claims.reading import as_read
from compare.judge.certainty import ALONE, GROUPS, shipped_weights
from compare.judge.details.amounts import agree, comparable
from compare.judge.details.moments import dates_agree, times_agree
from compare.judge.differences import Difference
from compare.judge.languages import in_english
from compare.judge.naming import same_name
from compare.judge.pairing import Pairing, span
from compare.judge.tokens import Token
from compare.records import Claim, Detail, Span

if TYPE_CHECKING:
    from compare.judge.relation import Relation

LONGEST = 400
"""Claims longer than this, in characters, are not judged: the model has learnt on sentences."""

AGREES = 0.6
"""Probability of entailment from which the model's agreement counts against a difference in status."""

PLAIN, SEEN = 0.65, 0.2
"""A difference is certain only on two witnesses: the typed comparison with this certainty, and the relation model with
this probability of a contradiction. On the planted stories a figure or date below the latter was a false alarm
eleven times in thirteen."""

BEYOND_DOUBT = 0.95
"""Certainty of the typed comparison from which two figures, or dates, of one question need no more than the second witness's
word: the model's own probability is unsteady there, as 812 and 822 look alike to it."""

ONE_WITNESS = 0.79
"""Probability at most of a difference with one witness: shown for review."""

DOUBTED = 0.64
"""Certainty at most of such a difference: shown for review."""

LONGEST_STRETCH = 60
"""Characters: a longer stretch of other words shows another way of telling it, and points at nothing."""

Relations = Mapping[tuple[str, str], "Relation"]


Relate = Callable[[Sequence[tuple[str, str]]], Sequence["Relation"]]
"""Judges pairs (premise, hypothesis), in order."""


def relations(pairs: Sequence[Pairing], relate: Relate) -> Relations:
    """What the model says of each pair that it can read, by claim ids."""
    if not pairs:
        return {}
    short = [
        pair for pair in pairs if max(len(pair.a.text), len(pair.b.text)) <= LONGEST and in_english(pair)
    ]
    found = relate([(as_read(pair.a.text), as_read(pair.b.text)) for pair in short])
    return {(pair.a.id, pair.b.id): relation for pair, relation in zip(short, found, strict=True)}


def weigh(pair: Pairing, typed: Sequence[Difference], relation: Relation | None) -> list[Difference]:
    """The typed differences with the model's opinion weighed in, or the model's own where there is none."""
    if relation is None:
        return [_unsupported(item) for item in typed]
    if not typed:
        return _alone(pair, relation)
    return [_weighed(item, relation) for item in typed]


def _unsupported(item: Difference) -> Difference:
    """Opposite words are a poor sign of opposite sense: without the model's word they are for review."""
    sense = GROUPS.get(item.category) == "sense"
    return dataclasses.replace(item, sure=min(item.sure, DOUBTED)) if sense else item


def _weighed(item: Difference, relation: Relation) -> Difference:
    sure = item.sure
    if item.hard and item.category in GROUPS:
        group = GROUPS[item.category]
        probability = shipped_weights().probability(group, sure, relation)
        if sure < PLAIN or relation.contradiction < SEEN:
            sure = min(probability, ONE_WITNESS)
        elif sure < BEYOND_DOUBT or group not in ("number", "date"):
            sure = probability
    elif item.category == "modality" and relation.entailment >= AGREES:
        sure = min(sure, DOUBTED)
    return dataclasses.replace(item, sure=sure)


def _alone(pair: Pairing, relation: Relation) -> list[Difference]:
    """The model's own contradiction, unless it rests on values: whether those agree is known better from the values."""
    a = _hull(pair.a, pair.words_a, relation.premise_words) or _new_words(pair.words_a, pair.shared_a)
    b = _hull(pair.b, pair.words_b, relation.hypothesis_words) or _new_words(pair.words_b, pair.shared_b)
    if a is None or b is None or _on_values_that_agree(pair, a, b):
        return []
    sure = shipped_weights().probability(ALONE, 0.0, relation)
    return [Difference("contradiction", pair, a, b, sure, hard=True)]


def _new_words(words: Sequence[Token], shared: frozenset[int]) -> Span | None:
    """The stretch of words that the other claim doesn't have, where it is short enough to point at something."""
    new = [word for at, word in enumerate(words) if word.content and at not in shared]
    if not new or new[-1].end - new[0].start > LONGEST_STRETCH:
        return None
    return Span(new[0].start, new[-1].end)


def _on_values_that_agree(pair: Pairing, a: Span, b: Span) -> bool:
    """Whether the words that decide are values, and the typed comparison knows better: it could compare them."""
    left, right = _values(pair.a, a), _values(pair.b, b)
    if not left or not right:
        return bool(left or right)
    return any(x.type == y.type and _can_agree(x.value, y.value) is not None for x in left for y in right)


def _can_agree(one: object, two: object) -> bool | None:
    if isinstance(one, Amount) and isinstance(two, Amount):
        return agree(one, two) if comparable(one, two) else None
    if isinstance(one, Name) and isinstance(two, Name):
        return same_name(one, two)
    return dates_agree(one, two) if isinstance(one, Moment) else times_agree(one, two)


def _values(claim: Claim, place: Span) -> list[Detail]:
    """The values that fill half of a place or more; none where they don't."""
    values = [item for item in claim.details if isinstance(item.value, Amount | Moment | ClockTime | Name)]
    inside = [item for item in values if span(item).overlaps(place)]
    filled = sum(min(item.end, place.end) - max(item.start, place.start) for item in inside)
    return inside if filled * 2 >= place.end - place.start else []


def _hull(claim: Claim, tokens: Sequence[Token], words: Sequence[Span]) -> Span | None:
    """From the first to the last of the words that decide; None where they are too far apart or say nothing."""
    if not words or words[-1].end - words[0].start > LONGEST_STRETCH:
        return None
    place = Span(claim.start + words[0].start, claim.start + words[-1].end)
    telling = any(
        token.content and len(token.text) > 3 and place.start <= token.start < place.end for token in tokens
    )
    return place if telling else None
