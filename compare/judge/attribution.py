"""Who said it: the same statement given to different speakers."""

from __future__ import annotations

from collections.abc import Sequence

from compare.align.lexicon import stem
from compare.claims.details.values import Modality, Name, Polarity, Quotation
from compare.claims.speakers import same_speaker
from compare.judge.differences import Difference
from compare.judge.naming import same_name
from compare.judge.pairing import Pairing, span
from compare.judge.story import Story
from compare.judge.synonyms import same_meaning
from compare.judge.tokens import Token, stems
from compare.records import Claim, Detail, Speaker

SAME_STATEMENT = 0.4
"""Share of the poorer statement's content that must be in the other for it to be the same statement."""

ANCHORED = 0.8
"""Certainty of one remark by its verb of speech and a rare word that marks it."""

NOTING = frozenset(
    [
        "noted",
        "called",
        "described",
        "warned",
        "stressed",
        "argued",
        "recalled",
        "admitted",
        "explained",
        "claimed",
        "praised",
    ]
)
"""Verbs of speech that say what kind of remark it is; "said" doesn't."""

RARE = 0.55
"""Rarity in English from which a word can mark a remark."""

SAME_QUOTATION = 0.8
"""Share of the shorter quotation's words that must be in the other for it to be one utterance."""

INTRODUCED = 6
"""Within so many words of each other, a body and a person are introduced as belonging together."""


def compare_speakers(pair: Pairing) -> list[Difference]:
    """The statement's two speakers, where they are surely not one and the statement is the same."""
    one, two = pair.a.speaker, pair.b.speaker
    quoted = same_quotation(pair)
    if one is None or two is None:
        return _quoting_names(pair) if quoted else []
    same = same_speaker(one, two)
    if (
        same is True
        or _belong_together(pair.story, one, two)
        or (same is None and not (quoted and _other_names(pair)))
    ):
        return []
    if not quoted and not _one_remark(pair):
        return []
    sure = 0.95 if quoted else min(0.9, 0.4 + 0.4 * _statement_overlap(pair) + 0.2 * pair.score)
    if _anchored(pair):
        sure = max(sure, ANCHORED)
    return [Difference("attribution", pair, one.cue, two.cue, sure, hard=False)]


def _one_remark(pair: Pairing) -> bool:
    """Whether two statements in other words are one: enough in common, none about the other's speaker or its denial."""
    anchored = _anchored(pair)
    if not (pair.decided or anchored) or _mention_each_other(pair) or _parity(pair.a) != _parity(pair.b):
        return False
    return anchored or _statement_overlap(pair) >= SAME_STATEMENT


def _quoting_names(pair: Pairing) -> list[Difference]:
    """One quotation beside different names, where a speaker isn't marked by a verb of speech."""
    left, right = _named(pair.a), _named(pair.b)
    if not left or not right or not _other_names(pair):
        return []
    return [Difference("attribution", pair, span(left[0]), span(right[0]), ANCHORED, hard=False)]


def _anchored(pair: Pairing) -> bool:
    """Whether both use one verb of speech and share a rare word that hardly occurs elsewhere in either article.

    So one remark is recognised in two wordings: "She noted … the parade …", "He also noted … the parade …".
    """
    verbs = speech(pair.a) & speech(pair.b)
    shared = {word.term for word in pair.statement_a if word.content and word.rarity >= RARE} & {
        word.term for word in pair.statement_b if word.content
    }
    counts = [pair.story.terms[claim.source] for claim in (pair.a, pair.b)]
    return bool(verbs) and any(all(count[term] <= 1 for count in counts) for term in sorted(shared))


def speech(claim: Claim) -> set[str]:
    """Stems of the claim's verbs of speech that say what kind of remark it is."""
    if claim.speaker is None:
        return set()
    cue = claim.text[claim.speaker.cue.start - claim.start : claim.speaker.cue.end - claim.start]
    return {stem(word) for word in cue.casefold().split() if word in NOTING}


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
    return bool(left and right) and not any(
        same_name(x.value, y.value)
        for x in left
        for y in right
        if isinstance(x.value, Name) and isinstance(y.value, Name)
    )


def _named(claim: Claim) -> list[Detail]:
    """Names of what may be people, outside quotations."""
    quotations = [item for item in claim.details if isinstance(item.value, Quotation)]
    return [
        item
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
    if not left or not right or {one.kind, two.kind} <= {"named", "pronoun"}:
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
