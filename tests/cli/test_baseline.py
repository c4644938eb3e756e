"""`claimcompare baseline`: what a check accepts, and what it suppresses."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import FIRST, SECOND, Command

BASELINE = Path(".claimcompare-baseline.jsonl")
SUPPRESSIONS = Path(".claimcompare-suppressions.toml")


@pytest.fixture
def news() -> Path:
    """A corpus with one contradiction, in a repository."""
    story = Path("news/mill")
    story.mkdir(parents=True)
    (story / "first.txt").write_text(FIRST)
    (story / "second.txt").write_text(SECOND)
    who = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org"]
    for arguments in (["init", "-q"], ["add", "."], [*who, "commit", "-q", "-m", "The corpus"]):
        subprocess.run(["git", *arguments], check=True)
    return story


def test_what_is_written_is_accepted(claimcompare: Command, news: Path) -> None:
    assert claimcompare("check", "news").code == 1
    written = claimcompare("baseline", "write", "news")
    assert (written.code, written.out) == (0, "")
    assert "1 finding accepted" in written.err
    rows = [json.loads(line) for line in BASELINE.read_text().splitlines()]
    assert [row["code"] for row in rows] == ["DIV401"]
    assert rows[0]["path"] == "mill/first.txt"
    assert claimcompare("check", "news").code == 0
    assert claimcompare("check", "news", "--strict").code == 1


def test_the_file_does_not_change_when_something_unrelated_does(claimcompare: Command, news: Path) -> None:
    claimcompare("baseline", "write", "news")
    before = BASELINE.read_bytes()
    text = (news / "first.txt").read_text()
    (news / "first.txt").write_text("The mill\n\nBy Ann Ott\n\nNobody expected it at all in town.\n\n" + text)
    Path("news/other").mkdir()
    Path("news/other/a.txt").write_text("The school choir sang in the old church on Sunday.\n")
    claimcompare("baseline", "write", "news")
    assert BASELINE.read_bytes() == before


def test_update_shows_what_it_accepts_and_what_is_gone(claimcompare: Command, news: Path) -> None:
    shown = claimcompare("baseline", "update", "news", "--dry-run")
    assert shown.out.startswith("Accepted from now on:\n  DIV401 ")
    assert "mill/second.txt: It employed 410 people" in shown.out
    assert not BASELINE.exists()
    claimcompare("baseline", "update", "news")
    assert BASELINE.exists()
    assert claimcompare("baseline", "update", "news").out == "Nothing to accept, nothing to drop.\n"
    (news / "second.txt").write_text(SECOND.replace("410", "140"))
    assert claimcompare("baseline", "update", "news").out.startswith("Accepted no more:\n  DIV401 ")
    assert BASELINE.read_text() == ""


def test_a_change_is_accepted_with_its_base_and_kept_without(claimcompare: Command, news: Path) -> None:
    (news / "second.txt").write_text(SECOND.split("\n\n")[0] + "\n")
    assert "REV503" in claimcompare("check", "news", "--base", "HEAD").out
    claimcompare("baseline", "update", "news", "--base", "HEAD")
    assert claimcompare("check", "news", "--base", "HEAD").code == 0
    claimcompare("baseline", "update", "news")
    assert "REV503" in BASELINE.read_text()


def test_with_the_articles_recorded_changes_are_judged_without_git(claimcompare: Command, news: Path) -> None:
    written = claimcompare("baseline", "write", "news", "--articles")
    assert "1 finding accepted, 2 articles recorded" in written.err
    assert claimcompare("check", "news").code == 0
    (news / "second.txt").write_text(SECOND.split("\n\n")[0] + "\n")
    lost = claimcompare("check", "news")
    assert lost.code == 1
    assert "REV503" in lost.out
    shown = claimcompare("baseline", "update", "news")
    assert "REV503" in shown.out
    assert "REV503" not in BASELINE.read_text()
    assert claimcompare("check", "news").code == 0


def test_show_prints_it_for_people(claimcompare: Command, news: Path) -> None:
    claimcompare("baseline", "write", "news")
    assert (
        "  mill/first.txt: It employed 140 people, the owner said. [140]\n"
        in claimcompare("baseline", "show", "news").out
    )


def test_a_finding_is_suppressed_by_its_fingerprint(claimcompare: Command, news: Path) -> None:
    report = json.loads(claimcompare("check", "news", "--format", "json").out)
    finding = next(issue["fingerprint"] for issue in report["issues"] if issue["code"] == "DIV401")
    done = claimcompare(
        "baseline", "suppress", finding[:8], "news", "--reason", 'A "misprint".', "--by", "Ann", "--until", "2999-12-31"
    )  # fmt: skip
    assert done.code == 0
    assert SUPPRESSIONS.read_text().startswith(f'[[suppress]]\nfinding = "{finding}"\ncode = "DIV401"\n')
    assert claimcompare("check", "news").code == 0
    (news / "second.txt").write_text(SECOND.replace("It employed 410 people", "It had employed 410 people"))
    void = claimcompare("check", "news")
    assert void.code == 1
    assert "is void" in void.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["suppress", "ffffffff", "news", "--reason", "x"], "no finding has this fingerprint"),
        (["suppress", "ffffffff", "news", "--reason", " "], "is empty; say why"),
        (["suppress", "ffffffff", "news", "--reason", "x", "--until", "soon"], "is no day"),
        (["show", "news"], "can't be read"),
        (["merge", "a", "b"], "give one file with a conflict in it, or three"),
        (["merge", "none"], "none: can't be read"),
    ],
)
def test_what_cannot_be_done_is_2(
    claimcompare: Command, news: Path, arguments: list[str], message: str
) -> None:
    done = claimcompare("baseline", *arguments)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert not BASELINE.exists()
    assert not SUPPRESSIONS.exists()
