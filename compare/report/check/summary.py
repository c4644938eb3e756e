"""The outcome of a check for the summary page of a GitHub workflow run."""

from __future__ import annotations

from compare.gate.records import CheckResult
from compare.report.base import Options
from compare.report.check.sections import write

LIMIT = 1_000_000
"""Bytes. GitHub refuses a step's summary of more than 1 MiB altogether; what is left is for others in the same step."""


def render(result: CheckResult, options: Options | None = None) -> str:
    """The text for the file that GITHUB_STEP_SUMMARY names."""
    del options
    return write(result, LIMIT)
