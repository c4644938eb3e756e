"""What the figures and dates of a hypothesis say against those of its premise: the part of an inference that is arithmetic.

The relation model sees "less than 92 %" and "92 %" as words that look alike. Here each figure of the hypothesis is held
against the figure of the premise that most likely answers the same question, and each date likewise.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal, cast

from compare.claims import extract_claims
from compare.claims.details.values import Amount, Moment
from compare.judge.details import compare_details
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
TYPED = ("number", "date", "name", "place", "polarity", "modality", "attribution")
"""Categories of the typed comparison that count."""

NAMES = (
    *(f"amount {outcome}" for outcome in OUTCOMES),
    *(f"date {outcome}" for outcome in OUTCOMES),
    *(f"typed {category}" for category in TYPED),
)
"""The features, in order."""

MOST = 2
"""More figures of one outcome say no more than this many."""

MATCHED = 0.9
"""Probability of the match with which the typed comparison reads a given pair: whoever asks says that they belong together."""

Reading = tuple[Article, tuple[Claim, ...]]

UPWARD, DOWNWARD = frozenset(("over", "at least")), frozenset(("under", "at most"))


def value_features(premise: str, hypothesis: str) -> tuple[float, ...]:
    """The features of a pair, as NAMES lists them: counts of outcomes (0 to MOST), certainties of typed differences (0 to 1)."""
    one, two = _read(premise, "premise"), _read(hypothesis, "hypothesis")
    story = build_story((one[0], two[0]), (*one[1], *two[1]), ())
    pairs = [[Pairing(story, a, b, MATCHED, decided=True) for a in one[1]] for b in two[1]]
    amounts = Counter(outcome for row in pairs for outcome in _amounts(row))
    dates = Counter(_dates(_of(one[1], ("date",)), _of(two[1], ("date",))))
    typed = _typed(pairs)
    return (
        *(float(min(MOST, amounts[outcome])) for outcome in OUTCOMES),
        *(float(min(MOST, dates[outcome])) for outcome in OUTCOMES),
        *(typed.get(category, 0.0) for category in TYPED),
    )


@lru_cache(maxsize=4096)
def _read(text: str, side: str) -> Reading:
    text = " ".join(text.split())
    article = Article(side, side, text, side, body=(Span(0, len(text)),))
    return article, tuple(extract_claims([article]))


def _of(claims: Sequence[Claim], types: Iterable[str]) -> list[Detail]:
    return [
        item
        for claim in claims
        for item in claim.details
        if item.type in types and not (item.type == "number" and within(item, claim.only("date", "time")))
    ]


def _amounts(row: Sequence[Pairing]) -> Iterable[Outcome]:
    """The outcome of each figure of one sentence of the hypothesis, read against all sentences of the premise."""
    given = [(pair, item) for pair in row for item in _of([pair.a], AMOUNTS) if _exact_words(item)]
    for asked in _of([row[0].b], AMOUNTS) if row else ():
        if _exact_words(asked) and not _mere_one(asked):
            yield _amount(given, asked)


def _exact_words(item: Detail) -> bool:
    return isinstance(item.value, Amount) and item.value.hedge != "vague"


def _mere_one(item: Detail) -> bool:
    return item.text.casefold() in ("one", "first")


def _amount(given: Sequence[tuple[Pairing, Detail]], asked: Detail) -> Outcome:
    wanted = cast(Amount, asked.value)
    found = []
    for pair, item in given:
        value = cast(Amount, item.value)
        if comparable(value, wanted):
            question = same_role(value.role, wanted.role) + pair.slot(span(item), span(asked))
            outcome = _held(value, wanted)
            found.append((-question - _closeness(value, wanted), OUTCOMES.index(outcome), outcome))
    return min(found)[2] if found else "unknown"


def _closeness(one: Amount, two: Amount) -> float:
    """The smaller figure's share of the greater, in [0, 1]: what a sentence says of a figure is seldom far from it."""
    x, y = (value.low if math.isfinite(value.low) else value.high for value in (one, two))
    return max(0.0, min(x / y, y / x)) if x and y else float(x == y)


def _held(given: Amount, asked: Amount) -> Outcome:
    """The outcome for two figures that may answer one question."""
    if (given.low, given.high) == (asked.low, asked.high):
        return (
            "edge"
            if {given.hedge, asked.hedge} & (UPWARD | DOWNWARD) and given.hedge != asked.hedge
            else "same"
        )
    exact = given.low == given.high
    if asked.hedge in UPWARD:
        return _above(given.low if not exact else given.high, given.high, asked.low)
    if asked.hedge in DOWNWARD:
        return _above(-given.high, -given.low, -asked.high)
    blur = max(given.step, asked.step) / 2 if given.step != asked.step else 0.0
    if given.hedge in ("about", "almost") or asked.hedge in ("about", "almost"):
        blur = max(blur, 0.1 * abs(asked.high if math.isfinite(asked.high) else asked.low))
    if given.low - blur <= asked.high and asked.low <= given.high + blur:
        return "open" if not exact else "same"
    return "other"


def _above(low: float, high: float, limit: float) -> Outcome:
    """Whether a figure from `low` to `high` is above the limit."""
    if low == limit:
        return "edge" if high == low else "same"
    if low > limit:
        return "holds"
    return "fails" if high < limit or (high == limit and low < high) else "open"


def _dates(premise: Sequence[Detail], hypothesis: Sequence[Detail]) -> Iterable[Outcome]:
    given = [item.value for item in premise if isinstance(item.value, Moment)]
    for item in hypothesis:
        if isinstance(item.value, Moment):
            yield min((_date(value, item.value) for value in given), key=OUTCOMES.index, default="unknown")


def _date(given: Moment, asked: Moment) -> Outcome:
    if asked.bound in ("before", "after") and given.start and asked.start:
        early = (given.end or given.start) < asked.start
        late = given.start > (asked.end or asked.start)
        if not early and not late:
            return "edge"
        return "holds" if early == (asked.bound == "before") else "fails"
    agrees = dates_agree(given, asked)
    return "open" if agrees is None else "same" if agrees else "other"


def _typed(pairs: Sequence[Sequence[Pairing]]) -> dict[str, float]:
    """The greatest certainty of each category among the differences of any two sentences."""
    found: dict[str, float] = {}
    for item in (item for row in pairs for pair in row for item in compare_details(pair)):
        found[item.category] = max(found.get(item.category, 0.0), item.sure)
    return found
