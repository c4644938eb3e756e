"""Enumerations: "democracy, pluralism and the rule of law", "such as A and B"."""

from __future__ import annotations

from compare.claims.details.lemmas import lemma
from compare.claims.details.lexicon import AUXILIARIES, DETERMINERS, FUNCTION, PREPOSITIONS, PRONOUNS, VERBS
from compare.claims.details.name_words import OFFICES
from compare.claims.details.number_tables import ONES
from compare.claims.details.places import fold
from compare.claims.details.roles import is_verb, near
from compare.claims.details.tables import word_set
from compare.claims.details.tokens import Tokens
from compare.claims.details.values import Item, ListValue
from compare.records import Detail

_LONGEST_ITEM = 7
_MOST_ITEMS = 40
_INTRODUCERS = (
    ("such", "as"),
    ("including",),
    ("like",),
    ("namely",),
    ("among", "them"),
    (":",),
    ("between",),
    ("especially",),
    ("e.g.",),
)
_OPEN = frozenset(("such", "including", "like", "among", "especially", "e.g."))
_BOUNDARIES = frozenset('.;!?()[]“”"«»—–…:')
_AND = frozenset(("and", "or", "&", "plus"))
_LIGHT = word_set(
    """
    adherence respect commitment access support need use number protection promotion right freedom member
    head chief minister
    """
)
_NO_ITEM_STARTS = PREPOSITIONS | frozenset(
    ("however", "therefore", "then", "too", "respectively", "both", "following")
)
_LAST_WORDS = frozenset(["others", "more", "etc", "so", "elsewhere"])


def find(tokens: Tokens, taken: bytearray) -> list[Detail]:
    """The lists of three and more items, and of two after "such as" or "including", in order."""
    found: list[Detail] = []
    for index, low in enumerate(tokens.lows):
        if low in _AND and index and (not found or tokens.starts[index] >= found[-1].end):
            detail = _list(tokens, index, taken)
            if detail:
                found.append(detail)
    return found


def _list(tokens: Tokens, joint: int, taken: bytearray) -> Detail | None:
    last = _last(tokens, joint)
    if last is None:
        return None
    items, introducer = _before(tokens, joint, tokens.lows[last[0]].endswith("ing"))
    items.append(last)
    announced = introducer in _OPEN
    if not announced and (_is_mixed(tokens, items) or _is_led_in(tokens, joint, items)):
        return None
    if len(items) < (2 if announced else 3) or not all(_is_item(tokens, item, taken) for item in items):
        return None
    return _detail(tokens, items, introducer)


def _is_mixed(tokens: Tokens, items: list[tuple[int, int]]) -> bool:
    """Whether some items are gerunds and others not: "a pact, reflecting ties and growth" is no list.

    Nor is "two parties, the government and the council", whose first part is what the others are.
    """
    if (
        len(items) == 3
        and _is_plural(tokens, items[0])
        and all(_is_definite(tokens, item) for item in items[1:])
    ):
        return True
    if len(items) == 3 and _is_apposition(tokens, items):
        return True
    gerunds = {
        tokens.lows[a].endswith("ing") and tokens.lemma(a) in VERBS and b - a > 1 for a, b in items[1:]
    }
    return len(gerunds) > 1


def _is_plural(tokens: Tokens, item: tuple[int, int]) -> bool:
    low = tokens.lows[item[1] - 1]
    return low in ("people", "men", "women", "children") or (
        low.endswith("s") and tokens.lemmas[item[1] - 1] != low
    )


def _is_apposition(tokens: Tokens, items: list[tuple[int, int]]) -> bool:
    """ "Alvéra, the French and Spanish group": the name and what it is."""
    first, second, last = (item[0] for item in items)
    plain_end = tokens.lows[last] not in DETERMINERS and tokens.low(last - 2) != ","
    return tokens.is_capital(first) and tokens.lows[second] in ("the", "a", "an") and plain_end


def _is_definite(tokens: Tokens, item: tuple[int, int]) -> bool:
    named = tokens.is_capital(item[0]) or tokens.lows[item[0]] == "the"
    return named and not _is_plural(tokens, item)


def _is_led_in(tokens: Tokens, joint: int, items: list[tuple[int, int]]) -> bool:
    """ "In Brussels, ministers and officials met": the first comma closes a phrase, it doesn't part items."""
    first = items[0][0]
    if len(items) != 3 or tokens.low(joint - 1) == "," or first > 10:
        return False
    led = first > 0 and (tokens.lows[0] in PREPOSITIONS or tokens.lows[0] == "according")
    led = led and AUXILIARIES.isdisjoint(tokens.lows[:first]) and "," not in tokens.lows[:first]
    return led and not all(tokens.is_capital(start) for start, _ in items)


def _last(tokens: Tokens, joint: int) -> tuple[int, int] | None:
    """The item after "and"; None when a verb, a pronoun or nothing follows."""
    start = joint + 1
    while tokens.low(start) in ("also", "finally", "even", "then", "of", "in", "to"):
        start += 1
    at = start
    while at < len(tokens) and at - start < _LONGEST_ITEM and not _stops_item(tokens, start, at):
        at += 1
    while at - start > 1 and _trails(tokens, at - 1):
        at -= 1
    return (start, at) if at > start else None


def _stops_item(tokens: Tokens, start: int, at: int) -> bool:
    low = tokens.lows[at]
    if low == "," or low in _BOUNDARIES or low in _AND or low in AUXILIARIES or low in PRONOUNS - DETERMINERS:
        return True
    if low in ("which", "that", "who", "while", "when", "as", "but", "because", "if", "with"):
        return True
    if (
        at > start
        and (low in PREPOSITIONS or low == "to")
        and not (low in ("of", "'s") or tokens.low(at - 1) in _LIGHT)
    ):
        return True
    return (
        at > start
        and is_verb(tokens, at)
        and not tokens.low(at).endswith("ing")
        and not _attributive(tokens, at)
    )


def _attributive(tokens: Tokens, at: int) -> bool:
    """A participle before a noun: "conflict, forced displacement"."""
    after = tokens.low(at + 1)
    return tokens.low(at).endswith("ed") and bool(after) and after[0].isalpha() and after not in FUNCTION


def _trails(tokens: Tokens, at: int) -> bool:
    """A word at the end of the last item that belongs to what follows it ("Italy want to", "the rule of")."""
    low, after = tokens.lows[at], tokens.low(at + 1)
    if low in FUNCTION or not low[0].isalnum():
        return True
    base_form = low in VERBS and (after in DETERMINERS or after in PREPOSITIONS or after == "to")
    return (
        base_form
        and tokens.low(at - 1) not in DETERMINERS
        and (tokens.is_capital(at - 1) or tokens.low(at - 1).endswith("s"))
    )


def _before(tokens: Tokens, joint: int, gerund: bool) -> tuple[list[tuple[int, int]], str]:
    """The items before "and", first to last, and the word that introduces them."""
    end = joint - 1 if tokens.low(joint - 1) == "," else joint
    items: list[tuple[int, int]] = []
    while len(items) < _MOST_ITEMS:
        start = end
        while (
            start > 0
            and end - start < _LONGEST_ITEM
            and tokens.lows[start - 1] != ","
            and tokens.lows[start - 1] not in _BOUNDARIES
        ):
            start -= 1
        introduced = _introducer(tokens, start, end)
        if introduced:
            at, word = introduced
            return [*([(at, end)] if at < end else []), *items], word
        if start < end and tokens.low(start - 1) == "," and start > 1 and _fits(tokens, start, end):
            items.insert(0, (start, end))
            end = start - 1
            continue
        first = _first(tokens, start, end, gerund)
        if items and first < end:
            items.insert(0, (first, end))
        word = _introducing(tokens, first)
        return items, word
    return items, ""


def _introducer(tokens: Tokens, start: int, end: int) -> tuple[int, str] | None:
    """The last introducing expression inside or right before the stretch: index after it, its first word."""
    for at in range(end - 1, max(start - 3, -1), -1):
        for phrase in _INTRODUCERS:
            if (
                tokens.lows[at] == phrase[0]
                and tuple(tokens.lows[at : at + len(phrase)]) == phrase
                and at + len(phrase) >= start
            ):
                return at + len(phrase), phrase[0]
    return None


def _introducing(tokens: Tokens, first: int) -> str:
    for phrase in _INTRODUCERS:
        if tuple(tokens.lows[max(0, first - len(phrase)) : first]) == phrase:
            return phrase[0]
    return ""


def _fits(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words between two commas can be an item: no clause, no auxiliary, no pronoun."""
    return not any(
        low in AUXILIARIES
        or (low in PRONOUNS and low not in DETERMINERS)
        or low in ("who", "which", "that", "while", "but", "said")
        for low in tokens.lows[start:end]
    ) and not any(
        is_verb(tokens, at) and not tokens.lows[at].endswith("ing") and not _attributive(tokens, at)
        for at in range(start, end)
    )


def _first(tokens: Tokens, start: int, end: int, gerund: bool) -> int:
    """Where the first item starts: its words up to a verb, a preposition or a determiner before them."""
    if gerund:
        for at in range(end - 1, start - 1, -1):
            if tokens.lows[at].endswith("ing") and tokens.lemma(at) in VERBS:
                return at
    at = end
    while at > start:
        low = tokens.lows[at - 1]
        if low in DETERMINERS:
            return at if low == "'s" else at - 1
        if low in FUNCTION or not low[0].isalnum() or (at < end and _governs(tokens, at - 1)):
            break
        at -= 1
    return at


def _is_finite(tokens: Tokens, start: int, end: int) -> bool:
    """Whether an item is a verb of its own: "rose, bowed and left the hall"."""
    low = tokens.lows[start]
    past = tokens.lemmas[start] in VERBS and low != tokens.lemmas[start] and not low.endswith(("s", "ing"))
    counted = end - start > 1 and (tokens.lows[start + 1] in DETERMINERS or tokens.lows[start + 1] in ONES)
    return (past and end - start == 1) or ((past or low.endswith("ed")) and counted)


def _governs(tokens: Tokens, at: int) -> bool:
    """Whether a word before the first item is the verb that takes it: "thanked doctors", "bans guns"."""
    low, before = tokens.lows[at], tokens.low(at - 1)
    if tokens.lemma(at) not in VERBS or low.endswith("ing") or tokens.is_capital(at):
        return False
    subject = before in ("that", "which") or (
        before[:1].isalpha() and before not in DETERMINERS | PREPOSITIONS
    )
    if low.endswith("ed"):
        return subject and not before.endswith(("ly", "ed"))
    if low != tokens.lemma(at):
        return subject
    return before in PRONOUNS or before in AUXILIARIES or before == "to" or (subject and before.endswith("s"))


def _is_item(tokens: Tokens, item: tuple[int, int], taken: bytearray) -> bool:
    start, end = item
    lows = tokens.lows[start:end]
    if (
        end - start > _LONGEST_ITEM
        or not any(low[0].isalpha() for low in lows)
        or 2 * sum(taken[start:end]) > end - start + 1
    ):
        return False
    if any(low in ("i", "he", "she", "it", "they", "we", "you", "said", "not") for low in lows):
        return False
    if _is_finite(tokens, start, end):
        return False
    apposition = (lows[0] == "the" or tokens.is_capital(start)) and any(low in OFFICES for low in lows)
    return not apposition and lows[0] not in _NO_ITEM_STARTS


def _detail(tokens: Tokens, items: list[tuple[int, int]], introducer: str) -> Detail | None:
    first, end = items[0][0], items[-1][1]
    start, stop = tokens.starts[first], tokens.ends[end - 1]
    is_open = introducer in _OPEN
    values = []
    for begin, finish in items:
        if finish - begin <= 2 and tokens.lows[begin] in _LAST_WORDS:
            is_open = True
            continue
        values.append(
            Item(tokens.slice(begin, finish), _key(tokens, begin, finish), tokens.starts[begin] - start)
        )
    if len(values) < 2:
        return None
    value = ListValue(tuple(values), is_open, _head(tokens, first, introducer), near(tokens, first, end))
    return Detail("list", start, stop, tokens.text[start:stop], value)


def _key(tokens: Tokens, start: int, end: int) -> str:
    """Normal form of an item: no determiners, no light noun before its object, the last word as lemma."""
    while start < end - 1 and (
        tokens.lows[start] in DETERMINERS or tokens.lows[start] in ("both", "also", "of", "in", "to")
    ):
        start += 1
    if (
        end - start > 2
        and tokens.lows[start] in ("adherence", "respect", "commitment")
        and tokens.lows[start + 1] in ("to", "for")
    ):
        return _key(tokens, start + 2, end)
    kept = [fold(low) for low in tokens.lows[start : end - 1]]
    return " ".join([*kept, fold(lemma(tokens.lows[end - 1]))])


def _head(tokens: Tokens, first: int, introducer: str) -> str:
    """What the items are: the noun before "such as" or a colon."""
    if introducer not in ("such", "including", "like", ":", "among"):
        return ""
    at = first - (2 if introducer in ("such", "among") else 1) - 1
    while at >= 0 and tokens.lows[at] == ",":
        at -= 1
    return (
        tokens.lemma(at)
        if at >= 0 and tokens.lows[at][0].isalpha() and tokens.lows[at] not in FUNCTION
        else ""
    )
