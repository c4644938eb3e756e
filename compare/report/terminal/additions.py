"""What only one source says, the most important first."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from compare.records import Claim, Finding
from compare.report.base import cut, groups
from compare.report.terminal.layout import EDGE, GAP, MARGIN, heading, hidden, items
from compare.report.terminal.page import Page
from compare.report.terminal.wording import snippet, wording
from compare.report.visible import visible

COLUMN = 70
"""Narrowest column for a list beside a list; a line of about that length reads best."""


NEAR = 0.3
"""Probability of a match from which an addition names its nearest counterpart; below, it is a guess among many."""


def additions(page: Page) -> Iterator[RenderableType]:
    """A list for each source that adds something; two lists stand side by side on a wide page."""
    lists = [(article, found) for article, found in _by_source(page).items() if found]
    width = (page.width - GAP) // 2
    if len(lists) == 2 and width >= COLUMN:
        table = Table.grid(padding=(0, GAP, 0, 0))
        for _ in lists:
            table.add_column(width=width)
        table.add_row(*(Group(*_list(page, article, found, width)) for article, found in lists))
        yield table
        return
    for number, (article, found) in enumerate(lists):
        if number:
            yield Text()
        yield from _list(page, article, found, page.width)


def _by_source(page: Page) -> dict[str, list[Finding]]:
    return dict(zip(page.letters, groups(page.comparison, "additions"), strict=True))


def _list(page: Page, article: str, found: list[Finding], width: int) -> Iterator[RenderableType]:
    title = Text.assemble(("Only in ", "bold"), page.mark(article), "  ", page.name(article))
    yield heading(title, str(len(found)), width)
    shown, more = cut(found, page.options.top)
    yield items(row for finding in shown for row in _rows(page, article, finding, width))
    if more:
        yield hidden(more, page.options.top)


def _rows(page: Page, article: str, finding: Finding, width: int) -> Iterator[tuple[Text, ...]]:
    """A whole claim in full; words inside a claim that others tell too with as much around them as a line holds."""
    own = page.claims(finding).get(article, [])
    id = page.id(finding)
    line = None
    if finding.category == "detail" and not page.options.open and len(own) == 1:
        line = snippet(page, own[0], finding, width - MARGIN - EDGE - id.cell_len)
    yield Text("+", style="bold green"), line or wording(page, own, finding), id
    if finding.category == "claim" and own and (near := _near(page, own[0])):
        yield Text(), near, Text()


def _near(page: Page, claim: Claim) -> Text | None:
    """The claim of another source that may say the same, if there is a borderline match."""
    related = [
        match
        for match in page.comparison.matches_of(claim.id)
        if match.relation == "related" and match.score >= NEAR
    ]
    if not related:
        return None
    other = page.comparison.claim(related[0].b if related[0].a == claim.id else related[0].a)
    near = Text.assemble(
        ("? ", "magenta"), ("near ", "dim"), page.mark(other.source), " ", (visible(other.text), "dim")
    )
    near.no_wrap, near.overflow = True, "ellipsis"
    return near
