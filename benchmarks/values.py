"""How well details are found and read.

usage: python -m benchmarks.values FOLDER [--list NAME] [--libraries]
       python -m benchmarks.values --phrases [--list tuned]

FOLDER holds quantities.json (quantulum3's own tests) and the *_model.json files of Recognizers-Text's specifications.
--list prints the misses of one file; --libraries also runs quantulum3 and dateparser where they are installed.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare.claims.details import find_details
from compare.records import Detail

PHRASES = Path(__file__).parents[1] / "tests" / "claims" / "details"
PUBLISHED = "2026-01-27"


# --- our own phrases ---


@dataclass(frozen=True)
class Phrase:
    """One line of a phrases file: the text without marks, the marked span, what is expected there."""

    type: str
    text: str
    start: int
    end: int
    fields: tuple[tuple[str, str], ...]

    @property
    def forbidden(self) -> bool:
        return self.type.startswith("!")

    def judge(self, details: Iterable[Detail]) -> tuple[bool, bool]:
        """Whether the span is found, and whether the value is right as well."""
        if self.forbidden:
            hit = any(d.type in _kin(self.type[1:]) and d.start < self.end and d.end > self.start for d in details)
            return not hit, not hit
        found = [d for d in details if d.type == self.type and (d.start, d.end) == (self.start, self.end)]
        return bool(found), any(self._agrees(d.value.to_json()) for d in found)

    def _agrees(self, value: Any) -> bool:
        return all(_same(_field(value, name), expected) for name, expected in self.fields)


def _kin(name: str) -> tuple[str, ...]:
    return ("name", "place") if name == "name" else (name,)


def _field(value: Any, name: str) -> Any:
    for part in name.split("."):
        value = value.get(part, _DEFAULTS.get(part, "")) if isinstance(value, dict) else ""
    if name == "items":
        return [item["key"] for item in value]
    return value


_DEFAULTS = {"side": "-1", "precision": "day", "sure": "true"}


def _same(actual: Any, expected: str) -> bool:
    expected = expected.replace("_", " ")
    if expected == "" and str(actual) in _DEFAULTS.values():
        return True
    if expected == "null" or actual is None:
        return actual is None and expected == "null"
    if isinstance(actual, bool):
        return str(actual).lower() == expected
    if isinstance(actual, int | float):
        try:
            return abs(actual - float(expected)) <= 1e-6 * max(1.0, abs(actual))
        except ValueError:
            return False
    if isinstance(actual, list):
        return [str(item) for item in actual] == [item for item in expected.split(",") if item]
    return str(actual) == expected


def read_phrases(path: Path) -> Iterator[Phrase]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, marked, fields = (line.split("\t") + [""])[:3]
        start, end = marked.index("⟦"), marked.index("⟧") - 1
        pairs = tuple(tuple(field.partition("=")[::2]) for field in fields.split())
        yield Phrase(kind, marked.replace("⟦", "").replace("⟧", ""), start, end, pairs)  # type: ignore[arg-type]


def phrases(listed: str | None) -> dict[str, Any]:
    """Share of the phrases whose span, and whose span and value, are right: tuned, kept aside, by type."""
    table: dict[str, Any] = {}
    for name in ("tuned", "check"):
        rows = list(read_phrases(PHRASES / f"phrases_{name}.txt"))
        results = [(row, row.judge(find_details(row.text, PUBLISHED))) for row in rows]
        table[name] = _shares(results) | {"by type": _by_type(results)}
        if listed == name:
            for row, (span, value) in results:
                if not value:
                    _print_phrase(row, span)
    return table


def _shares(results: list[tuple[Phrase, tuple[bool, bool]]]) -> dict[str, Any]:
    count = len(results)
    return {
        "phrases": count,
        "span": round(sum(span for _, (span, _) in results) / count, 4),
        "span and value": round(sum(value for _, (_, value) in results) / count, 4),
    }


def _by_type(results: list[tuple[Phrase, tuple[bool, bool]]]) -> dict[str, str]:
    right, total = Counter[str](), Counter[str]()
    for row, (_, value) in results:
        total[row.type] += 1
        right[row.type] += value
    return {name: f"{right[name]}/{total[name]}" for name in sorted(total)}


def _print_phrase(row: Phrase, span: bool) -> None:
    print(f"{'value' if span else 'span '} {row.type}: {row.text}  ⟦{row.text[row.start : row.end]}⟧ {dict(row.fields)}")
    for detail in find_details(row.text, PUBLISHED):
        if detail.type in _kin(row.type.lstrip("!")):
            print("       ", repr(detail.text), json.dumps(detail.value.to_json(), ensure_ascii=False))


# --- other people's specifications ---


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--phrases", action="store_true")
    parser.add_argument("--list", default=None)
    parser.add_argument("--libraries", action="store_true")
    options = parser.parse_args()
    print(json.dumps(phrases(options.list), indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
