"""The outcome of a check as annotations of a GitHub workflow run: commands, a line each, that the runner reads.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.gate.records import CheckResult, Issue, Level, Place
from compare.report.base import Options
from compare.report.check.base import (
    LEVELS,
    bracketed,
    excerpt,
    extent,
    many,
    own_advice,
    shown,
    unheard,
    verdict,
    whose,
)
from compare.report.visible import visible

COMMANDS: dict[Level, str] = {"error": "error", "warn": "warning", "note": "notice"}

MOST = 10
"""Annotations of a kind that GitHub keeps of one step; it drops the others without a word."""

MOST_QUOTES = 4
LONGEST_QUOTE = 400
LONGEST_TITLE = 250
"""Characters; GitHub refuses titles from 256 on."""

LONGEST_MESSAGE = 4_000
"""Characters; GitHub cuts at 4,096."""


def render(result: CheckResult, options: Options | None = None) -> str:
    """At most MOST annotations of a kind, those that fail first; the last one says how many there are besides."""
    del options
    found = shown(result)
    lines = [line for level in LEVELS for line in _annotations([one for one in found if one.level == level])]
    return "".join(line + "\n" for line in [*lines, _closing(result)])


def _annotations(issues: Sequence[Issue]) -> Iterator[str]:
    kept = issues if len(issues) <= MOST else issues[: MOST - 1]
    for issue in kept:
        yield command(COMMANDS[issue.level], _message(issue), **_place(issue.place), title=_title(issue))
    if more := len(issues) - len(kept):
        level = issues[0].level
        title = f"{many(more, f'more {LEVELS[level]}')} not shown here"
        yield command(COMMANDS[level], "All are on the summary page of the run, and in its log.", title=title)


def command(name: str, message: str, **properties: str) -> str:
    """A workflow command on one line, whatever stands in its message and its properties."""
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {given}::{_data(message)}" if given else f"::{name}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _title(issue: Issue) -> str:
    title = visible(f"{issue.code}: {issue.message}")
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1] + "…"


def _place(place: Place) -> dict[str, str]:
    """Where the annotation goes; columns only inside one line, as GitHub takes them."""
    found = {"file": visible(place.path), "line": str(place.line), "endLine": str(place.end_line)}
    if place.line == place.end_line:
        found |= {"col": str(place.column), "endColumn": str(place.end_column)}
    return found


def _message(issue: Issue) -> str:
    """Both quotations, the deciding words in brackets, then what to do."""
    lines = [visible(issue.message)] if not issue.quotes else []
    for quote in issue.quotes[:MOST_QUOTES]:
        lines.append(f"{whose(quote)}: {bracketed(excerpt(quote, LONGEST_QUOTE))}")
    if len(issue.quotes) > MOST_QUOTES:
        lines.append(many(len(issue.quotes) - MOST_QUOTES, "more source"))
    lines += [f"Note: {visible(note)}" for note in issue.notes]
    lines += [f"To {name}: {text}" for name, text in own_advice(issue, "")]
    text = "\n".join(lines)
    return text if len(text) <= LONGEST_MESSAGE else text[: LONGEST_MESSAGE - 1] + "…"


def _closing(result: CheckResult) -> str:
    """The outcome in words, which the log shows."""
    return unheard(f"{verdict(result)} {extent(result)}")
