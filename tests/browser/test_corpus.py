"""The page of a corpus: the index finds and sorts, a story opens on demand, one review for all."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Download, Page, expect

from compare.corpus import Outcome, Story
from compare.report.html.corpus import render, story_id
from compare.review import load_review
from tests.browser.conftest import Open
from tests.browser.test_access import violations
from tests.browser.test_size import busy
from tests.report import builders
from tests.reviews import entry, save

STORIES = {"fire": builders.two_sources, "ferry": builders.four_sources, "bridge": builders.many_sources}
FIGURES = builders.two_sources().only("divergence")[0].id


def corpus(copies: int = 1) -> str:
    made = {name: make() for name, make in STORIES.items()}
    names = [(name, f"{name}{number or ''}") for number in range(copies) for name in made]
    return render([Outcome(Story(folder, ()), made[name]) for name, folder in names], title="The week")


def titles(page: Page) -> list[str]:
    found: list[str] = page.locator(".story-line:visible h2").all_inner_texts()
    return found


@pytest.fixture
def page(open_page: Open) -> Page:
    return open_page(corpus())


def test_a_story_opens_from_the_index_and_the_way_back_leads_to_where_one_was(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 300})
    page.locator("#index-q").fill("ferry")
    page.get_by_role("link", name="Ferry runs aground").click()
    expect(page.locator("h1")).to_have_text("Ferry runs aground off Kallvik")
    expect(page).to_have_title("Ferry runs aground off Kallvik · The week · claimcompare")
    expect(page.locator(".finding").first).to_be_visible()
    page.get_by_role("link", name="All stories").click()
    assert titles(page) == ["Ferry runs aground off Kallvik"]
    expect(page.locator("#index-q")).to_have_value("ferry")
    expect(page.get_by_role("link", name="Ferry runs aground")).to_be_focused()


def test_back_and_forward_go_through_index_and_stories(page: Page) -> None:
    page.get_by_role("link", name="Twelve dead").click()
    page.get_by_role("link", name="Next story").click()
    expect(page.locator("h1")).to_have_text("bridge")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Twelve dead in Eastwick warehouse fire")
    page.go_back()
    expect(page.locator("h1")).to_have_text("The week")
    page.go_forward()
    expect(page.locator("h1")).to_have_text("Twelve dead in Eastwick warehouse fire")


@pytest.mark.parametrize("fragment", [f"#{FIGURES}", f"#story={story_id('fire')}&finding={FIGURES}"])
def test_a_link_to_a_finding_opens_its_story_there(open_page: Open, fragment: str) -> None:
    page = open_page(corpus(), fragment)
    expect(page.locator(f"[id={FIGURES}]")).to_be_focused()
    assert page.url.endswith(f"#story={story_id('fire')}&finding={FIGURES}")


@pytest.mark.parametrize(
    "fragment", ["#f0000000000", "#s0000000000", "#story=s0000000000", "#100%", "#%", "#index"]
)
def test_a_link_to_nothing_in_the_report_shows_the_index(open_page: Open, fragment: str) -> None:
    assert len(titles(open_page(corpus(), fragment))) == 3


def test_a_malformed_address_breaks_nothing(open_page: Open) -> None:
    page = open_page(builders.two_sources(), "#%")
    expect(page.locator("#overview")).to_be_visible()
    expect(page.locator("#progress")).to_contain_text("findings reviewed")


def test_links_inside_the_index_keep_what_was_searched_for(open_page: Open) -> None:
    page = open_page(corpus(), "#q=ferry")
    page.evaluate("location.hash = '#stories'")
    page.wait_for_timeout(50)
    assert titles(page) == ["Ferry runs aground off Kallvik"]
    expect(page.locator("#index-shown")).to_have_text("1 of 3 stories")


def test_the_address_of_a_story_holds_its_view_and_filters(open_page: Open, page: Page) -> None:
    page.get_by_role("link", name="Twelve dead").click()
    page.keyboard.press("3")
    page.locator("#q").fill("crane")
    expect(page.locator("#q")).to_have_value("crane")
    page.wait_for_url("**q=crane*")
    again = open_page(corpus(), page.url[page.url.index("#") :])
    expect(again.locator("#grid")).to_be_visible()
    expect(again.locator("#q")).to_have_value("crane")
    expect(again.locator("h1")).to_have_text("Twelve dead in Eastwick warehouse fire")


def test_a_permalink_inside_a_story_names_the_story_too(page: Page) -> None:
    page.get_by_role("link", name="Twelve dead").click()
    page.locator(f"[id={FIGURES}] a.permalink").click()
    page.wait_for_url(f"**#story={story_id('fire')}&finding={FIGURES}")


def test_search_order_and_filters_of_the_index(page: Page) -> None:
    assert titles(page) == [
        "Twelve dead in Eastwick warehouse fire",
        "bridge",
        "Ferry runs aground off Kallvik",
    ]
    page.locator("#index-sort").select_option("sources")
    assert titles(page)[0] == "bridge"
    page.locator("#index-sort").select_option("new")
    assert titles(page)[:2] == ["Twelve dead in Eastwick warehouse fire", "Ferry runs aground off Kallvik"]
    page.locator("#index-q").fill("GAZETTE 221")
    assert titles(page) == ["Ferry runs aground off Kallvik"]
    expect(page.locator("#index-shown")).to_have_text("1 of 3 stories")
    assert "q=GAZETTE+221" in page.url
    page.get_by_role("button", name="Clear").click()
    expect(page.locator(".story-line:visible")).to_have_count(3)


def test_the_index_opens_from_its_address(open_page: Open) -> None:
    page = open_page(corpus(), "#q=ferry&sort=name&clash=1")
    assert titles(page) == ["Ferry runs aground off Kallvik"]
    expect(page.locator("#index-sort")).to_have_value("name")
    expect(page.locator("#index-clash")).to_be_checked()


def test_the_index_works_with_keys_alone(page: Page) -> None:
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("bridge")
    page.keyboard.press("j")
    expect(page.locator(".finding.current")).to_have_count(1)
    page.go_back()
    page.keyboard.press("/")
    expect(page.locator("#index-q")).to_be_focused()


def test_keys_of_a_story_that_was_left_do_nothing(page: Page) -> None:
    for _ in range(3):
        page.get_by_role("link", name="Twelve dead").click()
        page.get_by_role("link", name="All stories").click()
    page.get_by_role("link", name="Twelve dead").click()
    page.keyboard.press("j")
    assert page.locator(".finding.current").get_attribute("id") == FIGURES


def test_a_tick_in_a_story_counts_on_the_index(page: Page) -> None:
    page.get_by_role("link", name="Twelve dead").click()
    page.keyboard.press("j")
    page.keyboard.press(" ")
    page.get_by_role("link", name="All stories").click()
    line = page.locator(f".story-line[data-story={story_id('fire')}]")
    expect(line.locator(".progress")).to_have_text("1 of 2 divergences reviewed")
    page.locator("#index-sort").select_option("review")
    page.locator("#index-open").check()
    assert len(titles(page)) == 3


def exported(page: Page, button: str) -> Download:
    with page.expect_download() as download:
        page.locator(button).click()
    return download.value


def test_one_review_of_all_stories_goes_out_and_comes_back(
    open_page: Open, page: Page, tmp_path: Path
) -> None:
    for name in ("Twelve dead", "Ferry runs"):
        page.get_by_role("link", name=name).click()
        page.keyboard.press("j")
        page.keyboard.press(" ")
        page.get_by_role("link", name="All stories").click()
    exported(page, "#index-export").save_as(tmp_path / "review.json")
    review = load_review(tmp_path / "review.json")
    assert {story.story for story in review.stories} == {story_id("fire"), story_id("ferry")}
    assert all(mark.done for mark in review.marks)
    other = open_page(corpus())
    other.evaluate("localStorage.clear()")
    other.locator("#index-import").set_input_files(tmp_path / "review.json")
    expect(other.locator("#index-status")).to_have_text(
        "2 marks taken over; since then 0 changed, 0 gone, 0 new."
    )
    line = other.locator(f".story-line[data-story={story_id('ferry')}]")
    expect(line.locator(".progress")).to_have_text("1 of 1 divergences reviewed")


def test_a_review_of_one_storys_own_page_is_taken_over_too(page: Page, tmp_path: Path) -> None:
    one = entry(builders.two_sources(), **{FIGURES: {"done": True, "note": "rang"}})
    lost = {**entry(builders.two_sources(), "s9999999999"), "title": "Elsewhere", "findings": ["f9999999999"]}
    save(tmp_path / "review.json", one, lost)
    page.locator("#index-import").set_input_files(tmp_path / "review.json")
    expect(page.locator("#index-status")).to_contain_text("1 marks taken over")
    expect(page.locator("#index-status")).to_contain_text(
        "1 stories of the file are not in this report: Elsewhere."
    )


def test_another_file_is_refused_with_a_word(page: Page, tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text('{"a": 1}', encoding="utf-8")
    page.locator("#index-import").set_input_files(tmp_path / "other.json")
    expect(page.locator("#index-status")).to_contain_text("no review")


def test_stories_are_made_when_they_are_opened_and_given_up_after(open_page: Open) -> None:
    page = open_page(corpus(copies=20))
    count = "document.querySelectorAll('*').length"
    closed = page.evaluate(count)
    assert page.locator(".finding").count() == 0
    page.get_by_role("link", name="Ferry runs aground").first.click()
    assert page.locator(".finding").count() == len(builders.four_sources().findings)
    page.get_by_role("link", name="All stories").click()
    assert page.evaluate(count) == closed


def test_two_hundred_stories_open_at_once_and_stay_smooth(open_page: Open) -> None:
    page = open_page(corpus(copies=67))
    expect(page.locator("#index-shown")).to_have_text("201 stories")
    assert busy(page) < 2
    before = busy(page)
    page.get_by_role("link", name="Twelve dead").first.click()
    expect(page.locator("h1")).to_have_text("Twelve dead in Eastwick warehouse fire")
    page.get_by_role("link", name="All stories").click()
    page.locator("#index-q").fill("ferry")
    expect(page.locator("#index-shown")).to_have_text("67 of 201 stories")
    assert busy(page) - before < 2


def test_without_the_script_every_story_can_be_read(open_page: Open) -> None:
    page = open_page(corpus(), java_script_enabled=False)
    for make in STORIES.values():
        for finding in make().findings:
            assert page.locator(f"[id={finding.id}]").count() == 1
    page.get_by_role("link", name="Ferry runs aground").first.click()
    assert page.url.endswith(f"#{story_id('ferry')}")
    text = page.locator(f"[id={story_id('ferry')}] .text").first
    expect(text).to_be_visible()
    assert "Divers found a four-metre gash in the hull." in text.inner_text()


def test_hostile_text_stays_text_when_a_story_is_opened(open_page: Open) -> None:
    made = [Outcome(Story("</noscript><img src=x onerror=alert(1)>", ()), builders.hostile())]
    page = open_page(render(made, title="<script>alert(1)</script>"))
    page.locator(".story-line h2 a").click()
    expect(page.locator(".finding").first).to_be_visible()
    assert page.locator("img").count() == 0
    expect(page.get_by_text("<script>alert(1)</script>").first).to_be_attached()


def test_dark_and_light_hold_for_index_and_stories(page: Page) -> None:
    page.get_by_role("button", name="Dark").click()
    page.get_by_role("link", name="Twelve dead").click()
    expect(page.get_by_role("button", name="Light")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_index_and_story(open_page: Open, scheme: str) -> None:
    page = open_page(corpus(), color_scheme=scheme)
    assert violations(page) == []
    page.get_by_role("link", name="Twelve dead").click()
    assert violations(page) == []


def test_nothing_runs_over_the_edge_of_a_phone(open_page: Open) -> None:
    page = open_page(corpus(), viewport={"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
