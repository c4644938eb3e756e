"""Standard output and error: always UTF-8, quiet when the reader has gone, an error when the disk is full."""

from __future__ import annotations

import io
import os
import sys
from typing import BinaryIO, TextIO

import click

from compare.errors import ClaimCompareError

READER_GONE = 141
"""128 + SIGPIPE, what a shell reports for other programs whose reader left."""


def use_utf8() -> None:
    """Write UTF-8 whatever the locale; what UTF-8 can't hold is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def write(text: str) -> None:
    """Write to standard output.

    Raises:
        ClaimCompareError: It can't be written, say because the disk is full.
        click.exceptions.Exit: The reader has gone; the work ends quietly.
    """
    if sys.stdout is None:
        raise ClaimCompareError("standard output is closed; use -o FILE")
    try:
        sys.stdout.flush()
        _write_all(sys.stdout.buffer, text.encode("utf-8", "backslashreplace"))
        sys.stdout.flush()
    except BrokenPipeError:
        _discard(sys.stdout)
        raise click.exceptions.Exit(READER_GONE) from None
    except OSError as error:
        _discard(sys.stdout)
        raise ClaimCompareError(f"standard output can't be written: {error.strerror}") from error


def _write_all(file: BinaryIO, data: bytes) -> None:
    """Write bytes, so that newlines stay as they are on every system; an unbuffered file takes them in parts."""
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]


def flushed(code: int) -> int:
    """The exit code, after everything has been written; help and version don't come through `write`."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _discard(sys.stdout)
        return READER_GONE
    except OSError:
        _discard(sys.stdout)
        return 2
    return code


def _discard(stream: TextIO) -> None:
    """Let Python's own flush at exit write into nothing."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, stream.fileno())
    os.close(nothing)
