"""Whole outputs, kept in tests/golden/. UPDATE_GOLDEN=1 writes them anew: look at the difference before you commit it."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "golden"


def check(name: str, text: str) -> None:
    """Fail unless `text` is what the golden file holds."""
    path = FOLDER / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    assert text == path.read_bytes().decode("utf-8"), f"differs from {path}"
