"""What GitHub and others take at most, and the word about what is left out."""

from __future__ import annotations

import json
import re

import pytest

from compare.gate.records import CheckResult
from compare.report.check import render
from compare.report.check.sarif import MOST_RESULTS
from tests.report.check import builders


def annotations(result: CheckResult, level: str) -> list[str]:
    return [line for line in render(result, "github").splitlines() if line.startswith(f"::{level}")]


def test_ten_errors_are_annotated_each() -> None:
    assert len(annotations(builders.crowd(10), "error")) == 10
    assert not any("not shown" in line for line in annotations(builders.crowd(10), "error"))


def test_of_more_the_tenth_says_how_many_there_are() -> None:
    lines = annotations(builders.crowd(500), "error")
    assert len(lines) == 10
    assert lines[-1] == (
        "::error title=491 more errors not shown here::All are on the summary page of the run, and in its log."
    )


def test_each_level_has_a_count_of_its_own() -> None:
    both = builders.outcome(
        *builders.crowd(40).issues, *builders.crowd(40, "warn").issues, *builders.crowd(3, "note").issues
    )
    assert [len(annotations(both, level)) for level in ("error", "warning", "notice")] == [10, 10, 3]


def test_what_is_old_or_suppressed_is_not_annotated() -> None:
    held = builders.issue(state="suppressed", reason="seen")
    assert "::" not in render(builders.outcome(held, builders.issue(state="existing")), "github")


def test_titles_and_messages_keep_to_what_github_takes() -> None:
    long = builders.issue(
        message="word " * 300, quotes=tuple(builders.quote("many words " * 180, "words") for _ in range(30))
    )
    (line,) = annotations(builders.outcome(long), "error")
    title = re.search(r"title=([^:]*)::", line)
    assert title
    assert len(title[1].replace("%3A", ":")) <= 255
    assert len(line) < 4_500
    assert "26 more sources" in line


@pytest.mark.parametrize(("format", "limit"), [("markdown", 65_536), ("summary", 1_048_576)])
def test_markdown_keeps_to_its_limit_and_says_what_is_left_out(format: str, limit: int) -> None:
    small, large = render(builders.crowd(20), format), render(builders.crowd(6_000), format)
    assert "left out" not in small
    assert 0.8 * limit < len(large.encode()) <= limit
    shown = large.count("- **DIV401**")
    assert f"**{6_000 - shown:,} entries left out** to stay within" in large


def test_wide_characters_count_as_the_bytes_they_are() -> None:
    wide = [builders.issue(message="東京で大規模な地震が発生し" * 20 + str(number)) for number in range(400)]
    assert len(render(builders.outcome(*wide), "markdown").encode()) <= 65_536


def test_one_huge_issue_is_still_shown_in_a_comment() -> None:
    huge = builders.issue(
        quotes=tuple(
            builders.quote("`many` words " * 160 + "seventy " + "more " * 99, "seventy") for _ in range(50)
        )
    )
    comment = render(builders.outcome(huge), "markdown")
    assert comment.count("**seventy**") == 8
    assert "- 42 more sources" in comment


def test_a_comment_begins_with_a_hidden_line_that_is_the_same_for_every_check_of_the_corpus() -> None:
    import dataclasses

    first = render(builders.mixed(), "markdown").splitlines()[0]
    other = dataclasses.replace(builders.outcome(), corpus="an other--><b>")
    assert (
        first
        == render(builders.outcome(), "markdown").splitlines()[0]
        == "<!-- claimcompare check corpus -->"
    )
    assert render(other, "markdown").splitlines()[0] == "<!-- claimcompare check an%20other--%3E%3Cb%3E -->"


def test_sarif_leaves_out_what_would_have_it_refused_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compare.report.check.sarif.MOST_RESULTS", 5)
    run = json.loads(render(builders.outcome(*builders.crowd(7, "warn").issues, builders.number()), "sarif"))[
        "runs"
    ][0]
    assert len(run["results"]) == 5
    assert run["results"][0]["properties"]["fails"]
    assert run["invocations"][0]["toolExecutionNotifications"][-1]["message"]["text"].startswith(
        "3 issues left out"
    )
    assert MOST_RESULTS == 25_000
