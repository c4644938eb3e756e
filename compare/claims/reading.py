"""A claim as models read it."""

from __future__ import annotations

import unicodedata


def as_read(text: str) -> str:
    """The text on one line, digits of every script as 0 to 9; each character stays in its place, so offsets hold."""
    return text if text.isascii() and text.isprintable() else "".join(map(_plain, text))


def _plain(char: str) -> str:
    if char.isspace():
        return " "
    return str(unicodedata.decimal(char)) if char.isdecimal() else char
