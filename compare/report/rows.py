"""Findings, claims and matches as table rows: for pandas and for CSV."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from compare.comparison import Comparison
from compare.errors import ClaimCompareError
from compare.records import Finding

if TYPE_CHECKING:
    import pandas

Row = dict[str, Any]

FINDING_COLUMNS = (
    "id", "rule", "kind", "category", "severity", "importance", "score", "sources", "claims", "evidence", "message",
)  # fmt: skip
CLAIM_COLUMNS = ("id", "source", "start", "end", "text", "paragraph", "speaker", "importance", "also_told_by")
MATCH_COLUMNS = ("a", "b", "score", "relation", "a_source", "b_source", "a_text", "b_text")


def finding_columns(comparison: Comparison) -> tuple[str, ...]:
    """The columns of `finding_rows`: after the finding's own one more for each article, with its wording."""
    return (*FINDING_COLUMNS, *(_wording_column(article.id) for article in comparison.articles))


def finding_rows(comparison: Comparison, findings: Iterable[Finding]) -> list[Row]:
    """One row a finding."""
    return [_finding_row(comparison, finding) for finding in findings]


def frame(comparison: Comparison, what: str) -> pandas.DataFrame:
    """A DataFrame of the findings, claims or matches, in their order in the comparison."""
    import pandas

    tables = {"findings": _findings, "claims": _claims, "matches": _matches}
    if what not in tables:
        raise ClaimCompareError(f"to_frame has no table {what!r}; it has {', '.join(tables)}")
    rows, columns = tables[what](comparison)
    return pandas.DataFrame(rows, columns=list(columns))


def _findings(comparison: Comparison) -> tuple[list[Row], tuple[str, ...]]:
    return finding_rows(comparison, comparison.findings), finding_columns(comparison)


def _claims(comparison: Comparison) -> tuple[list[Row], tuple[str, ...]]:
    rows = []
    for claim in comparison.claims:
        tellers = [source for cluster in comparison.clusters_of(claim.id) for source in cluster.sources]
        row: Row = {name: getattr(claim, name) for name in CLAIM_COLUMNS[:-1]}
        row["speaker"] = claim.speaker.name if claim.speaker else None
        row["also_told_by"] = tuple(sorted(set(tellers) - {claim.source}))
        rows.append(row)
    return rows, CLAIM_COLUMNS


def _matches(comparison: Comparison) -> tuple[list[Row], tuple[str, ...]]:
    rows = []
    for match in comparison.matches:
        a, b = comparison.claim(match.a), comparison.claim(match.b)
        sides = {"a_source": a.source, "b_source": b.source, "a_text": a.text, "b_text": b.text}
        rows.append({"a": match.a, "b": match.b, "score": match.score, "relation": match.relation, **sides})
    return rows, MATCH_COLUMNS


def _finding_row(comparison: Comparison, finding: Finding) -> Row:
    row: Row = {name: getattr(finding, name) for name in FINDING_COLUMNS}
    row["evidence"] = tuple(evidence.text for evidence in finding.evidence)
    texts: dict[str, list[str]] = {article.id: [] for article in comparison.articles}
    for id in finding.claims:
        claim = comparison.claim(id)
        texts[claim.source].append(claim.text)
    return row | {_wording_column(article): " … ".join(wording) or None for article, wording in texts.items()}


def _wording_column(article: str) -> str:
    return f"text: {article}"
