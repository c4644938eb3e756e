"""Files that people keep beside a corpus: read whole, or refused in one line."""

from __future__ import annotations

from pathlib import Path

from compare.errors import InputError


def read_text(path: Path) -> str:
    """The text of a file. Raises InputError when it can't be read or is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path}: can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8 text") from error
