"""What holds for any text, and for texts made to break things."""

import itertools
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.claims.details import find_details
from compare.claims.details.tables import word_list

WORDS = st.sampled_from(
    word_list("""the a of and or not no at least about $ 5 47 1.2bn km % per cent Monday March 2022 5:12 p.m. said "x “ ” ' ’ ( ) - – , .
Rajan Mehta EU European Union (EU) Minister rose fell will be signed should may may: half dozen two-thirds to from between
last next week such as democracy law ٤٧ ４７ ½ İstanbul\n \u2028 e\u0301 'til 1990s Q3 2019-20 12:99 31/31/2022 minus km/h °C""")
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join))
PUBLISHED = st.one_of(
    st.none(), st.text(max_size=12), st.dates().map(str), st.sampled_from(["0001-01-01", "9999-12-31"])
)


@settings(max_examples=400, deadline=None)
@given(TEXTS, PUBLISHED)
def test_any_text_gives_exact_sorted_printable_details(text: str, published: str | None) -> None:
    details = find_details(text, published)
    for detail in details:
        assert 0 <= detail.start < detail.end <= len(text)
        assert text[detail.start : detail.end] == detail.text
        assert hash(detail.value) == hash(detail.value)
        json.dumps(detail.value.to_json(), allow_nan=False)
    assert details == sorted(details, key=lambda d: (d.start, d.end, d.type))
    assert details == find_details(text, published)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_numbers_and_dates_do_not_overlap(text: str) -> None:
    exclusive = [
        d for d in find_details(text) if d.type in ("number", "money", "percent", "quantity", "date", "time")
    ]
    for before, after in itertools.pairwise(exclusive):
        assert before.end <= after.start


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_leading_white_space_only_shifts_offsets(text: str) -> None:
    plain = [(d.type, d.start, d.end) for d in find_details(text)]
    shifted = [(d.type, d.start - 2, d.end - 2) for d in find_details("  " + text)]
    assert shifted == plain


@given(st.integers(min_value=2, max_value=10**15))
def test_digits_keep_their_value_with_and_without_separators(number: int) -> None:
    for text in (f"{number} people died", f"{number:,} people died"):
        values = [d.value.to_json() for d in find_details(text) if d.type == "number"]
        assert [value["low"] for value in values] == [number]


@pytest.mark.parametrize(
    "digits",
    ["47", "٤٧", "۴۷", "४७", "৪৭", "４７", "๔๗"],
    ids=["ascii", "arabic", "persian", "hindi", "bengali", "wide", "thai"],
)
def test_digits_of_any_script_are_read(digits: str) -> None:
    values = [
        d.value.to_json()
        for d in find_details(f"At least {digits} people were killed.")
        if d.type == "number"
    ]
    assert [(value["low"], value["role"]["topic"]) for value in values] == [(47, "dead")]


@pytest.mark.parametrize(
    "unit",
    ["9" * 50, "“a ", '" ', "a, b and c ", "5 km ", "Bank of the ", "not ", "10-", "e\u0301", "2019-", "'a "],
)
def test_long_hostile_text_is_read(unit: str) -> None:
    text = (unit * 20_000)[:20_000]
    for detail in find_details(text, "2026-01-27"):
        assert text[detail.start : detail.end] == detail.text


def test_an_endless_run_of_digits_is_no_number() -> None:
    assert find_details("9" * 10_000) == []


def test_a_claim_of_one_word() -> None:
    assert [(d.type, d.text) for d in find_details("Yesterday.", "2026-01-27")] == [("date", "Yesterday")]


def test_empty_text() -> None:
    assert find_details("") == []


def test_other_languages_keep_what_holds_anywhere() -> None:
    found = {
        (d.type, d.text)
        for d in find_details("Mindestens 47 Menschen starben am 12.03.2024 in Hamburg, 3,5 km entfernt.")
    }
    assert ("number", "47") in found
    assert ("date", "12.03.2024") not in found  # could be 12 March or 3 December
    assert ("place", "Hamburg") in found
