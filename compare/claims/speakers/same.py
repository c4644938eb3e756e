"""Whether two speakers can be one: "Kallas" and "Kaja Kallas", "police" and "police chief Bo Yun"."""

from __future__ import annotations

import re
from typing import NamedTuple

from compare.claims import given_names
from compare.claims.details.places import country, fold
from compare.claims.speakers import speech
from compare.claims.speakers.people import ORGANISATIONS
from compare.claims.wordlist import wordlist
from compare.records import Speaker

SAME_SPELLING = 84.0
"""Similarity (rapidfuzz ratio, 0-100) from which two surnames of five or more letters are one in two spellings.

Zelensky/Zelenskyy is 94, Lukashenko/Lukashenka 90, Qaddafi/Gaddafi 86; Miller/Muller and Hansen/Hanson are 83.
Johnson/Johnston, at 93, is let through: taking two people for one here only leaves out a divergence."""

_GENERIC = wordlist("""
    official officials authority authorities source sources spokesman spokeswoman spokesperson
    spokespeople person people man men woman women statement report reports study document letter media
    local locals senior several many some others other expert experts analyst analysts observer observers
    insider insiders one company firm group organisation organization agency department body institution
    representative representatives member members leader leaders side sides head chief boss director both
    the of for and at in from a an to on by office service state national federal public press young old
    former new top
    """)
"""Words that name nobody in particular."""

_DOMAINS = {
    "police": "police policeman policewoman officer officers detective detectives inspector superintendent sheriff "
    "constable investigators commissioner troopers sergeant",
    "court": "judge judges court magistrate tribunal justice",
    "prosecution": "prosecutor prosecutors prosecution attorney-general",
    "defence counsel": "lawyer lawyers attorney barrister solicitor counsel",
    "government": "government minister ministers ministry premier chancellor secretary cabinet president "
    "administration kremlin white governor presidency",
    "opposition": "opposition",
    "town": "mayor council councillor councillors town city municipality",
    "military": "army military navy soldiers soldier general colonel commander troops force forces airforce admiral",
    "fire": "fire firefighter firefighters firefighting",
    "health": "doctor doctors hospital surgeon nurse nurses medic medics health clinic physician",
    "science": "scientist scientists researcher researchers professor university institute author authors "
    "seismologist epidemiologist geologist climatologist academic",
    "union": "union unions",
    "business": "ceo shareholder shareholders investor investors airline bank manufacturer retailer company firm "
    "executive owner founder",
    "resident": "resident residents neighbour neighbours neighbor neighbors villager villagers locals",
    "witness": "witness witnesses bystander bystanders passenger passengers survivor survivors",
    "family": "mother father son daughter brother sister wife husband family relatives relative parents widow",
    "school": "teacher teachers pupil pupils student students headteacher school",
    "church": "bishop pope priest cardinal imam rabbi church",
    "sport": "coach striker captain goalkeeper player players manager",
}
_DOMAIN_OF: dict[str, frozenset[str]] = {}
for _domain, _table in _DOMAINS.items():
    for _word in _table.split():
        _DOMAIN_OF[_word] = _DOMAIN_OF.get(_word, frozenset()) | {_domain}

_ALIKE = frozenset({
    frozenset({"resident", "witness"}), frozenset({"family", "witness"}), frozenset({"family", "resident"}),
    frozenset({"prosecution", "court"}), frozenset({"town", "government"}), frozenset({"police", "government"}),
    frozenset({"health", "science"}), frozenset({"science", "school"}), frozenset({"military", "government"}),
    frozenset({"police", "military"}), frozenset({"business", "sport"}), frozenset({"police", "prosecution"}),
    frozenset({"fire", "government"}), frozenset({"witness", "school"}), frozenset({"resident", "school"}),
    frozenset({"business", "resident"}), frozenset({"business", "witness"}), frozenset({"family", "school"}),
})  # fmt: skip
"""Domains that one person can be of at once, or that reports mix up: no two accounts by themselves."""

_METONYMS = (
    frozenset({"russia", "moscow", "kremlin", "russian government"}),
    frozenset({"us", "u.s.", "usa", "united states", "america", "washington", "white house"}),
    frozenset({"uk", "u.k.", "britain", "united kingdom", "london", "downing street"}),
    frozenset({"china", "beijing"}),
    frozenset({"india", "new delhi", "delhi"}),
    frozenset({"eu", "e.u.", "european union", "brussels"}),
    frozenset({"germany", "berlin"}),
    frozenset({"france", "paris", "elysee"}),
    frozenset({"ukraine", "kyiv", "kiev"}),
    frozenset({"israel", "jerusalem"}),
    frozenset({"un", "u.n.", "united nations"}),
)
_NICKNAMES = (
    "robert bob rob bobby", "william bill will billy", "richard rick dick", "james jim jimmy", "john jack johnny",
    "joseph joe", "michael mike", "thomas tom", "edward ed ted eddie", "charles charlie chuck", "david dave",
    "daniel dan", "anthony tony", "christopher chris", "elizabeth liz beth", "margaret maggie peggy", "katherine kate",
    "benjamin ben bibi", "samuel sam", "nicholas nick", "alexander alex", "andrew andy", "donald don", "stephen steve",
    "gregory greg", "timothy tim", "patricia pat patty", "deborah debbie", "vladimir volodymyr",
)  # fmt: skip


class _One(NamedTuple):
    """One of the names of a speaker."""

    name: str
    person: bool
    roles: tuple[str, ...]

    @property
    def words(self) -> list[str]:
        return re.findall(r"[\w.]+(?:[’'-]\w+)*", self.name.casefold())


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
    if a.name.casefold() == b.name.casefold():
        return True
    if a.person and b.person:
        return _same_person(a, b)
    if a.person or b.person:
        person, other = (a, b) if a.person else (b, a)
        return _speaks_for(person, other)
    return _same_body(a, b)


# ---- people


def _same_person(a: _One, b: _One) -> bool | None:
    short, long = sorted((a.words, b.words), key=len)
    if set(short) <= set(long):
        return True
    if not _same_surname(short[-1], long[-1]):
        return False
    if len(short) == 1 or _same_given(short[0], long[0]):
        return True
    return None if set(a.roles) & set(b.roles) else False


def _same_surname(a: str, b: str) -> bool:
    from rapidfuzz import fuzz

    return a == b or (min(len(a), len(b)) > 4 and fuzz.ratio(a, b) >= SAME_SPELLING)


def _same_given(a: str, b: str) -> bool:
    short, long = sorted((a.rstrip("."), b.rstrip(".")), key=len)
    return long.startswith(short) or any(
        short in names.split() and long in names.split() for names in _NICKNAMES
    )


# ---- institutions


def _speaks_for(person: _One, other: _One) -> bool | None:
    """A person and an institution or a description: "police chief Bo Yun" and "police"."""
    office = {word for role in person.roles for word in role.split()}
    return _by_words(office - _GENERIC, set(other.words) - _GENERIC, proper=False)


def _same_body(a: _One, b: _One) -> bool | None:
    names = {a.name.casefold(), b.name.casefold()}
    if (
        any(names <= group for group in _METONYMS)
        or _is_acronym(a.name, b.name)
        or _is_acronym(b.name, a.name)
    ):
        return True
    ours, theirs = (country(fold(one.name)) for one in (a, b))
    if ours and theirs:
        return ours == theirs  # a capital speaks for its country
    proper = (
        not ours
        and not theirs
        and all(one.name[:1].isupper() and one.name.split()[-1][:1].isupper() for one in (a, b))
    )
    return _by_words(set(a.words) - _GENERIC, set(b.words) - _GENERIC, proper)


def _by_words(a: set[str], b: set[str], proper: bool) -> bool | None:
    """By words in common, then by what part of life they belong to; two proper names differ without either."""
    if not a or not b:
        return None
    ours, theirs = {_stem(word) for word in a}, {_stem(word) for word in b}
    if ours & theirs:
        return True if ours <= theirs or theirs <= ours else None
    mine, other = _domains(a), _domains(b)
    if mine and other:
        alike = any(frozenset({x, y}) in _ALIKE for x in mine for y in other)
        return True if mine & other else (None if alike else False)
    return False if proper else None


def _domains(words: set[str]) -> set[str]:
    return {domain for word in words for domain in _DOMAIN_OF.get(word, ())}


def _is_acronym(short: str, long: str) -> bool:
    return len(short) > 1 and short.replace(".", "") == "".join(w[0] for w in long.split() if w[0].isupper())


def _stem(word: str) -> str:
    """Enough of a word to join "police" and "policeman", "India" and "Indian"."""
    return word.rstrip("s")[:5] if len(word) > 5 else word.rstrip("s")
