"""A comparison in a notebook's cell: what an editor wants first, without a script, and never long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.comparison import Comparison
from compare.records import Finding
from compare.report.base import groups, letters
from compare.report.html.cards import MARKS, SEVERITIES, Piece, wordings
from compare.report.html.dates import readable
from compare.report.visible import visible

DIVERGENCES = 10
ADDITIONS = 3
SOURCES = 12
WORDINGS = 4
CONTEXT = 160
"""Divergences, additions of a source, sources, wordings of a divergence, and characters around deciding words that a cell
shows: about two screens, and less than 100 kB, however large the story is. The page of `to_html` has everything."""


@dataclass(frozen=True)
class Line:
    """One finding; `letter` is "" where its message names the sources."""

    mark: str
    severity: str
    label: str
    rule: str
    message: str
    wordings: tuple[tuple[str, tuple[Piece, ...]], ...]
    more: int


@dataclass(frozen=True)
class Source:
    """One article, and what only it says."""

    letter: str
    name: str
    title: str
    published: str
    claims: int
    shared: int
    additions: tuple[Line, ...]
    more: int


def render(comparison: Comparison) -> str:
    """HTML for a notebook: its style touches nothing outside, and it asks nothing of any network."""
    from compare.report.html import environment

    names = letters(comparison)
    (divergences,) = groups(comparison, "divergences")
    return environment().get_template("notebook.html.j2").render(
        divergences=[_line(comparison, finding, names) for finding in divergences[:DIVERGENCES]],
        more=len(divergences[DIVERGENCES:]),
        counts=comparison.summary,
        sources=list(_sources(comparison, names)),
        others=len(comparison.articles[SOURCES:]),
    )  # fmt: skip


def _sources(comparison: Comparison, names: dict[str, str]) -> Iterator[Source]:
    additions = groups(comparison, "additions")
    counts = comparison.summary.sources
    for article, count, found in list(zip(comparison.articles, counts, additions, strict=True))[:SOURCES]:
        yield Source(
            letter=names[article.id],
            name=_short(visible(article.source)),
            title=_short(visible(article.title or "")),
            published=_short(visible(readable(article.published))),
            claims=count.claims,
            shared=count.shared,
            additions=tuple(_line(comparison, finding, names) for finding in found[:ADDITIONS]),
            more=len(found[ADDITIONS:]),
        )


def _line(comparison: Comparison, finding: Finding, names: dict[str, str]) -> Line:
    said = wordings(map(comparison.claim, finding.claims), finding, names)
    return Line(
        mark=MARKS["review" if finding.severity == "review" else finding.kind],
        severity=finding.severity,
        label=SEVERITIES[finding.severity],
        rule=finding.rule,
        message=_short(visible(finding.message)),
        wordings=tuple((_letters(item.who), shortened(item.pieces)) for item in said[:WORDINGS]),
        more=len(said[WORDINGS:]),
    )


def _letters(who: Sequence[tuple[str, str]]) -> str:
    return _short(" ".join(letter for letter, _ in who))


def shortened(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Pieces of a claim with at most CONTEXT characters each, cut where it is farthest from the deciding words."""
    found = []
    for number, piece in enumerate(pieces):
        before_words = number == 0 and len(pieces) > 1 and not piece.kind
        text = (
            f"…{piece.text[-CONTEXT:]}" if before_words and len(piece.text) > CONTEXT else _short(piece.text)
        )
        found.append(Piece(text, piece.kind))
    return tuple(found[:WORDINGS])


def _short(text: str) -> str:
    return text if len(text) <= CONTEXT else f"{text[:CONTEXT]}…"
