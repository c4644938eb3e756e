"""Outcome of a check → text, one small file a format."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from compare.report.base import Options

if TYPE_CHECKING:
    from compare.gate.records import CheckResult
    from compare.report.check.base import Renderer

FORMATS = ("text", "json", "github", "summary", "gitlab", "sarif", "junit", "markdown")
"""`github` are annotations of a workflow run, `summary` is the Markdown of its summary page; `markdown` is a comment."""


def render(result: CheckResult, format: str = "text", options: Options | None = None) -> str:
    """The outcome in one of FORMATS; of the options `width`, `color` and `open` (every state in full) mean text only."""
    renderer: Renderer = import_module(f"compare.report.check.{format}").render
    return renderer(result, options or Options())
