"""What each source says, in equal columns where the width allows, else one below the other."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from compare.records import Finding
from compare.report.terminal.layout import columns
from compare.report.terminal.page import Page
from compare.report.terminal.wording import wording
from compare.report.wording import shared_phrases


def wordings(page: Page, finding: Finding) -> Table:
    """The wording of each source of a finding; sources with the same words share one, unless all is opened."""
    sides = page.claims(finding)
    shared = shared_phrases(sides.values())
    texts: dict[str, Text] = {}
    tellers: dict[str, list[str]] = {}
    for source, claims in sides.items():
        text = wording(page, claims, finding, shared)
        key = source if page.options.open else text.plain
        texts.setdefault(key, text)
        tellers.setdefault(key, []).append(source)
    return columns([(page.marks(tellers[key]), text) for key, text in texts.items()], page.width)
