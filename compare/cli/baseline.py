"""`claimcompare baseline`: what a check accepts as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from compare.cli import options as shared
from compare.errors import InputError

if TYPE_CHECKING:
    from compare.gate.baseline import Accepted, Baseline
    from compare.gate.check import Request
    from compare.gate.recorded import Recorded

Command = TypeVar("Command", bound=Callable[..., Any])

corpus_argument = click.argument("corpus", type=click.Path(path_type=Path), default=".")
file_option = click.option(
    "--baseline", "file", metavar="FILE", type=click.Path(path_type=Path),
    help="Default: .claimcompare-baseline.jsonl in the corpus or at the root of its repository.",
)  # fmt: skip


def state_options(command: Command) -> Command:
    """What is judged: as for check."""
    for option in (
        shared.settings_option,
        click.option("--against", metavar="FOLDER", type=click.Path(path_type=Path), help="As for check."),
        click.option(
            "--base", metavar="REF", help="Accept what the change since REF did, too; as for check."
        ),
    ):
        command = option(command)
    return command


@click.group("baseline", short_help="Write, update, show or merge what a check accepts.")
def command() -> None:
    """What a check accepts as it is: a file with one finding a line, to be committed.

    A finding is known by its rule, its paths and the wording of all its sides: the file doesn't change when something
    else does, and an entry holds no more when a side is reworded.
    """


@command.command("write")
@corpus_argument
@file_option
@click.option(
    "--articles", is_flag=True, help="Record what every article says, too, to judge changes without git."
)
@state_options
def write(
    corpus: Path, file: Path | None, articles: bool, base: str | None, against: Path | None,
    settings_file: Path | None,
) -> None:  # fmt: skip
    """Accept everything there is, in place of what was accepted before.

    With --articles the file is also the state that later checks compare with, unless they are given another one.
    """
    request = _request(corpus, base, against, settings_file)
    target = _target(request, file)
    _give(target, _with_articles(_all(request), request) if articles else _all(request))


@command.command("update")
@corpus_argument
@file_option
@state_options
@click.option("--dry-run", is_flag=True, help="Show what would be accepted and write nothing.")
@click.option("-y", "--yes", is_flag=True, help="Don't ask on a terminal.")
def update(
    corpus: Path, file: Path | None, base: str | None, against: Path | None, settings_file: Path | None,
    dry_run: bool, yes: bool,
) -> None:  # fmt: skip
    """Accept what is new, and drop what is there no more; shown before anything is written."""
    from compare.cli import look
    from compare.gate.baseline import Baseline, read_baseline

    request = _request(corpus, base, against, settings_file)
    target = _target(request, file)
    old = read_baseline(target) if target.is_file() else Baseline()
    changes = base is not None or against is not None or bool(old.articles)
    found = _updated(old, _all(request, old.articles), changes)
    _show_difference(old, found)
    new = _with_articles(found, request) if old.articles else found
    if dry_run or new == old:
        return
    if look.is_terminal() and not yes:
        click.confirm(f"Write {target}?", abort=True)
    _give(target, new)


@command.command("show")
@corpus_argument
@file_option
def show(corpus: Path, file: Path | None) -> None:
    """Print what is accepted."""
    from compare.cli.streams import write as give
    from compare.gate.baseline import lines_of, read_baseline

    baseline = read_baseline(_target(_request(corpus, None, None, None), file))
    give("".join(f"{line}\n" for line in lines_of(baseline.entries)))


@command.command("merge")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE | BASE OURS THEIRS"
)
def merge(files: tuple[Path, ...]) -> None:
    """Merge baselines; the result is written to OURS.

    \b
    claimcompare baseline merge FILE               settle the conflict that git left in FILE
    claimcompare baseline merge BASE OURS THEIRS   as a merge driver of git:
      git config merge.claimcompare.driver "claimcompare baseline merge %O %A %B"
      echo ".claimcompare-baseline.jsonl merge=claimcompare" >> .gitattributes
    """
    from compare.gate.baseline import merge as merged
    from compare.gate.baseline import read_baseline, read_conflicted
    from compare.gate.texts import read_text

    if len(files) == 1:
        _write(files[0], read_conflicted(read_text(files[0]), str(files[0])))
    elif len(files) == 3:
        base, ours, theirs = (read_baseline(file) for file in files)
        _write(files[1], merged(base, ours, theirs))
    else:
        raise click.UsageError("give one file with a conflict in it, or three: BASE OURS THEIRS")


@command.command("suppress")
@click.argument("finding")
@corpus_argument
@click.option("--reason", required=True, metavar="WHY", help="Why it may pass.")
@click.option("--by", default="", metavar="WHO", help="Who decided it.")
@click.option("--until", default="", metavar="DAY", help="The last day it holds, as 2031-12-31.")
@state_options
def suppress(
    finding: str, corpus: Path, reason: str, by: str, until: str, base: str | None, against: Path | None,
    settings_file: Path | None,
) -> None:  # fmt: skip
    """Suppress one finding, by the fingerprint that the check prints, with a reason.

    It holds as long as the wording of all sides stays, and until the day that is given, which still counts.
    """
    from compare.gate.suppressions import NAME, written
    from compare.gate.texts import read_text

    if not reason.strip():
        raise click.BadParameter("is empty; say why it may pass", param_hint="--reason")
    _check_day(until)
    request = _request(corpus, base, against, settings_file)
    draft = _finding(request, finding)
    target = _usual(request, request.settings.check.suppressions, NAME)
    before = read_text(target) if target.is_file() else ""
    gap = "\n" if before and not before.endswith("\n\n") else ""
    _replace(target, before + gap + written(draft, reason, by, until))
    click.echo(f"{target}: suppressed {draft.fingerprint} ({draft.code}): {draft.message}", err=True)


def _request(corpus: Path, base: str | None, against: Path | None, settings_file: Path | None) -> Request:
    from compare.gate.check import Request

    return Request(corpus, shared.make_settings(settings_file, None), base, against)


def _target(request: Request, file: Path | None) -> Path:
    from compare.gate.baseline import NAME

    return file or _usual(request, request.settings.check.baseline, NAME)


def _usual(request: Request, setting: str, name: str) -> Path:
    """The file in use, else where a new one belongs: at the root of the repository, else in the corpus."""
    from compare.gate.check import usual
    from compare.gate.revisions import locate

    location = locate(request.folder)
    return (
        usual(setting, name, location) or (location.root if location.repository else location.folder) / name
    )


def _all(request: Request, recorded: Sequence[Recorded] = ()) -> Baseline:
    """Everything that a check without a baseline would call an error or a warning, unless suppressed."""
    from compare.cli.check import searched
    from compare.gate.baseline import Baseline, accepted
    from compare.gate.check import read_decisions
    from compare.gate.issues import decide
    from compare.gate.policy import Policy
    from compare.gate.revisions import locate

    location = locate(request.folder)
    decisions = read_decisions(request, location, bare=True)
    drafts = searched(request, location, recorded)
    issues = decide(drafts, Policy(request.settings.check), decisions, location, strict=False)
    wanted = {
        issue.fingerprint
        for issue in issues
        if issue.state in ("new", "existing") and issue.level != "note" and issue.code != "REV511"
    }
    return Baseline(tuple(accepted(draft) for draft in drafts if draft.fingerprint in wanted))


def _with_articles(baseline: Baseline, request: Request) -> Baseline:
    """The baseline with what the articles say now: with that, what changed them is accepted and needs no entry."""
    from compare.gate.baseline import Baseline
    from compare.gate.check import record_articles
    from compare.gate.revisions import locate

    entries = tuple(entry for entry in baseline.entries if not entry.code.startswith("REV"))
    return Baseline(entries, record_articles(request, locate(request.folder)))


def _updated(old: Baseline, found: Baseline, judged_changes: bool) -> Baseline:
    """What was found, and of what was accepted before that which could not be looked for: changes, without a base."""
    from compare.gate.baseline import Baseline

    unseen = () if judged_changes else (entry for entry in old.entries if entry.code.startswith("REV"))
    return Baseline((*found.entries, *unseen))


def _show_difference(old: Baseline, new: Baseline) -> None:
    from compare.cli.streams import write as give
    from compare.gate.baseline import lines_of

    before, after = set(old.entries), set(new.entries)

    def listed(title: str, entries: Iterable[Accepted]) -> str:
        lines = lines_of(sorted(entries))
        return "".join(f"{line}\n" for line in (title, *(f"  {line}" for line in lines))) if lines else ""

    text = listed("Accepted from now on:", after - before) + listed("Accepted no more:", before - after)
    give(text or "Nothing to accept, nothing to drop.\n")


def _finding(request: Request, id: str) -> Any:
    from compare.cli.check import searched
    from compare.gate.check import read_decisions
    from compare.gate.revisions import locate

    location = locate(request.folder)
    recorded = read_decisions(request, location).baseline.articles
    found = {
        draft.fingerprint: draft
        for draft in searched(request, location, recorded)
        if draft.fingerprint.startswith(id) and draft.state != "resolved"
    }
    if len(found) != 1 or len(id) < 4:
        what = "no finding has this fingerprint" if not found else "give more digits of the fingerprint"
        raise InputError(f"{id}: {what}; the check prints it, with the same --base")
    return next(iter(found.values()))


def _check_day(until: str) -> None:
    import datetime

    try:
        datetime.date.fromisoformat(until or "2031-12-31")
    except ValueError as error:
        raise click.BadParameter(f"{until!r} is no day; write 2031-12-31", param_hint="--until") from error


def _give(target: Path, baseline: Baseline) -> None:
    _write(target, baseline)
    count, articles = len(baseline.entries), len(baseline.articles)
    recorded = f", {articles} articles recorded" if articles else ""
    click.echo(f"{target}: {count} {'finding' if count == 1 else 'findings'} accepted{recorded}", err=True)


def _write(target: Path, baseline: Baseline) -> None:
    _replace(target, baseline.text)


def _replace(target: Path, text: str) -> None:
    from compare.cli import files

    files.check_target(target, [])
    files.replace(target, text)
