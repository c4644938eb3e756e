"""Word tables written as running text: readable in a few lines, split when loaded."""

from __future__ import annotations


def word_set(table: str) -> frozenset[str]:
    """The words of a table as a set."""
    return frozenset(table.split())


def word_list(table: str) -> list[str]:
    """The words of a table in order."""
    return table.split()
