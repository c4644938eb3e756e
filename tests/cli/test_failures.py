"""A crash never exits 0 or 1."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from compare.cli import run
from tests.cli.conftest import Command


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ZeroDivisionError("division by zero"), "internal error: ZeroDivisionError: division by zero"),
        (KeyError(), "internal error: KeyError"),
        (MemoryError(), "not enough memory"),
        (RecursionError("too deep"), "internal error: RecursionError"),
    ],
)
def test_an_error_nobody_expected_is_one_line(
    error: Exception, words: str, monkeypatch: pytest.MonkeyPatch, claimcompare: Command
) -> None:
    monkeypatch.setattr("compare.settings.Settings.load", lambda: (_ for _ in ()).throw(error))
    done = claimcompare("diff", "a", "b")
    assert done.code == 2
    assert len(done.err.splitlines()) == 1
    assert words in done.err


def test_the_trace_is_shown_when_asked_for(monkeypatch: pytest.MonkeyPatch, claimcompare: Command) -> None:
    monkeypatch.setenv("CLAIMCOMPARE_TRACEBACK", "1")
    done = claimcompare("diff", "nowhere.txt", "b.txt")
    assert done.code == 2
    assert "Traceback" in done.err


def test_an_interrupt_is_130(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("compare.settings.Settings.load", lambda: (_ for _ in ()).throw(KeyboardInterrupt))
    assert run(["diff", "a", "b"]) == 130
    assert "Traceback" not in capfd.readouterr().err


HEARING = (
    "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    " runpy.run_module('compare', run_name='__main__', alter_sys=True)"
)
"""The command in a process that hears an interrupt even where this one doesn't, as in a background job."""


def test_an_interrupted_process_leaves_quietly(story: list[str]) -> None:
    waiting = [sys.executable, "-c", HEARING, "diff", story[0], "-"]
    with subprocess.Popen(
        waiting, stdin=subprocess.PIPE, stderr=subprocess.PIPE, stdout=subprocess.PIPE
    ) as running:
        with pytest.raises(subprocess.TimeoutExpired):
            running.wait(5)  # until it waits for its input, on a busy machine too
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert err.strip() == b""
