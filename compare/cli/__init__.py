"""The command `claimcompare`: a file a command, each loaded when it is called."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

import click

FAILED = 2
INTERRUPTED = 130

COMMANDS = {
    "diff": "Compare the articles of one story.",
    "report": "Write the HTML page that an editor reads, filters and marks.",
    "check": "May this change to a corpus go in?",
    "baseline": "Write, update, show or merge what a check accepts.",
    "blame": "Show which commits introduced, changed or dropped a claim.",
    "claims": "Show how an article was read.",
    "explain": "Explain a rule, or what led to a finding.",
    "relate": "Judge given pairs of sentences.",
}
"""Each has a module of its name in this package, with a `command`; the help stands here to load none of them."""


class Commands(click.Group):
    """The commands, imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the order of the help."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; a usage error with what was meant if there is none."""
        if cmd_name not in COMMANDS:
            from difflib import get_close_matches

            close = get_close_matches(cmd_name, COMMANDS, n=1)
            hint = f"did you mean {close[0]}?" if close else f"there are {', '.join(COMMANDS)}"
            raise click.UsageError(f"no command {cmd_name!r}; {hint}", ctx)
        command: click.Command = import_module(f"compare.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without loading them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    del param
    if value:
        from compare import __version__

        click.echo(f"claimcompare {__version__}")
        ctx.exit()


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 fine; 1 diff --exit-code or check found what it fails on; 2 the command could not do its work.",
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version and exit.")  # fmt: skip
def commands() -> None:
    """Compare articles about one event claim by claim: what they agree on, what only one says, where they differ."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit."""
    from compare.cli import streams

    streams.use_utf8()
    sys.exit(streams.flushed(run(arguments)))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code. Nothing that goes wrong leaves as 0 or 1."""
    from compare.errors import ClaimCompareError

    try:
        code = commands.main(arguments, prog_name="claimcompare", standalone_mode=False)
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except click.ClickException as error:
        return _fail(_usage(error), error)
    except ClaimCompareError as error:
        return _fail(str(error), error)
    except MemoryError as error:
        return _fail("not enough memory; compare fewer or smaller articles", error)
    except Exception as error:
        what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        return _fail(f"internal error: {what} (CLAIMCOMPARE_TRACEBACK=1 shows where)", error)
    return code if isinstance(code, int) else 0


def _usage(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    hint = f" (claimcompare {context.info_name} --help)" if context and context.parent else ""
    return error.format_message() + hint


def _fail(message: str, error: BaseException) -> int:
    from compare.cli.messages import print_error

    print_error(message, error)
    return FAILED
