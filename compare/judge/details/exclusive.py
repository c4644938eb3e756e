"""Words of one class of which only one can hold: red or green, north or south, brother or son."""

from __future__ import annotations

from functools import cache

from compare.align.lexicon import stem
from compare.judge.details.sides import DENIAL, TURNING
from compare.judge.differences import Difference
from compare.judge.pairing import Pairing
from compare.judge.tokens import Token
from compare.records import Span

_CLASSES = """
red green amber yellow blue white black grey orange purple brown pink
north south east west
northern southern eastern western
left right
gold silver bronze
mother father brother sister son daughter wife husband uncle aunt cousin nephew niece grandmother grandfather
goalkeeper defender midfielder striker winger
skylight window door roof cellar basement balcony chimney tunnel
knife gun pistol rifle axe hammer poison bomb
petrol diesel electric hydrogen
chlorine ammonia methane propane
frozen refrigerated
spring summer autumn winter
unanimous divided
single double triple
oral written
manual automatic
profit loss
surplus deficit
victory defeat
majority minority
freight passenger
guilty innocent
import export
maximum minimum
"""

SAME_SLOT = 0.5
"""Likeness of the words around two such words from which they describe one thing."""


def compare_exclusive(pair: Pairing) -> list[Difference]:
    """The two words of one class that stand in each other's place, if any."""
    if TURNING.search(pair.a.text) or TURNING.search(pair.b.text) or DENIAL.search(pair.a.text + pair.b.text):
        return []
    found = []
    classes = _table()
    for x in pair.statement_a:
        for y in pair.statement_b:
            shared = classes.get(x.term, frozenset()) & classes.get(y.term, frozenset())
            if not shared or x.term == y.term or _has(pair.statement_b, x) or _has(pair.statement_a, y):
                continue
            slot = pair.slot(Span(x.start, x.end), Span(y.start, y.end))
            if slot >= SAME_SLOT and pair.decided:
                a, b = Span(x.start, x.end), Span(y.start, y.end)
                found.append(Difference("contradiction", pair, a, b, min(1.0, 0.3 + 0.7 * slot), hard=True))
    return sorted(found, key=lambda item: (-item.sure, item.a, item.b))[:1]


def _has(words: tuple[Token, ...], word: Token) -> bool:
    return any(other.term == word.term for other in words)


@cache
def _table() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_CLASSES.strip().splitlines()):
        for word in line.split():
            found.setdefault(stem(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}
