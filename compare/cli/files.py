"""Writing the file that `-o` names: whole or not at all, and never over an input."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from compare.errors import ClaimCompareError


def check_target(target: Path, inputs: Iterable[str]) -> None:
    """Find out before the work whether the file could be written.

    Raises:
        ClaimCompareError: It is a folder, is one of the inputs, or its folder isn't there or can't be written.
    """
    folder = target.resolve().parent
    if target.is_dir():
        raise ClaimCompareError(f"{target}: is a folder; give -o a file's name")
    if not folder.is_dir():
        raise ClaimCompareError(f"{target}: there is no folder {folder}; make it first")
    if not os.access(target if _is_special(target) else folder, os.W_OK):
        raise ClaimCompareError(f"{target}: may not be written (permission denied)")
    if any(_same(target, path) for path in inputs):
        raise ClaimCompareError(f"{target}: is one of the inputs; give -o another name")


def replace(target: Path, text: str) -> None:
    """Write the file under a temporary name beside it, then rename: a reader sees the old text or the new one.

    Raises:
        ClaimCompareError: It can't be written; the old file is as it was.
    """
    data = text.encode("utf-8", "backslashreplace")
    try:
        if _is_special(target):
            target.write_bytes(data)
        else:
            _rename_into(target.resolve(), data)
    except OSError as error:
        raise ClaimCompareError(f"{target}: can't be written: {error.strerror}") from error


def _rename_into(target: Path, data: bytes) -> None:
    handle, draft = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(draft).chmod(_mode(target))
        Path(draft).replace(target)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, else what a new file gets."""
    if target.exists():
        return target.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def _is_special(target: Path) -> bool:
    """A pipe or a device such as /dev/null: there is nothing to rename."""
    return target.exists() and not target.is_file()


def _same(target: Path, path: str) -> bool:
    try:
        return target.is_file() and target.samefile(path)
    except (OSError, ValueError):
        return False
