"""What a value is about: the noun counted, the verb that governs it, and the question it answers."""

from __future__ import annotations

from compare.claims.details.lexicon import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CALENDAR,
    DETERMINERS,
    DO,
    FUNCTION,
    HAVE,
    MODALS,
    PREPOSITIONS,
    VERBS,
)
from compare.claims.details.measures import Measure
from compare.claims.details.tables import word_set
from compare.claims.details.tokens import Tokens
from compare.claims.details.values import Role

_TOPIC_TABLE = """
dead: kill die dead death fatality slay perish murder deceased succumb corpse body massacre slaughter killing died lethal
injured: injure wound hurt injury wounded injured maim
hospital: hospitalise hospital
missing: missing unaccounted
arrested: arrest detain custody apprehend detainee arrested detained arrestee
charged: indict prosecute
convicted: convict conviction
displaced: evacuate displace flee homeless evacuation evacuee displaced refugee uproot
rescued: rescue save rescuer rescued
survived: survive survivor unhurt unscathed unharmed
infected: infect infection infected sicken case
trapped: trap trapped strand stranded
vaccinated: vaccinate vaccination jab dose
destroyed: destroy flatten gut raze demolish destroyed collapse
damaged: damage damaged
cancelled: cancel scrap cancelled cancellation
jobs: layoff redundancy lay-off job
sentence: sentence jail imprison prison imprisonment behind-bars
fine: fine penalty
profit: profit earnings net-income
loss: loss deficit
revenue: revenue sale turnover
cost: cost price worth value bill
aid: aid donation donate grant relief pledge
budget: budget
loan: loan bailout
debt: debt
investment: invest investment
damages: compensation damages settlement
age: age aged
magnitude: magnitude richter
inflation: inflation
unemployment: unemployment jobless joblessness
interest: interest borrowing repo
growth: growth gdp
turnout: turnout
approval: approval
temperature: temperature heat
wind: wind gust
rain: rain rainfall
depth: depth deep
height: height tall high
length: long length
width: wide width
weight: weigh weight
distance: away distance
speed: speed
seats: seat
votes: vote ballot
attendance: crowd attend attendance spectator protester demonstrator marcher
"""
TOPICS = {
    word: line.split(":")[0]
    for line in _TOPIC_TABLE.strip().splitlines()
    for word in line.split(": ")[1].split()
}
_WEAK_TOPICS = word_set(
    """
    cost loss hospital length height age aid growth case job old long deep value high fine save body
    approval
    """
)

_STOPS = frozenset(',;:()[]“”"—–«»!?') | {"…"}
_CLAUSE_WORDS = word_set(
    """
    and but while whereas although as when after before which who whom that where because if though since
    until so
    """
)
_SKIPPED = word_set(
    """
    more other others further additional different separate new extra or so odd plus local people's least
    """
)
_COMPARATIVES = frozenset(
    ("less", "fewer", "higher", "lower", "strong", "longer", "shorter", "taller", "older")
)
_MORE = frozenset(["another", "further", "additional", "extra"])
_PART = frozenset(("including", "among them", "of whom", "of which", "of them", "among whom"))
_WINDOW = 9
_MAX_WORDS = 8


def is_verb(tokens: Tokens, index: int) -> bool:
    """Whether the word looks like a full verb where it stands (by form and by the word before it)."""
    low = tokens.low(index)
    base = tokens.lemma(index)
    if base not in VERBS or low in AUXILIARIES:
        return False
    before = tokens.low(index - 1)
    if low == base:
        return (
            before in MODALS
            or before in DO
            or before in ("to", "not", "n't")
            or (low in _SAME_PAST and before not in DETERMINERS | PREPOSITIONS)
        )
    if low.endswith("s") and not low.endswith("ss"):
        return _is_third_person(tokens, index)
    if low.endswith("ing"):
        return before not in DETERMINERS and before not in ("of",)
    return before not in DETERMINERS or before in ("that", "which", "who", "all", "both")


_SAME_PAST = word_set("cut hit put set let shut split spread cost hurt quit beat become come")


def _is_third_person(tokens: Tokens, index: int) -> bool:
    before, after = tokens.low(index - 1), tokens.low(index + 1)
    if before in DETERMINERS | PREPOSITIONS or not (tokens.is_word(index - 1) or tokens.is_number(index - 1)):
        return before in ("which", "that", "who", "it", "he", "she")
    return (
        after in DETERMINERS
        or after in ("to", "that", "with", "at", "up", "down", "for", "in", "on")
        or tokens.is_number(index + 1)
    )


def noun_after(tokens: Tokens, index: int) -> tuple[str, int]:
    """Lemma and index of the head of the noun phrase that starts at `index`; ("", index) when there is none."""
    at, last = index, -1
    if tokens.low(at) == "of":
        at += 1
    after_preposition = at > index or tokens.low(index - 1) in ("in", "of", "for", "worth")
    while after_preposition and tokens.low(at) in DETERMINERS and tokens.low(at) != "that" and at < index + 3:
        at += 1
    while at < len(tokens) and at < index + 7:
        low = tokens.lows[at]
        if low in ("-", "‑", "'s") and last >= 0:
            at += 1
            continue
        if not low[0].isalpha() or (low in FUNCTION and low not in _SKIPPED) or low in _COMPARATIVES:
            break
        if last >= 0 and _ends_phrase(tokens, last, at):
            break
        if low not in _SKIPPED and not (is_verb(tokens, at) and last < 0 and not _is_noun_like(tokens, at)):
            last = at
        elif low not in _SKIPPED:
            break
        at += 1
    return (tokens.lemma(last), last) if last >= 0 and tokens.lows[last] not in CALENDAR else ("", index)


def _is_noun_like(tokens: Tokens, index: int) -> bool:
    """Whether a form of a verb stands as an adjective before a noun: "20 damaged homes"."""
    after = tokens.low(index + 1)
    return tokens.low(index).endswith("ed") and after.endswith("s") and after not in FUNCTION


def _ends_phrase(tokens: Tokens, last: int, at: int) -> bool:
    """Whether the noun phrase ends before `at`: a plural noun has come and what follows is no noun of it."""
    low = tokens.lows[at]
    if is_verb(tokens, at):
        return True
    plural = _is_plural(tokens, last)
    return (plural and not _is_plural(tokens, at)) or low.endswith("ly")


def _is_plural(tokens: Tokens, index: int) -> bool:
    low = tokens.lows[index]
    return low in ("people", "men", "women", "children", "police") or (
        low.endswith("s") and not low.endswith(("ss", "us", "is", "ous"))
    )


def noun_before(tokens: Tokens, index: int) -> str:
    """Lemma of the noun in "a fine of [about]", "inflation at", "worth" right before a value that starts at `index`."""
    low = tokens.low(index - 1)
    if low in ("of", "at", "by", "to", "a", "an", "for", "as", "is", "was", "were") and index >= 2:
        before = tokens.low(index - 2)
        if before and before[0].isalpha() and before not in FUNCTION and (low == "of" or before in TOPICS):
            return tokens.lemma(index - 2)
    return ""


def segment(tokens: Tokens, first: int, end: int) -> tuple[int, int]:
    """The stretch of clause around the words `first` to `end`: up to punctuation and joining words."""
    start = first
    while start > 0 and first - start < _WINDOW * 2 and not _is_boundary(tokens, start - 1):
        start -= 1
    stop = end
    while stop < len(tokens) and stop - end < _WINDOW * 2 and not _is_boundary(tokens, stop):
        stop += 1
    return start, stop


def _is_boundary(tokens: Tokens, index: int) -> bool:
    low = tokens.lows[index]
    if low == ".":
        return not (tokens.glued(index + 1) and tokens.glued(index))
    return low in _STOPS or low in _CLAUSE_WORDS


def governing_verb(tokens: Tokens, start: int, first: int, end: int, stop: int) -> int:
    """Index of the verb that governs the words `first` to `end` inside a segment; -1 when there is none.

    A verb right after (over auxiliaries and adverbs) goes first, then the nearest before, then any after.
    """
    at = end
    while at < stop and (
        tokens.lows[at] in BE
        or tokens.lows[at] in HAVE
        or tokens.lows[at] in ADVERBS
        or tokens.lows[at] in MODALS
    ):
        at += 1
    if at < stop and is_verb(tokens, at):
        return at
    for at in range(first - 1, max(start, first - _WINDOW) - 1, -1):
        if is_verb(tokens, at):
            return at
    for at in range(end, min(stop, end + _WINDOW)):
        if is_verb(tokens, at):
            return at
    return -1


def words_between(
    tokens: Tokens, start: int, stop: int, without: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """Lemmas of the content words from `start` to `stop`, sorted, at most eight."""
    lemmas = {
        tokens.lemma(at)
        for at in range(start, stop)
        if tokens.lows[at][0].isalpha() and len(tokens.lows[at]) > 2 and tokens.lows[at] not in FUNCTION
    }
    return tuple(sorted(lemmas - without))[:_MAX_WORDS]


def near(tokens: Tokens, first: int, end: int) -> Role:
    """A role for values that count nothing: the governing verb and the words around."""
    start, stop = segment(tokens, first, end)
    at = governing_verb(tokens, start, first, end, stop)
    verb = tokens.lemma(at) if at >= 0 else ""
    words = words_between(tokens, start, first) + words_between(tokens, end, stop)
    return Role(verb=verb, words=tuple(sorted(set(words) - {verb}))[:_MAX_WORDS])


def of_measure(tokens: Tokens, measure: Measure) -> Role:
    """What a number, sum, share or quantity is about."""
    first, end = measure.hedge_first, measure.end
    start, stop = segment(tokens, first, end)
    noun, head = _counted(tokens, measure)
    np_end = max(head + 1, end) if noun else end
    stop = max(stop, min(np_end, len(tokens)))
    verb_at = governing_verb(tokens, start, first, np_end, stop)
    verb = tokens.lemma(verb_at) if verb_at >= 0 else ""
    topic = _fitting(_topic(tokens, start, first, end, stop, verb_at, noun), measure)
    if not verb_at >= 0 and not topic:
        topic, verb = _beyond(tokens, np_end)
    words = words_between(tokens, start, first) + words_between(tokens, end, stop)
    words = tuple(sorted(set(words) - {noun, verb}))[:_MAX_WORDS]
    return Role(noun, verb, topic, measure.per, measure.slot or _slot(tokens, measure, first), words)


def _counted(tokens: Tokens, measure: Measure) -> tuple[str, int]:
    """The noun a measure counts, and where it stands (-1 when before the measure)."""
    end = measure.end
    if measure.score:
        return "score", -1
    if tokens.low(end) in ("-", "‑") and tokens.glued(end) and tokens.is_word(end + 1):
        end += 1
    if measure.per:
        end += 2
    if measure.kind != "number":
        before = noun_before(tokens, measure.hedge_first)
        if before:
            return before, -1
        if tokens.low(end) in ("in", "of", "for", "worth") and measure.unit is None:
            end += 1 if tokens.low(end) != "worth" else 2
    if tokens.low(end) == "s" and tokens.glued(end):
        end += 1
    noun, head = noun_after(tokens, end)
    if noun and not (measure.kind != "number" and noun in _PERIODS):
        return noun, head
    return noun_before(tokens, measure.hedge_first) or _label(tokens, measure), -1


_PERIODS = word_set("year month week day time quarter decade")


def _label(tokens: Tokens, measure: Measure) -> str:
    """What a number labels: "Flight 602", "Interstate 57"."""
    plain = measure.kind == "number" and measure.digits and measure.first == measure.hedge_first
    at = measure.first - 1
    labels = plain and at >= 0 and tokens.is_capital(at) and tokens.lows[at] not in FUNCTION | CALENDAR
    return tokens.lemmas[at] if labels else ""


_MONEY_TOPICS = word_set(
    "fine profit loss revenue cost aid budget loan debt investment damages growth jobs sentence"
)
_ONLY_MONEY = word_set("fine profit revenue cost budget loan debt investment")


def _fitting(topic: str, measure: Measure) -> str:
    """The topic, unless a value of this kind can't answer it: money saved is nobody rescued."""
    if measure.kind == "money":
        return topic if topic in _MONEY_TOPICS else ""
    return "" if measure.kind == "number" and topic in _ONLY_MONEY else topic


def _topic(tokens: Tokens, start: int, first: int, end: int, stop: int, verb_at: int, noun: str) -> str:
    """The class of question: of the governing verb, else of the noun, else of the nearest word that has one."""
    if _is_age(tokens, first, end):
        return "age"
    if verb_at >= 0 and _own_topic(tokens, verb_at):
        return _own_topic(tokens, verb_at)
    if noun in TOPICS:
        return TOPICS[noun]
    if _phrase_topic(tokens, start, stop):
        return "dead"
    places = [*range(end, min(stop, end + 5)), *range(first - 1, max(start, first - _WINDOW * 2) - 1, -1)]
    strong = (at for at in places if tokens.lemma(at) not in _WEAK_TOPICS)
    found = next((topic for at in strong if (topic := _own_topic(tokens, at))), "")
    return found or next((topic for at in places[:3] if (topic := _own_topic(tokens, at))), "")


def _own_topic(tokens: Tokens, index: int) -> str:
    """The topic of a word: of its form ("damages", "missing") before that of its lemma."""
    return TOPICS.get(tokens.lows[index]) or TOPICS.get(tokens.lemma(index), "")


def _is_age(tokens: Tokens, first: int, end: int) -> bool:
    """ "a 47-year-old", "47 years old", "aged 47", "Mara Quill, 47, …"."""
    if tokens.low(end) == "old" or (tokens.low(end) == "-" and tokens.low(end + 1) in ("old", "olds")):
        return True
    if tokens.low(first - 1) == "aged":
        return True
    between = tokens.low(first - 1) == "," and tokens.low(end) in (",", ".", "")
    return between and end == first + 1 and tokens.is_capital(first - 2) and len(tokens.lows[first]) < 4


def _phrase_topic(tokens: Tokens, start: int, stop: int) -> bool:
    """ "lost their lives", "claimed 12 lives", "death toll"."""
    lows = tokens.lows[start:stop]
    return (
        "lives" in lows
        and any(
            low in lows for low in ("lost", "claimed", "claiming", "losing", "cost", "claim", "lose", "taken")
        )
    ) or "toll" in lows


def _beyond(tokens: Tokens, end: int) -> tuple[str, str]:
    """Topic and verb of the coordination a bare "47 men and 3 women were killed" belongs to."""
    for at in range(end, min(len(tokens), end + _WINDOW)):
        if tokens.lows[at] in (";", ".", "but", "while", "who", "which"):
            break
        if is_verb(tokens, at):
            base = tokens.lemma(at)
            return TOPICS.get(base, ""), base
    return "", ""


def _slot(tokens: Tokens, measure: Measure, first: int) -> str:
    before, after = tokens.low(first - 1), tokens.low(measure.end)
    if (
        before in _MORE
        or (before == "a" and tokens.low(first) in _MORE)
        or after in ("more", "others", "other", "further", "additional")
    ):
        return "more" if tokens.low(measure.end + 1) != "than" else ""
    if (
        after == "of"
        and tokens.low(measure.end + 1)
        in ("the", "them", "its", "their", "these", "those", "whom", "which", "his", "her")
        and measure.kind == "number"
    ):
        return "part"
    if before == "including" or tokens.phrase(max(0, first - 2), first) in _PART:
        return "part"
    if after == "against":
        return "against"
    if after == "in" and tokens.low(measure.end + 1) in ("favour", "favor"):
        return "for"
    if before in ("from", "by", "to") and _changes(tokens, first):
        return before
    return ""


_CHANGE_LEMMAS = word_set("""rise fall increase decrease drop grow raise cut lower climb jump slip slide decline reduce soar plunge surge shrink go move change
    revise up down swell narrow widen ease edge slump tumble expand reach double boost trim slash hike growth reduction bring""")


def _changes(tokens: Tokens, first: int) -> bool:
    return any(tokens.lemma(at) in _CHANGE_LEMMAS for at in range(max(0, first - 8), first))
