"""How wide and how colourful: options first, then the environment, then the terminal."""

from __future__ import annotations

import os
import shutil
import sys

NO_TERMINAL = 100
"""Columns where nothing says how many: two texts fit side by side."""

WIDEST = 200
"""A terminal may be wider; lines that long can't be read. `--width` goes further."""

NARROWEST = 40


def is_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def width(option: int | None) -> int:
    """Columns: `--width`, else COLUMNS, else the terminal's."""
    if option is not None:
        return option
    found = shutil.get_terminal_size((NO_TERMINAL, 24)).columns
    return max(NARROWEST, min(found, WIDEST))


def color(option: str, to_file: bool) -> bool:
    """Whether to use colour: `--color`, else NO_COLOR, else FORCE_COLOR, else whether it is a terminal."""
    if option != "auto":
        return option == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "") not in ("", "0"):
        return not to_file
    return is_terminal() and not to_file and os.environ.get("TERM") != "dumb"


def links(to_file: bool) -> bool:
    """Whether to link sources to their files: on terminals only, which skip what they don't support."""
    return is_terminal() and not to_file and os.environ.get("TERM", "dumb") not in ("dumb", "linux")
