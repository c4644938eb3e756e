"""The terminal report: whole outputs at three widths, and the laws that hold at any width."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from compare.comparison import Comparison
from compare.report import render
from compare.report.base import Options
from tests.report import builders, golden

STORIES = {
    "two_sources": builders.two_sources,
    "four_sources": builders.four_sources,
    "many_sources": builders.many_sources,
    "hostile": builders.hostile,
}
ANSI = re.compile(r"\x1b\[[0-9;]*m")
FINDING = re.compile(r"\bf[0-9a-f]{6}\b")


def shown(comparison: Comparison, **options: object) -> str:
    return render(comparison, "terminal", Options(**options))  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [60, 100, 160])
@pytest.mark.parametrize("story", STORIES)
def test_whole_report(story: str, width: int) -> None:
    golden.check(f"{story}-{width}.txt", shown(STORIES[story](), width=width))


@pytest.mark.parametrize("story", STORIES)
def test_whole_report_opened(story: str) -> None:
    golden.check(f"{story}-100-all.txt", shown(STORIES[story](), width=100, open=True))


def test_whole_report_in_colour() -> None:
    golden.check("two_sources-100-color.txt", shown(builders.two_sources(), width=100, color=True))


@pytest.mark.parametrize("story", STORIES.values())
@given(width=st.integers(40, 220))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_line_is_wider_than_the_page(story: Callable[[], Comparison], width: int) -> None:
    for line in shown(story(), width=width, open=True).splitlines():
        assert cell_len(line) <= width


def test_colour_says_nothing_that_plain_text_does_not() -> None:
    plain = shown(builders.two_sources(), width=120)
    colored = ANSI.sub("", shown(builders.two_sources(), width=120, color=True))
    assert sorted(re.findall(r"[^\[\]─\s]", colored)) == sorted(re.findall(r"[^\[\]─\s]", plain))
    assert colored != plain


def test_deciding_words_stand_in_brackets_without_colour() -> None:
    report = shown(builders.two_sources())
    assert "[twelve]" in report
    assert "[fourteen]" in report
    assert "[" not in ANSI.sub("", shown(builders.two_sources(), color=True))


def test_a_claim_that_decides_as_a_whole_is_not_bracketed() -> None:
    report = shown(builders.two_sources(), width=160)
    assert "Trains on the harbour line stay suspended until Friday." in report
    assert "[Trains" not in report


def test_columns_are_equally_wide() -> None:
    lines = shown(builders.two_sources(), width=100).splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("! Different figures"))
    assert lines[at + 1].index("A ") == 2
    assert lines[at + 1].index("B ") == 2 + (100 - 2 - 3) // 2 + 3


def test_columns_stay_equal_with_wide_characters() -> None:
    lines = shown(builders.hostile(), width=100).splitlines()
    at = next(number for number, line in enumerate(lines) if "東京" in line)
    left, _ = lines[at].split("B 東京")
    assert cell_len(left) == 2 + (100 - 2 - 3) // 2 + 3


def test_key_additions_come_first() -> None:
    report = shown(builders.two_sources(), only=("additions",))
    assert report.index("2.5 million crowns") < report.index("Trains") < report.index("sombre")


def test_hard_divergences_come_before_soft_ones() -> None:
    report = shown(builders.two_sources(), only=("divergences",))
    assert report.index("DIV401") < report.index("DIV407")


def test_agreements_are_a_line_each_until_opened() -> None:
    folded = shown(builders.two_sources(), only=("agreements",))
    opened = shown(builders.two_sources(), only=("agreements",), open=True)
    assert "Firefighters needed nine hours" not in folded
    assert "Firefighters needed nine hours" in " ".join(opened.split())


def test_agreement_of_copies_is_told_from_independent_agreement() -> None:
    lines = shown(builders.two_sources()).splitlines()
    assert [line for line in lines if "copied" in line] == [line for line in lines if "Mayor Ruth" in line]


def test_values_stand_by_source_where_there_are_many() -> None:
    lines = [line.split() for line in shown(builders.four_sources()).splitlines()]
    assert ["221", "A", "The", "Gazette"] in lines
    assert ["212", "B", "Morning", "Post,", "D", "Nordwire"] in lines


def test_an_omission_names_who_leaves_it_out() -> None:
    report = shown(builders.four_sources(), only=("omissions",))
    assert re.search(r"^- Rescuers .*not in C +f", report, re.MULTILINE)


def test_only_leaves_out_the_other_sections() -> None:
    report = shown(builders.two_sources(), only=("agreements",))
    assert re.findall(r"^(\w+)  \d+ ─", report, re.MULTILINE) == ["Agreements"]


def test_top_says_what_it_hides() -> None:
    report = shown(builders.two_sources(), top=1)
    assert report.count("3 more; --top 1 hides them") == 2
    assert report.count("1 more; --top 1 hides them") == 2


def test_every_finding_is_shown_with_an_id_that_finds_it() -> None:
    comparison = builders.two_sources()
    found = {comparison.finding(id) for id in FINDING.findall(shown(comparison))}
    assert found == set(comparison.findings)


def test_a_missing_title_and_date_are_said_to_be_missing() -> None:
    report = shown(builders.hostile())
    assert "no title printed" in report
    assert "no date printed" in report


def test_sources_link_to_their_files_only_if_wanted() -> None:
    assert "\x1b]8;" not in shown(builders.two_sources(), color=True)


def test_an_empty_comparison_has_a_header_only() -> None:
    story = builders.Story(builders.article("a", ["One thing."]), builders.article("b", ["Another thing."]))
    report = shown(story.compared())
    assert "! 0 divergences   + 0 only in A   + 0 only in B   = 0 agreed" in report
    assert "─" not in report


def test_a_borderline_match_stands_under_the_addition() -> None:
    lines = shown(builders.two_sources(), only=("additions",)).splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("+ Residents"))
    assert lines[at + 1] == "  ? near A The mood in Eastwick was sombre."
