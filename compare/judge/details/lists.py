"""Lists of the same things: items that only one account names, on both sides."""

from __future__ import annotations

from compare.align.lexicon import rarity, stem
from compare.claims.details.values import Item, ListValue
from compare.judge.attribution import same_voice
from compare.judge.differences import Difference
from compare.judge.pairing import Pairing, span
from compare.judge.series import series
from compare.judge.synonyms import same_meaning
from compare.judge.tokens import stems
from compare.records import Claim, Detail

SAME_SLOT = 0.3
"""Likeness of the words around two lists from which they may list the same things."""

AGENDA = "agenda"
"""Note of a difference between lists without a common item: what the matters were. Two articles have one agenda."""

LEAD = 0.15
"""What lists at the beginning of both articles gain over lists at the end."""

PART = 0.15
"""Share of the poorer claim that must be in the other before lists without a common item are compared."""

TELLING = 0.4
"""Rarity of a word from which two items that share it are about one thing."""


def compare_lists(pair: Pairing) -> list[Difference]:
    """Two lists of one thing that share an item and differ on both sides in items told nowhere in the other body."""
    found = []
    for x in series(pair.a):
        for y in series(pair.b):
            sure = _sure(pair, x, y)
            if sure and _contested(pair, x, y, pair.b) and _contested(pair, y, x, pair.a):
                note = "" if _shared(x, y) else AGENDA
                found.append(Difference("list", pair, span(x), span(y), sure, hard=False, note=note))
    return sorted(found, key=lambda item: (-item.sure, item.a, item.b))[:1]


def items_share(one: Item, two: Item) -> bool:
    """Whether two items have a telling word in common: one thing in two wordings, or two kinds of one thing."""
    left, right = stems(one.text), stems(two.text)
    return any(same_meaning(x, y) and rarity(x) >= TELLING for x in left for y in right)


def _sure(pair: Pairing, x: Detail, y: Detail) -> float:
    """How sure it is that both lists answer one question; 0 where nothing says so."""
    one, two = _value(x), _value(y)
    shared = _shared(x, y)
    slot = pair.slot(span(x), span(y))
    head = bool(one.head) and same_meaning(stem(one.head), stem(two.head))
    if shared and (slot >= SAME_SLOT or head or shared >= 2):
        share = shared / min(len(one.items), len(two.items))
        sure = 0.3 + 0.3 * share + 0.3 * slot + 0.1 * head + 0.1 * (shared >= 2) + 0.1 * pair.decided
        return min(1.0, sure)
    long = min(len(one.items), len(two.items)) >= 3
    alike = any(items_share(item, other) for item in one.items for other in two.items)
    voices = pair.a.speaker is None or pair.b.speaker is None or same_voice(pair.a, pair.b)
    if not (long and alike and voices and pair.overlap >= PART):
        return 0.0
    return min(
        0.8, 0.55 + 0.4 * pair.overlap + LEAD * (1 - (_place(pair, pair.a) + _place(pair, pair.b)) / 2)
    )


def _place(pair: Pairing, claim: Claim) -> float:
    """0 for the first claim of an article, 1 for its last: what the matters were is said early, wrap-ups come late."""
    row = pair.story.by_article[claim.source]
    return next(at for at, item in enumerate(row) if item.id == claim.id) / max(1, len(row) - 1)


def _shared(x: Detail, y: Detail) -> int:
    """How many items of `x` are in `y` too."""
    return sum(any(_same(item, other) for other in _value(y).items) for item in _value(x).items)


def _value(item: Detail) -> ListValue:
    assert isinstance(item.value, ListValue)
    return item.value


def _contested(pair: Pairing, x: Detail, y: Detail, other: Claim) -> bool:
    """Whether `x` has an item that neither the other list nor the other article's body has.

    Where the lists share two items they are one list: then only the other claim counts.
    """
    shared = _shared(x, y)
    known = set(stems(other.text)) if shared >= 2 else pair.story.terms[other.source]
    for item in _value(x).items:
        terms = stems(item.text)
        if any(_same(item, mine) or items_share(item, mine) for mine in _value(y).items) or not terms:
            continue
        if any(term not in known for term in terms):
            return True
    return False


def _same(one: Item, two: Item) -> bool:
    if one.key == two.key:
        return True
    left, right = set(stems(one.text)), set(stems(two.text))
    if not left or not right:
        return False
    few, many = sorted((left, right), key=len)
    return all(any(same_meaning(term, other) for other in sorted(many)) for term in sorted(few))
