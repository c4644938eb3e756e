"""Pairs whose premise is a passage or a whole article: what one stretch of it says decides.

The model reads sentence against sentence. A long premise is cut into windows of one and of two sentences, a long
hypothesis into its sentences. A sentence of the hypothesis is entailed as far as its best window entails it, and
contradicted as far as the windows on the same matter contradict it while none entails it; the hypothesis is
entailed as far as its weakest sentence is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from compare.claims.sentences import split
from compare.judge.relation.model import Relation, RelationModel
from compare.records import Span

LONG_PREMISE = 700
"""Characters from which a premise is cut: about 160 word pieces, the longest that the model has learnt on."""

LONG_HYPOTHESIS = 400
"""Characters from which a hypothesis is judged sentence by sentence."""


def judge_passages(
    pairs: Sequence[tuple[str, str]], model: RelationModel, *, both: bool = False
) -> list[Relation]:
    """The relation of each pair, however long; all sentence pairs go through the model in one call."""
    plans = [
        [[(w, s) for w in _windows(premise)] for s in _parts(hypothesis)] for premise, hypothesis in pairs
    ]
    flat = [pair for plan in plans for part in plan for pair in part]
    judged = iter(model.judge(flat, both=both))
    return [_all_parts([_best_window([next(judged) for _ in part]) for part in plan]) for plan in plans]


def _sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for p in _paragraphs(text) for s in split(text, p)]


def _paragraphs(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            spans.append(Span(at, at + len(line.rstrip())))
        at += len(line)
    return spans


def _windows(premise: str) -> list[str]:
    if len(premise) <= LONG_PREMISE:
        return [premise]
    sentences = _sentences(premise)
    return sentences + [f"{a} {b}" for a, b in pairwise(sentences)]


def _parts(hypothesis: str) -> list[str]:
    return [hypothesis] if len(hypothesis) <= LONG_HYPOTHESIS else _sentences(hypothesis)


def _best_window(found: list[Relation]) -> Relation:
    if len(found) == 1:
        return found[0]
    entailment = max(r.entailment for r in found)
    contradiction = min(1 - entailment, max(r.contradiction * r.same for r in found))
    same = max(r.same for r in found)
    return Relation(entailment, round(1 - entailment - contradiction, 4), round(contradiction, 4), same)


def _all_parts(found: list[Relation]) -> Relation:
    if len(found) == 1:
        return found[0]
    entailment = min(r.entailment for r in found)
    contradiction = min(1 - entailment, max(r.contradiction for r in found))
    same = max(r.same for r in found)
    return Relation(entailment, round(1 - entailment - contradiction, 4), round(contradiction, 4), same)
