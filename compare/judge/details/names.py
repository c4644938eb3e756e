"""Names of people, organisations and places: another one in the same role, not another form of the same one."""

from __future__ import annotations

from collections.abc import Sequence

from compare.claims.details.values import Name
from compare.judge.differences import Difference, one_to_one
from compare.judge.pairing import Pairing, span
from compare.records import Claim, Detail

SAME_SLOT = 0.4
"""Likeness of the words around two names from which one may stand in the other's place."""

CERTAIN_SLOT = 0.6
"""From here the sentences around the names are the same but for them."""


def compare_names(pair: Pairing) -> list[Difference]:
    """Names that stand in each other's place in the two claims."""
    left, right = _only(pair, pair.a, pair.b), _only(pair, pair.b, pair.a)
    found = []
    for sure, x, y in one_to_one(left, right, lambda x, y: _same_place(pair, x, y)):
        category = "place" if "place" in (_kind(x), _kind(y)) else "name"
        found.append(Difference(category, pair, span(x), span(y), sure, hard=True))  # type: ignore[arg-type]
    return found


def same_name(one: Name, two: Name) -> bool:
    """Whether two names can be of one person, body or place: a variant, a part, an acronym, a title."""
    left, right = _forms(one), _forms(two)
    if left & right:
        return True
    if not one.key or not two.key:
        return bool(one.title) and bool(two.title) and (one.title in two.title or two.title in one.title)
    return _part(one, two) or _part(two, one) or _acronym(one.key, two.key) or _acronym(two.key, one.key)


def _forms(name: Name) -> set[str]:
    return {form for form in (name.key, *name.forms) if form}


def _part(short: Name, long: Name) -> bool:
    few, many = short.key.split(), long.key.split()
    if "person" in (short.kind, long.kind):
        return _person_part(few, many)
    return len(few) < len(many) and set(few) <= set(many)


def _person_part(few: list[str], many: list[str]) -> bool:
    """A surname, a first name alone, or initials: each word a word of the other name or the beginning of one."""
    if not few or not many or len(few) > len(many):
        return False
    if len(few) == 1:
        return few[0] in (many[0], many[-1])
    initials = all(
        x == y or (1 in (len(x), len(y)) and x[0] == y[0]) for x, y in zip(few[:-1], many[:-1], strict=False)
    )
    return few[-1] == many[-1] and initials


def _acronym(short: str, long: str) -> bool:
    words = [word for word in long.replace("-", " ").split() if word not in ("of", "the", "and", "for", "in")]
    return len(short) >= 2 and " " not in short and short == "".join(word[0] for word in words)


def _only(pair: Pairing, claim: Claim, other: Claim) -> list[Detail]:
    """Names in `claim` that the other claim, its neighbours and its other matches don't have."""
    elsewhere = [other, *pair.story.neighbours(other), *pair.story.partners_in(claim, other.source)]
    known = [item.value for near in elsewhere for item in _names(near)]
    return [
        item
        for item in _names(claim)
        if not _speaks(item, claim)
        and not any(same_name(item.value, value) for value in known if isinstance(value, Name))  # type: ignore[arg-type]
    ]


def _names(claim: Claim) -> Sequence[Detail]:
    return [item for item in claim.only("name", "place") if isinstance(item.value, Name) and item.value.key]


def _speaks(item: Detail, claim: Claim) -> bool:
    speaker = claim.speaker
    return bool(speaker) and span(item).overlaps(speaker.cue)  # type: ignore[union-attr]


def _kind(item: Detail) -> str:
    return item.value.kind if isinstance(item.value, Name) else "unknown"


def _same_place(pair: Pairing, x: Detail, y: Detail) -> float:
    kinds = {_kind(x), _kind(y)}
    if len(kinds - {"unknown"}) > 1:
        return 0.0
    slot = pair.slot(span(x), span(y))
    led = _led_by(pair, x) == _led_by(pair, y) != ""
    if slot < SAME_SLOT:
        return 0.0
    sure = 0.3 + 0.5 * slot + 0.15 * led + 0.1 * (len(kinds) == 1 and kinds != {"unknown"})
    return min(1.0, sure + (0.15 if slot >= CERTAIN_SLOT else 0.0))


def _led_by(pair: Pairing, item: Detail) -> str:
    """The preposition right before a name: names after "in" answer where, names after "by" who."""
    claim = pair.a if pair.a.start <= item.start < pair.a.end and _holds(pair.a, item) else pair.b
    before = claim.text[: item.start - claim.start].split()
    word = before[-1].casefold() if before else ""
    if word == "the" and len(before) > 1:
        word = before[-2].casefold()
    return word if word in {"in", "at", "by", "from", "to", "near", "off", "with", "on", "against"} else ""


def _holds(claim: Claim, item: Detail) -> bool:
    return claim.text[item.start - claim.start : item.end - claim.start] == item.text
