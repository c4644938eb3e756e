"""Suppressions: findings that somebody lets pass, with a reason, bound to the wording of both sides."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from compare.errors import SettingsError
from compare.gate.drafts import Draft
from compare.gate.records import Suppression
from compare.gate.texts import read_text
from compare.gate.versions import normal

NAME = ".claimcompare-suppressions.toml"

KEYS = {"finding", "reason", "by", "until", "code", "wording"}

ALIKE = 50.0
"""Likeness of a wording (rapidfuzz ratio) from which a finding is the suppressed one, reworded."""

HEADER = re.compile(r"\s*\[\[\s*suppress\s*\]\]")

UNTIL = re.compile(r"^(\s*until\s*=\s*)([^\"'\s#][^#\n]*?)(\s*(?:#.*)?)$", re.MULTILINE)
"""A date without quotation marks; a malformed one would stop the whole file from being read."""


@dataclass(frozen=True)
class Entry:
    """A suppression as it stands in its file.

    Attributes:
        suppression: What it says.
        code: The rule, "" when not given.
        wording: Paths and claims it is about, as they read when it was written; may be empty.
        expired: Why it holds no more, or "".
        file, line: Where it stands.
    """

    suppression: Suppression
    code: str = ""
    wording: tuple[tuple[str, str], ...] = ()
    expired: str = ""
    file: Path = Path()
    line: int = 1

    def fits(self, draft: Draft) -> bool:
        """Whether it is about this finding, word for word."""
        return self.suppression.fingerprint in (draft.fingerprint, draft.finding)

    def was_about(self, draft: Draft) -> bool:
        """Whether it was about this finding before its wording changed."""
        if self.code != draft.code or not self.wording:
            return False
        now = {(path, claim) for path, claim, _ in draft.wording}
        paths = [path for path, _ in self.wording]
        if sorted(paths) != sorted(path for path, _ in now):
            return False
        return all(
            max(fuzz.ratio(claim, other) for where, other in now if where == path) >= ALIKE
            for path, claim in self.wording
        )


def read_suppressions(path: Path, today: datetime.date) -> list[Entry]:
    """The entries of a file.

    Raises:
        InputError: It can't be read.
        SettingsError: An entry is not one: no finding, no reason, an unknown key.
    """
    text = read_text(path)
    try:
        data = tomllib.loads(UNTIL.sub(r'\1"\2"\3', text))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: cannot be read as TOML: {error}") from error
    unknown = sorted(set(data) - {"suppress"})
    rows = data.get("suppress", [])
    if unknown or not isinstance(rows, list):
        raise SettingsError(f"{path}: write each suppression as a [[suppress]] table{_named(unknown)}")
    lines = [at for at, line in enumerate(text.splitlines(), start=1) if HEADER.match(line)]
    return [_entry(row, path, lines[at] if at < len(lines) else 1, today) for at, row in enumerate(rows)]


def from_review(path: Path) -> list[Entry]:
    """The marks of a review that the HTML report exported: what was ticked or marked as wrong may pass.

    Raises:
        InputError: The file is no such review.
    """
    from compare.review import load_review

    found = []
    for mark in load_review(path).marks:
        if mark.wrong or mark.accepted:
            reason = mark.note or ("marked as wrong" if mark.wrong else "reviewed")
            suppression = Suppression(mark.finding, reason, "review", "", str(path))
            found.append(Entry(suppression, mark.rule, file=path))
    return found


def written(draft: Draft, reason: str, by: str, until: str) -> str:
    """An entry for a finding, as text of the file."""
    lines = ["[[suppress]]", f"finding = {_quoted(draft.fingerprint)}", f"code = {_quoted(draft.code)}"]
    lines += [f"reason = {_quoted(reason)}"]
    lines += [f"by = {_quoted(by)}"] if by else []
    lines += [f"until = {until}"] if until else []
    sides = [f"  [{_quoted(path)}, {_quoted(claim)}],\n" for path, claim, _ in draft.wording]
    return "\n".join(lines) + "\nwording = [\n" + "".join(sides) + "]\n"


def void_note(entry: Entry, draft: Draft) -> str:
    """What to say about a suppression whose finding reads otherwise now."""
    now = {(path, claim) for path, claim, _ in draft.wording}
    changed = [f"{path} read “{claim}”" for path, claim in entry.wording if (path, claim) not in now]
    how = "; ".join(changed) or "other words decide"
    return f"suppression {entry.suppression.fingerprint} ({entry.suppression.reason}) is void: {how}"


def _entry(row: Any, path: Path, line: int, today: datetime.date) -> Entry:
    where = f"{path}, line {line}"
    if not isinstance(row, dict):
        raise SettingsError(f"{where}: must be a table, not {row!r}")
    unknown = sorted(set(row) - KEYS)
    if unknown:
        raise SettingsError(f"{where}: {unknown[0]} is not known here; known are {', '.join(sorted(KEYS))}")
    for key in KEYS - {"wording"}:
        if not isinstance(row.get(key, ""), str):
            raise SettingsError(f"{where}: {key} must be text, not {row[key]!r}")
    if not row.get("finding", "").strip():
        raise SettingsError(f"{where}: has no finding; copy the fingerprint that the check prints")
    if not row.get("reason", "").strip():
        raise SettingsError(f"{where}: has no reason; say why {row['finding']} may pass")
    until = row.get("until", "").strip()
    suppression = Suppression(row["finding"].strip(), row["reason"], row.get("by", ""), until, where)
    wording = _wording(row.get("wording", []), where)
    return Entry(suppression, row.get("code", ""), wording, _expired(until, today), path, line)


def _wording(rows: Any, where: str) -> tuple[tuple[str, str], ...]:
    ok = isinstance(rows, list) and all(
        isinstance(row, list) and len(row) == 2 and all(isinstance(item, str) for item in row) for row in rows
    )
    if not ok:
        raise SettingsError(f"{where}: wording must be a list of [path, claim]")
    return tuple((path, normal(claim)) for path, claim in rows)


def _expired(until: str, today: datetime.date) -> str:
    """Why a suppression until that day holds no more; the day itself still counts."""
    if not until:
        return ""
    try:
        last = datetime.date.fromisoformat(until)
    except ValueError:
        return f"{until!r} is no date (write 2031-12-31), so it counts as expired"
    return f"expired after {until}" if today > last else ""


def _named(names: Sequence[str]) -> str:
    return f", not {names[0]}" if names else ""


def _quoted(text: str) -> str:
    """A TOML string."""
    import json

    plain = text.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(plain, ensure_ascii=False).replace("\x7f", "\\u007f")
