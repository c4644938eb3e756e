"""Series of items in a claim: those its details hold, and longer ones read off its commas."""

from __future__ import annotations

import re

from compare.claims.details.values import Item, ListValue
from compare.judge.tokens import stems
from compare.records import Claim, Detail

_SERIES = re.compile(r"(?:[^,;:()“”\"]{3,80}, ){2,8}(?:and|or) [^,;:()“”\"]{3,120}")
_LEAD = re.compile(
    r".*\b(?:across|in|of|on|with|to|for|as|including|between|covers?|covered|are|is|were|was|by|into|from|over|and)\s+",
    re.IGNORECASE | re.DOTALL,
)
_NO_ITEM = re.compile(
    r"(?:including|such as|who|which|where|when|while|but|as|with|like|especially|said|he|she|it)\b", re.I
)
LONGEST_ITEM = 14
"""Longest item of a series, in words: beyond it the commas part clauses, not items."""


def series(claim: Claim) -> tuple[Detail, ...]:
    """The lists among the claim's details, and series of three or more items that none of them covers."""
    found = [item for item in claim.details if isinstance(item.value, ListValue)]
    long = [item for item in found if isinstance(item.value, ListValue) and len(item.value.items) > 2]
    read = (_read(claim, match) for match in _SERIES.finditer(claim.text))
    return (*found, *(item for item in read if item and not any(_touch(item, other) for other in long)))


def _touch(one: Detail, two: Detail) -> bool:
    return one.start < two.end and two.start < one.end


def _read(claim: Claim, match: re.Match[str]) -> Detail | None:
    first = match[0].split(", ", 1)[0]
    lead = _LEAD.match(first)
    start = match.start() + (lead.end() if lead and lead.end() < len(first) else 0)
    text = claim.text[start : match.end()].rstrip(" .!?’”\"'")
    items, at = [], 0
    for part in text.split(", "):
        words = re.sub(r"^(?:and|or) ", "", part)
        offset = at + len(part) - len(words)
        items.append(Item(words, " ".join(stems(words)), offset))
        at += len(part) + 2
    if any(_NO_ITEM.match(item.text) for item in items):
        return None
    if any(not item.key or len(item.text.split()) > LONGEST_ITEM for item in items) or len(items) < 3:
        return None
    place = claim.start + start
    return Detail("list", place, place + len(text), text, ListValue(tuple(items)))
