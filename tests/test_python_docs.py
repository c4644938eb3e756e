"""What docs/python.md shows can be run as it stands."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from compare.comparison import Comparison
from tests.cli.conftest import FIRST, SECOND

PAGE = Path(__file__).resolve().parent.parent / "docs" / "python.md"


def test_the_code_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for folder in (tmp_path, tmp_path / "news" / "mill"):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "a.txt").write_text(FIRST, encoding="utf-8")
        (folder / "b.txt").write_text(SECOND, encoding="utf-8")
    (tmp_path / "review.json").write_text(json.dumps({"review_version": 1, "stories": []}), encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, PAGE.name, "exec"), names)
    printed = capsys.readouterr().out
    assert "140 people" in printed
    assert "mill <Comparison of 2 articles" in printed


def test_every_public_part_of_a_comparison_is_named() -> None:
    text = PAGE.read_text(encoding="utf-8")
    public = [
        name for name in (*Comparison.__dataclass_fields__, *vars(Comparison)) if not name.startswith("_")
    ]
    assert not [name for name in public if f"comparison.{name}" not in text and f"`.{name}" not in text]
