"""The text for people: where, what, both wordings, what to do; it fits its width."""

from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from compare.gate.records import CheckResult, Note
from compare.records import Span
from compare.report.base import Options
from compare.report.check import render
from compare.report.check.base import excerpt, segments
from tests.report.check import builders

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def text(result: CheckResult, width: int = 100, *, color: bool = False, open: bool = False) -> str:
    return render(result, "text", Options(width=width, color=color, open=open))


def test_an_issue_says_where_what_and_how_sure_then_quotes_both_sides_and_says_what_to_do() -> None:
    assert text(builders.outcome(builders.number())).splitlines() == [
        "dam/ledger.md:7:21: DIV401 error, hard: Different figures: 74 (Ledger) v. 47 (The Herald)",
        "  │ Ledger, dam/ledger.md:7:21",
        "  │   When the dam burst, [74] people died.",
        "  │ The Herald, dam/herald.md:5:1",
        "  │   [Forty-seven] people died when the dam burst.",
        '  = silence: put "DIV401" into ignore of [tool.claimcompare.check]',
        "",
        "9 articles in 3 stories, 2 articles changed: work tree against main, commit 3f2a91c.",
        "To accept all of these: claimcompare baseline update corpus",
        "Check failed: 1 new error.",
    ]


def test_what_is_accepted_in_different_ways_says_so_each_time() -> None:
    other = dataclasses.replace(builders.issue(), accept="renew the entry")
    lines = text(builders.outcome(builders.number(), other)).splitlines()
    assert (
        lines.count("  = accept: renew the entry")
        == lines.count("  = accept: claimcompare baseline update corpus")
        == 1
    )


def test_there_is_nothing_to_accept_in_a_note() -> None:
    assert "accept" not in text(builders.outcome(builders.issue(level="note")))


def test_words_of_the_base_are_told_from_those_of_now() -> None:
    lines = text(builders.mixed()).splitlines()
    at = lines.index("  │ Ledger, before, dam/ledger.md:5:5")
    assert lines[at + 1 : at + 4] == [
        "  │   “We [will] rebuild,” the mayor said.",
        "  │ Ledger, dam/ledger.md:5:5",
        "  │   “We [may] rebuild,” the mayor said.",
    ]


def test_the_last_lines_say_what_was_looked_at_and_the_verdict() -> None:
    assert text(builders.mixed()).splitlines()[-4:] == [
        "9 articles in 3 stories, 2 articles changed: work tree against main, commit 3f2a91c.",
        "Fine: 1 furniture, 2 reworded.",
        "To accept all of these: claimcompare baseline update corpus",
        "Check failed: 2 new errors, 1 new warning, 1 existing, 1 resolved, 1 suppressed.",
    ]
    assert text(builders.outcome()).splitlines()[-1] == "Check passed: nothing new."


def test_what_is_existing_is_counted_and_shown_in_full_when_all_is_asked_for_or_it_fails() -> None:
    old = builders.issue("DIV402", "Different dates: May v. June", state="existing")
    strict = builders.issue("DIV402", "Different dates: May v. June", state="existing", fails=True)
    assert "Different dates" not in text(builders.outcome(old))
    assert "DIV402 error (existing): Different dates" in text(builders.outcome(old), open=True)
    assert "DIV402 error (existing): Different dates" in text(builders.outcome(strict))


def test_what_is_suppressed_is_named_with_its_reason_and_who_gave_it() -> None:
    report = text(builders.mixed(), 160)
    assert (
        "  suppressed: dam/ledger.md:7:12: DIV408 Different quotations (checked the tape, ana@desk.example,"
        in report
    )
    assert "  resolved: dam/ledger.md:7:12: DIV404" in report


def test_of_many_resolved_ones_a_few_are_named_and_the_rest_counted() -> None:
    gone = [
        builders.issue(message=f"Different figures: {number} v. 3", state="resolved") for number in range(12)
    ]
    report = text(builders.outcome(*gone))
    assert report.count("resolved: dam/ledger.md") == 5
    assert "  resolved: 7 more issues" in report


def test_of_very_many_notes_the_first_are_shown_and_the_rest_counted() -> None:
    notes = tuple(Note(f"dam/{number}.md", "skipped: is empty") for number in range(300))
    assert text(builders.outcome(notes=notes)).count("skipped") == 20
    assert "note: 280 more notes; --all shows them" in text(builders.outcome(notes=notes))
    assert text(builders.outcome(notes=notes), open=True).count("skipped") == 300


@pytest.mark.parametrize("width", [40, 60, 100, 160])
@pytest.mark.parametrize("color", [False, True])
def test_no_line_is_wider_than_it_may_be(width: int, color: bool) -> None:
    for result in (builders.mixed(), builders.hostile()):
        for line in text(result, width, color=color, open=True).splitlines():
            assert cell_len(COLOUR.sub("", line)) <= width


def test_colour_marks_the_deciding_words_instead_of_brackets() -> None:
    report = text(builders.mixed(), color=True)
    assert "\x1b[1;31m74\x1b[0m" in report
    assert "[74]" not in report
    assert "\x1b" not in text(builders.mixed())


def test_deciding_words_that_overlap_are_marked_once_and_wrong_offsets_do_no_harm() -> None:
    quote = dataclasses.replace(
        builders.quote("Ten to twelve people"), words=(Span(4, 13), Span(0, 6), Span(15, 99), Span(90, 95))
    )
    assert "[Ten to twelve] p[eople]" in text(builders.outcome(builders.issue(quotes=(quote,))))


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 60), st.integers(20, 120))
def test_an_excerpt_is_a_stretch_of_the_quotation_that_holds_the_start_of_what_decides(
    text: str, start: int, length: int, width: int
) -> None:
    quote = dataclasses.replace(builders.quote(text), words=(Span(start, start + length),))
    parts = segments(quote)
    found = excerpt(quote, width)
    kept = "".join(words for words, _ in found)
    assert kept.strip("…").strip() in "".join(words for words, _ in parts)
    assert cell_len(kept) <= width
    assert any(decides for _, decides in found) or not any(decides for _, decides in parts)
