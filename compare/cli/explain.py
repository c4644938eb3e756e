"""`claimcompare explain`: a rule, or what led to one finding."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli import options as shared
from compare.cli.look import color as wants_color
from compare.cli.look import links
from compare.cli.look import width as columns
from compare.errors import InputError
from compare.report.base import Options

if TYPE_CHECKING:
    from compare.settings import Settings

CODE = re.compile(r"[A-Za-z]{3}\d{3}")
CLAIM = re.compile(r"c[0-9a-f]{3,}")


@click.command("explain", short_help="Explain a rule, or what led to a finding.")
@click.argument("what", metavar="CODE|ID")
@click.argument("inputs", nargs=-1, metavar="[FILE]…")
@shared.width_option
@shared.color_option
@shared.pager_option
@shared.judge_options
@shared.engine_options
@shared.fields_option
@shared.settings_option
def command(
    what: str, inputs: tuple[str, ...], width: int | None, color: str, pager: bool | None,
    judge_url: str | None, judge_model: str | None, judge_budget: int | None, model: str | None, engine: str | None,
    no_cache: bool, fields: str | None, settings_file: Path | None,
) -> None:  # fmt: skip
    """Explain a rule, or what led to one finding.

    \b
    claimcompare explain DIV401             what the rule means, and what it doesn't
    claimcompare explain f3a9c0f A B        a finding of diff A B: every score and word that led to it
    claimcompare explain c1f20 c77e0 A B    two claims: why they were matched, or weren't

    Ids may be shortened as long as they stay unique. They are in the report and in --format json.
    """
    from compare.cli.pager import show

    look = Options(width=columns(width), color=wants_color(color, False), links=links(False))
    if CODE.fullmatch(what) and not inputs:
        text = rule(what, look)
    else:
        outside = shared.outside_judge(judge_url, judge_model, judge_budget)
        settings = shared.make_settings(settings_file, fields, model, engine, no_cache, outside)
        text = finding(what, inputs, settings, look)
    show(text, pager)


def rule(code: str, look: Options) -> str:
    """What a rule means. Raises InputError for an unknown code."""
    from difflib import get_close_matches

    from compare.judge.rules import RULES
    from compare.report.terminal.explain import explain_rule

    known = RULES.get(code.upper())
    if known is None:
        close = get_close_matches(code.upper(), RULES, n=1)
        hint = f"did you mean {close[0]}?" if close else f"there are {', '.join(RULES)}"
        raise InputError(f"no rule has the code {code}; {hint}")
    return explain_rule(known, look)


def finding(what: str, inputs: tuple[str, ...], settings: Settings, look: Options) -> str:
    """What led to a finding, or to the match of two claims. Raises InputError for an unknown id."""
    from compare.cli.comparing import compared
    from compare.cli.why import explanations
    from compare.report.terminal.explain import explain_claims, explain_finding

    ids = [what, *inputs[:1]] if _are_claims(what, inputs) else [what]
    files = inputs[len(ids) - 1 :]
    if not files:
        raise InputError(
            f"{what}: give the articles too, as for diff: claimcompare explain {what} FILE FILE …"
        )
    comparison = compared(files, settings)
    if len(ids) == 1:
        found = comparison.finding(what)
        why = explanations(comparison, [comparison.claim(id) for id in found.claims])
        return explain_finding(comparison, found, why, look)
    claims = [comparison.claim(id) for id in ids]
    if claims[0].source == claims[1].source:
        raise InputError(
            f"{' and '.join(ids)}: both are of {claims[0].source}; claims of two articles are matched"
        )
    return explain_claims(comparison, claims, explanations(comparison, claims), look)


def _are_claims(what: str, inputs: tuple[str, ...]) -> bool:
    """Whether the first two words are claims' ids, not a finding's id and a file."""
    return bool(
        CLAIM.fullmatch(what) and inputs and CLAIM.fullmatch(inputs[0]) and not Path(inputs[0]).exists()
    )
