"""Bytes by key, kept between runs: one SQLite file that many processes may use at once.

Nothing that happens to the file may harm a result: every row carries a checksum over its key and value, a row or
file that doesn't read back right is as good as absent, and where nothing can be kept, nothing is.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
import time
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

VERSION = 1

SCHEMA = f"""
PRAGMA auto_vacuum = INCREMENTAL;
PRAGMA journal_mode = WAL;
CREATE TABLE IF NOT EXISTS entry (key BLOB PRIMARY KEY, used INTEGER, checksum BLOB, value BLOB);
CREATE INDEX IF NOT EXISTS entry_used ON entry (used);
PRAGMA user_version = {VERSION};
"""

OUTSIDE = frozenset(
    {
        sqlite3.SQLITE_AUTH,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOLFS,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_READONLY,
    }
)
"""SQLite's codes for trouble around the file (disk, rights, locks). Any other means that the file is damaged."""

WAIT = 20.0
"""Seconds to wait for another process that is writing. A write of the largest chunk takes well under one."""

FRESH = 3600
"""Seconds for which an entry's time of use is left as it is, so that a warm run only reads."""

VARIABLES = 500
"""Keys looked up in one statement; SQLite allows at least 999."""


class CacheWarning(UserWarning):
    """The cache is damaged or can't be used. The result is right all the same, only later."""


class Store:
    """Values by key in a folder, the least recently used dropped once they pass `max_bytes`.

    A file is named after its generation. A damaged one is left for the next generation and then deleted: no
    name is ever used twice, so a process that still has the old file open can't mix it with the new one.
    Trouble is a CacheWarning, and the store goes on empty or, when the folder can't be used, as one
    that keeps nothing.

    Args:
        folder: Made when it isn't there, readable by its owner only: values tell what was read.
        max_bytes: Size bound of the file.
    """

    def __init__(self, folder: Path, max_bytes: int) -> None:
        self._folder = folder
        self._max_bytes = max_bytes
        self._connection: sqlite3.Connection | None = None
        self._generation = 1
        self._guarded(self._open_newest, None)

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The values of those keys that are kept and undamaged."""
        return self._guarded(lambda: self._read(keys), {})

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Keep the values; all of them or, when the process dies meanwhile, none."""
        self._guarded(lambda: self._write(values), None)

    def close(self) -> None:
        """Give the file back."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def _guarded(self, action: Callable[[], T], otherwise: T) -> T:
        """The action's result, on a new file if this one is damaged; `otherwise` if nothing can be kept."""
        try:
            return self._repaired(action)
        except _Closed:
            return otherwise
        except (sqlite3.Error, UnicodeError, OSError) as error:
            self.close()
            _warn(f"{self._folder}: the cache can't be used ({error}); going on without it")
            return otherwise

    def _repaired(self, action: Callable[[], T]) -> T:
        try:
            return action()
        except (sqlite3.Error, UnicodeError) as error:  # the module decodes messages that quote damaged bytes
            if _outside(error):
                raise
            _warn(f"{self._path}: the cache is damaged ({error}); starting a new one")
        self.close()
        self._start_next()
        return action()

    @property
    def _path(self) -> Path:
        return self._folder / f"cache-{self._generation}.sqlite"

    def _open_newest(self) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._generation = max(_generations(self._folder), default=1)
        self._open()

    def _start_next(self) -> None:
        self._generation += 1
        self._open()
        for number in _generations(self._folder):
            if number < self._generation:
                for ending in ("-wal", "-shm", ""):
                    with suppress(OSError):
                        (self._folder / f"cache-{number}.sqlite{ending}").unlink()

    def _open(self) -> None:
        self.close()
        self._connection = sqlite3.connect(self._path, timeout=WAIT, isolation_level=None)
        self._connection.text_factory = bytes  # a damaged row may hold text that is no UTF-8
        # Safe when the process is killed. A power cut may damage the file, which is found and costs a rebuild.
        self._connection.execute("PRAGMA synchronous = OFF")
        if self._number("PRAGMA user_version") != VERSION:
            self._connection.executescript(SCHEMA)

    @property
    def _db(self) -> sqlite3.Connection:
        if self._connection is None:
            raise _Closed
        return self._connection

    def _read(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        now, wanted, found, stale = int(time.time()), set(keys), {}, []
        for start in range(0, len(keys), VARIABLES):
            some = keys[start : start + VARIABLES]
            marks = ",".join("?" * len(some))
            for key, used, checksum, value in self._db.execute(
                f"SELECT key, used, checksum, value FROM entry WHERE key IN ({marks})", some
            ):
                if key not in wanted or not isinstance(value, bytes) or checksum != _checksum(key, value):
                    _warn(f"{self._path}: an entry of the cache is damaged; made again")
                    continue
                found[key] = value
                if not isinstance(used, int) or abs(now - used) > FRESH:
                    stale.append(key)
        self._touch(stale, now)
        return found

    def _touch(self, keys: Sequence[bytes], now: int) -> None:
        if keys:
            with _Transaction(self._db) as db:
                db.executemany("UPDATE entry SET used = ? WHERE key = ?", ((now, key) for key in keys))

    def _write(self, values: Mapping[bytes, bytes]) -> None:
        now = int(time.time())
        with _Transaction(self._db) as db:
            db.executemany(
                "INSERT OR REPLACE INTO entry (key, used, checksum, value) VALUES (?, ?, ?, ?)",
                ((key, now, _checksum(key, value), value) for key, value in values.items()),
            )
        self._shrink()

    def _shrink(self) -> None:
        """Drop the least recently used fifth until the size bound holds."""
        if self._size() <= self._max_bytes:
            return
        with _Transaction(self._db) as db:
            while self._size() > self._max_bytes and (count := self._number("SELECT count(*) FROM entry")):
                oldest = "SELECT rowid FROM entry ORDER BY used, rowid LIMIT ?"
                dropped = db.execute(
                    f"DELETE FROM entry WHERE rowid IN ({oldest})", (count // 5 + 1,)
                ).rowcount
                if not dropped:
                    raise sqlite3.DatabaseError("entries can't be dropped")
        self._db.executescript("PRAGMA incremental_vacuum")  # execute would stop after one page

    def _size(self) -> int:
        pages = self._number("PRAGMA page_count") - self._number("PRAGMA freelist_count")
        return pages * self._number("PRAGMA page_size")

    def _number(self, query: str) -> int:
        return int(self._db.execute(query).fetchone()[0])


class _Closed(Exception):  # noqa: N818  no error: there is nothing to read from or write to
    pass


class _Transaction:
    """All statements inside, or none."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> sqlite3.Connection:
        self._connection.execute("BEGIN IMMEDIATE")
        return self._connection

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if kind is None:
            self._connection.execute("COMMIT")
        else:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")


def _warn(message: str) -> None:
    # Attributed to this line, so that Python shows each message once a process.
    warnings.warn(message, CacheWarning, stacklevel=1)


def _outside(error: Exception) -> bool:
    # Extended codes hold the plain one in the low byte. Errors of the Python module itself have none.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in OUTSIDE


def _generations(folder: Path) -> Iterable[int]:
    names = (re.fullmatch(r"cache-(\d+)\.sqlite", path.name) for path in folder.iterdir())
    return [int(name[1]) for name in names if name]


def _checksum(key: bytes, value: bytes) -> bytes:
    return hashlib.blake2b(value, key=key, digest_size=16).digest()
