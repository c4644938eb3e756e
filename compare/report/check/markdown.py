"""The outcome of a check as the text of a comment on a change."""

from __future__ import annotations

from urllib.parse import quote

from compare.gate.records import CheckResult
from compare.report.base import Options
from compare.report.check.base import path_bytes
from compare.report.check.sections import write

LIMIT = 65_536
"""Characters of a comment on GitHub; GitLab takes more. Counted in bytes here, which are never fewer."""


def render(result: CheckResult, options: Options | None = None) -> str:
    """The comment; its first line is hidden and says which comment to replace by the next one."""
    del options
    return write(result, LIMIT, marker(result) + "\n")


def marker(result: CheckResult) -> str:
    """The hidden line: the same for every check of a corpus, another one for another corpus."""
    return f"<!-- claimcompare check {quote(path_bytes(result.corpus))} -->"
