"""Why a finding is there: scores, what was compared, the model's opinion, what would change it."""

from __future__ import annotations

import dataclasses

import pytest

from compare.judge.relation import Relation
from compare.report.base import letters
from compare.report.html.why import why
from tests.report import builders


def test_the_words_of_both_sides_and_what_they_were_read_as() -> None:
    story = builders.two_sources()
    found = why(story, story.only("divergence")[0], letters(story))
    assert [(side.letter, side.words, side.type) for side in found.compared] == [
        ("A", "fourteen", "number"),
        ("B", "twelve", "number"),
    ]
    assert found.matches == "0.88"


def test_what_the_relation_model_said_of_its_claims() -> None:
    story = builders.two_sources()
    clash = story.only("divergence")[0]
    a, b = clash.claims
    known = dataclasses.replace(story, relations={(b, a): Relation(0.05, 0.05, 0.9, 0.97)})
    (opinion,) = why(known, clash, letters(story)).opinions
    assert (opinion.letters, opinion.contradiction, opinion.same) == ("A and B", 0.9, 0.97)
    assert why(story, clash, letters(story)).opinions == ()


@pytest.mark.parametrize("severity", ["hard", "soft", "review"])
def test_the_thresholds_in_force_say_what_would_change_it(severity: str) -> None:
    story = builders.two_sources()
    levels = story.settings.judge
    clash = dataclasses.replace(story.only("divergence")[0], severity=severity)  # type: ignore[arg-type]
    told = " ".join(why(story, clash, letters(story)).changes)
    assert f"{levels.review:.2f}" in told
    if severity != "review":
        assert f"Below {getattr(levels, severity):.2f}" in told


def test_an_addition_names_what_comes_nearest() -> None:
    story = builders.two_sources()
    sombre = next(one for one in story.only("addition") if "sombre" in story.claim(one.claims[0]).text)
    (told,) = why(story, sombre, letters(story)).changes
    assert "0.41" in told
    assert "Residents thanked the firefighters." in told
    lonely = next(one for one in story.only("addition") if "Trains" in story.claim(one.claims[0]).text)
    (told,) = why(story, lonely, letters(story)).changes
    assert told.startswith("No claim elsewhere comes near")


@pytest.mark.parametrize(
    "make", [builders.two_sources, builders.four_sources, builders.many_sources, builders.hostile]
)
def test_every_finding_has_something_that_would_change_it(make: object) -> None:
    story = make()  # type: ignore[operator]
    assert all(why(story, finding, letters(story)).changes for finding in story.findings)
