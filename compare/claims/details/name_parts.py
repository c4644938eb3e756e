"""What a run of capitalised words consists of: titles, nations, names; and what only starts a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from compare.claims import given_names
from compare.claims.details import name_words as words
from compare.claims.details import places
from compare.claims.details.lexicon import FUNCTION, REPORTING, VERBS
from compare.claims.details.places import fold
from compare.claims.details.roles import TOPICS
from compare.claims.details.tables import word_set
from compare.claims.details.tokens import Tokens
from compare.claims.details.values import NameKind

_OPENERS = frozenset(".?!:;\"“‘'(—–…•*")


@dataclass(frozen=True, slots=True)
class Part:
    """Words `first` up to `end` that name one thing."""

    first: int
    end: int
    title: str = ""
    kind: NameKind = "unknown"
    key: str | None = None


def is_capital(tokens: Tokens, index: int) -> bool:
    """Whether the word starts with a capital that isn't the pronoun's."""
    word = tokens.word(index)
    return word[:1].isupper() and word not in (
        "I",
        "I'm",
        "I’m",
        "I've",
        "I’ve",
        "I'll",
        "I’ll",
        "I'd",
        "I’d",
    )


def split_run(tokens: Tokens, first: int, end: int) -> list[Part]:
    """The names and titles in a run of capitalised words; none when only a sentence start explains the capitals."""
    first = _without_start(tokens, first, end)
    while first < end - 1 and tokens.lows[first] in ("the", "a", "an") and not tokens.is_number(first + 1):
        if places.is_place(fold(tokens.slice(first, end))):
            break
        first += 1
    if _is_headline(tokens, first, end):
        return []
    if first >= end or (first == end - 1 and not _alone(tokens, first)):
        return []
    pair = _hyphen_pair(tokens, first, end)
    if pair:
        return pair
    parts: list[Part] = []
    nation = _nation_prefix(tokens, first, end)
    if nation > first:
        parts += [Part(first, nation, kind="group" if tokens.lows[first] in places.DEMONYMS else "unknown")]
        first = nation
    return parts + _titled(tokens, first, end)


def _is_headline(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a run is a whole text in title case rather than a name."""
    return (
        end - first > 4
        and end - first > 0.7 * len(tokens)
        and sum(tokens.lemma(at) in VERBS for at in range(first, end)) > 0
    )


def _starts_sentence(tokens: Tokens, index: int) -> bool:
    return (
        index == 0
        or tokens.low(index - 1) in _OPENERS
        or "\n" in tokens.text[tokens.ends[index - 1] : tokens.starts[index]]
    )


def _without_start(tokens: Tokens, first: int, end: int) -> int:
    """The run without capitals that only a sentence start explains: "Addressing Parliament", "Meanwhile India"."""
    if not _starts_sentence(tokens, first):
        while (
            first < end
            and tokens.lows[first] in FUNCTION
            and tokens.lows[first] not in ("us", "a", "up")
            and end - first > 1
            and not places.is_place(fold(tokens.slice(first, end)))
        ):
            first += 1
        return first
    while first < end:
        low = tokens.lows[first]
        alone = end - first == 1
        if tokens.is_number(first + 1) and tokens.glued(first + 1):
            break
        if (low in FUNCTION and not (low == "us" and tokens.word(first) == "US")) or (
            not alone and _is_lead_in(tokens, first)
        ):
            first += 1
        else:
            break
        if alone:
            return end
    return first


def _is_lead_in(tokens: Tokens, index: int) -> bool:
    """A common word before a name at a sentence start: an adverb, a participle, "Former", "Critics"."""
    low = tokens.lows[index]
    if (
        low in words.OFFICES
        or low in words.HONORIFICS
        or tokens.low(index + 1) in ("of", "-", "and", "&", "for")
    ):
        return False
    if low in words.PAIRED or low in (
        "new",
        "old",
        "high",
        "national",
        "international",
        "public",
        "civil",
        "supreme",
        "armed",
    ):
        return False
    if tokens.low(index + 1) in words.ORGANISATIONS | words.EVENTS | words.OFFICES and low not in (
        "former",
        "late",
        "meanwhile",
        "local",
        "despite",
    ):
        return low.endswith(("ly", "ing"))
    return (
        low in words.COMMON
        or low.endswith("ly")
        or (tokens.lemma(index) in VERBS and low.endswith(("ing", "ed")))
    )


def _alone(tokens: Tokens, index: int) -> bool:
    """Whether one capitalised word is a name: anywhere but at a sentence start it is, unless all is in capitals."""
    word, low = tokens.word(index), tokens.lows[index]
    if low in FUNCTION and low not in ("us", "who", "it"):
        return False
    if low in FUNCTION:
        return word.isupper()
    if len(word) == 1:
        return False
    if not _starts_sentence(tokens, index):
        return not (word.isupper() and len(word) > 6) and low not in _NOT_NAMES
    folded = fold(word)
    if (
        folded in words.SAME_ORGANISATION
        or (folded in places.SAME_PLACE and word.isupper())
        or low in places.DEMONYMS
    ):
        return True
    if word.isupper():
        return len(word) <= 6
    if (
        low in words.COMMON
        or (tokens.lemma(index) in words.COMMON)
        or tokens.lemma(index) in VERBS
        or low in words.OFFICES | words.ORGANISATIONS | words.EVENTS
    ):
        return False
    if low in TOPICS and low not in given_names.ANY:
        return False
    return _name_at_start(tokens, index, folded)


_NOT_NAMES = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december
    """
)


def _name_at_start(tokens: Tokens, index: int, folded: str) -> bool:
    """A word no table of common words knows, at a sentence start."""
    low, after = tokens.lows[index], tokens.low(index + 1)
    if places.is_place(folded) or low in given_names.ANY or low in words.SURNAMES_IN_S:
        return True
    if any(tokens.words[at] == tokens.words[index] for at in range(index + 1, len(tokens))):
        return True
    speaks = tokens.lemma(index + 1) in REPORTING and not after.endswith("ing")
    if low.endswith("s") and not low.endswith(("as", "is", "os", "us", "ss", "'s")):
        return after in ("'s", "’s") or (
            speaks and not low.endswith(words.COMMON_ENDINGS) and low.endswith("ns")
        )
    if low.endswith(words.COMMON_ENDINGS):
        person = speaks and low.endswith(("ing", "ence", "ance", "ness")) and tokens.lemma(index) not in VERBS
        return person or (after in ("'s", "’s") and not low.endswith(("tion", "ment", "ity")))
    modifies = after[:1].islower() and after not in FUNCTION and tokens.lemma(index + 1) not in VERBS
    if modifies and low.endswith(("al", "ic", "an", "ary", "ive")):
        return False
    return (
        speaks
        or after in ("'s", "’s", ",", "has", "is", "was", "will", "also", "had", "and")
        or tokens.lemma(index + 1) in VERBS
        or after == ""
    )


def _hyphen_pair(tokens: Tokens, first: int, end: int) -> list[Part]:
    """ "India-EU relations": two names; "India-EU Summit" is one."""
    if end - first != 3 or tokens.lows[first + 1] not in ("-", "–"):
        return []
    known = (_is_known(tokens.lows[at]) for at in (first, first + 2))
    return [Part(first, first + 1), Part(first + 2, end)] if all(known) else []


def _is_known(low: str) -> bool:
    folded = fold(low)
    return folded in words.SAME_ORGANISATION or low in places.DEMONYMS or places.is_place(folded)


def _nation_prefix(tokens: Tokens, first: int, end: int) -> int:
    """Where the title starts in "Indian Prime Minister …", "EU High Representative …"; `first` when nothing precedes it."""
    for length in (1, 2):
        at = first + length
        if (
            at < end
            and tokens.lows[at] in words.OFFICES | words.MODIFIERS | words.HONORIFICS
            and tokens.lows[at] not in ("and", "of", "for", "the")
        ):
            name = fold(tokens.slice(first, at))
            nation = (
                name in places.DEMONYMS
                or name in places.SAME_PLACE
                or name in words.SAME_ORGANISATION
                or places.is_place(name)
            )
            if nation and _has_office(tokens, at, end) and tokens.lows[first] not in words.MODIFIERS:
                return at
    return first


def _has_office(tokens: Tokens, first: int, end: int) -> bool:
    at = first
    while at < end and tokens.lows[at] in words.MODIFIERS | words.OFFICES:
        if tokens.lows[at] in words.OFFICES:
            return True
        at += 1
    return False


def _titled(tokens: Tokens, first: int, end: int) -> list[Part]:
    """A run as title and name: "Defence Minister Rajnath Singh"; a title alone keeps its of-phrase."""
    at, office = first, first
    while at < end and (
        tokens.lows[at] in words.HONORIFICS | words.OFFICES | words.MODIFIERS or tokens.lows[at] == "."
    ):
        if tokens.lows[at] in words.OFFICES | words.HONORIFICS:
            office = at + 1 + (tokens.low(at + 1) == ".")
        at += 1
    if office == first:
        return [Part(first, end, _lower_title(tokens, first))]
    rest = tokens.low(office)
    if office >= end or rest in ("of", "for", "and"):
        if rest in ("of", "for", "and") or tokens.lows[end - 1] in words.OFFICES:
            return [Part(first, end, tokens.phrase(first, end), "person", "")]
        return [Part(first, end)]
    if tokens.lows[office] in words.ORGANISATIONS | words.EVENTS | places.PLACE_WORDS or tokens.lows[
        first
    ] in ("st", "first", "second", "third", "high", "fire"):
        return [Part(first, end)]
    return [Part(office, end, tokens.phrase(first, office).replace(" .", ""), "person")]


def _lower_title(tokens: Tokens, first: int) -> str:
    """The title in small letters right before a name: "defence minister Rajnath Singh"."""
    at = first
    while (
        at > 0
        and first - at < 4
        and tokens.lows[at - 1] in words.OFFICES | words.MODIFIERS
        and not tokens.is_capital(at - 1)
    ):
        at -= 1
    while at < first and tokens.lows[at] in ("the", "and", "of", "for"):
        at += 1
    return tokens.phrase(at, first) if tokens.low(first - 1) in words.OFFICES and at < first else ""


def common_title(tokens: Tokens, index: int) -> list[Part]:
    """ "the defence minister" in small letters, where no name follows."""
    if tokens.lows[index] not in words.OFFICES or tokens.is_capital(index) or tokens.is_capital(index + 1):
        return []
    at = index
    while (
        at > 0
        and index - at < 3
        and tokens.lows[at - 1] in words.MODIFIERS
        and tokens.lows[at - 1] not in ("the", "and", "of", "for")
    ):
        at -= 1
    if tokens.low(at - 1) not in ("the", "'s", "’s") or tokens.low(index + 1) in words.OFFICES:
        return []
    return [Part(at, index + 1, tokens.phrase(at, index + 1), "person", "")]
