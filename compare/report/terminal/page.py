"""What all parts of the report know: the sources' letters, the short ids, the widths and the colours."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rich.style import Style
from rich.text import Text

from compare.comparison import SHORTEST_PREFIX, Comparison
from compare.records import Article, Claim, Finding
from compare.report.base import Options, lettered, letters
from compare.report.visible import visible

SIGNS = {"divergence": "!", "addition": "+", "omission": "-", "agreement": "="}
COLORS = {"divergence": "red", "addition": "green", "omission": "yellow", "agreement": "blue"}
SEVERITY_COLORS = {"hard": "red", "soft": "yellow", "review": "magenta", "none": "default"}
SOURCE_COLORS = ("cyan", "magenta", "green", "yellow", "blue", "red")

MARKS = 4
"""Most letters before a text."""

PATTERN = 12
"""Most sources that are shown as a pattern of letters."""

ID = 7
"""Characters of an id that are shown, as in git; more where two would look the same."""


@dataclass(frozen=True)
class Page:
    """A comparison and how to show it."""

    comparison: Comparison
    options: Options

    @property
    def width(self) -> int:
        """Columns of the page."""
        return self.options.width

    @cached_property
    def letters(self) -> dict[str, str]:
        """A letter for each article, in the order of their ids: A, B, … Z, AA, AB, …."""
        return letters(self.comparison)

    @cached_property
    def id_length(self) -> int:
        """How much of an id is needed to tell the findings apart."""
        ids = {finding.id for finding in self.comparison.findings}
        longest = max(map(len, ids), default=ID)
        return next(
            (n for n in range(max(ID, SHORTEST_PREFIX), longest) if len({id[:n] for id in ids}) == len(ids)),
            longest,
        )

    def id(self, finding: Finding) -> Text:
        """A finding's id, short enough to type."""
        return Text(finding.id[: self.id_length], style="dim", no_wrap=True)

    def source_style(self, article: str) -> Style:
        """The colour of a source's letter."""
        number = list(self.letters).index(article)
        return Style(color=SOURCE_COLORS[number % len(SOURCE_COLORS)], bold=True)

    def message(self, finding: Finding) -> str:
        """The finding's message, its sources as their letters."""
        return visible(lettered(self.comparison, finding.message))

    def mark(self, article: str) -> Text:
        """A source's letter in its colour."""
        return Text(self.letters[article], style=self.source_style(article), no_wrap=True)

    def marks(self, articles: Sequence[str]) -> Text:
        """The letters of several sources: the first few, and how many more."""
        shown = Text(" ").join(self.mark(article) for article in articles[:MARKS])
        return shown.append(f" +{len(articles) - MARKS}", style="dim") if len(articles) > MARKS else shown

    def pattern(self, articles: Container[str]) -> Text:
        """Which of all sources they are, as letters and dots; the number where there are too many for that."""
        if len(self.letters) > PATTERN:
            return Text(f"{sum(article in articles for article in self.letters)} of {len(self.letters)}")
        dot = Text("·", style="dim")
        return Text("").join(self.mark(article) if article in articles else dot for article in self.letters)

    def name(self, article: str) -> Text:
        """A source's name, linked to its file or address if links are wanted."""
        record = self.comparison.article(article)
        style = Style(bold=True)
        if self.options.links and (target := address(record)):
            style += Style(link=target)
        return Text(visible(record.source), style=style)

    def claims(self, finding: Finding) -> dict[str, list[Claim]]:
        """The finding's claims by article, in the order of the articles."""
        claims = [self.comparison.claim(id) for id in finding.claims]
        by_article = {
            article: [claim for claim in claims if claim.source == article] for article in self.letters
        }
        return {article: found for article, found in by_article.items() if found}


def address(article: Article) -> str | None:
    """Where a terminal's link should lead: the file, or the address it was read from; None for neither."""
    if article.path.startswith(("http://", "https://")):
        return article.path if article.path.isascii() and article.path.isprintable() else None
    try:
        path = Path(article.path).absolute()
        return path.as_uri() if path.is_file() else None
    except (OSError, ValueError):
        return None
