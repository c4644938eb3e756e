"""A pager for reports longer than the screen, on terminals only."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess

from compare.cli.look import is_terminal
from compare.cli.streams import write


def show(text: str, pager: bool | None) -> None:
    """Write to standard output; through a pager if wanted (True), or if the text needs it (None)."""
    command = _command() if is_terminal() and pager is not False else None
    if command is None or (pager is None and _fits(text)) or not _page(command, text):
        write(text)


def _command() -> list[str] | None:
    """PAGER, else less; None if there is none, or PAGER is empty or cat."""
    words = shlex.split(os.environ.get("PAGER", "less"))
    found = bool(words) and words[0] != "cat" and shutil.which(words[0])
    return words if found else None


def _fits(text: str) -> bool:
    return text.count("\n") < shutil.get_terminal_size().lines


def _page(command: list[str], text: str) -> bool:
    """Whether the pager could be started. Settings of the user's own for less are left as they are."""
    environment = {"LESS": "-FRX", "LESSCHARSET": "utf-8"} | os.environ
    try:
        with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment) as process:
            try:
                process.communicate(text.encode("utf-8", "backslashreplace"))
            except KeyboardInterrupt:
                process.wait()
    except OSError:
        return False
    return True
