"""Files and folders of a disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from compare.errors import InputError
from compare.read.document import Document, stem_of
from compare.read.formats import SUFFIXES, sniff
from compare.settings import ReadSettings


def open_file(path: Path, name: str, settings: ReadSettings) -> Document:
    """The bytes of one file.

    Args:
        name: The path as the user gave it.

    Raises:
        InputError: Missing, not readable, or larger than `settings.max_bytes`; a large file isn't read.
    """
    try:
        if path.stat().st_size > settings.max_bytes:
            raise InputError(too_large(name, settings))
        with path.open("rb") as file:
            data = file.read(settings.max_bytes + 1)
    except OSError as error:
        raise InputError(f"{name}: {_why(path, error)}") from error
    if len(data) > settings.max_bytes:
        raise InputError(too_large(name, settings))
    if not data:
        raise InputError(f"{name}: is empty; an article needs at least one sentence")
    return Document(name, stem_of(name), data, SUFFIXES.get(path.suffix.lower()) or sniff(data))


def files_at(path: Path, name: str) -> list[tuple[object, Path, str]]:
    """The one file at a path, or the files of known formats in a folder and below it.

    Those of a folder are sorted by path; hidden ones are left out. A file that is reached twice, through a link,
    counts once, and so does a folder: a loop of links ends.

    Args:
        name: The path as the user gave it.

    Returns:
        What makes each file the same as another, its path, and what to call it.

    Raises:
        InputError: Nothing there, nothing to read in the folder, or no right to look.
    """
    try:
        if not path.is_dir():
            return [(_identity(path), path, name)]
        found = list(_walk(path, {_identity(path)}))
    except OSError as error:
        raise InputError(f"{name}: {_why(Path(error.filename or path), error)}") from error
    if not found:
        raise InputError(
            f"{name}: no articles in this folder; files that end in {', '.join(SUFFIXES)} are read"
        )
    return [(_identity(file), file, str(file)) for file in found]


def _identity(path: Path) -> tuple[int, int]:
    """Device and inode: the same for two names of one file."""
    status = path.stat()
    return status.st_dev, status.st_ino


def too_large(name: str, settings: ReadSettings) -> str:
    """What to say about an input above the limit."""
    return f"{name}: larger than {settings.max_bytes / 1e6:g} MB; raise read.max_bytes in the settings to read it all the same"


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.startswith(".") or not entry.exists():
            continue
        if not (entry.is_dir() or entry.suffix.lower() in SUFFIXES) or _identity(entry) in seen:
            continue
        seen.add(_identity(entry))
        if entry.is_dir():
            yield from _walk(entry, seen)
        elif entry.is_file():
            yield entry


def _why(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"no such file or folder{_did_you_mean(path)}"
    if isinstance(error, PermissionError):
        return "permission denied; it can't be read by this user"
    if isinstance(error, IsADirectoryError):
        return "is a folder"
    return (error.strerror or str(error)).lower()


def _did_you_mean(path: Path) -> str:
    from difflib import get_close_matches

    try:
        names = sorted(entry.name for entry in path.parent.iterdir())
    except OSError:
        return ""
    close = get_close_matches(path.name, names, n=1, cutoff=0.6)
    return f"; did you mean {path.parent / close[0]}?" if close else ""
