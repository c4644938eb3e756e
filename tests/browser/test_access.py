"""Everybody can use the page: by key, by screen reader, in both themes, at any width, without motion."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from compare.comparison import Comparison
from tests.browser.conftest import Open
from tests.report import builders

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def violations(page: Page) -> list[str]:
    """What axe-core objects to, in what it looks at: what is in sight."""
    results: dict[str, Any] = Axe().run(page, options=RULES).response
    return [
        f"{item['id']}: {node['html'][:120]}: {node['failureSummary']}"
        for item in results["violations"]
        for node in item["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_view(open_page: Open, scheme: str) -> None:
    page = open_page(builders.four_sources(), color_scheme=scheme)
    page.locator(".why").evaluate_all("folds => folds.forEach(fold => { fold.open = true })")
    page.get_by_role("button", name="Filters").click()
    page.locator(".finding").first.get_by_label("reviewed").check()
    page.locator(".finding").last.get_by_label("reviewed").check()
    assert violations(page) == []
    page.keyboard.press("2")
    page.locator(".sentence").first.click()
    assert violations(page) == []
    page.keyboard.press("3")
    page.locator("#grid tbody tr").first.locator(".fact").click()
    assert violations(page) == []
    page.keyboard.press("?")
    assert violations(page) == []


def test_axe_finds_nothing_on_a_phone(open_page: Open) -> None:
    assert violations(open_page(builders.two_sources(), viewport={"width": 390, "height": 844})) == []


def test_the_main_task_by_keyboard_alone(open_page: Open) -> None:
    """Skip to the findings, read why two differ, mark one wrong with a note, tick the next, look it up in the article."""
    comparison = builders.two_sources()
    page = open_page(comparison)
    press = page.keyboard.press
    press("Tab")
    expect(page.get_by_role("link", name="Skip to the findings")).to_be_focused()
    press("Enter")
    press("n")
    first = page.locator(".clash").first
    expect(first).to_be_focused()
    press("o")
    expect(first.get_by_text("What would change it")).to_be_visible()
    press("x")
    press("m")
    expect(first.get_by_label("Note")).to_be_focused()
    page.keyboard.type("2 and ? are no keys here")
    press("Escape")
    expect(first).to_be_focused()
    expect(first.get_by_label("Note")).to_have_value("2 and ? are no keys here")
    expect(first.get_by_label("wrong")).to_be_checked()
    press("n")
    press("Space")
    second = page.locator(".clash").nth(1)
    expect(second.get_by_label("reviewed")).to_be_checked()
    press("p")
    expect(first).to_be_focused()
    press("2")
    press("n")
    expect(page.locator(".sentence.current")).to_be_focused()
    expect(page.locator("#panel")).to_be_visible()
    press("3")
    press("j")
    press("Space")
    expect(page.locator("#panel")).to_be_visible()
    press("1")
    press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("norvolt")
    expect(page.locator("#shown")).to_contain_text("1 of")
    press("Escape")
    press("j")
    expect(page.locator(".finding:focus")).to_contain_text("Norvolt")


def test_the_list_of_keys_opens_and_closes_by_key(open_page: Open) -> None:
    page = open_page(builders.two_sources())
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()


def test_single_keys_can_be_turned_off(open_page: Open) -> None:
    page = open_page(builders.two_sources())
    page.keyboard.press("?")
    page.get_by_label("Single keys do this").uncheck()
    page.get_by_role("button", name="Close", exact=True).click()
    page.keyboard.press("2")
    expect(page.locator("#overview")).to_be_visible()


def test_every_stop_of_the_tab_key_is_in_sight_and_none_traps(open_page: Open) -> None:
    page = open_page(builders.two_sources())
    stops = []
    for _ in range(200):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
                const stop = document.activeElement, box = stop.getBoundingClientRect();
                const style = getComputedStyle(stop.matches('.sr') ? stop.parentElement : stop);
                return [stop.tagName + stop.id, box.bottom > 0 && box.top < innerHeight, style.outlineStyle];
            }"""
        )
        if stop[0] == "BODY":
            break
        stops.append(stop)
    assert 20 < len(stops) < 200
    assert [stop for stop in stops if not stop[1] or stop[2] == "none"] == []


STORIES = {
    "two": builders.two_sources,
    "four": builders.four_sources,
    "many": builders.many_sources,
    "hostile": builders.hostile,
}


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("width", [320, 768])
def test_no_page_scrolls_sideways(open_page: Open, name: str, width: int) -> None:
    page = open_page(_printable(STORIES[name]()), viewport={"width": width, "height": 800})
    for key in "123":
        page.keyboard.press(key)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_finger_finds_every_control(open_page: Open) -> None:
    page = open_page(builders.two_sources(), viewport={"width": 390, "height": 844})
    small = page.locator("button:visible, input:visible, select:visible, summary:visible").evaluate_all(
        """controls => controls.map(one => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
            .filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 23.9))"""
    )
    assert small == []


def test_nothing_moves_for_who_asked_for_that(open_page: Open) -> None:
    page = open_page(builders.two_sources(), "#view=articles", reduced_motion="reduce")
    assert page.locator(".text").first.evaluate("text => getComputedStyle(text).scrollBehavior") == "auto"


def test_without_the_script_everything_can_be_read(open_page: Open) -> None:
    comparison = builders.two_sources()
    page = open_page(comparison, java_script_enabled=False)
    for id in ("overview", "articles", "grid"):
        expect(page.locator(f"#{id}")).to_be_visible()
    for claim in comparison.claims:
        expect(page.locator(f"#{claim.id}")).to_be_visible()
    expect(page.locator(".js:visible")).to_have_count(0)
    page.locator(".clash summary").first.click()
    expect(page.get_by_text("What would change it").first).to_be_visible()


def _printable(comparison: Comparison) -> str:
    from compare.report.html import render

    return render(comparison).encode("utf-8", "replace").decode("utf-8")
