"""What nearly all sources say and a few leave out."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from compare.records import Finding
from compare.report.base import cut, groups
from compare.report.terminal.layout import heading, hidden, items
from compare.report.terminal.page import COLORS, Page
from compare.report.visible import visible
from compare.report.wording import clearest


def omissions(page: Page) -> Iterator[RenderableType]:
    """Each fact with the sources that don't tell it."""
    (found,) = groups(page.comparison, "omissions")
    if not found:
        return
    yield heading(Text("Omissions", style="bold"), str(len(found)), page.width)
    shown, more = cut(found, page.options.top)
    yield items(_item(page, finding) for finding in shown)
    if more:
        yield hidden(more, page.options.top)


def _item(page: Page, finding: Finding) -> tuple[Text, Text, Text, Text]:
    tellers = {claim.source for claim in map(page.comparison.claim, finding.claims)}
    silent = [article for article in page.letters if article not in tellers]
    left_out = Text.assemble(("not in ", "dim"), page.marks(silent))
    return (
        Text("-", style=f"bold {COLORS['omission']}"),
        Text(visible(clearest(page.comparison, finding).text)),
        left_out,
        page.id(finding),
    )
