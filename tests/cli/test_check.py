"""`claimcompare check`: exit codes, options, files."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import FIRST, SECOND, Command


def git(*arguments: str) -> None:
    who = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org"]
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def news() -> Path:
    """A corpus of one story without a contradiction, committed."""
    story = Path("news/mill")
    story.mkdir(parents=True)
    (story / "first.txt").write_text(FIRST)
    (story / "second.txt").write_text(SECOND.replace("410", "140"))
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "The corpus")
    return story


def test_a_change_that_may_go_in_is_0_and_one_that_may_not_is_1(claimcompare: Command, news: Path) -> None:
    fine = claimcompare("check", "news", "--base", "main")
    assert (fine.code, fine.err) == (0, "")
    assert "Check passed" in fine.out
    (news / "second.txt").write_text(SECOND)
    bad = claimcompare("check", "news", "--base", "main")
    assert (bad.code, bad.err) == (1, "")
    assert "news/mill/second.txt:1:65" in bad.out
    assert "DIV401" in bad.out
    assert "[410]" in bad.out
    assert claimcompare("check", "news").code == 1
    assert claimcompare("check", "news", "--base", "main", "--ignore", "DIV401,REV502").code == 0
    assert claimcompare("check", "news", "--base", "main", "--select", "REV503").code == 0
    assert claimcompare("check", "news", "--base", "main", "--fail-on", "REV503").code == 0
    assert claimcompare("check", "news", "--base", "main", "--fail-on", "DIV:hard").code == 1


def test_strict_fails_on_what_was_there(claimcompare: Command, news: Path) -> None:
    (news / "second.txt").write_text(SECOND)
    git("commit", "-qam", "A contradiction")
    assert claimcompare("check", "news", "--base", "main").code == 0
    assert claimcompare("check", "news", "--base", "main", "--strict").code == 1


def test_several_reports_at_once(claimcompare: Command, news: Path, tmp_path: Path) -> None:
    (news / "second.txt").write_text(SECOND)
    done = claimcompare(
        "check", "news", "-o", f"json={tmp_path / 'a.json'}", "-o", f"sarif={tmp_path / 'a.sarif'}", "--format", "github"
    )  # fmt: skip
    assert done.code == 1
    assert done.out.startswith("::")
    assert json.loads((tmp_path / "a.json").read_text())
    assert json.loads((tmp_path / "a.sarif").read_text())["version"] == "2.1.0"


def test_quiet_prints_nothing(claimcompare: Command, news: Path) -> None:
    (news / "second.txt").write_text(SECOND)
    assert claimcompare("check", "news", "-q") == (1, "", "")


def test_a_settings_file_is_obeyed(claimcompare: Command, news: Path) -> None:
    (news / "second.txt").write_text(SECOND)
    Path("claimcompare.toml").write_text('[check]\nwarn = ["DIV401", "REV502"]\n')
    done = claimcompare("check", "news", "--base", "main")
    assert done.code == 0
    assert "DIV401 warning" in done.out
    Path("claimcompare.toml").write_text('[check.per_path."mill/second*"]\nignore = ["REV502"]\n')
    assert "REV502" not in claimcompare("check", "news", "--base", "main").out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "nowhere"], "nowhere: no such folder"),
        (["check", "news/mill/first.txt"], "is a file; give the folder it is in"),
        (["check", "news", "--base", "v9"], "v9: no such commit, branch or tag"),
        (["check", "news", "--against", "nowhere"], "nowhere: no such folder"),
        (["check", "news", "--base", "main", "--against", "news"], "exclude each other"),
        (["check", "news", "--select", "DIV4O1"], "no rule begins with 'DIV4O1'"),
        (["check", "news", "--baseline", "none.jsonl"], "none.jsonl: can't be read"),
        (["check", "news", "--review", "none.json"], "none.json: can't be read"),
        (["check", "news", "-o", "sarif"], "'sarif' is not FORMAT=FILE"),
        (["check", "news", "-o", "pdf=x.pdf"], "is not FORMAT=FILE"),
        (["check", "news", "-o", "json=no/such/folder.json"], "there is no folder"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_2_with_one_line(
    claimcompare: Command, news: Path, arguments: list[str], message: str
) -> None:
    done = claimcompare(*arguments)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert done.err.count("\n") == 1


def test_outside_a_repository_a_base_is_2(claimcompare: Command, tmp_path: Path) -> None:
    (tmp_path / "work" / "plain").mkdir()
    done = claimcompare("check", "plain", "--base", "main")
    assert done.code == 2
    assert "not in a git repository" in done.err


def test_a_crash_is_2(claimcompare: Command, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("compare.gate.check.pair_states", crash)
    done = claimcompare("check", "news")
    assert done.code == 2
    assert "internal error: ZeroDivisionError" in done.err


def test_what_is_unchanged_loads_no_model(process: Command, news: Path) -> None:
    process("check", "news", "--base", "main")
    code = (
        "import sys; from compare.cli import run; run(['check', 'news', '--base', 'main', '-q'])\n"
        "print(*({'onnxruntime', 'torch', 'pandas', 'trafilatura'} & set(sys.modules)))"
    )
    import sys

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"
