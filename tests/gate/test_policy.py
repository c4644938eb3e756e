"""Which rules are judged, and which fail."""

from __future__ import annotations

import pytest

from compare.errors import SettingsError
from compare.gate.policy import JUDGED, Policy, with_options
from compare.settings import CheckSettings, Settings


def level(code: str, severity: str = "none", path: str = "a/b.txt", **settings: object) -> str | None:
    """What a finding may do under settings."""
    return Policy(CheckSettings(**settings)).level(code, severity, path)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "severity", "expected"),
    [
        ("DIV401", "hard", "error"), ("DIV407", "soft", "warn"), ("DIV410", "review", "warn"),
        ("REV501", "none", "warn"), ("REV502", "hard", "error"), ("REV502", "soft", "error"), ("REV502", "review", "warn"),
        ("REV503", "none", "error"), ("REV504", "none", "error"), ("REV505", "none", "error"), ("REV506", "none", "error"),
        ("REV507", "none", "warn"), ("REV508", "none", "note"), ("REV509", "none", "error"), ("REV510", "none", "error"),
        ("REV511", "none", "warn"),
    ],
)  # fmt: skip
def test_the_default(code: str, severity: str, expected: str) -> None:
    assert level(code, severity) == expected


def test_every_divergence_and_every_rule_of_a_change_is_judged() -> None:
    assert Policy(CheckSettings()).rules == tuple(sorted(JUDGED))
    assert {code[:3] for code in JUDGED} == {"DIV", "REV"}


def test_select_and_ignore_the_longer_entry_holds() -> None:
    assert level("DIV401", "hard", select=("REV",)) is None
    assert level("DIV401", "hard", ignore=("DIV",)) is None
    assert level("DIV401", "hard", ignore=("DIV",), select=("all", "DIV401")) == "error"
    assert level("DIV402", "hard", ignore=("DIV",), select=("all", "DIV401")) is None
    assert level("DIV401", "hard", select=("DIV401",), ignore=("DIV401",)) is None


def test_fail_on_a_severity_means_that_and_surer() -> None:
    assert level("DIV401", "soft", fail_on=("DIV:soft",)) == "error"
    assert level("DIV401", "hard", fail_on=("DIV:soft",)) == "error"
    assert level("DIV401", "review", fail_on=("DIV:soft",)) == "warn"
    assert level("REV503", "none", fail_on=("DIV:soft",)) == "warn"
    assert level("DIV401", "review", fail_on=("all",)) == "error"


def test_error_and_warn_adjust_single_rules() -> None:
    assert level("REV501", error=("REV501",)) == "error"
    assert level("REV505", warn=("REV505",)) == "warn"
    assert level("DIV408", "hard", warn=("DIV408",)) == "warn"
    assert level("REV505", warn=("REV",)) == "error"
    assert level("REV508", error=("REV508",)) == "error"


def test_a_path_may_have_rules_of_its_own() -> None:
    table = {"archive/*": {"ignore": ["REV"]}, "archive/live/*": {"fail_on": ["all"]}}
    assert level("REV503", path="archive/2019/a.txt", per_path=table) is None
    assert level("REV503", path="news/a.txt", per_path=table) == "error"
    assert level("REV501", path="archive/live/a.txt", per_path=table) == "error"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"select": ("DIV4O1",)}, "check.select: no rule begins with 'DIV4O1'; did you mean DIV4"),
        ({"fail_on": ("DIV:sure",)}, "check.fail_on: 'sure' is no severity"),
        ({"ignore": ("",)}, "check.ignore: no rule begins with ''"),
        ({"warn": ("AGR101",)}, "check.warn: no rule begins with 'AGR101'"),
        ({"per_path": {"a/*": {"selekt": ["DIV"]}}}, r"check.per_path.a/\*.selekt is not a setting"),
        ({"per_path": {"a/*": {"select": "DIV"}}}, r"check.per_path.a/\*.select must be a list"),
    ],
)  # fmt: skip
def test_mistakes_are_named(settings: dict[str, object], message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        Policy(CheckSettings(**settings))  # type: ignore[arg-type]


def test_options_take_the_place_of_settings_and_what_is_ignored_adds_up() -> None:
    settings = CheckSettings(select=("DIV",), ignore=("DIV410",), fail_on=("DIV:soft",))
    changed = with_options(settings, ["REV"], ["REV507"], [])
    assert (changed.select, changed.ignore, changed.fail_on) == (
        ("REV",),
        ("DIV410", "REV507"),
        ("DIV:soft",),
    )


def test_they_are_read_from_a_settings_file() -> None:
    table = {
        "check": {"ignore": ["DIV410"], "facts": [{"text": "died"}], "per_path": {"a/*": {"warn": ["REV"]}}}
    }
    check = Settings.from_dict(table).check
    assert check.ignore == ("DIV410",)
    assert check.per_path == {"a/*": {"warn": ["REV"]}}
    with pytest.raises(SettingsError, match=r"check\.ignore must be of type list"):
        Settings.from_dict({"check": {"ignore": "DIV410"}})
    with pytest.raises(SettingsError, match=r"check.ignore\[0\] must be of type str"):
        Settings.from_dict({"check": {"ignore": [410]}})
