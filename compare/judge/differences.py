"""What a typed comparison finds, and what the comparisons share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from compare.judge.pairing import Pairing
from compare.records import Claim, Detail, Span

Item = TypeVar("Item")

Category = Literal[
    "number", "date", "name", "place", "polarity", "modality", "attribution", "quotation", "list", "contradiction", "update"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Difference:
    """Two places in two matched claims that answer one question differently.

    Attributes:
        a, b: The deciding words, in `pair.a` and `pair.b`.
        sure: In [0, 1]: how sure it is that they answer the same question and can't both be right
            (hard) or that the accounts do differ (soft).
        hard: Whether both can't hold if it is one.
        note: What kind of difference it is inside its category; "" for the plain one.
    """

    category: Category
    pair: Pairing
    a: Span
    b: Span
    sure: float
    hard: bool
    note: str = ""


def one_to_one(
    left: Sequence[Item], right: Sequence[Item], score: Callable[[Item, Item], float]
) -> list[tuple[float, Item, Item]]:
    """Pairs with a positive score, greedily from the best; every item in at most one. Ties go by order."""
    ranked = sorted(
        (-value, i, j) for i, x in enumerate(left) for j, y in enumerate(right) if (value := score(x, y)) > 0
    )
    used_left: set[int] = set()
    used_right: set[int] = set()
    found = []
    for value, i, j in ranked:
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            found.append((-value, left[i], right[j]))
    return found


def unmatched(
    left: Sequence[Detail], right: Sequence[Detail], agrees: Callable[[Detail, Detail], bool]
) -> tuple[list[Detail], list[Detail]]:
    """The details that nothing on the other side agrees with."""
    alone_left = [x for x in left if not any(agrees(x, y) for y in right)]
    alone_right = [y for y in right if not any(agrees(x, y) for x in left)]
    return alone_left, alone_right


def inside(place: Span, claim: Claim) -> bool:
    """Whether the place is in the claim."""
    return claim.start <= place.start and place.end <= claim.end


def within(detail: Detail, others: Sequence[Detail]) -> bool:
    """Whether a detail lies inside one of the others."""
    return any(other.start <= detail.start and detail.end <= other.end for other in others)
