"""Typed comparison: which details of two matched claims answer the same question differently."""

from __future__ import annotations

from compare.judge.attribution import compare_speakers
from compare.judge.details.amounts import compare_amounts
from compare.judge.details.exclusive import compare_exclusive
from compare.judge.details.lists import compare_lists
from compare.judge.details.modality import compare_modality
from compare.judge.details.moments import compare_moments
from compare.judge.details.names import compare_names, compare_namesakes
from compare.judge.details.quotations import compare_quotations
from compare.judge.details.routes import compare_routes
from compare.judge.details.sides import compare_sides
from compare.judge.differences import Difference
from compare.judge.pairing import Pairing

COMPARISONS = (
    compare_amounts,
    compare_moments,
    compare_names,
    compare_namesakes,
    compare_routes,
    compare_sides,
    compare_modality,
    compare_speakers,
    compare_quotations,
    compare_lists,
    compare_exclusive,
)
"""One comparison a type of detail. Each sees one pair of matched claims."""


def compare_details(pair: Pairing) -> list[Difference]:
    """Every difference between two matched claims, in the order of `COMPARISONS`.

    Dates of opposite statements are dates of two acts: "closed on Friday" v. "still open on Saturday".
    """
    found = [difference for compare in COMPARISONS for difference in compare(pair)]
    if any(item.category == "polarity" and item.hard for item in found):
        return [item for item in found if item.category != "date"]
    return found


__all__ = ["COMPARISONS", "Difference", "compare_details"]
