"""`claimcompare diff`: compare the articles of one story."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli import options as shared
from compare.cli.look import color as wants_color
from compare.cli.look import links
from compare.cli.look import width as columns
from compare.report import FORMATS
from compare.report.base import SECTIONS, Options

if TYPE_CHECKING:
    from compare.comparison import Comparison
    from compare.settings import Settings

ENDINGS = {
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".csv": "csv",
    ".md": "markdown",
    ".markdown": "markdown",
}


def _only(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...]:
    del ctx, param
    return shared.parse_names(value, tuple(SECTIONS), "--only") if value else ()


@click.command("diff", short_help="Compare the articles of one story.")
@click.argument("inputs", nargs=-1, required=True, metavar="A B [C]…")
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), help="Default: by the ending of -o, else terminal."
)
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="Write the report to FILE."
)
@click.option("--only", callback=_only, metavar="SECTION,…", help=f"Show these only: {', '.join(SECTIONS)}.")
@click.option(
    "--top", type=click.IntRange(min=1), metavar="N", help="Show the first N of each section and source."
)
@click.option("--all", "open_", is_flag=True, help="Show every source's wording of agreements too.")
@shared.width_option
@shared.color_option
@shared.pager_option
@click.option("--exit-code", is_flag=True, help="Exit with 1 if there is a hard or soft divergence.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
@shared.judge_options
@shared.engine_options
@shared.fields_option
@shared.settings_option
def command(
    inputs: tuple[str, ...], format_: str | None, output: Path | None, only: tuple[str, ...], top: int | None,
    open_: bool, width: int | None, color: str, pager: bool | None, exit_code: bool, quiet: bool,
    judge_url: str | None, judge_model: str | None, judge_budget: int | None, model: str | None, engine: str | None,
    no_cache: bool, fields: str | None, settings_file: Path | None,
) -> int:  # fmt: skip
    """Compare the articles of one story, claim by claim.

    Inputs are files (text, Markdown, HTML, JSON, JSONL, CSV, Parquet), folders of them, "-" for standard input, or
    http(s) addresses.
    """
    outside = shared.outside_judge(judge_url, judge_model, judge_budget)
    settings = shared.make_settings(settings_file, fields, model, engine, no_cache, outside)
    target = None if output is None or str(output) == "-" else output
    look = Options(
        only, top, open_, columns(width), wants_color(color, target is not None), links(target is not None)
    )
    report = Report(
        format_ or ENDINGS.get(target.suffix.lower() if target else "", "terminal"), look, target, pager
    )
    comparison = compare(inputs, settings, target, quiet)
    report.give(comparison, quiet)
    return int(exit_code and differs(comparison))


@dataclass(frozen=True)
class Report:
    """Which report goes where."""

    format: str
    options: Options
    target: Path | None
    pager: bool | None

    def give(self, comparison: Comparison, quiet: bool) -> None:
        """Write the report to its file, the pager or standard output; to its file only if `quiet`."""
        from compare.cli import files, pager
        from compare.report import render

        if self.target:
            files.check_target(self.target, [article.path for article in comparison.articles])
            files.replace(self.target, render(comparison, self.format, self.options))
        elif not quiet:
            text = render(comparison, self.format, self.options)
            pager.show(text, self.pager if self.format == "terminal" else False)


def compare(inputs: tuple[str, ...], settings: Settings, target: Path | None, quiet: bool) -> Comparison:
    """Compare, after a look at whether the report could be written at all."""
    from compare.cli import files
    from compare.cli.comparing import compared

    if target:
        files.check_target(target, inputs)
    return compared(inputs, settings, quiet)


def differs(comparison: Comparison) -> bool:
    """Whether a divergence is more than a doubt."""
    counts = comparison.summary.divergences
    return counts["hard"] + counts["soft"] > 0
