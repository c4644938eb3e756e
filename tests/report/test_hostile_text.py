"""Text that would act on a terminal, a browser or a spreadsheet is shown, in every format."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from compare.comparison import Comparison
from compare.report import FORMATS, render
from compare.report.base import Options
from compare.report.csv import cell
from compare.report.markdown import escape
from compare.report.visible import pieces, visible
from tests.report import builders

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
nasty = st.text(
    st.one_of(
        st.sampled_from("\\`*_[]<>()#+-.!|~&$=:/@\x1b\x07\x9b\x00\r\n\t\u202e\u2066\u200b\ud800 1a"),
        st.characters(),
    ),
    min_size=1,
    max_size=40,
)


def story_of(*texts: str) -> Comparison:
    story = builders.Story(builders.article("a", [*texts]), builders.article("b", ["Nothing of the kind."]))
    for number in range(1, len(texts) + 1):
        story.find("ADD201", f"a:{number}")
    return story.compared()


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("color", [False, True])
def test_nothing_in_a_report_acts_on_the_terminal(format: str, color: bool) -> None:
    report = render(builders.hostile(), format, Options(color=color, open=True))
    allowed = "\r\n" if format == "csv" else "\n"
    for character in COLOUR.sub("", report):
        assert (
            character in allowed
            or character == "\u200d"
            or unicodedata.category(character) not in ("Cc", "Cf", "Cs")
        )


@pytest.mark.parametrize("format", FORMATS)
def test_every_report_can_be_encoded(format: str) -> None:
    assert render(builders.hostile(), format).encode("utf-8")


def test_escape_sequences_are_shown_as_signs() -> None:
    report = render(builders.hostile(), "terminal")
    assert "␛[31mred␛[0m" in report
    assert "\\u202eesrever\\u202c" in report


def test_markup_of_the_terminal_library_is_plain_text() -> None:
    assert "[bold]was[/bold]" in render(builders.hostile(), "terminal")


@given(nasty)
@settings(deadline=None)
def test_pieces_go_with_the_code_points(text: str) -> None:
    shown = pieces(text)
    assert len(shown) == len(text)
    assert visible(text) == "".join(shown).strip()


@given(nasty)
@settings(deadline=None)
def test_text_is_shown_the_same_whatever_stands_before_it(text: str) -> None:
    assert pieces(f"\x1b{text}")[1:] == pieces(text)


@given(nasty)
@settings(deadline=None)
def test_visible_text_is_one_line_and_stays_as_it_is(text: str) -> None:
    once = visible(text)
    assert visible(once) == once
    assert len(once.splitlines()) <= 1


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", " =", "\n="])
def test_no_cell_is_a_formula(start: str) -> None:
    assert cell(f"{start}1+1").startswith("'")


def test_csv_can_be_read_back_and_has_one_row_a_finding() -> None:
    comparison = builders.hostile()
    rows = list(csv.DictReader(io.StringIO(render(comparison, "csv"))))
    assert {row["id"] for row in rows} == {finding.id for finding in comparison.findings}
    assert rows[-1]["text: second"].startswith("1. not a list")


@given(nasty)
@settings(max_examples=100, deadline=None)
def test_article_text_stays_text_in_markdown(text: str) -> None:
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(f"- {escape(text)}\n")
    assert set(re.findall(r"<(/?\w+)", html)) <= {"ul", "/ul", "li", "/li"}


@given(nasty)
@settings(max_examples=50, deadline=None)
def test_a_table_cell_in_markdown_stays_one_cell(text: str) -> None:
    html = MarkdownIt("commonmark").enable("table").render(f"| a | b |\n|---|---|\n| {escape(text)} | x |\n")
    assert html.count("<td>") == 2
    assert "<td>x</td>" in html


@pytest.mark.parametrize(
    "text", ["see http://e.example now", "www.e.example", "me@e.example", "WWW.e.example"]
)
def test_addresses_in_markdown_are_cut_in_two(text: str) -> None:
    assert not re.search(r"://|www\.|@\w", escape(text), re.IGNORECASE)


def test_markdown_keeps_the_words() -> None:
    report = render(builders.two_sources(), "markdown")
    html = MarkdownIt("commonmark").enable("table").render(report)
    assert "At least <strong>fourteen</strong> people died" in html
    assert html.count("<h2>") == 4


@given(st.lists(nasty, min_size=1, max_size=3, unique=True))
@settings(max_examples=20, deadline=None)
def test_json_holds_the_text_exactly(texts: list[str]) -> None:
    comparison = story_of(*texts)
    report = json.loads(render(comparison, "json"))
    assert [claim["text"] for claim in report["claims"]] == [claim.text for claim in comparison.claims]
