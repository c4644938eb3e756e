"""What the figures and dates of a hypothesis say against those of its premise: the part of an inference that is arithmetic.

The relation model sees "less than 92 %" and "92 %" as words that look alike. Here each figure of the hypothesis is held
against the figure of the premise that most likely answers the same question, and each date likewise.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple, cast

from compare.claims import extract_claims
from compare.claims.details.values import Amount, Moment
from compare.judge.details.amounts import AMOUNTS, comparable, same_role
from compare.judge.details.moments import dates_agree
from compare.judge.differences import within
from compare.judge.pairing import Pairing, span
from compare.judge.story import build_story
from compare.records import Article, Claim, Detail, Span

Outcome = Literal["same", "holds", "edge", "fails", "other", "open", "unknown"]
"""A figure of the hypothesis against the premise: the same; a bound that holds; a bound that the very figure of the premise
just misses; a bound that fails; another figure; a figure the premise's bound leaves open; nothing to hold it against."""

OUTCOMES: tuple[Outcome, ...] = ("same", "holds", "edge", "fails", "other", "open", "unknown")

TELLING: tuple[Outcome, ...] = ("holds", "edge", "fails")
"""Outcomes that the model can't read off the words. Of the others it knows as much: with them in, contradictions of
held-back news facts ranked worse."""

NAMES = (
    *(f"amount {outcome}" for outcome in TELLING),
    *(f"date {outcome}" for outcome in TELLING),
)
"""The features, in order."""

MOST = 2
"""More figures of one outcome say no more than this many."""

MATCHED = 0.9
"""Probability of the match with which the typed comparison reads a given pair: whoever asks says that they belong together."""

Reading = tuple[Article, tuple[Claim, ...]]

UPWARD, DOWNWARD = frozenset(("over", "at least")), frozenset(("under", "at most"))


class Held(NamedTuple):
    """A figure or date of the hypothesis, held against the one of the premise that may answer the same question."""

    outcome: Outcome
    asked: Detail
    given: Detail | None


CLASHING: tuple[Outcome, ...] = ("fails", "edge")
"""Outcomes that can make a contradiction, the surest first."""


def held_values(premise: str, hypothesis: str) -> tuple[list[Held], list[Held]]:
    """Every figure, and every date, of the hypothesis held against the premise; places count in texts with single spaces."""
    pairs = _pairs(premise, hypothesis)
    return _amounts(pairs), _dates(pairs)


def value_features(premise: str, hypothesis: str) -> tuple[float, ...]:
    """The features of a pair, as NAMES lists them: counts of outcomes, 0 to MOST."""
    counts = [Counter(one.outcome for one in held) for held in held_values(premise, hypothesis)]
    return tuple(float(min(MOST, count[outcome])) for count in counts for outcome in TELLING)


def deciding_values(premise: str, hypothesis: str) -> tuple[Span, Span] | None:
    """Where premise and hypothesis state the figures or dates that clash most surely; None where none does."""
    if any(" ".join(text.split()) != text for text in (premise, hypothesis)):
        return None
    amounts, dates = held_values(premise, hypothesis)
    found = [one for one in (*amounts, *dates) if one.given and one.outcome in CLASHING]
    best = min(found, key=lambda one: CLASHING.index(one.outcome), default=None)
    return (span(best.given), span(best.asked)) if best and best.given else None


@lru_cache(maxsize=4096)
def _read(text: str, side: str) -> Reading:
    text = " ".join(text.split())
    article = Article(side, side, text, side, body=(Span(0, len(text)),))
    return article, tuple(extract_claims([article]))


def _pairs(premise: str, hypothesis: str) -> list[list[Pairing]]:
    """For each sentence of the hypothesis its pairs with all sentences of the premise."""
    one, two = _read(premise, "premise"), _read(hypothesis, "hypothesis")
    story = build_story((one[0], two[0]), (*one[1], *two[1]), ())
    return [[Pairing(story, a, b, MATCHED, decided=True) for a in one[1]] for b in two[1]]


def _of(claim: Claim, types: Iterable[str]) -> list[Detail]:
    moments = claim.only("date", "time")
    return [x for x in claim.details if x.type in types and not (x.type == "number" and within(x, moments))]


def _amounts(pairs: Sequence[Sequence[Pairing]]) -> list[Held]:
    found = []
    for row in filter(None, pairs):
        given = [(pair, item) for pair in row for item in _of(pair.a, AMOUNTS) if _has_value(item)]
        asked = [x for x in _of(row[0].b, AMOUNTS) if _has_value(x) and x.text.casefold() not in MERE]
        found += [_amount(given, item) for item in asked]
    return found


MERE = ("one", "first")
"""Words that are seldom meant as figures."""


def _has_value(item: Detail) -> bool:
    return isinstance(item.value, Amount) and item.value.hedge != "vague"


def _amount(given: Sequence[tuple[Pairing, Detail]], asked: Detail) -> Held:
    """Held against the figure of most likely the same question: by what is counted, the words around, the size."""
    wanted = cast(Amount, asked.value)
    found = []
    for at, (pair, item) in enumerate(given):
        value = cast(Amount, item.value)
        if comparable(value, wanted):
            question = same_role(value.role, wanted.role) + pair.slot(span(item), span(asked))
            outcome = _held(value, wanted)
            found.append((-question - _closeness(value, wanted), OUTCOMES.index(outcome), at))
    if not found:
        return Held("unknown", asked, None)
    _, outcome_at, at = min(found)
    return Held(OUTCOMES[outcome_at], asked, given[at][1])


def _closeness(one: Amount, two: Amount) -> float:
    """The smaller figure's share of the greater, in [0, 1]: what a sentence says of a figure is seldom far from it."""
    x, y = (value.low if math.isfinite(value.low) else value.high for value in (one, two))
    return max(0.0, min(x / y, y / x)) if x and y else float(x == y)


def _held(given: Amount, asked: Amount) -> Outcome:
    """The outcome for two figures that may answer one question."""
    if (given.low, given.high) == (asked.low, asked.high):
        return "same"
    if asked.hedge in UPWARD:
        return _above(given.low, given.high, asked.low, strictly=asked.hedge == "over")
    if asked.hedge in DOWNWARD:
        return _above(-given.high, -given.low, -asked.high, strictly=asked.hedge == "under")
    blur = max(given.step, asked.step) / 2 if given.step != asked.step else 0.0
    if given.hedge in ("about", "almost") or asked.hedge in ("about", "almost"):
        blur = max(blur, 0.1 * abs(asked.high if math.isfinite(asked.high) else asked.low))
    if given.low - blur <= asked.high and asked.low <= given.high + blur:
        return "same" if given.low == given.high else "open"
    return "other"


def _above(low: float, high: float, limit: float, strictly: bool) -> Outcome:
    """Whether a figure from `low` to `high` is above the limit, or at it where that will do."""
    if low == limit:
        return "holds" if not strictly else "edge" if high == low else "same"
    if low > limit:
        return "holds"
    return "fails" if high < limit or (high == limit and strictly) else "open"


def _dates(pairs: Sequence[Sequence[Pairing]]) -> list[Held]:
    found = []
    for row in filter(None, pairs):
        given = [x for pair in row for x in _of(pair.a, ("date",)) if isinstance(x.value, Moment)]
        for asked in _of(row[0].b, ("date",)):
            outcomes = [(OUTCOMES.index(_date(x.value, asked.value)), at) for at, x in enumerate(given)]
            best, at = min(outcomes, default=(OUTCOMES.index("unknown"), -1))
            found.append(Held(OUTCOMES[best], asked, given[at] if outcomes else None))
    return found


def _date(given: object, asked: object) -> Outcome:
    if not isinstance(given, Moment) or not isinstance(asked, Moment):
        return "open"
    if asked.bound in ("before", "after") and given.start and asked.start:
        early = (given.end or given.start) < asked.start
        late = given.start > (asked.end or asked.start)
        if not early and not late:
            return "edge"
        return "holds" if early == (asked.bound == "before") else "fails"
    agrees = dates_agree(given, asked)
    return "open" if agrees is None else "same" if agrees else "other"
