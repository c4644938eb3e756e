"""Claims as styled text: the words that decide stand out, phrases that all sides share step back."""

from __future__ import annotations

from collections.abc import Iterable

from rich.style import Style
from rich.text import Text

from compare.records import Claim, Finding
from compare.report.terminal.page import COLORS, SEVERITY_COLORS, Page
from compare.report.terminal.snippet import ELLIPSIS, window
from compare.report.visible import pieces
from compare.report.wording import Phrase, deciding_spans, shared_spans

BRACKETS = "[", "]"
"""Around deciding words where there is no colour."""


def wording(
    page: Page, claims: Iterable[Claim], finding: Finding, shared: frozenset[Phrase] = frozenset()
) -> Text:
    """The text of one source's claims, in text order, parted by "…"."""
    claims = sorted(claims, key=lambda claim: (claim.start, claim.id))
    return Text(" … ").join(_claim(page, claim, finding, shared) for claim in claims)


def snippet(page: Page, claim: Claim, finding: Finding, width: int) -> Text | None:
    """One line of a claim around the words that decide, the rest of it dim; None where these don't fit on a line."""
    text, spans = _shown(claim, finding)
    room = width if page.options.color else width - len(spans) * len("".join(BRACKETS))
    found = window(text, spans[0][0], spans[-1][1], room) if spans else None
    if found is None:
        return None
    start, end = found
    inside = [(one - start, two - start) for one, two in spans]
    line = _marked(page, Text(text[start:end], style="dim"), inside, finding)
    before, after = ELLIPSIS if start else "", ELLIPSIS if end < len(text) else ""
    return Text.assemble((before, "dim"), line, (after, "dim"), no_wrap=True, overflow="ellipsis")


def decisive(finding: Finding) -> Style:
    """How the words that decide a finding look in colour."""
    color = SEVERITY_COLORS[finding.severity] if finding.kind == "divergence" else COLORS[finding.kind]
    return Style(color=color, bold=True, underline=True)


def _claim(page: Page, claim: Claim, finding: Finding, shared: frozenset[Phrase]) -> Text:
    plain, spans = _shown(claim, finding)
    shown = pieces(claim.text)
    text = Text(plain)
    for start, end in shared_spans(claim.text, shared):
        text.stylize("dim", _length(shown[:start]), _length(shown[:end]))
    return _marked(page, text, spans, finding)


def _shown(claim: Claim, finding: Finding) -> tuple[str, list[tuple[int, int]]]:
    """The claim as it is shown, and where in that the deciding words are."""
    shown = pieces(claim.text)
    spans = [(_length(shown[:start]), _length(shown[:end])) for start, end in deciding_spans(claim, finding)]
    return "".join(shown), spans


def _marked(page: Page, text: Text, spans: list[tuple[int, int]], finding: Finding) -> Text:
    """The text with its spans in colour, or in brackets."""
    parts = text.divide([at for span in spans for at in span])
    for number in range(1, len(parts), 2):
        words = parts[number].plain
        parts[number] = (
            Text(words, style=decisive(finding)) if page.options.color else Text(words.join(BRACKETS))
        )
    return Text().join(parts)


def _length(shown: list[str]) -> int:
    return sum(map(len, shown))
