"""Stories with known matches: gold files, and stories put together from fact blocks."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from compare.align.candidates import all_pairs
from compare.align.features import pair_features
from compare.align.story import Pairs, Story, build_story
from compare.embed import embed
from compare.records import Article, Claim
from compare.settings import EmbedSettings

Gold = dict[str, Any]
"""A story: {"id", "articles": [{"sentences"}], "pairs": [[[article, i], [article, j], grade]], "universe"}."""

MATCH = 2
"""Grade from which a pair is a match; 1 is not scored, and what isn't listed is no match."""


@dataclass(frozen=True)
class Labelled:
    """The pairs of one story that have a label, with their features."""

    features: NDArray[np.float32]
    match: NDArray[np.bool_]


def read_gold(path: Path) -> list[Gold]:
    """One story a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def sha256(path: Path) -> str:
    """Of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def as_records(gold: Gold) -> tuple[list[Article], list[Claim]]:
    """A gold story as articles whose every sentence is one claim, in order."""
    articles, claims = [], []
    for number, article in enumerate(gold["articles"]):
        name, at = f"{number:03d}", 0
        for place, sentence in enumerate(article["sentences"]):
            claims.append(Claim(f"c{number:03d}-{place:04d}", name, at, at + len(sentence), sentence, place))
            at += len(sentence) + 1
        articles.append(Article(name, "<memory>", "\n".join(article["sentences"]), name))
    return articles, claims


def story_of(gold: Gold) -> Story:
    """A gold story as arrays."""
    articles, claims = as_records(gold)
    return build_story(articles, claims, embed([claim.text for claim in claims], EmbedSettings()))


def labelled(gold: Gold) -> Labelled:
    """All scored pairs of a gold story. Rivals outside the universe count in the features, as they do in use."""
    story = story_of(gold)
    pairs = all_pairs(story)
    features = pair_features(story, pairs)
    grades = graded(gold)
    place = dict(enumerate(keys(gold)))
    universe = {tuple(key) for key in gold["universe"]}
    kept, match = [], []
    for row, (a, b) in enumerate(zip(pairs.a.tolist(), pairs.b.tolist(), strict=True)):
        one, two = place[a], place[b]
        grade = grades.get((one, two), 0)
        if one in universe and two in universe and grade != 1:
            kept.append(row)
            match.append(grade >= MATCH)
    return Labelled(features[kept], np.array(match, dtype=bool))


def keys(gold: Gold) -> list[tuple[int, int]]:
    """(article, sentence) of each claim, in the order of `as_records`."""
    return [(k, i) for k, article in enumerate(gold["articles"]) for i in range(len(article["sentences"]))]


def graded(gold: Gold) -> dict[tuple[tuple[int, int], tuple[int, int]], int]:
    """The listed pairs, the smaller end first, with their grades."""
    listed = {}
    for one, two, grade in gold["pairs"]:
        a, b = sorted((tuple(one), tuple(two)))
        listed[a, b] = int(grade)
    return listed


def candidate_recall(gold: Gold, pairs: Pairs) -> tuple[int, int]:
    """How many of a story's matches are among the pairs, and how many there are."""
    place = keys(gold)
    found = {(place[a], place[b]) for a, b in zip(pairs.a.tolist(), pairs.b.tolist(), strict=True)}
    wanted = {pair for pair, grade in graded(gold).items() if grade >= MATCH and pair[0][0] != pair[1][0]}
    return len(wanted & found), len(wanted)


def facts_as_stories(blocks: list[dict[str, Any]], seed: int = 1) -> list[Gold]:
    """Stories of two to four outlets out of fact blocks of one field.

    An outlet tells a block's fact in one of its wordings, or in one that contradicts it: such a pair must be
    aligned too, or the contradiction is never found. Sentences of the block that tell another fact of the same
    event go to one outlet each: they are what must not be aligned.
    """
    draw = random.Random(seed)
    fields: dict[str, list[dict[str, Any]]] = {}
    for block in blocks:
        fields.setdefault(block["id"].split("-")[0], []).append(block)
    stories: list[Gold] = []
    for name in sorted(fields):
        pool = list(fields[name])
        draw.shuffle(pool)
        while pool:
            chosen = [pool.pop() for _ in range(min(len(pool), draw.choice((1, 2, 2, 3))))]
            told = _tell(chosen, draw.choice((2, 2, 3, 4)), draw)
            if len(told) > 1:
                stories.append(_gold(f"{name}-{len(stories)}", told))
    return stories


Told = list[list[tuple[str, bool, str]]]
"""For each outlet its sentences: (block, whether it tells the block's fact, text)."""


def _tell(blocks: list[dict[str, Any]], outlets: int, draw: random.Random) -> Told:
    told: Told = [[] for _ in range(outlets)]
    for block in blocks:
        agreeing = list(block["same"]) + [
            x["text"] for key in ("variant", "more", "less") for x in block.get(key, [])
        ]
        differing = [x["text"] for key in ("contradict", "soft") for x in block.get(key, [])]
        draw.shuffle(agreeing)
        draw.shuffle(differing)
        who = [outlet for outlet in range(outlets) if draw.random() < 0.85] or [0]
        wordings = agreeing[: len(who)]
        if differing and len(wordings) > 1 and draw.random() < 0.5:
            wordings[-1] = differing[0]
        for outlet, text in zip(who, wordings, strict=False):
            told[outlet].append((block["id"], True, text))
        for other in block.get("neutral", []):
            outlet = draw.randrange(outlets)
            if draw.random() < 0.85:
                told[outlet].append((block["id"], False, other["text"]))
    for sentences in told:
        draw.shuffle(sentences)
    return [sentences for sentences in told if sentences]


def _gold(name: str, told: Told) -> Gold:
    places = [((k, i), block, fact) for k, row in enumerate(told) for i, (block, fact, _) in enumerate(row)]
    pairs = [
        [list(one), list(two), 3]
        for at, (one, block, fact) in enumerate(places)
        for two, other, also in places[at + 1 :]
        if fact and also and block == other and one[0] != two[0]
    ]
    articles = [{"source": str(k), "sentences": [text for *_, text in row]} for k, row in enumerate(told)]
    return {
        "id": name,
        "articles": articles,
        "pairs": pairs,
        "universe": [list(place) for place, *_ in places],
    }


def folds(count: int, parts: int) -> Iterator[tuple[list[int], list[int]]]:
    """(indices to fit on, indices to score), by story."""
    for part in range(parts):
        yield [i for i in range(count) if i % parts != part], [i for i in range(count) if i % parts == part]
