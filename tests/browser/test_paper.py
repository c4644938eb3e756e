"""On paper: all findings and all articles, no controls, nothing cut off."""

from __future__ import annotations

import io
import unicodedata

from playwright.sync_api import Page
from pypdf import PdfReader

from compare.report.base import lettered
from compare.report.visible import visible
from tests.browser.conftest import Open
from tests.report import builders


def pages(page: Page) -> list[str]:
    """The text of each sheet."""
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]


def flat(text: str) -> str:
    """Text without white space and ligatures: a PDF breaks lines and joins letters where it likes."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def test_every_finding_and_every_sentence_is_on_paper_and_no_control(open_page: Open) -> None:
    comparison = builders.two_sources()
    sheets = pages(open_page(comparison, "#view=grid"))
    text = flat(" ".join(sheets))
    for finding in comparison.only("divergence"):
        assert flat(visible(lettered(comparison, finding.message))) in text
    for claim in comparison.claims:
        assert flat(visible(claim.text)) in text
    for control in ("Export", "Filters", "Search", "reviewed", "Keys", "Why"):
        assert control not in " ".join(sheets)
    assert 2 <= len(sheets) <= 8
    assert all(len(flat(sheet)) > 40 for sheet in sheets)


def test_folded_additions_are_on_paper_too(open_page: Open) -> None:
    story = builders.Story(
        builders.article("a", [f"Fact number {n} stands here alone." for n in range(30)]),
        builders.article("b", ["Nothing of that."]),
    )
    for n in range(30):
        story.find("ADD201", f"a:{n + 1}", importance=n / 100)
    for script in (True, False):
        text = " ".join(pages(open_page(story.compared(), java_script_enabled=script)))
        assert all(text.count(f"Fact number {n} stands") >= 2 for n in range(30))


def test_paper_is_white_in_a_dark_room(open_page: Open) -> None:
    page = open_page(builders.two_sources(), color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 29, 32)"
