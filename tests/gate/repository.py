"""A real git repository with a small corpus, to change and to check."""

from __future__ import annotations

import datetime
import os
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

from compare.gate.check import Request, check
from compare.gate.records import CheckResult, Issue
from compare.settings import Settings

HERALD = """Quarry wall gives way above Lindau

By Anna Berg
4 March 2031, 09:20

Nineteen people were killed when the wall of a slate quarry above Lindau gave way on Monday.

The quarry had been closed in 2024 after cracks were found in the northern wall.

"We warned the owner about the cracks three times," said the geologist Ilse Brandt.

The owner, Halvor Slate, bought the site for 12 million crowns.
"""

COURIER = """Slate quarry collapse kills 19

4 March 2031, 10:05

A slate quarry above Lindau collapsed on Monday, killing 19 people.

Halvor Slate paid 12 million crowns for the site.

Rescuers brought in two cranes from the port of Arnhaven.

Cracks in the quarry's northern wall had led to its closure in 2024.
"""

WIRE = """LINDAU (NPA) - Forty-one houses below the quarry were evacuated during the night because more rock could fall.

The road to the pass stays closed to lorries until the geologists have measured the slope again, the district said.

Mayor Torsten Eick called a meeting of the villages for Thursday evening in the school at Lindau.
"""

LIDO = {
    "tribune.txt": "The lido on Mill Street opened on Saturday after two years of work.\n\n"
    "The town spent 3.4 million crowns on the new pool.\n",
    "post.txt": "After two years of building work the Mill Street lido opened on Saturday.\n\n"
    "Admission costs 6 crowns for children.\n",
}

CORPUS = {
    "quarry/herald.txt": HERALD,
    "quarry/courier.txt": COURIER,
    "quarry/wire.txt": WIRE,
    "quarry/morning.txt": WIRE,
    **{f"lido/{name}": text for name, text in LIDO.items()},
}

TODAY = datetime.date(2031, 3, 10)


class Repository:
    """A repository with a corpus in its folder `news`.

    Args:
        folder: Where to make it.
        cache: The cache folder, shared between tests: what they embed is mostly the same.
    """

    def __init__(self, folder: Path, cache: Path) -> None:
        self.top = folder
        self.news = folder / "news"
        self.news.mkdir(parents=True)
        self.cache = cache
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, ok: tuple[int, ...] = (0,), **extra: Any) -> str:
        """Run git; its output."""
        who = {
            f"GIT_{role}_{what}": value
            for role in ("AUTHOR", "COMMITTER")
            for what, value in (
                ("NAME", "Ann"),
                ("EMAIL", "ann@example.org"),
                ("DATE", "2031-03-05T12:00:00Z"),
            )
        }
        done = subprocess.run(
            ["git", *arguments], cwd=self.top, env=os.environ | who | {"GIT_CONFIG_GLOBAL": os.devnull},
            capture_output=True, check=False, **extra,
        )  # fmt: skip
        assert done.returncode in ok, done.stderr
        return os.fsdecode(done.stdout).strip()

    def write(self, files: dict[str, str | bytes | None]) -> Repository:
        """Write files of the corpus; None deletes one."""
        for name, text in files.items():
            path = self.news / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return self

    def edit(self, name: str, old: str, new: str) -> Repository:
        """Replace words of a file, which must be there."""
        text = (self.news / name).read_bytes().decode()
        assert old in text
        return self.write({name: text.replace(old, new)})

    def commit(self, message: str = "Change") -> str:
        """Commit everything; the commit's id."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)
        return self.git("rev-parse", "HEAD")

    def settings(self, **check: Any) -> Settings:
        """Settings with the cache of the tests."""
        return Settings().replace(embed={"cache_dir": str(self.cache)}, check=check)

    def check(
        self, base: str | None = "HEAD", settings: dict[str, Any] | None = None, **request: Any
    ) -> CheckResult:
        """The outcome of a check against a commit."""
        request = {"base": base, "today": TODAY} | request
        return check(Request(self.news, self.settings(**(settings or {})), **request))


def codes(result: CheckResult, *states: str) -> list[str]:
    """The codes of the new issues (or of other states), with what they may do: "REV502 error"."""
    issues = result.only(*(states or ("new",)))  # type: ignore[arg-type]
    return sorted(f"{issue.code} {issue.level}" for issue in issues)


def only(result: CheckResult, code: str) -> Issue:
    """The one issue of a rule."""
    found = [issue for issue in result.issues if issue.code == code and issue.state != "resolved"]
    assert len(found) == 1, Counter(issue.code for issue in result.issues)
    return found[0]
