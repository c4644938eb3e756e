"""When two amounts agree, and when they answer different questions."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.claims.details.values import Money, Number, Percent, Quantity, Role
from compare.judge.details.amounts import agree, compare_amounts
from compare.judge.pairing import pairing
from tests.judge.builders import DEAD, HURT, article, detail, match, story

INF = math.inf


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (Number(47, 47, 1), Number(47, 47, 1), True),
        (Number(47, 47, 1), Number(74, 74, 1), False),
        (Number(50, 50, 10, "about"), Number(47, 47, 1), True),
        (Number(40, INF, 10, "at least"), Number(47, 47, 1), True),
        (Number(50, INF, 10, "at least"), Number(47, 47, 1), False),
        (Number(-INF, 40, 10, "at most"), Number(47, 47, 1), False),
        (Number(5000, INF, 1000, "over"), Number(5210, 5210, 1), True),
        (Number(62000, 62000, 1000), Number(62418, 62418, 1), True),
        (
            Quantity(4.2e7, 4.2e7, 1e6, dimension="area"),
            Quantity(4.0468e7, INF, 0, "over", dimension="area"),
            True,
        ),
        (Quantity(3, 3, 1, dimension="length"), Quantity(3, 3, 1, dimension="mass"), False),
        (Money(2.4e9, 2.4e9, 1e8, currency="EUR"), Money(2.4e9, 2.4e9, 1e8, currency="EUR"), True),
        (Money(1.1e9, 1.1e9, 1e8, currency="EUR"), Money(1.4e9, 1.4e9, 1e8, currency="EUR"), False),
        (Percent(38, 38, 1), Percent(38.2, 38.2, 0.1), True),
        (Percent(4.5, 4.5, 0.1), Percent(6.5, 6.5, 0.1), False),
        (Number(0.75, 0.75, 0, "almost", fraction=True), Percent(72, 72, 1), True),
    ],
)
def test_amounts_agree_after_units_rounding_and_bounds(one, two, expected):
    assert agree(one, two) is expected
    assert agree(two, one) is expected


amounts = st.builds(
    lambda low, width, step: Number(low, low + width, step),
    st.floats(-1e6, 1e6),
    st.floats(0, 100),
    st.sampled_from([0.0, 1.0, 10.0, 100.0]),
)


@given(amounts, amounts)
def test_agreeing_is_symmetric(one, two):
    assert agree(one, two) == agree(two, one)


@given(amounts)
def test_an_amount_agrees_with_itself(one):
    assert agree(one, one)


def counted(sentence_a, words_a, role_a, sentence_b, words_b, role_b, values=(47, 74)):
    first, (a,) = article("herald", sentence_a)
    second, (b,) = article("wire", sentence_b)
    a = detail(a, words_a, "number", Number(values[0], values[0], 1, role=role_a))
    b = detail(b, words_b, "number", Number(values[1], values[1], 1, role=role_b))
    link = match(a, b)
    return pairing(story([first, second], [a, b], [link]), link)


def test_two_death_tolls_conflict_and_the_words_decide():
    pair = counted("47 people died in Karsa.", "47", DEAD, "The flood in Karsa killed 74 people.", "74", DEAD)
    (found,) = compare_amounts(pair)
    assert found.hard
    assert found.category == "number"
    assert (found.a.of(pair.a.text), found.b.start - pair.b.start) == ("47", pair.b.text.index("74"))


def test_the_dead_are_not_the_injured():
    pair = counted(
        "47 people died in Karsa.", "47", DEAD, "In Karsa 300 people were hurt.", "300", HURT, (47, 300)
    )
    assert compare_amounts(pair) == []


def test_different_things_that_are_counted_do_not_conflict():
    bridges, bribes = Role(noun="bridge", verb="build"), Role(noun="payment", verb="take")
    pair = counted(
        "He steered 11 bridges to it.", "11", bridges, "He took 9 payments from it.", "9", bribes, (11, 9)
    )
    assert compare_amounts(pair) == []
