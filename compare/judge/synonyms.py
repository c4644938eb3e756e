"""Words of the news that mean the same in most reports: few, common, and safe to treat as one word.

What is not here is left to the match's score: a missing synonym costs a finding, a wrong one a false alarm.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from compare.align.lexicon import stem

_SETS = """
kill die dead death deaths fatality fatalities perish toll drown claimed
injure wound hurt injury injuries wounded casualties
missing unaccounted
house home homes houses dwelling
resident inhabitant villager local people person citizen
child children kid pupil schoolchild
firm company business maker manufacturer corporation group
boss chief head director leader chair chairman
lawyer counsel attorney advocate
jail prison custody behind
sentence jailed imprisoned
appeal challenge
begin start commence launch erupt
end finish stop halt conclude
sign seal ink
deal agreement accord pact treaty partnership
talk meeting discussion negotiation
dismiss sack fire fired oust
appoint name named succeed replace
hospital clinic
doctor physician medic
vaccine jab shot vaccination
cost price worth
buy acquire purchase takeover
raise increase rise hike climb
fall drop decline decrease slip
police officers
soldier troop force army military
strike attack shelling raid
fire blaze wildfire
flood flooding deluge
quake earthquake tremor
power electricity
rail railway train
road highway motorway
bridge viaduct
vote ballot
election poll
court tribunal judge
verdict ruling judgment
bribe kickback
inquiry investigation probe
study research trial
researcher scientist
paper journal report
worker employee staff
job post position
city town
evacuate evacuated evacuation
collapse fail burst break broke broken
destroy destroyed wash
injection dose
winner victor win won victory
goal score scored
match game
coach manager
captain skipper
goalkeeper keeper
crowd spectator attendance
minister secretary
parliament assembly
lawmaker deputy mp
budget spending
tax levy
euro eur
dollar usd
cent percent
loan credit
bank lender
spokesman spokeswoman spokesperson
foundation backbone base basis cornerstone
growth development
stability security
share common
value principle
celebrate celebration celebrations
visit trip
arrest detain detained held
charge charged accused
acquit acquitted cleared
convict convicted guilty
fine fined penalty
inspect inspection
plan intend
reduce cut lower
reopen resume
crash collision accident collide
find found discover discovered locate
burnt burn flame ablaze torch
economy gdp product output
shrink contract
offer bid
shareholder investor
grow growth
take taken seize
steal stolen theft rob robbery burglary
thief burglar intruder robber
painting picture canvas artwork
tourist holidaymaker visitor
passenger traveller
vehicle van car truck lorry
brake braking
track line
spectator fan supporter
ambassador envoy
strike walkout stoppage
docker dockworker
layoff redundancy lay
border frontier
store keep kept stored
ship vessel boat ferry
plane aircraft jet
"""


@cache
def _table() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_SETS.strip().splitlines()):
        for word in line.split():
            found.setdefault(stem(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@lru_cache(maxsize=1 << 18)
def same_meaning(one: str, two: str) -> bool:
    """Whether two stems are forms of one word or stand in one set above."""
    if one == two:
        return True
    if one[:1].isdigit() or two[:1].isdigit():
        return False
    if _derived(one, two):
        return True
    table = _table()
    return bool(table.get(one, frozenset()) & table.get(two, frozenset()))


def _derived(one: str, two: str) -> bool:
    """Forms of one root that the stemmer leaves apart: "inspect"/"inspector", "cyber"/"cybersecurity"."""
    if one[:3] != two[:3]:
        return False
    short, long = sorted((one, two), key=len)
    if len(short) >= 5 and long.startswith(short):
        return True
    common = next((at for at, (x, y) in enumerate(zip(one, two, strict=False)) if x != y), len(short))
    return common >= 6 and common >= len(long) - 4


class Vocabulary:
    """A set of stems that answers at once whether it holds a word, a form of it, or a synonym."""

    def __init__(self, terms: Iterable[str]) -> None:
        """Index the stems."""
        self._terms = frozenset(terms)
        self._sets = frozenset(number for term in self._terms for number in _table().get(term, ()))
        self._beginnings: dict[str, list[str]] = {}
        for term in sorted(self._terms):
            self._beginnings.setdefault(term[:5], []).append(term)

    def has(self, term: str) -> bool:
        """Whether the term, another form of it, or a synonym is in the set."""
        if term in self._terms or _table().get(term, frozenset()) & self._sets:
            return True
        if term[:1].isdigit():
            return False
        return any(_derived(term, other) for other in self._beginnings.get(term[:5], ()))
