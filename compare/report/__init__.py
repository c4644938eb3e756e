"""Comparison → text, one small file a format."""

from __future__ import annotations

from importlib import import_module

from compare.comparison import Comparison
from compare.report.base import Options, Renderer

FORMATS = ("terminal", "html", "json", "csv", "markdown")


def render(comparison: Comparison, format: str = "terminal", options: Options | None = None) -> str:
    """The report in one of FORMATS."""
    renderer: Renderer = import_module(f"compare.report.{format}").render
    return renderer(comparison, options or Options())
