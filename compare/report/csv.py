"""The CSV report: one row a finding, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import Any

from compare.comparison import Comparison
from compare.report.base import Options, selected
from compare.report.rows import finding_columns, finding_rows
from compare.report.visible import visible

FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
"""A spreadsheet may run a cell that begins so (OWASP, "CSV Injection"); the full-width forms count as the same."""


def render(comparison: Comparison, options: Options | None = None) -> str:
    """Every finding on one line, then a column for each article with its wording."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    columns = finding_columns(comparison)
    writer.writerow([cell(column) for column in columns])
    for row in finding_rows(comparison, selected(comparison, options or Options())):
        writer.writerow([cell(row[column]) for column in columns])
    return out.getvalue()


def cell(value: Any) -> str:
    """A value as the text of a cell: lists joined by " | ", floats to four decimals, no formulas, one line."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.4f}"
    text = " | ".join(value) if isinstance(value, tuple) else str(value)
    guard = "'" if text.lstrip(" ").startswith(FORMULA_STARTS) else ""
    return guard + visible(text)
