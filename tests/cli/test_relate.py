"""`claimcompare relate`: rows in, the same rows with the model's answer out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compare.cli import run

PAIR = {
    "id": 7,
    "premise": "The council approved the bridge.",
    "hypothesis": "The council rejected the bridge.",
}


def test_each_row_comes_back_with_an_answer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(json.dumps(PAIR) + "\n\n" + json.dumps(PAIR | {"id": 8}) + "\n", encoding="utf-8")
    assert run(["relate", str(pairs)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in rows] == [7, 8]
    assert rows[0]["label"] == "contradiction"
    assert sum(rows[0]["scores"].values()) == pytest.approx(1, abs=2e-4)
    assert set(rows[0]["words"]) == {"premise", "hypothesis"}


def test_the_answer_can_go_to_a_file(tmp_path: Path) -> None:
    pairs, out = tmp_path / "pairs.jsonl", tmp_path / "out.jsonl"
    pairs.write_text(json.dumps(PAIR), encoding="utf-8")
    assert run(["relate", str(pairs), "--both", "-o", str(out)]) == 0
    assert json.loads(out.read_text(encoding="utf-8"))["same"] > 0.5


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("not json\n", "line 1: not JSON"),
        ('{"premise": "A."}\n', 'line 1: no text in "hypothesis"'),
        ('\n{"premise": "A.", "hypothesis": 4}\n', 'line 2: no text in "hypothesis"'),
        ("[1]\n", 'line 1: no text in "premise"'),
    ],
)
def test_a_bad_row_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, message: str
) -> None:
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(text, encoding="utf-8")
    assert run(["relate", str(pairs)]) == 2
    assert message in capsys.readouterr().err
