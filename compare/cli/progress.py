"""A progress bar on standard error, for work that takes more than a second, on terminals only."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0
"""Seconds before the bar appears: shorter work needs none."""


WHOLE = 100

Begin: TypeAlias = Callable[[str, int], object]
"""To call when a step begins: its name, and how much of WHOLE is done."""


@contextmanager
def progress(quiet: bool = False) -> Iterator[Begin]:
    """A bar that follows the steps it is told of."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield lambda _step, _done: None
        return
    bar = _Bar()
    timer = threading.Timer(PATIENCE, bar.show)
    timer.daemon = True
    timer.start()
    try:
        yield bar.begin
    finally:
        timer.cancel()
        bar.hide()


class _Bar:
    """Steps are followed from the start, and drawn from `show` to `hide`."""

    def __init__(self) -> None:
        self._step = "starting"
        self._done = 0
        self._drawn: Progress | None = None
        self._over = False
        self._lock = threading.Lock()

    def begin(self, step: str, done: int) -> None:
        with self._lock:
            self._step, self._done = step, done
            if self._drawn:
                self._drawn.update(self._drawn.task_ids[0], completed=done, description=step)

    def show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        look = (BarColumn(24), TextColumn("{task.description}"), TimeElapsedColumn())
        drawn = Progress(*look, console=Console(stderr=True), transient=True)
        with self._lock:
            if not self._over:
                drawn.add_task(self._step, total=WHOLE, completed=self._done)
                drawn.start()
                self._drawn = drawn

    def hide(self) -> None:
        with self._lock:
            self._over = True
            if self._drawn:
                self._drawn.stop()
