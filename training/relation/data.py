"""Rows of sentence pairs, from the named sets and from fact blocks, ready to be sampled.

A row is (premise, hypothesis, label, slot, words, against): label one of LABELS, slot True, False or None (unknown),
words and against the deciding words of hypothesis and premise ("" unknown, None: known to have none).
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from training.relation.expand import expand

LABELS = ("entailment", "neutral", "contradiction", "not_entailment", "not_contradiction")

EXCLUDED = frozenset({"rte1", "rte2", "negation_rte", "oie"})
"""Sets whose licence is unclear or bound to research: weights trained on them could not be passed on."""

HELD_BLOCK = 12
"""Every twelfth block of a facts file is kept for calibration and for choosing between runs."""

HELD_PAGE = 25
"""One Wikipedia page in 25 (by hash) is kept likewise, and one row in 25 of the sets without pages."""

_SAME_QUESTION = {
    "aug_num",
    "aug_date",
    "aug_ant",
    "aug_neg",
    "aug_loc",
    "aug_short",
    "aug_para",
    "aug_same",
    "aug_add",
}
_OTHER_QUESTION = {"aug_topic", "aug_page"}
_EVIDENCE = {"vitaminc", "vitaminc_syn", "fever", "foolmetwice"}


class Row(NamedTuple):
    """One pair with what is known of it."""

    premise: str
    hypothesis: str
    label: str
    slot: bool | None
    words: str | None
    against: str | None
    group: str


def sha256(path: Path) -> str:
    """The file's hash, for the log and the card."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _held(key: str, one_in: int) -> bool:
    return int(hashlib.sha256(key.encode()).hexdigest()[:8], 16) % one_in == 0


def _slot(name: str, label: str) -> bool | None:
    if name in _SAME_QUESTION:
        return True
    if name in _OTHER_QUESTION:
        return False
    if label == "entailment" or (name in _EVIDENCE and label == "contradiction"):
        return True
    return None


def _group(name: str) -> str:
    return name.split("_", maxsplit=1)[0] if name.startswith(("aug_", "cannot_", "negation_")) else name


def _difference(premise: str, hypothesis: str) -> tuple[str, str]:
    """The words of a one-place swap on each side, empty where more than one place differs."""
    a, b = premise.split(), hypothesis.split()
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    left, right = a[start : len(a) - end], b[start : len(b) - end]
    if not left or not right or max(len(left), len(right)) > 4:
        return "", ""
    return " ".join(left), " ".join(right)


def _pair_row(raw: dict[str, Any]) -> Row:
    name, label = raw["set"], raw["label"]
    against, words = "", ""
    if name.startswith("aug_") and label == "contradiction":
        against, words = _difference(raw["premise"], raw["hypothesis"])
    none = label == "entailment"
    return Row(
        raw["premise"],
        raw["hypothesis"],
        label,
        _slot(name, label),
        None if none else words,
        None if none else against,
        _group(name),
    )


def pair_sets(path: Path) -> tuple[list[Row], list[Row]]:
    """The rows of train.jsonl.gz whose licence lets the weights be shared: (training, held back)."""
    train, held = [], []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            raw = json.loads(line)
            if raw["set"] in EXCLUDED:
                continue
            key = raw.get("page") or raw["premise"]
            (held if _held(key, HELD_PAGE) else train).append(_pair_row(raw))
    return train, held


def turned(rows: Iterable[Row], share: float, rng: random.Random) -> Iterator[Row]:
    """Some pairs the other way round: a contradiction stays one, what entails cannot contradict."""
    for row in rows:
        if row.label in ("entailment", "contradiction") and rng.random() < share:
            label = "contradiction" if row.label == "contradiction" else "not_contradiction"
            yield row._replace(
                premise=row.hypothesis,
                hypothesis=row.premise,
                label=label,
                words=row.against,
                against=row.words,
            )


def blocks(path: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The fact blocks of a file: (training, held back)."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    train = [b for i, b in enumerate(lines) if i % HELD_BLOCK != HELD_BLOCK - 1]
    return train, lines[HELD_BLOCK - 1 :: HELD_BLOCK]


def fact_rows(found: list[dict[str, Any]], seed: int, augment: bool) -> list[Row]:
    """Pairs made of fact blocks; with `augment` also swaps, detail-drops and other balancing pairs."""
    return [
        Row(p.premise, p.hypothesis, p.label, p.slot, p.words, p.against, p.group)
        for p in expand(found, seed, augment)
    ]
