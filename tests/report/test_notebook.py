"""What a notebook shows of a comparison: light, scoped, escaped, never long."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from compare.comparison import Comparison
from compare.report.html.cards import Piece
from compare.report.notebook import CONTEXT, DIVERGENCES, shortened
from compare.report.visible import visible
from tests.report import builders, unusual

STORIES = {
    "two": builders.two_sources,
    "four": builders.four_sources,
    "many": builders.many_sources,
    "hostile": builders.hostile,
    "findings": unusual.many_findings,
}


@pytest.fixture(params=STORIES, name="comparison")
def _comparison(request: pytest.FixtureRequest) -> Comparison:
    return STORIES[request.param]()


def tree(comparison: Comparison) -> lxml_html.HtmlElement:
    return lxml_html.fragment_fromstring(comparison._repr_html_())


def words(element: lxml_html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_it_runs_nothing_fetches_nothing_and_links_nowhere(comparison: Comparison) -> None:
    page = tree(comparison)
    assert {element.tag for element in page.iter()} <= {
        "div", "style", "p", "strong", "small", "ul", "li", "blockquote", "b", "mark", "details", "summary", "span",
    }  # fmt: skip
    assert {name for element in page.iter() for name in element.attrib} <= {"class", "dir"}
    assert "url(" not in page.findtext("style")
    assert "@import" not in page.findtext("style")


def test_its_style_applies_to_nothing_outside(comparison: Comparison) -> None:
    style = tree(comparison).findtext("style")
    for selector in re.findall(r"([^{}]+)\{", style):
        assert all(part.strip().startswith(".claimcompare") for part in selector.split(","))


def test_it_takes_no_ids_that_a_second_cell_would_repeat(comparison: Comparison) -> None:
    assert not tree(comparison).xpath("//@id")


def test_it_shows_the_first_divergences_with_both_wordings_and_says_how_many_more() -> None:
    comparison = unusual.many_findings()
    page = tree(comparison)
    assert len(page.xpath("./ul/li")) == DIVERGENCES
    assert f"{len(comparison.only('divergence')) - DIVERGENCES} more divergences" in words(page)


def test_deciding_words_are_marked() -> None:
    comparison = builders.two_sources()
    marked = {words(mark) for mark in tree(comparison).xpath("./ul//mark")}
    assert {
        visible(item.text) for finding in comparison.only("divergence") for item in finding.evidence
    } == marked


def test_hostile_text_stays_text() -> None:
    page = tree(builders.hostile())
    assert "<script>alert(1)</script>" in words(page)
    assert not page.xpath("//script")


def test_the_whole_page_is_one_call_away() -> None:
    comparison = builders.two_sources()
    from compare.report.html import render

    assert comparison.to_html() == render(comparison)


@given(st.lists(st.tuples(st.text(max_size=400), st.sampled_from(["", "mark"])), max_size=9))
@settings(deadline=None)
def test_no_piece_of_a_claim_is_longer_than_the_bound(pieces: list[tuple[str, str]]) -> None:
    shown = shortened([Piece(*piece) for piece in pieces])
    assert all(len(piece.text) <= CONTEXT + 1 for piece in shown)


def test_the_words_beside_the_deciding_ones_are_kept() -> None:
    before, after = "a" * 500 + " near", "close " + "b" * 500
    first, deciding, last = shortened([Piece(before), Piece("twelve", "mark"), Piece(after)])
    assert first.text.startswith("…")
    assert first.text.endswith(" near")
    assert deciding.text == "twelve"
    assert last.text.startswith("close ")
    assert last.text.endswith("…")
