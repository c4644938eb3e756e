"""Terms set spelling, inflexion and number style aside."""

from __future__ import annotations

import pytest

from compare.align.lexicon import rarity, terms


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Forty-seven ships docked", "47 ships were docking"),
        ("The mayor’s 1,200 lamps", "mayor: 1200 lamp"),
        ("twenty boats", "20 boat"),
        ("a rise of 2.50", "the rises of 2.5"),
    ],
)
def test_the_same_words_in_another_form_are_the_same_terms(one, two):
    assert set(terms(one)) == set(terms(two))


def test_other_numbers_are_other_terms():
    assert set(terms("47 ships")) != set(terms("46 ships"))


def test_names_are_rarer_than_common_words():
    assert rarity("vellmar") == 1.0
    assert rarity("vellmar") > rarity("harbour") > rarity("citi") > rarity("the") == 0.0


def test_long_numbers_are_rarer_than_short_ones():
    assert rarity("214000") > rarity("47") > rarity("3")
