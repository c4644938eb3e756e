"""The article files of a folder on disk, others' folders left alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from compare.read.formats import SUFFIXES

TAG = "CACHEDIR.TAG"
"""A file that marks a folder as a cache: see https://bford.info/cachedir/."""

OUTPUTS = frozenset({"__pycache__", "node_modules", "site-packages", "venv"})
"""Folders that tools fill."""


def walk(root: Path) -> Iterator[tuple[str, Path]]:
    """Path relative to `root` and place of every file that may be an article, sorted."""
    yield from _walk(root, "")


def is_article_name(name: str) -> bool:
    """Whether a file's name is that of an article."""
    return not name.startswith(".") and os.path.splitext(name)[1].lower() in SUFFIXES  # noqa: PTH122  on raw names


def _walk(folder: Path, prefix: str) -> Iterator[tuple[str, Path]]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    names = {entry.name for entry in entries}
    if prefix and names & {TAG, ".git"}:
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.is_symlink():
            continue
        if entry.is_dir():
            if entry.name not in OUTPUTS:
                yield from _walk(Path(entry.path), f"{prefix}{entry.name}/")
        elif entry.is_file() and is_article_name(entry.name):
            yield prefix + entry.name, Path(entry.path)
