"""Three views of the same findings, the state in the address, search and filters."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.report import builders


def shown(page: Page) -> list[str]:
    """The messages of the findings in sight, those in closed folds left out."""
    found: list[str] = page.locator(".finding:visible").evaluate_all(
        "cards => cards.map(card => review.message(card))"
    )
    return found


def test_one_view_at_a_time_and_the_address_says_which(open_page: Open) -> None:
    page = open_page(builders.two_sources())
    views = page.locator(".view:visible")
    for name in ("Articles", "Grid", "Overview"):
        page.get_by_role("navigation", name="Views").get_by_role("link", name=name).click()
        expect(views).to_have_count(1)
        expect(views).to_have_id(name.lower())
        assert ("view=" + name.lower() in page.url) == (name != "Overview")


def test_a_view_opens_from_its_address(open_page: Open) -> None:
    page = open_page(builders.two_sources(), "#view=grid")
    expect(page.locator("#grid")).to_be_visible()
    expect(page.locator(".views [aria-current]")).to_have_text("Grid")


def test_search_narrows_as_one_types_and_goes_with_the_address(open_page: Open) -> None:
    comparison = builders.two_sources()
    page = open_page(comparison)
    page.locator("#q").fill("lithium norvolt")
    expect(page.locator("#shown")).to_have_text(f"1 of {len(comparison.findings)} findings")
    expect(page.locator(".finding:visible")).to_contain_text("lithium batteries for Norvolt")
    page.wait_for_url("**q=lithium*")
    again = open_page(comparison, page.url[page.url.index("#") :])
    assert shown(again) == shown(page)


def test_search_fades_sentences_and_hides_facts_in_the_other_views(open_page: Open) -> None:
    page = open_page(builders.two_sources(), "#view=articles&q=lithium")
    expect(page.locator(".sentence:not(.faded)")).to_have_count(1)
    page.keyboard.press("3")
    expect(page.locator("#grid tbody tr:visible")).to_have_count(1)


def test_each_filter_alone_and_all_cleared(open_page: Open) -> None:
    comparison = builders.two_sources()
    page = open_page(comparison)
    page.get_by_role("button", name="Filters").click()
    letters = {article.id: letter for article, letter in zip(comparison.articles, "AB", strict=True)}
    speakers = {claim.id: claim.speaker.name for claim in comparison.claims if claim.speaker}
    expected = {
        ("Kind", "addition"): lambda finding: finding.kind == "addition",
        ("Severity", "soft"): lambda finding: finding.severity == "soft",
        ("Rule", "DIV401"): lambda finding: finding.rule == "DIV401",
        ("Source", "B"): lambda finding: "B" in {letters[id] for id in finding.sources},
        ("Speaker", "Ivo Lang"): lambda finding: "Ivo Lang" in {speakers.get(id) for id in finding.claims},
        ("Importance", "0.7"): lambda finding: finding.importance >= 0.7,
    }
    for (label, value), wanted in expected.items():
        page.get_by_role("combobox", name=label).select_option(value)
        expect(page.locator(".finding:not([hidden])")).to_have_count(sum(map(wanted, comparison.findings)))
        assert f"{label.lower()}=" in page.url
        page.get_by_role("button", name="Clear").click()
        expect(page.locator(".finding:not([hidden])")).to_have_count(len(comparison.findings))


def test_not_yet_reviewed_leaves_out_what_is_ticked(open_page: Open) -> None:
    comparison = builders.two_sources()
    page = open_page(comparison)
    page.locator(".clash").first.get_by_label("reviewed").check()
    page.get_by_role("button", name="Filters").click()
    page.get_by_label("not yet reviewed").check()
    expect(page.locator(".finding:not([hidden])")).to_have_count(len(comparison.findings) - 1)


def test_a_permalink_opens_its_finding_even_when_filtered_and_folded(open_page: Open) -> None:
    comparison = builders.many_sources()
    last = comparison.only("omission")[0]
    page = open_page(comparison, "#kind=divergence")
    expect(page.locator(f"#{last.id}")).to_be_hidden()
    page.evaluate(f"location.hash = '{last.id}'")
    expect(page.locator(f"#{last.id}")).to_be_visible()
    expect(page.locator(f"#{last.id}")).to_be_focused()


def test_ids_survive_a_change_elsewhere(open_page: Open) -> None:
    comparison = builders.two_sources()
    link = open_page(comparison).locator(".clash .permalink").first.get_attribute("href")
    other = builders.Story(*comparison.articles, builders.article("later", ["Something else was said."]))
    other.find("DIV401", "city-ledger:1 harbour-herald:1", "fourteen|twelve")
    assert open_page(other.compared()).locator(".clash .permalink").first.get_attribute("href") == link


def test_a_sentence_brings_up_its_counterparts(open_page: Open) -> None:
    page = open_page(builders.four_sources(), "#view=articles")
    page.locator(".column[data-letter=A] .sentence").nth(1).click()
    expect(page.locator(".sentence.linked")).to_have_count(2)
    panel = page.get_by_role("complementary", name="Counterparts")
    expect(panel.get_by_role("heading")).to_have_text("3 of 4 sources tell this")
    expect(panel.locator("blockquote")).to_have_count(3)
    expect(panel).to_contain_text("Missing: C")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()


def test_other_columns_scroll_to_the_counterpart(open_page: Open) -> None:
    filler = [f"Sentence number {n} is told by nobody else at all in this town." for n in range(60)]
    story = builders.Story(
        builders.article("a", ["The bridge is closed.", *filler]),
        builders.article("b", [*filler[::-1], "The bridge has been closed."]),
    )
    story.find("AGR101", "a:1 b:61")
    page = open_page(story.compared(), "#view=articles", reduced_motion="reduce")
    other = page.locator(".column[data-letter=B] .text")
    assert other.evaluate("text => text.scrollTop") == 0
    page.locator(".column[data-letter=A] .sentence").first.click()
    assert other.evaluate("text => text.scrollTop") > 300
    expect(page.locator(".column[data-letter=B] .ruler .linked")).to_have_count(1)


def test_scroll_bars_carry_a_mark_for_each_divergence(open_page: Open) -> None:
    page = open_page(builders.two_sources(), "#view=articles")
    expect(page.locator(".column[data-letter=A] .ruler .s-divergence")).to_have_count(2)


def test_a_fact_in_the_grid_opens_every_wording(open_page: Open) -> None:
    page = open_page(builders.four_sources(), "#view=grid")
    page.locator("#grid tbody tr").first.locator(".fact").click()
    expect(page.locator("#panel blockquote")).to_have_count(4)
    expect(page.locator("#panel a", has_text="DIV401")).to_be_visible()


def test_the_grid_sorts_by_each_column(open_page: Open) -> None:
    page = open_page(builders.two_sources(), "#view=grid")
    facts = page.locator("#grid tbody .fact")
    before = facts.all_text_contents()
    page.get_by_role("button", name="Fact").click()
    assert facts.all_text_contents() == sorted(before, reverse=True)
    page.get_by_role("button", name="Fact").click()
    assert facts.all_text_contents() == sorted(before)
    page.get_by_role("button", name="Told by").click()
    assert sorted(facts.all_text_contents()) == sorted(before)
    expect(page.locator("th[aria-sort]")).to_have_text("Told by")


def test_why_opens_to_scores_details_and_what_would_change_it(open_page: Open) -> None:
    comparison = builders.two_sources()
    page = open_page(comparison)
    least = f"Below {comparison.settings.judge.hard:.2f}"
    card = page.locator(".clash").first
    card.get_by_text("Why", exact=True).click()
    for words in ("Certainty", "0.94", "“fourteen”", "What would change it", least):
        expect(card.locator(".why")).to_contain_text(words)


def test_the_theme_switch_holds_on_the_next_visit(open_page: Open) -> None:
    page = open_page(builders.two_sources(), color_scheme="light")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Dark").click()
    assert page.evaluate(paper) != light
    dark = page.evaluate(paper)
    page.evaluate("localStorage.setItem('again', '1')")
    page.keyboard.press("2")
    assert page.evaluate("localStorage.getItem('claimcompare-theme')") == "dark"
    assert open_page(builders.two_sources(), color_scheme="dark").evaluate(paper) == dark
