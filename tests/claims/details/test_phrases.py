"""Floors for the share of phrases that are read rightly: what was tuned on, and what was kept aside."""

import pytest

from benchmarks.values import PHRASES, PUBLISHED, Phrase, read_phrases
from compare.claims.details import find_details

TUNED = list(read_phrases(PHRASES / "phrases_tuned.txt"))
CHECK = list(read_phrases(PHRASES / "phrases_check.txt"))


@pytest.mark.parametrize(("phrases", "floor"), [(TUNED, 0.97), (CHECK, 0.93)], ids=["tuned", "check"])
def test_share_of_phrases_read_rightly(phrases: list[Phrase], floor: float) -> None:
    right = [phrase.judge(find_details(phrase.text, PUBLISHED))[1] for phrase in phrases]
    assert sum(right) / len(right) >= floor


def test_there_are_enough_phrases() -> None:
    assert len(TUNED) + len(CHECK) >= 300
    assert len({phrase.text + phrase.type + str(phrase.start) for phrase in TUNED + CHECK}) == len(
        TUNED
    ) + len(CHECK)
