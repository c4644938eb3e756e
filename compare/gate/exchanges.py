"""Words that were exchanged in a sentence, put in or taken out: what only two versions of one text can show.

Two sources word a fact so differently that the comparison of details must find out which of them answer one question.
Between versions the words around are the same, so what stands where something else stood has taken its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import product

from rapidfuzz import fuzz

from compare.align.lexicon import stem
from compare.align.origins import plain_words
from compare.claims.details.polarity import NEGATORS
from compare.claims.details.values import Amount, ClockTime, Moment, Name
from compare.gate.versions import EDITED
from compare.judge.details.amounts import AMOUNTS
from compare.judge.details.moments import times_agree
from compare.judge.details.opposites import opposite
from compare.judge.differences import Category, Difference
from compare.judge.pairing import Pairing
from compare.judge.tokens import Token, tokens
from compare.judge.words import details_agree
from compare.records import Claim, Detail, Span

SURE = 0.9
"""Certainty of a value that was put exactly where another stood."""

TURNED = 0.77
"""Certainty of a negation put in or taken out, and of opposite words: hard, unless the relation model is sure that the
sense stayed ("not uncommon" for "common")."""

CLOSE = 0.7
"""Similarity of two sentences (rapidfuzz ratio of their plain words) from which a word put in or taken out turns the
sense: the rest is nearly the same. Lower than for an edit, as a negation itself changes a short sentence by a fifth."""

_OPPOSITES = """
all every each both | none no neither
always | never
more over above | fewer less under below
before | after
most | few
inside | outside
with | without
arrest detain | release free
accept approve agree | reject refuse
safe | unsafe
legal | illegal
likely | unlikely
able | unable
known | unknown
first | second third last
lowest | highest
smallest shortest least youngest newest | largest biggest longest most oldest
best | worst
early earlier earliest | late later latest
low small weak | high large big strong
true genuine real right correct | false fake forged wrong
open | closed
possible | impossible
public | private
buy bought | sell sold
buyer | seller
winner | loser
victim | suspect perpetrator
enter join | leave left
start started begin began resume resumed | end ended finish finished stop stopped
"""
"""Words that turn a sense where one takes the other's place; between two sources they would be compared too freely."""

_PEOPLE = "brother sister father mother son daughter husband wife uncle aunt nephew niece man woman men women boy girl"

_REFUSALS = "deny denied refuse refused decline declined fail failed reject rejected"
REFUSALS = frozenset(stem(word) for word in _REFUSALS.split())
"""Verbs that negate what follows: "refused to sign" is to "signed" what "did not sign" is."""


def exchanges(pair: Pairing) -> list[Difference]:
    """What was exchanged, put in or taken out between the two versions of a claim, and changes what it says."""
    left, right = tokens(pair.a), tokens(pair.b)
    steps = _steps(left, right)
    found = [*_values(pair, left, right, steps), *_swapped(pair, left, right, steps)]
    likeness = fuzz.ratio(plain_words(pair.a.text), plain_words(pair.b.text)) / 100
    if likeness >= EDITED:
        found += _opposites(pair, left, right, steps)
    if likeness >= CLOSE and not found:
        found += _negations(pair, left, right, steps)
    return found


_Step = tuple[str, int, int, int, int]


def _steps(left: Sequence[Token], right: Sequence[Token]) -> list[_Step]:
    words = [word.text.casefold() for word in left], [word.text.casefold() for word in right]
    found = SequenceMatcher(None, *words, autojunk=False).get_opcodes()
    return [step for step in found if step[0] != "equal"]


def _values(
    pair: Pairing, left: Sequence[Token], right: Sequence[Token], steps: Sequence[_Step]
) -> Iterator[Difference]:
    """Figures, dates, times and names put where others stood that the other version has nowhere."""
    for what, i, j, m, n in steps:
        if what != "replace":
            continue
        for old in _inside(pair.a, left[i:j]):
            for new in _inside(pair.b, right[m:n]):
                if _family(old) == _family(new) and not _known(old, pair.b) and not _known(new, pair.a):
                    a, b = Span(old.start, old.end), Span(new.start, new.end)
                    yield Difference(_family(old), pair, a, b, SURE, hard=True)


def _swapped(
    pair: Pairing, left: Sequence[Token], right: Sequence[Token], steps: Sequence[_Step]
) -> Iterator[Difference]:
    """Two values that changed places while nothing else changed: who won against whom."""
    if len(steps) != 2 or any(step[0] != "replace" for step in steps):
        return
    (_, i, j, m, n), (_, o, p, q, r) = steps
    for one, two in product(_inside(pair.a, left[i:j]), _inside(pair.b, right[m:n])):
        back = product(_inside(pair.a, left[o:p]), _inside(pair.b, right[q:r]))
        crossed = any(_agree(one, new) and _agree(two, old) for old, new in back)
        if _family(one) == _family(two) and crossed and not _agree(one, two):
            a, b = Span(one.start, one.end), Span(two.start, two.end)
            yield Difference(_family(one), pair, a, b, SURE, hard=True)
            return


def _inside(claim: Claim, words: Sequence[Token]) -> list[Detail]:
    """Values of the claim that the words are part of, unless vague."""
    place = Span(words[0].start, words[-1].end)
    return [
        item
        for item in claim.details
        if isinstance(item.value, Amount | Moment | ClockTime | Name)
        and Span(item.start, item.end).overlaps(place)
        and not (isinstance(item.value, Amount) and item.value.hedge == "vague")
        and not (isinstance(item.value, Name) and not item.value.key)
    ]


def _family(item: Detail) -> Category:
    if item.type in AMOUNTS:
        return "number"
    if item.type in ("date", "time"):
        return "date"
    return "place" if item.type == "place" else "name"


def _known(item: Detail, claim: Claim) -> bool:
    """Whether the claim has this value anywhere, in any form; a time of day may be told as a part of the day."""
    return any(_agree(item, other) for other in claim.details)


def _agree(one: Detail, two: Detail) -> bool:
    return details_agree(one, two) or times_agree(one.value, two.value) is True


def _opposites(
    pair: Pairing, left: Sequence[Token], right: Sequence[Token], steps: Sequence[_Step]
) -> Iterator[Difference]:
    """A word in the place of its opposite."""
    for what, i, j, m, n in steps:
        for old in left[i:j] if what == "replace" else ():
            for new in right[m:n]:
                if _exclude(old.text, new.text):
                    a, b = Span(old.start, old.end), Span(new.start, new.end)
                    yield Difference("polarity", pair, a, b, TURNED, hard=True)


def _exclude(one: str, two: str) -> bool:
    first, second = stem(one.casefold()), stem(two.casefold())
    return opposite(first, second) or (first, second) in _table()


@cache
def _table() -> frozenset[tuple[str, str]]:
    pairs: set[tuple[str, str]] = set()
    for line in _OPPOSITES.strip().splitlines():
        left, right = ([stem(word) for word in side.split()] for side in line.split(" | "))
        pairs |= {(one, two) for one in left for two in right}
    people = [stem(word) for word in _PEOPLE.split()]
    pairs |= {(one, two) for one in people for two in people if one != two}
    return frozenset(pairs | {(two, one) for one, two in pairs})


def _negations(
    pair: Pairing, left: Sequence[Token], right: Sequence[Token], steps: Sequence[_Step]
) -> list[Difference]:
    """An odd number of negations put in or taken out."""
    out = [(word, right, m, n) for _, i, j, m, n in steps for word in left[i:j] if _negates(word)]
    put = [(word, left, i, j) for _, i, j, m, n in steps for word in right[m:n] if _negates(word)]
    if (len(out) + len(put)) % 2 == 0:
        return []
    old = _place(out[0][0]) if out else _counterpart(*put[0][1:])
    new = _place(put[0][0]) if put else _counterpart(*out[0][1:])
    return [Difference("polarity", pair, old, new, TURNED, hard=True)]


def _place(word: Token) -> Span:
    return Span(word.start, word.end)


def _counterpart(words: Sequence[Token], start: int, end: int) -> Span:
    """The words that stand where the other version has a negation; where there are none, the word that follows."""
    there = words[start:end] or words[start : start + 1] or words[-1:]
    return Span(there[0].start, there[-1].end)


def _negates(word: Token) -> bool:
    lower = word.text.casefold().replace("’", "'")
    return lower in NEGATORS or lower.endswith("n't") or stem(lower) in REFUSALS
