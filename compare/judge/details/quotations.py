"""Quotation drift: the same speaker, nearly the same quotation, other words in it."""

from __future__ import annotations

from rapidfuzz import fuzz

from compare.align.lexicon import stem
from compare.claims.details.values import Quotation
from compare.judge.attribution import same_voice
from compare.judge.differences import Difference
from compare.judge.pairing import Pairing, span
from compare.judge.tokens import FUNCTION
from compare.records import Detail, Span

LIKE = 60.0
"""Likeness of two quotations (rapidfuzz ratio over words) from which they are the same utterance."""

NEARLY = 80.0
"""Likeness from which two quotations in matched claims are one whoever is said to speak."""

SHORTEST = 3
"""Quotations of fewer words are scare quotes; they drift without meaning."""


def compare_quotations(pair: Pairing) -> list[Difference]:
    """Quotations of one speaker that are the same but for some words."""
    found = []
    for x in _quotations(pair.a.details):
        for y in _quotations(pair.b.details):
            one, two = _words(x), _words(y)
            likeness = fuzz.ratio(one, two)
            if likeness >= LIKE and one != two and _one_voice(pair, likeness) and _drifted(one, two):
                found.append(_difference(pair, x, y, likeness / 100))
    return found


def _one_voice(pair: Pairing, likeness: float) -> bool:
    """Whether one person speaks; where a speaker isn't named ("the 26-year-old"), nearly the same words say so."""
    voice = same_voice(pair.a, pair.b)
    return voice is True or (voice is None and pair.decided and likeness >= NEARLY)


def _quotations(details: tuple[Detail, ...]) -> list[Detail]:
    return [
        item for item in details if isinstance(item.value, Quotation) and len(item.value.words) >= SHORTEST
    ]


def _words(item: Detail) -> tuple[str, ...]:
    return tuple(stem(word) for word in item.value.words) if isinstance(item.value, Quotation) else ()


def _drifted(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether each has a content word the other lacks: a cut quotation has not drifted, nor a reordered one."""
    left = {word for word in one if word not in FUNCTION} - set(two)
    right = {word for word in two if word not in FUNCTION} - set(one)
    return bool(left) and bool(right)


def _difference(pair: Pairing, x: Detail, y: Detail, likeness: float) -> Difference:
    return Difference(
        "quotation", pair, _changed(x, y), _changed(y, x), min(1.0, 0.3 + 0.7 * likeness), hard=False
    )


def _changed(item: Detail, other: Detail) -> Span:
    """The stretch of words from the first to the last that the other quotation lacks; the whole where unclear."""
    known = set(_words(other))
    place, spans = 0, []
    lower = item.text.casefold()
    for word in item.value.words if isinstance(item.value, Quotation) else ():
        at = lower.find(word, place)
        if at < 0:
            return span(item)
        place = at + len(word)
        if stem(word) not in known:
            spans.append((at, place))
    if not spans:
        return span(item)
    return Span(item.start + spans[0][0], item.start + spans[-1][1])
