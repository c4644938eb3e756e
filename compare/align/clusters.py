"""Which claims tell one fact, over any number of articles: average linkage that can't drift along a chain."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def group(article: Ints, a: Ints, b: Ints, probability: Floats, threshold: float) -> list[list[int]]:
    """Groups of claims by average linkage over the scored pairs; singletons included; sorted.

    Two groups are joined while the mean probability over all pairs of claims of different articles between them
    is at least `threshold`; a pair that was not scored counts as 0. So A and C, which don't match, are never in one
    group only because B matches both.

    Args:
        article: For each claim the index of its article.
        a, b: Scored pairs of claims of different articles.
        probability: Their match probabilities.
    """
    groups: list[list[int]] = []
    strong = probability >= threshold
    for members in _components(len(article), a[strong], b[strong]):
        groups.extend(
            [members]
            if len(members) == 1
            else _average_linkage(members, article, a, b, probability, threshold)
        )
    return sorted(groups)


def _components(total: int, a: Ints, b: Ints) -> list[list[int]]:
    parent = list(range(total))

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for one, two in zip(a.tolist(), b.tolist(), strict=True):
        parent[root(one)] = root(two)
    found: dict[int, list[int]] = {}
    for item in range(total):
        found.setdefault(root(item), []).append(item)
    return list(found.values())


def _average_linkage(
    members: Sequence[int], article: Ints, a: Ints, b: Ints, probability: Floats, threshold: float
) -> list[list[int]]:
    size = len(members)
    own = article[list(members)]
    place = np.full(len(article), -1)
    place[list(members)] = np.arange(size)
    inside = (place[a] >= 0) & (place[b] >= 0)
    sums, counts = np.zeros((size, size)), (own[:, None] != own[None, :]).astype(float)
    one, two = place[a[inside]], place[b[inside]]
    sums[one, two] = sums[two, one] = probability[inside]
    groups: dict[int, list[int]] = {at: [member] for at, member in enumerate(members)}
    mean = sums / np.maximum(counts, 1)
    np.fill_diagonal(mean, -1)
    while len(groups) > 1:
        keep, drop = divmod(int(mean.argmax()), size)
        if mean[keep, drop] < threshold:
            break
        groups[keep] += groups.pop(drop)
        sums[keep] += sums[drop]
        counts[keep] += counts[drop]
        sums[:, keep], counts[:, keep] = sums[keep], counts[keep]
        mean[keep] = mean[:, keep] = sums[keep] / np.maximum(counts[keep], 1)
        mean[drop] = mean[:, drop] = mean[keep, keep] = -1
        gone = [at for at in range(size) if at not in groups]
        mean[keep, gone] = mean[gone, keep] = -1
    return [sorted(group) for group in groups.values()]
