"""What only happens on a terminal: colour, links, pager, progress."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty")


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """What a terminal of 100 × 24 gets to see from standard output and error."""
    main, side = pty.openpty()
    command = [sys.executable, "-m", "compare", *arguments]
    with subprocess.Popen(
        command,
        stdin=side,
        stdout=side,
        stderr=side,
        env=dict(os.environ) | {"TERM": "xterm-256color"} | environment,
    ) as running:
        os.close(side)
        seen = b""
        while True:
            try:
                more = os.read(main, 4096)
            except OSError:
                break
            if not more:
                break
            seen += more
        running.wait()
    os.close(main)
    assert running.returncode == 0, seen
    return seen.decode()


def test_colour_and_links(story: list[str]) -> None:
    seen = on_a_terminal("diff", *story, "--no-pager")
    assert "\x1b[1;36mA" in seen
    assert re.search(rf"\x1b\]8;id=\d+;{re.escape(Path(story[0]).absolute().as_uri())}\x1b", seen)


def test_no_color_and_dumb_terminals(story: list[str]) -> None:
    assert "\x1b[1;36m" not in on_a_terminal("diff", *story, "--no-pager", NO_COLOR="1")
    assert "\x1b" not in on_a_terminal("diff", *story, "--no-pager", "--quiet", TERM="dumb")


def test_long_reports_go_through_the_pager(story: list[str]) -> None:
    pager = f"{sys.executable} -c \"import sys; print('PAGED', len(sys.stdin.readlines()))\""
    assert "PAGED" in on_a_terminal("diff", *story, "--pager", PAGER=pager)
    assert "PAGED" in on_a_terminal("diff", *story, PAGER=pager, LINES="5")
    assert "PAGED" not in on_a_terminal("diff", *story, PAGER=pager, LINES="500")
    assert "PAGED" not in on_a_terminal("diff", *story, "--no-pager", PAGER=pager, LINES="5")
    assert "Only in" in on_a_terminal("diff", *story, "--pager", PAGER="no-such-pager")


def test_long_work_shows_its_steps_and_then_removes_them(story: list[str]) -> None:
    code = (
        "import time, compare.cli.progress as p\n"
        "p.PATIENCE = 0.1\n"
        "with p.progress() as begin:\n"
        "    begin('embedding', 40); time.sleep(1)\n"
    )
    main, side = pty.openpty()
    done = subprocess.run([sys.executable, "-c", code], stderr=side, stdout=subprocess.PIPE, check=True)
    os.close(side)
    seen = os.read(main, 100_000).decode()
    os.close(main)
    assert done.stdout == b""
    assert "embedding" in seen
    assert re.search(r"\x1b\[2K", seen)


def test_no_progress_without_a_terminal() -> None:
    code = (
        "import time, compare.cli.progress as p\n"
        "p.PATIENCE = 0.1\n"
        "with p.progress() as begin:\n"
        "    begin('embedding', 40); time.sleep(0.5)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")
