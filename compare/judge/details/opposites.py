"""Verbs that can't both be true of one subject at one time, beyond the axes that details know."""

from __future__ import annotations

from functools import cache

from compare.align.lexicon import stem

_PAIRS = """
stay remain continue | leave quit depart resign go
work function run operate | jam fail break stall malfunction
hold survive stand | collapse fail
keep retain | lose drop scrap abolish
accept | reject refuse decline
arrive | miss
win | lose draw
save | concede miss
lift end | extend impose prolong
cancel postpone | proceed
agree | refuse disagree
ground | fly
sink | float
deploy send | withdraw recall
raise hike | cut lower
open reopen | close shut
allow permit | ban bar forbid
find recover | lose miss
confirm admit acknowledge | deny
"""


@cache
def _table() -> frozenset[tuple[str, str]]:
    pairs = set()
    for line in _PAIRS.strip().splitlines():
        left, right = ([stem(word) for word in side.split()] for side in line.split(" | "))
        pairs |= {(one, two) for one in left for two in right} | {(two, one) for one in left for two in right}
    return frozenset(pairs)


def opposite(one: str, two: str) -> bool:
    """Whether two lemmas are opposites."""
    return (stem(one), stem(two)) in _table()
