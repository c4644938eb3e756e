"""What the pictures show, as numbers a template can draw: overlap of sources, and who tells which fact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from compare.comparison import Comparison
from compare.report.visible import visible

CELL, GAP = 14, 3
"""Side of a square and what is left free of it, in pixels."""

FACTS = 60
"""Facts in the coverage picture: what fits a wide screen; the table below has all."""

PAIRS = 26
"""Sources up to which the picture of pairs is drawn: their number grows with the square."""

SHADES = 4
"""Steps of the shade that says how much a pair has in common."""


@dataclass(frozen=True)
class Share:
    """How much of an article's claims others tell too: all others, some, none. The parts add up to `claims`."""

    letter: str
    name: str
    claims: int
    everyone: int
    some: int
    alone: int


@dataclass(frozen=True)
class Pair:
    """Two sources, by number, and the facts that both tell; `shade` from 0 (none) to SHADES (the most)."""

    row: int
    column: int
    facts: int
    shade: int


@dataclass(frozen=True)
class Overlap:
    """The overlap of the sources; `widest` is the largest number of claims of one source."""

    shares: tuple[Share, ...]
    pairs: tuple[Pair, ...]
    widest: int
    both: int
    text: str


@dataclass(frozen=True)
class Coverage:
    """A column a fact, a lane a source: one SVG path for each status."""

    width: int
    height: int
    paths: tuple[tuple[str, str], ...]
    facts: int
    total: int


def overlap(comparison: Comparison, names: Mapping[str, str]) -> Overlap:
    """Shares of each source, and facts in common of each pair."""
    shares = tuple(_share(comparison, id, names) for id in names)
    common = _common(comparison)
    most = max(common.values(), default=0)
    ids = list(names)
    pairs = tuple(
        Pair(row, column, facts, -(-SHADES * facts // most) if most else 0)
        for column, row in combinations(range(len(ids)), 2)
        for facts in (common.get((ids[column], ids[row]), 0),)
    )
    return Overlap(
        shares=shares,
        pairs=pairs if 2 < len(ids) <= PAIRS else (),
        widest=max((share.claims for share in shares), default=0),
        both=most if len(ids) == 2 else 0,
        text=_text(shares, pairs, list(names.values())),
    )


def coverage(rows: Sequence[tuple[str, Sequence[str]]], lanes: Sequence[str]) -> Coverage:
    """Rows are (status, letters that tell the fact), the most widely told first; `lanes` all letters."""
    place = {letter: number for number, letter in enumerate(lanes)}
    paths: dict[str, list[str]] = {}
    side = CELL - GAP
    for column, (status, letters) in enumerate(rows[:FACTS]):
        for letter in letters:
            square = f"M{column * CELL} {place[letter] * CELL}h{side}v{side}h-{side}z"
            paths.setdefault(status, []).append(square)
    shown = min(len(rows), FACTS)
    return Coverage(
        width=shown * CELL,
        height=len(lanes) * CELL,
        paths=tuple((status, "".join(squares)) for status, squares in sorted(paths.items())),
        facts=shown,
        total=len(rows),
    )


def _share(comparison: Comparison, id: str, names: Mapping[str, str]) -> Share:
    told = {"everyone": 0, "some": 0, "alone": 0}
    claims = [claim for claim in comparison.claims if claim.source == id]
    for claim in claims:
        tellers = {source for cluster in comparison.clusters_of(claim.id) for source in cluster.sources}
        everyone = len(tellers) > 1 and len(tellers) == len(names)
        told["everyone" if everyone else "some" if len(tellers) > 1 else "alone"] += 1
    return Share(names[id], visible(comparison.article(id).source), len(claims), **told)


def _common(comparison: Comparison) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for cluster in comparison.clusters:
        for pair in combinations(sorted(cluster.sources), 2):
            found[pair] = found.get(pair, 0) + 1
    return found


def _text(shares: Sequence[Share], pairs: Sequence[Pair], letters: Sequence[str]) -> str:
    """The picture in words."""
    said = [
        f"{share.letter}: {share.claims} claims, {share.everyone} told by all, {share.some} by some others, "
        f"{share.alone} by no other."
        for share in shares
    ]
    most = max(pairs, key=lambda pair: pair.facts, default=None)
    if most and len(shares) == 2:
        said.append(f"Both tell {most.facts} facts.")
    elif most:
        said.append(
            f"{letters[most.column]} and {letters[most.row]} have most in common: {most.facts} facts."
        )
    return " ".join(said)
