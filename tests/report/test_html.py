"""The HTML report: one file, nothing fetched, everything escaped, everything readable without the script."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from lxml import html as lxml_html

from compare.comparison import Comparison
from compare.report.base import Options
from compare.report.html import render
from compare.report.visible import visible
from tests.report import builders

STORIES = {"two": builders.two_sources, "four": builders.four_sources, "hostile": builders.hostile}


@pytest.fixture(params=STORIES, name="comparison")
def _comparison(request: pytest.FixtureRequest) -> Comparison:
    return STORIES[request.param]()


def tree(comparison: Comparison) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(render(comparison))


def words(element: lxml_html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_nothing_is_fetched(comparison: Comparison) -> None:
    page = tree(comparison)
    assert not page.xpath("//*[@src or @srcset or @data or @poster or @background or @action or @ping]")
    assert not page.xpath(
        "//link | //iframe | //object | //embed | //img | //base | //style[contains(., 'url(')]"
    )


def test_the_policy_allows_exactly_the_style_and_the_script_inside(comparison: Comparison) -> None:
    page = tree(comparison)
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    for kind in ("style", "script"):
        (text,) = page.xpath(f"//{kind}/text()")
        digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_no_attribute_runs_anything(comparison: Comparison) -> None:
    page = tree(comparison)
    for element in page.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name != "style"
            assert not (
                name == "href" and re.match(r"\s*(?:javascript|data|vbscript):", value, re.IGNORECASE)
            )


def test_hostile_text_makes_no_elements() -> None:
    plain, hostile = tree(builders.two_sources()), tree(builders.hostile())
    assert {element.tag for element in hostile.iter() if isinstance(element.tag, str)} <= {
        element.tag for element in plain.iter() if isinstance(element.tag, str)
    } | {"cite", "br"}
    assert len(hostile.xpath("//script")) == len(hostile.xpath("//style")) == 1


def test_every_claim_and_every_piece_of_furniture_stands_in_its_article(comparison: Comparison) -> None:
    page = tree(comparison)
    for claim in comparison.claims:
        (sentence,) = page.xpath("//*[@id=$id]", id=claim.id)
        assert visible(claim.text) in words(sentence)
    asides = [words(element) for element in page.xpath("//p[contains(@class, 'aside')]")]
    for article in comparison.articles:
        for piece in article.furniture:
            assert any(visible(piece.text) in aside for aside in asides)


def test_every_finding_has_a_permanent_link_and_its_deciding_words(comparison: Comparison) -> None:
    page = tree(comparison)
    for finding in comparison.findings:
        (card,) = page.xpath("//*[@id=$id]", id=finding.id)
        assert card.xpath(".//a[@href=$link]", link=f"#{finding.id}")
        marked = " ".join(words(mark) for mark in card.xpath(".//mark"))
        if finding.kind == "divergence":
            assert all(visible(item.text) in marked for item in finding.evidence)


def test_ids_are_unique_and_links_inside_the_page_lead_somewhere(comparison: Comparison) -> None:
    page = tree(comparison)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for link in page.xpath("//a/@href"):
        if link.startswith("#") and "=" not in link:
            assert link[1:] in ids


def test_every_control_has_a_name(comparison: Comparison) -> None:
    page = tree(comparison)
    for control in page.xpath("//input | //select"):
        named = control.get("aria-label") or any(words(label) for label in control.iterancestors("label"))
        assert named
    for picture in page.xpath("//svg[not(ancestor-or-self::*[@aria-hidden='true'])]"):
        assert picture.get("aria-label")


def test_the_page_is_the_same_each_time(comparison: Comparison) -> None:
    assert render(comparison) == render(comparison)


def test_only_and_top_choose_findings_but_articles_stay_whole() -> None:
    comparison = builders.two_sources()
    page = lxml_html.document_fromstring(render(comparison, Options(only=("divergences",), top=1)))
    assert len(page.xpath("//article[contains(@class, 'finding')]")) == 1
    assert len(page.xpath("//*[contains(@class, 'sentence ')]")) == len(comparison.claims)


def test_a_story_without_a_clash_says_so() -> None:
    story = builders.Story(builders.article("a", ["One."]), builders.article("b", ["Two."]))
    assert "No place found where the accounts clash." in words(tree(story.compared()))
