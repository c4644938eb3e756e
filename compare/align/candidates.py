"""Which pairs of claims are worth scoring: the nearest by meaning and by words, both ways round."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from compare.align.story import Floats, Ints, Story
from compare.settings import AlignSettings

ROWS = 512
"""Claims handled at a time, so that memory grows with the number of claims and not with its square."""


@dataclass(frozen=True)
class Candidates:
    """Pairs to score, `a[k] < b[k]`, sorted; and for each claim and article how near the nearest claims are.

    Attributes:
        best, second: (claims, articles): highest and second highest blended similarity of a claim to the
            claims of an article, -1 where there is none.
    """

    a: Ints
    b: Ints
    best: Floats
    second: Floats


def find_candidates(story: Story, settings: AlignSettings) -> Candidates:
    """The `settings.candidates` nearest claims of other articles for each claim, in three channels, joined."""
    total, articles = len(story), int(story.article.max(initial=-1)) + 1
    best = np.full((total, articles), -1, dtype=np.float32)
    second = np.full((total, articles), -1, dtype=np.float32)
    found: list[Ints] = []
    for start in range(0, total, ROWS):
        rows = np.arange(start, min(total, start + ROWS))
        cosine, lexical = similarities(story, rows)
        blended = blend(cosine, lexical)
        best[rows], second[rows] = _two_best(blended, story.article, articles)
        foreign = story.article[rows][:, None] != story.article[None, :]
        for channel in (cosine, lexical, blended):
            found.append(_nearest(channel, foreign, rows, settings))
    keys = np.unique(np.concatenate(found)) if found else np.zeros(0, dtype=np.int64)
    return Candidates(keys // max(1, total), keys % max(1, total), best, second)


def all_pairs(story: Story, settings: AlignSettings) -> Candidates:
    """Every pair of claims of different articles, as candidates: for measuring, not for use."""
    near = find_candidates(story, settings)
    a, b = np.triu_indices(len(story), 1)
    other = story.article[a] != story.article[b]
    return Candidates(a[other], b[other], near.best, near.second)


def similarities(story: Story, rows: Ints) -> tuple[Floats, Floats]:
    """Cosine and TF-IDF cosine of the claims `rows` with all claims."""
    return story.vectors[rows] @ story.vectors.T, story.lexical[rows] @ story.lexical.T


def blend(cosine: Floats, lexical: Floats) -> Floats:
    """One similarity out of the two channels; used to rank, not to decide."""
    return np.asarray(0.5 * cosine + 0.5 * lexical, dtype=np.float32)


def _two_best(similarity: Floats, article: Ints, articles: int) -> tuple[Floats, Floats]:
    best = np.full((len(similarity), articles), -1, dtype=np.float32)
    second = best.copy()
    for number in range(articles):
        columns = similarity[:, article == number]
        if columns.shape[1]:
            best[:, number] = columns.max(axis=1)
        if columns.shape[1] > 1:
            second[:, number] = np.partition(columns, -2, axis=1)[:, -2]
    return best, second


def _nearest(similarity: Floats, foreign: np.ndarray, rows: Ints, settings: AlignSettings) -> Ints:
    total = similarity.shape[1]
    masked = np.where(foreign, similarity, -np.inf)
    count = min(settings.candidates, total)
    near = np.argpartition(-masked, count - 1, axis=1)[:, :count]
    value = np.take_along_axis(masked, near, axis=1)
    row, at = np.nonzero(np.isfinite(value) & (value > 0))
    one, two = rows[row], near[row, at]
    return np.minimum(one, two) * total + np.maximum(one, two)
