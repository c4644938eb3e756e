"""Where the accounts differ: the point of difference, then every wording with the words that decide."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from compare.records import Finding
from compare.report.base import cut, groups
from compare.report.terminal.layout import MARGIN, heading, hidden, items
from compare.report.terminal.page import SEVERITY_COLORS, Page
from compare.report.terminal.side_by_side import wordings
from compare.report.visible import visible

MANY = 3
"""From this many sources on the values stand in a table of their own, above the wordings."""


def divergences(page: Page) -> Iterator[RenderableType]:
    """Hard ones first, then soft ones, then those to review."""
    (found,) = groups(page.comparison, "divergences")
    if not found:
        return
    yield heading(Text("Divergences", style="bold"), str(len(found)), page.width)
    shown, more = cut(found, page.options.top)
    for number, finding in enumerate(shown):
        if number:
            yield Text()
        yield from divergence(page, finding)
    if more:
        yield hidden(more, page.options.top)


def divergence(page: Page, finding: Finding) -> Iterator[RenderableType]:
    """One divergence: what differs, the values by source if there are many, the wordings."""
    values = _values(page, finding)
    many = len(page.claims(finding)) >= MANY and len(values) > 1
    kind, colon, words = page.message(finding).partition(": ")
    opinion = f"; {visible(finding.opinion.says)}" if finding.opinion else ""
    yield _headline(page, finding, Text.assemble((kind, "bold"), *((opinion,) if many else (colon, words))))
    if many:
        yield Padding(_value_table(page, values), (0, 0, 0, MARGIN))
    yield wordings(page, finding)


def _headline(page: Page, finding: Finding, title: Text) -> Table:
    style = f"bold {SEVERITY_COLORS[finding.severity]}"
    sign = "?" if finding.severity == "review" else "!"
    codes = Text.assemble((finding.severity, style), "  ", (finding.rule, "dim"))
    return items([(Text(sign, style=style), title, codes, page.id(finding))])


def _values(page: Page, finding: Finding) -> dict[str, list[str]]:
    """The deciding words, and the articles that have them."""
    values: dict[str, list[str]] = {}
    for article, claims in page.claims(finding).items():
        ids = {claim.id for claim in claims}
        words = ", ".join(visible(item.text) for item in finding.evidence if item.claim in ids)
        if words:
            values.setdefault(words, []).append(article)
    return values


def _value_table(page: Page, values: dict[str, list[str]]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(max_width=page.width // 3, style="bold")
    table.add_column()
    for words, articles in values.items():
        names = [Text.assemble(page.mark(article), " ", page.name(article)) for article in articles]
        table.add_row(words, Text(", ").join(names))
    return table
