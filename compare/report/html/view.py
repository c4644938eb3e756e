"""A comparison as the page shows it: plain records that the templates only have to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from compare.comparison import Comparison
from compare.judge.rules import RULES
from compare.records import content_id
from compare.report.base import Options, letters, selected
from compare.report.html.cards import FindingView, Section, card, sections
from compare.report.html.grid import COLUMNS, Row, rows
from compare.report.html.pictures import Coverage, Overlap, coverage, overlap
from compare.report.html.texts import ArticleView, article_view, statuses
from compare.report.visible import visible
from compare.review import Review, Since


@dataclass(frozen=True)
class Change:
    """What became of a reviewed finding, or a finding that is new since: `finding` is "" where it has gone."""

    what: str
    message: str
    note: str
    finding: str


@dataclass(frozen=True)
class RuleView:
    """A rule that has findings on the page."""

    code: str
    title: str
    meaning: str
    not_meant: str


@dataclass(frozen=True)
class StoryView:
    """Everything on the page of one story."""

    id: str
    title: str
    articles: tuple[ArticleView, ...]
    sections: tuple[Section, ...]
    rows: tuple[Row, ...]
    columns: bool
    overlap: Overlap
    coverage: Coverage
    counts: dict[str, int]
    kinds: tuple[str, ...]
    rules: tuple[RuleView, ...]
    speakers: tuple[str, ...]
    models: tuple[tuple[str, str], ...]
    since: tuple[Change, ...]


def story_id(comparison: Comparison) -> str:
    """The same for the same articles, whatever they say: links and reviews outlive a reworded sentence."""
    return content_id("s", *(article.id for article in comparison.articles))


def story(
    comparison: Comparison, options: Options, review: Review | None = None, *, id: str = "", title: str = ""
) -> StoryView:
    """The page's content, in the reader's order, with the marks of a review.

    A corpus gives the story's `id`, and a `title` for the case that no article has one.
    """
    id = id or story_id(comparison)
    names = letters(comparison)
    known = statuses(comparison)
    since = (review.since(id, comparison) if review else None) or Since()
    marks = {mark.finding: mark for mark in since.kept}
    views = {
        finding.id: card(comparison, finding, names, marks.get(finding.id))
        for finding in selected(comparison, options)
    }
    parts = tuple(sections(comparison, views, names))
    facts = tuple(rows(comparison, names, known))
    tellers = [(row.status, [letter for letter, _ in row.claims]) for row in facts]
    return StoryView(
        id=id,
        title=_title(comparison) or visible(title) or "One event, several accounts",
        articles=tuple(article_view(comparison, one, names, known) for one in comparison.articles),
        sections=parts,
        rows=facts,
        columns=len(names) <= COLUMNS,
        overlap=overlap(comparison, names),
        coverage=coverage(tellers, list(names.values())),
        counts=_counts(comparison),
        kinds=tuple(dict.fromkeys(section.kind for section in parts if section.findings)),
        rules=tuple(_rules(view.rule for view in views.values())),
        speakers=tuple(sorted({speaker for view in views.values() for speaker in view.speakers})),
        models=tuple((model.name, model.sha256) for model in comparison.models),
        since=tuple(_changes(since, views)),
    )


def _counts(comparison: Comparison) -> dict[str, int]:
    summary = comparison.summary
    return {
        **summary.divergences,
        "additions": summary.additions,
        "omissions": summary.omissions,
        "agreements": summary.agreements,
    }


def _rules(codes: Iterable[str]) -> Iterator[RuleView]:
    for code in sorted(set(codes) & set(RULES)):
        rule = RULES[code]
        yield RuleView(code, rule.title, rule.meaning, rule.not_meant)


def _changes(since: Since, views: Mapping[str, FindingView]) -> Iterator[Change]:
    for mark, finding in since.changed:
        here = finding.id if finding.id in views else ""
        yield Change("Changed", visible(mark.message), visible(mark.note), here)
    for mark in since.gone:
        yield Change("Gone", visible(mark.message), visible(mark.note), "")
    for finding in since.new:
        if finding.id in views:
            yield Change("New", visible(finding.message), "", finding.id)


def _title(comparison: Comparison) -> str:
    """The headline of the article that others share most of; of equals the shortest. "" if none has one."""
    shared = {count.id: count.shared for count in comparison.summary.sources}
    titled = [article for article in comparison.articles if article.title]
    if not titled:
        return ""
    best = min(titled, key=lambda article: (-shared[article.id], len(article.title or ""), article.id))
    return visible(best.title or "")
