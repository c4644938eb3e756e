"""The baseline: what is accepted as it is. One finding a line, sorted, keyed by rule, paths and wording alone.

Nothing in the file changes when something unrelated does: no line numbers, no counts, no dates. Two branches that
accept different findings add different lines. What the articles say may be recorded too, a paragraph a line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from compare.errors import InputError
from compare.gate.drafts import Draft, Wording, fingerprint
from compare.gate.recorded import Recorded, as_lines, read_rows
from compare.gate.recorded import merge as merge_articles
from compare.gate.texts import read_text
from compare.gate.versions import normal

NAME = ".claimcompare-baseline.jsonl"

IN_COMMON = 2
"""Sides that an accepted divergence and one that others have joined must share."""


@dataclass(frozen=True, slots=True, order=True)
class Accepted:
    """A finding that is accepted: its rule and its sides by content."""

    sides: tuple[Wording, ...]
    code: str

    @property
    def fingerprint(self) -> str:
        """That of the finding."""
        return fingerprint(self.code, self.sides)

    def covers(self, code: str, wording: tuple[Wording, ...]) -> bool:
        """Whether a finding is this one, perhaps with others who say the same as one of its sides."""
        if code != self.code:
            return False
        if wording == self.sides:
            return True
        shared = set(wording) & set(self.sides)
        known = {words for _, _, words in self.sides}
        return (
            len(shared) >= IN_COMMON
            and all(words for _, _, words in wording)
            and {words for _, _, words in wording} <= known
        )

    @property
    def line(self) -> str:
        """As a line of the file, without its end."""
        first, *rest = (_side(*side) for side in self.sides)
        row: dict[str, Any] = {"code": self.code, **first} | ({"against": rest} if rest else {})
        text = json.dumps(row, ensure_ascii=False)
        return text if text.isprintable() else json.dumps(row)


@dataclass(frozen=True)
class Baseline:
    """The accepted findings, sorted; and what every article said, if that is recorded."""

    entries: tuple[Accepted, ...] = ()
    articles: tuple[Recorded, ...] = ()
    _by_code: Mapping[str, tuple[Accepted, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ordered = tuple(sorted(set(self.entries)))
        found: dict[str, list[Accepted]] = {}
        for entry in ordered:
            found.setdefault(entry.code, []).append(entry)
        object.__setattr__(self, "entries", ordered)
        object.__setattr__(self, "_by_code", {code: tuple(items) for code, items in found.items()})

    def has(self, draft: Draft) -> bool:
        """Whether a finding is accepted."""
        return any(entry.covers(draft.code, draft.wording) for entry in self._by_code.get(draft.code, ()))

    @property
    def text(self) -> str:
        """The file."""
        lines = [*(entry.line for entry in self.entries), *as_lines(self.articles)]
        return "".join(f"{line}\n" for line in lines)


def accepted(draft: Draft) -> Accepted:
    """A finding as an entry of the baseline."""
    return Accepted(draft.wording, draft.code)


def read_baseline(path: Path) -> Baseline:
    """The baseline of a file.

    Raises:
        InputError: It can't be read; a line is no entry; there are marks of a conflict in it.
    """
    return parse(read_text(path), str(path))


def parse(text: str, path: str) -> Baseline:
    """The baseline that a file's text is. Raises InputError, naming the line."""
    entries: list[Accepted] = []
    rows: list[dict[str, Any]] = []
    for at, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            with _naming(f"{path}, line {at}"):
                row = _row(line, f"{path}, line {at}")
                if "code" in row:
                    entries.append(_entry(row))
                else:
                    read_rows([row])
                    rows.append(row)
    return Baseline(tuple(entries), read_rows(rows))


def merge(base: Baseline, ours: Baseline, theirs: Baseline) -> Baseline:
    """What both sides accept, and what one of them accepted since; what one of them took out is out."""
    before, left, right = set(base.entries), set(ours.entries), set(theirs.entries)
    entries = tuple((left & right) | (left - before) | (right - before))
    return Baseline(entries, merge_articles(base.articles, ours.articles, theirs.articles))


def read_conflicted(text: str, path: str) -> Baseline:
    """Both sides of a file that git left with conflict marks: all that either accepts."""
    kept: list[str] = []
    original = False
    for line in text.split("\n"):
        if line.startswith("|||||||"):
            original = True
        elif line.startswith(("=======", ">>>>>>>")):
            original = False
        elif not line.startswith("<<<<<<<") and not original:
            kept.append(line)
    return parse("\n".join(kept), path)


def lines_of(entries: Iterable[Accepted]) -> list[str]:
    """What is accepted, for people."""
    found = []
    for entry in entries:
        found.append(f"{entry.code} {entry.fingerprint}")
        for path, claim, words in entry.sides:
            decide = f" [{', '.join(words)}]" if words else ""
            found.append(f"  {path}: {claim}{decide}".rstrip(": "))
    return found


def _side(path: str, claim: str, words: tuple[str, ...]) -> dict[str, Any]:
    side: dict[str, Any] = {"path": path}
    if claim:
        side["claim"] = claim
    if words:
        side["words"] = list(words)
    return side


@contextmanager
def _naming(where: str) -> Iterator[None]:
    """Say which line is none of a baseline."""
    try:
        yield
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise InputError(
            f"{where}: no entry of a baseline; write it anew with claimcompare baseline write"
        ) from error


def _row(line: str, where: str) -> dict[str, Any]:
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
        raise InputError(f"{where}: a conflict of a merge; run: claimcompare baseline merge FILE")
    row = json.loads(line)
    if not isinstance(row, dict):
        raise TypeError(row)
    return row


def _entry(row: dict[str, Any]) -> Accepted:
    sides = [row, *row.get("against", [])]
    return Accepted(tuple(sorted(_read_side(side) for side in sides)), str(row["code"]))


def _read_side(side: dict[str, Any]) -> Wording:
    path, claim, words = side["path"], side.get("claim", ""), side.get("words", [])
    if not isinstance(path, str) or not isinstance(claim, str) or not all(isinstance(x, str) for x in words):
        raise ValueError(side)
    return path, normal(claim), tuple(map(normal, words))
