"""Polarity: one account says yes or up where the other says no or down, of the same thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.align.lexicon import stem
from compare.claims.details.values import Amount, ClockTime, Modality, Moment, Polarity
from compare.judge.attribution import same_voice
from compare.judge.details.opposites import opposite
from compare.judge.differences import Difference
from compare.judge.pairing import Pairing, around, span
from compare.judge.synonyms import same_meaning
from compare.judge.tokens import Token
from compare.records import Claim, Detail, Span

DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|disput(?:e|es|ed|ing)|refut(?:e|es|ed)|contradict(?:s|ed)?|insist(?:s|ed)?|"
    r"(?:reject|dismiss)(?:s|es|ed|ing)?\s+(?:\w+(?:['’]s)?\s+){0,3}"
    r"(?:claims?|accusations?|allegations?|suggestions?|charges?|reports?|criticism|rumou?rs?))\b",
    re.IGNORECASE,
)
"""A denial is a position that is reported; two sources that report both sides don't contradict each other."""

NEGATOR = re.compile(
    r"\b(?:no|not|never|without|nobody|nothing|none|neither|nor|cannot)\b|n['’]t\b", re.IGNORECASE
)
"""Words that negate what follows them."""

TURNING = re.compile(
    r"\b(?:no|not|never|without|nobody|nothing|none|neither|nor|cannot|hardly|barely|scarcely|unable|unless|except|"
    r"instead|rather than|acquit\w*|clear(?:s|ed)? of|deprive\w*|far from|free of|short of|end(?:s|ed)? to|fail\w*|refus\w*|declin\w*|lack\w*|prevent\w*|avoid\w*|"
    r"ban(?:s|ned)?|bar(?:s|red)|block\w*|halt\w*|stop\w*|suspend\w*|cancel\w*|rul(?:e|es|ed|ing) out|abandon\w*|stays? off|"
    r"exempt\w*|turn(?:s|ed)? down|held off|rejected|reversed|overturn\w*|lift\w*|withdr[ae]w\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words that can turn the sense of a sentence."""

CONTRAST = re.compile(
    r",\s+(?:and|but|though)?\s*not\b|\bnot\b[^,.]{1,60}\bbut\b|\bno\b[^,.]{1,60}\bas (?:many|much)\b|"
    r"\bno\b[^,.]{1,80}\b(?:than|so|until|had)\b|\bwithout\b|\black(?:s|ed|ing)?\b|\b(?:hardly|barely|scarcely)\b|"
    r"\bso (?:many|much|few|quickly)\b|\bnothing to do\b|\bno part\b|\bnot (?:only|just|merely|all|every)\b|\bno (?:longer|more|fewer|less|sooner)\b",
    re.IGNORECASE,
)
"""Negations that set one thing against another ("the abbot, not the governor") and deny neither as a whole."""

WEAK_AXES = frozenset(
    ("quantity", "position", "order", "day", "sex", "compass-ns", "compass-ew", "side", "defence", "temperature", "wet",
     "speedy", "purchase", "victory", "presence", "life", "liberty", "direction", "place", "arming", "lending", "capture", "unity", "hire", "permanent")
)  # fmt: skip
"""Axes whose words mostly describe and seldom decide: a person held, a lower town, a night. Not compared."""

LONG_ENOUGH = 16
"""Characters from which the stated words alone are specific enough, whatever stands around them."""

FAR = 40
"""Words that state one thing stand within so many characters."""

SAME_SLOT = 0.3
"""Likeness of the words around two yes/no words from which they may be said of the same thing."""

DOUBTFUL = 0.65
"""Certainty at most, where more than one word of a claim may turn its sense: "did not stop", "refused to end"."""

SPOKEN = ("admission", "stance", "approval", "certainty")
"""Axes of verbs that say how something was said: to concede, to deny, to welcome."""

OVERLAP = 0.4
"""Share of the poorer claim's content that the other must have too before a yes and a no are taken at their word:
where little is shared, both may say one thing in opposite words."""

NEAR = 3
"""Within so many content words a shared word says that two opposite words are said of the same thing."""

OTHER_VOICE = 0.75
"""What a difference keeps of its certainty where two people are named who say so: two positions, well reported."""

BY_NEGATION = 0.62
"""Certainty at most, where one statement is negated and the other is not but they share no verb: for review."""


def compare_sides(pair: Pairing) -> list[Difference]:
    """The surest way in which the two claims take opposite sides, if any.

    Opposite words and a negation together cancel out: "will stay closed", "may not reopen".
    """
    denied = DENIAL.search(pair.a.text) or DENIAL.search(pair.b.text)
    if denied:
        same = same_voice(pair.a, pair.b) is True
        return [item for item in _opposites(pair, ("admission",)) if same][:1]
    opposed, negated = _opposites(pair) + _verbs(pair), _negations(pair)
    if opposed and negated:
        return []
    return sorted(opposed or negated or _asymmetry(pair), key=lambda item: (-item.sure, item.a, item.b))[:1]


def _difference(pair: Pairing, a: Span, b: Span, sure: float, plain: bool = True) -> Difference:
    plain = plain and pair.overlap >= OVERLAP
    sure = min(1.0 if plain else DOUBTFUL, sure) * (
        OTHER_VOICE if same_voice(pair.a, pair.b) is False else 1.0
    )
    return Difference("polarity", pair, a, b, sure, hard=True)


def _opposites(pair: Pairing, axes: tuple[str, ...] = ()) -> list[Difference]:
    """Words of one axis on opposite sides; not where a claim has words on both."""
    found = []
    left, right = _sides(pair.a), _sides(pair.b)
    for x, one in left:
        for y, two in right:
            if not _against(one, two) or (axes and not {one.axis, two.axis} & set(axes)):
                continue
            if _has(left, two) or _has(right, one):
                continue
            spoken = one.axis in SPOKEN
            slot = (pair.slot_of_all if spoken else pair.slot)(span(x), span(y))
            if slot >= SAME_SLOT:
                plain = not (_turns(pair.a) or _turns(pair.b)) and _share_neighbour(
                    pair, span(x), span(y), one.axis
                )
                found.append(_difference(pair, span(x), span(y), 0.5 + 0.6 * slot, plain))
    return found


def _against(one: Polarity, two: Polarity) -> bool:
    """Whether two words take opposite sides: of one axis, or as a pair of opposites across axes."""
    if not one.axis or not two.axis:
        return False
    if one.axis != two.axis:
        return one.negated == two.negated and opposite(one.head, two.head)
    return one.side != two.side and one.axis not in WEAK_AXES


def _share_neighbour(pair: Pairing, a: Span, b: Span, axis: str) -> bool:
    """Whether a word close to both is the same; for what rises and falls, a word before both: what it is that does."""
    left, right = (
        {word.term for _, word in around(words, place, NEAR) if axis != "change" or word.end <= place.start}
        for words, place in ((pair.statement_a, a), (pair.statement_b, b))
    )
    return any(same_meaning(one, two) for one in sorted(left) for two in sorted(right))


def _turns(claim: Claim) -> int:
    """How many words of a claim turn its sense."""
    return len(TURNING.findall(claim.text))


def _has(sides: Sequence[tuple[Detail, Polarity]], value: Polarity) -> bool:
    return any(other.axis == value.axis and other.side == value.side for _, other in sides)


def _sides(claim: Claim) -> list[tuple[Detail, Polarity]]:
    """The claim's yes/no words, without those that are part of an amount or of who said it ("no more than")."""
    cue = claim.speaker.cue if claim.speaker else Span(claim.start, claim.start)
    taken = [span(item) for item in claim.details if isinstance(item.value, Amount | Moment | ClockTime)]
    return [
        (item, item.value)
        for item in claim.details
        if isinstance(item.value, Polarity)
        and (item.value.axis in SPOKEN or not span(item).overlaps(cue))
        and not any(span(item).overlaps(other) for other in taken)
    ]


def _negations(pair: Pairing) -> list[Difference]:
    """What one claim negates and the other states."""
    found = []
    for claim, other, turned in ((pair.a, pair.b, False), (pair.b, pair.a, True)):
        words = (pair.statement_a, pair.statement_b) if turned else (pair.statement_b, pair.statement_a)
        for item, value in _sides(claim):
            if value.axis or not value.head or _negated_twice(claim, item):
                continue
            stated = _stated(words[0], other, _negated(words[1], item, value))
            if stated is None:
                continue
            a, b = (stated, span(item)) if turned else (span(item), stated)
            slot = max(pair.slot(a, b), SAME_SLOT if stated.end - stated.start > LONG_ENOUGH else 0.0)
            if slot >= SAME_SLOT:
                head = [word for word in words[0] if stated.start <= word.start < stated.end]
                plain = any(same_meaning(word.term, stem(value.head)) for word in head) and _turns(claim) == 1
                plain = plain and not _turns(other) and not CONTRAST.search(claim.text)
                found.append(_difference(pair, a, b, 0.45 + 0.6 * slot, plain))
    return found


def _negated(words: Sequence[Token], item: Detail, value: Polarity) -> list[Token]:
    """The words a negation bears on: the head and what stands between it and the cue."""
    inside = [word for word in words if word.content and item.start <= word.start < item.end]
    cue = set(value.cue.casefold().split())
    return [word for word in inside if word.text.casefold() not in cue] or [
        word for word in words if word.content and word.term == stem(value.head)
    ]


def _stated(words: Sequence[Token], claim: Claim, wanted: Sequence[Token]) -> Span | None:
    """Where a claim states most of `wanted` without negation; None where it doesn't or negates it too."""
    terms = sorted({word.term for word in wanted})
    if not terms or any(value.negated and _any_alike(stem(value.head), terms) for _, value in _sides(claim)):
        return None
    found = [word for word in words if word.content and _any_alike(word.term, terms)]
    before = (claim.text[max(0, word.start - claim.start - 25) : word.start - claim.start] for word in found)
    if any(NEGATOR.search(text) for text in before):
        return None
    weight = sum(
        word.rarity for word in wanted if any(same_meaning(word.term, other.term) for other in found)
    )
    if not found or 2 * weight < sum(word.rarity for word in wanted):
        return None
    return Span(found[0].start, found[-1].end if found[-1].end - found[0].start <= FAR else found[0].end)


def _any_alike(term: str, others: Sequence[str]) -> bool:
    return any(same_meaning(term, other) for other in others)


def _negated_twice(claim: Claim, item: Detail) -> bool:
    """Whether a negation is itself negated: "cannot be ruled out"."""
    before = claim.text[max(0, item.start - claim.start - 20) : item.start - claim.start].casefold()
    return bool(re.search(r"\b(?:not|never|cannot|can't|n't|no)\s+(?:\w+\s+){0,2}$", before))


def _verbs(pair: Pairing) -> list[Difference]:
    """Main verbs that are opposites of each other: to stay and to leave."""
    found = []
    for x in _acts(pair.a):
        for y in _acts(pair.b):
            one, two = x.value, y.value
            if isinstance(one, Modality) and isinstance(two, Modality) and one.negated == two.negated:
                slot = pair.slot(span(x), span(y))
                if slot >= SAME_SLOT and opposite(one.head, two.head):
                    plain = not (_turns(pair.a) or _turns(pair.b))
                    found.append(_difference(pair, span(x), span(y), 0.5 + 0.6 * slot, plain))
    return found


def _acts(claim: Claim) -> list[Detail]:
    cue = claim.speaker.cue if claim.speaker else Span(claim.start, claim.start)
    return [
        item for item in claim.details if isinstance(item.value, Modality) and not span(item).overlaps(cue)
    ]


def _asymmetry(pair: Pairing) -> list[Difference]:
    """A negated main verb in one claim, the same subject without any negation in the other: shown for review."""
    found = []
    for claim, other, turned in ((pair.a, pair.b, False), (pair.b, pair.a, True)):
        mine, theirs = (
            (pair.statement_b, pair.statement_a) if turned else (pair.statement_a, pair.statement_b)
        )
        if not pair.decided or any(value.negated for _, value in _sides(other)):
            continue
        for item in _acts(claim):
            place = _said_of_subject(mine, theirs, item) if _negates(item) else None
            if place is not None:
                a, b = (place, span(item)) if turned else (span(item), place)
                sure = 0.4 + 0.3 * pair.slot(a, b) + 0.15 * pair.score
                found.append(_difference(pair, a, b, min(BY_NEGATION, sure)))
    return found


def _negates(item: Detail) -> bool:
    return isinstance(item.value, Modality) and item.value.negated


def _said_of_subject(mine: Sequence[Token], theirs: Sequence[Token], item: Detail) -> Span | None:
    """The word that follows, in the other claim, the subject of a negated verb; None without that subject."""
    subject = [word for word in mine if word.content and word.end <= item.start][-2:]
    content = [word for word in theirs if word.content]
    for at, word in enumerate(content[:-1]):
        if any(same_meaning(word.term, one.term) for one in subject):
            following = next(
                (
                    one
                    for one in content[at + 1 :]
                    if not any(same_meaning(one.term, s.term) for s in subject)
                ),
                None,
            )
            alike = following and any(same_meaning(following.term, one.term) for one in mine)
            return Span(following.start, following.end) if following and not alike else None
    return None
