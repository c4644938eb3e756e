"""The terminal report: header, summary, divergences, additions, omissions, agreements."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

from rich.console import Console, RenderableType

from compare.comparison import Comparison
from compare.report.base import Options
from compare.report.terminal.additions import additions
from compare.report.terminal.agreements import agreements
from compare.report.terminal.divergences import divergences
from compare.report.terminal.header import footer, header
from compare.report.terminal.omissions import omissions
from compare.report.terminal.page import Page

Part = Callable[[Page], Iterator[RenderableType]]

PARTS: dict[str, Part] = {
    "divergences": divergences,
    "additions": additions,
    "omissions": omissions,
    "agreements": agreements,
}


def render(comparison: Comparison, options: Options | None = None) -> str:
    """The report as text, with ANSI colours if the options say so, never wider than `options.width`."""
    page = Page(comparison, options or Options())
    parts = [part(page) for name, part in PARTS.items() if page.options.shows(name)]
    return draw([header(page), *parts, footer(page)], page.options)


def draw(parts: list[Iterator[RenderableType]], options: Options) -> str:
    """Renderables as text; parts that are not empty are parted by a blank line."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=options.width,
        height=100,
        force_terminal=options.color,
        color_system="standard" if options.color else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )
    for number, part in enumerate(filter(None, map(list, parts))):
        if number:
            console.print()
        for renderable in part:
            console.print(renderable, soft_wrap=False)
    return "".join(line.rstrip(" ") + "\n" for line in out.getvalue().split("\n")[:-1])
