"""Git as a library of objects: where a repository is, which files a commit has, and their bytes, in few processes.

The work tree, the index and the references are only read. Names are bytes that need not be text: they are kept as
Python keeps file names (surrogate escapes).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from compare.errors import ClaimCompareError

LOCAL = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR",
    "GIT_INTERNAL_SUPER_PREFIX", "GIT_NAMESPACE",
)  # fmt: skip
"""What git tells its hooks about the repository, in paths relative to where the hook runs; here it is looked up anew."""

FILE = "100"
"""Beginning of the mode of plain files; links are 120000, submodules 160000."""

FETCH = "run git fetch --unshallow, or set fetch-depth: 0 where the checkout is configured"


@dataclass(frozen=True, slots=True)
class Blob:
    """A file of a commit: its path from the root of the repository, and the name of its content."""

    path: str
    id: str


@dataclass(frozen=True)
class Repository:
    """A git repository with a work tree.

    Attributes:
        top: Its root folder.
        shallow: Whether older commits are cut off.
        algorithm: What objects are named by: "sha1" or "sha256".
    """

    top: Path
    shallow: bool
    algorithm: str

    def run(self, *arguments: str, ok: Sequence[int] = (0,)) -> bytes:
        """Standard output of a git command.

        Raises:
            ClaimCompareError: Git says that it can't.
        """
        return _run(self.top, arguments, ok)

    def commit(self, name: str) -> str | None:
        """The id of the commit that a name means, or None."""
        found = self.run(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}", ok=(0, 1, 128)
        )
        return found.decode().strip() or None

    def merge_base(self, one: str, two: str) -> str | None:
        """The best common ancestor of two commits, or None."""
        return self.run("merge-base", one, two, ok=(0, 1)).decode().split("\n", 1)[0] or None

    def parents(self, commit: str) -> list[str]:
        """The commits that a commit follows, as far as they are recorded."""
        lines = self.run("cat-file", "commit", commit).split(b"\n\n", 1)[0].splitlines()
        return [line[7:].decode() for line in lines if line.startswith(b"parent ")]

    def files_of(self, commit: str, folder: str) -> list[Blob]:
        """The plain files of a commit below a folder (with forward slashes, "" for all)."""
        place = ["--", folder] if folder else []
        listed = self.run("ls-tree", "-r", "-z", "--full-tree", commit, *place)
        found = []
        for entry in listed.split(b"\0")[:-1]:
            about, path = entry.split(b"\t", 1)
            mode, _, id = about.decode().split(" ")
            if mode.startswith(FILE):
                found.append(Blob(os.fsdecode(path), id))
        return found

    def files_here(self, folder: str) -> list[str]:
        """Paths of the files in the work tree below a folder, known to git or not, ignored ones left out."""
        place = ["--", folder] if folder else []
        listed = self.run("ls-files", "-z", "--cached", "--others", "--exclude-standard", *place)
        return sorted({os.fsdecode(path) for path in listed.split(b"\0")[:-1]})

    def blob_id(self, data: bytes) -> str:
        """What git would call this content."""
        return hashlib.new(self.algorithm, b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def find_repository(folder: Path) -> Repository | None:
    """The repository that a folder is in, or None; None too where git is not installed.

    Raises:
        ClaimCompareError: There is one, and git refuses to work in it.
    """
    if shutil.which("git") is None:
        return None
    done = _start(folder, ("rev-parse", "--show-toplevel", "--is-shallow-repository", "--show-object-format"))
    if done.returncode == 0:
        *top, shallow, algorithm = os.fsdecode(done.stdout).rstrip("\n").split("\n")
        return Repository(Path("\n".join(top)), shallow == "true", algorithm)
    said = _said(done.stderr)
    if "not a git repository" in said or "must be run in a work tree" in said:
        return None
    raise ClaimCompareError(f"{folder}: git can't work here: {said}")


class Blobs:
    """The content of blobs, all through one process.

    Use it as `with reading(repository) as blobs: blobs.read(id)`.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def read(self, id: str, limit: int | None = None) -> bytes | None:
        """The bytes of a blob; None if they are more than `limit`.

        Raises:
            ClaimCompareError: It is not there.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(id.encode() + b"\n")
        self._process.stdin.flush()
        header = self._process.stdout.readline().split()
        if len(header) != 3:
            raise ClaimCompareError(f"git object {id} is missing; run git fsck, or fetch it")
        size = int(header[2])
        if limit is not None and size > limit:
            self._skip(size + 1)
            return None
        data = self._process.stdout.read(size + 1)
        if len(data) != size + 1:
            raise ClaimCompareError(f"git object {id} can't be read; run git fsck")
        return data[:-1]

    def _skip(self, size: int) -> None:
        assert self._process.stdout is not None
        while size > 0:
            size -= len(self._process.stdout.read(min(size, 1 << 20))) or size


@contextmanager
def reading(repository: Repository) -> Iterator[Blobs]:
    """A process that reads blobs, ended with the block."""
    with subprocess.Popen(
        ["git", "-C", str(repository.top), "cat-file", "--batch"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    ) as process:
        try:
            yield Blobs(process)
        finally:
            process.kill()


def _run(folder: Path, arguments: Sequence[str], ok: Sequence[int]) -> bytes:
    done = _start(folder, arguments)
    if done.returncode not in ok:
        raise ClaimCompareError(f"{folder}: git {arguments[0]} failed: {_said(done.stderr)}")
    return done.stdout


def _start(folder: Path, arguments: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", "-C", str(folder), *arguments], env=_environment(), capture_output=True, check=False
        )
    except FileNotFoundError as error:
        raise ClaimCompareError("git is not installed; install it, or use --baseline or --against") from error


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in LOCAL}
    return kept | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1"}


def _said(stderr: bytes) -> str:
    """What git said, on one line."""
    lines = [line.strip() for line in os.fsdecode(stderr).splitlines() if line.strip()]
    return " ".join(lines).removeprefix("fatal: ") or "no reason given"
