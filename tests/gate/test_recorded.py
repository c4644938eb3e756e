"""A baseline that records what the articles say is a state to compare with: no git is needed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from compare.corpus import compare_corpus, find_stories
from compare.gate.baseline import Baseline, merge, parse
from compare.gate.check import Request, check, locate, record_articles
from compare.gate.records import CheckResult
from tests.gate.repository import COURIER, HERALD, TODAY, Repository, codes, only


class Plain:
    """The corpus in a folder outside any repository, with a baseline of it."""

    def __init__(self, repository: Repository, folder: Path) -> None:
        self.news = folder / "news"
        shutil.copytree(repository.news, self.news)
        self.settings = repository.settings()
        self.file = folder / "baseline.jsonl"
        request = Request(self.news, self.settings)
        self.baseline = Baseline(articles=record_articles(request, locate(self.news)))
        self.file.write_text(self.baseline.text)

    def check(self) -> CheckResult:
        return check(Request(self.news, self.settings, baseline=self.file, today=TODAY))

    def edit(self, name: str, old: str, new: str) -> None:
        text = (self.news / name).read_text()
        assert old in text
        (self.news / name).write_text(text.replace(old, new))


@pytest.fixture
def plain(repository: Repository, tmp_path: Path) -> Plain:
    return Plain(repository, tmp_path / "plain")


def test_it_is_read_back_as_it_was_written(plain: Plain) -> None:
    assert parse(plain.file.read_text(), "x") == plain.baseline
    rows = [json.loads(line) for line in plain.file.read_text().splitlines()]
    assert rows[0]["path"] == "lido/post.txt"
    assert rows[1]["says"] == "After two years of building work the Mill Street lido opened on Saturday."


def test_what_is_recorded_has_the_claims_that_were_there(plain: Plain) -> None:
    from compare.gate.recorded import recorded_corpus

    here = find_stories(plain.news)
    before = recorded_corpus(plain.baseline.articles, here, {}, plain.settings)
    for old, new in zip(
        compare_corpus(before.stories, plain.settings),
        compare_corpus(here.stories, plain.settings),
        strict=True,
    ):
        assert old.comparison is not None
        assert new.comparison is not None
        assert [claim.id for claim in old.comparison.claims] == [claim.id for claim in new.comparison.claims]
        assert [item.id for item in old.comparison.findings] == [item.id for item in new.comparison.findings]


def test_nothing_changed_nothing_is_compared(plain: Plain) -> None:
    result = plain.check()
    assert result.base == "baseline"
    assert result.extent.stories_changed == 0
    assert not result.failed


def test_furniture_may_change(plain: Plain) -> None:
    plain.edit("quarry/herald.txt", "By Anna Berg", "By Anna Berg and Paul Ott")
    assert plain.check().extent.stories_changed == 0


def test_changes_are_judged_as_with_git(plain: Plain) -> None:
    plain.edit("quarry/courier.txt", "two cranes", "four cranes")
    plain.edit("quarry/herald.txt", "about the cracks three times", "about the danger three times")
    (plain.news / "lido" / "post.txt").unlink()
    (plain.news / "quarry" / "morning.txt").unlink()
    found = codes(plain.check())
    assert {"REV502 error", "REV504 error", "REV505 error", "REV503 error"} <= set(found)
    assert found.count("REV505 error") == 1


def test_a_later_date_still_makes_an_update(plain: Plain) -> None:
    plain.edit("quarry/courier.txt", "4 March 2031, 10:05", "5 March 2031, 07:30")
    plain.edit("quarry/courier.txt", "killing 19 people", "killing 22 people")
    result = plain.check()
    assert "REV508 note" in codes(result)
    assert not result.failed


def test_a_renamed_article_is_the_same_article(plain: Plain) -> None:
    (plain.news / "quarry" / "courier.txt").rename(plain.news / "quarry" / "the-courier.txt")
    assert codes(plain.check()) == []


def test_a_base_goes_before_what_is_recorded(repository: Repository) -> None:
    articles = record_articles(Request(repository.news, repository.settings()), locate(repository.news))
    repository.edit("quarry/courier.txt", "two cranes", "four cranes").commit()
    (repository.top / ".claimcompare-baseline.jsonl").write_text(Baseline(articles=articles).text)
    assert codes(repository.check("HEAD")) == []
    changed = only(repository.check(None), "REV502")
    assert changed.quotes[0].deciding == ("two",)


def test_two_branches_that_changed_different_articles_are_merged(plain: Plain) -> None:
    def recorded(**texts: str) -> Baseline:
        for name, text in {"herald": HERALD, "courier": COURIER, **texts}.items():
            (plain.news / "quarry" / f"{name}.txt").write_text(text)
        request = Request(plain.news, plain.settings)
        return Baseline(articles=record_articles(request, locate(plain.news)))

    base = recorded()
    ours = recorded(herald=HERALD.replace("Nineteen", "Twenty"))
    theirs = recorded(courier=COURIER.replace("two cranes", "four cranes"))
    both = recorded(
        herald=HERALD.replace("Nineteen", "Twenty"), courier=COURIER.replace("two cranes", "four cranes")
    )
    assert merge(base, ours, theirs) == merge(base, theirs, ours) == both
