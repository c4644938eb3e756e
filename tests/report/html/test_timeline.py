"""Figures that differ, by time of publication: which source gave which value, and when."""

from __future__ import annotations

import dataclasses

from compare.claims.details.values import Number, Role
from compare.comparison import Comparison
from compare.records import Detail
from compare.report.base import letters
from compare.report.html import timeline
from tests.report import builders

DEAD = Role(noun="people", verb="kill", topic="dead")


def toll(*values: tuple[str, str | None, float], role: Role = DEAD, rule: str = "DIV401") -> Comparison:
    """One sentence on the dead a source: its id, when it was published, the number."""
    articles = [
        builders.article(id, [f"The fire killed {number:g} people."], published=when)
        for id, when, number in values
    ]
    story = builders.Story(*articles)
    for id, _, number in values:
        claim = story.claims[f"{id}:1"]
        words = f"{number:g}"
        start = claim.start + claim.text.index(words)
        value = Number(low=number, high=number, step=1, role=role)
        detail = Detail("number", start, start + len(words), words, value)
        story.claims[f"{id}:1"] = dataclasses.replace(claim, details=(detail,))
    places = " ".join(f"{id}:1" for id, _, _ in sorted(values))
    story.find(rule, places, "|".join(f"{number:g}" for _, _, number in sorted(values)))
    return story.compared()


def said(line: timeline.Timeline | None) -> list[tuple[str, str]]:
    assert line is not None
    return [(point.words, point.when) for point in line.points]


def test_values_stand_in_the_order_of_time_those_without_a_date_last() -> None:
    story = toll(
        ("a", None, 80), ("b", "2025-03-13T18:00", 74), ("c", "2025-03-12", 47), ("d", "2025-03-13T06:00", 47)
    )
    line = timeline.of_finding(story, story.findings[0], letters(story))
    assert said(line) == [
        ("47", "12 Mar 2025"),
        ("47", "13 Mar 2025, 06:00"),
        ("74", "13 Mar 2025, 18:00"),
        ("80", ""),
    ]
    assert line is not None
    assert line.label == "dead"


def test_zones_are_heeded() -> None:
    story = toll(("a", "2025-03-12T08:00+09:00", 5), ("b", "2025-03-12T01:00+00:00", 7))
    line = timeline.of_finding(story, story.findings[0], letters(story))
    assert [words for words, _ in said(line)] == ["5", "7"]


def test_a_fact_has_a_timeline_where_its_figures_differ_only() -> None:
    for last, lines in ((47, 0), (74, 1)):
        story = toll(("a", "2025-03-12", 47), ("b", "2025-03-13", last), rule="AGR101")
        assert len(timeline.of_cluster(story, story.clusters[0], letters(story))) == lines


def test_figures_of_other_questions_make_no_timeline() -> None:
    story = toll(("a", "2025-03-12", 47), ("b", "2025-03-13", 74), rule="AGR101", role=Role())
    assert timeline.of_cluster(story, story.clusters[0], letters(story)) == ()


def test_a_finding_of_another_rule_has_none() -> None:
    story = toll(("a", "2025-03-12", 47), ("b", "2025-03-13", 74), rule="DIV407")
    assert timeline.of_finding(story, story.findings[0], letters(story)) is None
