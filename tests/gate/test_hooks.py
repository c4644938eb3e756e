"""The pre-commit hook, and the recipes of docs/ci.md, run for real in a git repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from benchmarks.gate_demonstration import Done, Newsroom

ROOT = Path(__file__).resolve().parents[2]
CI = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")


def recipe(heading: str) -> str:
    """The first block of code under a heading of docs/ci.md."""
    found = re.search(rf"^## {heading}\n.*?^```\w+\n(.*?)^```$", CI, re.DOTALL | re.MULTILINE)
    assert found, heading
    return found[1]


@pytest.fixture
def room(tmp_path: Path, cache: Path) -> Newsroom:
    """The corpus in a folder `news`, in a repository that was cloned from another; `claimcompare` is on the path."""
    made = Newsroom(tmp_path / "origin")
    made.set(XDG_CACHE_HOME=str(cache))
    made.git("mv", "kessel", "story")
    (made.folder / "news").mkdir()
    made.git("mv", "story", "news/kessel")
    made.commit("The corpus has a folder of its own")
    made.git("clone", "--quiet", ".", str(tmp_path / "clone"))
    made.folder = tmp_path / "clone"
    made.git("switch", "--quiet", "--create", "change")
    return made


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A PATH on which `claimcompare` is this checkout."""
    command = tmp_path / "bin" / "claimcompare"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m compare "$@"\n')
    command.chmod(0o755)
    return f"{command.parent}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"


def clash(room: Newsroom) -> None:
    room.edit("news/kessel/ledger.md", "47 people died", "74 people died")


class TestPreCommit:
    """`pre-commit` itself runs the hook of `.pre-commit-hooks.yaml` on `git commit`."""

    @pytest.fixture
    def hooked(self, room: Newsroom, path: str, tmp_path: Path) -> Newsroom:
        """The repository with the hook installed, as docs/ci.md says, but for where the hook and the command come from."""
        if shutil.which("pre-commit", path=path) is None:
            pytest.skip("pre-commit is not installed")
        hooks = tmp_path / "hooks"
        hooks.mkdir()
        shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks)
        for command in (["init", "-q"], ["add", "--all"], ["commit", "-q", "-m", "hooks"]):
            room.run("git", "-C", str(hooks), *command, fine=(0,))
        revision = room.run("git", "-C", str(hooks), "rev-parse", "HEAD").out.strip()
        config = yaml.safe_load(recipe("pre-commit"))
        config["repos"][0] |= {"repo": str(hooks), "rev": revision}
        config["repos"][0]["hooks"][0]["language"] = "system"
        room.write(".pre-commit-config.yaml", yaml.safe_dump(config))
        room.set(PATH=path, PRE_COMMIT_HOME=str(tmp_path / "pre-commit"))
        room.git("add", ".pre-commit-config.yaml")
        room.run("pre-commit", "install", fine=(0,))
        return room

    def commit(self, room: Newsroom) -> Done:
        room.git("add", "--all")
        return room.run("git", "commit", "--message", "a change")

    def test_a_clash_stops_the_commit_and_is_shown(self, hooked: Newsroom) -> None:
        clash(hooked)
        done = self.commit(hooked)
        assert done.code == 1
        assert "news/kessel/ledger.md:7" in done.out + done.err
        assert "[Forty-seven] people died" in done.out + done.err
        assert hooked.git("log", "--oneline", "main..").strip() == ""

    def test_a_reworded_sentence_goes_through(self, hooked: Newsroom) -> None:
        hooked.edit(
            "news/kessel/herald.md",
            "three pontoon bridges to Lower Kessel",
            "three pontoon bridges into Lower Kessel",
        )
        assert self.commit(hooked).code == 0
        assert hooked.git("log", "--oneline", "main..").strip()

    def test_a_commit_that_only_deletes_an_article_is_checked_too(self, hooked: Newsroom) -> None:
        (hooked.folder / "news/kessel/herald.md").unlink()
        done = self.commit(hooked)
        assert done.code == 1
        assert "REV503" in done.out + done.err

    def test_what_is_not_staged_is_not_judged(self, hooked: Newsroom) -> None:
        hooked.write("notes.ini", "x")
        hooked.git("add", "notes.ini")
        clash(hooked)
        assert hooked.run("git", "commit", "--message", "notes only").code == 0

    def test_the_manifest_is_one(self) -> None:
        subprocess.run(
            [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")],
            check=True,
        )


class TestShell:
    def test_the_recipe_passes_a_fine_change_and_fails_a_clash(self, room: Newsroom, path: str) -> None:
        room.set(PATH=path)
        room.edit("news/kessel/herald.md", "title: Dam burst kills dozens", "title: Burst dam kills dozens")
        room.commit("headline")
        fine = room.run("sh", "-e", "-c", recipe("Any shell"))
        assert (fine.code, fine.err) == (0, "")
        assert room.read("comment.md").startswith("<!-- claimcompare check news -->\n## ✅")
        clash(room)
        room.commit("clash")
        failed = room.run("sh", "-e", "-c", recipe("Any shell"))
        assert failed.code == 1
        assert "DIV401" in failed.out
        assert "<failure" in room.read("check.xml")
        assert "❌" in room.read("comment.md")

    def test_every_format_is_in_the_table(self) -> None:
        from compare.report.check import FORMATS

        assert tuple(re.findall(r"^\| `(\w+)` \|", CI.split("## GitHub")[0], re.MULTILINE)) == FORMATS


class TestGitLab:
    def test_the_recipe_keeps_to_gitlabs_schema(self, tmp_path: Path) -> None:
        file = tmp_path / ".gitlab-ci.yml"
        file.write_text(recipe("GitLab"), encoding="utf-8")
        subprocess.run(
            [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.gitlab-ci", str(file)],
            check=True,
        )

    @pytest.mark.parametrize("variable", ["CI_MERGE_REQUEST_DIFF_BASE_SHA", "CI_COMMIT_BEFORE_SHA"])
    def test_its_script_fails_a_clash_and_leaves_the_reports(
        self, room: Newsroom, path: str, variable: str
    ) -> None:
        script = yaml.safe_load(recipe("GitLab"))["claims"]["script"]
        base = room.git("rev-parse", "HEAD").strip()
        room.set(PATH=path, **{variable: base})
        clash(room)
        room.commit("clash")
        done = room.run("bash", "-e", "-o", "pipefail", "-c", "\n".join(script))
        assert done.code == 1
        assert '"check_name": "DIV401"' in room.read("quality.json")
        assert "<failure" in room.read("check.xml")
