"""Claims as styled text: the words that decide stand out, words that all sides share step back."""

from __future__ import annotations

from collections.abc import Iterable

from rich.style import Style
from rich.text import Text

from compare.records import Claim, Finding
from compare.report.terminal.page import COLORS, SEVERITY_COLORS, Page
from compare.report.visible import pieces
from compare.report.wording import WORD, deciding_spans, words

BRACKETS = "[", "]"
"""Around deciding words where there is no colour."""


def wording(
    page: Page, claims: Iterable[Claim], finding: Finding, shared: frozenset[str] = frozenset()
) -> Text:
    """The text of one source's claims, in text order, parted by "…"."""
    claims = sorted(claims, key=lambda claim: (claim.start, claim.id))
    return Text(" … ").join(_claim(page, claim, finding, shared) for claim in claims)


def decisive(finding: Finding) -> Style:
    """How the words that decide a finding look in colour."""
    color = SEVERITY_COLORS[finding.severity] if finding.kind == "divergence" else COLORS[finding.kind]
    return Style(color=color, bold=True, underline=True)


def _claim(page: Page, claim: Claim, finding: Finding, shared: frozenset[str]) -> Text:
    shown = pieces(claim.text)
    text, at = Text(), 0
    for start, end in deciding_spans(claim, finding):
        text.append_text(_faded(claim.text, shown, at, start, shared))
        text.append_text(_marked(page, "".join(shown[start:end]), finding))
        at = end
    return text.append_text(_faded(claim.text, shown, at, len(shown), shared))


def _marked(page: Page, words: str, finding: Finding) -> Text:
    if page.options.color:
        return Text(words, style=decisive(finding))
    start, end = BRACKETS
    return Text(f"{start}{words}{end}")


def _faded(raw: str, shown: list[str], start: int, end: int, shared: frozenset[str]) -> Text:
    """A stretch of a claim; words that all sides share are dim."""
    text, at = Text(), start
    for found in WORD.finditer(raw, start, end):
        if words(found[0])[0] in shared:
            text.append("".join(shown[at : found.start()]))
            text.append("".join(shown[found.start() : found.end()]), style="dim")
            at = found.end()
    return text.append("".join(shown[at:end]))
