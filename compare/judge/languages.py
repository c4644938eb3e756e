"""Claims that aren't in English: what of the judging still holds for them, and how sure it is."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from compare.judge.differences import Difference
from compare.judge.pairing import Pairing
from compare.records import Claim, Span

HOLDING = ("number", "date", "update", "name", "place")
"""Categories that compare values, not sense."""

BETWEEN = ("number", "date", "update")
"""Those that also hold between two languages, where one place has two names (Wien, Vienna)."""

DOUBTED = 0.64
"""Certainty at most of a difference in another language: for review. "At least" and "about" aren't read there."""


def in_english(pair: Pairing) -> bool:
    """Whether both claims can be judged by their sense: the rules of words and the relation model know English alone."""
    return all(_language(pair, claim) is None for claim in (pair.a, pair.b))


def still_holding(pair: Pairing, found: Iterable[Difference]) -> list[Difference]:
    """The differences that can be trusted in the languages of the pair; all of them in English."""
    if in_english(pair):
        return list(found)
    between = _language(pair, pair.a) != _language(pair, pair.b)
    kept = [item for item in found if item.category in (BETWEEN if between else HOLDING)]
    if between:
        kept = [item for item in kept if _digits(pair.a, item.a) != _digits(pair.b, item.b)]
    return [dataclasses.replace(item, sure=min(item.sure, DOUBTED)) for item in kept]


def _language(pair: Pairing, claim: Claim) -> str | None:
    return pair.story.articles[claim.source].language


def _digits(claim: Claim, place: Span) -> str:
    """The digits alone: what is 1.250 here is 1,250 there."""
    words = claim.text[place.start - claim.start : place.end - claim.start]
    return "".join(char for char in words if char.isdigit()) or words
