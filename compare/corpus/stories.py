"""A tree of files → stories: every folder that holds articles directly is one."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from compare.corpus.folder import walk
from compare.errors import InputError
from compare.records import Article
from compare.settings import Settings

ROOT = "."
"""Name of the story whose articles lie in the corpus folder itself."""

NO_ARTICLES = frozenset(
    {"authors", "changelog", "code_of_conduct", "contributing", "copying", "licence", "license", "notice", "readme", "security"}
)  # fmt: skip
"""Stems of files that are about a repository, not in it. Compared without case; "readme.de" counts too."""

OWN_REPORT = re.compile(
    rb'<meta name="generator" content="claimcompare"|\A\{\s*"schema_version": 1,\s*"tool": \{\s*"name": "claimcompare"'
)
"""What the first bytes of an HTML or JSON report of this program look like: a report is no article."""

POINTER = b"version https://git-lfs.github.com/spec/"
HEAD = 1_000


@dataclass(frozen=True, slots=True)
class File:
    """One article file of a tree.

    Attributes:
        path: Relative to the corpus, with forward slashes; bytes that are no UTF-8 as surrogate escapes.
        sha256: Of its bytes, in hex.
        load: Its bytes, read when called.
        articles: Its articles, where they are known without reading it.
    """

    path: str
    sha256: str
    load: Callable[[], bytes] = field(compare=False, repr=False)
    articles: Callable[[], list[Article]] | None = field(default=None, compare=False, repr=False)

    @property
    def name(self) -> str:
        """The last part of the path."""
        return PurePosixPath(self.path).name


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is not read as an article, and why."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Story:
    """The articles of one folder.

    Attributes:
        name: The folder, relative to the corpus; "." for the corpus folder itself.
        files: Its articles, sorted by path.
    """

    name: str
    files: tuple[File, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """The articles' paths, relative to the corpus."""
        return tuple(file.path for file in self.files)


@dataclass(frozen=True, slots=True)
class Corpus:
    """The stories of a tree, sorted by name, and the files that were left out."""

    stories: tuple[Story, ...]
    skipped: tuple[Skipped, ...] = ()


Tree: TypeAlias = Path | Iterable[File | tuple[str, bytes]]


def find_stories(tree: Tree, settings: Settings | None = None) -> Corpus:
    """The stories of a folder on disk, or of a list of files.

    Hidden files and folders, links, other repositories inside (submodules), folders tagged as a cache, reports of this
    program and files about the repository (README, LICENSE, …) are left alone, and so is what `corpus.exclude` names.
    A file that is larger than `read.max_bytes` or binary is skipped with a word.

    Args:
        tree: A folder, or files with their paths relative to the corpus.

    Raises:
        InputError: The folder is not there or can't be read.
    """
    settings = settings or Settings()
    skipped: list[Skipped] = []
    files = list(_on_disk(tree, settings, skipped) if isinstance(tree, Path) else _given(tree, skipped))
    folders: dict[str, list[File]] = {}
    for file in files:
        if not is_excluded(file.path, settings.corpus.exclude):
            folders.setdefault(str(PurePosixPath(file.path).parent), []).append(file)
    stories = (
        Story(name, tuple(sorted(found, key=lambda file: file.path))) for name, found in folders.items()
    )
    return Corpus(tuple(sorted(stories, key=lambda story: story.name)), tuple(skipped))


def is_excluded(path: str, patterns: Iterable[str]) -> bool:
    """Whether a path is about the repository, or one of the patterns names it or a folder above it."""
    pure = PurePosixPath(path)
    if pure.stem.casefold().split(".")[0] in NO_ARTICLES:
        return True
    above = [str(part) for part in (pure, *pure.parents)][:-1]
    return any(fnmatchcase(part, pattern.rstrip("/")) for pattern in patterns for part in above)


def why_skipped(data: bytes, path: str) -> str | None:
    """Why a file's content is not that of an article, or None. "" for what needs no word."""
    if OWN_REPORT.search(data[:HEAD]):
        return ""
    if data.startswith(POINTER):
        return "is a Git LFS pointer, its content isn't here; run: git lfs pull"
    if b"\0" in data[:HEAD] and not _may_have_zeros(data, path):
        return "is a binary file"
    return None


def _may_have_zeros(data: bytes, path: str) -> bool:
    return path.endswith(".parquet") or data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff"))


def _on_disk(root: Path, settings: Settings, skipped: list[Skipped]) -> Iterable[File]:
    if not root.is_dir():
        raise InputError(f"{root}: no such folder; give the folder that holds the stories")
    for path, file in walk(root):
        if is_excluded(path, settings.corpus.exclude):
            continue
        found = from_disk(path, file, settings.read.max_bytes)
        if isinstance(found, File):
            yield found
        elif found.why:
            skipped.append(found)


def from_disk(path: str, file: Path, limit: int) -> File | Skipped:
    """The file at a place, hashed; skipped with "" as the reason for what needs no word."""
    try:
        if file.stat().st_size > limit:
            return Skipped(path, f"is larger than {limit / 1e6:g} MB")
        data = file.read_bytes()
    except OSError as error:
        return Skipped(path, f"can't be read ({(error.strerror or str(error)).lower()})")
    why = why_skipped(data, path)
    if why is not None:
        return Skipped(path, why)
    return File(path, hashlib.sha256(data).hexdigest(), file.read_bytes)


def _given(tree: Iterable[File | tuple[str, bytes]], skipped: list[Skipped]) -> Iterable[File]:
    for item in tree:
        if isinstance(item, File):
            yield item
            continue
        path, data = item
        why = why_skipped(data, path)
        if why is None:
            yield File(path, hashlib.sha256(data).hexdigest(), lambda data=data: data)  # type: ignore[misc]
        elif why:
            skipped.append(Skipped(path, why))
