"""Who said it: the same statement given to different speakers."""

from __future__ import annotations

import re

from compare.align.lexicon import stem
from compare.claims.details.values import Quotation
from compare.judge.differences import Difference
from compare.judge.pairing import Pairing
from compare.judge.story import Story
from compare.judge.synonyms import same_meaning
from compare.judge.tokens import Token
from compare.records import Claim, Span, Speaker

SAME_STATEMENT = 0.3
"""Share of the poorer statement's content that must be in the other for it to be the same statement."""

VAGUE = frozenset(
    [
        "official",
        "officials",
        "authorities",
        "source",
        "sources",
        "witness",
        "witnesses",
        "resident",
        "residents",
        "people",
        "local",
        "reporters",
        "media",
        "expert",
        "experts",
        "analyst",
        "analysts",
        "police",
        "rescuers",
        "rescue",
        "service",
        "emergency",
        "agency",
        "department",
        "office",
        "ministry",
        "government",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "statement",
        "report",
        "both",
        "sides",
        "leaders",
        "company",
    ]
)
"""Words of speakers who may be anybody of a kind: "officials" and "the rescue service" are no two accounts."""

_LINK = re.compile(r"[^\w]+")


def compare_speakers(pair: Pairing) -> list[Difference]:
    """The statement's two speakers where they are known and not the same, one of the other, or both vague."""
    one, two = pair.a.speaker, pair.b.speaker
    if one is None or two is None or same_voice(pair.story, pair.a, pair.b):
        return []
    quoted = _same_quotation(pair)
    if not quoted and (not _specific(one) or not _specific(two)):
        return []
    if not quoted and (_mentions(pair.story, pair.b, one) or _mentions(pair.story, pair.a, two)):
        return []
    alike = max(_statement_overlap(pair), quoted)
    if alike < SAME_STATEMENT or not (pair.decided or quoted):
        return []
    sure = 0.95 if quoted else min(0.9, 0.4 + 0.4 * alike + 0.2 * pair.score)
    return [Difference("attribution", pair, one.cue, two.cue, sure, hard=False)]


def same_voice(story: Story, a: Claim, b: Claim) -> bool:
    """Whether two claims' speakers can be the same: one name in two forms, or a member of the other.

    False where one has none.
    """
    one, two = a.speaker, b.speaker
    if one is None or two is None:
        return False
    left, right = _names(one), _names(two)
    if any(_same_person(x, y) for x in left for y in right):
        return True
    return any(_belongs(story, x, y) or _belongs(story, y, x) for x in left for y in right)


def _names(speaker: Speaker) -> list[frozenset[str]]:
    names = []
    for name in speaker.name.split(", "):
        words = frozenset(
            stem(word)
            for word in _LINK.split(name.casefold())
            if word and word not in ("the", "of", "a", "s")
        )
        if words:
            names.append(words)
    return names


def _same_person(one: frozenset[str], two: frozenset[str]) -> bool:
    few, many = sorted((one, two), key=len)
    return all(any(same_meaning(word, other) for other in sorted(many)) for word in sorted(few))


def _belongs(story: Story, one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether some claim introduces the one with the other: "Paula Denholm, who heads the rescue service"."""
    for words in story.tokens.values():
        first, second = _places(words, one), _places(words, two)
        if first and second and min(abs(x - y) for x in first for y in second) <= 8:
            return True
    return False


def _places(words: tuple[Token, ...], name: frozenset[str]) -> list[int]:
    """Where the last words of a name stand, if all of it is in the claim."""
    terms = {word.term for word in words}
    rare = [word for word in sorted(name) if word not in VAGUE] or sorted(name)
    if not all(word in terms for word in rare):
        return []
    return [at for at, word in enumerate(words) if word.term in rare]


def _specific(speaker: Speaker) -> bool:
    if speaker.kind == "collective":
        return False
    words = _LINK.split(speaker.name.casefold())
    return any(word not in VAGUE and word not in ("the", "of", "a", "an", "and", "") for word in words)


def _mentions(story: Story, claim: Claim, speaker: Speaker) -> bool:
    """Whether a claim speaks of `speaker` outside the words that attribute it."""
    cue = claim.speaker.cue if claim.speaker else Span(0, 0)
    rest = {word.term for word in story.tokens[claim.id] if not Span(word.start, word.end).overlaps(cue)}
    return any(max(sorted(name), key=len) in rest for name in _names(speaker))


def _statement_overlap(pair: Pairing) -> float:
    """Share of the content outside the cues that the two claims have in common, of the poorer one."""
    left = _statement(pair.words_a, pair.a)
    right = _statement(pair.words_b, pair.b)
    return max(_part(left, right), _part(right, left))


def _statement(words: tuple[Token, ...], claim: Claim) -> list[Token]:
    cue = claim.speaker.cue if claim.speaker else Span(0, 0)
    return [word for word in words if word.content and not Span(word.start, word.end).overlaps(cue)]


def _part(words: list[Token], others: list[Token]) -> float:
    total = sum(word.rarity for word in words)
    terms = sorted({word.term for word in others})
    kept = sum(word.rarity for word in words if any(same_meaning(word.term, term) for term in terms))
    return kept / total if total else 0.0


def _same_quotation(pair: Pairing) -> float:
    """1 where both claims quote the same words, else 0."""
    left = [set(item.value.words) for item in pair.a.details if isinstance(item.value, Quotation)]
    right = [set(item.value.words) for item in pair.b.details if isinstance(item.value, Quotation)]
    same = any(
        len(x) >= 3 and len(y) >= 3 and len(x & y) >= 0.8 * min(len(x), len(y)) for x in left for y in right
    )
    return 1.0 if same else 0.0
