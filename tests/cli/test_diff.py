"""`claimcompare diff`: formats, files, exit codes."""

from __future__ import annotations

import csv
import json
import os
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Command


def test_the_report_is_printed(claimcompare: Command, story: list[str]) -> None:
    done = claimcompare("diff", *story)
    assert (done.code, done.err) == (0, "")
    assert "[140]" in done.out
    assert "[410]" in done.out
    assert "Only in A  first" in done.out
    assert "bank in Vienna" in done.out


def test_the_order_of_the_arguments_changes_nothing(claimcompare: Command, story: list[str]) -> None:
    for format in ("terminal", "json", "csv", "markdown"):
        there = claimcompare("diff", *story, "--format", format).out
        assert there == claimcompare("diff", *reversed(story), "--format", format).out


def test_the_cache_changes_nothing(claimcompare: Command, story: list[str]) -> None:
    without = claimcompare("diff", *story, "--format", "json", "--no-cache").out
    cold = claimcompare("diff", *story, "--format", "json").out
    warm = claimcompare("diff", *story, "--format", "json").out
    assert without == cold == warm


def test_exit_code_is_1_for_a_divergence(claimcompare: Command, story: list[str]) -> None:
    assert claimcompare("diff", *story, "--exit-code").code == 1
    Path("third.txt").write_text("Ducks live on the lake near Graz.\n", encoding="utf-8")
    assert claimcompare("diff", story[0], "third.txt", "--exit-code").code == 0


def test_quiet_prints_nothing(claimcompare: Command, story: list[str]) -> None:
    assert claimcompare("diff", *story, "--quiet", "--exit-code") == (1, "", "")


@pytest.mark.parametrize("name", ["report.json", "report.csv", "report.md", "report.txt"])
def test_the_ending_of_the_file_chooses_the_format(
    name: str, claimcompare: Command, story: list[str]
) -> None:
    assert claimcompare("diff", *story, "-o", name) == (0, "", "")
    text = Path(name).read_text(encoding="utf-8")
    format = {".json": "json", ".csv": "csv", ".md": "markdown", ".txt": "terminal"}[Path(name).suffix]
    assert text == claimcompare("diff", *story, "--format", format).out.replace("\r\n", "\n")


def test_a_report_can_be_read_back(claimcompare: Command, story: list[str]) -> None:
    report = json.loads(claimcompare("diff", *story, "--format", "json").out)
    rows = list(csv.DictReader(claimcompare("diff", *story, "--format", "csv").out.splitlines()))
    assert {row["id"] for row in rows} == {finding["id"] for finding in report["findings"]}


def test_a_file_is_replaced_whole_and_keeps_its_permissions(claimcompare: Command, story: list[str]) -> None:
    Path("report.md").write_text("old", encoding="utf-8")
    Path("report.md").chmod(0o640)
    Path("link.md").symlink_to("report.md")
    assert claimcompare("diff", *story, "-o", "link.md").code == 0
    assert Path("link.md").is_symlink()
    assert Path("report.md").read_text(encoding="utf-8").startswith("# ")
    assert Path("report.md").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in Path().iterdir()) == [
        "first.txt",
        "link.md",
        "report.md",
        "second.txt",
    ]


def test_a_device_is_written_to_not_replaced(claimcompare: Command, story: list[str]) -> None:
    assert claimcompare("diff", *story, "-o", os.devnull).code == 0
    assert not Path(os.devnull).is_file()


def test_files_have_no_colour_unless_always(
    claimcompare: Command, story: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in claimcompare("diff", *story).out
    claimcompare("diff", *story, "-o", "plain.txt")
    claimcompare("diff", *story, "-o", "colored.txt", "--color", "always")
    assert "\x1b[" not in Path("plain.txt").read_text(encoding="utf-8")
    assert "\x1b[" in Path("colored.txt").read_text(encoding="utf-8")


def test_no_color_wins_over_force_color_and_an_option_over_both(
    claimcompare: Command, story: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in claimcompare("diff", *story).out
    assert "\x1b[" in claimcompare("diff", *story, "--color", "always").out


def test_width_comes_from_the_option_then_from_columns(
    claimcompare: Command, story: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def width(*options: str) -> int:
        return max(map(len, claimcompare("diff", *story, *options).out.splitlines()))

    monkeypatch.setenv("COLUMNS", "70")
    assert width() == 70
    assert width("--width", "50") == 50
    monkeypatch.setenv("COLUMNS", "many")
    assert width() >= 70


def test_top_and_only_say_what_they_hide(claimcompare: Command, story: list[str]) -> None:
    out = claimcompare("diff", *story, "--only", "additions", "--top", "1").out
    assert "Divergences" not in out
    assert "1 more; --top 1 hides them" in out


def test_settings_come_from_the_nearest_file(claimcompare: Command, story: list[str]) -> None:
    Path("claimcompare.toml").write_text("[align]\nmatch = 2.0\n", encoding="utf-8")
    report = json.loads(claimcompare("diff", *story, "--format", "json").out)
    assert report["settings"]["align"]["match"] == 2.0
    assert report["matches"] == []


def test_fields_say_which_column_is_what(claimcompare: Command) -> None:
    Path("table.csv").write_text(
        "body,outlet\nThe mill closed.,The Echo\nThe mill was shut down.,The Post\n", encoding="utf-8"
    )
    done = claimcompare("diff", "table.csv", "--fields", "text=body,source=outlet", "--format", "json")
    assert [source["source"] for source in json.loads(done.out)["sources"]] == ["The Echo", "The Post"]


def test_a_damaged_cache_costs_one_line_and_no_answer(
    claimcompare: Command, story: list[str], tmp_path: Path
) -> None:
    before = claimcompare("diff", *story)
    kept = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert kept
    for path in kept:
        path.write_bytes(b"\x00not a cache" * 50)
    after = claimcompare("diff", *story)
    assert (after.code, after.out) == (0, before.out)
    assert re.fullmatch(r"claimcompare: warning: [^\n]+\n", after.err)


def test_a_cache_that_cannot_be_kept_costs_one_line(
    claimcompare: Command, story: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "taken"))
    done = claimcompare("diff", *story)
    assert done.code == 0
    assert "[140]" in done.out
    assert re.fullmatch(r"claimcompare: warning: [^\n]+\n", done.err)
