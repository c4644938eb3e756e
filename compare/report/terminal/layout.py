"""The few shapes the report is made of: a section's heading, a marked item, texts in equal columns."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

MARGIN = 2
"""Columns before a text: a sign and a space."""

GAP = 3
"""Columns between texts side by side."""

EDGE = 2
"""Columns between a text and what stands at the right edge."""

COLUMN = 44
"""Narrowest column for texts side by side: about seven words, below which a paragraph falls apart."""

Marked = tuple[Text, Text]
"""A source's letter and what it says."""


def heading(title: Text, count: str, width: int) -> Text:
    """A section's title with its count, and a rule to the right edge."""
    line = title.copy()
    line.truncate(max(1, width - len(count) - 3), overflow="ellipsis")
    line.append(f"  {count} ", style="not bold")
    line.append("─" * max(0, width - line.cell_len), style="dim not bold")
    line.no_wrap = True
    return line


def hidden(number: int, top: int | None) -> Text:
    """The line that says what is not shown."""
    return Text(f"  … {number} more; --top {top} hides them", style="dim italic")


def items(rows: Iterable[tuple[Text, ...]], *, folded: bool = False) -> Table:
    """Rows of a sign, a text that takes the room there is, and short things at the right edge.

    `folded` texts get one line each. A column at the right edge that is empty in all rows takes no room.
    """
    rows = list(rows)
    table = Table.grid(padding=0, expand=True)
    table.add_column(width=MARGIN, no_wrap=True)
    table.add_column(ratio=1, overflow="ellipsis" if folded else "fold", no_wrap=folded)
    kept = [column for column in range(2, len(rows[0])) if any(row[column] for row in rows)]
    for column in kept:
        widest = max(row[column].cell_len for row in rows)
        table.add_column(justify="right", no_wrap=True, width=widest + EDGE)
    for row in rows:
        table.add_row(row[0], row[1], *(row[column] for column in kept))
    return table


def fits(width: int, across: int) -> bool:
    """Whether that many texts stand side by side."""
    return across > 1 and (width - MARGIN - (across - 1) * GAP) // across >= COLUMN


def columns(texts: list[Marked], width: int) -> Table:
    """Marked texts in equal columns, or stacked where a column would be narrower than COLUMN."""
    across = len(texts) if fits(width, len(texts)) else 1
    mark = max((mark.cell_len for mark, _ in texts), default=1)
    room = (width - MARGIN - (across - 1) * GAP) // across - mark - 1
    table = Table.grid(padding=0)
    for number in range(across):
        table.add_column(width=GAP if number else MARGIN)
        table.add_column(width=mark, no_wrap=True)
        table.add_column(width=1)
        table.add_column(width=room, overflow="fold")
    for start in range(0, len(texts), across):
        row: list[RenderableType] = []
        for letter, text in texts[start : start + across]:
            row += ["", letter, "", text]
        table.add_row(*row)
    return table
