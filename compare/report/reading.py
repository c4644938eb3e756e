"""How articles were read, in the formats of `claimcompare claims`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.records import JSON, Article, Claim
from compare.report.base import Options
from compare.report.json import SCHEMA_VERSION, claim, dumps, furniture, source, tool


@dataclass(frozen=True)
class Reading:
    """An article and its claims, in text order."""

    article: Article
    claims: tuple[Claim, ...]


def render(readings: Sequence[Reading], format: str, options: Options) -> str:
    """The readings as "terminal", "json" or "text" (the articles' text, nothing else)."""
    if format == "json":
        articles: list[JSON] = [document(reading) for reading in readings]
        return dumps({"schema_version": SCHEMA_VERSION, "tool": tool(), "articles": articles})
    if format == "text":
        return "".join(reading.article.text for reading in readings)
    from compare.report.terminal.reading import render as terminal

    return terminal(readings, options)


def document(reading: Reading) -> JSON:
    """One article as plain data: as in the JSON report, with its text and origins."""
    article = reading.article
    return {
        **source(article),
        "origins": dict(sorted(article.origins.items())),
        "text": article.text,
        "claims": [claim(item) for item in reading.claims],
        "furniture": furniture(article),
    }
