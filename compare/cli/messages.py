"""What the command says on standard error: one line each, and nothing in it acts on the terminal."""

from __future__ import annotations

import os
import sys
import traceback
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from compare.report.visible import visible


def print_error(message: str, error: BaseException) -> None:
    """The error's line; before it the trace, if CLAIMCOMPARE_TRACEBACK is set."""
    if os.environ.get("CLAIMCOMPARE_TRACEBACK"):
        traceback.print_exception(error)
    _say("error", message)


@contextmanager
def one_line_warnings() -> Iterator[None]:
    """Warnings of ours as lines like errors; those of libraries unseen, unless Python is asked for them (-W)."""
    with warnings.catch_warnings():
        if not sys.warnoptions:
            warnings.simplefilter("ignore")
            warnings.filterwarnings("default", category=UserWarning, module=r"compare\.")
        warnings.showwarning = lambda message, *_args, **_kwargs: _say("warning", str(message))
        yield


def warn(message: str) -> None:
    """A line on what the reader should know of though the work was done."""
    _say("warning", message)


def note(message: str) -> None:
    """A line that is neither."""
    _print(message)


def _say(kind: str, message: str) -> None:
    _print(f"claimcompare: {kind}: {message}")


def _print(line: str) -> None:
    if sys.stderr is not None:
        print(visible(line), file=sys.stderr)
