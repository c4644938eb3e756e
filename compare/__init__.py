"""Compare articles about one event, claim by claim.

    import compare

    result = compare.compare(["first.txt", "second.txt"])
    result.only("divergence")
    result.to_frame()
    result.to_html()

A notebook shows `result` by itself. docs/python.md has the rest.

Names are loaded when they are first used, so that `import compare` stays cheap.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from compare import errors as errors
    from compare import records as records
    from compare.comparison import Comparison as Comparison
    from compare.read import Input
    from compare.settings import Settings as Settings

__version__ = "0.1.0"

_HOMES = {"Comparison": "compare.comparison", "Settings": "compare.settings"}
_MODULES = ("errors", "records")

__all__ = ["Comparison", "Settings", "__version__", "compare", "errors", "records"]


def compare(
    inputs: Input | Sequence[Input], settings: Settings | None = None, **groups: dict[str, Any]
) -> Comparison:
    """Compare the articles of one story.

    Args:
        inputs: Paths, folders, http(s) addresses, `Article`s or pandas DataFrames (one row an article); a single
            folder or DataFrame needs no list around it.
        settings: Thresholds and engines; the defaults when not given. Settings files are read by the command line
            only: pass `Settings.load()` for the nearest one.
        groups: Changes to single settings, by step: `compare(inputs, embed={"cache": False})`.

    Raises:
        InputError: An input can't be read, or there are fewer than two articles.
        SettingsError: A name in `groups` is unknown or its value of the wrong type.
        ModelError: The embedding model is missing or isn't what it should be.
    """
    from compare.pipeline import compare as run
    from compare.settings import Settings

    chosen = (settings or Settings()).replace(**groups)
    return run(inputs if isinstance(inputs, list | tuple) else [inputs], chosen)  # type: ignore[list-item]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name in _MODULES:
        return import_module(f"compare.{name}")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'compare' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
