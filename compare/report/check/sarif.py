"""The outcome of a check as SARIF 2.1.0, which code scanning services and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
"""

from __future__ import annotations

import re
from urllib.parse import quote as percent_encoded

from compare.gate.records import CheckResult, Issue, Level, Note, Place, Quote, State
from compare.judge.rules import RULES, Rule
from compare.records import JSON
from compare.report.base import Options
from compare.report.check.base import bracketed, distinct, many, path_bytes, segments, whose
from compare.report.json import dumps, tool
from compare.report.visible import visible

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

LEVELS: dict[Level, str] = {"error": "error", "warn": "warning", "note": "note"}

BASELINE: dict[State, str] = {"new": "new", "existing": "unchanged", "suppressed": "unchanged"}
"""Resolved issues are left out: services that don't know baselines would show them as open."""

MOST_RESULTS = 25_000
"""GitHub refuses a run with more."""

MOST_PLACES = 100
"""Related places of a result that GitHub shows; from 1,000 on it refuses the file."""

LINK = re.compile(r"\](?=\()")
PLACEHOLDER = re.compile(r"\{(\d+)\}")
"""What means something in a SARIF message: `[text](target)` and `{0}`."""


def render(result: CheckResult, options: Options | None = None) -> str:
    """One run with every rule, the issues that are open or suppressed, and the notes about the work."""
    del options
    return dumps(document(result))


def document(result: CheckResult) -> JSON:
    """The report as plain data."""
    issues = result.only("new", "existing", "suppressed")
    kept = sorted(issues, key=lambda issue: not issue.fails)[:MOST_RESULTS]
    notes = [*result.notes, *([_left_out(len(issues))] if len(issues) > len(kept) else [])]
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver()},
                "automationDetails": {"id": f"claimcompare/{visible(result.corpus)}/"},
                "columnKind": "unicodeCodePoints",
                "invocations": [
                    {
                        "executionSuccessful": True,
                        "exitCode": result.exit_code,
                        "toolExecutionNotifications": [_notification(note) for note in notes],
                    }
                ],
                "results": [_result(issue, name) for issue, name in zip(kept, distinct(kept), strict=True)],
            }
        ],
    }


def _left_out(count: int) -> Note:
    return Note("", f"{many(count - MOST_RESULTS, 'issue')} left out: a SARIF run may hold {MOST_RESULTS:,}")


def _driver() -> JSON:
    made = tool()
    assert isinstance(made, dict)
    return made | {"semanticVersion": made["version"], "rules": [_rule(rule) for rule in RULES.values()]}


def _rule(rule: Rule) -> JSON:
    parts = (
        rule.meaning,
        f"Example: {rule.example}",
        f"It does not mean: {rule.not_meant}",
        f"To silence it: {rule.silence}",
    )
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in re.findall(r"\w+", rule.title)),
        "shortDescription": {"text": _message(rule.title)},
        "fullDescription": {"text": _message(rule.meaning)},
        "help": {"text": _message("\n\n".join(parts)), "markdown": "\n\n".join(parts)},
        "properties": {"tags": [rule.kind, rule.category]},
    }


def _result(issue: Issue, fingerprint: str) -> JSON:
    """One issue. `primaryLocationLineHash` is the fingerprint that GitHub goes by."""
    hold = issue.suppression
    return {
        "ruleId": issue.code,
        "ruleIndex": list(RULES).index(issue.code),
        "level": LEVELS[issue.level],
        "message": {"text": _text(issue)},
        "locations": [_location(issue.place)],
        "relatedLocations": [_quoted(quote, number) for number, quote in enumerate(issue.quotes[:MOST_PLACES])],
        "partialFingerprints": {"claimcompare/v1": fingerprint, "primaryLocationLineHash": f"{fingerprint}:1"},
        "baselineState": BASELINE[issue.state],
        "suppressions": [
            {
                "kind": "external",
                "status": "accepted",
                "justification": _message(hold.reason),
                "properties": {"by": visible(hold.by), "until": visible(hold.until), "origin": visible(hold.origin)},
            }
        ]
        if hold
        else [],
        "properties": {
            "story": visible(issue.story), "category": issue.category, "severity": issue.severity, "fails": issue.fails,
            "accept": visible(issue.accept), "silence": visible(issue.silence),
        },
    }  # fmt: skip


def _text(issue: Issue) -> str:
    """The message, each side's words with the deciding ones in brackets, and the notes."""
    quotes = [f"{whose(quote)}: {bracketed(segments(quote))}" for quote in issue.quotes[:MOST_PLACES]]
    return "\n".join(map(_message, [issue.message, *quotes, *issue.notes]))


def _message(text: str) -> str:
    """Text that no reader of SARIF takes for a link or a placeholder, its lines kept apart."""
    plain = "\n".join(visible(line) for line in text.split("\n"))
    return PLACEHOLDER.sub(r"{{\1}}", LINK.sub("] ", plain))


def _location(place: Place) -> dict[str, JSON]:
    uri = percent_encoded(path_bytes(place.path))
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": f"./{uri}" if ":" in uri.partition("/")[0] else uri, "uriBaseId": "%SRCROOT%"},
            "region": {
                "startLine": place.line, "startColumn": place.column,
                "endLine": place.end_line, "endColumn": place.end_column,
            },
        }
    }  # fmt: skip


def _quoted(quote: Quote, number: int) -> JSON:
    return {"id": number, **_location(quote.words_place), "message": {"text": _message(whose(quote))}}


def _notification(note: Note) -> JSON:
    place: dict[str, JSON] = {"locations": [_location(Place(note.path))]} if note.path else {}
    return {"level": "note", "message": {"text": _message(note.text)}, **place}
