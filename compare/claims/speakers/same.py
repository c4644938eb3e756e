"""Whether two speakers can be one: "Kallas" and "Kaja Kallas", "police" and "police chief Bo Yun"."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise

from compare.claims import given_names
from compare.claims.details.places import DEMONYMS, SAME_PLACE, country, fold
from compare.claims.speakers import speech, spheres
from compare.claims.speakers.people import ORGANISATIONS, TITLES
from compare.records import Speaker

SAME_SPELLING = 84.0
"""Similarity (rapidfuzz ratio, 0-100) from which two surnames of five or more letters are one in two spellings.

Zelensky/Zelenskyy is 94, Lukashenko/Lukashenka 90, Qaddafi/Gaddafi 86; Miller/Muller and Hansen/Hanson are 83.
Johnson/Johnston, at 93, is let through: taking two people for one here only leaves out a divergence."""

_WORD = re.compile(r"[^\W_][\w.]*")
_REWRITTEN = (("prime minister", "premier"), ("head of state", "president"), ("'s", ""), ("’s", ""))


class _One:
    """One of the names of a speaker, taken apart.

    Attributes:
        person: Whether it is a person's name.
        words: What the name says, in lower case, without titles.
        nations: The countries it names or belongs to.
        content: For an institution or a description, its words that narrow down who it is; for a person those
            of the roles.
    """

    def __init__(self, name: str, person: bool, roles: tuple[str, ...]) -> None:
        self.name, self.person, self.roles = name, person, roles

    @cached_property
    def words(self) -> list[str]:
        words = _words(self.name)
        return [word for word in words if word not in TITLES] or words if self.person else words

    @cached_property
    def described(self) -> list[str]:
        """The words that say what the speaker is."""
        return [word for role in self.roles for word in _words(role)] if self.person else self.words

    @cached_property
    def nations(self) -> set[str]:
        named = [word for word in _WORD.findall(self.name.replace("-", " ")) if word[0].isupper()]
        words = [fold(word) for word in named if not self.person]
        words += [" ".join(pair) for pair in pairwise(words)]
        words += [
            word for role in self.roles for word in _words(fold(role)) if word in DEMONYMS or word == role
        ]
        return {nation for word in words if (nation := _nation(word))}

    @cached_property
    def places(self) -> set[str]:
        """The words, in lower case, that name a country or its people."""
        capitals = {word.casefold() for word in _WORD.findall(self.name) if word[0].isupper()}
        return {
            word for word in self.described if word in DEMONYMS or (word in capitals and _nation(fold(word)))
        }

    @cached_property
    def content(self) -> set[str]:
        return {word for word in self.described if word not in spheres.GENERIC and word not in self.places}

    @cached_property
    def offices(self) -> set[str]:
        return {word for word in self.described if word in spheres.OFFICES}


def same_speaker(a: Speaker | None, b: Speaker | None) -> bool | None:
    """Whether two speakers are the same.

    Returns:
        True when they surely or compatibly are: one's name is a form of the other's, or one's office is the
        institution of the other. False when they surely are not: two people of different names, or institutions
        that have nothing to do with each other. None when nobody can tell, so also when either is None.
    """
    if a is None or b is None:
        return None
    ours, theirs = _split(a), _split(b)
    table = [[_same(one, two) for two in theirs] for one in ours]
    if len(ours) == len(theirs) == 1:
        return table[0][0]
    answers = [answer for row in table for answer in row]
    if len(ours) == len(theirs) and all(True in row for row in table):
        return True
    return False if all(answer is False for answer in answers) else None


def _split(speaker: Speaker) -> list[_One]:
    names = speaker.name.split(", ")
    return [_One(name, _is_person(speaker, name), speaker.roles if len(names) == 1 else ()) for name in names]


def _is_person(speaker: Speaker, name: str) -> bool:
    words = name.split()
    if speaker.kind == "named" or (speaker.roles and ", " not in speaker.name):
        return True
    if not words[-1][:1].isupper() or {w.casefold() for w in words} & (ORGANISATIONS | speech.INSTITUTIONS):
        return False
    return len(words) > 1 and words[0].casefold() in given_names.ANY


def _same(a: _One, b: _One) -> bool | None:
    if a.name.casefold() == b.name.casefold() or _longer_form(a, b) or _longer_form(b, a):
        return True
    if a.person and b.person:
        return _same_person(a, b)
    if not a.person and not b.person and (answer := _same_proper(a, b)) is not None:
        return answer
    return _same_description(a, b)


def _longer_form(short: _One, long: _One) -> bool:
    """ "Ospino Lara" of "Rafael Ospino Lara"."""
    return short.name[0].isupper() and long.name.endswith(" " + short.name)


# ---- people


def _same_person(a: _One, b: _One) -> bool | None:
    short, long = sorted((a.words, b.words), key=len)
    if set(short) <= set(long):
        return True
    if not _same_surname(short[-1], long[-1]):
        return False
    if len(short) == 1 or _same_given(short[0], long[0]):
        return True
    return None if a.content & b.content else False


def _same_surname(a: str, b: str) -> bool:
    from rapidfuzz import fuzz

    return a == b or (min(len(a), len(b)) > 4 and fuzz.ratio(a, b) >= SAME_SPELLING)


def _same_given(a: str, b: str) -> bool:
    short, long = sorted((a.rstrip("."), b.rstrip(".")), key=len)
    return long.startswith(short) or any({short, long} <= names for names in spheres.NICKNAMES)


# ---- institutions and descriptions


def _same_proper(a: _One, b: _One) -> bool | None:
    """By what only proper names have: acronyms, and places that stand for governments."""
    names = {a.name.casefold(), b.name.casefold()}
    if (
        any(names <= group for group in spheres.METONYMS)
        or _is_acronym(a.name, b.name)
        or _is_acronym(b.name, a.name)
    ):
        return True
    ours, theirs = _nation(fold(a.name)), _nation(fold(b.name))
    return ours == theirs if ours and theirs else None


def _same_description(a: _One, b: _One) -> bool | None:
    """By country, office, words in common, and the sphere of life they belong to."""
    if a.nations and b.nations and not a.nations & b.nations:
        return False
    if a.offices and b.offices and not a.offices & b.offices:
        return None if _alike(a.offices, b.offices) else False
    ours, theirs = ({_stem(word) for word in one.content} for one in (a, b))
    if not ours or not theirs:
        return None
    if ours & theirs:
        return True if ours <= theirs or theirs <= ours else _same_office(a, b)
    if spheres.of(a.content) and spheres.of(b.content):
        return (
            True
            if spheres.of(a.content) & spheres.of(b.content)
            else (None if _alike(a.content, b.content) else False)
        )
    proper = all(one.name[0].isupper() and one.name.split()[-1][0].isupper() for one in (a, b))
    return False if proper and not a.person and not b.person and not a.nations and not b.nations else None


def _same_office(a: _One, b: _One) -> bool | None:
    """Two holders of one kind of office: "finance minister" and "interior minister" are two people."""
    ours, theirs = a.content - spheres.OFFICES, b.content - spheres.OFFICES
    both = a.offices & b.offices & spheres.WITH_PORTFOLIO
    if not both or ours & theirs or not ours or not theirs:
        return None
    one_portfolio = any(ours & group and theirs & group for group in spheres.PORTFOLIOS)
    known = all(any(part & group for group in spheres.PORTFOLIOS) for part in (ours, theirs))
    return False if known and not one_portfolio else None


def _alike(a: set[str], b: set[str]) -> bool:
    return any(frozenset({x, y}) in spheres.ALIKE or x == y for x in spheres.of(a) for y in spheres.of(b))


def _words(name: str) -> list[str]:
    text = name.casefold().replace("-", " ")
    for old, new in _REWRITTEN:
        text = text.replace(old, new)
    return _WORD.findall(text)


def _nation(word: str) -> str:
    """The country a folded word names, by its name, a people's name or a city; empty otherwise."""
    named = DEMONYMS.get(word, word)
    return country(SAME_PLACE.get(named, named)) if named else ""


def _is_acronym(short: str, long: str) -> bool:
    return len(short) > 1 and short.replace(".", "") == "".join(w[0] for w in long.split() if w[0].isupper())


def _stem(word: str) -> str:
    """Enough of a word to join "police" and "policeman", "meteorologist" and "meteorological"."""
    return word.rstrip("s")[:5] if len(word) > 5 else word.rstrip("s")
