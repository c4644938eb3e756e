"""Divergences of a story in both states: which are new, which were there, which are resolved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.gate.digest import Clash
from compare.gate.drafts import Draft, from_clash
from compare.gate.versions import normal

IN_COMMON = 2
"""Sides that two states of a divergence must share: it takes two to differ."""

Words = tuple[str, ...]


@dataclass(frozen=True)
class Sides:
    """A divergence as claims, each with the words that decide."""

    rule: str
    sides: frozenset[tuple[str, Words]]

    @property
    def words(self) -> frozenset[Words]:
        """Everything that is said in it."""
        return frozenset(words for _, words in self.sides)

    def holds(self, other: Sides) -> bool:
        """Whether the other is this divergence, perhaps with more or fewer who say the same."""
        return (
            self.rule == other.rule
            and len(self.sides & other.sides) >= IN_COMMON
            and other.words <= self.words
        )


def compare_divergences(
    story: str, base: Sequence[Clash], head: Sequence[Clash], now: Mapping[str, str], kept: frozenset[str]
) -> list[Draft]:
    """Every divergence of either state as an issue.

    One is new only if the change touched it: where none of its claims is new or edited, it was there before, even if
    it was not seen for what stood around it.

    Args:
        now: For claims of the base that are still there: id -> id in the head.
        kept: Claims of the head that stand in the base word for word.
    """
    known = [_sides(clash, now) for clash in base]
    found = []
    still: set[int] = set()
    for clash in head:
        same = [at for at, sides in enumerate(known) if sides.holds(_sides(clash, {}))]
        still.update(same)
        touched = [at for at, claim in enumerate(clash.claims) if claim not in kept]
        new = bool(touched and not same)
        found.append(from_clash(clash, story, "new" if new else "existing", at=touched[0] if new else 0))
    gone = [clash for at, clash in enumerate(base) if at not in still]
    seen = {(draft.code, frozenset(draft.wording)) for draft in found}
    resolved = [from_clash(clash, story, "resolved", "base") for clash in gone]
    return found + [draft for draft in resolved if (draft.code, frozenset(draft.wording)) not in seen]


def _sides(clash: Clash, now: Mapping[str, str]) -> Sides:
    return Sides(
        clash.rule,
        frozenset(
            (now.get(id, id), tuple(map(normal, quote.deciding)))
            for id, quote in zip(clash.claims, clash.quotes, strict=True)
        ),
    )
