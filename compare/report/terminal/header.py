"""The top of the report: the sources, how much of each was read, the counts; and the lines at its end."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from compare.comparison import SourceCount, Summary
from compare.records import Article
from compare.report.base import notices
from compare.report.terminal.layout import items
from compare.report.terminal.page import COLORS, SIGNS, Page
from compare.report.visible import visible

MEANINGS = {
    "hard": "both cannot hold",
    "soft": "the accounts differ",
    "review": "in doubt, look yourself",
}

BRIEF = 6
"""With more sources than this each gets one line."""

NOTICES = 8
"""Most notes on how articles were read that are shown; with more, the rest are counted."""

WIDE = 80
"""From this width on a source's date stands beside its name."""


def header(page: Page) -> Iterator[RenderableType]:
    """Each source with its title and counts, what to know about how they were read, then the summary line."""
    counts = {count.id: count for count in page.comparison.summary.sources}
    for article in page.comparison.articles:
        yield from _source(page, article, counts[article.id])
    yield from _notices(page)
    yield Text()
    yield from _lines(_summary(page), page.width)


def footer(page: Page) -> Iterator[RenderableType]:
    """What the severities mean, and how to ask further."""
    if not page.comparison.findings:
        return
    present = {finding.severity for finding in page.comparison.only("divergence")}
    if page.options.shows("divergences") and present:
        yield Text(
            " · ".join(f"{name}: {text}" for name, text in MEANINGS.items() if name in present), style="dim"
        )
    yield Text("What led to a finding: claimcompare explain ID FILE FILE …", style="dim")


def _source(page: Page, article: Article, count: SourceCount) -> Iterator[RenderableType]:
    """The source's name and counts, then its title; all on one line where there are many sources."""
    indent = max(map(len, page.letters.values())) + 1
    brief = len(page.letters) > BRIEF
    title = Text(visible(article.title)) if article.title else Text("no title printed", style="dim italic")
    name = Text.assemble(page.name(article.id), "  ", title) if brief else page.name(article.id)
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=indent - 1)
    table.add_column(ratio=1, overflow="ellipsis", no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_row(page.mark(article.id), name, _facts(article, count, page.width >= WIDE))
    yield table
    if not brief:
        yield Padding(title, (0, 0, 0, indent))
        if page.width < WIDE:
            yield Padding(_date(article), (0, 0, 0, indent))


def _notices(page: Page) -> Iterator[RenderableType]:
    found = notices(page.comparison)
    sign = Text("!", style="bold yellow")
    shown = [(sign, page.marks(ids).append(f": {visible(note)}")) for note, ids in found.items()]
    if shown:
        yield items(shown[:NOTICES])
    if len(shown) > NOTICES:
        yield Text(
            f"  … {len(shown) - NOTICES} more; claimcompare claims FILE shows them", style="dim italic"
        )


def _facts(article: Article, count: SourceCount, wide: bool) -> Text:
    claims = f"{count.claims} claim{'' if count.claims == 1 else 's'}"
    facts = f"{claims:>10} · {count.furniture:>2} set aside"
    return Text.assemble(_date(article), facts) if wide else Text(facts)


def _date(article: Article) -> Text:
    if not article.published:
        return Text("no date printed", style="dim italic")
    return Text(visible(article.published).replace("T", " "), style="dim")


def _summary(page: Page) -> list[Text]:
    """How many findings of each kind: parts that aren't broken over lines."""
    counts = page.comparison.summary
    omissions = [_count("omission", counts.omissions, "left out")] if counts.omissions else []
    agreements = _count("agreement", counts.agreements, "agreed")
    return [_divergences(counts.divergences), *_additions(page, counts), *omissions, agreements]


def _additions(page: Page, counts: Summary) -> list[Text]:
    """By source; where there are many, one total."""
    if len(counts.sources) > 2:
        return [_count("addition", counts.additions, "in one source only")]
    return [
        _count("addition", one.additions, "only in ").append_text(page.mark(one.id)) for one in counts.sources
    ]


def _divergences(counts: dict[str, int]) -> Text:
    total = sum(counts.values())
    text = _count("divergence", total, "divergence" if total == 1 else "divergences")
    if total:
        text.append(f" ({', '.join(f'{number} {name}' for name, number in counts.items() if number)})")
    return text


def _count(kind: str, number: int, words: str) -> Text:
    style = f"bold {COLORS[kind]}" if number else "dim"
    return Text.assemble((f"{SIGNS[kind]} {number}", style), (f" {words}", "" if number else "dim"))


def _lines(parts: list[Text], width: int) -> Iterator[Text]:
    """The parts on as few lines as the width allows."""
    line = Text()
    for part in parts:
        if line and line.cell_len + 3 + part.cell_len > width:
            yield line
            line = Text()
        line = line.append("   ").append_text(part) if line else part.copy()
    yield line
