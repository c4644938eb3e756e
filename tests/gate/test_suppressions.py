"""Suppressions: a reason, a day, and the wording they are bound to."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from compare.corpus import compare_corpus, find_stories
from compare.errors import InputError, SettingsError
from compare.gate.check import Request, check
from compare.gate.records import CheckResult
from tests.gate.repository import TODAY, Repository, codes, only

NAME = ".claimcompare-suppressions.toml"


@pytest.fixture
def contradicting(repository: Repository) -> Repository:
    """A repository with one hard divergence in the work tree."""
    repository.edit("quarry/courier.txt", "killing 19 people", "killing 91 people")
    return repository


def suppress(repository: Repository, **entry: str) -> None:
    """Suppress the divergence of figures."""
    entry = {
        "finding": only(repository.check(), "DIV401").fingerprint,
        "reason": "The count is disputed.",
    } | entry
    lines = [
        f"{key} = {value if key in ('until', 'wording') else json.dumps(value)}"
        for key, value in entry.items()
    ]
    (repository.top / NAME).write_text("[[suppress]]\n" + "\n".join(lines) + "\n")


def wording(repository: Repository) -> str:
    """The wording of both sides, as an entry has it."""
    quotes = only(repository.check(), "DIV401").quotes
    return json.dumps([[quote.place.path.removeprefix("news/"), quote.text] for quote in quotes])


def divergence(result: CheckResult) -> str:
    """The state of the divergence of figures."""
    return only(result, "DIV401").state


def test_a_suppressed_divergence_passes_and_says_who_and_why(contradicting: Repository) -> None:
    suppress(contradicting, by="Ilse")
    issue = only(contradicting.check(), "DIV401")
    assert (issue.state, issue.fails) == ("suppressed", False)
    assert issue.suppression is not None
    assert (issue.suppression.reason, issue.suppression.by) == ("The count is disputed.", "Ilse")
    assert issue.suppression.origin.endswith(f"{NAME}, line 1")


@pytest.mark.parametrize(
    ("until", "state"),
    [("2031-03-11", "suppressed"), ("2031-03-10", "suppressed"), ("2031-03-09", "new")],
)
def test_the_last_day_still_counts(contradicting: Repository, until: str, state: str) -> None:
    suppress(contradicting, until=until)
    assert datetime.date(2031, 3, 10) == TODAY
    assert divergence(contradicting.check()) == state


def test_what_was_suppressed_in_the_base_counts_again_once_it_has_expired(contradicting: Repository) -> None:
    suppress(contradicting, until="2031-03-10")
    contradicting.commit("Suppressed")
    assert divergence(contradicting.check()) == "suppressed"
    result = contradicting.check(today=datetime.date(2031, 3, 11))
    assert divergence(result) == "new"
    assert result.failed


@pytest.mark.parametrize("until", ["2031-13-40", '"2031-13-40"', '"soon"', '"31.12.2031"', "2031-02-30"])
def test_a_malformed_day_counts_as_expired_and_is_said(contradicting: Repository, until: str) -> None:
    suppress(contradicting, until=until)
    result = contradicting.check()
    assert divergence(result) == "new"
    assert "is no date" in only(result, "REV511").message
    assert "is no date" in only(result, "DIV401").notes[0]


def test_it_is_void_when_a_side_is_reworded_and_says_so(contradicting: Repository) -> None:
    suppress(contradicting, code="DIV401", wording=wording(contradicting))
    contradicting.edit("quarry/courier.txt", "killing 91 people", "leaving 91 people dead")
    result = contradicting.check()
    assert divergence(result) == "new"
    note = only(result, "DIV401").notes[0]
    assert "is void" in note
    assert "killing 91 people" in note
    assert "void" in only(result, "REV511").message


def test_it_holds_when_something_else_changes(contradicting: Repository) -> None:
    suppress(contradicting)
    contradicting.edit("quarry/courier.txt", "Slate quarry collapse kills 19", "Quarry collapse")
    contradicting.edit("quarry/herald.txt", "By Anna Berg", "By Anna Berg\nPhotos: Paul Ott")
    assert divergence(contradicting.check()) == "suppressed"


def test_one_that_matches_nothing_is_reported(repository: Repository) -> None:
    (repository.top / NAME).write_text('[[suppress]]\nfinding = "0123456789abcdef"\nreason = "Once true."\n')
    result = repository.check()
    assert codes(result) == ["REV511 warn"]
    unused = only(result, "REV511")
    assert "matches nothing" in unused.message
    assert (unused.place.path, unused.place.line) == (NAME, 1)
    assert not result.failed


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[suppress]]\nfinding = "0123"\n', "has no reason"),
        ('[[suppress]]\nfinding = "0123"\nreason = "  "\n', "has no reason"),
        ('[[suppress]]\nreason = "Why."\n', "has no finding"),
        ('[[suppress]]\nfinding = "0123"\nreason = "Why."\nuntill = "2031-01-01"\n', "untill is not known"),
        ("[[suppress]\n", "cannot be read as TOML"),
        ("[suppress]\nfinding = 3\n", "as a .*suppress.* table"),
    ],
)  # fmt: skip
def test_an_entry_that_is_none_stops_the_check(repository: Repository, text: str, message: str) -> None:
    (repository.top / NAME).write_text(text)
    with pytest.raises(SettingsError, match=message):
        repository.check()


def review(repository: Repository, path: Path, **mark: object) -> Path:
    """What the HTML report exports when its one hard divergence is marked."""
    stories = find_stories(repository.news).stories
    outcome = next(o for o in compare_corpus(stories, repository.settings()) if o.story.name == "quarry")
    assert outcome.comparison is not None
    finding = next(item for item in outcome.comparison.findings if item.rule == "DIV401")
    claims = [{"claim": id, "text": outcome.comparison.claim(id).text} for id in finding.claims]
    entry = {
        "finding": finding.id, "rule": "DIV401", "message": finding.message, "done": True, "wrong": False, "note": "",
        "claims": claims,
    } | mark  # fmt: skip
    story = {"story": "quarry", "title": "Quarry", "findings": [finding.id], "reviews": [entry]}
    path.write_text(json.dumps({"review_version": 1, "stories": [story]}))
    return path


def test_a_review_of_the_report_is_read(contradicting: Repository, tmp_path: Path) -> None:
    file = review(contradicting, tmp_path / "review.json", note="Both numbers are quoted.")
    issue = only(contradicting.check(reviews=(file,)), "DIV401")
    assert issue.state == "suppressed"
    assert issue.suppression is not None
    assert issue.suppression.reason == "Both numbers are quoted."


def test_a_review_is_void_when_a_side_is_reworded(contradicting: Repository, tmp_path: Path) -> None:
    file = review(contradicting, tmp_path / "review.json")
    contradicting.edit("quarry/courier.txt", "killing 91 people", "leaving 91 people dead")
    result = contradicting.check(reviews=(file,))
    assert divergence(result) == "new"
    assert "matches nothing" in only(result, "REV511").message


def test_a_mark_that_is_neither_done_nor_wrong_lets_nothing_pass(
    contradicting: Repository, tmp_path: Path
) -> None:
    file = review(contradicting, tmp_path / "review.json", done=False, note="Ask Anna.")
    assert divergence(contradicting.check(reviews=(file,))) == "new"


def test_a_file_that_is_no_review_is_refused(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}")
    with pytest.raises(InputError, match="no review"):
        check(Request(repository.news, repository.settings(), reviews=(tmp_path / "x.json",)))
