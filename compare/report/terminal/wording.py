"""Claims as styled text: the words that decide stand out, words that both sides share step back."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.style import Style
from rich.text import Text

from compare.records import Claim, Finding
from compare.report.terminal.page import COLORS, SEVERITY_COLORS, Page
from compare.report.visible import pieces, visible

WORD = re.compile(r"\w+(?:['’\-]\w+)*")

BRACKETS = "[", "]"
"""Around deciding words where there is no colour."""


def wording(
    page: Page, claims: Iterable[Claim], finding: Finding, shared: frozenset[str] = frozenset()
) -> Text:
    """The text of one source's claims, those that don't stand beside each other parted by "…"."""
    claims = sorted(claims, key=lambda claim: (claim.start, claim.id))
    return Text(" … ").join(_claim(page, claim, finding, shared) for claim in claims)


def clearest(page: Page, finding: Finding) -> Text:
    """The clearest claim of a finding: the one that stands for its cluster, else its first."""
    clusters = page.comparison.clusters_of(finding.claims[0])
    chosen = next(
        (id for cluster in clusters for id in cluster.claims if id in finding.claims), finding.claims[0]
    )
    return Text(visible(page.comparison.claim(chosen).text))


def shared_words(sides: Iterable[Iterable[Claim]]) -> frozenset[str]:
    """Words that stand in every side's claims; none if there is one side only."""
    found = [{word for claim in side for word in words(claim.text)} for side in sides]
    return frozenset(set.intersection(*found)) if len(found) > 1 else frozenset()


def words(text: str) -> list[str]:
    """The words of a text, folded so that "India’s" and "india's" are one."""
    return [word.casefold().replace("’", "'") for word in WORD.findall(text)]


def decisive(finding: Finding) -> Style:
    """How the words that decide a finding look in colour."""
    color = SEVERITY_COLORS[finding.severity] if finding.kind == "divergence" else COLORS[finding.kind]
    return Style(color=color, bold=True, underline=True)


def _claim(page: Page, claim: Claim, finding: Finding, shared: frozenset[str]) -> Text:
    shown = pieces(claim.text)
    text, at = Text(), 0
    for start, end in _spans(claim, finding):
        text.append_text(_faded(claim.text, shown, at, start, shared))
        text.append_text(_marked(page, "".join(shown[start:end]), finding))
        at = end
    return text.append_text(_faded(claim.text, shown, at, len(shown), shared))


def _spans(claim: Claim, finding: Finding) -> list[tuple[int, int]]:
    """The finding's words inside this claim, from the claim's start, sorted, overlaps joined; none for a whole claim."""
    spans: list[tuple[int, int]] = []
    for item in sorted(finding.evidence, key=lambda item: (item.start, item.end)):
        start, end = max(0, item.start - claim.start), min(len(claim.text), item.end - claim.start)
        if item.claim != claim.id or start >= end or (start == 0 and end == len(claim.text)):
            continue
        if spans and start <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(end, spans[-1][1])
        else:
            spans.append((start, end))
    return spans


def _marked(page: Page, words: str, finding: Finding) -> Text:
    if page.options.color:
        return Text(words, style=decisive(finding))
    return Text(words.join(BRACKETS))


def _faded(raw: str, shown: list[str], start: int, end: int, shared: frozenset[str]) -> Text:
    text, at = Text(), start
    for found in WORD.finditer(raw, start, end):
        if words(found[0])[0] in shared:
            text.append("".join(shown[at : found.start()]))
            text.append("".join(shown[found.start() : found.end()]), style="dim")
            at = found.end()
    return text.append("".join(shown[at:end]))
