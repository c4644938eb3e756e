"""Invented stories → labelled pairs: sentences of several articles on one event, as a comparison meets them.

Fact blocks name the event anew in each sentence; in articles a sentence leans on those before it, tells two facts at
once, or half of one. A line of `training/data/stories.jsonl`: id; articles (source, sentences); facts, each the places
[article, sentence] that tell it; divergences (places a and b, kind, severity, deciding words of each).
"""

from __future__ import annotations

import json
import math
import random
import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from training.relation.data import Row

NEAREST, RANDOM = 5, 2
"""How many sentences that tell other facts a sentence is paired with: those most alike in words, and any."""

Place = tuple[int, int]


def story_rows(path: Path, seed: int) -> tuple[list[Row], list[Row]]:
    """The pairs of all stories of a file: (training, held back); every eighth story is held back."""
    train: list[Row] = []
    held: list[Row] = []
    for at, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        story = json.loads(line)
        rows = list(_rows(story, random.Random(f"{seed} {story['id']}")))
        (held if at % 8 == 7 else train).extend(rows)
    return train, held


def _rows(story: dict[str, Any], rng: random.Random) -> Iterator[Row]:
    texts = {
        (a, i): text
        for a, article in enumerate(story["articles"])
        for i, text in enumerate(article["sentences"])
    }
    told = {tuple(sorted(pair)) for fact in story["facts"] for pair in combinations(map(tuple, fact), 2)}
    clashing = {tuple(sorted((tuple(d["a"]), tuple(d["b"])))): d for d in story["divergences"]}
    for pair in sorted(told | set(clashing)):
        one, two = pair
        if one[0] != two[0]:
            yield from _aligned(texts[one], texts[two], clashing.get(pair), flipped=pair)
    for one, two in _apart(texts, told | set(clashing), rng):
        yield from _both(Row(texts[one], texts[two], "neutral", False, None, None, "stories:other"))


def _aligned(one: str, two: str, clash: dict[str, Any] | None, flipped: tuple[Place, Place]) -> Iterator[Row]:
    if clash is None:
        yield from _both(Row(one, two, "not_contradiction", True, None, None, "stories:same"))
        return
    against, words = clash["words"] if tuple(clash["a"]) == flipped[0] else reversed(clash["words"])
    hard = clash["severity"] == "hard"
    label, group = ("contradiction", "stories:clash") if hard else ("not_entailment", "stories:same")
    yield from _both(Row(one, two, label, True, words if hard else "", against if hard else "", group))


def _both(row: Row) -> Iterator[Row]:
    yield row
    yield row._replace(premise=row.hypothesis, hypothesis=row.premise, words=row.against, against=row.words)


def _apart(
    texts: dict[Place, str], told: set[tuple[Any, ...]], rng: random.Random
) -> Iterator[tuple[Place, Place]]:
    """Pairs of different articles that tell different facts: for each sentence the most alike, and some others."""
    words = {place: set(re.findall(r"\w{3,}|\d+", text.lower())) for place, text in texts.items()}
    count = Counter(word for found in words.values() for word in found)
    seen = set()
    for one in sorted(texts):
        others = [two for two in sorted(texts) if two[0] != one[0] and tuple(sorted((one, two))) not in told]

        def alike(two: Place, one: Place = one) -> float:
            shared = sorted(words[one] & words[two])
            return sum(math.log(1 + len(texts) / count[w]) for w in shared) / math.sqrt(4 + len(words[two]))

        near = sorted(others, key=lambda two: (-alike(two), two))[:NEAREST]
        for two in near + rng.sample(others, min(RANDOM, len(others))):
            pair = tuple(sorted((one, two)))
            if pair not in seen:
                seen.add(pair)
                yield pair[0], pair[1]
