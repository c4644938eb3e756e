"""Words before or after a number that make it a bound or an approximation."""

from __future__ import annotations

from compare.claims.details.tables import word_set
from compare.claims.details.tokens import Tokens
from compare.claims.details.values import Hedge

_BEFORE: dict[str, Hedge] = {
    "about": "about", "around": "about", "roughly": "about", "approximately": "about", "approx": "about", "circa": "about",
    "some": "about", "estimated": "about", "an estimated": "about", "close to": "about", "in the region of": "about", "~": "about",
    "something like": "about", "somewhere around": "about", "in the order of": "about", "on the order of": "about", "≈": "about",
    "or so": "about", "in the neighbourhood of": "about", "ca": "about", "as good as": "about", "a projected": "about",
    "nearly": "almost", "almost": "almost", "just under": "almost", "just short of": "almost", "just below": "almost",
    "approaching": "almost", "close on": "almost", "not quite": "almost", "virtually": "almost", "well under": "under",
    "more than": "over", "over": "over", "upwards of": "over", "in excess of": "over", "above": "over", "exceeding": "over",
    "just over": "over", "well over": "over", "greater than": "over", "higher than": "over", "larger than": "over",
    "longer than": "over", "bigger than": "over", "beyond": "over", "topping": "over", "north of": "over", ">": "over", "slightly more than": "over",
    "just above": "over", "a little over": "over", "a little more than": "over", "slightly over": "over", "upward of": "over",
    "under": "under", "less than": "under", "fewer than": "under", "below": "under", "smaller than": "under", "<": "under",
    "lower than": "under", "short of": "under", "shorter than": "under", "slightly less than": "almost", "slightly under": "almost",
    "a little under": "almost", "a little less than": "almost", "south of": "under",
    "at least": "at least", "no fewer than": "at least", "no less than": "at least", "not less than": "at least",
    "a minimum of": "at least", "minimum of": "at least", "not fewer than": "at least", "≥": "at least", "as few as": "at least",
    "at the very least": "at least", "upto": "at most", "as little as": "at least",
    "up to": "at most", "at most": "at most", "as many as": "at most", "as much as": "at most", "no more than": "at most",
    "not more than": "at most", "a maximum of": "at most", "maximum of": "at most", "max": "at most", "≤": "at most",
    "as high as": "at most", "as long as": "at most", "as far as": "at most", "as large as": "at most", "not exceeding": "at most",
    "not over": "at most",
}  # fmt: skip
_AFTER: dict[str, Hedge] = {
    "or more": "at least", "or so": "about", "or thereabouts": "about", "at least": "at least", "or less": "at most",
    "or fewer": "at most", "at most": "at most", "- plus": "at least", "+": "at least", "plus": "at least", "- odd": "about",
    "or above": "at least", "or over": "at least", "or older": "at least", "and above": "at least", "and over": "at least",
    "or higher": "at least", "or under": "at most", "or younger": "at most", "or below": "at most", "upwards": "at least", "at the most": "at most",
    "at the very least": "at least", "and older": "at least", "and up": "at least", "or greater": "at least",
}  # fmt: skip
_LAST_BEFORE = frozenset(phrase.rsplit(" ", 1)[-1] for phrase in _BEFORE)
_FIRST_AFTER = frozenset(phrase.split(" ", 1)[0] for phrase in _AFTER)
_LONGEST = 4
_AMBIGUOUS_OVER = word_set(
    """
    won win wins victory lead leads advantage control dispute row concern concerns talks debate hand
    handed taken takes take
    """
)


def before(tokens: Tokens, index: int) -> tuple[Hedge, int]:
    """The hedge that ends right before the word at `index`, and the index of its first word."""
    if tokens.low(index - 1) not in _LAST_BEFORE:
        return "", index
    for length in range(min(_LONGEST, index), 0, -1):
        hedge = _BEFORE.get(tokens.phrase(index - length, index))
        if hedge and _applies(tokens, index - length, index):
            return hedge, index - length
    return "", index


_PERIODS = word_set("hour day week month quarter year decade")
_LONGER = word_set(
    "for after took taken take takes last lasted lasts in spent of than is was be been and within every"
)


def _is_period(tokens: Tokens, start: int) -> bool:
    """Whether "over" says during which time: "nine per cent over two years", not "took over two years"."""
    unit = next((at for at in (start + 2, start + 3) if tokens.lemma(at) in _PERIODS), None)
    if unit is None or start == 0 or tokens.low(start - 1) in _LONGER:
        return False
    return tokens.low(unit + 1) not in ("ago", "old", "later", "earlier", "before", "long", "late")


_UP_TO = word_set(
    "add sum own face live move go rise climb push put bring take edge drive jump come step bump mark"
)
"""Verbs with "up to" that reach a value: "moves up to $212" is no bound."""


def _applies(tokens: Tokens, start: int, end: int) -> bool:
    """Rules out "won control over 12 towns" and "said of some 3": the rest of such words' uses."""
    low = tokens.low(start)
    if end - start == 1 and low == "over":
        return tokens.low(start - 1) not in _AMBIGUOUS_OVER and not _is_period(tokens, start)
    if low == "up" and tokens.lemma(start - 1) in _UP_TO:
        return False
    return not (low == "short" and tokens.low(start - 1) == "stop")


def after(tokens: Tokens, index: int) -> tuple[Hedge, int]:
    """The hedge that starts with the word at `index`, and the index after its last word."""
    if tokens.low(index) not in _FIRST_AFTER:
        return "", index
    for length in range(_LONGEST, 0, -1):
        hedge = _AFTER.get(tokens.phrase(index, index + length))
        if hedge and (tokens.low(index) != "plus" or tokens.glued(index) or not tokens.is_number(index + 1)):
            return hedge, index + length
    return "", index
