"""The two states of a corpus that are compared: of a commit, of the work tree, of a folder."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from compare.corpus import Corpus, File, Skipped, find_stories
from compare.corpus.folder import OUTPUTS, TAG, is_article_name
from compare.corpus.stories import from_disk, is_excluded, why_skipped
from compare.errors import ClaimCompareError, InputError
from compare.gate.git import FETCH, Blob, Blobs, Repository, find_repository, reading
from compare.gate.records import Note
from compare.settings import Settings

NOTHING = "0"
"""A name made of this digit alone is what CI systems give as the state before the first push."""

SHOWN = 10
"""Digits of a commit's id that are shown."""


@dataclass(frozen=True)
class State:
    """A corpus at one time.

    Attributes:
        corpus: Its stories.
        name: What it is called in words.
        notes: How it was chosen.
    """

    corpus: Corpus
    name: str
    notes: tuple[Note, ...] = ()

    @property
    def paths(self) -> set[str]:
        """The paths of all article files, skipped ones too."""
        return {path for story in self.corpus.stories for path in story.paths} | {
            file.path for file in self.corpus.skipped
        }


@dataclass(frozen=True)
class Location:
    """Where a corpus lies.

    Attributes:
        folder: The corpus.
        repository: The repository it is in, if any.
        root: What paths are shown relative to: the repository, else the working folder, else the corpus.
        prefix: What goes before a path in the corpus to make it relative to `root`: "" or "news/".
    """

    folder: Path
    repository: Repository | None
    root: Path
    prefix: str

    @property
    def inside(self) -> str:
        """The corpus relative to the root; "." for the root itself."""
        return self.prefix.rstrip("/") or "."


def locate(folder: Path) -> Location:
    """Where a corpus lies. Raises InputError when it is no folder."""
    if not folder.is_dir():
        what = "is a file; give the folder it is in" if folder.exists() else "no such folder"
        raise InputError(f"{folder}: {what}")
    repository = find_repository(folder)
    here = Path(os.path.realpath(folder))
    roots = [Path(os.path.realpath(repository.top))] if repository else [Path(os.path.realpath(Path.cwd()))]
    root = next((root for root in roots if here.is_relative_to(root)), here)
    inside = here.relative_to(root).as_posix()
    return Location(folder, repository, root, "" if inside == "." else f"{inside}/")


def folder_state(folder: Path, settings: Settings) -> State:
    """All articles of a folder on disk."""
    return State(find_stories(folder, settings), f"folder {folder}")


def work_tree(location: Location, settings: Settings) -> State:
    """The articles of a corpus as they lie on disk; in a repository without those that git ignores."""
    if location.repository is None:
        return folder_state(location.folder, settings)
    skipped: list[Skipped] = []
    files: list[File] = []
    inside = (_inside(path, location.prefix) for path in location.repository.files_here(location.prefix))
    for path in _articles(inside, settings):
        place = location.root / (location.prefix + path)
        if place.is_symlink() or not place.is_file():
            continue
        found = from_disk(path, place, settings.read.max_bytes)
        if isinstance(found, File):
            files.append(found)
        elif found.why:
            skipped.append(found)
    corpus = find_stories(files, settings)
    return State(replace(corpus, skipped=tuple(skipped)), "work tree")


@contextmanager
def committed(location: Location, name: str, head: State, settings: Settings) -> Iterator[State]:
    """The articles of a corpus where the branch left `name`; their bytes can be read inside the block.

    Args:
        head: The state that is checked: content that it has too is not read again.

    Raises:
        ClaimCompareError: No repository, no such commit, or its history is cut off.
    """
    if location.repository is None:
        raise ClaimCompareError(
            f"{location.folder}: not in a git repository; --base needs one (or use --baseline, --against)"
        )
    chosen = choose_base(location.repository, name)
    if chosen.commit is None:
        yield State(Corpus(()), chosen.words, chosen.notes)
        return
    blobs = location.repository.files_of(chosen.commit, location.prefix)
    with reading(location.repository) as reader:
        corpus = _of_blobs(blobs, reader, location, head, settings)
        yield State(corpus, chosen.words, chosen.notes)


@dataclass(frozen=True)
class Base:
    """The commit that is compared with, None for nothing at all; what to call it; how it was chosen."""

    commit: str | None
    words: str
    notes: tuple[Note, ...] = ()


def choose_base(repository: Repository, name: str) -> Base:
    """The commit where the current branch left `name`.

    Raises:
        ClaimCompareError: It can't be known.
    """
    if name and not name.strip(NOTHING):
        return Base(None, "nothing", (Note("", "there was no state before: all counts as new"),))
    wanted = repository.commit(name)
    if wanted is None:
        return _without_parent(repository, name)
    head = repository.commit("HEAD")
    if head is None:
        return Base(wanted, _called(name, wanted))
    common = repository.merge_base(wanted, head)
    if common is None:
        if repository.shallow:
            raise ClaimCompareError(
                f"{name}: this shallow clone doesn't reach back to where the branch left it; {FETCH}"
            )
        return Base(wanted, _called(name, wanted), (Note("", f"{name} and HEAD have no common history"),))
    if common == wanted:
        return Base(wanted, _called(name, wanted))
    note = f"{name} has moved on since; compared with the commit where this branch left it"
    return Base(common, f"{_called(name, common)}, where this branch left it", (Note("", note),))


def _without_parent(repository: Repository, name: str) -> Base:
    """The base of a first commit: its parent is nothing. Raises ClaimCompareError for any other missing name."""
    if name == "HEAD" and not repository.shallow:
        return Base(None, "nothing", (Note("", "there is no commit yet: all counts as new"),))
    child = name.removesuffix("^") if name.endswith("^") else name.removesuffix("~1").removesuffix("~")
    commit = repository.commit(child) if child and child != name else None
    if commit is not None and not repository.parents(commit):
        return Base(None, "nothing", (Note("", f"{child} is a first commit: all counts as new"),))
    if repository.shallow:
        raise ClaimCompareError(f"{name}: no such commit in this shallow clone; {FETCH}")
    raise ClaimCompareError(
        f"{name}: no such commit, branch or tag in {repository.top}; fetch it first, as in git fetch origin"
    )


def _called(name: str, commit: str) -> str:
    return f"commit {commit[:SHOWN]}" if commit.startswith(name) else f"{name} (commit {commit[:SHOWN]})"


def _of_blobs(
    blobs: Iterable[Blob], reader: Blobs, location: Location, head: State, settings: Settings
) -> Corpus:
    """The corpus of a commit. What the head has under the same name or any other is taken from there."""
    assert location.repository is not None
    ids = {_inside(blob.path, location.prefix): blob.id for blob in blobs}
    known = {
        location.repository.blob_id(file.load()): file
        for story in head.corpus.stories
        for file in story.files
    }
    files, skipped = [], []
    for path in _articles(ids, settings):
        found = _of_blob(path, ids[path], known.get(ids[path]), reader, settings.read.max_bytes)
        if isinstance(found, File):
            files.append(found)
        elif found.why:
            skipped.append(found)
    return replace(find_stories(files, settings), skipped=tuple(skipped))


def _of_blob(path: str, id: str, known: File | None, reader: Blobs, limit: int) -> File | Skipped:
    if known is not None:
        return File(path, known.sha256, known.load)
    data = reader.read(id, limit)
    if data is None:
        return Skipped(path, f"is larger than {limit / 1e6:g} MB")
    why = why_skipped(data, path)
    if why is not None:
        return Skipped(path, why)
    return File(path, hashlib.sha256(data).hexdigest(), lambda: reader.read(id) or b"")


def _articles(paths: Iterable[str], settings: Settings) -> list[str]:
    """Those of a tree's paths that a walk over a folder would find."""
    listed = sorted(paths)
    tagged = {str(PurePosixPath(path).parent) for path in listed if PurePosixPath(path).name == TAG} - {"."}
    return [
        path
        for path in listed
        if _is_article(path, tagged) and not is_excluded(path, settings.corpus.exclude)
    ]


def _is_article(path: str, tagged: set[str]) -> bool:
    *folders, name = path.split("/")
    if not is_article_name(name) or any(part.startswith(".") or part in OUTPUTS for part in folders):
        return False
    return not tagged or not tagged & {str(parent) for parent in PurePosixPath(path).parents}


def _inside(path: str, prefix: str) -> str:
    return path.removeprefix(prefix)
