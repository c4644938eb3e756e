"""Write, or check, everything in the repository that shows what the program prints.

    python docs/regenerate.py            write reports/ and the outputs shown in README.md and docs/*.md
    python docs/regenerate.py --check    write nothing; exit 1 and name what is stale

In Markdown, a comment `<!-- $ claimcompare … -->` stands before the block that holds the command's output.
"""

from __future__ import annotations

import ast
import itertools
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from compare.judge.rules import RULES, Rule

ROOT = Path(__file__).resolve().parent.parent
REPORTS = {
    "seeds.txt": ["diff", "seeds", "--all", "--width", "120"],
    "seeds.html": ["diff", "seeds", "--format", "html"],
    "seeds.json": ["diff", "seeds", "--format", "json"],
    "seeds.csv": ["diff", "seeds", "--format", "csv"],
    "seeds.md": ["diff", "seeds", "--format", "markdown"],
}
SHOWN = re.compile(
    r"(<!-- \$ (?P<command>claimcompare [^\n]*?) -->\n```text\n)(?P<output>.*?)(```\n)", re.DOTALL
)
RULE_LIST = re.compile(r"(<!-- rules -->\n).*?(<!-- end of rules -->)", re.DOTALL)
SPEED = {
    "cold": "time of `claimcompare diff` on the seeds, nothing cached",
    "warm": "the same with a warm cache",
    "help": "time of `claimcompare --help`",
    "judging": "the cold comparison beside one without the relation model",
    "throughput": "sentences encoded a second",
}
FIGURES = re.compile(r"(<!-- figures -->\n).*?(<!-- end of figures -->)", re.DOTALL)
SETTINGS = re.compile(r"(<!-- settings -->\n).*?(<!-- end of settings -->)", re.DOTALL)


def run(arguments: list[str]) -> str:
    """Standard output of `claimcompare ARGUMENTS`, uncoloured, 100 columns wide, run in the root folder."""
    plain = {"NO_COLOR": "1", "COLUMNS": "100", "HF_HUB_OFFLINE": "1", "PYTHONUTF8": "1"}
    kept = {name: value for name, value in os.environ.items() if name not in {"FORCE_COLOR", "PAGER"}}
    done = subprocess.run(
        [sys.executable, "-m", "compare", *arguments],
        cwd=ROOT,
        env=kept | plain,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if done.returncode == 2:
        raise SystemExit(f"claimcompare {shlex.join(arguments)}: {done.stderr.strip()}")
    return done.stdout


def wanted() -> dict[Path, str]:
    """Every generated file with the text it should hold."""
    files = {ROOT / "reports" / name: run(arguments) for name, arguments in REPORTS.items()}
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        shown = SETTINGS.sub(_with_settings, SHOWN.sub(_with_output, read(page)))
        files[page] = FIGURES.sub(_with_figures, RULE_LIST.sub(_with_rules, shown))
    return files | {ROOT / "docs" / "rules" / f"{code}.md": _rule_page(rule) for code, rule in RULES.items()}


def _rule_page(rule: Rule) -> str:
    """The page of one rule."""
    return f"""# {rule.code}: {rule.title}

{rule.meaning}

- **Example.** {rule.example}
- **What it does not mean.** {rule.not_meant}
- **How to silence it.** {rule.silence}
"""


def _with_figures(match: re.Match[str]) -> str:
    """What benchmarks/ measured last, with the machine and the versions."""
    floors = json.loads(read(ROOT / "benchmarks" / "floors.json"))
    speed = json.loads(read(ROOT / "benchmarks" / "results" / "speed.json"))
    machine, ratios = speed["machine"], speed["ratios"]
    versions = ", ".join(f"{name} {version}" for name, version in sorted(machine["packages"].items()))
    lines = [
        "| quality | |",
        "|---|---|",
        *(f"| {name} | {value:.3f} |" for name, value in floors.items()),
        "",
        "| speed, beside a plain sentence-transformers script on the same machine in the same run | |",
        "|---|---|",
        *(f"| {SPEED[name]} | {value:.2f} × |" for name, value in ratios.items()),
        "",
        f"Speed measured with {speed['rounds']} interleaved runs on {machine['cores']} cores "
        f"({machine['processor']}), Python {machine['python']}, {versions}.",
    ]
    return match[1] + "\n".join(lines) + "\n" + match[2]


def _with_rules(match: re.Match[str]) -> str:
    rows = [f"| [{code}](rules/{code}.md) | {rule.kind} | {rule.title} |" for code, rule in RULES.items()]
    return match[1] + "\n".join(["| code | kind | what |", "|---|---|---|", *rows]) + "\n" + match[2]


def _with_settings(match: re.Match[str]) -> str:
    """Every setting with its default and its docstring, as compare/settings.py has them."""
    tree = ast.parse(read(ROOT / "compare" / "settings.py"))
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    lines = []
    for group in classes["Settings"].body:
        if isinstance(group, ast.AnnAssign):
            settings = classes[ast.unparse(group.annotation)]
            lines += [f"## `[{ast.unparse(group.target)}]`", "", ast.get_docstring(settings) or "", ""]
            for setting, text in itertools.pairwise(settings.body):
                if isinstance(setting, ast.AnnAssign) and setting.value and isinstance(text, ast.Expr):
                    default = ast.unparse(setting.value)
                    for factory, empty in (("dict", "{}"), ("list", "[]")):
                        default = default.replace(f"field(default_factory={factory})", empty)
                    why = " ".join(ast.literal_eval(text.value).split())
                    lines += [f"- `{ast.unparse(setting.target)}` (default `{default}`): {why}"]
            lines += [""]
    return match[1] + "\n" + "\n".join(lines) + match[2]


def _with_output(match: re.Match[str]) -> str:
    arguments = shlex.split(match["command"])[1:]
    if "head" in arguments:  # `claimcompare diff … | head -n 30`
        bar = arguments.index("|")
        lines = run(arguments[:bar]).splitlines(keepends=True)
        return match[1] + "".join(lines[: int(arguments[-1])]) + match[4]
    return match[1] + run(arguments).rstrip("\n") + "\n" + match[4]


def main() -> int:
    """Write or check; the exit code."""
    stale = {path: text for path, text in wanted().items() if not path.exists() or read(path) != text}
    check = "--check" in sys.argv[1:]
    for path, text in stale.items():
        if not check:
            write(path, text)
        print(f"{path.relative_to(ROOT)}: {'stale; run: make reports' if check else 'written'}")
    return 1 if check and stale else 0


def read(path: Path) -> str:
    """A file's text with its newlines as they are."""
    return path.read_bytes().decode("utf-8")


def write(path: Path, text: str) -> None:
    """Replace a file whole, or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", newline="", dir=path.parent, delete=False
    ) as draft:
        draft.write(text)
    Path(draft.name).chmod(0o644)
    Path(draft.name).replace(path)


if __name__ == "__main__":
    sys.exit(main())
