"""Make `compare/align/second.json`: how a second opinion changes the probability of a pair in doubt.

    python -m training.alignment.second DATA STORIES_FOLDER … [--out compare/align/second.json]

DATA holds `alignment/spark.jsonl` and `alignment/ecbplus.jsonl`; STORIES_FOLDER planted stories (a folder each, with
articles and gold.json). The relation model has seen none of them. Prints average precision, cross-validated by story,
before and after.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from compare.align import score_pairs
from compare.align.scoring import shipped_model
from compare.align.second import columns, doubtful
from compare.align.story import Story, build_story
from compare.claims import extract_claims
from compare.embed import embed
from compare.judge.relation import model_info, relate
from compare.read import read
from compare.settings import Settings
from training.alignment.stories import MATCH, Gold, graded, keys, read_gold, sha256, story_of
from training.logistic import fit_logistic

SHARES = {"spark": 1.0, "planted": 0.3, "ecbplus": 0.1}
"""How much each set counts, as in `training.alignment`."""

EVERY = {"ecbplus": 4}
"""Of ECB+ every fourth story is enough: it has ten times the pairs of the others."""

PARTS = 7
PENALTY = 1.0


class Asked(NamedTuple):
    """A pair in doubt or decided at once (no columns)."""

    story: str
    first: float
    match: bool
    columns: tuple[float, ...]


def of_gold(gold: Gold) -> Iterator[Asked]:
    """The candidate pairs of a gold story that have a label."""
    story = story_of(gold)
    place, grades = dict(enumerate(keys(gold))), graded(gold)
    universe = {tuple(key) for key in gold["universe"]}

    def label(a: int, b: int) -> bool | None:
        grade = grades.get((place[a], place[b]), 0)
        known = place[a] in universe and place[b] in universe and grade != 1
        return grade >= MATCH if known else None

    yield from _asked(gold["id"], story, label)


def of_folder(folder: Path) -> Iterator[Asked]:
    """The candidate pairs of a planted story."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    settings = Settings()
    files = [str(folder / article["file"]) for article in gold["articles"]]
    articles = sorted(read(files, settings.read), key=lambda article: article.id)
    claims = extract_claims(articles, settings.claims)
    story = build_story(articles, claims, embed([c.text for c in claims], settings.embed))
    sentences = [{" ".join(m["sentence"].split()) for m in fact["mentions"]} for fact in gold["facts"]]
    texts = [" ".join(claim.text.split()) for claim in story.claims]
    facts = [{n for n, told in enumerate(sentences) if any(t in s or s in t for s in told)} for t in texts]
    yield from _asked(folder.name, story, lambda a, b: bool(facts[a] & facts[b]))


def _asked(name: str, story: Story, label: Any) -> Iterator[Asked]:
    pairs, probability = score_pairs(story, Settings().align, shipped_model())
    at = doubtful(story.claims, pairs, probability)
    texts = [
        tuple(" ".join(story.claims[i].text.split()) for i in (int(pairs.a[k]), int(pairs.b[k]))) for k in at
    ]
    opinions = relate([(one, two) for one, two in texts], both=True)
    rows = dict(zip(at, columns(probability[at], opinions).tolist() if at else [], strict=True))
    for k in range(len(probability)):
        match = label(int(pairs.a[k]), int(pairs.b[k]))
        if match is not None:
            yield Asked(name, float(probability[k]), bool(match), tuple(rows.get(k, ())))


def fit(sets: dict[str, list[Asked]]) -> NDArray[np.float64]:
    """Bias and weights; none may count against a match."""
    kept = {name: [row for row in rows if row.columns] for name, rows in sets.items()}
    x = np.array([row.columns for rows in kept.values() for row in rows])
    y = np.array([float(row.match) for rows in kept.values() for row in rows])
    share = np.concatenate(
        [np.full(len(rows), SHARES[name] / max(1, len(rows))) for name, rows in kept.items()]
    )
    share *= len(y) / share.sum()
    x = np.c_[np.ones(len(y)), x]

    count = x.shape[1]
    return fit_logistic(
        x, y, share, np.r_[0.0, np.full(count - 1, PENALTY)], [(None, None)] + [(0, None)] * (count - 1)
    )


def second(w: NDArray[np.float64], row: Asked) -> float:
    """The probability after the second opinion."""
    return float(1 / (1 + np.exp(-(w[0] + np.dot(w[1:], row.columns))))) if row.columns else row.first


def cross_validated(sets: dict[str, list[Asked]], name: str) -> list[float]:
    """The second probability of each row of a set, by weights that haven't seen its story."""
    names = sorted({row.story for row in sets[name]})
    part = {story: at % PARTS for at, story in enumerate(names)}
    weights = [
        fit({**sets, name: [row for row in sets[name] if part[row.story] != at]}) for at in range(PARTS)
    ]
    return [second(weights[part[row.story]], row) for row in sets[name]]


def main() -> None:
    """Command line."""
    from sklearn.metrics import average_precision_score

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("stories", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=Path("compare/align/second.json"))
    options = parser.parse_args()
    sets: dict[str, list[Asked]] = {}
    hashes = {}
    for name in ("spark", "ecbplus"):
        path = options.data / "alignment" / f"{name}.jsonl"
        hashes[path.name] = sha256(path)
        sets[name] = [row for gold in read_gold(path)[:: EVERY.get(name, 1)] for row in of_gold(gold)]
    golds = sorted(gold for folder in options.stories for gold in folder.glob("*/gold.json"))
    sets["planted"] = [row for gold in golds for row in of_folder(gold.parent)]
    for name, rows in sets.items():
        y = [row.match for row in rows]
        before = average_precision_score(y, [row.first for row in rows])
        after = average_precision_score(y, cross_validated(sets, name))
        asked = sum(bool(row.columns) for row in rows)
        print(f"{name:8} {len(rows)} pairs, {asked} asked, {sum(y)} matches: AP {before:.3f} -> {after:.3f}")
    w = np.round(fit(sets), 4)
    result = {
        "bias": float(w[0]),
        "values": [float(v) for v in w[1:]],
        "data": {**hashes, "planted stories": len(golds), model_info().name: model_info().sha256},
    }
    options.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(result)


if __name__ == "__main__":
    main()
