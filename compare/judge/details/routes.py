"""Routes: one account goes from here to there, the other from there to here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.claims.details.values import Name
from compare.judge.differences import Difference
from compare.judge.naming import same_name
from compare.judge.pairing import Pairing
from compare.records import Claim, Detail, Span

SURE = 0.85
"""Certainty: a way there and the way back are seldom told of in the same words otherwise."""

_FROM = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\s+to\s+(?:the\s+)?", re.IGNORECASE)


def compare_routes(pair: Pairing) -> list[Difference]:
    """ "from Ostby to Goole" in one claim, "from Goole to Ostby" in the other."""
    return [
        Difference("place", pair, Span(x.start, y.end), Span(u.start, v.end), SURE, hard=True)
        for x, y in _routes(pair.a)
        for u, v in _routes(pair.b)
        if _same(x, v) and _same(y, u) and not _same(x, u)
    ]


def _routes(claim: Claim) -> Iterator[tuple[Detail, Detail]]:
    names = [item for item in claim.details if isinstance(item.value, Name)]
    for x in names:
        for y in names:
            before, between = (
                claim.text[: x.start - claim.start],
                claim.text[x.end - claim.start : y.start - claim.start],
            )
            if x.end < y.start and _FROM.search(before) and _TO.fullmatch(between):
                yield x, y


def _same(one: Detail, two: Detail) -> bool:
    return isinstance(one.value, Name) and isinstance(two.value, Name) and same_name(one.value, two.value)
