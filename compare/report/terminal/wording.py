"""Claims as styled text: the words that decide stand out, phrases that all sides share step back."""

from __future__ import annotations

from collections.abc import Iterable

from rich.style import Style
from rich.text import Text

from compare.records import Claim, Finding
from compare.report.terminal.page import COLORS, SEVERITY_COLORS, Page
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


def decisive(finding: Finding) -> Style:
    """How the words that decide a finding look in colour."""
    color = SEVERITY_COLORS[finding.severity] if finding.kind == "divergence" else COLORS[finding.kind]
    return Style(color=color, bold=True, underline=True)


def _claim(page: Page, claim: Claim, finding: Finding, shared: frozenset[Phrase]) -> Text:
    shown = pieces(claim.text)
    text = Text("".join(shown))
    for start, end in shared_spans(claim.text, shared):
        text.stylize("dim", _length(shown[:start]), _length(shown[:end]))
    for start, end in reversed(deciding_spans(claim, finding)):
        text = _marked(page, text, _length(shown[:start]), _length(shown[:end]), finding)
    return text


def _marked(page: Page, text: Text, start: int, end: int, finding: Finding) -> Text:
    """The text with a stretch of it in colour, or in brackets."""
    before, words, after = text.divide([start, end])
    if page.options.color:
        return before + Text(words.plain, style=decisive(finding)) + after
    return Text.assemble(before, BRACKETS[0], words.plain, BRACKETS[1], after)


def _length(shown: list[str]) -> int:
    return sum(map(len, shown))
