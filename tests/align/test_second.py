"""A second opinion changes pairs in doubt only, and only those a reader of English can read."""

from dataclasses import dataclass

import numpy as np
import pytest

from compare.align.second import LONGEST, columns, doubtful, reconsider, shipped_weights
from compare.align.story import Pairs
from compare.records import Claim


@dataclass
class Opinion:
    entailment: float = 0.1
    contradiction: float = 0.1
    same: float = 0.5


def told(*texts):
    return [Claim(f"c{id}", id, 0, len(text), text) for id, text in zip("ab", texts, strict=True)]


ONE = Pairs(np.array([0]), np.array([1]))


def reader(opinion, asked=None):
    def read(pairs):
        if asked is not None:
            asked.extend(pairs)
        return [opinion for _ in pairs]

    return read


@pytest.mark.parametrize("probability", [0.0, 0.02, 0.9, 1.0])
def test_what_is_decided_is_not_asked_about(probability):
    asked = []
    first = np.array([probability])
    found = reconsider(told("A dam broke.", "A wall burst."), ONE, first, reader(Opinion(), asked), 0.15)
    assert found.tolist() == first.tolist()
    assert asked == []


def test_a_pair_in_doubt_rises_where_the_reader_sees_one_matter():
    story, first = told("A dam\nbroke.", "A wall burst."), np.array([0.3])
    asked = []
    high = reconsider(story, ONE, first, reader(Opinion(entailment=0.9, same=0.98), asked), 0.15)
    low = reconsider(story, ONE, first, reader(Opinion(entailment=0.02, same=0.02)), 0.15)
    assert high[0] > low[0]
    assert asked == [("A dam broke.", "A wall burst.")]


def test_a_clash_about_one_matter_makes_a_pair_related():
    clash = Opinion(entailment=0.02, contradiction=0.9, same=0.9)
    found = reconsider(
        told("The sirens were silent.", "Sirens sounded."), ONE, np.array([0.04]), reader(clash), 0.15
    )
    assert found[0] >= 0.15


def test_what_the_reader_cannot_read_keeps_its_probability():
    first, asked = np.array([0.3]), []
    german = told("A dam broke.", "Ein Damm brach.")
    assert reconsider(german, ONE, first, reader(Opinion(), asked), 0.15, {"b"}).tolist() == [0.3]
    assert doubtful(told("A dam broke.", "A wall burst. " * LONGEST), ONE, first) == []
    assert asked == []


def test_opinions_at_the_ends_of_the_scale_are_finite():
    extreme = [Opinion(0.0, 0.0, 0.0), Opinion(1.0, 1.0, 1.0)]
    assert np.isfinite(columns(np.array([0.0, 1.0]), extreme)).all()
    low, high = shipped_weights().probability(np.array([0.0, 1.0]), extreme)
    assert 0 <= low < high <= 1
