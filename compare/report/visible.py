"""Article text made safe to show: what would act on the reader's screen is shown as signs instead."""

from __future__ import annotations

import unicodedata

JOINERS = "\u200c\u200d"
"""Zero width joiner and non-joiner: emoji and several scripts need them."""

SOFT_HYPHEN = "\u00ad"
"""A hint where a browser may break a word; says nothing, so it is left out."""

SEPARATORS = "\x1c\x1d\x1e\x1f"
"""White space to Python, control characters to a reader."""


def pieces(text: str) -> list[str]:
    """What to show for each code point of `text`: `"".join(pieces(text)[start:end])` shows a span.

    A run of white space (newlines of every kind too) becomes one space. Control characters become their
    pictures (ESC: ␛), bidirectional overrides and other invisible characters their escapes (\\u202e).
    """
    if _is_plain(text):
        return list(text)
    shown: list[str] = []
    after_space = False
    for character in text:
        is_space = character.isspace() and character not in SEPARATORS
        shown.append(("" if after_space else " ") if is_space else _sign(character))
        after_space = is_space
    return shown


def visible(text: str) -> str:
    """`text` on one line, with nothing in it that acts on a terminal. See `pieces`."""
    return text.strip() if _is_plain(text) else "".join(pieces(text)).strip()


def _is_plain(text: str) -> bool:
    """Whether every code point shows as itself, as in nearly all text: "printable" leaves out what `_sign` replaces."""
    return text.isprintable() and "  " not in text


def _sign(character: str) -> str:
    if character.isascii() and character.isprintable():
        return character
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if character == SOFT_HYPHEN:
        return ""
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Cn") and character not in JOINERS:
        return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    return character
