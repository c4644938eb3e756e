"""Numbers, sums, percentages and quantities of a claim as details."""

from __future__ import annotations

from compare.claims.details import measures, roles
from compare.claims.details.measures import Measure
from compare.claims.details.tables import word_set
from compare.claims.details.tokens import Tokens
from compare.claims.details.values import Amount, Money, Number, Percent, Quantity, Role
from compare.records import Detail, DetailType

_TYPES: dict[measures.Kind, DetailType] = {
    "number": "number", "money": "money", "percent": "percent", "points": "percent", "quantity": "quantity",
}  # fmt: skip


def find(tokens: Tokens, taken: bytearray) -> list[Detail]:
    """The number-like details, in order; the words they use are marked in `taken` (ordinals' are not: "3rd Army")."""
    found = [_detail(tokens, measure) for measure in measures.find(tokens, taken)]
    details = [detail for detail, _ in found]
    for _, measure in found:
        if not measure.ordinal:
            taken[measure.first : measure.end] = b"\x01" * (measure.end - measure.first)
    return details + _zeros(tokens)


def _detail(tokens: Tokens, measure: Measure) -> tuple[Detail, Measure]:
    start, end = tokens.starts[measure.first], tokens.ends[measure.end - 1]
    value = _value(tokens, measure)
    return Detail(_TYPES[measure.kind], start, end, tokens.text[start:end], value), measure


def _value(tokens: Tokens, measure: Measure) -> Amount:
    low, high, step = measure.amounts()
    role = roles.of_measure(tokens, measure)
    text = tokens.slice(measure.number_first, measure.number_end)
    if measure.kind == "money":
        return Money(low, high, step, measure.hedge, role, text, measure.currency, measure.sure)
    if measure.kind in ("percent", "points"):
        return Percent(low, high, step, measure.hedge, role, text, measure.kind == "points")
    if measure.unit:
        return Quantity(
            low,
            high,
            step,
            measure.hedge,
            role,
            text,
            measure.unit.dimension,
            measure.unit.base,
            measure.unit.name,
        )
    return Number(low, high, step, measure.hedge, role, text, measure.ordinal, measure.fraction)


_NONE = frozenset(("nobody", "none"))
_COUNTED = word_set("casualty injury death fatality victim survivor arrest")


def _zeros(tokens: Tokens) -> list[Detail]:
    """ "no one was hurt", "no casualties": a count of zero where a number would answer the same question."""
    found = []
    for index, low in enumerate(tokens.lows):
        if low in _NONE or (
            low == "no" and tokens.low(index + 1) in ("one", "people", "passengers", "civilians")
        ):
            end = index + (2 if low == "no" else 1)
            start, stop = roles.segment(tokens, index, end)
            at = roles.governing_verb(tokens, start, index, end, stop)
            topic = roles.TOPICS.get(tokens.lemma(at), "") if at >= 0 else ""
            noun, verb = ("people", tokens.lemma(at)) if at >= 0 else ("", "")
        elif low == "no" and tokens.lemma(index + 1) in _COUNTED:
            end, noun, verb = index + 2, tokens.lemma(index + 1), ""
            topic = roles.TOPICS.get(noun, "")
        else:
            continue
        if topic:
            begin, finish = tokens.starts[index], tokens.ends[end - 1]
            value = Number(0.0, 0.0, 1.0, "", Role(noun, verb, topic), low)
            found.append(Detail("number", begin, finish, tokens.text[begin:finish], value))
    return found
