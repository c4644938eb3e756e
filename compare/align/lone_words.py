"""Claims of one word: "Yes." and "No." stand in the same places, and say the opposite."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from compare.align.story import Pairs
from compare.records import Claim

_WORD = re.compile(r"[^\W_]+(?:[-‑'’.,][^\W_]+)*")


def without_lone_words(
    claims: Sequence[Claim], pairs: Pairs, probability: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The probabilities with 0 for every pair of a single word and anything but that word."""
    alone = frozenset(at for at, claim in enumerate(claims) if len(_words(claim)) < 2)
    if not alone:
        return probability
    found = probability.copy()
    for k, (a, b) in enumerate(zip(pairs.a.tolist(), pairs.b.tolist(), strict=True)):
        if (a in alone or b in alone) and _words(claims[a]) != _words(claims[b]):
            found[k] = 0.0
    return found


def _words(claim: Claim) -> list[str]:
    return [word.casefold() for word in _WORD.findall(claim.text)]
