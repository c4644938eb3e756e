"""Figures that differ, one behind the other: which source gave which value, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

from compare.claims.details.values import Amount
from compare.comparison import Comparison
from compare.judge.details.amounts import AMOUNTS, comparable
from compare.records import Claim, Cluster, Detail, Finding
from compare.report.html.dates import order, readable
from compare.report.visible import visible

FIGURES = ("DIV401", "AGR103")
"""The rules whose deciding words are values of one question."""


@dataclass(frozen=True)
class Point:
    """One source's value. `when` is "" where the article has no date."""

    letter: str
    name: str
    claim: str
    words: str
    when: str


@dataclass(frozen=True)
class Timeline:
    """The values of one question by time of publication, sources without a date last."""

    label: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class _Value:
    claim: Claim
    words: str
    detail: Detail | None


def of_finding(comparison: Comparison, finding: Finding, names: Mapping[str, str]) -> Timeline | None:
    """The values a finding is about, with those of the same question that other claims of the fact give."""
    if finding.rule not in FIGURES:
        return None
    decided = [
        _Value(claim, item.text, _amount_at(claim, item.start, item.end))
        for item in finding.evidence
        if (claim := comparison.claim(item.claim))
    ]
    known = [value.detail for value in decided if value.detail]
    others = (
        comparison.claim(id)
        for cluster in comparison.clusters_of(finding.claims[0])
        for id in cluster.claims
        if id not in finding.claims
    )
    also = [
        _Value(claim, _words(item), item)
        for claim in others
        for item in claim.only(*AMOUNTS)
        if any(_one_question(item, one) for one in known)
    ]
    return _timeline(comparison, [*decided, *also], names)


def of_cluster(comparison: Comparison, cluster: Cluster, names: Mapping[str, str]) -> tuple[Timeline, ...]:
    """For each question that at least two sources of a fact answer with different figures, their values."""
    details = [
        (claim, item)
        for claim in map(comparison.claim, cluster.claims)
        for item in claim.only(*AMOUNTS)
        if isinstance(item.value, Amount)
    ]
    found = []
    for group in _questions(details):
        sources = {claim.source for claim, _ in group}
        if len(sources) > 1 and len({_size(item) for _, item in group}) > 1:
            line = _timeline(comparison, [_Value(claim, _words(item), item) for claim, item in group], names)
            found += [line] if line else []
    return tuple(found)


def _timeline(comparison: Comparison, values: Sequence[_Value], names: Mapping[str, str]) -> Timeline | None:
    """The first value of each source, in the order of publication; None for fewer than two."""
    by_source: dict[str, _Value] = {}
    for value in values:
        by_source.setdefault(value.claim.source, value)
    if len(by_source) < 2:
        return None
    articles = sorted(
        map(comparison.article, by_source), key=lambda article: (*order(article.published), article.id)
    )
    points = (
        Point(
            letter=names[article.id],
            name=visible(article.source),
            claim=by_source[article.id].claim.id,
            words=visible(by_source[article.id].words),
            when=visible(readable(article.published)),
        )
        for article in articles
    )
    return Timeline(_label(value.detail for value in values), tuple(points))


def _questions(details: Sequence[tuple[Claim, Detail]]) -> Iterator[list[tuple[Claim, Detail]]]:
    """Details that answer one question, each in the first group it fits."""
    groups: list[list[tuple[Claim, Detail]]] = []
    for entry in details:
        fitting = (group for group in groups if all(_one_question(entry[1], other) for _, other in group))
        group = next(fitting, None)
        if group is None:
            groups.append([entry])
        else:
            group.append(entry)
    yield from groups


def _one_question(one: Detail, two: Detail) -> bool:
    """Whether two amounts are of one kind and count one thing: the same topic, else the same noun and verb."""
    x, y = one.value, two.value
    if not isinstance(x, Amount) or not isinstance(y, Amount) or not comparable(x, y):
        return False
    if x.role.per != y.role.per or (x.role.slot or "to") != (y.role.slot or "to"):
        return False
    if x.role.topic or y.role.topic:
        return x.role.topic == y.role.topic
    return bool(x.role.noun) and (x.role.noun, x.role.verb) == (y.role.noun, y.role.verb)


def _size(detail: Detail) -> float:
    value = detail.value
    ends = [end for end in (getattr(value, "low", 0.0), getattr(value, "high", 0.0)) if isfinite(end)]
    return max(ends, default=0.0)


def _amount_at(claim: Claim, start: int, end: int) -> Detail | None:
    return next((item for item in claim.only(*AMOUNTS) if item.start < end and start < item.end), None)


def _words(detail: Detail) -> str:
    hedge = getattr(detail.value, "hedge", "")
    return f"{hedge} {detail.text}" if hedge not in ("", "vague") else detail.text


def _label(details: Iterable[Detail | None]) -> str:
    """What is counted: "dead", "people"; "" when nothing says so."""
    roles = [getattr(item.value, "role", None) for item in details if item]
    topics = [getattr(role, "topic", "") for role in roles]
    nouns = [getattr(role, "noun", "") for role in roles]
    return next(filter(None, topics), "") or next(filter(None, nouns), "")
