"""Options that several commands share, and the settings they make."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import click

from compare.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])

FIELDS = ("text", "title", "source", "published", "author", "url")

fields_option = click.option(
    "--fields", metavar="NAME=FIELD,…",
    help="For JSON, JSONL, CSV and Parquet: which field holds what, e.g. text=body,title=headline.",
)  # fmt: skip
settings_option = click.option(
    "--settings", "settings_file", metavar="FILE", type=click.Path(path_type=Path),
    help="Read settings from FILE instead of the nearest claimcompare.toml or pyproject.toml.",
)  # fmt: skip
width_option = click.option(
    "--width",
    type=click.IntRange(40, 1000),
    metavar="N",
    help="Columns; default: COLUMNS, else the terminal's.",
)
color_option = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto",
    help="Colour; auto obeys NO_COLOR and FORCE_COLOR. Without colour deciding words stand in [brackets].",
)  # fmt: skip
pager_option = click.option(
    "--pager/--no-pager", default=None, help="Use a pager; default: for long output on a terminal."
)


def engine_options(command: Command) -> Command:
    """--model, --engine and --no-cache."""
    for option in (
        click.option("--no-cache", is_flag=True, help="Neither read nor keep vectors between runs."),
        click.option(
            "--engine",
            type=click.Choice(["auto", "onnx", "sentence-transformers"]),
            help="What runs the model.",
        ),
        click.option("--model", metavar="NAME|FOLDER", help="Any sentence-transformers model."),
    ):
        command = option(command)
    return command


def judge_options(command: Command) -> Command:
    """--judge-url, --judge-model and --judge-budget."""
    for option in (
        click.option(
            "--judge-budget", type=click.IntRange(min=1), metavar="N", help="Ask about N pairs of claims at most."
        ),
        click.option("--judge-model", metavar="NAME", help="The model to ask there."),
        click.option(
            "--judge-url", metavar="URL",
            help="Ask the chat server at URL about findings in review; sends it their claims. Key: CLAIMCOMPARE_JUDGE_KEY.",
        ),
    ):  # fmt: skip
        command = option(command)
    return command


def outside_judge(url: str | None, model: str | None, budget: int | None) -> dict[str, Any]:
    """What the three options change in the settings. Raises JudgeError for a bad address, before any work is done."""
    if url is None:
        for name, value in (("--judge-model", model), ("--judge-budget", budget)):
            if value is not None:
                raise click.UsageError(f"{name} needs --judge-url", click.get_current_context())
        return {}
    from compare.judge.outside.client import check_address

    check_address(url)
    given = {"url": url, "model": model, "budget": budget}
    return {name: value for name, value in given.items() if value is not None}


def make_settings(
    settings_file: Path | None,
    fields: str | None,
    model: str | None = None,
    engine: str | None = None,
    no_cache: bool = False,
    outside: dict[str, Any] | None = None,
) -> Settings:
    """The settings of the file, or the nearest one, with what the options change."""
    settings = Settings.from_file(settings_file) if settings_file else Settings.load()
    embed: dict[str, Any] = {"model": model, "engine": engine, "cache": False if no_cache else None}
    changes: dict[str, dict[str, Any]] = {
        "embed": {name: value for name, value in embed.items() if value is not None},
        "outside": outside or {},
        "read": {"fields": settings.read.fields | parse_fields(fields)} if fields else {},
    }
    return settings.replace(**{name: values for name, values in changes.items() if values})


def parse_fields(text: str) -> dict[str, str]:
    """ "text=body,title=headline" → {"text": "body", "title": "headline"}. Raises click.BadParameter."""
    fields = {}
    for part in text.split(","):
        name, equals, field = part.partition("=")
        if not equals or not field.strip():
            raise click.BadParameter(f"{part!r} is not NAME=FIELD, as in text=body", param_hint="--fields")
        fields[_known(name.strip(), FIELDS, "--fields")] = field.strip()
    return fields


def parse_names(text: str, known: tuple[str, ...], option: str) -> tuple[str, ...]:
    """Names parted by commas, each one of `known`. Raises click.BadParameter with what was meant."""
    return tuple(_known(name.strip(), known, option) for name in text.split(",") if name.strip())


def _known(name: str, known: tuple[str, ...], option: str) -> str:
    if name in known:
        return name
    close = get_close_matches(name, known, n=1, cutoff=0.4)
    hint = f"did you mean {close[0]}?" if close else f"known are {', '.join(known)}"
    raise click.BadParameter(f"no {name!r}; {hint}", param_hint=option)
