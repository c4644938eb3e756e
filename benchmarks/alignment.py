"""Alignment quality on stories with known matches.

    python -m benchmarks.alignment GOLD.jsonl … --scorer alignment.py [--predictions OUT.jsonl]
    python -m benchmarks.alignment GOLD.jsonl … --scorer alignment.py --crossval DATA
    python -m benchmarks.alignment GOLD.jsonl … --scorer alignment.py --check benchmarks/baselines/alignment.json

Every sentence of a story is one claim. By default the shipped weights decide; they were fitted on spark, ecbplus
and the fact blocks, so their figures there only guard against regressions. With `--crossval` the weights are fitted
again for each seventh of the stories on the rest and on the other files of DATA: those figures are results.
The form of GOLD and of the predictions is in docs/alignment.md; the scorer prints bootstrap intervals over stories.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from compare.align import align_story, score_pairs
from compare.align.candidates import find_candidates
from compare.align.scoring import Model, shipped_model
from compare.settings import AlignSettings
from training.alignment.__main__ import SHARES, load
from training.alignment.fit import fit
from training.alignment.stories import Gold, candidate_recall, folds, keys, labelled, read_gold, story_of

PARTS = 7
SHOWN = ("AP", "AP_low_overlap", "P", "R", "F1", "bestF1", "recall_low_overlap", "B3_F1")


def predictions(gold: Gold, model: Model, settings: AlignSettings) -> Iterator[dict[str, Any]]:
    """The scored pairs and the clusters of one story, in the scorer's form."""
    story = story_of(gold)
    place = [list(key) for key in keys(gold)]
    pairs, probability = score_pairs(story, settings, model)
    for a, b, score in zip(pairs.a.tolist(), pairs.b.tolist(), probability.tolist(), strict=True):
        yield {
            "story": gold["id"],
            "a": place[a],
            "b": place[b],
            "score": score,
            "match": score >= settings.match,
        }
    index = {claim.id: at for at, claim in enumerate(story.claims)}
    for cluster in align_story(story, settings, model).clusters:
        yield {"story": gold["id"], "cluster": [place[index[claim]] for claim in cluster.claims]}


def cross_validated(path: Path, data: Path, settings: AlignSettings) -> list[dict[str, Any]]:
    """Predictions for each story by weights that have not seen it."""
    stories = read_gold(path)
    own = [labelled(story) for story in stories]
    name = next((name for name in SHARES if Path(name).name == path.name), None)
    others = [(share, load(data, other)) for other, share in SHARES.items() if other != name]
    rows = []
    for fitted, scored in folds(len(stories), PARTS):
        kept = [(SHARES[name], [own[at] for at in fitted])] if name else []
        model = fit([*kept, *others])
        rows += [row for at in scored for row in predictions(stories[at], model, settings)]
    return rows


def candidates_report(stories: list[Gold]) -> str:
    """Recall of the matches among the candidates, and how many candidates a claim has, for several depths."""
    lines = []
    built = [story_of(gold) for gold in stories]
    for depth in (1, 2, 3, 4, 6, 8, 12):
        found = [find_candidates(story, AlignSettings(candidates=depth)) for story in built]
        hits, total = (sum(x) for x in zip(*map(candidate_recall, stories, found), strict=True))
        claims = sum(map(len, built))
        each = 2 * sum(len(pairs.a) for pairs in found) / max(1, claims)
        lines.append(f"  depth {depth:2d}: recall {hits / max(1, total):.3f}, {each:.1f} candidates a claim")
    return "\n".join(lines)


def scorer(path: Path) -> ModuleType:
    """The scoring script as a module."""
    spec = importlib.util.spec_from_file_location("alignment_scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: no scorer there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures(data: Path) -> dict[str, float]:
    """The shipped alignment on spark (fitted: a guard against regressions) and nanco (never fitted on)."""
    measure = scorer(data / "score" / "alignment.py")
    found = {}
    for name, label in (("spark", "spark, which the weights were fitted on"), ("nanco", "nanco")):
        stories = read_gold(data / "data" / "alignment" / f"{name}.jsonl")
        rows = [row for story in stories for row in predictions(story, shipped_model(), AlignSettings())]
        result = measure.score(stories, rows, boot=0)
        found |= {f"alignment, {label}: {key}": result[key] for key in ("AP", "F1", "B3_F1")}
    return found


def show(name: str, result: dict[str, Any]) -> None:
    """Print one table."""
    print(f"{name}: {result['stories']} stories, {result['matches']} matches in {result['pairs']} pairs")
    for key in SHOWN:
        if key in result:
            low, high = result.get("ci95", {}).get(key, (float("nan"),) * 2)
            print(f"  {key:20s} {result[key]:.3f}  [{low:.3f}, {high:.3f}]")


def failures(name: str, result: dict[str, Any], floors: dict[str, float]) -> list[str]:
    """The figures that are below their floor."""
    return [
        f"{name}: {key} is {result[key]:.3f}, below its floor {floor:.3f}"
        for key, floor in floors.items()
        if result[key] < floor
    ]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--crossval", type=Path, metavar="DATA")
    parser.add_argument("--check", type=Path, metavar="FLOORS")
    parser.add_argument(
        "--candidates", action="store_true", help="print the recall curve of the candidates too"
    )
    parser.add_argument("--boot", type=int, default=1000)
    arguments = parser.parse_args()
    settings, measure = AlignSettings(), scorer(arguments.scorer)
    floors = json.loads(arguments.check.read_text(encoding="utf-8")) if arguments.check else {}
    rows, missed = [], []
    for path in arguments.gold:
        stories = read_gold(path)
        if arguments.crossval:
            found = cross_validated(path, arguments.crossval, settings)
        else:
            found = [row for story in stories for row in predictions(story, shipped_model(), settings)]
        result = measure.score(stories, found, boot=arguments.boot)
        show(path.stem, result)
        if arguments.candidates:
            print(candidates_report(stories))
        missed += failures(path.stem, result, floors.get(path.stem, {}))
        rows += found
    if arguments.predictions:
        arguments.predictions.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    print("\n".join(missed), file=sys.stderr, end="\n" if missed else "")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
