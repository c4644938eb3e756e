"""Two small articles, and the command in this process or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from compare.cli import run

ROOT = Path(__file__).resolve().parent.parent.parent

FIRST = (
    "The paper mill in Ostrava closed on 3 May 2024. It employed 140 people, the owner said.\n\n"
    "The council voted for a loan of 2 million crowns. Trains to the valley will run as before.\n"
)
SECOND = (
    "On 3 May 2024 the paper mill in Ostrava was closed. It employed 410 people, the owner said.\n\n"
    "The owner had sold the machines in March to a bank in Vienna.\n"
)


class Done(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


Command = Callable[..., Done]


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No colour, 100 columns, a cache and a working directory of the test's own."""
    for name in ("FORCE_COLOR", "NO_COLOR", "PAGER", "LESS", "CLAIMCOMPARE_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")


@pytest.fixture
def story() -> list[str]:
    """Two articles in the working directory."""
    Path("first.txt").write_text(FIRST, encoding="utf-8")
    Path("second.txt").write_text(SECOND, encoding="utf-8")
    return ["first.txt", "second.txt"]


@pytest.fixture
def claimcompare(capfd: pytest.CaptureFixture[str]) -> Command:
    """The command in this process."""

    def call(*arguments: str) -> Done:
        capfd.readouterr()
        code = run([*arguments])
        sys.stdout.flush()
        return Done(code, *capfd.readouterr())

    return call


@pytest.fixture
def process() -> Command:
    """The command in a process of its own; keywords go to `subprocess.run`."""

    def call(*arguments: str, env: dict[str, str] | None = None, **options: object) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "compare", *arguments],
            env=dict(os.environ) | (env or {}), check=False,
            **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options,  # type: ignore[call-overload]
        )  # fmt: skip
        return Done(done.returncode, (done.stdout or b"").decode(), (done.stderr or b"").decode())

    return call
