"""The review: kept in the browser, exported, read by the program, and set beside a later report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from compare.comparison import Comparison
from compare.report.html import render
from compare.review import load_review
from tests.browser.conftest import Open
from tests.report import builders


def mark(page: Page, finding: str, *, wrong: bool = False, note: str = "") -> None:
    """Tick a finding, and say more about it."""
    card = page.locator(f"#{finding}")
    card.get_by_label("reviewed").check()
    card.locator(".why").evaluate("fold => { fold.open = true }")
    card.get_by_label("wrong").set_checked(wrong)
    card.get_by_label("Note").fill(note)


def export(page: Page, folder: Path) -> Path:
    """The exported file."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Export").click()
    waiting.value.save_as(folder / "review.json")
    return folder / "review.json"


@pytest.fixture(name="comparison")
def _comparison() -> Comparison:
    return builders.two_sources()


def test_marks_are_kept_until_the_next_visit(open_page: Open, comparison: Comparison) -> None:
    page = open_page(comparison)
    clash = comparison.only("divergence")[0]
    mark(page, clash.id, wrong=True, note="ask the port police")
    expect(page.locator("#progress")).to_have_text(f"1 of {len(comparison.findings)} findings reviewed")
    page.reload()
    card = page.locator(f"#{clash.id}")
    expect(card.get_by_label("reviewed")).to_be_checked()
    expect(card).to_have_class("finding clash v-hard done wrong")


def test_an_export_is_read_by_the_program_word_for_word(
    open_page: Open, comparison: Comparison, tmp_path: Path
) -> None:
    page = open_page(comparison)
    clash, addition = comparison.only("divergence")[0], comparison.only("addition")[0]
    mark(page, clash.id, wrong=True, note="“fourteen” counts the injured <b>&amp;</b>")
    mark(page, addition.id)
    (story,) = load_review(export(page, tmp_path)).stories
    assert [one.finding for one in story.marks] == [clash.id, addition.id]
    first = story.marks[0]
    assert (first.done, first.wrong, first.note) == (True, True, "“fourteen” counts the injured <b>&amp;</b>")
    assert {claim.claim: claim.text for claim in first.claims} == {
        id: comparison.claim(id).text for id in clash.claims
    }


def test_an_export_comes_back_in_another_browser_and_in_another_report(
    open_page: Open, comparison: Comparison, tmp_path: Path
) -> None:
    clash = comparison.only("divergence")[0]
    page = open_page(comparison)
    mark(page, clash.id, note="call Lang")
    file = export(page, tmp_path)
    other = open_page(comparison)
    other.locator("#import").set_input_files(file)
    expect(other.locator("#review-status")).to_contain_text("1 ")
    for shown in (other, open_page(render(comparison, review=load_review(file)))):
        expect(shown.locator(f"#{clash.id}").get_by_label("reviewed")).to_be_checked()
        expect(shown.locator(f"#{clash.id}").get_by_label("Note")).to_have_value("call Lang")


def test_an_older_review_says_what_changed(open_page: Open, comparison: Comparison, tmp_path: Path) -> None:
    page = open_page(comparison)
    mark(page, comparison.only("divergence")[0].id)
    file = export(page, tmp_path)
    later = builders.Story(*comparison.articles)
    later.find("DIV407", "city-ledger:3 harbour-herald:4", message="Different speakers")
    fresh = open_page(later.compared())
    fresh.locator("#import").set_input_files(file)
    expect(fresh.get_by_role("heading", name="Since the review")).to_be_visible()
    expect(fresh.locator("#since")).to_contain_text("Gone")


@pytest.mark.parametrize("text", ["", "[]", '{"stories": 1}', "{}", '{"review_version": 9, "stories": []}'])
def test_a_file_that_is_no_review_changes_nothing(
    open_page: Open, comparison: Comparison, tmp_path: Path, text: str
) -> None:
    page = open_page(comparison)
    mark(page, comparison.findings[0].id)
    before = page.evaluate("JSON.stringify(localStorage)")
    (tmp_path / "no.json").write_text(text, encoding="utf-8")
    page.locator("#import").set_input_files(tmp_path / "no.json")
    expect(page.locator("#review-status")).to_contain_text("othing was changed")
    assert page.evaluate("JSON.stringify(localStorage)") == before


def test_export_with_no_marks_is_still_a_review(
    open_page: Open, comparison: Comparison, tmp_path: Path
) -> None:
    file = export(open_page(comparison), tmp_path)
    assert json.loads(file.read_text("utf-8"))["stories"][0]["reviews"] == []
    assert load_review(file).marks == ()
