"""Two matched claims side by side: which words they share, and whether two places answer the same question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from compare.judge.story import Story
from compare.judge.synonyms import same_meaning
from compare.judge.tokens import Token
from compare.records import Claim, Detail, Match, Span

REACH = 8
"""How many content words on each side of a place tell which question it answers: about a clause."""


@dataclass(frozen=True)
class Pairing:
    """Claims `a` and `b` of two articles that are matched, with `score` the probability of the match."""

    story: Story
    a: Claim
    b: Claim
    score: float
    decided: bool

    @cached_property
    def shared_a(self) -> frozenset[int]:
        """Indexes of the content words of `a` that `b` has too, in this or another form."""
        return _shared(self.words_a, self.words_b)

    @cached_property
    def shared_b(self) -> frozenset[int]:
        """Indexes of the content words of `b` that `a` has too."""
        return _shared(self.words_b, self.words_a)

    @property
    def words_a(self) -> tuple[Token, ...]:
        """All words of `a`."""
        return self.story.tokens[self.a.id]

    @property
    def words_b(self) -> tuple[Token, ...]:
        """All words of `b`."""
        return self.story.tokens[self.b.id]

    @cached_property
    def overlap(self) -> float:
        """Share of the content of the poorer claim that the other has too, words weighted by rarity."""
        return min(1.0, max(_covered(self.words_a, self.shared_a), _covered(self.words_b, self.shared_b)))

    @cached_property
    def statement_a(self) -> tuple[Token, ...]:
        """The words of `a` without those that say who said it."""
        return _statement(self.words_a, self.a)

    @cached_property
    def statement_b(self) -> tuple[Token, ...]:
        """The words of `b` without those that say who said it."""
        return _statement(self.words_b, self.b)

    def slot(self, a: Span, b: Span) -> float:
        """In [0, 1]: how far the words around `a` and around `b` are the same, the nearest counting most.

        Who said it doesn't count, unless only one claim marks it: what is a speaker here may be a subject there.
        """
        stated = _slot(self.statement_a, a, self.statement_b, b)
        if (self.a.speaker is None) == (self.b.speaker is None):
            return stated
        return max(stated, self.slot_of_all(a, b))

    def slot_of_all(self, a: Span, b: Span) -> float:
        """As `slot`, with the words that say who said it."""
        return _slot(self.words_a, a, self.words_b, b)


def pairing(story: Story, match: Match) -> Pairing:
    """The claims of a match, in the order of their articles."""
    a, b = sorted(
        (story.claims[match.a], story.claims[match.b]), key=lambda claim: (claim.source, claim.start)
    )
    return Pairing(story, a, b, match.score, match.relation == "same")


def between(story: Story, one: Claim, two: Claim) -> Pairing:
    """Two claims that are not matched, in the order of their articles."""
    a, b = sorted((one, two), key=lambda claim: (claim.source, claim.start))
    return Pairing(story, a, b, 0.0, False)


def span(detail: Detail) -> Span:
    """Where a detail stands."""
    return Span(detail.start, detail.end)


def _statement(words: Sequence[Token], claim: Claim) -> tuple[Token, ...]:
    cue = claim.speaker.cue if claim.speaker else Span(claim.start, claim.start)
    return tuple(word for word in words if not Span(word.start, word.end).overlaps(cue))


def around(words: Sequence[Token], place: Span, reach: int = REACH) -> list[tuple[int, Token]]:
    """The content words near `place`, outside it, with their distance in content words (1 is next)."""
    before = [word for word in words if word.content and word.end <= place.start]
    after = [word for word in words if word.content and word.start >= place.end]
    near = list(enumerate(reversed(before[-reach:]), start=1)) + list(enumerate(after[:reach], start=1))
    return sorted(near, key=lambda item: (item[0], item[1].start))


def _slot(words_a: Sequence[Token], a: Span, words_b: Sequence[Token], b: Span) -> float:
    near_a, near_b = around(words_a, a), around(words_b, b)
    forward, backward = _overlap(near_a, near_b), _overlap(near_b, near_a)
    return max(forward, backward)


def _overlap(near: Sequence[tuple[int, Token]], other: Sequence[tuple[int, Token]]) -> float:
    total = gained = 0.0
    for distance, word in near:
        weight = word.rarity / (1 + 0.3 * (distance - 1))
        total += weight
        best = max(
            (1 / (1 + 0.1 * abs(distance - far)) for far, item in other if _alike(word, item)), default=0.0
        )
        gained += weight * best
    return gained / total if total else 0.0


def _alike(one: Token, two: Token) -> bool:
    return one.term == two.term or same_meaning(one.term, two.term)


def _shared(words: Sequence[Token], others: Sequence[Token]) -> frozenset[int]:
    terms = {word.term for word in others if word.content}
    return frozenset(
        at
        for at, word in enumerate(words)
        if word.content
        and (word.term in terms or any(same_meaning(word.term, term) for term in sorted(terms)))
    )


def _covered(words: Sequence[Token], shared: frozenset[int]) -> float:
    total = sum(word.rarity for word in words if word.content)
    return sum(words[at].rarity for at in sorted(shared)) / total if total else 0.0
