"""Why: a rule in words, a finding with every score and word that led to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from compare.comparison import Comparison
from compare.records import JSON, Claim, Evidence, Finding, OutsideOpinion
from compare.report.base import Options
from compare.report.terminal import draw
from compare.report.terminal.divergences import divergence
from compare.report.terminal.layout import MARGIN, heading
from compare.report.terminal.page import Page
from compare.report.terminal.side_by_side import wordings
from compare.report.visible import visible

if TYPE_CHECKING:
    from compare.align.explain import Explanation
    from compare.judge.rules import Rule


def explain_rule(rule: Rule, options: Options) -> str:
    """A rule's page."""
    return draw([_rule(rule, options.width)], options)


def explain_finding(
    comparison: Comparison, finding: Finding, why: Sequence[Explanation], options: Options
) -> str:
    """A finding: its wordings, the words that decide, its scores, its claims' details, and why they were matched."""
    page = Page(comparison, options)
    claims = [comparison.claim(id) for id in finding.claims]
    parts = [_finding(page, finding), _scores(page, finding), _claims(page, claims), _why(page, claims, why)]
    return draw(parts, options)


def explain_claims(
    comparison: Comparison, claims: list[Claim], why: Sequence[Explanation], options: Options
) -> str:
    """Two claims: whether they were matched, and why."""
    page = Page(comparison, options)
    return draw([_claims(page, claims), _why(page, claims, why)], options)


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


def _scores(page: Page, finding: Finding) -> Iterator[RenderableType]:
    yield Text("Scores", style="bold")
    rows = [
        ("severity", Text(finding.severity)),
        ("score", Text(f"{finding.score:.4f}  how sure it is, from 0 to 1")),
        ("importance", Text(f"{finding.importance:.4f}  what an editor would want first, from 0 to 1")),
    ]
    yield _table(rows)
    if finding.opinion:
        yield Text("Outside judge", style="bold")
        yield _table(_opinion(page, finding.opinion))
    if finding.evidence:
        yield Text("Deciding words", style="bold")
        yield _table([_deciding(page, item) for item in finding.evidence])


def _opinion(page: Page, opinion: OutsideOpinion) -> list[tuple[str, Text]]:
    """Who judged, what, and by which words."""
    rows = [("asked", Text(visible(opinion.by))), ("verdict", Text(opinion.verdict))]
    if opinion.note:
        rows.append(("why none", Text(visible(opinion.note))))
    return rows + [_deciding(page, item) for item in opinion.evidence]


def _deciding(page: Page, item: Evidence) -> tuple[str, Text]:
    source = page.comparison.claim(item.claim).source
    return f"{page.letters[source]} {item.start}–{item.end}", Text(visible(item.text))


def _plain(value: JSON) -> str:
    """A detail's value as words: {"value": 12, "exact": true, "unit": {"name": "km"}} → "value 12, exact, unit (name km)"."""
    if isinstance(value, dict):
        return ", ".join(_entry(name, entry) for name, entry in value.items())
    if isinstance(value, list):
        return " | ".join(map(_plain, value))
    return str(value)


def _entry(name: str, value: JSON) -> str:
    if isinstance(value, bool):
        return name if value else f"not {name}"
    return f"{name} ({_plain(value)})" if isinstance(value, dict | list) else f"{name} {_plain(value)}"


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
            value = visible(_plain(detail.value.to_json()))
            rows.append((detail.type, Text.assemble(visible(detail.text), ("  " + value, "dim"))))
        yield Padding(_table(rows), (0, 0, 0, MARGIN))


def _why(page: Page, claims: list[Claim], explanations: Sequence[Explanation]) -> Iterator[RenderableType]:
    """For each pair the probability of a match and what each feature adds to its log-odds."""
    yield Text("Matches", style="bold")
    if not explanations:
        none = "none: no claim of another source comes near"
        yield Padding(Text(none, style="dim italic"), (0, 0, 0, MARGIN))
    for why in explanations:
        decision = why.decision if why.candidate else f"{why.decision}: not near enough to be scored"
        pair = Text(" ~ ").join(_named(page, id) for id in (why.a, why.b))
        yield Padding(
            Text.assemble(pair, f"  {why.probability:.4f}  ", (decision, "bold")), (0, 0, 0, MARGIN)
        )
        rows = [("text", text) for text in _unseen(page, why, claims)]
        rows += [
            (name, Text(f"{value:7.4f}  adds {adds:+.4f}")) for name, (value, adds) in why.features.items()
        ]
        rows.append(("average pair", Text(f"{why.base:+.4f}".rjust(21))))
        if why.first != why.probability:
            rows.append(
                ("features", Text(f"{why.first:7.4f}  before a second opinion, by a model that reads both"))
            )
        if why.alternative:
            next_best, score = why.alternative
            rows.append(("next best", Text.assemble(_named(page, next_best), f"  {score:.4f}")))
        yield Padding(_table(rows), (0, 0, 0, MARGIN))


def _unseen(page: Page, why: Explanation, claims: list[Claim]) -> list[Text]:
    """The text of a pair's claims that don't stand above."""
    unseen = [id for id in (why.a, why.b) if id not in {claim.id for claim in claims}]
    return [Text(visible(page.comparison.claim(id).text)) for id in unseen]


def _named(page: Page, claim: str) -> Text:
    return Text.assemble(page.mark(page.comparison.claim(claim).source), " ", claim)


def _table(rows: list[tuple[str, Text]]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=MARGIN - 2)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, text in rows:
        table.add_row("", name, text)
    return table
