"""The numbers behind the pictures."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from compare.comparison import Comparison
from compare.report.base import letters
from compare.report.html import render
from compare.report.html.pictures import FACTS, SHADES, coverage, overlap
from tests.report import builders

STORIES = [builders.two_sources, builders.four_sources, builders.many_sources, builders.hostile]


@pytest.fixture(params=STORIES, name="comparison")
def _comparison(request: pytest.FixtureRequest) -> Comparison:
    story: Comparison = request.param()
    return story


def test_the_parts_of_a_bar_add_up_to_the_claims(comparison: Comparison) -> None:
    picture = overlap(comparison, letters(comparison))
    counts = {count.id: count for count in comparison.summary.sources}
    for share, article in zip(picture.shares, comparison.articles, strict=True):
        assert share.everyone + share.some + share.alone == share.claims == counts[article.id].claims
        assert share.everyone + share.some == counts[article.id].shared
    assert all(str(share.claims) in picture.text for share in picture.shares)


def test_each_pair_once_with_the_facts_that_both_tell() -> None:
    story = builders.four_sources()
    picture = overlap(story, letters(story))
    assert {(pair.column, pair.row): pair.facts for pair in picture.pairs} == {
        (0, 1): 2, (0, 2): 1, (0, 3): 2, (1, 2): 1, (1, 3): 2, (2, 3): 2,
    }  # fmt: skip
    assert max(pair.shade for pair in picture.pairs) == SHADES


def test_two_sources_have_a_number_in_place_of_pairs() -> None:
    story = builders.two_sources()
    picture = overlap(story, letters(story))
    assert picture.pairs == ()
    assert picture.both == sum(len(cluster.sources) == 2 for cluster in story.clusters)


def test_coverage_has_a_square_for_each_source_of_each_of_the_first_facts() -> None:
    rows = [("shared", ["A", "B"]), ("only", ["B"])] * FACTS
    picture = coverage(rows, ["A", "B"])
    assert (picture.facts, picture.total) == (FACTS, 2 * FACTS)
    assert sum(path.count("M") for _, path in picture.paths) == FACTS // 2 * 3


def test_no_picture_needs_anything_but_the_page(comparison: Comparison) -> None:
    page = lxml_html.document_fromstring(render(comparison))
    assert page.xpath("//*[local-name()='svg'][@role='img'][@aria-label]")
    assert not page.xpath("//*[local-name()='use' or local-name()='image']")
