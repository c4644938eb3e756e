"""Which rules are judged, and what may fail: the settings as a function of rule, severity and path."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import cached_property

from compare.errors import SettingsError
from compare.gate.records import Level
from compare.judge.rules import RULES
from compare.records import Severity
from compare.settings import CheckSettings

JUDGED = tuple(code for code, rule in RULES.items() if rule.kind in ("divergence", "revision"))
"""The rules that the gate knows."""

ALL = "ALL"
NOTES = ("REV508",)
"""Rules that explain why something passed; they are no warnings unless the settings say so."""

SEVERITIES: tuple[Severity, ...] = ("hard", "soft", "review")
LEVELS = ("fail_on", "error", "warn")
WARN = LEVELS.index("warn")
OWN = ("select", "ignore", "fail_on", "error", "warn")
"""What a path may have of its own."""


@dataclass(frozen=True)
class Selector:
    """A rule, or several: the beginning of their codes, and from which severity on."""

    prefix: str
    severity: Severity | None

    @classmethod
    def parse(cls, text: str, where: str) -> Selector:
        """ "DIV4:soft" as a selector. Raises SettingsError for a rule or severity that is none."""
        prefix, colon, severity = text.strip().partition(":")
        prefix = "" if prefix.upper() == ALL else prefix.upper()
        if not any(code.startswith(prefix) for code in JUDGED) or not text.strip():
            raise SettingsError(f"{where}: no rule begins with {text!r}; {_rule_hint(text)}")
        if colon and severity not in SEVERITIES:
            raise SettingsError(f"{where}: {severity!r} is no severity; use {', '.join(SEVERITIES)}")
        return cls(prefix, severity if colon else None)  # type: ignore[arg-type]

    def fits(self, code: str, severity: Severity) -> bool:
        """Whether a finding is meant."""
        if not code.startswith(self.prefix):
            return False
        return self.severity is None or (
            severity in SEVERITIES and SEVERITIES.index(severity) <= SEVERITIES.index(self.severity)
        )

    @property
    def exactness(self) -> int:
        """The longer its rule is, the more it counts."""
        return len(self.prefix)


@dataclass(frozen=True)
class Policy:
    """The settings of the check, read."""

    settings: CheckSettings

    def __post_init__(self) -> None:
        for path, table in self.settings.per_path.items():
            _check_table(path, table)
        self._selectors  # noqa: B018  mistakes in the settings are found before the work

    @property
    def rules(self) -> tuple[str, ...]:
        """The codes that are judged at all, sorted."""
        tables = [table for _, table in self._tables]
        return tuple(sorted(code for code in JUDGED if any(_selected(code, table) for table in tables)))

    def level(self, code: str, severity: Severity, path: str) -> Level | None:
        """What a finding at a path may do; None when its rule isn't judged there."""
        table = next((table for pattern, table in reversed(self._tables) if fnmatchcase(path, pattern)), None)
        assert table is not None
        if not _selected(code, table):
            return None
        ranked = [
            (selector.exactness, rank)
            for rank, name in enumerate(LEVELS)
            for selector in table[name]
            if selector.fits(code, severity)
        ]
        plain: Level = "note" if code in NOTES else "warn"
        if not ranked:
            return plain
        return "warn" if max(ranked)[1] == WARN else "error"

    @cached_property
    def _tables(self) -> tuple[tuple[str, dict[str, list[Selector]]], ...]:
        return self._selectors

    @cached_property
    def _selectors(self) -> tuple[tuple[str, dict[str, list[Selector]]], ...]:
        """For each pattern of paths the selectors that hold there; the general ones first."""
        general = {name: list(getattr(self.settings, name)) for name in OWN}
        tables = [("*", general, "check")]
        tables += [
            (pattern, general | table, f"check.per_path.{pattern}")
            for pattern, table in self.settings.per_path.items()
        ]
        return tuple(
            (
                pattern,
                {name: [Selector.parse(text, f"{where}.{name}") for text in table[name]] for name in OWN},
            )
            for pattern, table, where in tables
        )


def with_options(
    settings: CheckSettings, select: Sequence[str], ignore: Sequence[str], fail_on: Sequence[str]
) -> CheckSettings:
    """The settings with what the command line says in their place; what is ignored there adds up."""
    return replace(
        settings,
        select=tuple(select) or settings.select,
        ignore=(*settings.ignore, *ignore),
        fail_on=tuple(fail_on) or settings.fail_on,
    )


def _selected(code: str, table: dict[str, list[Selector]]) -> bool:
    """Whether the longest entry that fits is one of `select`; `ignore` wins a tie."""
    ranked = [
        (selector.exactness, name == "ignore", name)
        for name in ("select", "ignore")
        for selector in table[name]
        if code.startswith(selector.prefix)
    ]
    return bool(ranked) and max(ranked)[2] == "select"


def _check_table(path: str, table: object) -> None:
    if not isinstance(table, dict):
        raise SettingsError(f"check.per_path.{path} must be a table, not {table!r}")
    for name, value in table.items():
        if name not in OWN:
            raise SettingsError(
                f"check.per_path.{path}.{name} is not a setting; known here: {', '.join(OWN)}"
            )
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise SettingsError(f"check.per_path.{path}.{name} must be a list of rules, not {value!r}")


def _rule_hint(text: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(text.partition(":")[0].upper(), JUDGED, n=1)
    return f"did you mean {close[0]}?" if close else "use a code, DIV, REV or all"
