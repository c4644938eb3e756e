"""Lists of the same things: items that only one account names, on both sides."""

from __future__ import annotations

from compare.align.lexicon import stem
from compare.claims.details.values import Item, ListValue
from compare.judge.differences import Difference
from compare.judge.pairing import Pairing, span
from compare.judge.story import Story
from compare.judge.synonyms import same_meaning
from compare.judge.tokens import FUNCTION
from compare.records import Claim, Detail

SAME_SLOT = 0.3
"""Likeness of the words around two lists from which they may list the same things."""


def compare_lists(pair: Pairing) -> list[Difference]:
    """Two lists of one thing that share an item and differ on both sides in items told nowhere in the other body."""
    found = []
    for x in _lists(pair.a):
        for y in _lists(pair.b):
            one, two = _value(x), _value(y)
            shared = sum(any(_same(item, other) for other in two.items) for item in one.items)
            slot = pair.slot(span(x), span(y))
            head = bool(one.head) and same_meaning(stem(one.head), stem(two.head))
            if not shared or not (slot >= SAME_SLOT or head or shared >= 2):
                continue
            if _contested(pair.story, one, two, pair.b) and _contested(pair.story, two, one, pair.a):
                share = shared / min(len(one.items), len(two.items))
                sure = min(
                    1.0,
                    0.3 + 0.3 * share + 0.3 * slot + 0.1 * head + 0.1 * (shared >= 2) + 0.1 * pair.decided,
                )
                found.append(Difference("list", pair, span(x), span(y), sure, hard=False))
    return sorted(found, key=lambda item: (-item.sure, item.a))[:1]


def _lists(claim: Claim) -> list[Detail]:
    return [item for item in claim.details if isinstance(item.value, ListValue)]


def _value(item: Detail) -> ListValue:
    assert isinstance(item.value, ListValue)
    return item.value


def _contested(story: Story, one: ListValue, two: ListValue, other: Claim) -> bool:
    """Whether `one` has an item that neither the other list nor the other article's body has."""
    known = story.terms[other.source]
    for item in one.items:
        if any(_same(item, mine) for mine in two.items):
            continue
        terms = _terms(item)
        if terms and any(term not in known for term in terms):
            return True
    return False


def _same(one: Item, two: Item) -> bool:
    if one.key == two.key:
        return True
    left, right = _terms(one), _terms(two)
    if not left or not right:
        return False
    few, many = sorted((left, right), key=len)
    return all(any(same_meaning(term, other) for other in sorted(many)) for term in sorted(few))


def _terms(item: Item) -> set[str]:
    words = "".join(char if char.isalnum() else " " for char in item.text.casefold()).split()
    return {stem(word) for word in words if word not in FUNCTION}
