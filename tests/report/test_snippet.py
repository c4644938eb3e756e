"""The stretch around deciding words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from compare.report.terminal.snippet import window

TEXT = "The council voted for a loan of two million crowns to the port on Tuesday night"


def around(words: str, width: int) -> str | None:
    start = TEXT.index(words)
    found = window(TEXT, start, start + len(words), width)
    return TEXT[slice(*found)] if found else None


def test_a_text_that_fits_is_whole() -> None:
    assert around("loan", len(TEXT)) == TEXT


def test_words_stay_whole_on_both_sides() -> None:
    assert around("two million", 40) == "for a loan of two million crowns to"


def test_room_that_one_side_does_not_need_goes_to_the_other() -> None:
    assert around("The", 30) == "The council voted for a loan"
    assert around("night", 30) == "to the port on Tuesday night"


def test_nothing_where_the_words_do_not_fit() -> None:
    assert around("a loan of two million crowns", 20) is None


@given(st.text(st.sampled_from("ab 東é"), min_size=1, max_size=60), st.data())
def test_a_window_holds_the_words_and_fits(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    width = data.draw(st.integers(1, 80))
    found = window(text, start, end, width)
    if found is None:
        assert cell_len(text[start:end]) + 2 > width
    else:
        assert found[0] <= start < end <= found[1]
        shown = ("…" if found[0] else "") + text[slice(*found)] + ("…" if found[1] < len(text) else "")
        assert cell_len(shown) <= width
