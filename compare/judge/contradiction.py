"""Contradictions in other words: what the relation model sees between matched claims."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from typing import TYPE_CHECKING

from compare.judge.differences import Difference
from compare.judge.pairing import Pairing
from compare.records import Claim, Span

if TYPE_CHECKING:
    from compare.judge.relation import Relation

LONGEST = 400
"""Claims longer than this, in characters, are not judged: the model has learnt on sentences."""


def relations(pairs: Sequence[Pairing]) -> dict[tuple[str, str], Relation]:
    """What the model says of each pair, by claim ids; empty when the model isn't installed."""
    if not shipped():
        return {}
    from compare.judge.relation import relate

    short = [pair for pair in pairs if max(len(pair.a.text), len(pair.b.text)) <= LONGEST]
    found = relate([(_flat(pair.a), _flat(pair.b)) for pair in short], both=True)
    return {(pair.a.id, pair.b.id): relation for pair, relation in zip(short, found, strict=True)}


def shipped() -> bool:
    """Whether the model's weights are there."""
    return files("compare.judge.relation").joinpath("model.onnx").is_file()


def contradiction(pair: Pairing, relation: Relation) -> list[Difference]:
    """The model's contradiction as a difference, with the words it points at; none where it points at none."""
    if relation.label != "contradiction" or not relation.premise_words or not relation.hypothesis_words:
        return []
    a, b = _hull(pair.a, relation.premise_words), _hull(pair.b, relation.hypothesis_words)
    return [Difference("contradiction", pair, a, b, relation.contradiction * relation.same, hard=True)]


def _flat(claim: Claim) -> str:
    """The claim on one line, its offsets kept: every kind of white space becomes one space."""
    return "".join(" " if char.isspace() else char for char in claim.text)


def _hull(claim: Claim, words: Sequence[Span]) -> Span:
    return Span(claim.start + words[0].start, claim.start + words[-1].end)
