"""The versions of an article that git has, renames followed: one log for a whole corpus."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.gate.git import FILE, Repository

FIELDS = "%x1e%H%x00%an%x00%aI%x00%s"
"""A mark, then commit, author, author's date and subject."""

MARK = b"\0\x1e"


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit; its id is "" for what isn't committed yet."""

    id: str
    author: str = ""
    date: str = ""
    subject: str = ""


UNCOMMITTED = Commit("", subject="not committed yet")


@dataclass(frozen=True, slots=True)
class Step:
    """What a commit did to a file; a content is "" where there is no file."""

    commit: Commit
    path: str
    content: str
    path_before: str
    content_before: str


@dataclass(frozen=True, slots=True)
class Version:
    """A content of a file, and the commit that brought it; None where the history doesn't say."""

    path: str
    content: str
    commit: Commit | None


def steps(repository: Repository, folder: str) -> list[Step]:
    """Everything that happened to the files below a folder, newest first."""
    if repository.commit("HEAD") is None:
        return []
    place = ["--", folder] if folder else []
    log = repository.run(
        "log", "--topo-order", "-M", "--raw", "--no-abbrev", "--no-ext-diff", "--no-color", "-z",
        f"--format={FIELDS}", *place,
    )  # fmt: skip
    return [step for entry in (b"\0" + log).split(MARK)[1:] for step in _of_commit(entry)]


def versions(known: Sequence[Step], path: str, content: str) -> list[Version]:
    """The versions of a file that has this content, newest first, through renames and merged branches."""
    found = []
    for step in known:
        if (step.path, step.content) == (path, content):
            found.append(Version(path, content, step.commit))
            path, content = step.path_before, step.content_before
            if not content:
                return found
    return [*found, Version(path, content, None)]


def _of_commit(entry: bytes) -> Iterator[Step]:
    id, author, date, subject, *rest = entry.split(b"\0")
    commit = Commit(id.decode(), _text(author), date.decode(), _text(subject))
    fields = iter([field.lstrip(b"\n") if field.lstrip(b"\n").startswith(b":") else field for field in rest])
    for about in fields:
        if not about.startswith(b":"):
            continue
        old_mode, mode, old, new, status = about[1:].decode().split(" ")
        before = after = os.fsdecode(next(fields))
        if status[0] in "RC":
            after = os.fsdecode(next(fields))
        yield Step(commit, after, _content(mode, new), before, _content(old_mode, old))


def _content(mode: str, id: str) -> str:
    return id if mode.startswith(FILE) else ""


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
