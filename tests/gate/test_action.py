"""The GitHub Action: its steps run as GitHub's shell runs them, with the environment that GitHub sets."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from benchmarks.gate_demonstration import Newsroom

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
DOCS = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")

BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail")
"""What `shell: bash` means to GitHub's runner."""


@dataclass(frozen=True)
class Ran:
    """How a step ended."""

    code: int
    log: str
    outputs: dict[str, str]
    summary: str


class Runner:
    """Runs steps of the action as GitHub does."""

    def __init__(self, room: Newsroom, temporary: Path) -> None:
        self.room, self.temporary = room, temporary
        self.temporary.mkdir(exist_ok=True)

    def run(self, name: str, **inputs: str) -> Ran:
        """Run a step with inputs; the others have their defaults, of an event that isn't there."""
        files = {key: self.temporary / key for key in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_PATH")}
        for file in files.values():
            file.write_text("")
        script = self.temporary / "script.sh"
        script.write_text(STEPS[name]["run"])
        self.room.set(
            RUNNER_TEMP=str(self.temporary),
            **{key: str(file) for key, file in files.items()},
            **{key: self._value(value, inputs) for key, value in STEPS[name]["env"].items()},
        )
        done = self.room.run(*BASH, str(script))
        return Ran(
            done.code,
            done.out + done.err,
            outputs(files["GITHUB_OUTPUT"].read_text()),
            files["GITHUB_STEP_SUMMARY"].read_text(),
        )

    def _value(self, expression: str, inputs: dict[str, str]) -> str:
        name = re.fullmatch(r"\$\{\{ (inputs|github)\.([\w-]+) \}\}", expression)
        assert name, expression
        if name[1] == "github":
            return {"action_path": str(ROOT)}[name[2]]
        default = ACTION["inputs"][name[2]]["default"]
        return inputs.get(name[2], "" if "${{" in default else default)


def outputs(text: str) -> dict[str, str]:
    """What GITHUB_OUTPUT says, read as GitHub's runner reads it."""
    found: dict[str, str] = {}
    lines = iter(text.splitlines())
    for line in lines:
        name, mark, rest = re.match(r"([^=<]*)(=|<<)(.*)", line).groups()  # type: ignore[union-attr]
        if mark == "=":
            found[name] = rest
            continue
        value = []
        for part in lines:
            if part == rest:
                break
            value.append(part)
        else:
            raise AssertionError(f"{name} has no end")
        found[name] = "\n".join(value)
    return found


@pytest.fixture
def runner(tmp_path: Path, cache: Path) -> Runner:
    room = Newsroom(tmp_path / "repository")
    room.set(XDG_CACHE_HOME=str(cache))
    command = tmp_path / "bin" / "claimcompare"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m compare "$@"\n')
    command.chmod(0o755)
    room.set(PATH=f"{command.parent}{os.pathsep}{os.environ['PATH']}", GITHUB_ACTIONS="true")
    room.git("switch", "--quiet", "--create", "change")
    return Runner(room, tmp_path / "runner")


def clash(room: Newsroom) -> None:
    room.edit("kessel/ledger.md", "47 people died", "74 people died")
    room.commit("clash")


def test_it_keeps_to_githubs_schema() -> None:
    subprocess.run(
        [
            sys.executable,
            "-m",
            "check_jsonschema",
            "--builtin-schema",
            "vendor.github-actions",
            str(ROOT / "action.yml"),
        ],
        check=True,
    )


def test_the_workflow_of_the_docs_keeps_to_githubs_schema(tmp_path: Path) -> None:
    workflow = re.search(r"^## GitHub\n.*?^```yaml\n(.*?)^```$", DOCS, re.DOTALL | re.MULTILINE)
    assert workflow
    file = tmp_path / "corpus.yml"
    file.write_text(workflow[1], encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(file)],
        check=True,
    )


@pytest.mark.parametrize(
    ("listed", "called"),
    [
        ("", "--method POST repos/o/r/issues/7/comments"),
        ("41\n42", "--method PATCH repos/o/r/issues/comments/41"),
    ],
)
def test_the_comment_of_the_docs_replaces_its_last_one(tmp_path: Path, listed: str, called: str) -> None:
    """The step runs with a `gh` that lists comments and writes down what else it is asked for."""
    workflow = re.search(r"^## GitHub\n.*?^```yaml\n(.*?)^```$", DOCS, re.DOTALL | re.MULTILINE)
    assert workflow
    (step,) = (
        one
        for one in yaml.safe_load(workflow[1])["jobs"]["check"]["steps"]
        if "GH_TOKEN" in one.get("env", {})
    )
    assert set(step["env"]) == {"GH_TOKEN", "COMMENTS", "EDIT", "FILE"}
    gh = tmp_path / "gh"
    gh.write_text(
        f'#!/bin/sh\ncase "$*" in *--jq*) echo "$MARK" > mark; printf "{listed}";; *) echo "$*" > called;; esac\n'
    )
    gh.chmod(0o755)
    (tmp_path / "comment.md").write_text("<!-- claimcompare check a%20b -->\ntext\n")
    (tmp_path / "step.sh").write_text(step["run"])
    environment = {
        "COMMENTS": "repos/o/r/issues/7/comments",
        "EDIT": "repos/o/r/issues/comments",
        "FILE": "comment.md",
    }
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    subprocess.run([*BASH, "step.sh"], cwd=tmp_path, env=environment | {"PATH": path}, check=True)
    assert (tmp_path / "mark").read_text() == "<!-- claimcompare check a%20b -->\n"
    assert called in (tmp_path / "called").read_text()
    assert "--field body=@comment.md" in (tmp_path / "called").read_text()


def test_no_input_is_pasted_into_a_script() -> None:
    for step in STEPS.values():
        assert "${{" not in step.get("run", "")


def test_every_input_and_output_is_in_the_docs() -> None:
    for name in (*ACTION["inputs"], *ACTION["outputs"]):
        assert re.search(rf"^\| `{name}` \|", DOCS, re.MULTILINE), name


def test_a_clash_fails_is_annotated_and_stands_on_the_summary_page(runner: Runner) -> None:
    clash(runner.room)
    ran = runner.run("Check", base="main")
    assert ran.code == 1
    assert re.search(r"^::\w+ file=kessel/\w+\.md,line=7,.*title=DIV401%3A", ran.log, re.MULTILINE)
    assert "❌" in ran.summary
    assert "**Forty-seven** people died" in ran.summary
    assert ran.outputs["exit-code"] == "1"


def test_the_comment_is_an_output_and_a_file_with_a_hidden_first_line(runner: Runner) -> None:
    clash(runner.room)
    found = runner.run("Check", base="main").outputs
    assert found["comment"].startswith("<!-- claimcompare check . -->\n## ❌")
    assert Path(found["comment-file"]).read_text(encoding="utf-8").rstrip("\n") == found["comment"].rstrip(
        "\n"
    )
    assert '"DIV401"' in Path(found["json-file"]).read_text()
    assert '"version": "2.1.0"' in Path(found["sarif-file"]).read_text()


def test_a_fine_change_passes(runner: Runner) -> None:
    runner.room.edit("kessel/herald.md", "title: Dam burst", "title: Burst dam")
    runner.room.commit("headline")
    ran = runner.run("Check", base="main")
    assert ran.code == 0, ran.log
    assert "::" not in ran.log
    assert "✅" in ran.summary


def test_an_error_is_neither_a_pass_nor_a_fail(runner: Runner) -> None:
    ran = runner.run("Check", base="no-such-branch")
    assert ran.code == 2
    assert ran.outputs == {"exit-code": "2"}
    assert ran.summary == ""
    assert "no-such-branch" in ran.log
    assert "::error title=claimcompare check::It could not do its work" in ran.log


def test_text_instead_of_annotations_and_no_summary(runner: Runner) -> None:
    clash(runner.room)
    ran = runner.run("Check", base="main", annotations="false", summary="false")
    assert "[Forty-seven] people died" in ran.log
    assert "::error" not in ran.log
    assert ran.summary == ""


def test_more_arguments_are_one_a_line_and_no_words_of_a_shell(runner: Runner) -> None:
    clash(runner.room)
    ran = runner.run("Check", base="main", arguments="--ignore\nDIV,REV\n\n")
    assert ran.code == 0, ran.log
    spoilt = runner.run("Check", base="main; touch owned", arguments="$(touch owned)")
    assert spoilt.code == 2
    assert not (runner.room.folder / "owned").exists()


def test_an_article_cannot_end_the_output_early(runner: Runner) -> None:
    runner.room.edit(
        "kessel/ledger.md", "47 people died", "74 people died ::error::x %0A <<end- `exit-code=0`"
    )
    runner.room.commit("hostile")
    found = runner.run("Check", base="main").outputs
    assert found["exit-code"] == "1"
    assert set(found) == set(ACTION["outputs"])


def test_the_corpus_may_have_any_name(runner: Runner) -> None:
    name = "-o $(touch owned)"
    runner.room.git("mv", "--", "kessel", name)
    runner.room.commit("odd name")
    assert runner.run("Check", corpus=name, base="HEAD").code == 0
    assert not (runner.room.folder / "owned").exists()


def test_install_makes_an_environment_of_its_own(runner: Runner, tmp_path: Path) -> None:
    """The command line that GitHub would run; only pip itself is not, because it needs the network."""
    python = tmp_path / "bin" / "python3"
    python.write_text(
        '#!/bin/sh\nmkdir -p "$3/bin"\nprintf \'#!/bin/sh\\necho "$@" > "%s/pip.txt"\\n\' "$3" > "$3/bin/pip"\nchmod +x "$3/bin/pip"\n'
    )
    python.chmod(0o755)
    venv = runner.temporary / "claimcompare-venv"
    assert runner.run("Install").code == 0
    assert (venv / "pip.txt").read_text().split()[-3:] == [
        "--constraint",
        f"{ROOT}/constraints.txt",
        str(ROOT),
    ]
    assert (runner.temporary / "GITHUB_PATH").read_text() == f"{venv}/bin\n"
    assert runner.run("Install", install="claimcompare==1.0").code == 0
    assert (venv / "pip.txt").read_text().split()[-1] == "claimcompare==1.0"
