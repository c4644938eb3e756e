"""Words that answer one yes/no or up/down question with opposite sides. Curated for news; one line an axis."""

from __future__ import annotations

_TABLE = """
change: rise increase grow climb jump surge soar gain rally rebound swell widen expand accelerate hike boost raise upgrade strengthen higher upward up double triple intensify escalate deepen heighten appreciate advance upturn growth
 | fall decrease decline drop shrink slip slump plunge plummet tumble slide narrow slow cut lower reduce downgrade weaken downward down halve ease de-escalate lessen dwindle diminish depreciate retreat downturn recession slash trim curb wane
approval: approve endorse backed ratify adopt accept uphold pass authorise agree welcome embrace greenlight grant confirm favour support
 | reject veto oppose overturn refuse dismiss quash turn-down block disapprove disagree vote-down throw-out strike-down repeal rebuff shoot-down
access: open reopen unblock unseal accessible opening | close shut seal block closed closure shutdown shut-down barricade
safety: safe secure harmless unharmed unhurt unscathed uninjured | unsafe dangerous hazardous insecure risky perilous harmed
guilt: guilty convict convicted conviction | innocent acquit acquitted acquittal exonerate clear-of not-guilty
victory: win victory triumph defeat-of victorious prevail | lose defeat
presence: present attend attended | absent boycott miss absence
life: alive survive survivor living | dead die kill killed deceased death
liberty: free release freed bail | detain jail imprison arrest custody remand
truth: true genuine authentic real accurate correct verified substantiated | false fake forged inaccurate incorrect untrue hoax fabricated unfounded baseless unverified unsubstantiated
legality: legal lawful legalise permit allow allowed legitimate constitutional authorised unban | illegal unlawful outlaw ban prohibit forbid barred forbidden banned illegitimate unconstitutional bar unauthorised
start: start begin launch resume commence restart open-talks reinstate initiate kick-off | end stop halt suspend cease terminate finish conclude abandon cancel scrap call-off axe discontinue
speed: early earlier-than | late delayed postpone delay postponed
membership: join enter accede rejoin entry admit-to | leave withdraw quit exit pull-out resign step-down secede
building: build construct restore repair rebuild erect | demolish destroy raze dismantle tear-down flatten
success: succeed successful success achieve pass-test | fail unsuccessful failure collapse-talks botch
possible: possible feasible able capable likely | impossible unable incapable unlikely infeasible
employment: hire appoint employ recruit reinstate | fired sack dismiss lay-off oust remove
stance: praise hail applaud welcome commend | condemn criticise denounce blast slam attack-verbal deplore lambast
admission: admit acknowledge concede confess confirm | deny rebut refute contest
peace: ceasefire truce peace | war hostilities fighting offensive
stability: calm stable peaceful quiet | unstable volatile violent tense turbulent chaotic
health: recover healthy well-enough | deteriorate sick ill unwell worsen
quality: improve better improvement | worsen deteriorate worse
surplus: surplus profit profitable | deficit loss unprofitable
purchase: buy purchase acquire | sell divest
unity: unanimous unanimously united unite unified | divided split disunited
intent: deliberate intentional deliberately intentionally arson | accidental unintentional accidentally
public: publicly | secret privately secretly
voluntary: voluntary voluntarily | mandatory compulsory obligatory
permanent: permanent permanently | temporary temporarily interim
position: above exceed surpass outnumber | below undershoot
temperature: hot warm hotter warmer heatwave | cold cool colder cooler
defence: defend protect | attack assault
strength: strong robust | weak feeble
completeness: full fully complete completely whole entire entirely total totally | partial partially partly incomplete
power: online operational functioning restored | offline broken inoperative outage
capture: capture seize occupy retake | lose-control liberate relinquish
publish: publish disclose reveal release-document | withhold conceal hide suppress
arming: armed | unarmed
consciousness: conscious awake | unconscious asleep
certainty: certain definite definitely certainly confirmed | uncertain doubtful unconfirmed unclear
agreement: agreement accord deal breakthrough consensus | deadlock impasse stalemate breakdown
optimism: optimistic hopeful optimism confident upbeat | pessimistic gloomy pessimism downbeat
intact: intact undamaged | damaged destroyed damage
punctual: on-time | overdue
trust: trust | distrust mistrust
inclusion: include | exclude excluding
"""


def _read_table() -> dict[str, tuple[str, int]]:
    """Word (or "verb particle") → axis and side; a word of several axes keeps its first."""
    sides: dict[str, tuple[str, int]] = {}
    for line in _TABLE.replace("\n |", " |").strip().splitlines():
        axis, _, rest = line.partition(": ")
        plus, _, minus = rest.partition(" | ")
        for words, side in ((plus, 1), (minus, -1)):
            for word in words.split():
                sides.setdefault(word.replace("-", " ") if word not in _HYPHENED else word, (axis, side))
    return sides


_HYPHENED = frozenset(("de-escalate", "left-hand", "right-hand"))

SIDES = _read_table()
VERBS_WITH_PARTICLE = frozenset(words.split()[0] for words in SIDES if " " in words)
"""Lemma, form or "lemma particle" → axis and side (+1 or -1)."""
