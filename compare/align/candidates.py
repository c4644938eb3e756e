"""Which pairs of claims are worth scoring: the nearest by meaning and by words, both ways round."""

from __future__ import annotations

import numpy as np

from compare.align.story import Floats, Ints, Pairs, Story
from compare.settings import AlignSettings

ROWS = 512
"""Claims handled at a time, so that memory grows with the number of claims and not with its square."""

NEAR = 0.25
"""Mean similarity from which a pair is a candidate beyond the nearest few; below it,
1 pair in 100 is a match."""

EACH = 4
"""How many such pairs a claim may have for each article of the story, so that a fact that fifty articles tell is
found in all of them while the number of pairs grows with claims times articles, not with claims squared."""


def find_candidates(story: Story, settings: AlignSettings) -> Pairs:
    """The `settings.candidates` nearest claims of other articles for each claim, in three channels, joined.

    The channels are meaning (cosine of the vectors), words (TF-IDF cosine, where names and numbers weigh most),
    and their mean; pairs that are near in the mean are added beyond that number (see `NEAR` and `EACH`).
    """
    total, articles = len(story), len(np.unique(story.article))
    found: list[Ints] = [np.zeros(0, dtype=np.int64)]
    for start in range(0, total, ROWS):
        rows = np.arange(start, min(total, start + ROWS))
        cosine, lexical = similarities(story, rows)
        mean = (cosine + lexical) / 2
        foreign = story.article[rows][:, None] != story.article[None, :]
        for channel in (cosine, lexical, mean):
            found.append(_keys(rows, _nearest(np.where(foreign, channel, -1), settings.candidates), total))
        near = np.where(foreign & (mean >= NEAR), mean, -1)
        found.append(_keys(rows, _nearest(near, settings.candidates + EACH * articles), total))
    keys = np.unique(np.concatenate(found))
    return Pairs(keys // max(1, total), keys % max(1, total))


def all_pairs(story: Story) -> Pairs:
    """Every pair of claims of different articles: for measuring, not for use."""
    a, b = np.triu_indices(len(story), 1)
    other = story.article[a] != story.article[b]
    return Pairs(a[other].astype(np.int64), b[other].astype(np.int64))


def similarities(story: Story, rows: Ints) -> tuple[Floats, Floats]:
    """Cosine and TF-IDF cosine of the claims `rows` with all claims."""
    return story.vectors[rows] @ story.vectors.T, story.lexical[rows] @ story.lexical.T


def _nearest(similarity: Floats, count: int) -> tuple[Ints, Ints]:
    count = min(count, similarity.shape[1])
    near = np.argpartition(-similarity, count - 1, axis=1)[:, :count]
    row, at = np.nonzero(np.take_along_axis(similarity, near, axis=1) > 0)
    return row, near[row, at]


def _keys(rows: Ints, pairs: tuple[Ints, Ints], total: int) -> Ints:
    one, two = rows[pairs[0]], pairs[1]
    return np.asarray(np.minimum(one, two) * total + np.maximum(one, two), dtype=np.int64)
