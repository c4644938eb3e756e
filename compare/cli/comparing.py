"""The comparison as commands run it: with a progress bar, and with warnings as lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from compare.cli.messages import one_line_warnings
from compare.cli.progress import WHOLE, progress

if TYPE_CHECKING:
    from compare.comparison import Comparison
    from compare.settings import Settings


def compared(inputs: Sequence[str], settings: Settings, quiet: bool = False) -> Comparison:
    """Compare the inputs."""
    with one_line_warnings(), progress(quiet) as begin:
        from compare.pipeline import STEPS, compare

        return compare(inputs, settings, lambda step: begin(step, WHOLE * STEPS.index(step) // len(STEPS)))
