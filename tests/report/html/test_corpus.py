"""The page of a corpus: an index and every story in one file, nothing fetched, readable without the script."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from lxml import html as lxml_html

from compare.comparison import Comparison
from compare.corpus import Outcome, Skipped, Story
from compare.report.html import render as render_story
from compare.report.html.corpus import render, scoped, story_id
from compare.report.visible import visible
from compare.review import Mark, Review, StoryReview, Wording
from tests.report import builders
from tests.reviews import entry

STORIES = {
    "fire": builders.two_sources,
    "coast/ferry": builders.four_sources,
    "bridge": builders.many_sources,
    "=hostile\x1b": builders.hostile,
}


def outcome(name: str, comparison: Comparison | None, *unread: Skipped) -> Outcome:
    return Outcome(Story(name, ()), comparison, unread)


def outcomes() -> list[Outcome]:
    return [outcome(name, make()) for name, make in STORIES.items()]


def tree(made: Sequence[Outcome] | None = None, **options: object) -> lxml_html.HtmlElement:
    """The page as a browser without scripts has it: what stands in <noscript> counts."""
    return lxml_html.document_fromstring(render(outcomes() if made is None else made, **options))  # type: ignore[arg-type]


def words(element: lxml_html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_nothing_is_fetched() -> None:
    page = tree()
    assert not page.xpath("//*[@src or @srcset or @data or @poster or @background or @action or @ping]")
    assert not page.xpath(
        "//link | //iframe | //object | //embed | //img | //base | //style[contains(., 'url(')]"
    )


def test_the_policy_allows_exactly_the_style_and_the_script_inside() -> None:
    page = tree()
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    for kind in ("style", "script"):
        (text,) = page.xpath(f"//{kind}/text()")
        digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_no_attribute_runs_anything_and_hostile_text_makes_no_elements() -> None:
    hostile = [outcome("<script>x</script>", builders.hostile(), Skipped("<b>.txt", "<img src=x>"))]
    page, plain = tree(hostile, title="</noscript><script>"), tree()
    assert {element.tag for element in page.iter() if isinstance(element.tag, str)} <= {
        element.tag for element in plain.iter() if isinstance(element.tag, str)
    } | {"cite", "br"}
    assert len(page.xpath("//script")) == len(page.xpath("//style")) == 1
    for element in page.iter():
        assert not [name for name in element.attrib if name.startswith("on") or name == "style"]


def test_a_browser_with_scripts_takes_each_story_for_one_piece_of_text() -> None:
    made = [outcome("</noscript>", builders.hostile())]
    text = render(made, title="</noscript>")
    assert text.count("<noscript") == text.count("</noscript>") == len(made)


def test_every_story_has_a_line_and_its_whole_page() -> None:
    page = tree()
    for one in outcomes():
        assert one.comparison is not None
        id = story_id(one.story.name)
        (line,) = page.xpath("//*[contains(@class, 'story-line')][@data-story=$id]", id=id)
        assert line.xpath(".//h2/a/@href") == [f"#{id}"]
        assert visible(one.story.name) in words(line)
        (inside,) = page.xpath("//*[@id=$id]", id=id)
        for item in (*one.comparison.findings, *one.comparison.claims):
            assert inside.xpath(".//*[@id=$id]", id=item.id)


def test_a_line_tells_counts_sources_dates_and_the_gravest_divergences() -> None:
    (line,) = tree([outcome("coast/ferry", builders.four_sources())]).xpath(
        "//*[contains(@class, 'story-line')]"
    )
    text = words(line)
    assert "2 Jun 2025 to 3 Jun 2025" in text
    assert "4 sources: The Gazette, Morning Post, Tidende, Nordwire" in text
    assert "Different figures: 221 (The Gazette) v. 212" in text
    assert [words(figure) for figure in line.xpath(".//dl/div")][:2] == ["hard 1", "soft 0"]


def test_findings_have_the_same_ids_and_links_as_on_the_page_of_their_story() -> None:
    comparison = builders.two_sources()
    alone = lxml_html.document_fromstring(render_story(comparison))
    page = tree()
    for id in (finding.id for finding in comparison.findings):
        assert alone.xpath("//*[@id=$id]", id=id)
        assert page.xpath("//*[@id=$id]", id=id)
        assert page.xpath("//a[@href=$link]", link=f"#{id}")


def test_ids_are_unique_and_links_inside_the_page_lead_somewhere() -> None:
    page = tree()
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for link in page.xpath("//a/@href"):
        assert link == "#" or "=" in link or not link.startswith("#") or link[1:] in ids
    for names in page.xpath("//@aria-labelledby | //@aria-controls"):
        assert set(names.split()) <= set(ids)


def test_scoped_ids_are_what_the_script_takes_off_again() -> None:
    markup = '<a href="#grid" id="q" aria-labelledby="a b"></a><p id="f0123456789">id=&#34;q&#34; href=&#34;#x&#34;</p>'
    prefix = "s0123456789"
    assert scoped(markup, prefix) == (
        f'<a href="#{prefix}-grid" id="{prefix}-q" aria-labelledby="{prefix}-a {prefix}-b"></a>'
        '<p id="f0123456789">id=&#34;q&#34; href=&#34;#x&#34;</p>'
    )
    assert scoped(markup, prefix).replace(f"{prefix}-", "") == markup


def test_the_gravest_story_comes_first_whatever_the_order_given() -> None:
    made = outcomes()
    assert render(made) == render(made[::-1])
    names = tree().xpath("//*[contains(@class, 'story-line')]/@data-name")
    assert names == ["fire", visible("=hostile\x1b"), "bridge", "coast/ferry"]


def test_what_could_not_be_read_is_listed_with_its_reason() -> None:
    broken = outcome(
        "mill", None, Skipped("mill/a.txt", "is empty"), Skipped("mill/b.json", "not valid JSON at line 1")
    )
    page = tree([*outcomes(), broken], skipped=[Skipped("huge.html", "is larger than 20 MB")])
    (section,) = page.xpath("//*[@id='unread']")
    assert [words(item) for item in section.xpath(".//li")] == [
        "huge.html: is larger than 20 MB",
        "mill/a.txt: is empty",
        "mill/b.json: not valid JSON at line 1",
    ]
    assert "3 files not read" in words(page.xpath("//header")[0])
    (line,) = page.xpath("//*[@data-name='mill']")
    assert "No article could be read" in words(line)
    assert not line.xpath(".//h2/a")


def test_a_story_of_one_article_says_that_there_is_nothing_to_compare() -> None:
    story = builders.Story(builders.article("a", ["The mill has closed."]))
    page = tree([outcome("mill", story.compared())])
    assert "nothing to compare it with" in words(page.xpath("//*[@data-name='mill']")[0])
    assert page.xpath("//*[@id=$id]", id=story.claims["a:1"].id)


def test_a_story_without_titles_is_called_by_its_folder() -> None:
    story = builders.Story(builders.article("a", ["One."]), builders.article("b", ["Two."]))
    assert words(tree([outcome("mill", story.compared())]).xpath("//h2/a")[0]) == "mill"


def test_two_stories_of_files_with_the_same_names_stay_apart() -> None:
    made = [outcome(name, builders.Story(builders.article("a", [f"{name} one."]), builders.article("b", [f"{name} two."])).compared()) for name in ("x", "y")]  # fmt: skip
    ids = tree(made).xpath("//@id")
    assert len(ids) == len(set(ids))


def test_the_index_counts_what_a_review_has_done() -> None:
    comparison = builders.two_sources()
    figures, speakers = (finding.id for finding in comparison.only("divergence"))
    marks = (
        Mark(figures, "DIV401", "m", True, False, "", ()),
        Mark(speakers, "DIV407", "m", False, False, "ask", ()),
    )
    review = Review("r", (StoryReview("s0123456789", "t", tuple(entry(comparison)["findings"]), marks),))
    (line,) = tree([outcome("fire", comparison)], review=review).xpath("//*[contains(@class, 'story-line')]")
    assert line.get("data-marked") == figures
    assert "1 of 2 divergences reviewed" in words(line)


def test_the_index_says_where_something_changed_since_the_review() -> None:
    comparison = builders.two_sources()
    known = tuple(finding.id for finding in comparison.findings[2:])
    gone = Mark(
        "f0123456789", "ADD201", "Only in A", True, False, "", (Wording("c0123456789", "Quite another."),)
    )
    review = Review("r", (StoryReview(story_id("fire"), "t", known, (gone,)),))
    page = tree([outcome("fire", comparison)], review=review)
    assert "Since the review: 1 gone, 2 new" in words(page.xpath("//*[@data-name='fire']")[0])
    assert not page.xpath("//*[@id='lost']")


def test_every_control_has_a_name() -> None:
    for control in tree().xpath("//input | //select"):
        assert control.get("aria-label") or any(words(label) for label in control.iterancestors("label"))


def test_a_source_with_a_very_long_name_is_shown_whole() -> None:
    comparison = builders.two_sources()
    long = tuple(replace(article, source="x" * 5_000) for article in comparison.articles)
    (line,) = tree([outcome("fire", replace(comparison, articles=long))]).xpath("//*[@data-name='fire']")
    assert "x" * 5_000 in words(line)


@pytest.mark.parametrize("stories", [10, 40])
def test_the_page_grows_with_its_stories_and_no_faster(stories: int) -> None:
    one = len(render([outcome("0", builders.four_sources())]))
    two = len(render([outcome(str(number), builders.four_sources()) for number in range(2)]))
    many = len(render([outcome(str(number), builders.four_sources()) for number in range(stories)]))
    assert many - one <= 1.02 * (stories - 1) * (two - one)


def test_a_closing_tag_in_a_story_is_never_literal() -> None:
    for text in re.findall(r"<noscript[^>]*>(.*?)</noscript>", render(outcomes()), re.DOTALL):
        assert "<script" not in text
        assert "<noscript" not in text
