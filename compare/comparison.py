"""What a comparison found: the articles, their claims, and every finding, with ways to look at them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeVar

from compare.errors import InputError
from compare.records import JSON, Article, Claim, Cluster, Finding, Kind, Match
from compare.settings import Settings

if TYPE_CHECKING:
    import pandas

    from compare.embed import ModelInfo
    from compare.judge.contradiction import Relations

Named = TypeVar("Named", Claim, Finding)

SHORTEST_PREFIX = 4
"""An id may be shortened to this many characters where it stays unique, as in git."""


@dataclass(frozen=True)
class SourceCount:
    """The counts of one article: its claims, those some other source tells too, and what only it says.

    `claims` counts sentences, so `claims - shared` are those no other source tells; `additions` counts findings,
    details inside shared claims among them.
    """

    id: str
    claims: int
    shared: int
    additions: int
    furniture: int

    def to_json(self) -> JSON:
        """The counts as plain JSON data."""
        return dict(vars(self))


@dataclass(frozen=True)
class Summary:
    """How many findings of each kind there are, and what each source contributes."""

    agreements: int
    additions: int
    omissions: int
    divergences: dict[str, int]
    sources: tuple[SourceCount, ...]

    def to_json(self) -> JSON:
        """The counts as plain JSON data."""
        return {
            "agreements": self.agreements,
            "additions": self.additions,
            "omissions": self.omissions,
            "divergences": dict(self.divergences),
            "sources": [source.to_json() for source in self.sources],
        }


@dataclass(frozen=True, repr=False)
class Comparison:
    """The articles of one story, compared.

    Attributes:
        articles: In the order of their ids.
        claims: Every claim, in article order, then text order.
        matches: Pairs of claims that tell the same ("same") or nearly the same ("related").
        clusters: Each fact with the claims that tell it.
        findings: What a reader wants to know; see `only`.
        models: The models that were used, each with the sha256 of its weights.
        settings: What it was made with.
        relations: What the relation model said of pairs of claims, by their ids; empty where it was not asked.
    """

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    matches: tuple[Match, ...]
    clusters: tuple[Cluster, ...]
    findings: tuple[Finding, ...]
    models: tuple[ModelInfo, ...]
    settings: Settings
    relations: Relations = field(default_factory=dict)

    def only(self, kind: Kind, category: str | None = None) -> tuple[Finding, ...]:
        """The findings of one kind, e.g. `only("divergence", "number")`, in the order of `findings`."""
        return tuple(
            finding
            for finding in self.findings
            if finding.kind == kind and category in (None, finding.category)
        )

    def article(self, id: str) -> Article:
        """The article with this id. Raises KeyError."""
        return self._articles[id]

    def claim(self, id: str) -> Claim:
        """The claim with this id, or with this unique beginning of one. Raises InputError."""
        return _named(id, self._claims, "claim")

    def finding(self, id: str) -> Finding:
        """The finding with this id, or with this unique beginning of one. Raises InputError."""
        return _named(id, self._findings, "finding")

    def clusters_of(self, claim: str) -> tuple[Cluster, ...]:
        """The clusters that a claim, given by its whole id, is in."""
        return self._clusters_by_claim.get(claim, ())

    def matches_of(self, claim: str) -> tuple[Match, ...]:
        """The matches of a claim, given by its whole id, best first."""
        return self._matches_by_claim.get(claim, ())

    @cached_property
    def summary(self) -> Summary:
        """Counts of the whole comparison."""
        kinds = Counter(finding.kind for finding in self.findings)
        severities = Counter(finding.severity for finding in self.only("divergence"))
        return Summary(
            agreements=kinds["agreement"],
            additions=kinds["addition"],
            omissions=kinds["omission"],
            divergences={severity: severities[severity] for severity in ("hard", "soft", "review")},
            sources=tuple(self._count(article) for article in self.articles),
        )

    def to_frame(self, what: Literal["findings", "claims", "matches"] = "findings") -> pandas.DataFrame:
        """A pandas DataFrame with a row for each finding, claim or match."""
        from compare.report.rows import frame

        return frame(self, what)

    def to_json(self) -> str:
        """The JSON report, schema version 1 (`compare/report/schema.json`); the same input gives the same text."""
        from compare.report.json import render

        return render(self)

    def to_html(self) -> str:
        """The page for editors: one file with its style and script inside, which asks nothing of any network."""
        from compare.report.html import render

        return render(self)

    def _repr_html_(self) -> str:
        """What a notebook shows: the divergences and key additions, without a script. `to_html` has everything."""
        from compare.report.notebook import render

        return render(self)

    def __repr__(self) -> str:
        counts = self.summary
        divergences = sum(counts.divergences.values())
        hard = f" ({counts.divergences['hard']} hard)" if divergences else ""
        return (
            f"<Comparison of {len(self.articles)} articles, {len(self.claims)} claims: {divergences} divergences{hard}, "
            f"{counts.additions} additions, {counts.omissions} omissions, {counts.agreements} agreements>"
        )

    @cached_property
    def _articles(self) -> dict[str, Article]:
        return {article.id: article for article in self.articles}

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def _findings(self) -> dict[str, Finding]:
        return {finding.id: finding for finding in self.findings}

    @cached_property
    def _shared(self) -> frozenset[str]:
        return frozenset(
            claim for cluster in self.clusters if len(cluster.sources) > 1 for claim in cluster.claims
        )

    @cached_property
    def _clusters_by_claim(self) -> dict[str, tuple[Cluster, ...]]:
        found: dict[str, list[Cluster]] = {}
        for cluster in self.clusters:
            for claim in cluster.claims:
                found.setdefault(claim, []).append(cluster)
        return {claim: tuple(clusters) for claim, clusters in found.items()}

    @cached_property
    def _matches_by_claim(self) -> dict[str, tuple[Match, ...]]:
        found: dict[str, list[Match]] = {}
        for match in sorted(self.matches, key=lambda match: (-match.score, match.a, match.b)):
            for claim in (match.a, match.b):
                found.setdefault(claim, []).append(match)
        return {claim: tuple(matches) for claim, matches in found.items()}

    def _count(self, article: Article) -> SourceCount:
        claims = [claim.id for claim in self.claims if claim.source == article.id]
        return SourceCount(
            id=article.id,
            claims=len(claims),
            shared=sum(claim in self._shared for claim in claims),
            additions=sum(article.id in finding.sources for finding in self.only("addition")),
            furniture=len(article.furniture),
        )


def _named(id: str, known: dict[str, Named], noun: str) -> Named:
    if id in known:
        return known[id]
    found = _starting_with(id, known)
    if not found:
        raise InputError(f"no {noun} has the id {id}; the report and --format json show the ids")
    if len(found) > 1:
        raise InputError(f"{id} fits {len(found)} {noun}s; give more of the id: {', '.join(found[:3])}")
    return known[found[0]]


def _starting_with(prefix: str, ids: Iterable[str]) -> list[str]:
    return [id for id in ids if len(prefix) >= SHORTEST_PREFIX and id.startswith(prefix)]
