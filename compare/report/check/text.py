"""The outcome of a check for people: place, code, message, both quotations, and what to do."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from compare.gate.records import CheckResult, Issue, Note, Quote, State, Suppression
from compare.report.base import Options
from compare.report.check.base import (
    advice,
    extent,
    fine,
    kind,
    many,
    own_advice,
    segments,
    shown,
    unheard,
    verdict,
    whose,
)
from compare.report.visible import visible

GUTTER = "  │ "
"""Before every line that continues one, so that no article text begins a line with `::`, GitHub's word for a command."""

QUOTED = GUTTER + "  "
ADVICE = "  = "

FEW = 5
"""Issues of a state that are listed where they don't count; more would bury those that do."""

MOST_NOTES = 20
"""Notes that are shown: a folder of pictures may bring hundreds."""

COLORS = {"error": "red", "warn": "yellow", "note": "cyan"}

Line = tuple[str, Text]
"""What stands before a line, and the line."""


def render(result: CheckResult, options: Options | None = None) -> str:
    """The report as text, with ANSI colours if the options say so, never wider than `options.width`."""
    options = options or Options()
    page = _Page(options)
    listed = result.issues if options.open else shown(result)
    common = advice(listed)
    for issue in listed:
        page.add(_issue(issue, common, options.color))
        page.add([("", Text())])
    if not options.open:
        page.add(_others(result, "resolved"))
        page.add(_others(result, "suppressed"))
    page.add(_notes(result.notes if options.open else result.notes[:MOST_NOTES], len(result.notes)))
    page.add(_closing(result, common))
    return unheard(page.text())


class _Page:
    """Lines, broken at the width."""

    def __init__(self, options: Options) -> None:
        self._width = options.width
        self._out = io.StringIO()
        self._console = Console(
            file=self._out, width=options.width, force_terminal=options.color, legacy_windows=False,
            color_system="standard" if options.color else None, highlight=False, markup=False, emoji=False, _environ={},
        )  # fmt: skip

    def add(self, lines: Iterable[Line]) -> None:
        """Print lines; where one is broken it goes on behind the gutter."""
        for before, line in lines:
            after = QUOTED if before == QUOTED else GUTTER
            for number, part in enumerate(
                line.wrap(self._console, self._width - len(after), overflow="fold")
            ):
                part.rstrip()
                self._console.print(Text.assemble((after if number else before, "dim"), part), soft_wrap=True)

    def text(self) -> str:
        """All that was printed."""
        return "".join(line.rstrip(" ") + "\n" for line in self._out.getvalue().split("\n")[:-1])


def _issue(issue: Issue, common: str, colored: bool) -> Iterator[Line]:
    color = COLORS[issue.level]
    state = "" if issue.state == "new" else f" ({issue.state})"
    yield "", Text.assemble(
        (f"{_path(str(issue.place))}: ", "bold"), (f"{issue.code} ", "bold"), (kind(issue), color), (state, "dim"),
        f": {visible(issue.message)}",
    )  # fmt: skip
    for quote in issue.quotes:
        yield GUTTER, Text.assemble(whose(quote), (f", {_path(str(quote.words_place))}", "dim"))
        yield QUOTED, _quotation(quote, color if colored else "")
    for note in issue.notes:
        yield GUTTER, Text.assemble(("note: ", "bold"), visible(note))
    if issue.suppression:
        yield ADVICE, Text(f"suppressed: {_why(issue.suppression)}", "dim")
    yield from ((ADVICE, Text(f"{name}: {text}", "dim")) for name, text in own_advice(issue, common))


def _quotation(quote: Quote, color: str) -> Text:
    """The claim; its deciding words in colour, or in [brackets] where there is none."""
    parts = (
        words if not decides else (words, f"bold {color}") if color else f"[{words}]"
        for words, decides in segments(quote)
    )
    text = Text.assemble(*parts)
    return text if text.plain else Text("(empty)", "dim")


def _others(result: CheckResult, state: State) -> Iterator[Line]:
    """The first few issues of a state that isn't shown in full, a line each."""
    found = [issue for issue in result.only(state) if not issue.fails]
    for issue in found[:FEW]:
        why = f" ({_why(issue.suppression)})" if issue.suppression else ""
        yield (
            "  ",
            Text(f"{state}: {_path(str(issue.place))}: {issue.code} {visible(issue.message)}{why}", "dim"),
        )
    if len(found) > FEW:
        yield "  ", Text(f"{state}: {many(len(found) - FEW, 'more issue')}", "dim")


def _why(suppression: Suppression) -> str:
    who = f", {visible(suppression.by)}" if suppression.by else ""
    until = f", until {visible(suppression.until)}" if suppression.until else ""
    return f"{visible(suppression.reason)}{who}{until}; in {visible(suppression.origin)}"


def _notes(notes: Sequence[Note], count: int) -> Iterator[Line]:
    yield from map(_note, notes)
    if count > len(notes):
        yield "", Text(f"note: {many(count - len(notes), 'more note')}; --all shows them")


def _note(note: Note) -> Line:
    return "", Text(
        f"note: {_path(note.path)}: {visible(note.text)}" if note.path else f"note: {visible(note.text)}"
    )


def _closing(result: CheckResult, common: str) -> Iterator[Line]:
    yield "", Text(extent(result), "dim")
    if good := fine(result):
        yield "", Text(good, "dim")
    if common:
        yield "", Text(f"To accept all of these: {visible(common)}", "dim")
    yield "", Text(verdict(result), "bold red" if result.failed else "bold green")


def _path(place: str) -> str:
    """A path as it may be printed at the start of a line."""
    return ("./" if place.startswith(":") else "") + visible(place)
