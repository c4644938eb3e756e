"""Texts, and settings whose cache is the test's own."""

import re
from pathlib import Path

import pytest

from compare.settings import EmbedSettings

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

HOSTILE = (
    "",
    " \n\t ",
    "🙂🙃 👩‍👩‍👧",
    "word " * 1000,
    "水" * 1000,
    "印度和欧盟周五讨论了国防工业合作。",
    "Przedstawiciele rządu — żółć, naïve café, Ω≈ç√",
    "bell \x07 null \x00 escape \x1b[31m zero-width \u200b right-to-left \u202e",
    "half a surrogate pair \ud83d",
    "[SEP] in the [CLS] text [PAD]",
    "a" * 5000,
)


@pytest.fixture(scope="session")
def sentences() -> list[str]:
    """The seed articles, roughly cut."""
    texts = (path.read_text(encoding="utf-8") for path in SEEDS)
    return [part for text in texts for part in re.split(r"(?<=[.!?”])\s+|\n+", text) if part]


@pytest.fixture
def settings(tmp_path: Path) -> EmbedSettings:
    return EmbedSettings(cache_dir=str(tmp_path / "cache"))
