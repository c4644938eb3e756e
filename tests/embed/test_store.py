"""Bytes by key, whatever happens to the file."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from compare.embed.store import CacheWarning, Store

LARGE = 10**9

VALUES = {bytes([number]) * 8: bytes([number]) * (number * 37) for number in range(1, 60)}


def fill(folder: Path, values: dict[bytes, bytes], max_bytes: int = LARGE) -> None:
    with closing(Store(folder, max_bytes)) as store:
        store.put(values)


def read(folder: Path, keys=tuple(VALUES), max_bytes: int = LARGE) -> dict[bytes, bytes]:
    with closing(Store(folder, max_bytes)) as store:
        return store.get(list(keys))


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@profile(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.binary(min_size=1, max_size=32), st.binary(max_size=9000)))
def test_what_was_put_is_read_by_the_next(tmp_path, values):
    fill(tmp_path, values)
    assert read(tmp_path, list(values)) == values


def test_more_keys_than_one_statement_takes(tmp_path):
    values = {f"{number:08}".encode(): b"x" for number in range(3000)}
    fill(tmp_path, values)
    assert read(tmp_path, list(values)) == values


def test_an_unknown_key_has_no_value(tmp_path):
    assert read(tmp_path, [b"unknown"]) == {}


def test_the_folder_is_the_users_own(tmp_path):
    fill(tmp_path / "cache", VALUES)
    if os.name == "posix":
        assert (tmp_path / "cache").stat().st_mode & 0o077 == 0


def test_a_warm_run_writes_nothing(tmp_path):
    fill(tmp_path, VALUES)
    before = (tmp_path / "cache-1.sqlite").read_bytes()
    assert read(tmp_path) == VALUES
    assert (tmp_path / "cache-1.sqlite").read_bytes() == before


# Size


def test_the_file_stays_within_its_bound(tmp_path):
    bound = 500_000
    for start in range(0, 200, 20):
        fill(tmp_path, {f"{start + i:08}".encode(): os.urandom(10_000) for i in range(20)}, bound)
        assert (tmp_path / "cache-1.sqlite").stat().st_size <= bound


def test_a_bound_that_was_lowered_is_kept_by_the_next_write(tmp_path):
    fill(tmp_path, {f"{i:08}".encode(): os.urandom(10_000) for i in range(100)})
    fill(tmp_path, {b"new": b"value"}, 200_000)
    assert (tmp_path / "cache-1.sqlite").stat().st_size <= 200_000
    assert read(tmp_path, [b"new"]) == {b"new": b"value"}


def test_the_least_recently_used_go_first(tmp_path):
    keys = [f"{i:08}".encode() for i in range(40)]
    fill(tmp_path, {key: os.urandom(10_000) for key in keys})
    _age(tmp_path, days=2)
    assert len(read(tmp_path, keys[:5])) == 5
    fill(tmp_path, {b"new": b"value"}, 300_000)
    kept = read(tmp_path, [*keys, b"new"])
    assert {*keys[:5], b"new"} <= kept.keys()
    assert len(kept) < 35


def _age(folder: Path, days: int) -> None:
    with closing(sqlite3.connect(folder / "cache-1.sqlite")) as connection, connection:
        connection.execute("UPDATE entry SET used = used - ?", (days * 86_400,))


# Damage


def _damaged(folder: Path, change) -> None:
    fill(folder, VALUES)
    path = folder / "cache-1.sqlite"
    path.write_bytes(change(path.read_bytes()))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda data: b"this is no database " * 500, id="another file"),
        pytest.param(lambda data: os.urandom(len(data)), id="noise"),
        pytest.param(lambda data: data[:5000], id="cut inside a page"),
        pytest.param(lambda data: data[: len(data) // 8192 * 4096], id="cut between pages"),
        pytest.param(lambda data: data[:100] + bytes(len(data) - 100), id="zeros after the header"),
        pytest.param(
            lambda data: data.replace(b"entryentry", b"\xff\xfetryentry").replace(
                b"CREATE", b"\xff\xfe\xff\xfe\xff\xfe"
            ),
            id="names that are no text",
        ),
        pytest.param(
            lambda data: data[:4096] + os.urandom(len(data) - 4096), id="noise after the first page"
        ),
    ],
)
def test_a_damaged_file_is_replaced_with_one_warning(tmp_path, recwarn, change):
    _damaged(tmp_path, change)
    with closing(Store(tmp_path, LARGE)) as store:
        assert store.get(list(VALUES)).items() <= VALUES.items()
        store.put(VALUES)
        assert store.get(list(VALUES)) == VALUES
    assert [warning.category for warning in recwarn] == [CacheWarning]
    assert read(tmp_path) == VALUES
    assert len(recwarn) == 1
    assert files(tmp_path) == ["cache-2.sqlite"]


def test_an_empty_file_is_just_an_empty_cache(tmp_path, recwarn):
    _damaged(tmp_path, lambda data: b"")
    fill(tmp_path, VALUES)
    assert read(tmp_path) == VALUES
    assert not recwarn.list


def test_one_damaged_value_is_made_again_with_one_warning(tmp_path, recwarn):
    value = VALUES[bytes([50]) * 8]
    _damaged(tmp_path, lambda data: data.replace(value, value[:-1] + b"!"))
    left = read(tmp_path)
    assert left == {key: other for key, other in VALUES.items() if other != value}
    assert len(recwarn) == 1
    fill(tmp_path, VALUES)
    assert read(tmp_path) == VALUES


@pytest.mark.filterwarnings("ignore::compare.embed.store.CacheWarning")
@profile(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.integers(0, 4095) | st.integers(0, 100_000), st.integers(1, 255)),
        min_size=1,
        max_size=30,
    )
)
def test_no_change_of_bytes_gives_a_wrong_value_or_an_error(tmp_path, flips):
    def flipped(data: bytes) -> bytes:
        changed = bytearray(data)
        for place, mask in flips:
            changed[place % len(data)] ^= mask
        return bytes(changed)

    for path in tmp_path.iterdir():
        path.unlink()
    _damaged(tmp_path, flipped)
    with closing(Store(tmp_path, LARGE)) as store:
        assert store.get(list(VALUES)).items() <= VALUES.items()
        store.put(VALUES)
    assert read(tmp_path).items() <= VALUES.items()


# Places that can't be written


@pytest.mark.parametrize("place", ["file", "file/inside", "/proc/nowhere", "/dev/null/cache"])
def test_a_folder_that_cannot_be_used_is_one_warning_and_no_cache(tmp_path, recwarn, place):
    (tmp_path / "file").write_text("not a folder")
    folder = tmp_path / place
    fill(folder, VALUES)
    assert read(folder) == {}
    assert len(recwarn) == 1
    assert "going on without it" in str(recwarn[0].message)


@pytest.mark.skipif(sys.platform != "linux", reason="limits the size of files to stand in for a full disk")
@pytest.mark.parametrize("room", [0, 5_000, 40_000, 100_000, 300_000])
def test_a_full_disk_is_one_warning_and_no_wrong_value(tmp_path, room):
    code = f"""
import resource
from pathlib import Path
from compare.embed.store import Store
from tests.embed.test_store import VALUES, fill
resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, resource.RLIM_INFINITY))
store = Store(Path({str(tmp_path)!r}), 10**9)
for start in range(40):
    store.put({{bytes([start, i]): bytes([i]) * 9000 for i in range(5)}})
print(all(value == key[1:] * 9000 for key, value in store.get([bytes([s, i]) for s in range(40) for i in range(5)]).items()))
store.close()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"
    assert done.stderr.count("going on without it") == done.stderr.count("CacheWarning: ") == 1
    kept = read(tmp_path, [bytes([start, i]) for start in range(40) for i in range(5)])
    assert all(value == key[1:] * 9000 for key, value in kept.items())


# Other processes

WRITER = """
import sys
from pathlib import Path
from compare.embed.store import Store
store = Store(Path(sys.argv[1]), int(sys.argv[3]))
print("ready", flush=True)
for number in range(int(sys.argv[2])):
    keys = [f"{number:04}{i:04}".encode() for i in range(20)]
    assert all(value == key * 500 for key, value in store.get(keys).items())
    store.put({key: key * 500 for key in keys})
store.close()
"""


def _writer(folder: Path, rounds: int, max_bytes: int = LARGE) -> subprocess.Popen:
    command = [sys.executable, "-c", WRITER, str(folder), str(rounds), str(max_bytes)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("max_bytes", [LARGE, 1_000_000], ids=["roomy", "always full"])
def test_processes_may_write_at_once(tmp_path, max_bytes):
    writers = [_writer(tmp_path, 30, max_bytes) for _ in range(3)]
    errors = [writer.communicate()[1] for writer in writers]
    assert errors == ["", "", ""]
    keys = [f"{number:04}{i:04}".encode() for number in range(30) for i in range(20)]
    kept = read(tmp_path, keys, max_bytes)
    assert all(value == key * 500 for key, value in kept.items())
    assert len(kept) == len(keys) or max_bytes < LARGE


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_a_killed_process_leaves_a_file_that_reads_back_right(tmp_path, recwarn):
    delays, found = random.Random(5), 0
    for _ in range(6):
        writer = _writer(tmp_path, 100_000, 2_000_000)
        assert writer.stdout.readline() == "ready\n"
        time.sleep(delays.uniform(0.0, 0.15))
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        keys = [f"{number:04}{i:04}".encode() for number in range(2000) for i in range(20)]
        kept = read(tmp_path, keys)  # what a fast writer wrote first has been dropped again by then
        assert all(value == key * 500 for key, value in kept.items())
        found += len(kept)
    assert found
    assert not recwarn.list


def test_one_process_finds_damage_while_another_goes_on(tmp_path):
    with closing(Store(tmp_path, LARGE)) as first:
        first.put(VALUES)
        with closing(Store(tmp_path, LARGE)) as second:
            (tmp_path / "cache-1.sqlite").write_bytes(b"this is no database " * 500)
            for store in (first, second, first):
                assert store.get(list(VALUES)).items() <= VALUES.items()
                store.put(VALUES)
                assert store.get(list(VALUES)).items() <= VALUES.items()
    fill(tmp_path, VALUES)
    assert read(tmp_path) == VALUES
