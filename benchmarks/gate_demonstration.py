"""Ten commits to a small corpus in a real git repository, each of which should, or should not, pass the check.

    python -m benchmarks.gate --demonstration

Each commit is made on top of the last one that passed, as in a repository whose main branch the check guards.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]

HERALD = """---
title: Dam burst kills dozens in Kessel valley
source: The Herald
date: 2031-05-04T09:00
---

Forty-seven people died when the Kessel dam burst on Sunday night, the district office said.

The spillway gate had not been serviced since 2019, according to a maintenance log seen by the Herald.

“We will rebuild the valley within two years,” Mayor Ida Brandt said.

Army engineers brought three pontoon bridges to Lower Kessel.
"""
LEDGER = """---
title: Mud wave leaves valley in ruins
source: The Ledger
date: 2031-05-04T10:30
---

When the Kessel dam burst on Sunday night, 47 people died, according to the district office.

Mayor Ida Brandt told reporters: “We will rebuild the valley within two years.”

The railway between Kessel and Port Arden will stay closed until 1 August.
"""
WIRE = """---
title: Dam bursts above Lower Kessel
source: Nordwire
date: 2031-05-04T06:15
---

The Kessel dam burst on Sunday night and sent a wave of mud through Lower Kessel.

About 1,200 residents spent the night in a sports hall in Port Arden, the Red Cross said.

The government released 30 million crowns in emergency aid on Monday.
"""
ARTICLES = {
    "kessel/herald.md": HERALD,
    "kessel/ledger.md": LEDGER,
    "kessel/wire.md": WIRE,
    "kessel/courier.md": WIRE.replace("Nordwire", "The Courier"),
}
SUPPRESSIONS = ".claimcompare-suppressions.toml"


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str


class Newsroom:
    """A git repository with the corpus, and a branch `main` that holds what passed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._environment = clean_environment(folder)
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")
        for path, text in ARTICLES.items():
            self.write(path, text)
        self.commit("The dam burst at Kessel")

    def set(self, **environment: str) -> None:
        """Environment variables for all commands from now on."""
        self._environment |= environment

    def git(self, *arguments: str) -> str:
        """Run git; what it printed."""
        return self.run("git", *arguments, fine=(0,)).out

    def run(self, *command: str, fine: tuple[int, ...] = (0, 1, 2)) -> Done:
        """Run a command in the repository.

        Raises:
            RuntimeError: Its exit code is none of `fine`.
        """
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self._environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode not in fine:
            raise RuntimeError(f"{command} ended with {done.returncode}: {done.stderr[-2000:]}")
        return Done(done.returncode, done.stdout, done.stderr)

    def check(self, *arguments: str) -> Done:
        """Run `claimcompare check` on the corpus."""
        return self.run(sys.executable, "-m", "compare", "check", ".", *arguments)

    def baseline(self, command: str, *arguments: str) -> None:
        """Run a command of `claimcompare baseline` for changes since `main`. Raises RuntimeError if it fails."""
        self.run(
            sys.executable, "-m", "compare", "baseline", command, *arguments, ".", "--base", "main", fine=(0,)
        )

    def findings(self, *arguments: str) -> list[dict[str, Any]]:
        """What the check finds, as plain data."""
        found: list[dict[str, Any]] = json.loads(self.check("--format", "json", *arguments).out)["issues"]
        return found

    def read(self, path: str) -> str:
        """A file's text."""
        return (self.folder / path).read_text(encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        """Write a file."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        """Change some words of a file. Raises ValueError if they aren't there just once."""
        text = self.read(path)
        if text.count(old) != 1:
            raise ValueError(f"{path}: {old!r} is in it {text.count(old)} times")
        self.write(path, text.replace(old, new))

    def commit(self, message: str) -> None:
        """Commit everything as it lies in the folder."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)


def clean_environment(folder: Path) -> dict[str, str]:
    """What a command sees: nobody's git settings, no terminal, a cache beside the repository."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_", "CI"))
    }
    return kept | {
        "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Ana", "GIT_AUTHOR_EMAIL": "ana@desk.example",
        "GIT_COMMITTER_NAME": "Ana", "GIT_COMMITTER_EMAIL": "ana@desk.example",
        "XDG_CACHE_HOME": str(folder.parent / "cache"), "HF_HUB_OFFLINE": "1", "NO_COLOR": "1", "COLUMNS": "100",
        "PYTHONPATH": str(ROOT),
    }  # fmt: skip


@dataclass(frozen=True)
class Step:
    """A commit, and what the check should say of it.

    Attributes:
        title: What is changed.
        change: Changes it.
        passes: Whether it should pass.
        said: Words that the text for people must hold.
    """

    title: str
    change: Callable[[Newsroom], None]
    passes: bool
    said: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What the check said of a commit."""

    step: Step
    code: int
    text: str
    rules: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether it was as it should be."""
        return self.code == (0 if self.step.passes else 1) and all(
            words in self.text for words in self.step.said
        )


def _reword(room: Newsroom) -> None:
    room.edit(
        "kessel/herald.md",
        "Army engineers brought three pontoon bridges to Lower Kessel.",
        "Three pontoon bridges were brought to Lower Kessel by army engineers.",
    )


def _change_number(room: Newsroom) -> None:
    room.edit("kessel/ledger.md", "47 people died", "74 people died")


def _lose_last_source(room: Newsroom) -> None:
    room.edit(
        "kessel/herald.md",
        "The spillway gate had not been serviced since 2019, according to a maintenance log seen by the Herald.\n\n",
        "",
    )


def _remove_copy(room: Newsroom) -> None:
    (room.folder / "kessel/courier.md").unlink()


def _update(room: Newsroom) -> None:
    room.edit("kessel/ledger.md", "date: 2031-05-04T10:30", "date: 2031-05-06T18:00")
    room.edit("kessel/ledger.md", "47 people died", "53 people died")


def _alter_quotation(room: Newsroom) -> None:
    room.edit("kessel/herald.md", "“We will rebuild the valley", "“We may rebuild the valley")


def _suppress(room: Newsroom) -> None:
    """A figure that clashes, with a word about why it may stay."""
    room.edit(
        "kessel/ledger.md",
        "The railway between",
        "Army engineers brought five pontoon bridges to Lower Kessel.\n\nThe railway between",
    )
    for issue in room.findings("--base", "main"):
        if issue["fails"]:
            room.baseline(
                "suppress",
                issue["fingerprint"],
                "--reason",
                "the Herald counts the first day only",
                "--by",
                "Ana",
            )


def _change_the_suppressed(room: Newsroom) -> None:
    room.edit("kessel/ledger.md", "brought five pontoon bridges", "brought six pontoon bridges")


def _expire(room: Newsroom) -> None:
    room.edit(SUPPRESSIONS, 'by = "Ana"\n', 'by = "Ana"\nuntil = "2026-01-31"\n')


def _change_furniture(room: Newsroom) -> None:
    room.edit(
        "kessel/herald.md",
        "title: Dam burst kills dozens in Kessel valley",
        "title: The night the Kessel dam burst",
    )
    room.write(
        "kessel/herald.md", room.read("kessel/herald.md") + "\nComments\n\nSubscribe to our newsletter\n"
    )


STEPS = (
    Step("A sentence is reworded", _reword, True),
    Step(
        "A number is changed in one source",
        _change_number,
        False,
        ("DIV401", "[Forty-seven] people", "[74] people"),
    ),
    Step(
        "A fact's last source is deleted",
        _lose_last_source,
        False,
        ("REV503", "had not been serviced since 2019"),
    ),
    Step("A copy of a wire report is removed, the original stays", _remove_copy, True),
    Step("A later figure, in an article that is dated later", _update, True, ("REV508", "[53] people")),
    Step(
        "A quotation is altered",
        _alter_quotation,
        False,
        ("REV504", "“We [will] rebuild", "“We [may] rebuild"),
    ),
    Step(
        "A new clash is suppressed, with a reason", _suppress, True, ("the Herald counts the first day only",)
    ),
    Step(
        "The suppressed clash reads otherwise",
        _change_the_suppressed,
        False,
        ("is void", "[six] pontoon bridges"),
    ),
    Step("The suppression has expired", _expire, False, ("expired after 2026-01-31",)),
    Step("Headline, comments and newsletter box are changed", _change_furniture, True),
)


def demonstrate(folder: Path) -> Iterator[Outcome]:
    """Make the repository and the ten commits; what the check says of each."""
    room = Newsroom(folder)
    for number, step in enumerate(STEPS, start=1):
        room.git("switch", "--quiet", "--create", f"change-{number}", "main")
        step.change(room)
        room.commit(step.title)
        found = room.check("--base", "main", "-o", f"json={folder.parent / 'outcome.json'}")
        issues = (
            json.loads((folder.parent / "outcome.json").read_text(encoding="utf-8"))["issues"]
            if found.code < 2
            else []
        )
        rules = sorted({issue["code"] for issue in issues if issue["state"] == "new" or issue["fails"]})
        yield Outcome(step, found.code, found.out + found.err, tuple(rules))
        room.git("switch", "--quiet", "main")
        if found.code == 0:
            room.git("merge", "--quiet", "--ff-only", f"change-{number}")


def table(outcomes: list[Outcome]) -> str:
    """The outcomes as a Markdown table."""
    rows = [
        f"| {number} | {one.step.title} | {_word(one.step.passes)} | {_word(one.code == 0) if one.code < 2 else 'error'} "
        f"| {', '.join(one.rules) or '–'} | {'as it should' if one.right else 'WRONG'} |"
        for number, one in enumerate(outcomes, start=1)
    ]
    return (
        "\n".join(["| | commit | should | did | new findings | |", "|--:|---|---|---|---|---|", *rows]) + "\n"
    )


def _word(passes: bool) -> str:
    return "pass" if passes else "fail"
