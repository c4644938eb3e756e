"""Differences between claims that tell too different things to be matched: one remark, one agenda."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from compare.judge.attribution import compare_speakers, speech
from compare.judge.details.lists import AGENDA, compare_lists
from compare.judge.differences import Difference
from compare.judge.pairing import Pairing, between
from compare.judge.series import series
from compare.judge.story import Story
from compare.records import Claim

MOST_PAIRS = 20_000
"""More pairs than this are not looked at: a story of many long articles has its differences in its matches."""


def unaligned_differences(story: Story) -> list[Difference]:
    """One remark given to two speakers in other words, and what the matters were, where no match shows them."""
    remarks = [claim for claim in story.claims.values() if speech(claim)]
    lists = [claim for claim in story.claims.values() if any(len(_items(item)) > 2 for item in series(claim))]
    found = [item for pair in _pairs(story, remarks) for item in compare_speakers(pair)]
    listed = [item for pair in _pairs(story, lists) for item in compare_lists(pair)]
    return found + [item for item in listed if item.note == AGENDA]


def _items(detail: object) -> Sequence[object]:
    return getattr(getattr(detail, "value", None), "items", ())


def _pairs(story: Story, claims: Sequence[Claim]) -> Iterator[Pairing]:
    if len(claims) * (len(claims) - 1) // 2 > MOST_PAIRS:
        return
    for one, two in combinations(claims, 2):
        if one.source != two.source and two.id not in story.partners.get(one.id, ()):
            yield between(story, one, two)
