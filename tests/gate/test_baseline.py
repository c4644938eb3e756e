"""The baseline: what is accepted, in a file that real git merges get along with."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compare.errors import InputError
from compare.gate.baseline import Accepted, Baseline, merge, parse, read_conflicted
from tests.gate.repository import Repository

NAME = ".claimcompare-baseline.jsonl"

words = st.text('ab é\u2028\n"<=>|', max_size=5)
texts = words.map(lambda text: " ".join(text.split()))
sides = st.lists(st.tuples(words, texts, st.tuples(texts)), min_size=1, max_size=3)
entries = st.builds(
    Accepted, sides.map(lambda found: tuple(sorted(found))), st.sampled_from(["DIV401", "REV503"])
)
baselines = st.lists(entries, max_size=4).map(lambda items: Baseline(tuple(items)))

calm = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""Time says nothing here: the laws hold on a busy machine too."""


@calm
@given(baselines)
def test_what_is_written_is_read_back(baseline: Baseline) -> None:
    text = baseline.text
    assert parse(text, "x") == baseline
    text.encode()
    assert len(text.split("\n")) == len(baseline.entries) + 1


@calm
@given(baselines, baselines)
def test_a_merge_with_itself_or_with_what_it_came_from_changes_nothing(
    base: Baseline, ours: Baseline
) -> None:
    assert merge(base, ours, ours) == ours
    assert merge(base, ours, base) == ours
    assert merge(base, base, ours) == ours


@calm
@given(baselines, baselines, baselines)
def test_a_merge_has_no_sides(base: Baseline, ours: Baseline, theirs: Baseline) -> None:
    assert merge(base, ours, theirs) == merge(base, theirs, ours)


def entry(story: str, words: str) -> Accepted:
    """A divergence of a story."""
    sides = (
        (f"{story}/a.txt", f"It cost {words} crowns.", (words,)),
        (f"{story}/b.txt", "It cost 5 crowns.", ("5",)),
    )
    return Accepted(sides, "DIV401")


def test_one_finding_a_line_sorted_without_places_counts_or_dates() -> None:
    lines = Baseline((entry("z", "7"), entry("a", "9"), entry("a", "9"))).text.splitlines()
    assert lines == [
        '{"code": "DIV401", "path": "a/a.txt", "claim": "It cost 9 crowns.", "words": ["9"], '
        '"against": [{"path": "a/b.txt", "claim": "It cost 5 crowns.", "words": ["5"]}]}',
        '{"code": "DIV401", "path": "z/a.txt", "claim": "It cost 7 crowns.", "words": ["7"], '
        '"against": [{"path": "z/b.txt", "claim": "It cost 5 crowns.", "words": ["5"]}]}',
    ]


def test_a_third_source_that_says_the_same_as_a_side_is_covered() -> None:
    accepted = entry("a", "9")
    third = ("a/c.txt", "They paid 9 crowns.", ("9",))
    assert accepted.covers("DIV401", (*accepted.sides, third))
    assert not accepted.covers("DIV401", (*accepted.sides, ("a/c.txt", "They paid 8 crowns.", ("8",))))
    assert not accepted.covers("DIV402", accepted.sides)
    assert not accepted.covers("DIV401", (accepted.sides[0], third))


def test_a_line_that_is_no_entry_is_named() -> None:
    with pytest.raises(InputError, match="x, line 2: no entry"):
        parse(f"{entry('a', '9').line}\n[1]\n", "x")


def test_marks_of_a_conflict_are_named() -> None:
    with pytest.raises(InputError, match=r"x, line 1: a conflict.*baseline merge"):
        parse("<<<<<<< ours\n", "x")


@pytest.fixture
def branches(empty: Repository) -> Repository:
    """Two branches that accepted different things: ours (checked out) and `topic`."""
    write(empty, [entry("f", "1"), entry("g", "1"), entry("m", "1"), entry("t", "1"), entry("u", "1")])
    empty.commit("Before")
    empty.git("checkout", "-q", "-b", "topic")
    return empty


def write(repository: Repository, accepted: list[Accepted]) -> None:
    (repository.top / NAME).write_text(Baseline(tuple(accepted)).text)


def read(repository: Repository) -> Baseline:
    return parse((repository.top / NAME).read_text(), NAME)


def diverge(repository: Repository, theirs: list[Accepted], ours: list[Accepted]) -> None:
    write(repository, theirs)
    repository.commit("Theirs")
    repository.git("checkout", "-q", "main")
    write(repository, ours)
    repository.commit("Ours")


COMMON = [entry(name, "1") for name in "fgmtu"]


def test_two_branches_that_accept_in_different_stories_merge_without_a_conflict(branches: Repository) -> None:
    diverge(branches, [*COMMON, entry("a", "2")], [*COMMON, entry("z", "3")])
    branches.git("merge", "-q", "--no-edit", "topic")
    assert read(branches) == Baseline((*COMMON, entry("a", "2"), entry("z", "3")))


def test_one_accepts_and_the_other_drops(branches: Repository) -> None:
    diverge(branches, [*COMMON, entry("a", "2")], COMMON[:4])
    branches.git("merge", "-q", "--no-edit", "topic")
    assert read(branches) == Baseline((*COMMON[:4], entry("a", "2")))


def test_a_conflict_on_neighbouring_lines_is_settled_by_one_command(
    branches: Repository, command: list[str]
) -> None:
    diverge(branches, [*COMMON, entry("h", "2")], [*COMMON, entry("i", "3")])
    branches.git("merge", "-q", "--no-edit", "topic", ok=(1,))
    branches.git("rev-parse", "--verify", "MERGE_HEAD")
    import subprocess

    subprocess.run([*command, "baseline", "merge", NAME], cwd=branches.top, check=True)
    assert read(branches) == Baseline((*COMMON, entry("h", "2"), entry("i", "3")))


def test_as_a_merge_driver_it_leaves_no_conflict(branches: Repository, command: list[str]) -> None:
    import shlex

    branches.git("config", "merge.claimcompare.driver", f"{shlex.join(command)} baseline merge %O %A %B")
    (branches.top / ".git" / "info" / "attributes").write_text(f"{NAME} merge=claimcompare\n")
    diverge(branches, [*COMMON[1:], entry("h", "2")], [*COMMON, entry("i", "3")])
    branches.git("merge", "-q", "--no-edit", "topic")
    assert read(branches) == Baseline((*COMMON[1:], entry("h", "2"), entry("i", "3")))
    assert branches.git("status", "--porcelain") == ""


def test_without_a_program_git_can_keep_both_sides(branches: Repository) -> None:
    (branches.top / ".git" / "info" / "attributes").write_text(f"{NAME} merge=union\n")
    diverge(branches, [*COMMON, entry("h", "2")], [*COMMON, entry("i", "3")])
    branches.git("merge", "-q", "--no-edit", "topic")
    assert read(branches) == Baseline((*COMMON, entry("h", "2"), entry("i", "3")))


def test_three_way_conflict_marks_leave_the_common_ancestor_out() -> None:
    lines = [entry("a", number).line for number in ("1", "2", "3")]
    text = f"<<<<<<< ours\n{lines[1]}\n||||||| base\n{lines[0]}\n=======\n{lines[2]}\n>>>>>>> theirs\n"
    assert read_conflicted(text, "x") == Baseline((entry("a", "2"), entry("a", "3")))


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The command as git can run it."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[2]))
    return [sys.executable, "-m", "compare"]
