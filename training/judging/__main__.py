"""Make `compare/judge/certainty.json`.

    python -m training.judging STORIES_FOLDER … [--out compare/judge/certainty.json]

STORIES_FOLDER holds planted stories: a folder each, with articles and gold.json. Each matched or related pair of claims is a
row: with its surest typed difference that can't hold on both sides, or with none, and with what the relation model says. A
logistic regression says how likely a row is a planted divergence. Fact blocks, of which there are more, would not
do: the relation model has learnt their style and is far surer of them than of articles.
Prints figures cross-validated by story.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from compare.align import align
from compare.claims import extract_claims
from compare.embed import embed
from compare.judge.certainty import ALONE, GROUPS, OPINIONS, opinions
from compare.judge.contradiction import relations
from compare.judge.details import compare_details
from compare.judge.pairing import pairing
from compare.judge.relation import model_info, relate
from compare.judge.story import build_story
from compare.read import read
from compare.records import Claim
from compare.settings import Settings
from training.logistic import fit_logistic

NAMES = (*dict.fromkeys(GROUPS.values()), ALONE)

PENALTY = 1.0
"""Of the squared weights: some hundred rows with a typed difference carry a dozen weights."""

PARTS = 7


class Row(NamedTuple):
    """One judged pair."""

    group: str
    sure: float
    opinions: tuple[float, ...]
    planted: bool
    story: str


def rows(folder: Path) -> Iterator[Row]:
    """The pairs of one story."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    settings = Settings()
    articles = sorted(
        read([str(folder / a["file"]) for a in gold["articles"]], settings.read), key=lambda a: a.id
    )
    claims = extract_claims(articles, settings.claims)
    found = align(articles, claims, embed([c.text for c in claims], settings.embed), settings.align)
    story = build_story(articles, claims, (*found.matches, *found.related))
    pairs = [pairing(story, match) for match in story.matches]
    seen = relations(pairs, lambda texts: relate(texts, both=True))
    sides = list(_sides(gold))
    for pair in pairs:
        relation = seen.get((pair.a.id, pair.b.id))
        hard = [item for item in compare_details(pair) if item.hard and item.category in GROUPS]
        best = max(hard, key=lambda item: item.sure, default=None)
        if relation is not None and (best or pair.decided):
            group, sure = (GROUPS[best.category], best.sure) if best else (ALONE, 0.0)
            planted = any(
                (_tells(pair.a, x) and _tells(pair.b, y)) or (_tells(pair.a, y) and _tells(pair.b, x))
                for x, y in sides
            )
            yield Row(group, sure, opinions(relation), planted, folder.name)


def _sides(gold: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The sentences of each planted divergence, both sides with those that say the same."""
    for item in gold["divergences"]:
        one, two = [item["a"]["sentence"]], [item["b"]["sentence"]]
        for more in item.get("also", []):
            (one if more["side"] == "a" else two).append(more["sentence"])
        yield from ((x, y) for x in one for y in two)


def _tells(claim: Claim, sentence: str) -> bool:
    text, sentence = (" ".join(t.split()) for t in (claim.text, sentence))
    return text in sentence or sentence in text


def matrix(found: list[Row]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Features: for each group its indicator and its certainty, then the opinions; and the labels."""
    x = np.zeros((len(found), 2 * len(NAMES) + len(OPINIONS)))
    for at, row in enumerate(found):
        place = 2 * NAMES.index(row.group)
        x[at, place], x[at, place + 1] = 1.0, row.sure
        x[at, 2 * len(NAMES) :] = row.opinions
    return x, np.array([float(row.planted) for row in found])


def fit(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights of a regularised logistic regression; certainty and contradiction never count against a divergence."""
    rising = {2 * at + 1 for at in range(len(NAMES))} | {2 * len(NAMES), 2 * len(NAMES) + 2}
    falling = {2 * len(NAMES) + 1}

    bounds = [
        (0, None) if at in rising else (None, 0) if at in falling else (None, None)
        for at in range(x.shape[1])
    ]
    return fit_logistic(x, y, np.ones(len(y)), np.full(x.shape[1], PENALTY), bounds)


def cross_validated(found: list[Row]) -> NDArray[np.float64]:
    """The probability of each row by weights that haven't seen its story."""
    x, y = matrix(found)
    names = sorted({row.story for row in found})
    part = np.array([names.index(row.story) % PARTS for row in found])
    p = np.zeros(len(found))
    for at in range(PARTS):
        p[part == at] = 1 / (1 + np.exp(-x[part == at] @ fit(x[part != at], y[part != at])))
    return p


def show(found: list[Row], p: NDArray[np.float64]) -> None:
    """How often rows of a probability are planted divergences, by group."""
    y = np.array([row.planted for row in found])
    for name in (*NAMES, "all"):
        here = np.array([name in (row.group, "all") for row in found])
        parts = []
        for low, high in (
            (0.0, 0.1),
            (0.1, 0.2),
            (0.2, 0.35),
            (0.35, 0.5),
            (0.5, 0.65),
            (0.65, 0.8),
            (0.8, 1.01),
        ):
            inside = here & (p >= low) & (p < high)
            parts.append(f"{low:.2f}: {int(y[inside].sum())}/{int(inside.sum())}")
        print(f"{name:8}", "  ".join(parts))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stories", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=Path("compare/judge/certainty.json"))
    options = parser.parse_args()
    golds = sorted(gold for folder in options.stories for gold in folder.glob("*/gold.json"))
    found = [row for gold in golds for row in rows(gold.parent)]
    print(len(golds), "stories", len(found), "pairs", dict(Counter(row.group for row in found)))
    print("planted divergences / pairs, by cross-validated probability from")
    show(found, cross_validated(found))
    w = np.round(fit(*matrix(found)), 4)
    result = {
        "groups": {name: [float(w[2 * at]), float(w[2 * at + 1])] for at, name in enumerate(NAMES)},
        "opinions": [float(v) for v in w[2 * len(NAMES) :]],
        "data": {"stories": _digest(golds), model_info().name: model_info().sha256},
    }
    options.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


def _digest(golds: list[Path]) -> str:
    """Of all articles and golds, in order."""
    digest = hashlib.sha256()
    for gold in golds:
        for path in sorted(gold.parent.iterdir()):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


if __name__ == "__main__":
    main()
