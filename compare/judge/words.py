"""Words inside a matched claim that carry something no other source says anywhere in its body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from compare.claims.details.values import Amount, ListValue, Moment, Name
from compare.judge.details.amounts import AMOUNTS, agree
from compare.judge.details.lists import items_share
from compare.judge.details.moments import dates_agree
from compare.judge.naming import same_name
from compare.judge.series import series
from compare.judge.story import Story
from compare.judge.synonyms import Vocabulary
from compare.judge.tokens import Token
from compare.records import Claim, Detail, Span

LONGEST = 6
"""Longest phrase shown, in words: beyond it the words are no detail but another statement."""


@dataclass(frozen=True, slots=True)
class OnlyWords:
    """A stretch of a claim that only its source has; `weight` in [0, 1] is how much of a fact it carries."""

    place: Span
    weight: float


class Bodies:
    """What each article's body says, for asking whether it says something in any form."""

    def __init__(self, story: Story) -> None:
        """Index the bodies of a story's articles."""
        self._story = story
        self._words = {id: Vocabulary(counts) for id, counts in story.terms.items()}
        self._details: dict[tuple[str, str], list[Detail]] = {}
        for claim in story.claims.values():
            for detail in claim.details:
                kind = "amount" if detail.type in AMOUNTS else detail.type
                self._details.setdefault((claim.source, kind), []).append(detail)

    def say(self, source: str, term: str) -> bool:
        """Whether an article uses a word, another form of it, or a synonym."""
        return self._words[source].has(term)

    def give(self, source: str, detail: Detail) -> bool:
        """Whether an article gives a detail's value somewhere, in any form."""
        return any(details_agree(detail, other) for other in self._of(source, detail))

    def _of(self, source: str, detail: Detail) -> Iterator[Detail]:
        for kind in _kinds(detail):
            yield from self._details.get((source, kind), ())


def only_words(story: Story, bodies: Bodies, claim: Claim, others: Sequence[str]) -> list[OnlyWords]:
    """The shortest stretches of `claim` that carry a fact which none of the articles `others` gives."""
    words = story.tokens[claim.id]
    unsaid = {
        (word.start, word.end)
        for word in words
        if word.content and not any(bodies.say(source, word.term) for source in others)
    }
    found = list(_typed(claim, words, unsaid, bodies, others))
    found += _items(story, claim, words, unsaid)
    return sorted(_apart(found), key=lambda item: item.place)


def _typed(
    claim: Claim, words: Sequence[Token], unsaid: set[tuple[int, int]], bodies: Bodies, others: Sequence[str]
) -> Iterator[OnlyWords]:
    for detail in claim.details:
        weight = _weight(detail)
        if not weight or any(bodies.give(source, detail) for source in others):
            continue
        place = Span(detail.start, detail.end)
        new = [word for word in words if (word.start, word.end) in unsaid and _in(word, place)]
        if isinstance(detail.value, Name):
            if new:
                yield OnlyWords(place, weight)
        elif new or isinstance(detail.value, Amount):
            yield OnlyWords(place, weight)


def _weight(detail: Detail) -> float:
    match detail.value:
        case Amount():
            return 0.0 if detail.value.hedge == "vague" else 0.8
        case Moment():
            return 0.6 if detail.value.resolved == "absolute" else 0.0
        case Name():
            return 0.9 if detail.value.key else 0.0
        case _:
            return 0.0


def _items(
    story: Story, claim: Claim, words: Sequence[Token], unsaid: set[tuple[int, int]]
) -> Iterator[OnlyWords]:
    """New words of list items: a list is where one account adds a fact and nothing else changes.

    Not of items that are an item of a matched claim in other words ("inclusive prosperity", "inclusive growth").
    """
    told = [
        other
        for id in story.partners.get(claim.id, ())
        for detail in series(story.claims[id])
        for other in _list(detail).items
    ]
    for detail in series(claim):
        for item in _list(detail).items:
            if any(items_share(item, other) for other in told):
                continue
            place = Span(detail.start + item.start, detail.start + item.start + len(item.text))
            new = [word for word in words if (word.start, word.end) in unsaid and _in(word, place)]
            if new and len(item.text.split()) <= LONGEST:
                yield OnlyWords(_with_hyphens(claim, _hull(new)), 0.7)


def _list(detail: Detail) -> ListValue:
    assert isinstance(detail.value, ListValue)
    return detail.value


def _with_hyphens(claim: Claim, place: Span) -> Span:
    """The place widened to whole hyphenated words: "people" is no fact, "people-to-people" is."""
    start, end = place.start - claim.start, place.end - claim.start
    while start > 0 and (claim.text[start - 1].isalnum() or claim.text[start - 1] in "-‑"):
        start -= 1
    while end < len(claim.text) and (claim.text[end].isalnum() or claim.text[end] in "-‑"):
        end += 1
    return Span(claim.start + start, claim.start + end)


def details_agree(one: Detail, two: Detail) -> bool:
    """Whether two details give one value, in any form."""
    match one.value, two.value:
        case Amount(), Amount():
            return agree(one.value, two.value)
        case Name(), Name():
            return same_name(one.value, two.value)
        case Moment(), Moment():
            return bool(dates_agree(one.value, two.value))
        case _:
            return False


def _kinds(detail: Detail) -> tuple[str, ...]:
    if detail.type in AMOUNTS:
        return ("amount",)
    return ("name", "place") if detail.type in ("name", "place") else (detail.type,)


def _in(word: Token, place: Span) -> bool:
    return place.start <= word.start and word.end <= place.end


def _hull(words: Sequence[Token]) -> Span:
    return Span(words[0].start, words[-1].end)


def _apart(found: Iterable[OnlyWords]) -> list[OnlyWords]:
    """The weightiest first, none overlapping a better one."""
    kept: list[OnlyWords] = []
    for item in sorted(found, key=lambda item: (-item.weight, item.place)):
        if not any(item.place.overlaps(other.place) for other in kept):
            kept.append(item)
    return kept
