"""Speed and memory of `claimcompare check` on a made-up corpus, as ratios within one run.

    python -m benchmarks.gate [--stories 200] [--rounds 3] [-o benchmarks/results/gate.json]
    python -m benchmarks.gate --demonstration        ten commits, and what the check says of each

The corpus (benchmarks/gate_corpus.py) has five articles a story and lies in a git repository. Measured, each in a fresh
process: `check --base HEAD` with an empty cache; the same again, with nothing changed; and with one sentence of one article
changed, another one each round. The last two alternate. Memory is the peak of the process, on a tenth of the corpus and on
all of it, both with an empty cache.

Only the ratios mean something on another machine. Exit code 1 when one misses its target.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.gate_corpus import write
from benchmarks.gate_demonstration import clean_environment, demonstrate, table
from benchmarks.speed import Run, machine, median, summary

ROOT = Path(__file__).parents[1]

TARGETS = {"unchanged": 0.02, "one_changed": 0.03, "memory": 1.5}
"""Most time as a share of the cold check's; most memory as a multiple of what a tenth of the corpus takes."""

SMALL = 10
"""The small corpus is this many times smaller."""

PASSED = (0, 1)


class Repository:
    """A corpus in git, with a cache of its own."""

    def __init__(self, folder: Path, stories: int) -> None:
        self.folder = folder / "corpus"
        self._environment = clean_environment(self.folder)
        self._environment.pop(
            "PYTHONDONTWRITEBYTECODE", None
        )  # installed packages have their bytecode, so shall ours
        self.articles = write(self.folder, stories)
        for arguments in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "all"]):
            subprocess.run(["git", *arguments], cwd=self.folder, env=self._environment, check=True)

    def check(self) -> Run:
        """Run the check once. Raises SystemExit when it can't do its work."""
        command = [sys.executable, "-m", "compare", "check", ".", "--base", "HEAD"]
        with tempfile.TemporaryFile() as errors:
            start = time.perf_counter()
            process = subprocess.Popen(
                command, cwd=self.folder, env=self._environment, stdout=subprocess.DEVNULL, stderr=errors
            )
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            errors.seek(0)
            if process.returncode not in PASSED:
                raise SystemExit(f"{command} failed: {errors.read().decode(errors='replace')[-2000:]}")
        return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)

    def change(self, number: int) -> None:
        """Change one sentence of one article, another one for each number; the last change is undone."""
        subprocess.run(
            ["git", "checkout", "--quiet", "."], cwd=self.folder, env=self._environment, check=True
        )
        if number:
            path = self.articles[number * 7 % len(self.articles)]
            text = path.read_text(encoding="utf-8").rstrip("\n")
            path.write_text(
                f"{text} The editors were told of change {number} by telephone.\n", encoding="utf-8"
            )


def measure(stories: int, rounds: int) -> dict[str, list[Run]]:
    """Cold, unchanged and one article changed, on all stories; cold on a tenth of them."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        small, all_ = Repository(Path(one), max(1, stories // SMALL)), Repository(Path(two), stories)
        runs: dict[str, list[Run]] = {"cold_small": [_told("cold_small", small.check())]}
        runs["cold"] = [_told("cold", all_.check())]
        runs |= {"unchanged": [], "one_changed": []}
        for number in range(1, rounds + 1):
            all_.change(0)
            runs["unchanged"].append(_told("unchanged", all_.check()))
            all_.change(number)
            runs["one_changed"].append(_told("one_changed", all_.check()))
        return runs


def _told(name: str, run: Run) -> Run:
    print(f"{name}: {run.seconds:.2f} s, {run.megabytes:.0f} MB", file=sys.stderr, flush=True)
    return run


def ratios(runs: dict[str, list[Run]], field: str) -> dict[str, float]:
    """What the targets speak of, from the medians."""
    shares = {
        name: median(runs[name], field) / median(runs["cold"], field) for name in ("unchanged", "one_changed")
    }
    memory = max(run.megabytes for name in ("cold", "unchanged", "one_changed") for run in runs[name])
    shares["memory"] = memory / max(run.megabytes for run in runs["cold_small"])
    return {name: round(share, 4) for name, share in shares.items()}


def report(result: dict[str, Any]) -> bool:
    """Print the table; whether every target is met."""
    for name, row in result["runs"].items():
        wall, processor = row["median_seconds"], row["median_processor_seconds"]
        print(
            f"{name:12} {wall:9.3f} s  {processor:9.3f} s on the processor  {row['peak_megabytes']:6.0f} MB"
        )
    met = {name: result["ratios"][name] <= target for name, target in TARGETS.items()}
    for name, good in met.items():
        print(
            f"{name:12} {result['ratios'][name]:.4f} x  (at most {TARGETS[name]}: {'met' if good else 'MISSED'}; "
            f"on the processor {result['processor_ratios'][name]:.4f} x)"
        )
    return all(met.values())


def show_demonstration() -> bool:
    """Print the table of the ten commits; whether each went as it should."""
    with tempfile.TemporaryDirectory() as folder:
        outcomes = list(demonstrate(Path(folder) / "newsroom"))
    print(table(outcomes), end="")
    return all(outcome.right for outcome in outcomes)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--demonstration", action="store_true", help="show what the check says of ten commits"
    )
    parser.add_argument("--stories", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "benchmarks" / "results" / "gate.json")
    arguments = parser.parse_args()
    if arguments.demonstration:
        return 0 if show_demonstration() else 1
    before = machine()
    runs = measure(arguments.stories, arguments.rounds)
    result: dict[str, Any] = {
        "machine": before,
        "stories": arguments.stories,
        "articles": arguments.stories * 5,
        "rounds": arguments.rounds,
        "runs": summary(runs),
        "ratios": ratios(runs, "seconds"),
        "processor_ratios": ratios(runs, "processor_seconds"),
        "targets": TARGETS,
    }
    arguments.output.parent.mkdir(exist_ok=True, parents=True)
    arguments.output.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 0 if report(result) else 1


if __name__ == "__main__":
    sys.exit(main())
