"""Tables of words, written as text."""

from __future__ import annotations


def wordlist(table: str) -> frozenset[str]:
    """The words of a table, which stand between white space."""
    return frozenset(table.split())
