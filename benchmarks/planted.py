"""Planted stories: are the known divergences found, and the traps left alone?

    python -m benchmarks.planted SCORER [--stories FOLDER] [--reports FOLDER] [scorer's options, e.g. --list]

SCORER is a script that scores stored JSON reports against the gold.json of each story: `SCORER --stories FOLDER
--reports FOLDER …`. FOLDER holds one folder a story: its articles and gold.json (default: tests/stories). The
reports are those of `claimcompare diff … --format json`; they are made here in one process.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from compare.pipeline import compare

STORIES = Path(__file__).parents[1] / "tests" / "stories"


def write_reports(stories: Path, folder: Path) -> int:
    """Compare the articles of every story under `stories`; write NAME.json into `folder`. Returns how many."""
    golds = sorted(stories.glob("*/gold.json"))
    for gold in golds:
        files = [
            str(gold.parent / article["file"]) for article in json.loads(gold.read_text("utf-8"))["articles"]
        ]
        (folder / f"{gold.parent.name}.json").write_text(compare(sorted(files)).to_json(), encoding="utf-8")
    return len(golds)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--stories", type=Path, default=STORIES)
    parser.add_argument("--reports", type=Path, help="keep the reports in this folder")
    options, rest = parser.parse_known_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.reports or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        if not write_reports(options.stories, folder):
            parser.error(f"no story with a gold.json under {options.stories}")
        command = [sys.executable, options.scorer, "--stories", options.stories, "--reports", folder, *rest]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
