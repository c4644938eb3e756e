"""The fact blocks are well-formed, and what is made of them says what the blocks say."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from training.relation.expand import expand
from training.relation.swaps import NamePool, respell, shorten, swap

DATA = Path(__file__).parents[2] / "training" / "data"
FILES = sorted(DATA.glob("facts-*.jsonl"))


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_deciding_words_stand_in_their_sentences(path: Path) -> None:
    for block in read(path):
        for entry in [*block["contradict"], *block["soft"]]:
            assert entry["words"] in entry["text"], block["id"]
            assert entry["against"] in block["same"][0], block["id"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_sentence_has_one_place_in_its_block(path: Path) -> None:
    for block in read(path):
        kinds = ("variant", "more", "less", "contradict", "neutral", "soft")
        texts = block["same"] + [entry["text"] for kind in kinds for entry in block[kind]]
        assert len(texts) == len(set(texts)), block["id"]


def test_held_back_blocks_are_in_no_training_file() -> None:
    held = [b for path in FILES if path.stem.endswith("-dev") for b in read(path)]
    trained = [b for path in FILES if not path.stem.endswith("-dev") for b in read(path)]
    ids = [b["id"] for b in held + trained]
    assert held
    assert len(ids) == len(set(ids))
    assert not {s for b in held for s in b["same"]} & {s for b in trained for s in b["same"]}


def test_no_pair_has_two_labels() -> None:
    labels: dict[tuple[str, str], str] = {}
    for pair in expand(read(DATA / "facts-2.jsonl"), seed=0, augment=True):
        assert labels.setdefault(pair[:2], pair.label) == pair.label


def test_the_same_seed_makes_the_same_pairs() -> None:
    blocks = read(DATA / "facts-2.jsonl")
    assert expand(blocks, 3, augment=True) == expand(blocks, 3, augment=True)


def test_a_swap_changes_only_the_words_it_names() -> None:
    text = "Nine people died near Ostby on Monday, Karen Holm said, and 40 were not hurt."
    found = list(
        swap(
            text, NamePool(["He was in Arden.", "Paul Reed said so.", "It fell near Lund."]), random.Random(1)
        )
    )
    assert len(found) >= 4
    for old, new, changed in found:
        assert old != new
        assert new.lower() in changed.lower()
        assert changed.lower().replace(new.lower(), old.lower(), 1) == text.lower()


def test_respelling_and_shortening() -> None:
    rng = random.Random(0)
    assert respell("The council met for three hours.", rng) == "The council met for 3 hours."
    assert (
        shorten("The old mill was sold on Monday to a brewer.", rng) == "The old mill was sold to a brewer."
    )
    assert shorten("Short and plain.", rng) is None
