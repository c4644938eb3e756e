"""An article in reading order: claims numbered, furniture in its place with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.style import Style
from rich.table import Table
from rich.text import Text

from compare.records import Article, Claim, Detail, Furniture
from compare.report.base import Options
from compare.report.reading import Reading
from compare.report.terminal import draw
from compare.report.terminal.layout import heading
from compare.report.terminal.page import address
from compare.report.visible import pieces, visible

OF_VERBS = ("modality", "polarity")
METADATA = ("source", "title", "published", "author", "url")


def render(readings: Sequence[Reading], options: Options) -> str:
    """Each article: metadata with the place each value came from, then its text in order."""
    parts: list[Iterator[RenderableType]] = []
    for reading in readings:
        parts += [_metadata(reading, options), _body(reading, options)]
    return draw(parts, options)


def _metadata(reading: Reading, options: Options) -> Iterator[RenderableType]:
    article = reading.article
    link = address(article) if options.links else None
    name = Text.assemble(
        (visible(article.id), Style(bold=True, link=link)), ("  " + visible(article.path), "dim")
    )
    yield heading(name, f"{len(reading.claims)} claims · {len(article.furniture)} set aside", options.width)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(style="dim", no_wrap=True)
    for name_ in METADATA:
        value = getattr(article, name_)
        shown = Text(visible(value)) if value else Text("not printed", style="dim italic")
        table.add_row(name_, shown, visible(article.origins.get(name_, "")))
    yield table
    for note in article.notes:
        yield Text(f"! {visible(note)}", style="yellow")


def _body(reading: Reading, options: Options) -> Iterator[RenderableType]:
    numbers = {claim.id: number for number, claim in enumerate(reading.claims, start=1)}
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(justify="right", width=max(3, len(str(len(numbers)))), no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    before: Claim | Furniture | None = None
    for item in _in_order(reading):
        if _parted(before, item):
            table.add_row()
        if isinstance(item, Furniture):
            table.add_row(Text("·", style="dim"), _furniture(item))
        else:
            table.add_row(Text(str(numbers[item.id]), style="bold"), _claim(item, options))
            if facts := _facts(reading.article, item, options):
                table.add_row("", facts)
        before = item
    yield table


def _parted(before: Claim | Furniture | None, item: Claim | Furniture) -> bool:
    """Whether a blank line stands between the two: after each paragraph."""
    if not isinstance(before, Claim):
        return False
    return isinstance(item, Furniture) or before.paragraph != item.paragraph


def _in_order(reading: Reading) -> list[Claim | Furniture]:
    return sorted([*reading.claims, *reading.article.furniture], key=lambda item: (item.start, item.end))


def _furniture(item: Furniture) -> Text:
    return Text.assemble((item.reason.replace("_", " "), "yellow"), "  ", (visible(item.text), "dim"))


def _claim(claim: Claim, options: Options) -> Text:
    """The claim's text, its details underlined."""
    text = Text(visible(claim.text))
    if options.color:
        shown = pieces(claim.text)
        for detail in _details(claim, options):
            start, end = detail.start - claim.start, detail.end - claim.start
            text.stylize("underline", len("".join(shown[:start])), len("".join(shown[:end])))
    return text


def _facts(article: Article, claim: Claim, options: Options) -> Text:
    """The speaker, then each detail with its type."""
    facts = []
    if claim.speaker:
        cue = visible(claim.speaker.cue.of(article.text))
        name = visible(claim.speaker.name)
        facts.append(
            Text.assemble(("speaker ", "dim"), (name, "cyan"), (f" (“{cue}”)" if cue else "", "dim"))
        )
    facts += [
        Text.assemble((f"{item.type} ", "dim"), visible(item.text)) for item in _details(claim, options)
    ]
    return Text(" · ", style="dim").join(facts)


def _details(claim: Claim, options: Options) -> list[Detail]:
    """What a reader would look for; until all is opened not those that nearly every verb has."""
    return [item for item in claim.details if options.open or item.type not in OF_VERBS]
