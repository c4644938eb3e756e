"""The JSON report, schema version 1: see schema.json beside this file."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from compare import __version__
from compare.comparison import Comparison
from compare.records import JSON, Article, Claim, Cluster, Evidence, Finding
from compare.report.base import Options, selected

SCHEMA_VERSION = 1

ACTS_ON_TERMINALS = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
"""Written as \\u escapes: control characters, bidirectional overrides, and surrogates that UTF-8 can't hold."""


def render(comparison: Comparison, options: Options | None = None) -> str:
    """The report as indented JSON in a fixed order. `only` and `top` choose findings; all else is complete."""
    return dumps(document(comparison, options or Options()))


def dumps(data: JSON) -> str:
    """JSON text that is safe to print and to encode; equal data gives equal text."""
    text = json.dumps(_rounded(data), ensure_ascii=False, indent=2, allow_nan=False)
    return ACTS_ON_TERMINALS.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def tool() -> JSON:
    """What made the report."""
    return {"name": "claimcompare", "version": __version__}


def document(comparison: Comparison, options: Options) -> JSON:
    """The report as plain data, in the order of the schema."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": tool(),
        "settings": comparison.settings.to_json(),
        "models": [{"name": model.name, "sha256": model.sha256} for model in comparison.models],
        "sources": [source(article) for article in comparison.articles],
        "claims": [claim(item) for item in comparison.claims],
        "furniture": [piece for article in comparison.articles for piece in furniture(article)],
        "matches": _matches(comparison, "same"),
        "related": _matches(comparison, "related"),
        "clusters": [_cluster(item) for item in comparison.clusters],
        "findings": [_finding(item) for item in selected(comparison, options)],
        "summary": comparison.summary.to_json(),
    }


def source(article: Article) -> dict[str, JSON]:
    """One article without its text."""
    names = ("id", "path", "source", "title", "published", "author", "url", "sha256")
    return {name: getattr(article, name) for name in names} | {"notes": list(article.notes)}


def claim(claim: Claim) -> dict[str, JSON]:
    """One claim with its details."""
    return {
        "id": claim.id,
        "source": claim.source,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "speaker": claim.speaker.name if claim.speaker else None,
        "importance": claim.importance,
        "details": [
            {"type": item.type, "start": item.start, "end": item.end, "text": item.text, "value": item.value.to_json()}
            for item in claim.details
        ],
    }  # fmt: skip


def furniture(article: Article) -> list[JSON]:
    """What was set aside in one article."""
    return [
        {"source": article.id, "start": item.start, "end": item.end, "text": item.text, "reason": item.reason}
        for item in article.furniture
    ]


def _matches(comparison: Comparison, relation: str) -> JSON:
    return [
        {"a": match.a, "b": match.b, "score": match.score, "relation": match.relation}
        for match in comparison.matches
        if match.relation == relation
    ]


def _cluster(cluster: Cluster) -> JSON:
    return {
        "id": cluster.id,
        "claims": list(cluster.claims),
        "sources": list(cluster.sources),
        "missing": list(cluster.missing),
        "origins": [list(origin) for origin in cluster.origins],
        "verdict": cluster.verdict,
    }


def _finding(finding: Finding) -> JSON:
    data: dict[str, JSON] = {
        "id": finding.id,
        "rule": finding.rule,
        "kind": finding.kind,
        "category": finding.category,
        "severity": finding.severity,
        "importance": finding.importance,
        "sources": list(finding.sources),
        "claims": list(finding.claims),
        "evidence": _evidence(finding.evidence),
        "score": finding.score,
        "message": finding.message,
    }
    if said := finding.opinion:
        data["opinion"] = {
            "by": said.by, "verdict": said.verdict, "evidence": _evidence(said.evidence), "note": said.note
        }  # fmt: skip
    return data


def _evidence(evidence: Sequence[Evidence]) -> JSON:
    return [
        {"claim": item.claim, "start": item.start, "end": item.end, "text": item.text} for item in evidence
    ]


def _rounded(data: JSON) -> JSON:
    """Floats to four decimals: more would differ between machines and mean nothing."""
    if isinstance(data, float):
        return round(float(data), 4)
    if isinstance(data, dict):
        return {str(key): _rounded(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_rounded(value) for value in data]
    return data
