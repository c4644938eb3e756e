"""Why: a rule in words, a finding with every score and word that led to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from compare.comparison import Comparison
from compare.records import Claim, Finding
from compare.report.base import Options
from compare.report.json import dumps
from compare.report.terminal import draw
from compare.report.terminal.divergences import divergence
from compare.report.terminal.layout import MARGIN, heading
from compare.report.terminal.page import Page
from compare.report.terminal.side_by_side import wordings
from compare.report.visible import visible

if TYPE_CHECKING:
    from compare.judge.rules import Rule


def explain_rule(rule: Rule, options: Options) -> str:
    """A rule's page."""
    return draw([_rule(rule, options.width)], options)


def explain_finding(comparison: Comparison, finding: Finding, options: Options) -> str:
    """A finding: its wordings, the words that decide, its scores, its claims' details, and their matches."""
    page = Page(comparison, options)
    claims = [comparison.claim(id) for id in finding.claims]
    parts = [_finding(page, finding), _scores(finding), _claims(page, claims), _matches(page, claims)]
    return draw(parts, options)


def explain_claims(comparison: Comparison, one: Claim, two: Claim, options: Options) -> str:
    """Two claims: whether they were matched, and why."""
    page = Page(comparison, options)
    return draw([_claims(page, [one, two]), _matches(page, [one, two])], options)


def _rule(rule: Rule, width: int) -> Iterator[RenderableType]:
    yield heading(
        Text.assemble((rule.code, "bold"), "  ", rule.title), f"{rule.kind}, {rule.category}", width
    )
    texts = {
        "means": rule.meaning,
        "example": rule.example,
        "not meant": rule.not_meant,
        "silence": rule.silence,
    }
    yield _table([(name, Text(text)) for name, text in texts.items()])


def _finding(page: Page, finding: Finding) -> Iterator[RenderableType]:
    title = Text.assemble((finding.id, "bold"), "  ", finding.rule, "  ", visible(finding.kind))
    yield heading(title, visible(finding.category), page.width)
    if finding.kind == "divergence":
        yield from divergence(page, finding)
        return
    if finding.message:
        yield Padding(Text(visible(finding.message)), (0, 0, 0, MARGIN))
    yield wordings(page, finding)


def _scores(finding: Finding) -> Iterator[RenderableType]:
    yield Text("Scores", style="bold")
    rows = [
        ("severity", Text(finding.severity)),
        ("score", Text(f"{finding.score:.4f}  how sure it is, from 0 to 1")),
        ("importance", Text(f"{finding.importance:.4f}  what an editor would want first, from 0 to 1")),
    ]
    yield _table(rows)
    if finding.evidence:
        yield Text("Deciding words", style="bold")
        yield _table([(f"{item.start}–{item.end}", Text(visible(item.text))) for item in finding.evidence])


def _claims(page: Page, claims: list[Claim]) -> Iterator[RenderableType]:
    yield Text("Claims", style="bold")
    for claim in claims:
        place = Text.assemble(
            page.mark(claim.source), "  ", (claim.id, "bold"), f"  {claim.start}–{claim.end}"
        )
        yield Padding(place, (0, 0, 0, MARGIN))
        rows = [("text", Text(visible(claim.text)))]
        if claim.speaker:
            rows.append(("speaker", Text(f"{visible(claim.speaker.name)} ({claim.speaker.kind})")))
        for detail in claim.details:
            value = visible(dumps(detail.value.to_json()))
            rows.append((detail.type, Text.assemble(visible(detail.text), ("  " + value, "dim"))))
        yield Padding(_table(rows), (0, 0, 0, MARGIN))


def _matches(page: Page, claims: list[Claim]) -> Iterator[RenderableType]:
    """The matches among the claims; for a single claim the nearest of other sources."""
    ids = [claim.id for claim in claims]
    found = [
        match
        for match in page.comparison.matches
        if (match.a in ids and match.b in ids) or (len(ids) == 1 and ids[0] in (match.a, match.b))
    ]
    yield Text("Matches", style="bold")
    if not found:
        yield Padding(
            Text("none: no claim of another source conveys the same", style="dim italic"), (0, 0, 0, MARGIN)
        )
    for match in found:
        line = Text.assemble(match.a, " ~ ", match.b, f"  {match.score:.4f}  ", match.relation)
        yield Padding(line, (0, 0, 0, MARGIN))


def _table(rows: list[tuple[str, Text]]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=MARGIN - 2)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, text in rows:
        table.add_row("", name, text)
    return table
