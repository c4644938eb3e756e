"""The outcome of a check as GitLab's Code Quality report.

GitLab itself compares the reports of two branches by fingerprint, so existing issues are in it, suppressed and resolved
ones are not. https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from compare.gate.records import CheckResult, Issue
from compare.records import JSON
from compare.report.base import Options
from compare.report.check.base import bracketed, distinct, excerpt, path_bytes, whose
from compare.report.json import dumps
from compare.report.visible import visible

SEVERITIES = {"error": "major", "warn": "minor", "note": "info"}
"""Of GitLab's five; a hard divergence that is an error is "critical"."""

LONGEST_QUOTE = 300
MOST_QUOTES = 4


def render(result: CheckResult, options: Options | None = None) -> str:
    """The report: a list of issues that are new or existing."""
    del options
    issues = result.only("new", "existing")
    return dumps([_issue(issue, name) for issue, name in zip(issues, distinct(issues), strict=True)])


def _issue(issue: Issue, fingerprint: str) -> JSON:
    return {
        "description": _description(issue),
        "check_name": issue.code,
        "fingerprint": fingerprint,
        "severity": "critical"
        if (issue.level, issue.severity) == ("error", "hard")
        else SEVERITIES[issue.level],
        "location": {
            "path": path_bytes(issue.place.path).decode("utf-8", "replace"),
            "lines": {"begin": issue.place.line, "end": issue.place.end_line},
        },
    }


def _description(issue: Issue) -> str:
    quotes = [
        f"{whose(quote)}: {bracketed(excerpt(quote, LONGEST_QUOTE))}" for quote in issue.quotes[:MOST_QUOTES]
    ]
    return " ".join([visible(issue.message) + ("." if quotes else ""), *quotes])
