"""Verdicts kept between runs: the same answers, and no model where all is known."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from compare.judge.relation import Relation, cached_relate, relate
from compare.judge.relation.verdicts import pack, unpack
from compare.records import Span
from compare.settings import EmbedSettings

PAIRS = [
    ("Nine people died in the fire.", "The fire killed 14 people."),
    ("The bridge is closed.", "The bridge has been shut."),
    ("Nine people died in the fire.", "The fire killed 14 people."),
]


def test_kept_verdicts_are_the_model_s_own(tmp_path: Path) -> None:
    settings = EmbedSettings(cache_dir=str(tmp_path))
    fresh = relate(PAIRS, both=True)
    assert cached_relate(PAIRS, settings) == fresh
    assert cached_relate(PAIRS[::-1], settings) == fresh[::-1]
    assert cached_relate(PAIRS, EmbedSettings(cache=False)) == fresh


def test_a_verdict_survives_its_way_through_the_cache() -> None:
    relation = Relation(0.1, 0.2, 0.7, 0.9, (Span(0, 4),), (Span(3, 9), Span(12, 14)))
    assert unpack(pack(relation)) == relation


def test_what_is_known_loads_no_model(tmp_path: Path) -> None:
    cached_relate(PAIRS, EmbedSettings(cache_dir=str(tmp_path)))
    code = (
        "import sys; from compare.judge.relation import cached_relate; from compare.settings import EmbedSettings; "
        f"cached_relate({PAIRS!r}, EmbedSettings(cache_dir={str(tmp_path)!r})); "
        "sys.exit('onnxruntime' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
