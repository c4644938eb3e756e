"""What the sources agree on: a line each, opened by `--all`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from compare.records import Finding
from compare.report.base import cut, groups
from compare.report.terminal.layout import heading, hidden, items
from compare.report.terminal.page import COLORS, Page
from compare.report.terminal.side_by_side import wordings
from compare.report.visible import visible
from compare.report.wording import clearest

ONE_ORIGIN = "AGR102"
UPDATE = "AGR103"


def agreements(page: Page) -> Iterator[RenderableType]:
    """Each fact on a line, in its clearest wording, with the letters of the sources that tell it."""
    (found,) = groups(page.comparison, "agreements")
    if not found:
        return
    yield heading(Text("Agreements", style="bold"), str(len(found)), page.width)
    shown, more = cut(found, page.options.top)
    if page.options.open:
        yield from _opened(page, shown)
    else:
        yield items((_line(page, finding) for finding in shown), folded=True)
    if more:
        yield hidden(more, page.options.top)
    if not page.options.open:
        yield Text("  --all shows each source's wording", style="dim italic")


def _opened(page: Page, findings: Sequence[Finding]) -> Iterator[RenderableType]:
    for number, finding in enumerate(findings):
        if number:
            yield Text()
        tellers = page.marks(list(page.claims(finding)))
        title = Text(page.message(finding)) if finding.rule == UPDATE else Text("told by ") + tellers
        yield items([(_sign(), title, _origin(finding), page.id(finding))])
        yield wordings(page, finding)


def _line(page: Page, finding: Finding) -> tuple[Text, ...]:
    """The sign, the fact; whether its tellers copy each other; who they are, where that isn't everybody; the id."""
    update = finding.rule == UPDATE
    fact = Text(page.message(finding) if update else visible(clearest(page.comparison, finding).text))
    who = page.pattern(page.claims(finding)) if len(page.letters) > 2 else Text()
    return _sign(), fact, _origin(finding), who, page.id(finding)


def _sign() -> Text:
    return Text("=", style=f"bold {COLORS['agreement']}")


def _origin(finding: Finding) -> Text:
    return Text("copied" if finding.rule == ONE_ORIGIN else "", style="dim")
