"""A comparison as the page shows it: plain records that the template only has to print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from compare.comparison import Comparison
from compare.judge.rules import RULES
from compare.records import Article, Claim, Cluster, Finding, content_id
from compare.report.base import SECTIONS, Options, groups, letters, selected
from compare.report.visible import pieces, visible
from compare.report.wording import deciding_spans
from compare.review import Mark, Review, Since

MARKS = {"agreement": "=", "addition": "+", "omission": "−", "divergence": "!", "review": "?"}
STATUSES = {
    "divergence": ("!", "accounts differ"),
    "review": ("?", "to review"),
    "shared": ("=", "told by others too"),
    "only": ("+", "only here"),
}
"""Of a sentence or a fact, the gravest first: its mark, and what the mark says."""

STATUS_ORDER = tuple(STATUSES)
HEADINGS = {
    "divergence": "Where accounts differ",
    "omission": "Told by all but few",
    "agreement": "Shared facts",
}
KEY_ADDITIONS = 8
"""How many additions of a source stand open at the top; the rest are one click away."""


@dataclass(frozen=True)
class Piece:
    """A stretch of text; `kind` is "" for plain text, "mark" for deciding words."""

    text: str
    kind: str = ""


@dataclass(frozen=True)
class Wording:
    """What one source says in a finding: its claims with the deciding words marked."""

    letter: str
    claim: str
    speaker: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class FindingView:
    """One finding as a card."""

    id: str
    kind: str
    mark: str
    rule: str
    title: str
    severity: str
    category: str
    importance: float
    score: float
    message: str
    meaning: str
    not_meant: str
    letters: tuple[str, ...]
    missing: tuple[str, ...]
    speakers: tuple[str, ...]
    wordings: tuple[Wording, ...]
    evidence: tuple[tuple[str, str], ...]
    claims: tuple[str, ...]
    review: Mark | None


@dataclass(frozen=True)
class Change:
    """What became of a reviewed finding, or a finding that is new since: `finding` is "" where it has gone."""

    what: str
    message: str
    note: str
    finding: str


@dataclass(frozen=True)
class Sentence:
    """A claim in its article. `status` is one of STATUS_ORDER; `clusters` link it to its counterparts."""

    id: str
    text: str
    status: str
    mark: str
    label: str
    clusters: tuple[str, ...]
    finding: str


@dataclass(frozen=True)
class Aside:
    """Furniture in its place, greyed, with the reason it isn't read as a claim."""

    text: str
    reason: str


@dataclass(frozen=True)
class ArticleView:
    """One article, whole."""

    id: str
    letter: str
    name: str
    title: str
    published: str
    author: str
    url: str
    notes: tuple[str, ...]
    blocks: tuple[tuple[Sentence | Aside, ...], ...]
    claims: int
    shared: int
    additions: int
    furniture: int


@dataclass(frozen=True)
class Row:
    """A cluster in the grid: who tells it, in how many origins, who doesn't."""

    id: str
    text: str
    status: str
    mark: str
    told: int
    origins: int
    missing: tuple[str, ...]
    importance: float
    cells: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True)
class Section:
    """Findings under one heading; the first `open` are shown at once. `letter` names the source of additions."""

    kind: str
    title: str
    letter: str
    findings: tuple[FindingView, ...]
    open: int


@dataclass(frozen=True)
class StoryView:
    """Everything on the page of one story."""

    id: str
    title: str
    articles: tuple[ArticleView, ...]
    sections: tuple[Section, ...]
    rows: tuple[Row, ...]
    counts: dict[str, int]
    kinds: tuple[str, ...]
    rules: tuple[tuple[str, str], ...]
    speakers: tuple[str, ...]
    models: tuple[tuple[str, str], ...]
    since: tuple[Change, ...]


def story_id(comparison: Comparison) -> str:
    """The same for the same articles, whatever they say: links and reviews outlive a reworded sentence."""
    return content_id("s", *(article.id for article in comparison.articles))


def story(comparison: Comparison, options: Options, review: Review | None = None) -> StoryView:
    """The page's content, in the reader's order, with the marks of a review."""
    names = letters(comparison)
    shown = selected(comparison, options)
    since = (review.since(story_id(comparison), comparison) if review else None) or Since()
    marks = {mark.finding: mark for mark in since.kept}
    views = {finding.id: _finding(comparison, finding, names, marks.get(finding.id)) for finding in shown}
    sections = tuple(_sections(comparison, views, names))
    statuses = _statuses(comparison)
    articles = tuple(_article(comparison, article, names, statuses) for article in comparison.articles)
    return StoryView(
        id=story_id(comparison),
        title=_title(comparison),
        articles=articles,
        sections=sections,
        rows=tuple(_rows(comparison, names, statuses)),
        counts={
            "hard": comparison.summary.divergences["hard"],
            "soft": comparison.summary.divergences["soft"],
            "review": comparison.summary.divergences["review"],
            "additions": comparison.summary.additions,
            "omissions": comparison.summary.omissions,
            "agreements": comparison.summary.agreements,
        },
        kinds=tuple(dict.fromkeys(section.kind for section in sections if section.findings)),
        rules=tuple(
            (code, RULES[code].title) for code in sorted({finding.rule for finding in shown}) if code in RULES
        ),
        speakers=tuple(sorted({speaker for view in views.values() for speaker in view.speakers})),
        models=tuple((model.name, model.sha256) for model in comparison.models),
        since=tuple(_changes(since, views)),
    )


def _changes(since: Since, views: dict[str, FindingView]) -> Iterator[Change]:
    for mark, finding in since.changed:
        yield Change(
            "Changed", visible(mark.message), visible(mark.note), finding.id if finding.id in views else ""
        )
    for mark in since.gone:
        yield Change("Gone", visible(mark.message), visible(mark.note), "")
    for finding in since.new:
        if finding.id in views:
            yield Change("New", visible(finding.message), "", finding.id)


def _sections(
    comparison: Comparison, views: dict[str, FindingView], names: dict[str, str]
) -> Iterator[Section]:
    """Divergences whole; additions by source, the key ones open; omissions and agreements folded."""
    for name, kind in SECTIONS.items():
        for number, group in enumerate(groups(comparison, name)):
            found = tuple(views[finding.id] for finding in group if finding.id in views)
            if kind == "addition" and found:
                article = comparison.articles[number]
                title = f"Only in {visible(article.source)}"
                yield Section(kind, title, names[article.id], found, KEY_ADDITIONS)
            elif found or kind == "divergence":
                many = len(found) if kind == "divergence" else KEY_ADDITIONS
                yield Section(kind, HEADINGS[kind], "", found, many)


def _title(comparison: Comparison) -> str:
    titles = [article.title for article in comparison.articles if article.title]
    return visible(min(titles, key=len)) if titles else "One event, several accounts"


def _finding(
    comparison: Comparison, finding: Finding, names: dict[str, str], mark: Mark | None
) -> FindingView:
    claims = [comparison.claim(id) for id in finding.claims]
    rule = RULES.get(finding.rule)
    review = finding.severity == "review"
    return FindingView(
        id=finding.id,
        kind=finding.kind,
        mark=MARKS["review" if review else finding.kind],
        rule=finding.rule,
        title=rule.title if rule else finding.category,
        severity=finding.severity,
        category=finding.category,
        importance=finding.importance,
        score=finding.score,
        message=visible(finding.message),
        meaning=rule.meaning if rule else "",
        not_meant=rule.not_meant if rule else "",
        letters=tuple(names[id] for id in names if id in finding.sources),
        missing=tuple(names[id] for id in names if id not in finding.sources),
        speakers=tuple(sorted({visible(claim.speaker.name) for claim in claims if claim.speaker})),
        wordings=tuple(_wording(claim, finding, names) for claim in claims),
        evidence=tuple(
            (names[comparison.claim(item.claim).source], visible(item.text)) for item in finding.evidence
        ),
        claims=finding.claims,
        review=replace(mark, note=visible(mark.note)) if mark else None,
    )


def _wording(claim: Claim, finding: Finding, names: dict[str, str]) -> Wording:
    shown = pieces(claim.text)
    found, at = [], 0
    for start, end in deciding_spans(claim, finding):
        found += [Piece("".join(shown[at:start])), Piece("".join(shown[start:end]), "mark")]
        at = end
    found.append(Piece("".join(shown[at:])))
    speaker = visible(claim.speaker.name) if claim.speaker else ""
    return Wording(names[claim.source], claim.id, speaker, tuple(piece for piece in found if piece.text))


def _statuses(comparison: Comparison) -> dict[str, tuple[str, str]]:
    """For each claim its status and the finding that says so."""
    found: dict[str, tuple[str, str]] = {claim.id: ("only", "") for claim in comparison.claims}
    for cluster in comparison.clusters:
        if len(cluster.sources) > 1:
            found.update(dict.fromkeys(cluster.claims, ("shared", "")))
    for finding in comparison.findings:
        status = {"agreement": "shared", "divergence": "divergence", "addition": "only"}.get(finding.kind)
        if finding.severity == "review":
            status = "review"
        for id in finding.claims if status else ():
            old, known = found[id]
            if status == old and not known:
                found[id] = (old, finding.id)
            elif status and STATUS_ORDER.index(status) < STATUS_ORDER.index(old):
                found[id] = (status, finding.id)
    return found


def _article(
    comparison: Comparison, article: Article, names: dict[str, str], statuses: dict[str, tuple[str, str]]
) -> ArticleView:
    (count,) = (count for count in comparison.summary.sources if count.id == article.id)
    return ArticleView(
        id=article.id,
        letter=names[article.id],
        name=visible(article.source),
        title=visible(article.title or ""),
        published=visible(article.published or ""),
        author=visible(article.author or ""),
        url=article.url if article.url and article.url.startswith(("http://", "https://")) else "",
        notes=tuple(visible(note) for note in article.notes),
        blocks=tuple(_blocks(comparison, article, statuses)),
        claims=count.claims,
        shared=count.shared,
        additions=count.additions,
        furniture=count.furniture,
    )


def _blocks(
    comparison: Comparison, article: Article, statuses: dict[str, tuple[str, str]]
) -> Iterator[tuple[Sentence | Aside, ...]]:
    """Paragraphs and furniture in the order of the text."""
    parts: list[tuple[int, int, Sentence | Aside]] = []
    for claim in comparison.claims:
        if claim.source == article.id:
            status, finding = statuses[claim.id]
            clusters = tuple(cluster.id for cluster in comparison.clusters_of(claim.id))
            mark, label = STATUSES[status]
            sentence = Sentence(claim.id, visible(claim.text), status, mark, label, clusters, finding)
            parts.append((claim.start, claim.paragraph, sentence))
    for number, item in enumerate(article.furniture):
        parts.append((item.start, -1 - number, Aside(visible(item.text), item.reason.replace("_", " "))))
    for _, block in groupby(sorted(parts, key=lambda part: part[0]), key=lambda part: part[1]):
        yield tuple(part for _, _, part in block)


def _rows(
    comparison: Comparison, names: dict[str, str], statuses: dict[str, tuple[str, str]]
) -> Iterator[Row]:
    place = {claim.id: number for number, claim in enumerate(comparison.claims)}
    for cluster in sorted(comparison.clusters, key=lambda cluster: _weight(comparison, cluster, place)):
        status = min((statuses[id][0] for id in cluster.claims), key=STATUS_ORDER.index)
        yield Row(
            id=cluster.id,
            text=visible(comparison.claim(cluster.claims[0]).text),
            status=status,
            mark=STATUSES[status][0],
            told=len(cluster.sources),
            origins=len(cluster.origins),
            missing=tuple(names[id] for id in cluster.missing),
            importance=max(comparison.claim(id).importance for id in cluster.claims),
            cells=tuple((letter, _cell(comparison, cluster, id)) for id, letter in names.items()),
        )


def _weight(comparison: Comparison, cluster: Cluster, place: dict[str, int]) -> tuple[float, ...]:
    importance = max(comparison.claim(id).importance for id in cluster.claims)
    return -len(cluster.sources), -importance, min(place[id] for id in cluster.claims)


def _cell(comparison: Comparison, cluster: Cluster, article: str) -> tuple[tuple[str, str], ...]:
    claims = [comparison.claim(id) for id in cluster.claims]
    return tuple((claim.id, visible(claim.text)) for claim in claims if claim.source == article)
