"""Pairs whose premise is a passage or a whole article: what one stretch of it says decides.

The model reads sentence against sentence. A long premise is cut into windows of one and of two sentences, a long
hypothesis into its sentences. A sentence of the hypothesis is entailed as far as its best window entails it, and
contradicted as far as the windows on the same matter contradict it while none entails it; the hypothesis is
entailed as far as its weakest sentence is.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from compare.claims.sentences import split
from compare.judge.relation.model import Relation, RelationModel
from compare.judge.relation.weighed import weighed
from compare.records import Span

LONG_PREMISE = 700
"""Characters from which a premise is cut: about 160 word pieces, the longest that the model has learnt on."""

LONG_HYPOTHESIS = 400
"""Characters from which a hypothesis is judged sentence by sentence."""

WINDOWS = 6
"""Windows read for one sentence: those nearest in words. An article has a hundred, and nearly all are beside the point."""

_WORD = re.compile(r"\w{3,}|\d+")


def judge_passages(
    pairs: Sequence[tuple[str, str]], model: RelationModel, *, both: bool = False
) -> list[Relation]:
    """The relation of each pair, however long; all sentence pairs go through the model in one call."""
    plans = [_plan(premise, hypothesis) for premise, hypothesis in pairs]
    flat = [pair for plan in plans for part in plan for pair in part]
    opinions = model.judge(flat, both=both)
    judged = iter([weighed(pair, opinion) for pair, opinion in zip(flat, opinions, strict=True)])
    return [_all_parts([_best_window([next(judged) for _ in part]) for part in plan]) for plan in plans]


def _plan(premise: str, hypothesis: str) -> list[list[tuple[str, str]]]:
    """For each part of the hypothesis, the windows of the premise to read it against."""
    windows = [premise] if len(premise) <= LONG_PREMISE else _windows(premise)
    parts = [hypothesis] if len(hypothesis) <= LONG_HYPOTHESIS else _sentences(hypothesis)
    return [[(window, part) for window in _nearest(windows, part)] for part in parts or [hypothesis]]


def _sentences(text: str) -> list[str]:
    return [s.of(text) for p in _paragraphs(text) for s in split(text, p)]


def _paragraphs(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            spans.append(Span(at, at + len(line.rstrip())))
        at += len(line)
    return spans


def _windows(premise: str) -> list[str]:
    sentences = _sentences(premise)
    return sentences + [f"{a} {b}" for a, b in pairwise(sentences)]


def _nearest(windows: list[str], part: str) -> list[str]:
    """The windows that share most words with the part, each word worth more the fewer windows have it."""
    if len(windows) <= WINDOWS:
        return windows
    words = [set(_WORD.findall(window.lower())) for window in windows]
    count = Counter(word for found in words for word in found)
    wanted = set(_WORD.findall(part.lower()))

    def shared(index: int) -> float:
        common = sorted(words[index] & wanted)
        return sum(math.log(1 + len(windows) / count[word]) for word in common) / math.sqrt(
            5 + len(words[index])
        )

    best = sorted(range(len(windows)), key=lambda index: (-shared(index), index))[:WINDOWS]
    return [windows[index] for index in sorted(best)]


def _best_window(found: list[Relation]) -> Relation:
    if len(found) == 1:
        return found[0]
    entailment = max(r.entailment for r in found)
    return _summed(entailment, max(r.contradiction * r.same for r in found), found)


def _all_parts(found: list[Relation]) -> Relation:
    if len(found) == 1:
        return found[0]
    return _summed(min(r.entailment for r in found), max(r.contradiction for r in found), found)


def _summed(entailment: float, contradiction: float, found: list[Relation]) -> Relation:
    """Contradiction has what entailment leaves, neutral the rest."""
    contradiction = round(min(1 - entailment, contradiction), 4)
    neutral = round(1 - entailment - contradiction, 4)
    return Relation(entailment, neutral, contradiction, max(r.same for r in found))
