"""Numbers, quantities, sums and percentages: do two of them answer the same question, and can both be right?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import cast

from compare.align.lexicon import rarity, stem
from compare.claims.details.values import Amount, Money, Number, Percent, Quantity, Role
from compare.judge.details.updates import is_update, times_contradict
from compare.judge.differences import Difference, one_to_one, within
from compare.judge.pairing import Pairing, span
from compare.judge.synonyms import same_meaning
from compare.records import Claim, Detail, DetailType

ABOUT = 0.1
"""How far "about", "nearly" and "over" may be from the exact figure, as a share of it: news rounds to a tenth."""

CONVERTED = 0.03
"""How far a figure may be from the same in another unit, as a share: 100 km/h and 60 mph are one speed."""

SAME_SLOT = 0.35
"""Likeness of the words around two amounts from which they may answer one question; below it they don't."""

SURE_MATCH = 0.9
"""From this probability two claims surely tell one fact."""

ALONE = 0.65
"""Certainty where nothing but the match says that the only sums of two claims answer one question."""

ONE_NOUN = 0.7
"""Certainty where claims that are perhaps about one fact count the same uncommon thing: shown for review."""

UNTIMED = 0.64
"""Certainty at most where the articles' times contradict their words on which figure is the newer: for review."""

RARE = 0.7
"""Rarity from which a counted thing is uncommon enough for that."""

OTHER_SLOTS = frozenset(("from", "by", "part", "more"))
"""Places of an amount among several of one topic that make it answer a question of its own."""

AFTER = 22
"""Characters from an amount's beginning within which the thing counted stands."""

_COMMON = "people person man woman child resident civilian worker member case time home house"
COMMON_NOUNS = frozenset(map(stem, _COMMON.split()))
"""Nouns that many counts of one report share: 47 people died, 300 people were hurt. The verb must agree too."""

AMOUNTS: tuple[DetailType, ...] = ("number", "quantity", "money", "percent")
"""The types whose values are amounts."""


def compare_amounts(pair: Pairing) -> list[Difference]:
    """Amounts of the two claims that answer one question and exclude each other, or are an update."""
    left, right = _amounts(pair.a), _amounts(pair.b)
    left, right = (
        [x for x in mine if not _answered(x, mine, theirs)] for mine, theirs in ((left, right), (right, left))
    )
    found = []
    for sure, x, y in one_to_one(left, right, lambda x, y: _same_question(pair, x, y)):
        if _told_elsewhere(pair, x, pair.b) or _told_elsewhere(pair, y, pair.a):
            continue
        low_x, low_y = _value(x).low, _value(y).low
        if is_update(pair, x, y, low_x, low_y):
            found.append(Difference("update", pair, span(x), span(y), sure, hard=False))
        elif times_contradict(pair, x, y, low_x, low_y):
            found.append(Difference("number", pair, span(x), span(y), min(sure, UNTIMED), hard=False))
        else:
            found.append(Difference("number", pair, span(x), span(y), sure, hard=True))
    return found


def _answered(item: Detail, mine: Sequence[Detail], theirs: Sequence[Detail]) -> bool:
    """Whether the other claim has this value. One that counts another thing doesn't do where what counts this thing
    differs: "70 soldiers and 50 rebels", "50 soldiers and 70 rebels"."""
    alike = [other for other in theirs if agree(_value(item), _value(other)) and not _loosely(item, other)]
    if not alike:
        return False
    noun = _value(item).role.noun
    crossed = all(_same(noun, _value(other).role.noun) is False for other in alike)
    counted = [other for other in theirs if other not in alike and _same(noun, _value(other).role.noun)]
    taken = any(
        _same(_value(other).role.noun, _value(own).role.noun)
        for other in alike
        for own in mine
        if own != item
    )
    return not (crossed and counted and taken)


def _loosely(one: Detail, two: Detail) -> bool:
    """Whether only an open bound makes two counts of different things agree: "at least 16 died" and "64 hurt"."""
    topics = {_value(one).role.topic, _value(two).role.topic}
    return len(topics - {""}) > 1 and not (_exact(one) and _exact(two))


def agree(one: Amount, two: Amount) -> bool:
    """Whether both can be right about one thing: the ranges they allow share a value."""
    if not comparable(one, two):
        return False
    low_one, high_one = _allowed(one, two)
    low_two, high_two = _allowed(two, one)
    blur = 1e-9 * max(_size(low_one, high_one), _size(low_two, high_two), 1e-9)
    return low_one <= high_two + blur and low_two <= high_one + blur


def comparable(one: Amount, two: Amount) -> bool:
    """Whether two amounts are of one kind, after conversion of units."""
    match one, two:
        case Money(), Money():
            return (
                one.currency == two.currency
                or not one.currency
                or not two.currency
                or not (one.sure and two.sure)
            )
        case Quantity(), Quantity():
            return one.dimension == two.dimension
        case Percent(), Percent():
            return one.points == two.points
        case Number(), Number():
            return one.ordinal == two.ordinal and one.fraction == two.fraction
        case _:
            return _fraction_and_percent(one, two)


def _fraction_and_percent(one: Amount, two: Amount) -> bool:
    if any(isinstance(x, Percent) and x.points for x in (one, two)):
        return False
    return {type(one), type(two)} == {Number, Percent} and any(
        isinstance(x, Number) and x.fraction for x in (one, two)
    )


def _allowed(value: Amount, other: Amount) -> tuple[float, float]:
    scale = 100.0 if isinstance(value, Number) and value.fraction and isinstance(other, Percent) else 1.0
    low, high = value.low * scale, value.high * scale
    slack = 0.0
    if value.hedge in ("about", "almost", "vague"):
        slack = max(ABOUT * _size(low, high), value.step * scale / 2)
    elif not value.hedge and value.step and other.step and value.step * scale > other.step:
        slack = min(value.step * scale / 2, ABOUT * _size(low, high))
    if isinstance(value, Quantity) and isinstance(other, Quantity) and value.printed != other.printed:
        slack = max(slack, CONVERTED * _size(low, high))
    return low - slack, high + slack


def _size(low: float, high: float) -> float:
    finite = [abs(x) for x in (low, high) if math.isfinite(x)]
    return max(finite, default=0.0)


def _amounts(claim: Claim) -> list[Detail]:
    moments = claim.only("date", "time")
    found = claim.only(*AMOUNTS)
    return [item for item in found if isinstance(item.value, Amount) and not within(item, moments)]


def _value(detail: Detail) -> Amount:
    return cast(Amount, detail.value)


def _same_question(pair: Pairing, x: Detail, y: Detail) -> float:
    one, two = _value(x), _value(y)
    if not comparable(one, two) or "vague" in (one.hedge, two.hedge):
        return 0.0
    if _is_rest(pair.a, x) or _is_rest(pair.b, y):
        return 0.0
    slot = pair.slot(span(x), span(y))
    role = same_role(one.role, two.role, counted=_same_noun_follows(pair, x, y))
    if not pair.decided and not _same(one.role.noun, two.role.noun):
        role = min(role, 0.5)
    if role == 0 or (slot < SAME_SLOT and (role < 0.8 or not pair.decided)):
        if role and _only_amounts(pair, x, y):
            return ALONE
        return ONE_NOUN if role >= 0.8 and _rare_noun(one.role.noun) else 0.0
    if isinstance(one, Number) and one.ordinal:
        role = min(role, 0.7)
    alone = 0.2 if _only_amounts(pair, x, y) else 0.0
    return (
        min(1.0, alone + 0.5 * role + 0.6 * slot) if role < 0.8 else min(1.0, alone + 0.6 * role + 0.5 * slot)
    )


def _rare_noun(noun: str) -> bool:
    return bool(noun) and rarity(stem(noun)) >= RARE and stem(noun) not in COMMON_NOUNS


def _only_amounts(pair: Pairing, x: Detail, y: Detail) -> bool:
    """Whether two claims that surely match have one amount each, and these are of one kind."""
    counts = [
        sum(comparable(_value(item), _value(near)) for item in _amounts(claim))
        for claim, near in ((pair.a, x), (pair.b, y))
    ]
    return counts == [1, 1] and pair.score >= SURE_MATCH and not isinstance(_value(x), Number)


def _is_rest(claim: Claim, item: Detail) -> bool:
    """Whether an amount counts those left out ("all but three"), or is a mere "one"."""
    before = claim.text[: item.start - claim.start].casefold().rstrip()
    return before.endswith((" all but", "all but", "other than", "except")) or item.text.casefold() == "one"


def _same_noun_follows(pair: Pairing, x: Detail, y: Detail) -> bool:
    """Whether the words after the two amounts name the same thing: "four other posts", "five further posts"."""
    left, right = (
        {
            word.term
            for word in words
            if word.content and word.term not in COMMON_NOUNS and place.end <= word.start < place.end + AFTER
        }
        for words, place in ((pair.statement_a, span(x)), (pair.statement_b, span(y)))
    )
    return any(
        same_meaning(one, two) for one in sorted(left) for two in sorted(right) if not one[:1].isdigit()
    )


def same_role(one: Role, two: Role, counted: bool = False) -> float:
    """How far two values answer one question, in [0, 1]: 1 the same question, 0 another one, between where nothing decides."""
    if one.topic and two.topic and not counted:
        return 1.0 if one.topic == two.topic else 0.0
    if one.slot != two.slot and {one.slot, two.slot} & OTHER_SLOTS and not counted:
        return 0.0
    if one.per != two.per:
        return 0.0
    noun = True if counted else _same(one.noun, two.noun)
    verb = _same(one.verb, two.verb)
    if one.topic and one.topic == two.topic:
        verb = True
    if noun is False:
        return 0.5 if verb else 0.0
    if noun and stem(one.noun or two.noun) in COMMON_NOUNS:
        return 0.9 if verb else (0.4 if verb is None else 0.3)
    if noun:
        return 1.0 if verb else 0.8
    return 0.7 if verb else 0.5


def _same(one: str, two: str) -> bool | None:
    if not one or not two:
        return None
    return same_meaning(stem(one), stem(two))


def _told_elsewhere(pair: Pairing, detail: Detail, other: Claim) -> bool:
    """Whether the other source gives this value for the same question in another claim."""
    for claim in pair.story.by_article[other.source]:
        for item in _amounts(claim) if claim.id != other.id else ():
            near = same_role(_value(detail).role, _value(item).role)
            if near >= 0.8 and agree(_value(detail), _value(item)) and _exact(item):
                return True
    return False


def _exact(detail: Detail) -> bool:
    return math.isfinite(_value(detail).low) and math.isfinite(_value(detail).high)
