"""Names of people, organisations and places: another one in the same role, not another form of the same one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.claims.details.values import Name
from compare.judge.differences import Difference, one_to_one
from compare.judge.naming import same_name
from compare.judge.pairing import Pairing, span
from compare.judge.synonyms import Vocabulary
from compare.judge.tokens import stems
from compare.records import Claim, Detail, Span

SAME_SLOT = 0.4
"""Likeness of the words around two names from which one may stand in the other's place."""

OTHER_KIND = 0.65
"""Certainty at most where it isn't known that both names are of people, of places or of bodies: a country signs by
its minister's hand."""

NAMESAKE = 0.66
"""Certainty of one person under two first names."""

BESIDE = 40
"""Characters from a name within which an office belongs to it."""

SHORT_FORM = 4
"""Letters up to which a first name may be short for another that begins alike."""

FORMS_OF_ADDRESS = frozenset(
    ("mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "professor", "prof")
)
"""Titles that many people have."""

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


def compare_namesakes(pair: Pairing) -> list[Difference]:
    """One office, one surname, two first names: one account has the name wrong. Two people of a family share no office."""
    return [
        Difference("name", pair, span(x), span(y), NAMESAKE, hard=False)
        for x in _people(pair.a)
        for y in _people(pair.b)
        if _other_first_name(x.value, y.value) and _one_office(pair, x, y)
    ]


def _people(claim: Claim) -> list[Detail]:
    return [x for x in claim.only("name") if isinstance(x.value, Name) and x.value.kind == "person"]


def _other_first_name(one: object, two: object) -> bool:
    """Whether two full names share the surname only; a short form ("Tom" for Thomas) is no other name."""
    if not isinstance(one, Name) or not isinstance(two, Name):
        return False
    x, y = one.key.split(), two.key.split()
    if min(len(x), len(y)) < 2 or x[-1] != y[-1] or same_name(one, two):
        return False
    short = min(len(x[0]), len(y[0])) <= SHORT_FORM and x[0][0] == y[0][0]
    return x[0] != y[0] and not short


def _one_office(pair: Pairing, x: Detail, y: Detail) -> bool:
    """Whether an office that an article gives one of the two stands beside both names."""
    offices = {title for claim, item in ((pair.a, x), (pair.b, y)) for title in _offices(claim, item)}
    return any(_beside(pair.a, x, office) and _beside(pair.b, y, office) for office in sorted(offices))


def _offices(claim: Claim, item: Detail) -> set[str]:
    value = item.value
    assert isinstance(value, Name)
    speaks = claim.speaker is not None and value.short and value.short in claim.speaker.name.casefold()
    roles = claim.speaker.roles if claim.speaker and speaks else ()
    return {title for title in (value.title, *roles) if title and title not in FORMS_OF_ADDRESS}


def _beside(claim: Claim, item: Detail, office: str) -> bool:
    start, end = item.start - claim.start - BESIDE, item.end - claim.start + BESIDE
    return office in claim.text[max(0, start) : end].casefold()


def _only(pair: Pairing, claim: Claim, other: Claim) -> list[Detail]:
    """Names in `claim` that the other claim, its neighbours and its other matches don't have."""
    words = pair.story.vocabulary[other.id]
    elsewhere = [other, *pair.story.neighbours(other), *pair.story.partners_in(claim, other.source)]
    known = [item.value for near in elsewhere for item in _names(near)]
    return [
        item
        for item in _names(claim)
        if not _speaks(item, claim)
        and not _spelt_out(item, words)
        and not any(same_name(item.value, value) for value in known if isinstance(value, Name))  # type: ignore[arg-type]
    ]


def _spelt_out(item: Detail, words: Vocabulary) -> bool:
    """Whether the other claim has all words of a name in some form, though not as a name: "Hungarian" for Hungary."""
    return all(words.has(term) for term in stems(item.text))


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
    slot = pair.slot(_with_title(pair.a, x), _with_title(pair.b, y))
    if slot < SAME_SLOT:
        return 0.0
    if _contain(x, y) or (slot < CERTAIN_SLOT and _share_surname(x, y)):
        return 0.0
    left, right = _led_by(pair.a, x), _led_by(pair.b, y)
    if left and right and left != right:
        return 0.0
    led = left == right != ""
    known = len(kinds) == 1 and kinds != {"unknown"}
    same_title = bool(_title(x)) and _title(x) == _title(y)
    sure = 0.3 + 0.5 * slot + 0.15 * led + 0.1 * known + 0.15 * same_title
    return min(1.0 if len(kinds) == 1 else OTHER_KIND, sure + (0.15 if slot >= CERTAIN_SLOT else 0.0))


def _share_surname(x: Detail, y: Detail) -> bool:
    """Two people of one surname are more often two people than one whose name was misspelt."""
    shorts = {
        item.value.short for item in (x, y) if isinstance(item.value, Name) and item.value.kind == "person"
    }
    return len(shorts) == 1 and shorts != {""}


def _contain(x: Detail, y: Detail) -> bool:
    """Whether one is a country or region and the other something smaller: it may lie in it."""
    return _is_large(x) != _is_large(y)


def _is_large(item: Detail) -> bool:
    from compare.claims.details.places import DEMONYMS, REGIONS, fold

    name = fold(item.text)
    return name in REGIONS or name in DEMONYMS.values()


def _title(item: Detail) -> str:
    return item.value.title if isinstance(item.value, Name) else ""


def _with_title(claim: Claim, item: Detail) -> Span:
    """The name with the title before it: a title says who somebody is, not what they did."""
    start = item.start - claim.start
    for word in reversed(_title(item).split()):
        before = claim.text[:start].rstrip()
        if before.casefold().endswith(word):
            start = len(before) - len(word)
    return Span(claim.start + start, item.end)


_DESCRIPTION = re.compile(r"\s(?:the\s)?(?:(?:village|town|city|port|district|island|region|state)\sof\s)?$")
_PREPOSITIONS = frozenset(("in", "at", "by", "from", "to", "near", "off", "with", "on", "against"))


def _led_by(claim: Claim, item: Detail) -> str:
    """The preposition before a name: names after "in" answer where, names after "by" who."""
    before = _DESCRIPTION.sub("", claim.text[: item.start - claim.start].casefold()).split()
    return before[-1] if before and before[-1] in _PREPOSITIONS else ""
