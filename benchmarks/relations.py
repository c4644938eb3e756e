"""Judge the relation of given pairs with the shipped model, and score it with a script that knows how.

    python -m benchmarks.relations GOLD.jsonl [--predictions OUT.jsonl] [--scorer SCORE.py] [--model MODEL.onnx]

GOLD has a row a pair: id, premise, hypothesis, label, set. A premise of several sentences is read in windows
(see `compare.judge.relation.passage`). Predictions: id, label, scores. `--scorer` is run as SCORE.py GOLD OUT;
without it accuracy by set is printed. `--both` asks in both directions.
"""

from __future__ import annotations

import argparse
import collections
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from compare.judge.relation.model import Relation, RelationModel, load_model
from compare.judge.relation.passage import judge_passages


def predict(rows: list[dict[str, Any]], model: RelationModel, both: bool) -> list[Relation]:
    started = time.perf_counter()
    cpu = time.process_time()
    found = judge_passages([(r["premise"], r["hypothesis"]) for r in rows], model, both=both)
    wall, used = time.perf_counter() - started, time.process_time() - cpu
    print(f"{len(rows)} rows in {wall:.1f} s ({len(rows) / wall:.0f}/s; {used:.1f} s of processor time)")
    return found


def write(path: Path, rows: list[dict[str, Any]], found: list[Relation]) -> None:
    with path.open("w", encoding="utf-8") as out:
        for row, relation in zip(rows, found, strict=True):
            scores = {k: getattr(relation, k) for k in ("entailment", "neutral", "contradiction")}
            line = {"id": row["id"], "label": relation.label, "scores": scores, "same": relation.same}
            out.write(json.dumps(line) + "\n")


def accuracy(rows: list[dict[str, Any]], found: list[Relation]) -> None:
    right: dict[str, list[bool]] = collections.defaultdict(list)
    for row, relation in zip(rows, found, strict=True):
        wanted = row["label"]
        hit = relation.label != "entailment" if wanted == "not_entailment" else relation.label == wanted
        right[row.get("set", "all")].append(hit)
    for name, hits in right.items():
        print(f"{name:22} {len(hits):6} accuracy {sum(hits) / len(hits):.4f}")


def calibration(rows: list[dict[str, Any]], found: list[Relation], bins: int = 15) -> None:
    """Expected calibration error of the likeliest label, by set (two-way sets have no such label)."""
    two_way = {row.get("set", "all") for row in rows if row["label"] == "not_entailment"}
    held: dict[str, list[tuple[float, bool]]] = collections.defaultdict(list)
    for row, relation in zip(rows, found, strict=True):
        top = max(relation.entailment, relation.neutral, relation.contradiction)
        held[row.get("set", "all")].append((top, relation.label == row["label"]))
    for name, pairs in held.items():
        if name in two_way:
            continue
        parts: dict[int, list[tuple[float, bool]]] = collections.defaultdict(list)
        for top, right in pairs:
            parts[min(int(top * bins), bins - 1)].append((top, right))
        gap = sum(abs(sum(t for t, _ in part) - sum(r for _, r in part)) for part in parts.values())
        print(f"{name:22} {len(pairs):6} expected calibration error {gap / len(pairs):.4f}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--both", action="store_true")
    options = parser.parse_args()
    rows = [
        json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines() if line.strip()
    ]
    model = RelationModel(options.model) if options.model else load_model()
    found = predict(rows, model, options.both)
    with tempfile.TemporaryDirectory() as folder:
        out = options.predictions or Path(folder) / "predictions.jsonl"
        write(out, rows, found)
        calibration(rows, found)
        if options.scorer:
            subprocess.run([sys.executable, str(options.scorer), str(options.gold), str(out)], check=True)
        else:
            accuracy(rows, found)


if __name__ == "__main__":
    main()
