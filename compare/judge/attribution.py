"""Who said it: the same statement given to different speakers."""

from __future__ import annotations

from collections.abc import Sequence

from compare.claims.details.values import Modality, Name, Polarity, Quotation
from compare.claims.speakers import same_speaker
from compare.judge.differences import Difference
from compare.judge.naming import same_name
from compare.judge.pairing import Pairing
from compare.judge.story import Story
from compare.judge.synonyms import same_meaning
from compare.judge.tokens import Token, stems
from compare.records import Claim, Speaker

SAME_STATEMENT = 0.3
"""Share of the poorer statement's content that must be in the other for it to be the same statement."""

SAME_QUOTATION = 0.8
"""Share of the shorter quotation's words that must be in the other for it to be one utterance."""

INTRODUCED = 6
"""Within so many words of each other, a body and a person are introduced as belonging together."""


def compare_speakers(pair: Pairing) -> list[Difference]:
    """The statement's two speakers, where they are surely not one and the statement is the same."""
    one, two = pair.a.speaker, pair.b.speaker
    if one is None or two is None or same_speaker(one, two) is True or _belong_together(pair.story, one, two):
        return []
    quoted = same_quotation(pair)
    if same_speaker(one, two) is None and not (quoted and _other_names(pair)):
        return []
    if not quoted and (not pair.decided or _mention_each_other(pair) or _parity(pair.a) != _parity(pair.b)):
        return []
    alike = max(_statement_overlap(pair), float(quoted))
    if alike < SAME_STATEMENT:
        return []
    sure = 0.95 if quoted else min(0.9, 0.4 + 0.4 * alike + 0.2 * pair.score)
    return [Difference("attribution", pair, one.cue, two.cue, sure, hard=False)]


def same_voice(a: Claim, b: Claim) -> bool | None:
    """Whether both claims have one speaker: True, False, or None where nobody can tell."""
    return same_speaker(a.speaker, b.speaker)


def same_quotation(pair: Pairing) -> bool:
    """Whether both claims quote the same words."""
    left, right = _quoted(pair.a), _quoted(pair.b)
    return any(len(x & y) >= SAME_QUOTATION * min(len(x), len(y)) for x in left for y in right)


def _other_names(pair: Pairing) -> bool:
    """Whether each claim names somebody outside the quotation, and never the same."""
    left, right = _named(pair.a), _named(pair.b)
    return bool(left and right) and not any(same_name(x, y) for x in left for y in right)


def _named(claim: Claim) -> list[Name]:
    quotations = [item for item in claim.details if isinstance(item.value, Quotation)]
    return [
        item.value
        for item in claim.details
        if isinstance(item.value, Name)
        and item.value.key
        and item.value.kind in ("person", "unknown")
        and not any(other.start <= item.start < other.end for other in quotations)
    ]


def _quoted(claim: Claim) -> list[set[str]]:
    found = [set(item.value.words) for item in claim.details if isinstance(item.value, Quotation)]
    return [words for words in found if len(words) > 2]


def _parity(claim: Claim) -> int:
    """0 or 1: whether the statement is negated an odd number of times; a remark and its denial are two remarks."""
    plain = [item for item in claim.details if isinstance(item.value, Polarity) and not item.value.axis]
    modal = [item for item in claim.details if isinstance(item.value, Modality) and item.value.negated]
    return min(1, len(plain) + len(modal))


def _belong_together(story: Story, one: Speaker, two: Speaker) -> bool:
    """Whether some claim introduces the one with the other: "Paula Denholm, who heads the rescue service"."""
    left, right = (_rare(speaker) for speaker in (one, two))
    if not left or not right or "named" == one.kind == two.kind:
        return False
    return any(_close(words, left, right) for words in story.tokens.values())


def _rare(speaker: Speaker) -> frozenset[str]:
    """The last word of each name, as a stem."""
    return frozenset(words[-1] for name in speaker.name.split(", ") if (words := stems(name)))


def _close(words: Sequence[Token], left: frozenset[str], right: frozenset[str]) -> bool:
    first = [at for at, word in enumerate(words) if word.term in left]
    second = [at for at, word in enumerate(words) if word.term in right]
    return bool(first and second) and min(abs(x - y) for x in first for y in second) <= INTRODUCED


def _mention_each_other(pair: Pairing) -> bool:
    """Whether one statement is about the other's speaker: then these are two remarks on one occasion."""
    assert pair.a.speaker is not None
    assert pair.b.speaker is not None
    return _mentions(pair.statement_b, pair.a.speaker) or _mentions(pair.statement_a, pair.b.speaker)


def _mentions(words: Sequence[Token], speaker: Speaker) -> bool:
    return any(word.term in _rare(speaker) for word in words)


def _statement_overlap(pair: Pairing) -> float:
    """Share of the content outside the cues that the two claims have in common, of the poorer one."""
    left = [word for word in pair.statement_a if word.content]
    right = [word for word in pair.statement_b if word.content]
    return max(_part(left, right), _part(right, left))


def _part(words: Sequence[Token], others: Sequence[Token]) -> float:
    total = sum(word.rarity for word in words)
    terms = sorted({word.term for word in others})
    kept = sum(word.rarity for word in words if any(same_meaning(word.term, term) for term in terms))
    return kept / total if total else 0.0
