"""Speed, every contender in turn within one run, so that what the machine does meanwhile hits all alike.

    python -m benchmarks.speed [--rounds 5] [--sentences 5000] [-o benchmarks/results/speed.json]

Commands, each a fresh process, against a plain script that imports sentence-transformers, loads the same weights
from disk and encodes the same sentences: `claimcompare diff` on the two seed articles with an empty cache and with
a full one, and `claimcompare --help`. What the relation model costs is the cold comparison beside one that never loads it.

Throughput on distinct made-up sentences: the default engine's `encode` (vectors of the texts and of every word
piece) against sentence-transformers' own `encode` with its default settings (vectors of the texts only), the models
loaded before the clock starts.

Only the ratios mean something on another machine; on a busy one those of processor time, which are given too,
are the steadier. Exit code 1 when one misses its target.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SEEDS = sorted(map(str, (ROOT / "seeds").glob("*.txt")))
PACKAGES = (
    "claimcompare",
    "numpy",
    "onnxruntime",
    "sentence-transformers",
    "tokenizers",
    "torch",
    "transformers",
)

TARGETS = {"cold": 0.25, "warm": 0.12, "help": 0.05}
"""Most time, as a share of the plain script's."""

JUDGING = 1.5
"""Most time of a cold comparison, as a share of one without the relation model."""

UNREAD = "[align]\nsecond = false\n[judge]\nrelation = false\n"
"""Settings under which the relation model is never asked."""

THROUGHPUT = 1.0
"""Least sentences a second, as a share of sentence-transformers'."""


@dataclass(frozen=True)
class Run:
    """One process: wall and processor seconds (those it printed, if it did), peak memory in MB."""

    seconds: float
    processor_seconds: float
    megabytes: float


def run(module: str, *arguments: str, printed: bool = False) -> Run:
    """Run `python -m module` once.

    Raises:
        SystemExit: It failed.
    """
    environment = os.environ | {"HF_HUB_OFFLINE": "1", "COLUMNS": "100", "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # installed packages have their bytecode, so shall ours
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments], stdout=output, stderr=errors, env=environment
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall, processor = time.perf_counter() - start, usage.ru_utime + usage.ru_stime
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        if process.returncode:
            raise SystemExit(f"{module} {arguments} failed: {errors.read().decode(errors='replace')[-2000:]}")
        if printed:
            wall, processor = map(float, output.read().split())
        return Run(wall, processor, usage.ru_maxrss / 1024)


def interleaved(contenders: dict[str, Callable[[], Run]], rounds: int) -> dict[str, list[Run]]:
    """Every contender once a round, in turn; a first round, which finds cold disks, doesn't count."""
    runs: dict[str, list[Run]] = {name: [] for name in contenders}
    for number in range(rounds + 1):
        for name, contender in contenders.items():
            result = contender()
            print(f"round {number}/{rounds} {name}: {result.seconds:.2f} s", file=sys.stderr, flush=True)
            if number:
                runs[name].append(result)
    return runs


def commands(folder: Path, rounds: int) -> dict[str, list[Run]]:
    """The command line beside the plain script."""
    claims = folder / "claims.json"
    claims.write_text(json.dumps(claims_of_seeds()))

    def diff(settings: str) -> Run:
        return run("compare", "diff", *SEEDS, "--no-pager", "--settings", settings)

    warm = settings_file(folder / "warm")
    diff(warm)
    return interleaved(
        {
            "plain": lambda: run("benchmarks.encode", "plain", model_folder(), str(claims)),
            "cold": lambda: diff(settings_file(Path(tempfile.mkdtemp(dir=folder)))),
            "unread": lambda: diff(settings_file(Path(tempfile.mkdtemp(dir=folder)), UNREAD)),
            "warm": lambda: diff(warm),
            "help": lambda: run("compare", "--help"),
        },
        rounds,
    )


def throughput(folder: Path, count: int, rounds: int) -> dict[str, list[Run]]:
    """Encoding many sentences, ours beside theirs."""
    path = folder / "sentences.json"
    path.write_text(json.dumps(sentences(count)))
    return interleaved(
        {
            "theirs": lambda: run("benchmarks.encode", "theirs", model_folder(), str(path), printed=True),
            "ours": lambda: run("benchmarks.encode", "ours", model_folder(), str(path), printed=True),
        },
        rounds,
    )


def settings_file(folder: Path, more: str = "") -> str:
    """A settings file that puts the cache into the folder, and more settings."""
    folder.mkdir(exist_ok=True)
    path = folder / "claimcompare.toml"
    path.write_text(f"[embed]\ncache_dir = {json.dumps(str(folder / 'cache'))}\n{more}")
    return str(path)


def claims_of_seeds() -> list[str]:
    from compare.claims import extract_claims
    from compare.read import read
    from compare.settings import Settings

    settings = Settings()
    return [claim.text for claim in extract_claims(read(SEEDS, settings.read), settings.claims)]


def model_folder() -> str:
    from compare.embed.models import find_model
    from compare.settings import EmbedSettings

    return str(find_model(EmbedSettings()).folder)


WHO = ("The minister", "A spokeswoman for the port", "Two witnesses", "The regional court", "Engineers at the dam",
       "The opposition leader", "Residents of the old town", "The central bank's governor")  # fmt: skip
DID = ("said", "denied", "confirmed to reporters", "announced", "had not expected", "warned again")
WHAT = ("the bridge would reopen", "talks had stalled", "the figures were preliminary", "the vote was postponed",
        "prices rose faster than wages", "the rescue was still under way", "both sides had agreed on a text")  # fmt: skip
ADDED = ("despite heavy rain", "after a night of negotiations", "as the deadline passed", "according to the report",
         "without giving further details", "in front of the parliament building", "for the first time in a decade",
         "while investigators examined the wreckage of the second train", "and called for an inquiry")  # fmt: skip


def sentences(count: int) -> list[str]:
    """That many distinct made-up news sentences, of 9 to 70 words, always the same ones."""
    choice = random.Random(1)
    made: dict[str, None] = {}
    while len(made) < count:
        parts = [
            choice.choice(WHO),
            choice.choice(DID),
            "on day",
            str(choice.randint(1, 999)),
            "that",
            choice.choice(WHAT),
        ]
        parts += choice.sample(ADDED, min(len(ADDED), int(choice.expovariate(0.5))))
        made[" ".join(parts) + "."] = None
    return list(made)


def summary(runs: dict[str, list[Run]]) -> dict[str, dict[str, object]]:
    return {
        name: {
            "median_seconds": round(median(each, "seconds"), 4),
            "median_processor_seconds": round(median(each, "processor_seconds"), 4),
            "peak_megabytes": round(max(run.megabytes for run in each), 1),
            "seconds": [round(run.seconds, 4) for run in each],
        }
        for name, each in runs.items()
    }


def median(runs: list[Run], field: str) -> float:
    return float(statistics.median(getattr(run, field) for run in runs))


def ratios(single: dict[str, list[Run]], many: dict[str, list[Run]], field: str) -> dict[str, float]:
    """What the targets speak of, from the medians."""
    shares = {name: median(single[name], field) / median(single["plain"], field) for name in TARGETS}
    shares["judging"] = median(single["cold"], field) / median(single["unread"], field)
    shares["throughput"] = median(many["theirs"], field) / median(many["ours"], field)
    return {name: round(share, 4) for name, share in shares.items()}


def machine() -> dict[str, object]:
    names = [line.partition(":")[2].strip() for line in _cpu_lines() if line.startswith("model name")]
    return {
        "processor": names[0] if names else platform.processor(),
        "cores": len(os.sched_getaffinity(0)),
        "load_average": [round(value, 1) for value in os.getloadavg()],
        "system": platform.platform(),
        "python": platform.python_version(),
        "packages": {name: _version(name) for name in PACKAGES},
    }


def _cpu_lines() -> list[str]:
    path = Path("/proc/cpuinfo")
    return path.read_text().splitlines() if path.exists() else []


def _version(package: str) -> str | None:
    from importlib.metadata import PackageNotFoundError

    try:
        return version(package)
    except PackageNotFoundError:
        return None


def report(result: dict[str, Any]) -> bool:
    """Print the table; whether every target is met."""
    for name, row in (result["commands"] | result["throughput"]).items():
        wall, processor = row["median_seconds"], row["median_processor_seconds"]
        print(f"{name:8} {wall:9.3f} s  {processor:9.3f} s on the processor  {row['peak_megabytes']:6.0f} MB")
    found, processor = result["ratios"], result["processor_ratios"]
    met = {name: found[name] <= target for name, target in TARGETS.items()}
    met["judging"] = found["judging"] <= JUDGING
    met["throughput"] = found["throughput"] >= THROUGHPUT
    limits = TARGETS | {"judging": JUDGING}
    for name, good in met.items():
        target = f"at least {THROUGHPUT}" if name == "throughput" else f"at most {limits[name]}"
        verdict = "met" if good else "MISSED"
        print(
            f"{name:10} {found[name]:.3f} x  ({target}: {verdict}; on the processor {processor[name]:.3f} x)"
        )
    return all(met.values())


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sentences", type=int, default=5000)
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "benchmarks" / "results" / "speed.json")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        before = machine()
        single = commands(Path(name), arguments.rounds)
        many = throughput(Path(name), arguments.sentences, arguments.rounds)
    result: dict[str, Any] = {
        "machine": before,
        "rounds": arguments.rounds,
        "sentences": arguments.sentences,
        "commands": summary(single),
        "throughput": summary(many),
        "ratios": ratios(single, many, "seconds"),
        "processor_ratios": ratios(single, many, "processor_seconds"),
        "targets": TARGETS | {"throughput": THROUGHPUT},
    }
    arguments.output.parent.mkdir(exist_ok=True, parents=True)
    arguments.output.write_text(json.dumps(result, indent=1) + "\n")
    return 0 if report(result) else 1


if __name__ == "__main__":
    sys.exit(main())
