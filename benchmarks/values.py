"""How well details are found and read.

usage: python -m benchmarks.values FOLDER [--list NAME] [--libraries]
       python -m benchmarks.values --phrases [--list tuned]

FOLDER holds quantities.json (quantulum3's own tests) and the *_model.json files of Recognizers-Text's specifications.
--list prints the misses of one file; --libraries also runs quantulum3 and dateparser where they are installed.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from compare.claims.details import find_details
from compare.claims.details.units import UNITS
from compare.claims.details.values import Amount, ClockTime, Moment, Money, Number, Quantity
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
        """Whether the line says that nothing may be found."""
        return self.type.startswith("!")

    def judge(self, details: Iterable[Detail]) -> tuple[bool, bool]:
        """Whether the span is found, and whether the value is right as well."""
        if self.forbidden:
            hit = any(
                d.type in _kin(self.type[1:]) and d.start < self.end and d.end > self.start for d in details
            )
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
        kind, marked, fields = [*line.split("\t"), ""][:3]
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
    print(
        f"{'value' if span else 'span '} {row.type}: {row.text}  ⟦{row.text[row.start : row.end]}⟧ {dict(row.fields)}"
    )
    for detail in find_details(row.text, PUBLISHED):
        if detail.type in _kin(row.type.lstrip("!")):
            print("       ", repr(detail.text), json.dumps(detail.value.to_json(), ensure_ascii=False))


# --- other people's specifications ---

# A result that is expected is found when one of our details of a fitting type shares at least half of the union of both
# spans (their spans take in "from", "at least" and the like, ours don't); it is right when the value agrees too.
# A detail of ours of those types that touches no expected result is spurious. A case is right when all is.
# Left out, as no news claim needs it: numbers in identifiers, powers and addresses (number_model), times bound to a date as
# one range and recurring sets (datetime_model: types datetimerange, set, timezone), compound scientific units.

LEFT_OUT = {"datetimerange", "set", "timezone", "None"}
Check = Callable[[Detail, dict[str, Any]], bool]


@dataclass(frozen=True)
class Expected:
    """What a specification expects in a text, and how a detail's value is checked against it."""

    start: int
    end: int
    types: tuple[str, ...]
    check: Check
    result: dict[str, Any]


@dataclass(frozen=True)
class Case:
    """One text with its expected results; `skipped` where it has one that is left out."""

    text: str
    published: str | None
    expected: tuple[Expected, ...]
    skipped: tuple[tuple[int, int], ...] = ()


def near(a: float, b: float, tolerance: float = 1e-4) -> bool:
    return abs(a - b) <= tolerance * max(1e-9, abs(a), abs(b))


def printed(detail: Detail) -> float:
    """The value in the unit as printed: cents and converted quantities turned back."""
    value: Any = detail.value
    if isinstance(value, Quantity):
        unit = next(u for u in UNITS.values() if u.name == value.printed)
        return (
            value.low if math.isfinite(value.low) else value.high
        ) / 1.0 / unit.factor - unit.offset / unit.factor
    value = value.low if math.isfinite(value.low) else value.high
    return float(value) * (100 if isinstance(detail.value, Money) and _in_cents(detail) else 1)


def _in_cents(detail: Detail) -> bool:
    """Whether the whole sum is in cents; "3 dollars 50 cents" is in dollars."""
    words = detail.text.split()
    return len(words) <= 3 and words[-1].endswith(("cent", "cents", "pence", "p", "penny"))


def check_number(detail: Detail, result: dict[str, Any]) -> bool:
    text = result["value"]
    return text is not None and near(printed(detail), float(text))


def check_money(detail: Detail, result: dict[str, Any]) -> bool:
    if result["value"] is None:
        return False
    code = result.get("isoCurrency")
    value: Any = detail.value
    return near(printed(detail), float(result["value"])) and (code is None or value.currency == code)


def check_dimension(detail: Detail, result: dict[str, Any]) -> bool:
    if result["value"] is None:
        return False
    return near(printed(detail), float(result["value"])) and plain_unit(detail) == plain(result["unit"])


def check_quantity(detail: Detail, result: dict[str, Any]) -> bool:
    value: Any = detail.value
    low, high = (0.0 if math.isinf(x) else x for x in (value.low, value.high))
    if isinstance(value, Quantity):
        unit = next(u for u in UNITS.values() if u.name == value.printed)
        low, high = ((x - unit.offset) / unit.factor for x in (value.low, value.high))
        low, high = (high if math.isinf(low) else low), (low if math.isinf(high) else high)
        if plain_unit(detail) != plain(result["unit"]):
            return False
    middle = high if math.isinf(value.low) else low if math.isinf(value.high) else (low + high) / 2
    return near(middle, float(result["value"]), 1e-3) or (result["unit"] == "dozen" and near(middle, 12))


def plain_unit(detail: Detail) -> str:
    return plain(getattr(detail.value, "printed", ""))


def plain(unit: str) -> str:
    low = unit.lower().replace("meter", "metre").replace("liter", "litre").replace("metric ton", "tonne")
    return "tonne" if low == "ton" else low


def check_date(detail: Detail, result: dict[str, Any]) -> bool:
    value: Any = detail.value
    return value.start != "" and value.start == result.get("value", result.get("start"))


def check_range(detail: Detail, result: dict[str, Any]) -> bool:
    value: Any = detail.value
    if not value.start:
        return False
    after = (date.fromisoformat(value.end) + timedelta(days=1)).isoformat()
    start, end = result.get("start"), result.get("end")
    if start and end:
        return bool(value.start == start and end in (after, value.end))
    return (start or end) in (value.start, after)


def check_time(detail: Detail, result: dict[str, Any]) -> bool:
    value: Any = detail.value
    if "value" in result:
        return bool(clock(value.start) == result["value"])
    ends = [result[name] for name in ("start", "end") if name in result]
    return (
        bool(ends)
        and ends[0] in (clock(value.start), clock(value.end))
        and ends[-1] in (clock(value.start), clock(value.end))
    )


def clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def check_duration(detail: Detail, result: dict[str, Any]) -> bool:
    value: Any = detail.value
    seconds = [x for x in (value.low, value.high) if math.isfinite(x)]
    return bool(seconds) and near(seconds[0], float(result["value"]), 0.03)


DATETIME: dict[str, tuple[tuple[str, ...], Check]] = {
    "date": (("date",), check_date),
    "daterange": (("date",), check_range),
    "time": (("time",), check_time),
    "timerange": (("time",), check_time),
    "duration": (("quantity",), check_duration),
    "datetime": (("date", "time"), lambda d, r: check_part_of_datetime(d, r)),
}
NUMERIC: dict[str, tuple[tuple[str, ...], Check]] = {
    "number": (("number", "percent", "money", "quantity"), check_number),
    "currency": (("money",), check_money),
    "dimension": (("quantity",), check_dimension),
}


def check_part_of_datetime(detail: Detail, result: dict[str, Any]) -> bool:
    """Date and time are two details of ours: each is checked against its half."""
    day, _, time = result["value"].partition(" ")
    value: Any = detail.value
    return bool(value.start == day) if detail.type == "date" else bool(clock(value.start) == time)


def read_model(path: Path) -> Iterator[Case]:
    for row in json.loads(path.read_text(encoding="utf-8-sig")):
        expected, skipped = [], []
        for result in row["Results"]:
            name = str(result.get("TypeName")).removeprefix("datetimeV2.")
            start, end = (
                result["Start"],
                result["End"] + 1 if "End" in result else result["Start"] + len(result["Text"]),
            )
            if name in LEFT_OUT:
                skipped.append((start, end))
                continue
            if (result.get("Resolution") or {}).get("value", "") is None:
                skipped.append((start, end))
                continue
            if (result.get("Resolution") or {}).get("subtype") == "power":
                skipped.append((start, end))
                continue
            types, check = (DATETIME | NUMERIC)[name]
            expected.append(Expected(start, end, types, check, result.get("Resolution") or {}))
        published = row.get("Context", {}).get("ReferenceDateTime")
        yield Case(row["Input"], published, tuple(expected), tuple(skipped))


def read_quantities(path: Path) -> Iterator[Case]:
    types = ("number", "quantity", "money", "percent")
    for row in json.loads(path.read_text(encoding="utf-8")):
        expected, at = [], 0
        for result in row["res"]:
            start = row["req"].find(result["surface"], at)
            if start < 0:
                start = row["req"].find(result["surface"])
            at = start + len(result["surface"])
            expected.append(Expected(start, at, types, check_quantity, result))
        yield Case(row["req"], None, tuple(expected))


def agrees(expected: Expected, details: list[Detail]) -> tuple[bool, bool, bool]:
    """Span exact, span found, value right: for a date and time over all details inside the span."""
    inside = [
        d for d in details if d.type in expected.types and d.start < expected.end and d.end > expected.start
    ]
    exact = any((d.start, d.end) == (expected.start, expected.end) for d in inside)
    covered = sum(min(d.end, expected.end) - max(d.start, expected.start) for d in inside)
    union = max([expected.end, *(d.end for d in inside)]) - min([expected.start, *(d.start for d in inside)])
    found = bool(inside) and covered >= union / 2
    values = expected.result.get("values", [expected.result])
    whole = expected.types == ("date", "time")
    judge = all if whole else any
    right = found and any(judge(expected.check(d, value) for d in inside) for value in values)
    return exact, found, right and (not whole or {d.type for d in inside} == {"date", "time"})


def score(cases: list[Case], list_misses: bool, find: Callable[[Case], list[Detail]]) -> dict[str, Any]:
    counts = Counter[str]()
    for case in cases:
        details = find(case)
        if any(e.check is check_number for e in case.expected):
            details = [numeral(d) for d in details]
        types = {name for expected in case.expected for name in expected.types} or {"number"}
        spans = [(e.start, e.end) for e in case.expected] + list(case.skipped)
        spurious = [
            d for d in details if d.type in types and not any(d.start < b and d.end > a for a, b in spans)
        ]
        results = [agrees(expected, details) for expected in case.expected]
        counts.update(
            expected=len(results), exact=sum(r[0] for r in results), span=sum(r[1] for r in results)
        )
        right = not spurious and all(r[2] for r in results)
        counts.update(value=sum(r[2] for r in results), spurious=len(spurious), cases=1, right=right)
        if list_misses and not right:
            print_miss(case, details, results)
    total = max(1, counts["expected"])
    shares = {name: round(counts[name] / total, 4) for name in ("exact", "span", "value")}
    return {
        "cases": counts["cases"],
        "right": round(counts["right"] / max(1, counts["cases"]), 4),
        "expected": counts["expected"],
        **shares,
        "spurious": counts["spurious"],
    }


def numeral(detail: Detail) -> Detail:
    """A number-like detail cut down to its numeral, as number_model wants it."""
    own = getattr(detail.value, "text", "") if isinstance(detail.value, Amount) else ""
    at = detail.text.find(own)
    if not own or at < 0:
        return detail
    return replace(detail, start=detail.start + at, end=detail.start + at + len(own), text=own)


def print_miss(case: Case, details: list[Detail], results: list[tuple[bool, bool, bool]]) -> None:
    print("TEXT", case.text)
    for expected, result in zip(case.expected, results, strict=True):
        if not result[2]:
            print(
                "   want",
                repr(case.text[expected.start : expected.end]),
                json.dumps(expected.result, ensure_ascii=False)[:200],
                result[:2],
            )
    for detail in details:
        if detail.type in ("number", "quantity", "money", "percent", "date", "time"):
            print(
                "   got ",
                detail.type,
                repr(detail.text),
                json.dumps(
                    {k: v for k, v in detail.value.to_json().items() if k != "role"}, ensure_ascii=False
                ),
            )  # type: ignore[union-attr]


def ours(case: Case) -> list[Detail]:
    return find_details(case.text, case.published)


def specifications(folder: Path, listed: str | None, libraries: bool) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for path in sorted(folder.glob("*.json")):
        cases = list(read_quantities(path) if path.name == "quantities.json" else read_model(path))
        table[path.stem] = score(cases, path.stem == listed, ours)
        for kind in DATETIME if path.stem.startswith("datetime") else ():
            some = [
                c
                for c in cases
                if any(e.check is DATETIME[kind][1] and e.types == DATETIME[kind][0] for e in c.expected)
            ]
            table[f"  cases with {kind}"] = score(some, kind == listed, ours)
        name = "dateparser" if path.stem.startswith("datetime") else "quantulum3"
        if libraries and find_spec(name):
            find = with_dateparser() if name == "dateparser" else with_quantulum()
            table[f"  {find.__name__} on {path.stem}"] = score(cases, False, find)
    return table


# --- libraries used plainly, as far as they are installed ---


def with_quantulum() -> Callable[[Case], list[Detail]]:
    """quantulum3's parser; its units by name, a percentage and a currency as such."""
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False  # its pickled classifier needs an older scikit-learn

    def quantulum3(case: Case) -> list[Detail]:
        return [from_quantulum(case.text, found) for found in parser.parse(case.text)]

    return quantulum3


def from_quantulum(text: str, found: Any) -> Detail:
    start, end = found.span
    name, value, step = found.unit.name, float(found.value), float(found.uncertainty or 0.0)
    if found.unit.entity.name == "currency":
        money = Money(value - step, value + step, currency=(found.unit.symbols or [""])[0])
        return Detail("money", start, end, text[start:end], money)
    if name in ("dimensionless", "percentage"):
        return Detail(
            "number", start, end, text[start:end], Number(value - step, value + step, text=text[start:end])
        )
    unit = next((u for u in UNITS.values() if plain(u.name) == plain(name)), None)
    if unit is None:
        return Detail("quantity", start, end, text[start:end], Number(value, value))
    low, high = ((x * unit.factor + unit.offset) for x in (value - step, value + step))
    quantity = Quantity(low, high, dimension=unit.dimension, unit=unit.base, printed=unit.name)
    return Detail("quantity", start, end, text[start:end], quantity)


def with_dateparser() -> Callable[[Case], list[Detail]]:
    """dateparser.search with English and the reference date; it has no ranges, so a moment is a day and a time."""
    from dateparser.search import search_dates

    def dateparser(case: Case) -> list[Detail]:
        base = datetime.fromisoformat(case.published or "2016-11-07T00:00:00")
        hits = search_dates(case.text, languages=["en"], settings={"RELATIVE_BASE": base}) or []
        details, at = [], 0
        for words, moment in hits:
            start = max(0, case.text.find(words, at))
            at = start + len(words)
            day, seconds = moment.date().isoformat(), moment.hour * 3600 + moment.minute * 60 + moment.second
            details.append(Detail("date", start, at, words, Moment(day, day)))
            details.append(Detail("time", start, at, words, ClockTime(seconds, seconds)))
        return details

    return dateparser


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--phrases", action="store_true")
    parser.add_argument("--list", default=None)
    parser.add_argument("--libraries", action="store_true")
    options = parser.parse_args()
    table = phrases(options.list) if options.phrases else {}
    if options.folder:
        table |= specifications(options.folder, options.list, options.libraries)
        for name, row in table.items():
            print(name, json.dumps(row))
        return
    print(json.dumps(table, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
