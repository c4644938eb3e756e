"""The people an article names: full names, titles and roles, and whether they are "he" or "she"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from compare.claims import given_names
from compare.claims.abbreviations import AFTER_TIMES, STARTERS
from compare.claims.speakers import speech
from compare.claims.wordlist import wordlist
from compare.records import Article, Span

HE_WORDS = wordlist("""
    mr sir lord king prince duke sheikh shri senor herr monsieur pope father brother baron spokesman
    chairman businessman congressman policeman husband son uncle actor
    """)
SHE_WORDS = wordlist("""
    mrs ms miss lady dame queen princess duchess smt sheikha madam madame frau sister spokeswoman
    chairwoman businesswoman congresswoman policewoman wife daughter mother aunt actress widow
    """)

TITLES = wordlist("""
    mr mrs ms miss mx dr prof professor president vice prime deputy minister secretary secretary-general
    general chancellor premier governor mayor senator sen rep reps representative congressman
    congresswoman gov lt col maj gen capt captain colonel major sgt sergeant adm admiral brigadier brig
    cmdr commander lieutenant corporal inspector superintendent supt insp detective chief constable
    sheriff officer commissioner judge justice magistrate prosecutor attorney bishop archbishop cardinal
    rabbi imam rev reverend coach chairman chairwoman chair director ceo executive spokesman spokeswoman
    spokesperson ambassador envoy mp councillor cllr speaker leader coroner pope king queen prince
    princess sir lord lady dame sheikh shri smt hon st-sgt undersecretary
    """)
"""Words with a capital that stand before a name without being part of it."""

ORGANISATIONS = wordlist("""
    council commission committee ministry department office agency authority bank party union court
    university college institute organization organisation association federation service services
    company corporation corp inc ltd llc plc group holdings police army navy force forces parliament
    congress senate house cabinet government board bureau centre center foundation trust society league
    club united city fc hospital school church times post news herald guardian tribune journal gazette
    telegraph mail press agency tv radio network cross crescent nations fund institution museum airlines
    airways railways motors motor energy electric pharmaceuticals labs laboratories technologies systems
    software industries international global airport street road avenue lane square park bridge river
    lake mount mountain island islands county province state states district region valley bay sea ocean
    war day week summit cup games olympics prize award act bill treaty accord initiative project plan
    programme survey storm hurricane team brothers bros sons co gmbh ag oil gas steel media studios
    records restaurant hotel network africa america europe asia east west north south kingdom republic
    emirates security defence defense affairs policy
    """)
"""A name that ends in one of these is no person's."""

_LONGEST_NAME = 4
"""Words with a capital; a longer run is a headline or an institution."""

_TITLE = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Maj|Adm|Brig|Insp|Supt|Rev|Hon|Cllr|Cmdr|St)\."
)
_UPPER = "A-ZÀ-ÖØ-ÞĀĆĈĊČĎĐĒĖĘĚĞĢĪİŁŃŅŇŌŐŒŘŚŞŠŤŪŮŹŻŽ"
_CAPITAL = rf"(?:{_TITLE}|(?:[{_UPPER}]\.)+(?![{_UPPER}a-z])|[{_UPPER}][\w’'-]*)"
_PARTICLE = (
    r"(?:de|da|do|dos|das|del|della|di|du|la|le|van|von|der|den|ter|ten|bin|ibn|al|el|ul|ur|zu|af|av|e|y)"
)
_RUN = re.compile(rf"(?<![\w@#]){_CAPITAL}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0]){{0,3}}{_CAPITAL})*")
_WORD = re.compile(r"\S+")
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
_AGE = re.compile(r",\s+(?:aged\s+)?\d{1,2}\s*[,.;)]")
_WHO = re.compile(r",\s+who(?:se)?\b")
_APPOSITION = re.compile(r",\s+(?P<role>[^,.;:“”\"()]{3,70}?)\s*(?:[,.;]|$)")
_BEFORE = re.compile(r"(?P<role>(?:[\w’'-]+\s+){1,3})$")
_BEFORE_COMMA = re.compile(
    r"(?:^|[,.;:“”]\s*|\b(?:by|the|said|its|their|his|her)\s+)(?P<role>[^,.;:“”\"()]{3,80}),\s+$"
)


@dataclass(slots=True)
class Person:
    """Someone the article names.

    Attributes:
        name: The fullest form, without titles.
        roles: What the article calls them, in lower case: "defence minister", "mayor of reno".
        gender: "he", "she" or "" when nothing tells.
    """

    name: str
    roles: list[str] = field(default_factory=list)
    gender: str = ""

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.split()[-1]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the text that name a person, titles included."""

    start: int
    end: int
    person: Person


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of an article, and where they are mentioned, in order."""

    people: list[Person]
    mentions: list[Mention]

    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in `[start, end)`."""
        first = bisect_left(self.mentions, start, key=lambda m: m.start)
        last = bisect_left(self.mentions, end, key=lambda m: m.start)
        return self.mentions[first:last]


@dataclass(slots=True)
class _Run:
    """A run of capitalised words: titles, then a name."""

    start: int
    end: int
    titles: list[str]
    words: list[str]
    paragraph: Span
    roles: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return " ".join(self.words)

    @property
    def key(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Runs with the same words name the same person."""
        return tuple(self.titles), tuple(self.words)

    @property
    def first(self) -> str:
        return self.words[0].lower()

    def before(self, text: str) -> str:
        """Up to 90 characters of its paragraph before it."""
        return text[max(self.paragraph.start, self.start - 90) : self.start]

    def after(self, text: str) -> str:
        """Up to 90 characters of its paragraph after it."""
        return text[self.end : min(self.paragraph.end, self.end + 90)]


def find_people(article: Article) -> Cast:
    """The people in the body of an article."""
    runs = [run for span in article.body for run in _runs(article.text, span)]
    surnames = {run.words[0] for run in runs if len(run.words) == 1 and _acts(article.text, run)}
    people: list[Person] = []
    for run in runs:
        if _is_person(article.text, run, surnames):
            _introduce(people, run)
    known = {run.key: _who(people, run) for run in runs}
    mentions = [Mention(run.start, run.end, person) for run in runs if (person := known[run.key])]
    return Cast(people, mentions)


# ---- runs of capitalised words


def _runs(text: str, paragraph: Span) -> Iterator[_Run]:
    for match in _RUN.finditer(text, paragraph.start, paragraph.end):
        for words in _pieces(match):
            if run := _run(text, words, paragraph):
                yield run


def _pieces(match: re.Match[str]) -> Iterator[list[re.Match[str]]]:
    """The words of a run, cut after a possessive and at days and months."""
    piece: list[re.Match[str]] = []
    for word in _WORD.finditer(match.string, match.start(), match.end()):
        if word[0].lower().rstrip(".") in AFTER_TIMES and word[0] not in ("April", "May", "June", "August"):
            yield piece
            piece = []
            continue
        piece.append(word)
        if _POSSESSIVE.search(word[0]) or word[0].endswith(("’", "'")):
            yield piece
            piece = []
    yield piece


def _run(text: str, words: list[re.Match[str]], paragraph: Span) -> _Run | None:
    while (
        words
        and words[0][0].lower() in STARTERS - TITLES
        and (len(words) > 1 or _opens_sentence(text, words[0]))
    ):
        words = words[1:]
    if not words:
        return None
    lower = [_POSSESSIVE.sub("", word[0].lower()).rstrip(".") for word in words]
    named = lower[-1] in TITLES and any(word in given_names.ANY for word in lower[:-1])
    cut = max((i + 1 for i, word in enumerate(lower[:-1] if named else lower) if word in TITLES), default=0)
    names = [_POSSESSIVE.sub("", word[0]) for word in words[cut:]]
    return _Run(words[0].start(), words[-1].end(), lower[:cut], names, paragraph)


def _opens_sentence(text: str, word: re.Match[str]) -> bool:
    before = text[max(0, word.start() - 3) : word.start()].strip()
    return not before or before[-1] in ".!?:“”\"‘'•"


def _acts(text: str, run: _Run) -> bool:
    """Whether a verb of speech or an age follows, so that a lone name is a surname."""
    after = run.after(text)
    words = after.split(maxsplit=1)
    return bool(_AGE.match(after)) or (
        after[:1] == " " and bool(words) and words[0].strip(",.") in speech.FINITE
    )


def _is_person(text: str, run: _Run, surnames: set[str]) -> bool:
    """Whether the words around the name, or the name itself, show a person. Collects the roles on the way."""
    if not run.words or run.words[-1].isdigit():
        return False
    roles = list(_roles(text, run))
    if run.words[-1].lower().rstrip(".") in ORGANISATIONS and not _named_like_a_place(text, run, roles):
        return False
    run.roles = roles
    known = run.first in given_names.ANY or run.words[-1] in surnames
    if run.titles or run.roles:
        return len(run.words) <= _LONGEST_NAME and (
            run.first in given_names.ANY or run.words[-1].lower() not in speech.PEOPLE
        )
    if len(run.words) < 2 or sum(word[0].isupper() for word in run.words) > _LONGEST_NAME:
        return False
    initials = any(len(word) == 2 and word.endswith(".") for word in run.words[:-1])
    after = run.after(text)
    return known or initials or bool(_AGE.match(after) or _WHO.match(after))


def _named_like_a_place(text: str, run: _Run, roles: list[str]) -> bool:
    """ "Jo Park, mayor of Reno", "Erin Lane said": two words, a given name, and something only people have."""
    return len(run.words) == 2 and run.first in given_names.ANY and (bool(roles) or _acts(text, run))


def _roles(text: str, run: _Run) -> Iterator[str]:
    """What the words before and after the name say of the person."""
    if run.titles:
        yield " ".join(run.titles)
    before = run.before(text)
    if (match := _BEFORE.search(before)) and (role := _trailing_role(match["role"].split())):
        yield role
    if len(run.words) < 2:
        return
    for match in (_BEFORE_COMMA.search(before), _APPOSITION.match(run.after(text))):
        if match and not match["role"].startswith("and ") and (role := _leading_role(match["role"])):
            yield role


def _trailing_role(words: list[str]) -> str:
    """ "fire chief" of "veteran fire chief ": a noun for people and the words that belong to it."""
    if words[-1].lower() not in speech.PEOPLE or words[-1].lower() in (
        "people",
        "others",
        "many",
        "some",
        "one",
    ):
        return ""
    kept = [words[-1]]
    for word in reversed(words[:-1]):
        if word.lower() in STARTERS or not word.isalpha() or word.lower() in ("said", "told", "of"):
            break
        kept.insert(0, word)
    return " ".join(kept).lower()


def _leading_role(phrase: str) -> str:
    """ "mayor of Reno" of "the mayor of Reno": a noun phrase whose head, before "of" or "at", names people."""
    words = phrase.lower().split()
    while words and words[0] in (
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "said",
        "one",
        "and",
        "former",
    ):
        words = words[1:]
    heads = re.split(r"\s(?:of|at|for|with|in|to|on|from|who)\s", " ".join(words), maxsplit=1)[0].split()
    fits = (
        0 < len(heads) <= 6 and heads[-1] in speech.PEOPLE | TITLES and heads[-1] not in ("people", "others")
    )
    return " ".join(words) if fits else ""


# ---- people


def _introduce(people: list[Person], run: _Run) -> None:
    """A new person, or more about one already known."""
    person = next((p for p in people if _same(p.name, run.words)), None)
    if person is None:
        person = Person(run.name)
        people.append(person)
    if len(run.words) > len(person.name.split()) or (
        len(run.words) == len(person.name.split()) and len(run.name) > len(person.name)
    ):
        person.name = run.name
    person.roles.extend(role for role in run.roles if role not in person.roles)
    person.gender = person.gender or _gender(run)


def _gender(run: _Run) -> str:
    words = {word for role in run.roles for word in role.split()[:3]}
    for pronoun, marks, names in (("he", HE_WORDS, given_names.HE), ("she", SHE_WORDS, given_names.SHE)):
        if words & marks or (len(run.words) > 1 and run.first in names):
            return pronoun
    return ""


def _same(name: str, words: list[str]) -> bool:
    """Whether two names can be one person's: the same surname, and given names that don't clash."""
    mine, theirs = [w.lower() for w in name.split()], [w.lower() for w in words]
    if mine[-1] != theirs[-1]:
        return False
    if len(mine) == 1 or len(theirs) == 1:
        return True
    short, long = mine[0].rstrip("."), theirs[0].rstrip(".")
    return short.startswith(long) or long.startswith(short)


def _who(people: list[Person], run: _Run) -> Person | None:
    """The person a run names: by full name or surname, else by a given name that only one bears."""
    if not run.words:
        return None
    by_surname = [p for p in people if _same(p.name, run.words)]
    if by_surname:
        suits = [p for p in by_surname if p.gender == _gender(run)]
        return (suits or by_surname)[0]
    if len(run.words) > 1:
        return next((p for p in people if p.name.endswith(" " + run.name)), None)
    by_given = [p for p in people if p.name.split()[0] == run.words[0] and " " in p.name]
    return by_given[0] if len(by_given) == 1 else None
