"""The outcome of a check as JSON, schema version 1: see schema.json beside this file."""

from __future__ import annotations

from compare.gate.records import CheckResult, Issue, Place, Quote, Suppression
from compare.records import JSON
from compare.report.base import Options
from compare.report.json import dumps, tool

SCHEMA_VERSION = 1


def render(result: CheckResult, options: Options | None = None) -> str:
    """Everything the check found, in a fixed order; the same on every machine."""
    del options
    return dumps(document(result))


def document(result: CheckResult) -> JSON:
    """The outcome as plain data, in the order of the schema."""
    looked = result.extent
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": tool(),
        "failed": result.failed,
        "corpus": result.corpus,
        "base": result.base or None,
        "head": result.head,
        "extent": {name: getattr(looked, name) for name in looked.__slots__},
        "rules": list(result.rules),
        "counts": {str(state): number for state, number in result.counts.items()},
        "passed": dict(sorted(result.passed.items())),
        "issues": [_issue(issue) for issue in result.issues],
        "notes": [{"path": note.path or None, "text": note.text} for note in result.notes],
    }


def _issue(issue: Issue) -> JSON:
    return {
        "code": issue.code,
        "category": issue.category,
        "level": issue.level,
        "severity": issue.severity,
        "state": issue.state,
        "fails": issue.fails,
        "story": issue.story or None,
        "message": issue.message,
        "place": _place(issue.place),
        "quotes": [_quote(quote) for quote in issue.quotes],
        "fingerprint": issue.fingerprint,
        "finding": issue.finding or None,
        "accept": issue.accept,
        "silence": issue.silence,
        "suppression": _suppression(issue.suppression) if issue.suppression else None,
        "notes": list(issue.notes),
    }


def _place(place: Place) -> JSON:
    return {name: getattr(place, name) for name in place.__slots__}


def _quote(quote: Quote) -> JSON:
    return {
        "side": quote.side,
        "source": quote.source,
        "place": _place(quote.place),
        "text": quote.text,
        "words": [
            {"start": span.start, "end": span.end, "text": span.of(quote.text)} for span in quote.words
        ],
        "words_place": _place(quote.words_place),
    }


def _suppression(suppression: Suppression) -> JSON:
    return {
        "reason": suppression.reason,
        "by": suppression.by or None,
        "until": suppression.until or None,
        "origin": suppression.origin,
    }
