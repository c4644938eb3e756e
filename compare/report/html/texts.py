"""The articles whole: every sentence with its status, furniture in its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from compare.comparison import Comparison
from compare.records import Article
from compare.report.html.dates import readable
from compare.report.visible import visible

STATUS_ORDER = ("divergence", "review", "shared", "only")
"""Of a sentence or a fact, the gravest first. style.css has the mark of each, and what the mark says."""


@dataclass(frozen=True)
class Sentence:
    """A claim in its article. `status` is one of STATUS_ORDER; `clusters` link it to its counterparts."""

    id: str
    text: str
    status: str
    clusters: tuple[str, ...]


@dataclass(frozen=True)
class Aside:
    """Furniture in its place, greyed, with the reason it isn't read as a claim."""

    text: str
    reason: str


@dataclass(frozen=True)
class ArticleView:
    """One article, whole. `published` is as printed (ISO), `date` the same for a reader."""

    id: str
    letter: str
    name: str
    title: str
    published: str
    date: str
    author: str
    url: str
    notes: tuple[str, ...]
    blocks: tuple[tuple[Sentence | Aside, ...], ...]
    claims: int
    shared: int
    additions: int
    omitted: int
    furniture: int


def statuses(comparison: Comparison) -> dict[str, str]:
    """For each claim its status."""
    found = dict.fromkeys((claim.id for claim in comparison.claims), "only")
    for cluster in comparison.clusters:
        if len(cluster.sources) > 1:
            found.update(dict.fromkeys(cluster.claims, "shared"))
    for finding in comparison.findings:
        status = {"agreement": "shared", "divergence": "divergence", "addition": "only"}.get(
            finding.kind, "only"
        )
        status = "review" if finding.severity == "review" else status
        for id in finding.claims:
            found[id] = min(found[id], status, key=STATUS_ORDER.index)
    return found


def article_view(
    comparison: Comparison, article: Article, names: Mapping[str, str], known: Mapping[str, str]
) -> ArticleView:
    """An article with the status of each claim, from `statuses`."""
    (count,) = (count for count in comparison.summary.sources if count.id == article.id)
    return ArticleView(
        id=article.id,
        letter=names[article.id],
        name=visible(article.source),
        title=visible(article.title or ""),
        published=visible(article.published or ""),
        date=visible(readable(article.published)),
        author=visible(article.author or ""),
        url=article.url if article.url and article.url.startswith(("http://", "https://")) else "",
        notes=tuple(visible(note) for note in article.notes),
        blocks=tuple(_blocks(comparison, article, known)),
        claims=count.claims,
        shared=count.shared,
        additions=count.additions,
        omitted=sum(article.id in finding.sources for finding in comparison.only("omission")),
        furniture=count.furniture,
    )


def _blocks(
    comparison: Comparison, article: Article, known: Mapping[str, str]
) -> Iterator[tuple[Sentence | Aside, ...]]:
    """Paragraphs and furniture in the order of the text."""
    parts: list[tuple[int, int, Sentence | Aside]] = []
    for claim in comparison.claims:
        if claim.source == article.id:
            clusters = tuple(cluster.id for cluster in comparison.clusters_of(claim.id))
            sentence = Sentence(claim.id, visible(claim.text), known[claim.id], clusters)
            parts.append((claim.start, claim.paragraph, sentence))
    for number, item in enumerate(article.furniture):
        parts.append((item.start, -1 - number, Aside(visible(item.text), item.reason.replace("_", " "))))
    for _, block in groupby(sorted(parts, key=lambda part: part[0]), key=lambda part: part[1]):
        yield tuple(part for _, _, part in block)
