"""The outcome of a check as Markdown, cut between issues to a size, with a word about what is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.gate.records import CheckResult, Issue, Note, Quote
from compare.report.check.base import (
    advice,
    excerpt,
    extent,
    fine,
    kind,
    many,
    own_advice,
    shown,
    verdict,
    whose,
)
from compare.report.markdown import bold, inline, leading
from compare.report.visible import visible

LONGEST_QUOTE = 600
"""Characters of a quotation: several times a sentence. What decides is always inside."""

LONGEST_LINE = 1_000
"""Characters of a message, a note or a name. Only text that is no sentence is longer."""

MOST_QUOTES = 8
"""Quotations of an issue; many sources that tell the same would hide the next issue."""

ROOM = 400
"""Bytes kept for the word about what is left out."""


@dataclass(frozen=True)
class Section:
    """A heading and its entries; `folded` ones open with a click."""

    title: str
    entries: Sequence[str]
    folded: bool = False

    @property
    def opening(self) -> str:
        """What stands before the entries."""
        if self.folded:
            return f"\n<details><summary>{self.title}</summary>\n\n"
        return f"\n### {self.title}\n\n"

    @property
    def closing(self) -> str:
        """What stands after them."""
        return "\n</details>\n" if self.folded else ""


def write(result: CheckResult, limit: int, before: str = "") -> str:
    """The outcome in at most `limit` bytes of UTF-8, after `before`.

    Where not everything fits, the last line says how many entries are left out and where they are.
    """
    text = before + _head(result)
    left_out = 0
    room = limit - ROOM - len(text.encode())
    for section in _sections(result):
        kept = _fitting(section, room)
        left_out += len(section.entries) - len(kept)
        if kept:
            part = section.opening + "".join(kept) + section.closing
            room -= len(part.encode())
            text += part
    if left_out:
        text += (
            f"\n**{many(left_out, 'entry', 'entries')} left out** to stay within {limit:,} bytes; "
            "all are in the output of `claimcompare check` (`--format text`, `json` or `sarif`).\n"
        )
    return text


def _fitting(section: Section, room: int) -> list[str]:
    """The first entries that fit together with the section's heading."""
    room -= len((section.opening + section.closing).encode())
    kept: list[str] = []
    for entry in section.entries:
        room -= len(entry.encode())
        if room < 0:
            break
        kept.append(entry)
    return kept


def _head(result: CheckResult) -> str:
    sign, word = ("❌", "failed") if result.failed else ("✅", "passed")
    where = "" if result.corpus in ("", ".") else f" of <code>{_line(result.corpus)}</code>"
    lines = [
        f"## {sign} claimcompare: check{where} {word}",
        "",
        inline(verdict(result)),
        "",
        inline(extent(result)),
    ]
    if good := fine(result):
        lines += ["", _line(good)]
    if common := advice(shown(result)):
        lines += ["", f"To accept all of these: <code>{_line(common)}</code>"]
    return "\n".join(lines) + "\n"


def _sections(result: CheckResult) -> Iterator[Section]:
    """What fails, what is new besides, then the rest folded."""
    common = advice(shown(result))
    failing = [issue for issue in shown(result) if issue.fails]
    beside = [issue for issue in shown(result) if not issue.fails]
    yield Section(f"What fails ({len(failing):,})", [_issue(issue, common) for issue in failing])
    yield Section(f"New, without failing ({len(beside):,})", [_issue(issue, common) for issue in beside])
    for state in ("suppressed", "resolved", "existing"):
        found = [issue for issue in result.only(state) if not issue.fails]
        yield Section(f"{len(found):,} {state}", [_short(issue) for issue in found], folded=True)
    yield Section(f"Notes ({len(result.notes):,})", [_note(note) for note in result.notes], folded=True)


def _issue(issue: Issue, common: str) -> str:
    state = "" if issue.state == "new" else f" ({issue.state})"
    lines = [
        f"- **{issue.code}** {kind(issue)}{state}: {_line(issue.message)} <code>{_line(str(issue.place))}</code>"
    ]
    lines += _quotes(issue.quotes)
    lines += [f"  - note: {_line(note)}" for note in issue.notes]
    lines += [f"  - to {name}: <code>{_line(text)}</code>" for name, text in own_advice(issue, common)]
    return "\n".join(lines) + "\n"


def _quotes(quotes: Sequence[Quote]) -> Iterator[str]:
    for quote in quotes[:MOST_QUOTES]:
        place = f"<code>{_line(str(quote.words_place))}</code>"
        yield f"  - {_line(whose(quote))}: {_wording(quote)} {place}"
    if len(quotes) > MOST_QUOTES:
        yield f"  - {many(len(quotes) - MOST_QUOTES, 'more source')}"


def _wording(quote: Quote) -> str:
    parts = (bold(words) if decides else inline(words) for words, decides in excerpt(quote, LONGEST_QUOTE))
    return leading("".join(parts).strip())


def _short(issue: Issue) -> str:
    line = f"- **{issue.code}** {_line(issue.message)} <code>{_line(str(issue.place))}</code>"
    if issue.suppression:
        who = f" ({_line(issue.suppression.by)})" if issue.suppression.by else ""
        until = f", until {_line(issue.suppression.until)}" if issue.suppression.until else ""
        line += f": {_line(issue.suppression.reason)}{who}{until}"
    return line + "\n"


def _note(note: Note) -> str:
    where = f"<code>{_line(note.path)}</code>: " if note.path else ""
    return f"- {where}{_line(note.text)}\n"


def _line(text: str) -> str:
    """Any text on one line of limited length, as itself."""
    plain = visible(text)
    return inline(plain if len(plain) <= LONGEST_LINE else plain[: LONGEST_LINE - 1] + "…")
