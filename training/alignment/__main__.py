"""Make `compare/align/weights.json`.

    python -m training.alignment DATA [--out compare/align/weights.json]

DATA is a folder with `alignment/spark.jsonl`, `alignment/ecbplus.jsonl` and `relations/facts.jsonl`
(forms in docs/alignment.md). The weights are fitted on all of it: figures on these files with the shipped
weights aren't results. Cross-validated ones come from `python -m benchmarks.alignment --crossval`.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from compare.align.scoring import Model
from training.alignment.fit import fit
from training.alignment.stories import Labelled, facts_as_stories, labelled, read_gold, sha256

SHARES = {"alignment/spark.jsonl": 1.0, "relations/facts.jsonl": 1.0, "alignment/ecbplus.jsonl": 0.1}
"""How much each file counts. ECB+ calls far looser pairs a match (more than half of its pairs), so it only keeps
the weights from being wrong on headlines."""


def load(folder: Path, name: str) -> list[Labelled]:
    """The stories of one file of `SHARES`, with features."""
    stories = read_gold(folder / name)
    return [labelled(story) for story in (facts_as_stories(stories) if "facts" in name else stories)]


def write(model: Model, path: Path) -> None:
    """Write a model as JSON."""
    data = {
        "features": list(model.names),
        "mean": [round(float(value), 6) for value in model.mean],
        "scale": [round(float(value), 6) for value in model.scale],
        "weight": [round(float(value), 6) for value in model.weight],
        "bias": model.bias,
        "data": model.data,
    }
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=Path("compare/align/weights.json"))
    arguments = parser.parse_args()
    sets = [(share, load(arguments.data, name)) for name, share in SHARES.items()]
    hashes = {Path(name).name: sha256(arguments.data / name) for name in SHARES}
    write(fit(sets, hashes), arguments.out)


if __name__ == "__main__":
    main()
