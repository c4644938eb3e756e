"""`claimcompare relate`: the relation model on given pairs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TextIO

import click


@click.command("relate")
@click.argument("pairs", type=click.File("r", encoding="utf-8-sig"))
@click.option("--both", is_flag=True, help="Ask in both directions and average; steadier, at twice the cost.")
@click.option("-o", "--output", type=click.File("w", encoding="utf-8", atomic=True), default="-", help="File to write.")  # fmt: skip
def command(pairs: TextIO, both: bool, output: TextIO) -> None:
    """Judge pairs of sentences: does the hypothesis follow from the premise, contradict it, or neither?

    PAIRS is JSON Lines with `premise` and `hypothesis` in each row ("-" for standard input). Each row comes back
    with `label`, `scores` (the three probabilities), `same` (whether both answer one question) and `words` (the
    words that decide a contradiction, as [start, end] in premise and hypothesis).
    """
    from compare.judge.relation.model import load_model
    from compare.judge.relation.passage import judge_passages

    rows = list(_rows(pairs))
    found = judge_passages([(r["premise"], r["hypothesis"]) for r in rows], load_model(), both=both)
    for row, relation in zip(rows, found, strict=True):
        answer = relation.to_dict()
        output.write(json.dumps({**row, **answer}, ensure_ascii=False) + "\n")


def _rows(pairs: TextIO) -> Iterator[dict[str, Any]]:
    from compare.errors import InputError

    try:
        for number, line in enumerate(pairs, start=1):
            if line.strip():
                yield _row(line, f"{pairs.name}, line {number}")
    except UnicodeDecodeError as error:
        raise InputError(f"{pairs.name}: not UTF-8 text ({error.reason}); save it as UTF-8") from error


def _row(line: str, where: str) -> dict[str, Any]:
    from compare.errors import InputError

    try:
        row: dict[str, Any] = json.loads(line)
    except ValueError as error:
        raise InputError(f"{where}: not JSON ({error}); give one object a line") from error
    for key in ("premise", "hypothesis"):
        if not isinstance(row, dict) or not isinstance(row.get(key), str):
            raise InputError(f'{where}: no text in "{key}"; each row needs "premise" and "hypothesis"')
    return row
