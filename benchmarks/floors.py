"""Quality floors: no change may make a figure worse without saying so.

    python -m benchmarks.floors                      measure, compare with benchmarks/floors.json; exit 1 on a drop
    python -m benchmarks.floors --write              pin the figures measured now; refuses to lower one
    python -m benchmarks.floors --write --lower      pin them even where they are lower

Some figures need labelled data that isn't part of this repository: --data names its folder (default: ../shared, beside
the checkout). Without it these are named as not measured, and the others still count.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ROOT / "benchmarks" / "floors.json"
SLACK = 0.0005
"""Figures are printed with four decimals; half of the last but one is noise of rounding."""

Figures = dict[str, float]


def reading(_data: Path) -> Figures:
    """Furniture and body sentences of the marked articles in tests/read/articles, kept-aside half included."""
    from benchmarks.furniture import judge, load

    figures = {}
    for half in sorted(path for path in (ROOT / "tests" / "read" / "articles").iterdir() if path.is_dir()):
        results = [judge(load(path)) for path in sorted(half.glob("*.txt"))]
        furniture = sum(result.furniture for result in results)
        sentences = sum(result.sentences for result in results)
        figures[f"furniture recognised, {half.name}"] = 1 - sum(len(r.leaked) for r in results) / furniture
        figures[f"body sentences kept, {half.name}"] = 1 - sum(len(r.lost) for r in results) / sentences
    return figures


def details(_data: Path) -> Figures:
    """Spans and values of the phrases in tests/claims/details."""
    from benchmarks.values import phrases

    table = phrases(None)
    return {f"details, {half}": table[half]["span and value"] for half in ("tuned", "check")}


def sentences(data: Path) -> Figures:
    """Sentence boundaries: F1 on running text, share of the Golden Rules."""
    from benchmarks.sentences import count, golden, paragraphs, splitters

    _, ours = next(splitters())
    rules = golden(data / "data" / "sentences")
    counts = count(paragraphs(data / "data" / "sentences"), ours)
    return {
        "golden rules": sum(ours(text) == wanted for text, wanted in rules) / len(rules),
        "sentence boundaries, EWT F1": 2 * counts.tp / (2 * counts.tp + counts.fp + counts.fn),
    }


def html(data: Path) -> Figures:
    """Token F1 of the text taken from web pages."""
    from benchmarks.html import measure

    return {"html F1": measure(data / "data" / "html", {"text": lambda article: article.text})["text"][2]}


def stories(data: Path) -> Figures:
    """The planted stories: those the rules were read on, and those nothing was ever tuned on."""
    return (
        _planted(data, "stories", "planted")
        | _planted(data, "stories_aside", "planted, kept aside")
        | _planted(data, "stories_blind", "planted, never read")
    )


def _planted(data: Path, folder: str, name: str) -> Figures:
    from benchmarks.planted import write_reports

    stories = ROOT / "tests" / folder
    with tempfile.TemporaryDirectory() as temporary:
        reports = Path(temporary)
        write_reports(stories, reports)
        result = _scored(data / "score" / "planted.py", "--stories", stories, "--reports", reports)
    figures = {
        "divergences found": result["divergences"]["all"]["recall"],
        "stories without a false hard one": result["false_alarms"]["stories_without_hard"],
        "traps left alone": 1 - result["traps"]["all"]["hard_rate"],
        "facts F1": result["facts"]["matches"]["f1"],
        "key additions before generic": result["additions"]["key_before_generic"],
        "sentences kept": 1 - result["sentences"]["lost"] / result["sentences"]["n"],
        "furniture recognised": 1 - result["furniture"]["leak_rate"],
    }
    return {f"{name}: {figure}": value for figure, value in figures.items()}


def alignment(data: Path) -> Figures:
    """Alignment by the shipped weights, which were fitted on part of these stories: against regressions only."""
    from benchmarks.alignment import figures

    return figures(data)


def relations(data: Path) -> Figures:
    """The relation model on fact blocks it wasn't trained on."""
    from benchmarks.relations import predict, write
    from compare.judge.relation.model import load_model

    gold = data / "data" / "relations" / "facts_dev_pairs.jsonl"
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as name:
        predictions = Path(name) / "predictions.jsonl"
        write(predictions, rows, predict(rows, load_model(), both=False))
        result = _scored(data / "score" / "relations.py", gold, predictions)["sets"]["facts"]
    return {
        "facts: macro F1": result["mF1"],
        "facts: contradiction AP": result["AP"],
        "facts: entailed pairs not called contradiction": 1 - result["FC"],
    }


def seeds(data: Path) -> Figures:
    """The two seed articles against their gold."""
    from compare.pipeline import compare

    with tempfile.TemporaryDirectory() as name:
        report = Path(name) / "seeds.json"
        report.write_text(compare([str(ROOT / "seeds")]).to_json(), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, data / "score" / "seeds.py", report, "--json"], capture_output=True, check=True
        )
    result = json.loads(done.stdout)
    return {
        "seeds: claims exact": result["claims"]["F1"],
        "seeds: no furniture among claims": float(result["leaks"]["furniture_claims"] == 0),
        "seeds: alignment F1": result["align"]["F1"],
        "seeds: key topics shown": result["topics"]["key_R"],
        "seeds: paraphrases not flagged": float(result["details"]["paraphrase_flags"] == 0),
        "seeds: nothing called hard": float(result["divergences"]["hard"] == 0),
    }


def _scored(scorer: Path, *arguments: str | Path) -> dict[str, dict[str, dict[str, float]]]:
    """What a scorer writes with --json FILE."""
    with tempfile.TemporaryDirectory() as name:
        out = Path(name) / "scores.json"
        subprocess.run(
            [sys.executable, scorer, *arguments, "--json", out], check=True, stdout=subprocess.DEVNULL
        )
        result: dict[str, dict[str, dict[str, float]]] = json.loads(out.read_text("utf-8"))
    return result


OWN: tuple[Callable[[Path], Figures], ...] = (reading, details)
WITH_DATA: tuple[Callable[[Path], Figures], ...] = (sentences, html, alignment, relations, stories, seeds)


def measured(data: Path) -> Figures:
    """Every figure that can be measured here."""
    figures: Figures = {}
    for measure in OWN:
        figures |= measure(data)
    for measure in WITH_DATA:
        if (data / "score").is_dir():
            figures |= measure(data)
        else:
            print(f"not measured, {data} isn't there: {measure.__doc__}")
    return {name: round(value, 4) for name, value in figures.items()}


def drops(figures: Figures, floors: Figures) -> Iterator[str]:
    """The names of the figures that are worse than their floor."""
    return (name for name, floor in floors.items() if name in figures and figures[name] < floor - SLACK)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--lower", action="store_true")
    options = parser.parse_args()

    floors: Figures = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    figures = measured(options.data)
    worse = list(drops(figures, floors))
    for name, value in figures.items():
        print(f"{'DROP ' if name in worse else '     '}{value:.4f}  floor {floors.get(name, 0):.4f}  {name}")
    if options.write and (options.lower or not worse):
        FLOORS.write_text(json.dumps(floors | figures, indent=2, sort_keys=True) + "\n", encoding="utf-8")
        return 0
    if unpinned := [name for name in figures if name not in floors]:
        print(f"no floor yet, run with --write: {', '.join(unpinned)}")
    return int(bool(worse or unpinned))


if __name__ == "__main__":
    sys.exit(main())
