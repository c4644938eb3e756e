"""What the page exports is what `load_review` reads, and page and program say the same of an older review."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from compare.cli import run
from compare.comparison import Comparison
from compare.report.html.view import story_id
from compare.report.visible import visible
from compare.review import load_review
from tests.browser.conftest import Open
from tests.report import builders
from tests.reviews import entry, save
from tests.test_review import fire

STORIES = {"two": builders.two_sources, "many": builders.many_sources, "hostile": builders.hostile}


def export(page: Page, path: Path) -> Path:
    with page.expect_download() as download:
        page.locator("#export").click()
    download.value.save_as(path)
    return path


@pytest.mark.parametrize("name", STORIES)
def test_an_export_holds_the_marks_and_the_words_they_are_bound_to(
    open_page: Open, tmp_path: Path, name: str
) -> None:
    comparison = STORIES[name]()
    page = open_page(comparison)
    for _ in comparison.findings:
        page.keyboard.press("j")
        page.keyboard.press(" ")
    page.keyboard.press("x")
    (entry,) = load_review(export(page, tmp_path / "review.json")).stories
    assert entry.story == story_id(comparison)
    assert sorted(entry.findings) == sorted(finding.id for finding in comparison.findings)
    assert [mark.wrong for mark in entry.marks] == [False] * (len(entry.marks) - 1) + [True]
    for mark in entry.marks:
        finding = comparison.finding(mark.finding)
        assert mark.done
        assert (mark.rule, mark.message) == (finding.rule, visible(finding.message))
        assert [item.claim for item in mark.claims] == list(finding.claims)
        assert [item.text for item in mark.claims] == [
            visible(comparison.claim(id).text) for id in finding.claims
        ]


def test_what_program_and_page_show_of_a_review_is_exported_again(open_page: Open, tmp_path: Path) -> None:
    from compare.report.html import render

    comparison = builders.two_sources()
    figures, speakers = (finding.id for finding in comparison.only("divergence"))
    marks = {figures: {"done": True, "note": 'called "them" <twice>'}, speakers: {"wrong": True}}
    review = load_review(save(tmp_path / "review.json", entry(comparison, **marks)))
    page = open_page(render(comparison, review=review))
    again = load_review(export(page, tmp_path / "again.json"))
    assert again.marks == review.marks


@pytest.mark.parametrize(
    "change", [{"story": 1}, {"findings": None}, {"findings": [1]}, {"reviews": [{}]}, {"reviews": [None]}]
)
def test_a_file_that_is_nearly_a_review_changes_nothing(
    open_page: Open, tmp_path: Path, change: dict[str, object]
) -> None:
    page = open_page(fire())
    page.locator("#import").set_input_files(save(tmp_path / "review.json", entry(fire()) | change))
    expect(page.locator("#review-status")).to_have_text(
        "This review is not as a page exports it; nothing was changed."
    )


LATER = {
    "the same": fire(),
    "a figure changed": fire(dead="fifteen"),
    "a sentence reworded": fire(wait="It took the firefighters nine hours or more to contain the blaze."),
    "a sentence replaced": fire(wait="Trains run again from Friday on, the railway told passengers."),
    "both": fire(dead="a hundred", wait="Trains run again from Friday on."),
}


@pytest.mark.parametrize("later", LATER.values(), ids=LATER)
def test_page_and_program_say_the_same_of_an_older_review(
    open_page: Open, tmp_path: Path, later: Comparison
) -> None:
    before = fire()
    path = save(
        tmp_path / "review.json", entry(before, **{item.id: {"done": True} for item in before.findings})
    )
    since = load_review(path).since(story_id(later), later)
    assert since is not None
    page = open_page(later)
    page.locator("#import").set_input_files(path)
    expect(page.locator("#review-status")).to_have_text(
        f"{len(since.kept)} marks taken over; since then {len(since.changed)} changed, {len(since.gone)} gone, "
        f"{len(since.new)} new."
    )
    links = page.locator("#since a").evaluate_all(
        "links => links.map(link => link.getAttribute('href').slice(1))"
    )
    assert links == [heir.id for _, heir in since.changed] + [finding.id for finding in since.new]


def test_what_is_ticked_on_the_page_passes_the_gate_until_a_side_changes(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    first, second = tmp_path / "news" / "vote" / "first.txt", tmp_path / "news" / "vote" / "second.txt"
    first.parent.mkdir(parents=True)
    first.write_text("Jana Malá was elected mayor of Lipno on Sunday. She won 812 votes.\n", encoding="utf-8")
    second.write_text("The new mayor of Lipno is Jana Malá. She won 821 votes on Sunday.\n", encoding="utf-8")
    check = ["check", "news", "--quiet", "--review", "review.json"]
    save(tmp_path / "review.json")
    assert run(check) == 1
    assert run(["report", "news", "-o", "report.html"]) == 0
    page = open_page((tmp_path / "report.html").read_text(encoding="utf-8"))
    page.keyboard.press("n")
    page.keyboard.press(" ")
    export(page, tmp_path / "review.json")
    assert run(check) == 0
    second.write_text(second.read_text(encoding="utf-8").replace("821", "822"), encoding="utf-8")
    assert run(check) == 1
    assert run(["report", "news", "-o", "report.html", "--review", "review.json"]) == 0
    later = open_page((tmp_path / "report.html").read_text(encoding="utf-8"))
    expect(later.locator("#since li").first).to_contain_text(
        "Changed: Different figures: 812 (first) v. 821 (second)"
    )
