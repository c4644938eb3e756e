"""Facts by source: each cluster as a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from compare.comparison import Comparison
from compare.records import Cluster
from compare.report.html.texts import STATUS_ORDER
from compare.report.html.timeline import Timeline, of_cluster
from compare.report.visible import visible

COLUMNS = 12
"""Sources up to which each has a column of its own; with more, a row lists who tells its fact. So the page grows
with the articles, not with their number times the number of facts."""


@dataclass(frozen=True)
class Row:
    """A fact: who tells it (letter and claim), in how many origins, who doesn't."""

    id: str
    text: str
    status: str
    told: int
    origins: int
    missing: tuple[str, ...]
    importance: float
    claims: tuple[tuple[str, str], ...]
    timelines: tuple[Timeline, ...]


def rows(comparison: Comparison, names: Mapping[str, str], known: Mapping[str, str]) -> Iterator[Row]:
    """Every fact, the most widely told first, then the most important. `known` is from `statuses`."""
    place = {claim.id: number for number, claim in enumerate(comparison.claims)}
    for cluster in sorted(comparison.clusters, key=lambda cluster: _weight(comparison, cluster, place)):
        status = min((known[id] for id in cluster.claims), key=STATUS_ORDER.index)
        told = len(cluster.sources)
        yield Row(
            id=cluster.id,
            text=visible(comparison.claim(cluster.claims[0]).text),
            status=status,
            told=told,
            origins=len(cluster.origins),
            missing=tuple(names[id] for id in cluster.missing) if told > len(cluster.missing) else (),
            importance=max(comparison.claim(id).importance for id in cluster.claims),
            claims=_claims(comparison, cluster, names),
            timelines=of_cluster(comparison, cluster, names),
        )


def _claims(
    comparison: Comparison, cluster: Cluster, names: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """The first claim of each source that tells the fact, in the order of the sources."""
    first: dict[str, str] = {}
    for id in sorted(cluster.claims, key=lambda id: comparison.claim(id).start):
        first.setdefault(comparison.claim(id).source, id)
    return tuple((letter, first[id]) for id, letter in names.items() if id in first)


def _weight(comparison: Comparison, cluster: Cluster, place: Mapping[str, int]) -> tuple[float, ...]:
    importance = max(comparison.claim(id).importance for id in cluster.claims)
    return -len(cluster.sources), -importance, min(place[id] for id in cluster.claims)
