"""Findings as cards: who tells it, in how many origins, in which words."""

from __future__ import annotations

import dataclasses

from lxml import html as lxml_html

from compare.comparison import Comparison
from compare.report.base import Options, letters
from compare.report.html import render
from compare.report.html.cards import card
from compare.report.html.view import story
from tests.report import builders


def wire_copies() -> Comparison:
    """Four papers that print one agency sentence."""
    papers = [builders.article(id, ["The ferry ran aground off Kallvik."]) for id in "abcd"]
    made = builders.Story(*papers)
    made.find("AGR102", "a:1 b:1 c:1 d:1")
    compared = made.compared()
    (cluster,) = compared.clusters
    return dataclasses.replace(
        compared, clusters=(dataclasses.replace(cluster, origins=(("a", "b", "c", "d"),)),)
    )


def test_copies_are_counted_as_one_origin() -> None:
    compared = wire_copies()
    assert card(compared, compared.findings[0], letters(compared), None).origins == "4 outlets, 1 origin"
    page = lxml_html.document_fromstring(render(compared))
    assert page.xpath("//article[contains(@class, 'finding')]//*[text()='4 outlets, 1 origin']")
    (told,) = page.xpath("//section[@id='grid']//tbody/tr/td[1]")
    assert told.text_content().startswith("4 of 4, 1 origin")


def test_independent_accounts_are_not() -> None:
    compared = builders.four_sources()
    assert [card(compared, one, letters(compared), None).origins for one in compared.only("agreement")] == [
        "",
        "",
    ]


def test_the_same_words_of_several_sources_stand_once() -> None:
    compared = wire_copies()
    (wording,) = card(compared, compared.findings[0], letters(compared), None).wordings
    assert [letter for letter, _ in wording.who] == ["A", "B", "C", "D"]


def test_an_omission_names_who_lacks_it() -> None:
    compared = builders.four_sources()
    (finding,) = compared.only("omission")
    assert card(compared, finding, letters(compared), None).missing == ("C",)
    (tidende,) = [one for one in story(compared, Options()).articles if one.letter == "C"]
    assert tidende.omitted == 1


def test_a_title_is_that_of_the_article_others_share_most_of() -> None:
    assert story(builders.four_sources(), Options()).title == "Ferry runs aground off Kallvik"


def test_every_rule_on_the_page_is_explained_on_it() -> None:
    compared = builders.two_sources()
    page = lxml_html.document_fromstring(render(compared))
    for code in {finding.rule for finding in compared.findings}:
        assert page.xpath("//dt[@id=$id]", id=f"rule-{code}")
