"""Figures and dates of a hypothesis against those of its premise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.judge.relation.model import Relation
from compare.judge.relation.values import MOST, NAMES, held_values, value_features
from compare.judge.relation.weighed import weighed


def outcomes(premise: str, hypothesis: str) -> list[str]:
    amounts, dates = held_values(premise, hypothesis)
    return [f"amount {one.outcome}" for one in amounts] + [f"date {one.outcome}" for one in dates]


@pytest.mark.parametrize(
    ("premise", "hypothesis", "expected"),
    [
        ("The fire destroyed 92 homes.", "The fire destroyed 92 homes.", "same"),
        ("The fire destroyed 92 homes.", "Ninety-two homes were destroyed.", "same"),
        ("The fire destroyed 92 homes.", "More than 90 homes were destroyed.", "holds"),
        ("The fire destroyed 92 homes.", "Fewer than 100 homes were destroyed.", "holds"),
        ("The fire destroyed 92 homes.", "More than 92 homes were destroyed.", "edge"),
        ("The fire destroyed 92 homes.", "At least 92 homes were destroyed.", "holds"),
        ("The fire destroyed 92 homes.", "Fewer than 92 homes were destroyed.", "edge"),
        ("Up to 40 people died.", "More than 40 people died.", "fails"),
        ("Up to 40 people died.", "At least 40 people died.", "open"),
        ("More than 40 people died.", "More than 40 people died.", "same"),
        ("The fire destroyed 92 homes.", "Fewer than 90 homes were destroyed.", "fails"),
        ("The fire destroyed 92 homes.", "More than 200 homes were destroyed.", "fails"),
        ("The fire destroyed 92 homes.", "The fire destroyed 29 homes.", "other"),
        ("At least 40 people died.", "47 people died.", "open"),
        ("At least 40 people died.", "More than 30 people died.", "holds"),
        ("Up to 40 people died.", "More than 50 people died.", "fails"),
        ("Nobody gave a figure.", "The fire destroyed 92 homes.", "unknown"),
    ],
)
def test_amounts(premise: str, hypothesis: str, expected: str) -> None:
    assert outcomes(premise, hypothesis) == [f"amount {expected}"]


@pytest.mark.parametrize(
    ("premise", "hypothesis", "expected"),
    [
        ("Holm was born on 21 November 1943.", "Holm was born before 1945.", "holds"),
        ("Holm was born on 21 November 1943.", "Holm was born after 1944.", "fails"),
        ("Holm was born on 21 November 1943.", "Holm was born in 1943.", "same"),
        ("Holm was born on 21 November 1943.", "Holm was born in 1953.", "other"),
        ("Holm was born on a farm.", "Holm was born in 1953.", "unknown"),
    ],
)
def test_dates(premise: str, hypothesis: str, expected: str) -> None:
    assert outcomes(premise, hypothesis) == [f"date {expected}"]


def test_a_figure_is_held_against_the_one_that_answers_the_same_question() -> None:
    premise = "Ostby has 34,000 people, Goole has 17,000 people and Hessle has 15,000 people."
    assert outcomes(premise, "Ostby has fewer than 25,000 people.") == ["amount fails"]
    assert outcomes(premise, "Hessle has fewer than 25,000 people.") == ["amount holds"]


RELATION = Relation(0.5, 0.3, 0.2, 0.9)


def test_a_pair_without_values_keeps_its_probabilities() -> None:
    assert (
        weighed(("The bridge is open.", "The bridge is closed to lorries."), RELATION).same == RELATION.same
    )
    assert weighed(("Rain fell.", "It rained."), RELATION) == RELATION


def test_a_bound_that_fails_speaks_for_a_contradiction_and_one_that_holds_against() -> None:
    premise = "The fire destroyed 92 homes."
    fails = weighed((premise, "More than 200 homes were destroyed by the fire."), RELATION)
    holds = weighed((premise, "More than 80 homes were destroyed by the fire."), RELATION)
    assert fails.contradiction > RELATION.contradiction > holds.contradiction
    assert holds.entailment > RELATION.entailment > fails.entailment


def test_a_contradiction_by_arithmetic_points_at_the_figures() -> None:
    premise, hypothesis = "The fire destroyed 92 homes.", "More than 200 homes were destroyed by the fire."
    found = weighed((premise, hypothesis), RELATION)
    assert [span.of(premise) for span in found.premise_words] == ["92"]
    assert [span.of(hypothesis) for span in found.hypothesis_words] == ["200"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_has_features_and_a_distribution(premise: str, hypothesis: str) -> None:
    features = value_features(premise, hypothesis)
    assert len(features) == len(NAMES)
    assert all(0 <= value <= MOST for value in features)
    found = weighed((premise, hypothesis), RELATION)
    assert found.entailment + found.neutral + found.contradiction == pytest.approx(1, abs=2e-4)
