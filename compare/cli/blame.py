"""`claimcompare blame`: which commits introduced, changed or dropped a claim."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli import options as shared

if TYPE_CHECKING:
    from compare.gate.blame import Blame, Event


@click.command("blame", short_help="Show which commits introduced, changed or dropped a claim.")
@click.argument("claim", metavar="ID|PATH:LINE")
@click.argument("corpus", type=click.Path(path_type=Path), default=".")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="What is printed."
)
@shared.settings_option
def command(claim: str, corpus: Path, format_: str, settings_file: Path | None) -> None:
    """Show which commits introduced, changed or dropped a claim, newest first.

    \b
    claimcompare blame c1f20a77b3 news       a claim by its id, as reports show it; it may be gone by now
    claimcompare blame news/dam/wire.txt:12  the claim on a line of the work tree
    """
    from compare.cli.messages import one_line_warnings
    from compare.cli.streams import write
    from compare.gate.blame import blame

    with one_line_warnings():
        found = blame(corpus, claim, shared.make_settings(settings_file, None))
    write(as_json(found) if format_ == "json" else as_text(found))


def as_json(found: Blame) -> str:
    """The history as JSON."""
    return json.dumps(dataclasses.asdict(found), indent=2, ensure_ascii=False) + "\n"


def as_text(found: Blame) -> str:
    """The history for people."""
    from compare.report.visible import visible

    lines = [f"{found.place}: {found.claim}", f"  {_flat(found.text)}"]
    for event in found.events:
        lines += ["", *_event(event)]
    return "".join(f"{visible(line)}\n" for line in lines)


def _event(event: Event) -> list[str]:
    what = f" ({', '.join(event.what)})" if event.what else ""
    if event.commit is None:
        who = "before the history begins"
    elif not event.commit.id:
        who = event.commit.subject
    else:
        who = f"{event.commit.id[:10]} {event.commit.date[:10]} {event.commit.author}: {event.commit.subject}"
    lines = [f"{event.act}{what} in {event.path}", f"  {who}"]
    lines += [f"  - {_flat(event.before)}"] if event.before else []
    return lines + ([f"  + {_flat(event.after)}"] if event.after else [])


def _flat(text: str) -> str:
    return " ".join(text.split())
