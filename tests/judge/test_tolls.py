"""Tolls: what an article as a whole counts is held against the others', matched sentences or not."""

import pytest

from compare.claims import extract_claims
from compare.judge.story import build_story
from compare.judge.tolls import compare_tolls
from tests.judge.builders import article


def tolls(one, two, published=("2026-03-04", "2026-03-04")):
    articles = [
        article(id, *texts, published=day)[0]
        for id, texts, day in zip("ab", (one, two), published, strict=True)
    ]
    found = compare_tolls(build_story(articles, extract_claims(articles), ()))
    return [
        tuple(
            articles[side].text[place.start : place.end]
            for side, place in ((0, difference.a), (1, difference.b))
        )
        for difference in found
    ]


@pytest.mark.parametrize(
    ("one", "two", "words"),
    [
        (["No deaths have been reported."], ["A roof gave way and killed one man."], [("No deaths", "one")]),
        (
            ["The storm tore roofs away.", "Police said 47 people were killed."],
            ["It was the worst storm for years, with 74 dead."],
            [("47", "74")],
        ),
        (["Police said 47 people were killed."], ["At least 40 people died."], []),
        (["Police said 47 people were killed."], ["Officials said 19 people were hurt."], []),
        (["No deaths have been reported."], ["The mountain last erupted in 1987, when 34 people died."], []),
        (["Four people died.", "Two of the dead were children."], ["Two children died.", "In all four were killed."], []),
        (["Four people died."], ["Three of the dead were nurses.", "The fire killed four."], []),
    ],
)  # fmt: skip
def test_totals_that_cannot_both_be_right_are_found(one, two, words):
    assert tolls(one, two) == words


def test_a_later_and_larger_toll_is_an_update():
    early, late = ["Police said 31 people were killed."], ["The number of people killed has risen to 38."]
    assert tolls(early, late, ("2026-03-04T08:00", "2026-03-05T20:00")) == []
    assert tolls(early, ["Police said 38 people were killed."], ("2026-03-04T08:00", "2026-03-04T08:00"))
