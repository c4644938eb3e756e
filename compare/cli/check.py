"""`claimcompare check`: may this change to a corpus go in?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli import options as shared
from compare.cli.look import color as wants_color
from compare.cli.look import width as columns
from compare.report.base import Options
from compare.report.check import FORMATS

if TYPE_CHECKING:
    from compare.gate.check import Request
    from compare.gate.drafts import Draft
    from compare.gate.recorded import Recorded
    from compare.gate.records import CheckResult
    from compare.gate.revisions import Location


@dataclass(frozen=True)
class Output:
    """A report in a format, to a file, or to standard output where there is none."""

    format: str
    target: Path | None


def _outputs(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> list[Output]:
    del ctx, param
    found = []
    for value in values:
        format_, equals, name = value.partition("=")
        if not equals or not name or format_ not in FORMATS:
            raise click.BadParameter(f"{value!r} is not FORMAT=FILE with one of {', '.join(FORMATS)}")
        found.append(Output(format_, None if name == "-" else Path(name)))
    return found


def rules(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Rules parted by commas, given once or several times."""
    del ctx, param
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


@click.command("check", short_help="May this change to a corpus go in?")
@click.argument("corpus", type=click.Path(path_type=Path), default=".")
@click.option(
    "--base", metavar="REF", help="Compare with the commit where this branch left REF, read from git."
)
@click.option(
    "--against", metavar="FOLDER", type=click.Path(path_type=Path), help="Compare with another folder."
)
@click.option(
    "--baseline", metavar="FILE", type=click.Path(path_type=Path),
    help="What is accepted. Default: .claimcompare-baseline.jsonl, where there is one.",
)  # fmt: skip
@click.option(
    "--review", "reviews", metavar="FILE", type=click.Path(path_type=Path), multiple=True,
    help="A review exported from the HTML report: what is marked there may pass.",
)  # fmt: skip
@click.option(
    "--select", multiple=True, callback=rules, metavar="RULE,…", help="Judge these only: REV503, DIV, all."
)
@click.option("--ignore", multiple=True, callback=rules, metavar="RULE,…", help="Don't judge these.")
@click.option(
    "--fail-on", multiple=True, callback=rules, metavar="RULE[:SEVERITY],…",
    help="Fail on these, the rest only warns: DIV:soft, REV503.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="Fail on what was there before, too.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", help="What is printed.")
@click.option(
    "-o", "--output", "outputs", multiple=True, callback=_outputs, metavar="FORMAT=FILE",
    help="Write a report to a file as well; several times for several.",
)  # fmt: skip
@click.option(
    "--all", "open_", is_flag=True, help="Show existing, resolved and suppressed issues in full too."
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
@shared.width_option
@shared.color_option
@shared.engine_options
@shared.fields_option
@shared.settings_option
def command(
    corpus: Path, base: str | None, against: Path | None, baseline: Path | None, reviews: tuple[Path, ...],
    select: tuple[str, ...], ignore: tuple[str, ...], fail_on: tuple[str, ...], strict: bool, format_: str,
    outputs: list[Output], open_: bool, quiet: bool, width: int | None, color: str, model: str | None,
    engine: str | None, no_cache: bool, fields: str | None, settings_file: Path | None,
) -> int:  # fmt: skip
    """May this change to a corpus go in?

    CORPUS is a folder; every folder in it that holds articles is a story. With --base or --against the change since
    then is judged: new divergences, claims changed or dropped, facts, quotations and sources lost. Without, the
    corpus as it is. Exit code 1: it may not; 2: nothing could be said.
    """
    from compare.gate.check import Request
    from compare.gate.policy import with_options

    if base is not None and against is not None:
        raise click.UsageError("--base and --against exclude each other: give one state to compare with")
    settings = shared.make_settings(settings_file, fields, model, engine, no_cache)
    settings = replace(settings, check=with_options(settings.check, select, ignore, fail_on))
    check_targets(outputs)
    result = checked(Request(corpus, settings, base, against, baseline, reviews, strict), quiet)
    look = Options(open=open_, width=columns(width), color=wants_color(color, False))
    give(result, [*outputs, *([] if quiet else [Output(format_, None)])], look)
    return result.exit_code


def checked(request: Request, quiet: bool = False) -> CheckResult:
    """The outcome, with a progress bar and with warnings as lines."""
    from compare.cli.messages import one_line_warnings
    from compare.cli.progress import WHOLE, progress
    from compare.gate.check import check

    with one_line_warnings(), progress(quiet) as begin:
        return check(request, lambda name, done, total: begin(name, WHOLE * done // max(total, 1)))


def searched(request: Request, location: Location, recorded: Sequence[Recorded] = ()) -> tuple[Draft, ...]:
    """Everything there is to say, before anybody's decisions; `recorded` as for `compare.gate.check.find`."""
    from compare.cli.messages import one_line_warnings
    from compare.cli.progress import WHOLE, progress
    from compare.gate.check import find

    with one_line_warnings(), progress() as begin:
        return find(
            request,
            location,
            lambda name, done, total: begin(name, WHOLE * done // max(total, 1)),
            recorded,
        ).drafts


def check_targets(outputs: Iterable[Output]) -> None:
    """Find out before the work whether the files could be written. Raises ClaimCompareError."""
    from compare.cli import files

    for output in outputs:
        if output.target:
            files.check_target(output.target, [])


def give(result: CheckResult, outputs: Iterable[Output], look: Options) -> None:
    """Write every report, those in files first."""
    from compare.cli import files, streams
    from compare.report.check import render

    for output in sorted(outputs, key=lambda output: output.target is None):
        if output.target:
            files.replace(output.target, render(result, output.format, replace(look, color=False)))
        else:
            streams.write(render(result, output.format, look))
