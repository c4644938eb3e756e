"""Speed, every contender in turn within one run, so that what the machine does meanwhile hits all alike.

    python -m benchmarks.speed [--rounds 5] [--sentences 5000] [-o benchmarks/results/speed.json]

Commands, each a fresh process, against a plain script that imports sentence-transformers, loads the same weights
from disk and encodes the same sentences: `claimcompare diff` on the two seed articles with an empty cache and with
a full one, and `claimcompare --help`.

Throughput on distinct made-up sentences: the default engine's `encode` (vectors of the texts and of every word
piece) against sentence-transformers' own `encode` with its default settings (vectors of the texts only), the models
loaded before the clock starts.

Only the ratios mean something on another machine. Exit code 1 when one misses its target.
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

THROUGHPUT = 1.0
"""Least sentences a second, as a share of sentence-transformers'."""

PLAIN = """
import json, sys
from sentence_transformers import SentenceTransformer
SentenceTransformer(sys.argv[1]).encode(json.load(open(sys.argv[2])))
"""

OURS_MANY = """
import json, sys, time
from compare.embed import load_engine
from compare.embed.models import find_model
from compare.settings import EmbedSettings
sentences = json.load(open(sys.argv[2]))
engine = load_engine(find_model(EmbedSettings()), "onnx")
engine.encode(sentences[:32])
start = time.perf_counter()
engine.encode(sentences)
print(time.perf_counter() - start)
"""

PLAIN_MANY = """
import json, sys, time
from sentence_transformers import SentenceTransformer
sentences = json.load(open(sys.argv[2]))
model = SentenceTransformer(sys.argv[1])
model.encode(sentences[:32])
start = time.perf_counter()
model.encode(sentences)
print(time.perf_counter() - start)
"""


@dataclass(frozen=True)
class Run:
    """One process: its wall time, or the time it printed, in seconds, and its peak memory in MB."""

    seconds: float
    megabytes: float


def run(command: list[str], printed: bool = False) -> Run:
    """Run the command once.

    Raises:
        SystemExit: It failed.
    """
    environment = os.environ | {"HF_HUB_OFFLINE": "1", "COLUMNS": "100", "PYTHONPATH": str(ROOT)}
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=errors, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        if process.returncode:
            raise SystemExit(f"{command[:4]} failed: {errors.read().decode(errors='replace')[-2000:]}")
        return Run(float(output.read()) if printed else seconds, usage.ru_maxrss / 1024)


def interleaved(contenders: dict[str, Callable[[], Run]], rounds: int) -> dict[str, list[Run]]:
    """Every contender once a round, in turn; a first round, which finds cold disks, doesn't count."""
    runs: dict[str, list[Run]] = {name: [] for name in contenders}
    for number in range(rounds + 1):
        for name, contender in contenders.items():
            result = contender()
            if number:
                runs[name].append(result)
    return runs


def commands(folder: Path, rounds: int) -> dict[str, list[Run]]:
    """The command line beside the plain script."""
    claims = folder / "claims.json"
    claims.write_text(json.dumps(claims_of_seeds()))
    diff = [sys.executable, "-m", "compare", "diff", *SEEDS, "--no-pager", "--settings"]

    def cold() -> Run:
        empty = tempfile.mkdtemp(dir=folder)
        return run([*diff, settings_file(Path(empty))])

    warm = settings_file(folder / "warm")
    run([*diff, warm])
    return interleaved(
        {
            "plain": lambda: run([sys.executable, "-c", PLAIN, model_folder(), str(claims)]),
            "cold": cold,
            "warm": lambda: run([*diff, warm]),
            "help": lambda: run([sys.executable, "-m", "compare", "--help"]),
        },
        rounds,
    )


def throughput(folder: Path, count: int, rounds: int) -> dict[str, list[Run]]:
    """Encoding many sentences, ours beside theirs."""
    path = folder / "sentences.json"
    path.write_text(json.dumps(sentences(count)))
    arguments = [model_folder(), str(path)]
    return interleaved(
        {
            "theirs": lambda: run([sys.executable, "-c", PLAIN_MANY, *arguments], printed=True),
            "ours": lambda: run([sys.executable, "-c", OURS_MANY, *arguments], printed=True),
        },
        rounds,
    )


def settings_file(folder: Path) -> str:
    """A settings file that puts the cache into the folder."""
    folder.mkdir(exist_ok=True)
    path = folder / "claimcompare.toml"
    path.write_text(f"[embed]\ncache_dir = {json.dumps(str(folder / 'cache'))}\n")
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
            "median_seconds": round(statistics.median(run.seconds for run in each), 4),
            "peak_megabytes": round(max(run.megabytes for run in each), 1),
            "seconds": [round(run.seconds, 4) for run in each],
        }
        for name, each in runs.items()
    }


def median_ratio(runs: dict[str, list[Run]], name: str, base: str) -> float:
    """The ratio of the medians."""
    own, other = (statistics.median(run.seconds for run in runs[each]) for each in (name, base))
    return round(own / other, 4)


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


def report(result: dict[str, object], ratios: dict[str, float]) -> bool:
    """Print the table; whether every target is met."""
    for group in ("commands", "throughput"):
        for name, row in result[group].items():  # type: ignore[attr-defined]
            print(f"{name:8} {row['median_seconds']:9.3f} s  {row['peak_megabytes']:7.0f} MB")
    met = {name: ratios[name] <= target for name, target in TARGETS.items()}
    met["throughput"] = ratios["throughput"] >= THROUGHPUT
    for name, good in met.items():
        sign, target = ("at least", THROUGHPUT) if name == "throughput" else ("at most", TARGETS[name])
        print(f"{name:10} {ratios[name]:.3f} x  ({sign} {target}: {'met' if good else 'MISSED'})")
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
    ratios = {contender: median_ratio(single, contender, "plain") for contender in TARGETS}
    ratios["throughput"] = median_ratio(many, "theirs", "ours")
    result: dict[str, object] = {
        "machine": before,
        "rounds": arguments.rounds,
        "sentences": arguments.sentences,
        "commands": summary(single),
        "throughput": summary(many),
        "ratios": ratios,
        "targets": TARGETS | {"throughput": THROUGHPUT},
    }
    arguments.output.parent.mkdir(exist_ok=True, parents=True)
    arguments.output.write_text(json.dumps(result, indent=1) + "\n")
    return 0 if report(result, ratios) else 1


if __name__ == "__main__":
    sys.exit(main())
