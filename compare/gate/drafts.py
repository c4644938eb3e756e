"""What the gate has found, before the policy says what it may do."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from compare.gate.digest import Clash
from compare.gate.records import Place, Quote, Side, State
from compare.gate.versions import normal
from compare.records import Severity

DIGITS = 16
"""Hex digits of a fingerprint: 64 bits tell a million findings apart with a chance of 1 in 10 million of a clash."""

Wording = tuple[str, str, tuple[str, ...]]
"""One side of a finding by content: path in the corpus, claim, deciding words, as `normal` has them."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An issue without what the policy, the baseline and the suppressions add. Paths are relative to the corpus.

    `subject` is what it is about where it has no quotes.
    """

    code: str
    category: str
    severity: Severity
    story: str
    message: str
    place: Place
    quotes: tuple[Quote, ...] = ()
    state: State = "new"
    importance: float = 0.0
    finding: str = ""
    notes: tuple[str, ...] = ()
    subject: str = ""

    @property
    def wording(self) -> tuple[Wording, ...]:
        """What the finding is about, by content: the sides in a fixed order."""
        if not self.quotes:
            return ((self.place.path, self.subject, ()),)
        return tuple(sorted({worded(quote) for quote in self.quotes}))

    @property
    def fingerprint(self) -> str:
        """Depends on the rule and the content of all sides, on nothing else."""
        return fingerprint(self.code, self.wording)


def worded(quote: Quote) -> Wording:
    """A quote by content."""
    return (quote.place.path, normal(quote.text), tuple(map(normal, quote.deciding)))


def fingerprint(code: str, wording: Iterable[Wording]) -> str:
    """The fingerprint of a finding of these sides."""
    sides = ("\x1e".join((path, claim, *words)) for path, claim, words in wording)
    content = "\x1f".join((code, *sides))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def from_clash(clash: Clash, story: str, state: State, side: Side = "head", at: int = 0) -> Draft:
    """The issue that a divergence of a story is.

    Args:
        at: The quote to point at: the one that the change brought in.
    """
    quotes = tuple(
        Quote(side, quote.source, quote.place, quote.text, quote.words, quote.words_place)
        for quote in clash.quotes
    )
    return Draft(
        clash.rule, clash.category, clash.severity, story, clash.message, quotes[at].words_place, quotes, state,
        clash.importance, clash.finding,
    )  # fmt: skip
