"""Names of people, organisations, places and events, by capital letters, titles and tables; no model."""

from __future__ import annotations

from compare.claims.details import name_words as words
from compare.claims.details import places
from compare.claims.details.name_kinds import link, name_detail
from compare.claims.details.name_parts import Part, common_title, is_capital, split_run
from compare.claims.details.places import fold
from compare.claims.details.tables import word_set
from compare.claims.details.tokens import Tokens
from compare.records import Detail

_ABBREVIATED = word_set(
    """
    mr mrs ms dr prof st sen rep gov gen lt col capt sgt maj adm rev hon jr sr
    """
)
_LONGEST = 14
_OWNERS = frozenset(("st", "st.", "saint", "king", "queen", "our"))
_OWNING = word_set("king queen women men children people moody lloyd sotheby christie mcdonald")
_OWNED = word_set("hospital university college church school cathedral academy park")


def find(tokens: Tokens, taken: bytearray) -> list[Detail]:
    """The names, in order; words in `taken` belong to dates, times and measures and start no name."""
    parts: list[Part] = []
    index = 0
    while index < len(tokens):
        if taken[index] or not is_capital(tokens, index):
            parts += common_title(tokens, index)
            index += 1
            continue
        end = _run_end(tokens, index, taken)
        parts += split_run(tokens, index, end)
        index = end
    return link(tokens, [name_detail(tokens, part) for part in parts])


def _run_end(tokens: Tokens, first: int, taken: bytearray) -> int:
    at = first + 1
    while at < len(tokens) and at - first < _LONGEST and not taken[at]:
        step = _step(tokens, first, at)
        if not step or any(taken[at : at + step]):
            break
        at += step
    return at


def _step(tokens: Tokens, first: int, at: int) -> int:
    """How many words at `at` go on with the name that started at `first`; 0 when it ends."""
    low = tokens.lows[at]
    if _breaks(tokens, at):
        return 0
    if low[0].isalpha() and is_capital(tokens, at):
        return 1
    if (
        low == "."
        and is_capital(tokens, at + 1)
        and (len(tokens.word(at - 1)) == 1 or tokens.low(at - 1) in _ABBREVIATED)
    ):
        return 2
    if low[0].isdecimal() and tokens.glued(at) and low.isdecimal():
        return 1
    if low in ("'", "’") and tokens.low(at - 1).endswith("s") and tokens.low(at + 1) in words.ORGANISATIONS:
        return 2 if is_capital(tokens, at + 1) and tokens.glued(at) else 0
    if low in ("-", "‑", "–") and tokens.glued(at) and tokens.glued(at + 1):
        return 2 if is_capital(tokens, at + 1) or (tokens.is_number(at + 1) and low != "–") else 0
    if low == "'s" or low == "’s":
        church = tokens.low(first) in _OWNERS and tokens.low(at + 1) in _OWNED
        named = church or tokens.low(at - 1) in _OWNING
        return 2 if named and is_capital(tokens, at + 1) else 0
    if low in words.PARTICLES:
        return _particles(tokens, at)
    if low in ("of", "for"):
        return _of(tokens, at, words.OF_HEADS if low == "of" else words.FOR_HEADS)
    if low in ("and", "&"):
        return _and(tokens, first, at)
    return 0


def _breaks(tokens: Tokens, at: int) -> bool:
    """Whether a line ends, or a bracket or comma stands, before the word."""
    gap = tokens.text[tokens.ends[at - 1] : tokens.starts[at]]
    return "\n" in gap or len(gap) > 2


def _particles(tokens: Tokens, at: int) -> int:
    end = at
    while tokens.low(end) in words.PARTICLES and end - at < 3:
        end += 1
    dash = tokens.low(end) == "-"
    return end - at + 1 + dash if is_capital(tokens, end + dash) else 0


def _of(tokens: Tokens, at: int, heads: frozenset[str]) -> int:
    if tokens.low(at - 1) not in heads:
        return 0
    step = 2 if tokens.low(at + 1) == "the" else 1
    return step + 1 if is_capital(tokens, at + step) else 0


def _and(tokens: Tokens, first: int, at: int) -> int:
    """Over "and" inside a name: of the Ministry of X and Y, Security and Defence Y, Trinidad and Tobago."""
    if not is_capital(tokens, at + 1):
        return 0
    if tokens.lows[at] == "&":
        return 2
    before = tokens.lows[first:at]
    after = tokens.low(at + 1)
    if fold(f"{' '.join(before)} and {after}") in places.REGIONS:
        return 2
    if (
        before[-1] in words.PAIRED
        and after in words.PAIRED
        and (len(before) == 1 or "of" in before or "for" in before)
    ):
        return 2
    if ("of" in before or "for" in before) and not _DEPARTMENTS.isdisjoint(before):
        return 2 if after not in words.OFFICES and tokens.low(at + 2) not in words.OFFICES else 0
    return 2 if before[-1] in words.PAIRED and tokens.low(at + 2) in words.ORGANISATIONS | words.EVENTS else 0


_DEPARTMENTS = word_set(
    "ministry department minister representative commissioner commission committee institute office"
)
