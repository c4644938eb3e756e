"""The claim that speaks for a cluster: the clearest, not the first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.records import Claim

SPECIFIC = frozenset({"name", "place", "number", "quantity", "money", "percent", "date", "time"})
PRONOUN_FIRST = re.compile(
    r"^\W*(?:he|she|it|they|his|her|its|their|this|that|these|those|but|and|so|however|meanwhile)\b",
    re.IGNORECASE,
)

FEWEST_WORDS, MOST_WORDS = 7, 40
"""Outside these a sentence says too little to stand alone, or too much to be read at a glance."""


def clearness(claim: Claim, closeness: float) -> float:
    """How well a claim stands for its cluster; `closeness` is its mean probability with the others, in [0, 1].

    A sentence that opens with a pronoun needs the one before it; one that names who and how many doesn't.
    """
    words = len(claim.text.split())
    specific = len({detail.type for detail in claim.details} & SPECIFIC)
    clear = closeness + 0.1 * min(3, specific)
    clear -= 0.5 * bool(PRONOUN_FIRST.match(claim.text))
    clear -= 0.3 * (words < FEWEST_WORDS) + 0.2 * (words > MOST_WORDS)
    return round(clear, 6)


def clearest_first(claims: Sequence[Claim], closeness: Sequence[float]) -> list[Claim]:
    """The claims of a cluster, the clearest first, the others by article and place."""
    best = min(
        zip(claims, closeness, strict=True),
        key=lambda pair: (-clearness(*pair), pair[0].source, pair[0].start),
    )
    rest = sorted(
        (claim for claim in claims if claim is not best[0]), key=lambda claim: (claim.source, claim.start)
    )
    return [best[0], *rest]
