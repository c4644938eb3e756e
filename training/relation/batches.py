"""Rows → batches of token ids: sampled by a mix, sorted by length, filled to a budget of tokens."""

from __future__ import annotations

import random
from pathlib import Path
from typing import NamedTuple

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.relation.data import Row

CLS, SEP = 101, 102
STEP = 16
LONGEST_PREMISE, LONGEST_HYPOTHESIS = 160, 96
LABEL_NUMBER = {
    "entailment": 0,
    "neutral": 1,
    "contradiction": 2,
    "not_entailment": 3,
    "not_contradiction": 4,
}


class Encoded(NamedTuple):
    """A row as numbers; `deciding` marks tokens 0/1, −1 where unknown."""

    ids: list[int]
    types: list[int]
    deciding: list[int]
    label: int
    slot: int


class Batch(NamedTuple):
    """Padded tensors of one step."""

    ids: Tensor
    mask: Tensor
    types: Tensor
    deciding: Tensor
    label: Tensor
    slot: Tensor


class RowEncoder:
    """Turns rows into token ids, each text tokenised once."""

    def __init__(self, folder: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self._known: dict[str, tuple[list[int], list[tuple[int, int]]]] = {}

    def _tokens(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        if text not in self._known:
            e = self.tokenizer.encode(text, add_special_tokens=False)
            self._known[text] = (e.ids, e.offsets)
        return self._known[text]

    def _side(self, text: str, words: str | None, longest: int) -> tuple[list[int], list[int]]:
        ids, offsets = self._tokens(text)
        ids, offsets = ids[:longest], offsets[:longest]
        if words is None:
            return ids, [0] * len(ids)
        at = text.find(words) if words else -1
        if at < 0:
            return ids, [-1] * len(ids)
        return ids, [int(s < at + len(words) and e > at) for s, e in offsets]

    def encode(self, row: Row) -> Encoded:
        """[CLS] premise [SEP] hypothesis [SEP]."""
        p, p_deciding = self._side(row.premise, row.against, LONGEST_PREMISE)
        h, h_deciding = self._side(row.hypothesis, row.words, LONGEST_HYPOTHESIS)
        return Encoded(
            [CLS, *p, SEP, *h, SEP],
            [0] * (len(p) + 2) + [1] * (len(h) + 1),
            [-1, *p_deciding, -1, *h_deciding, -1],
            LABEL_NUMBER[row.label],
            -1 if row.slot is None else int(row.slot),
        )


def pad(rows: list[Encoded], longest: int = 0) -> Batch:
    """One batch, padded to its longest row or to a given length."""
    longest = longest or max(len(r.ids) for r in rows)

    def table(values: list[list[int]], fill: int) -> Tensor:
        return torch.tensor([v + [fill] * (longest - len(v)) for v in values])

    return Batch(
        table([r.ids for r in rows], 0),
        table([[1] * len(r.ids) for r in rows], 0),
        table([r.types for r in rows], 0),
        table([r.deciding for r in rows], -1),
        torch.tensor([r.label for r in rows]),
        torch.tensor([r.slot for r in rows]),
    )


def buckets(rows: list[Encoded], budget: int, rng: random.Random) -> list[Batch]:
    """Batches of rows of about one length, at most `budget` tokens each, in random order.

    Lengths are rounded up to a multiple of 16 and full batches have one size a length: matrix kernels are
    compiled anew for every shape, which otherwise takes a third of the time.
    """
    rows = sorted(rows, key=lambda r: -len(r.ids))
    found, at = [], 0
    while at < len(rows):
        longest = -(-len(rows[at].ids) // STEP) * STEP
        size = max(1, budget // longest)
        found.append((rows[at : at + size], longest))
        at += size
    rng.shuffle(found)
    return [pad(batch, longest) for batch, longest in found]


class Sampler:
    """Draws rows of each group without repeats until the group is used up, then again in another order.

    What comes next depends only on the seed and on how many were drawn, so a run can be resumed.
    """

    def __init__(self, rows: list[Row], seed: int) -> None:
        self.groups: dict[str, list[Row]] = {}
        for row in rows:
            self.groups.setdefault(row.group, []).append(row)
        self.seed = seed
        self.drawn = dict.fromkeys(self.groups, 0)

    def draw(self, mix: dict[str, float], count: int) -> list[Row]:
        """About `count` rows, each group with its share of the mix."""
        known = {g: w for g, w in mix.items() if g in self.groups}
        total = sum(known.values())
        return [row for g, w in known.items() for row in self._take(g, round(count * w / total))]

    def _take(self, group: str, count: int) -> list[Row]:
        rows, out = self.groups[group], []
        for i in range(self.drawn[group], self.drawn[group] + count):
            turn, at = divmod(i, len(rows))
            out.append(rows[self._order(group, turn)[at]])
        self.drawn[group] += count
        return out

    def _order(self, group: str, turn: int) -> list[int]:
        if getattr(self, "_cached", (None,))[0] != (group, turn):
            order = list(range(len(self.groups[group])))
            random.Random(f"{self.seed} {group} {turn}").shuffle(order)
            self._cached = ((group, turn), order)
        return self._cached[1]
