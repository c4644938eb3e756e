"""Which side a clause takes: negation with what it bears on, and antonyms and directions by a table."""

from __future__ import annotations

from typing import Literal

from compare.claims.details.antonyms import SIDES, VERBS_WITH_PARTICLE
from compare.claims.details.lexicon import AUXILIARIES, BE, DETERMINERS, FUNCTION
from compare.claims.details.roles import near, noun_after
from compare.claims.details.tables import word_set
from compare.claims.details.tokens import Tokens
from compare.claims.details.values import Polarity
from compare.records import Detail

NEGATORS = word_set(
    """
    not never cannot neither nor hardly barely scarcely none nobody no-one nothing nowhere without no n't
    """
)
REFUSALS = word_set(
    """
    deny fail refuse decline lack rule avoid prevent stop dismiss disprove contradict dispute refute
    neglect forget abstain withhold reject
    """
)
"""Lemmas of verbs that negate what follows them."""

_CUE_LEMMAS = REFUSALS | {"have"}
_CUE_WORDS = frozenset(("unable", "instead", "rather", "absence", "far"))
_CONTRADICTING = frozenset(("deny", "refute"))
"""Verbs that are a side of their own besides negating: who denies something doesn't admit it."""

_TO_VERBS = frozenset(["fail", "refuse", "decline", "neglect", "forget"])
_ING_VERBS = frozenset(["avoid", "stop", "prevent"])
_LOOK = 7


def find(tokens: Tokens, taken: bytearray) -> list[Detail]:
    """Negations and sides on known axes, in order of place; words in `taken` belong to dates and measures."""
    negated: dict[int, tuple[int, int]] = {}
    cues: set[int] = set()
    found: list[Detail] = []
    for index, low in enumerate(tokens.lows):
        cue = None if taken[index] else _cue(tokens, index, low)
        if cue is None:
            continue
        first, end, head = cue
        cues.update(range(first, end) if tokens.lemma(first) not in _CONTRADICTING else ())
        if head >= 0:
            negated[head] = (first, end)
        if head < 0 or not _side(tokens, head):
            found.append(_negation(tokens, first, end, head))
    for index in range(len(tokens)):
        if index not in cues and not taken[index] and (detail := _sided(tokens, index, negated.get(index))):
            found.append(detail)
    return sorted(found, key=lambda detail: (detail.start, detail.end))


def _cue(tokens: Tokens, index: int, low: str) -> tuple[int, int, int] | None:
    """A negating expression: its first word, the word after it, and the head it bears on (-1 for none)."""
    if low.endswith("n't") or low.endswith("n’t") or low in NEGATORS:
        return _negator(tokens, index, low)
    lemma = tokens.lemmas[index]
    if lemma not in _CUE_LEMMAS and low not in _CUE_WORDS:
        return None
    if lemma == "have" and tokens.phrase(index + 1, index + 3) == "yet to":
        return index, index + 3, _head(tokens, index + 3)
    after = tokens.low(index + 1)
    if lemma in _TO_VERBS:
        at = _to(tokens, index + 1)
        return (index, at, _head(tokens, at)) if at else None
    if lemma in _ING_VERBS and after.endswith("ing"):
        return index, index + 1, index + 1
    if lemma == "rule" and after == "out":
        return index, index + 2, _noun(tokens, index + 2)
    if lemma in ("deny", "refute", "lack"):
        return index, index + 1, _noun(tokens, index + 1)
    if (
        (low == "unable" and after == "to")
        or (low in ("instead", "absence") and after == "of")
        or (low == "rather" and after == "than")
    ):
        return index, index + 2, _head(tokens, index + 2)
    if (
        low == "far"
        and after == "from"
        and tokens.low(index - 1) in BE
        and tokens.low(index + 2) not in DETERMINERS
    ):
        return index, index + 2, _head(tokens, index + 2)
    return None


def _to(tokens: Tokens, index: int) -> int:
    """The index after "to" within the next words ("declined on Friday to approve"); 0 when there is none."""
    for at in range(index, min(len(tokens), index + 4)):
        if tokens.lows[at] == "to":
            return at + 1
        if tokens.lows[at] in (",", ".", ";"):
            break
    return 0


def _negator(tokens: Tokens, index: int, low: str) -> tuple[int, int, int] | None:
    after = tokens.low(index + 1)
    if low == "not" and (after in (",", ".", "") or tokens.low(index - 1) == "or"):
        return None
    if low == "not" and after in ("only", "just", "merely", "least", "to", "so"):
        return (index, index + 2, _head(tokens, index + 2)) if after == "to" else None
    if low == "no":
        if after in ("fewer", "less", "more", "doubt", "matter", "wonder", "later", "."):
            return None
        if after == "longer":
            return index, index + 2, _head(tokens, index + 2)
    if low in ("nobody", "none", "nothing") or (low == "no" and after == "one"):
        return index, index + (2 if low == "no" else 1), _head(tokens, index + 1 + (low == "no"))
    if low == "nor" or low == "neither":
        return index, index + 1, _head(tokens, index + 1)
    if low in ("no", "without"):
        return index, index + 1, _noun(tokens, index + 1)
    first = index - 1 if low == "not" and tokens.low(index - 1) in AUXILIARIES else index
    return first, index + 1, _head(tokens, index + 1)


def _noun(tokens: Tokens, index: int) -> int:
    """The head of the noun phrase a negation bears on: "a tax rise"; a gerund or a verb is its own head."""
    at = _head(tokens, index)
    if at < 0 or tokens.lows[at].endswith("ing"):
        return at
    noun, head = noun_after(tokens, at)
    return head if noun and head >= at else at


def _head(tokens: Tokens, index: int) -> int:
    """The first content word a negation bears on; -1 when a clause ends before one."""
    for at in range(index, min(len(tokens), index + _LOOK)):
        low = tokens.lows[at]
        if low in (".", ";", "?", "!", "”", '"'):
            return -1
        if low[0].isalpha() and low not in FUNCTION:
            return at
    return -1


def _negation(tokens: Tokens, first: int, end: int, head: int) -> Detail:
    stop = head + 1 if 0 <= head < end + 4 else end
    value = Polarity(
        head=tokens.lemma(head) if head >= 0 else "",
        side=-1,
        negated=True,
        cue=tokens.phrase(first, end),
        role=near(tokens, first, max(stop, end)),
    )
    return _detail(tokens, first, max(stop, end), value)


def _side(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Axis and side of the word where it stands, by its form first, then by its lemma and particle."""
    low = tokens.lows[index]
    if not low[0].isalpha():
        return None
    base = tokens.lemmas[index]
    pair = SIDES.get(f"{base} {tokens.low(index + 1)}") if base in VERBS_WITH_PARTICLE else None
    if pair:
        return pair
    found = SIDES.get(low) or SIDES.get(base)
    if not found or not _counts(tokens, index, low):
        return None
    return found


def _counts(tokens: Tokens, index: int, low: str) -> bool:
    """Rules out the uses that take no side: "open letter" is one, "up to 40" another."""
    before, after, base = tokens.low(index - 1), tokens.low(index + 1), tokens.lemmas[index]
    if low.endswith("ing") and base != low:
        return before in BE or before in (",", "keep", "keeps", "kept") or before.endswith("ly")
    if base == "fall" and after in _FALLS:
        return False
    if low in ("up", "down"):
        number = tokens.is_number(index + 1) or after in ("by", "a", "on", "from", "slightly", "sharply")
        return number and after != "to"
    if low in (
        "open",
        "close",
        "free",
        "clear",
        "live",
        "right",
        "wrong",
        "legal",
        "safe",
        "present",
        "absent",
        "dead",
        "alive",
        "guilty",
        "innocent",
    ):
        return before not in DETERMINERS | {"-"} or after in (".", ",", "", "and", "to", "on", "for", "of")
    if low in (
        "rise",
        "fall",
        "cut",
        "increase",
        "decrease",
        "drop",
        "gain",
        "loss",
        "support",
        "ban",
        "win",
        "defeat",
        "delay",
        "strike",
        "lead",
        "start",
        "end",
        "exit",
        "entry",
    ):
        return before not in ("a", "the", "an") or low in (
            "rise",
            "fall",
            "cut",
            "increase",
            "decrease",
            "drop",
            "gain",
        )
    return True


_FALLS = frozenset(
    [
        "ill",
        "sick",
        "asleep",
        "short",
        "apart",
        "behind",
        "through",
        "victim",
        "into",
        "in",
        "silent",
        "foul",
        "over",
        "out",
        "under",
    ]
)
"""What turns "fall" into something other than a decrease."""


def _sided(tokens: Tokens, index: int, negation: tuple[int, int] | None) -> Detail | None:
    found = _side(tokens, index)
    if found is None:
        return None
    axis, side = found
    particle = f"{tokens.lemma(index)} {tokens.low(index + 1)}" in SIDES
    first, end = index, index + 1 + particle
    if negation:
        first, side = min(negation[0], first), -side
    cue = tokens.phrase(first, end)
    sign: Literal[1, -1] = 1 if side > 0 else -1
    value = Polarity(tokens.lemma(index), axis, sign, negation is not None, cue, near(tokens, first, end))
    return _detail(tokens, first, end, value)


def _detail(tokens: Tokens, first: int, end: int, value: Polarity) -> Detail:
    start, stop = tokens.starts[first], tokens.ends[end - 1]
    return Detail("polarity", start, stop, tokens.text[start:stop], value)
