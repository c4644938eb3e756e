"""Passages with hypotheses → labelled pairs: a premise of one to three sentences, and what follows from it, what doesn't,
and what it excludes.

Sets that teach such premises have licences that keep them out; these were written for the project. A line of
`training/data/passages-KIND-N.jsonl`: id, domain, premise; entailment and neutral (text, kind); contradiction (text, kind,
words = deciding words here, against = those of the premise).
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.relation.data import HELD_BLOCK, Row

TURNED = 0.4
"""Share of the contradictions that are also asked the other way round, where they are contradictions too."""


def passage_rows(path: Path, seed: int) -> tuple[list[Row], list[Row]]:
    """The pairs of passages-KIND-N.jsonl, group "passages:KIND": (training, held back); every twelfth passage is held back."""
    rng = random.Random(f"{seed} {path.name}")
    group = "passages:" + path.stem.split("-")[1]
    train: list[Row] = []
    held: list[Row] = []
    for at, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        kept = train if at % HELD_BLOCK != HELD_BLOCK - 1 else held
        kept.extend(_rows(json.loads(line), group, rng))
    return train, held


def _rows(passage: dict[str, Any], group: str, rng: random.Random) -> Iterator[Row]:
    premise = passage["premise"]
    for item in passage["entailment"]:
        yield Row(premise, item["text"], "entailment", True, None, None, group)
    for item in passage["neutral"]:
        yield Row(premise, item["text"], "neutral", None, "", "", group)
    for item in passage["contradiction"]:
        row = Row(premise, item["text"], "contradiction", True, item["words"], item["against"], group)
        yield row
        if rng.random() < TURNED:
            yield row._replace(
                premise=row.hypothesis, hypothesis=premise, words=row.against, against=row.words
            )
