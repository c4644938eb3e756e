"""Every report of an unusual story can be made, is whole, and acts on nobody's screen."""

from __future__ import annotations

import unicodedata

import pytest
from lxml import html as lxml_html

from compare.comparison import Comparison
from compare.corpus import Outcome, Story
from compare.report import FORMATS, render
from compare.report.html.corpus import render as render_corpus
from compare.report.visible import visible
from tests.report import unusual


@pytest.fixture(params=unusual.ALL, name="comparison", scope="module")
def _comparison(request: pytest.FixtureRequest) -> Comparison:
    return unusual.ALL[request.param]()


def words(element: lxml_html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def pages(comparison: Comparison) -> list[str]:
    return [comparison.to_html(), render_corpus([Outcome(Story("unusual", ()), comparison)])]


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_can_be_made_and_is_safe_to_print(comparison: Comparison, format: str) -> None:
    text = render(comparison, format)
    assert text.endswith("\n")
    allowed = "\r\n" if format == "csv" else "\n"
    for character in set(text):
        assert character in allowed + "\u200d" or unicodedata.category(character) not in ("Cc", "Cf", "Cs")


def test_pages_hold_every_claim_and_every_finding_once(comparison: Comparison) -> None:
    for text in pages(comparison):
        page = lxml_html.document_fromstring(text)
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        assert {item.id for item in (*comparison.claims, *comparison.findings)} <= set(ids)
        sentences = {element.get("id"): words(element) for element in page.find_class("sentence")}
        assert all(visible(claim.text) in sentences[claim.id] for claim in comparison.claims)


def test_pages_take_the_direction_of_each_text_from_the_text() -> None:
    for text in pages(unusual.right_to_left()):
        page = lxml_html.document_fromstring(text)
        for words_of in ("حريق في الميناء", "שריפה בנמל", "اثنا عشر"):
            (first, *_) = page.xpath("//body//*[contains(text(), $words)]", words=words_of)
            assert first.xpath("ancestor-or-self::*[@dir='auto'] | ancestor-or-self::bdi")


def test_a_page_without_divergences_says_so(comparison: Comparison) -> None:
    for text in (pages(comparison)[0], comparison._repr_html_()):
        page = lxml_html.document_fromstring(text)
        said = "No place found where the accounts clash." in words(page)
        assert said == (not comparison.only("divergence"))


def test_the_notebook_view_is_made_and_small(comparison: Comparison) -> None:
    assert len(comparison._repr_html_().encode()) < 100_000
