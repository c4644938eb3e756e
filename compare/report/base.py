"""What every format shares: the options, the protocol, and which findings are shown in which order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from compare.comparison import Comparison
from compare.records import Finding, Kind

SECTIONS: dict[str, Kind] = {
    "divergences": "divergence",
    "additions": "addition",
    "omissions": "omission",
    "agreements": "agreement",
}
"""The names of `--only`, in the order of the report."""

SEVERITIES = ("hard", "soft", "review", "none")


@dataclass(frozen=True, slots=True)
class Options:
    """What to show and how.

    Attributes:
        only: Names of SECTIONS; empty for all.
        top: Show this many findings of a section (additions: of a source); None for all.
        open: Show the wording of agreements too.
        width: Columns (terminal only).
        color: Whether to use colour; without it deciding words stand in [brackets] (terminal only).
        links: Whether sources link to their files (terminal only).
    """

    only: tuple[str, ...] = ()
    top: int | None = None
    open: bool = False
    width: int = 100
    color: bool = False
    links: bool = False

    def shows(self, section: str) -> bool:
        """Whether a section is wanted."""
        return not self.only or section in self.only


class Renderer(Protocol):
    """One format: a comparison as text, ending in a newline."""

    def __call__(self, comparison: Comparison, options: Options = ...) -> str:
        """The report."""
        ...


def ordered(comparison: Comparison, findings: Iterable[Finding]) -> list[Finding]:
    """The findings a reader wants first: by severity, then importance, then their place in the text."""
    place = {claim.id: number for number, claim in enumerate(comparison.claims)}
    return sorted(
        findings,
        key=lambda finding: (
            SEVERITIES.index(finding.severity),
            -finding.importance,
            -finding.score,
            min((place[claim] for claim in finding.claims), default=0),
            finding.id,
        ),
    )


def groups(comparison: Comparison, section: str) -> list[list[Finding]]:
    """The findings of a section, each group in the reader's order: additions by source, all others in one group."""
    findings = ordered(comparison, comparison.only(SECTIONS[section]))
    if section != "additions":
        return [findings]
    return [
        [finding for finding in findings if article.id in finding.sources] for article in comparison.articles
    ]


def cut(findings: Sequence[Finding], top: int | None) -> tuple[Sequence[Finding], int]:
    """The first `top` findings, and how many that hides."""
    shown = findings if top is None else findings[:top]
    return shown, len(findings) - len(shown)


def selected(comparison: Comparison, options: Options) -> list[Finding]:
    """All findings that the options show, section after section, each once."""
    chosen = [
        finding
        for section in SECTIONS
        if options.shows(section)
        for group in groups(comparison, section)
        for finding in cut(group, options.top)[0]
    ]
    return list({finding.id: finding for finding in chosen}.values())


def notices(comparison: Comparison) -> dict[str, list[str]]:
    """What a reader should know about how articles were read, each with the ids of the articles it is about."""
    found: dict[str, list[str]] = {}
    for article in comparison.articles:
        for note in article.notes:
            found.setdefault(note, []).append(article.id)
    return found


def letters(comparison: Comparison) -> dict[str, str]:
    """A letter for each article, in the order of their ids: A, B, … Z, AA, AB, …."""
    return {article.id: letter(number) for number, article in enumerate(comparison.articles)}


def letter(number: int) -> str:
    """0: A, 25: Z, 26: AA, as spreadsheets name columns."""
    prefix = letter(number // 26 - 1) if number >= 26 else ""
    return prefix + chr(ord("A") + number % 26)


def lettered(comparison: Comparison, message: str) -> str:
    """A message with the sources that it names in brackets as their letters, which the header explains."""
    by_length = sorted(comparison.articles, key=lambda article: (-len(article.source), article.id))
    for article in by_length:
        message = message.replace(f"({article.source})", f"({letters(comparison)[article.id]})")
    return message
