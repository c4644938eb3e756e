"""`claimcompare claims`: how an article was read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli import options as shared
from compare.cli.look import color as wants_color
from compare.cli.look import links
from compare.cli.look import width as columns
from compare.report.base import Options

if TYPE_CHECKING:
    from compare.report.reading import Reading
    from compare.settings import Settings

FORMATS = ("terminal", "json", "text")


@click.command("claims", short_help="Show how an article was read.")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="terminal",
    help="text: the article's text as read, which all offsets refer to.",
)
@click.option("--all", "open_", is_flag=True, help="Show details of every type, modality and polarity too.")
@shared.width_option
@shared.color_option
@shared.pager_option
@shared.fields_option
@shared.settings_option
def command(
    inputs: tuple[str, ...], format_: str, open_: bool, width: int | None, color: str, pager: bool | None,
    fields: str | None, settings_file: Path | None,
) -> None:  # fmt: skip
    """Show how an article was read.

    Its metadata and where each value came from; its claims, numbered, with speaker and details; and, in their places,
    the lines that were set aside as furniture, with the reason.
    """
    from compare.cli.pager import show
    from compare.report.reading import render

    readings = read(inputs, shared.make_settings(settings_file, fields))
    look = Options(open=open_, width=columns(width), color=wants_color(color, False), links=links(False))
    show(render(readings, format_, look), pager if format_ == "terminal" else False)


def read(inputs: Sequence[str], settings: Settings) -> list[Reading]:
    """Each article of the inputs with its claims, in the order of the inputs."""
    from compare.claims import extract_claims
    from compare.cli.messages import one_line_warnings
    from compare.cli.progress import progress
    from compare.read import read_one
    from compare.report.reading import Reading

    with one_line_warnings(), progress() as begin:
        begin("reading", 0)
        articles = [article for one in inputs for article in read_one(one, settings.read)]
        begin("finding claims", 50)
        return [Reading(article, tuple(extract_claims([article], settings.claims))) for article in articles]
