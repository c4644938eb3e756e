"""What sphere of life a speaker belongs to, which offices one person holds, and names that stand for others."""

from __future__ import annotations

from collections.abc import Iterable

from compare.claims.wordlist import wordlist

GENERIC = wordlist("""
    official officials authority authorities source sources spokesman spokeswoman spokesperson spokespeople person
    people man men woman women statement report reports study document documents letter media local locals senior
    several many some others other expert experts analyst analysts observer observers insider insiders one company
    companies firm firms group groups organisation organization agency department body institution representative
    representatives member members leader leaders side sides head heads chief boss director directors team panel
    both the of for and at in from a an to on by with office service state owned national federal public press young
    old former new top city country province mr mrs ms dr network data figures own early who paid joint two mixed
    """)
"""Words that name nobody in particular."""

_SPHERES = {
    "police": "police policeman policewoman officer officers detective detectives inspector superintendent sheriff "
    "constable investigators investigator troopers sergeant",
    "court": "judge judges court magistrate tribunal justice",
    "prosecution": "prosecutor prosecutors prosecution",
    "lawyer": "lawyer lawyers attorney barrister solicitor counsel",
    "government": "government minister ministers ministry premier chancellor secretary cabinet president "
    "administration kremlin presidency pm",
    "opposition": "opposition",
    "town": "mayor council councillor councillors town municipality",
    "province": "governor",
    "diplomacy": "ambassador envoy diplomat diplomats embassy consul",
    "military": "army military navy soldiers soldier general colonel commander troops forces admiral",
    "fire": "fire firefighter firefighters brigade",
    "health": "doctor doctors hospital surgeon nurse nurses medic medics clinic physician",
    "science": "scientist scientists researcher researchers professor university author authors seismologist "
    "epidemiologist geologist climatologist academic",
    "union": "union unions",
    "business": "ceo shareholder shareholders investor investors airline bank manufacturer retailer executive owner "
    "founder operator",
    "resident": "resident residents neighbour neighbours neighbor neighbors villager villagers inhabitants",
    "witness": "witness witnesses bystander bystanders passenger passengers survivor survivors",
    "family": "mother father son daughter brother sister wife husband family relatives relative parents widow",
    "school": "teacher teachers pupil pupils student students headteacher school",
    "church": "bishop pope priest cardinal imam rabbi church",
    "sport": "coach striker goalkeeper player players manager club",
    "agent": "agent",
    "rebels": "rebels rebel militants",
}
_SPHERES_OF: dict[str, frozenset[str]] = {}
for _sphere, _table in _SPHERES.items():
    for _word in _table.split():
        _SPHERES_OF[_word] = _SPHERES_OF.get(_word, frozenset()) | {_sphere}

ALIKE = frozenset(
    frozenset(pair.split("-"))
    for pair in [
        "resident-witness",
        "family-witness",
        "family-resident",
        "prosecution-court",
        "health-science",
        "science-school",
        "military-government",
        "police-military",
        "business-sport",
        "police-prosecution",
        "witness-school",
        "resident-school",
        "business-resident",
        "business-witness",
        "family-school",
        "diplomacy-government",
        "government-health",
        "government-court",
        "lawyer-family",
        "government-province",
        "science-government",
    ]
)
"""Spheres that one person can belong to at once, or that reports mix up: no two accounts by themselves."""

OFFICES = wordlist("""
    minister premier president mayor governor ambassador envoy commissioner chancellor king queen prince bishop pope
    cardinal judge prosecutor coach commander admiral general inspector
    """)
"""Offices that one person holds: speakers with two of them are two."""

WITH_PORTFOLIO = wordlist("minister secretary ministry department")
PORTFOLIOS = (
    wordlist("finance economy economic treasury budget"),
    wordlist("trade commerce economy economic industry business"),
    wordlist("foreign external"),
    wordlist("interior home internal security"),
    wordlist("defence defense war"),
    wordlist("transport transportation railways roads infrastructure"),
    wordlist("environment climate ecology energy"),
    wordlist("health"),
    wordlist("education schools science research"),
    wordlist("justice"),
    wordlist("agriculture farm farming food fisheries"),
    wordlist("culture heritage arts sport sports tourism"),
    wordlist("labour labor employment work social welfare"),
)
"""What ministers are in charge of; one group's words can be one ministry's."""

METONYMS = (
    frozenset({"russia", "moscow", "kremlin", "russian government"}),
    frozenset({"us", "u.s.", "usa", "united states", "america", "washington", "white house"}),
    frozenset({"uk", "u.k.", "britain", "united kingdom", "london", "downing street"}),
    frozenset({"eu", "e.u.", "european union", "brussels", "european commission"}),
    frozenset({"un", "u.n.", "united nations"}),
)
NICKNAMES = tuple(
    frozenset(names.split())
    for names in (
        "robert bob rob bobby", "william bill will billy", "richard rick dick", "james jim jimmy", "john jack johnny",
        "joseph joe", "michael mike", "thomas tom", "edward ed ted eddie", "charles charlie chuck", "david dave",
        "daniel dan", "anthony tony", "christopher chris", "elizabeth liz beth", "margaret maggie peggy",
        "katherine kate", "benjamin ben bibi", "samuel sam", "nicholas nick", "alexander alex", "andrew andy",
        "donald don", "stephen steve", "gregory greg", "timothy tim", "patricia pat patty", "deborah debbie",
        "vladimir volodymyr",
    )
)  # fmt: skip


def of(words: Iterable[str]) -> set[str]:
    """The spheres that any of the words (lower case) belongs to."""
    return {sphere for word in words for sphere in _SPHERES_OF.get(word, ())}
