"""Whatever is wrong with the input: exit code 2, one line that says what and where, and nothing written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Command, Done


def failed(done: Done, *words: str) -> None:
    """The command failed in one clear line."""
    assert (done.code, done.out) == (2, "")
    line, *more = done.err.splitlines()
    assert not more, done.err
    assert line.startswith("claimcompare: error: ")
    assert "internal error" not in line
    for word in words:
        assert word in line


def put(name: str, data: bytes) -> str:
    """A file in the working directory."""
    Path(name).write_bytes(data)
    return name


def test_missing_file(claimcompare: Command, story: list[str]) -> None:
    failed(claimcompare("diff", story[0], "nowhere.txt"), "nowhere.txt")


def test_folder_without_articles(claimcompare: Command) -> None:
    Path("empty").mkdir()
    failed(claimcompare("diff", "empty"), "empty")


def test_one_article_only(claimcompare: Command, story: list[str]) -> None:
    failed(claimcompare("diff", story[0]), story[0], "one article")


def test_the_same_file_twice(claimcompare: Command, story: list[str]) -> None:
    failed(claimcompare("diff", story[0], f"./{story[0]}"), story[0])


def test_empty_file(claimcompare: Command, story: list[str]) -> None:
    failed(claimcompare("diff", story[0], put("blank.txt", b"")), "blank.txt")


def test_binary_file(claimcompare: Command, story: list[str]) -> None:
    failed(claimcompare("diff", story[0], put("picture.txt", bytes(range(256)) * 40)), "picture.txt")


@pytest.mark.parametrize("unit", ["word ", "word"], ids=["words", "one word"])
def test_a_line_of_a_million_characters_without_a_stop(
    claimcompare: Command, story: list[str], unit: str
) -> None:
    endless = put("endless.txt", b"A first line.\n" + unit.encode() * (1_000_000 // len(unit)))
    failed(claimcompare("diff", story[0], endless), "endless.txt", "line 2", "without a full stop")


def test_file_over_the_limit(claimcompare: Command, story: list[str]) -> None:
    with Path("huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    failed(claimcompare("diff", story[0], "huge.txt"), "huge.txt", "max_bytes")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="may read everything")
def test_unreadable_file(claimcompare: Command, story: list[str]) -> None:
    Path(story[1]).chmod(0)
    failed(claimcompare("diff", *story), story[1], "ermission")


def test_folder_with_a_link_loop(claimcompare: Command) -> None:
    Path("loop").mkdir()
    Path("loop/again").symlink_to(Path("loop").absolute())
    failed(claimcompare("diff", "loop"), "loop")


def test_invalid_json_at_a_line(claimcompare: Command, story: list[str]) -> None:
    failed(
        claimcompare("diff", story[0], put("lines.jsonl", b'{"text": "One."}\n{"text": \n')),
        "lines.jsonl",
        "line 2",
    )


def test_csv_without_a_text_column(claimcompare: Command, story: list[str]) -> None:
    failed(claimcompare("diff", story[0], put("table.csv", b"a,b\n1,2\n")), "table.csv", "text")


def test_unknown_setting(claimcompare: Command, story: list[str]) -> None:
    put("mine.toml", b"[embed]\ncahce = false\n")
    failed(
        claimcompare("diff", *story, "--settings", "mine.toml"), "mine.toml", "cahce", "did you mean cache?"
    )


def test_missing_settings_file(claimcompare: Command, story: list[str]) -> None:
    failed(claimcompare("diff", *story, "--settings", "nowhere.toml"), "nowhere.toml")


def test_unknown_model(claimcompare: Command, story: list[str]) -> None:
    failed(claimcompare("diff", *story, "--model", "no/such-model"), "no/such-model")


def test_unknown_field(claimcompare: Command, story: list[str]) -> None:
    failed(claimcompare("diff", *story, "--fields", "txt=body"), "txt", "did you mean text?")
    failed(claimcompare("diff", *story, "--fields", "text"), "NAME=FIELD")


def test_unknown_section(claimcompare: Command, story: list[str]) -> None:
    failed(claimcompare("diff", *story, "--only", "divergence"), "did you mean divergences?")


def test_unknown_option_format_and_command(claimcompare: Command, story: list[str]) -> None:
    failed(claimcompare("diff", *story, "--colour"), "--color")
    failed(claimcompare("diff", *story, "--format", "xml"), "xml")
    failed(claimcompare("dif", *story), "did you mean diff?")


def test_no_input(claimcompare: Command) -> None:
    failed(claimcompare("diff"), "claimcompare diff --help")


def test_output_over_an_input(claimcompare: Command, story: list[str]) -> None:
    before = Path(story[0]).read_bytes()
    failed(claimcompare("diff", *story, "-o", story[0]), story[0], "one of the inputs")
    Path("link.txt").symlink_to(story[0])
    failed(claimcompare("diff", *story, "-o", "link.txt"), "one of the inputs")
    assert Path(story[0]).read_bytes() == before


def test_output_over_a_file_of_an_input_folder(claimcompare: Command, story: list[str]) -> None:
    failed(claimcompare("diff", ".", "-o", story[0]), "one of the inputs")


def test_output_where_nothing_can_be_written(claimcompare: Command, story: list[str]) -> None:
    Path("folder").mkdir()
    failed(claimcompare("diff", *story, "-o", "folder"), "is a folder")
    failed(claimcompare("diff", *story, "-o", "nowhere/report.json"), "nowhere")


def test_unknown_rule(claimcompare: Command) -> None:
    failed(claimcompare("explain", "DIV999"), "DIV999")


def test_unknown_finding(claimcompare: Command, story: list[str]) -> None:
    failed(claimcompare("explain", "f0000000", *story), "f0000000")
    failed(claimcompare("explain", "f0000000"), "f0000000", "FILE")


def test_control_characters_in_a_name_are_shown(claimcompare: Command) -> None:
    failed(claimcompare("diff", "\x1b[2J.txt", "b.txt"), "␛[2J.txt")
