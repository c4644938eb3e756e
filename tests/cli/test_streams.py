"""What comes out, and where: any locale, a reader that leaves, a full disk."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command


def test_output_is_utf8_in_any_locale(process: Command, story: list[str]) -> None:
    Path(story[0]).write_text("Łódź: the café “Żuraw” burnt down.\n", encoding="utf-8")
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    done = process("claims", story[0], env=ascii_only)
    assert done.code == 0
    assert "“Żuraw”" in done.out


def test_file_names_that_are_not_text_are_shown(process: Command, story: list[str]) -> None:
    odd = os.fsdecode(b"caf\xe9.txt")
    try:
        Path(odd).write_text("One thing happened.\n", encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes no such names")
    done = process("claims", odd)
    assert done.code == 0
    assert "caf\\udce9" in done.out


def test_a_reader_that_leaves_ends_the_work_quietly(story: list[str]) -> None:
    Path(story[0]).write_text("One more thing happened in the valley.\n" * 5_000, encoding="utf-8")
    command = [sys.executable, "-m", "compare", "claims", story[0], "--format", "text"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", [["claims", "first.txt"], ["--help"]])
def test_a_full_disk_is_an_error(process: Command, story: list[str], arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = process(*arguments, stdout=full)
    assert done.code == 2
    assert done.err.startswith("claimcompare: error: ")


def test_standard_input_is_an_article(process: Command, story: list[str]) -> None:
    done = process("diff", story[0], "-", input=Path(story[1]).read_bytes(), stdin=None)
    assert done.code == 0
    assert "! 1 divergence" in done.out
