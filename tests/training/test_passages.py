"""The passages are well-formed, and what is made of them says what they say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from training.relation.passages import passage_rows

FILES = sorted((Path(__file__).parents[2] / "training" / "data").glob("passages-*.jsonl"))


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_there_are_passages() -> None:
    assert FILES


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_passage_has_every_label_and_its_deciding_words(path: Path) -> None:
    for passage in read(path):
        assert passage["entailment"], passage["id"]
        assert passage["neutral"], passage["id"]
        assert passage["contradiction"], passage["id"]
        for item in passage["contradiction"]:
            assert item["words"] in item["text"], passage["id"]
            assert item["against"] in passage["premise"], passage["id"]


def test_ids_are_unique() -> None:
    ids = [passage["id"] for path in FILES for passage in read(path)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_passage_is_both_trained_on_and_held_back(path: Path) -> None:
    train, held = passage_rows(path, seed=0)
    assert held
    premises = {passage["premise"] for passage in read(path)}
    sides = [
        {text for row in rows for text in (row.premise, row.hypothesis)} & premises for rows in (train, held)
    ]
    assert not sides[0] & sides[1]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_pair_has_two_labels(path: Path) -> None:
    labels: dict[tuple[str, str], str] = {}
    for rows in passage_rows(path, seed=0):
        for row in rows:
            assert labels.setdefault((row.premise, row.hypothesis), row.label) == row.label
