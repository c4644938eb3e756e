"""From the words that name a speaker to the name: surnames, pronouns, offices and "both sides" resolved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from compare.claims.abbreviations import AFTER_TIMES
from compare.claims.speakers import speech
from compare.claims.speakers.organisations import COMPANIES, PUBLIC
from compare.claims.speakers.people import ORGANISATIONS, Cast, Person
from compare.claims.speakers.phrases import Subject, main_subject
from compare.claims.speakers.tokens import PRONOUNS, Token
from compare.claims.wordlist import wordlist
from compare.records import Claim, Speaker

_DROPPED = wordlist("""
    the a an this that these those its his her their our both some several many one two three and
    """)
_LINKS = wordlist("of at in on from for with")
_PLAIN = wordlist("local state senior fire rescue government military health security former foreign")


REACH = 6_000
"""How far back, in characters, a pronoun or an office looks for its person: two or three screens."""


@dataclass(slots=True)
class Context:
    """What the article has said so far, as far as resolving needs it."""

    text: str
    cast: Cast
    aliases: dict[str, str]
    parties: tuple[str, ...]
    organisations: list[tuple[int, str]]
    inside: frozenset[str]
    speakers: list[Speaker] = field(default_factory=list)
    last_person: Person | None = None


def speaks(context: Context, tokens: Sequence[Token], subject: Subject) -> bool:
    """Whether a sentence's own subject can be a speaker."""
    head = tokens[subject.head]
    if head.lower in PRONOUNS or subject.beside or _person_at(context, tokens, subject):
        return True
    words = {t.lower for t in tokens[subject.first : subject.head + 1]}
    if subject.first == subject.head and head.text not in context.inside and not head.text.isupper():
        return speech.is_speaker(head.lower)  # its capital may only open the sentence
    return speech.is_speaker(head.lower) or (head.capital and not words & speech.EVENTS)


def resolve(
    context: Context, claim: Claim, tokens: Sequence[Token], subject: Subject
) -> tuple[str, str] | None:
    """Name and kind of the subject."""
    head = tokens[subject.head]
    if head.lower in PRONOUNS and subject.first == subject.last:
        return _pronoun(context, claim, tokens, subject)
    if joined := _joined(context, tokens, subject):
        return joined
    if person := _person_at(context, tokens, subject):
        context.last_person = person
        return person.name, "named"
    if subject.beside and subject.beside[1] > subject.beside[0]:
        part = Subject(*subject.beside, subject.beside[1])
        if all(t.capital for t in tokens[part.first : part.last + 1]) and not head.capital:
            return _plain_name(context, tokens, part), "named"
    if author := _author(context, tokens, subject):
        return author
    words = [t.lower for t in tokens[subject.first : subject.head + 1]]
    if pair := _pair(context, claim, words):
        return pair
    if person := _by_role(context, claim, words):
        context.last_person = person
        return person.name, "pronoun"
    if name := _by_kind(context, claim, words):
        return name, "pronoun"
    return _plain_name(context, tokens, subject), "institution"


def _person_at(context: Context, tokens: Sequence[Token], subject: Subject) -> Person | None:
    """The person named by the end of the phrase, or by the name set beside it."""
    places = [(subject.first, subject.head)]
    if subject.beside:
        places.insert(0, subject.beside)
    for first, last in places:
        for mention in context.cast.between(tokens[first].start, tokens[last].end):
            if mention.end in (tokens[last].end, tokens[last].end - 2) and not _is_owner(tokens[last]):
                return mention.person
            if subject.beside == (first, last) and mention.start == tokens[first].start:
                return mention.person
    return None


def _is_owner(token: Token) -> bool:
    return token.text.endswith(("’s", "'s"))


def _author(context: Context, tokens: Sequence[Token], subject: Subject) -> tuple[str, str] | None:
    """Whose document speaks: "a report by the Met Office", "Robertson’s autobiography"."""
    if tokens[subject.head].lower not in speech.DOCUMENTS or tokens[subject.head].capital:
        return None
    first, last = subject.first, subject.head
    for i in range(subject.first, subject.last + 1):
        if tokens[i].lower in ("by", "from") and i < subject.last:
            first, last = i + 1, subject.last
    part = Subject(first, last, last)
    owner = next((i for i in range(subject.first, subject.head) if _is_owner(tokens[i])), None)
    if first == subject.first and owner is not None:
        part = Subject(subject.first, owner, owner)
    if part.head == subject.head:
        return None
    for mention in context.cast.between(tokens[part.first].start, tokens[part.last].end):
        return mention.person.name, "named"
    name = re.sub(r"[’']s$", "", _plain_name(context, tokens, part))
    if name.lower() in AFTER_TIMES:
        return None
    return context.aliases.get(name, name), "institution"


def _joined(context: Context, tokens: Sequence[Token], subject: Subject) -> tuple[str, str] | None:
    """ "India and the EU", "Kovac and Prime Minister Joel Bird"."""
    words = tokens[subject.first : subject.last + 1]
    ands = [i for i, token in enumerate(words) if token.lower == "and"]
    if not ands:
        return None
    first_half, second_half = words[: ands[0]], words[ands[0] + 1 :]
    one_body = second_half[-1].lower in ORGANISATIONS or any(
        t.lower in ORGANISATIONS for t in first_half[:-1]
    )
    if second_half[0].capital and second_half[-1].capital and one_body:
        return None  # "the Land and Resource Ministry", "the Ministry of Tourism and Wildlife"
    parts = [(subject.first, subject.first + ands[0] - 1), (subject.first + ands[0] + 1, subject.last)]
    names = []
    for first, last in parts:
        part = Subject(first, last, last)
        person = _person_at(context, tokens, part)
        names.append(person.name if person else _plain_name(context, tokens, part))
    return ", ".join(names), "collective"


def _plain_name(context: Context, tokens: Sequence[Token], subject: Subject) -> str:
    """The words of the phrase without articles; a lone name after common nouns stands for itself."""
    words = list(tokens[subject.first : subject.last + 1])
    if subject.head < subject.last and tokens[subject.head + 1].lower not in ("of", "for", "from", "at"):
        words = words[: subject.head - subject.first + 1]
    while len(words) > 1 and words[0].lower in _DROPPED and words[1].lower not in _LINKS:
        words = words[1:]
    if subject.head == subject.last and words[-1].capital:
        while len(words) > 1 and not words[0].capital:
            words = words[1:]
    name = context.text[words[0].start : words[-1].end]
    name = " ".join(name.split())
    if _only_opens(tokens, words):
        name = name[0].lower() + name[1:]
    return context.aliases.get(name, name)


def _only_opens(tokens: Sequence[Token], words: Sequence[Token]) -> bool:
    """Whether the first word has its capital only because it opens the sentence."""
    before = tokens[tokens.index(words[0]) - 1].text if words[0] != tokens[0] else "–"
    common = speech.is_speaker(words[0].lower) or words[0].lower in _PLAIN
    return (
        not before[0].isalnum()
        and before != ","
        and common
        and (len(words) == 1 or not words[-1].capital or words[1].lower in _LINKS)
    )


def _pronoun(
    context: Context, claim: Claim, tokens: Sequence[Token], subject: Subject
) -> tuple[str, str] | None:
    word = {"him": "he", "her": "she", "them": "they"}.get(
        tokens[subject.head].lower, tokens[subject.head].lower
    )
    if word in ("he", "she"):
        person = _own_person(context, tokens, subject, word) or _antecedent(
            context, claim, tokens[subject.head].start, word
        )
        if person is None:
            return _lone_name(context)
        person.gender = person.gender or word
        context.last_person = person
        return person.name, "pronoun"
    own = main_subject(tokens)
    if (
        own
        and own.head < subject.first
        and speaks(context, tokens, own)
        and not _person_at(context, tokens, own)
    ):
        resolved = resolve(context, claim, tokens, own) if tokens[own.head].lower not in PRONOUNS else None
        if resolved:
            return resolved[0], "pronoun"
    fitting = [s for s in context.speakers[-3:] if s.kind in ("institution", "collective") or ", " in s.name]
    return (fitting[-1].name, "pronoun") if fitting else None


def _own_person(context: Context, tokens: Sequence[Token], subject: Subject, word: str) -> Person | None:
    """The sentence's own subject for a "he" later in it, unless the last speaker goes on speaking."""
    own = main_subject(tokens)
    if own is None or own.head >= subject.first:
        return None
    person = _person_at(context, tokens, own)
    last = context.speakers[-1].name if context.speakers else ""
    goes_on = context.last_person is not None and context.last_person.name == last
    return person if person and person.gender in (word, "") and not goes_on else None


def _lone_name(context: Context) -> tuple[str, str] | None:
    """The last speaker, if that is a single name that no word calls an organisation: "Rihanna"."""
    name = context.speakers[-1].name if context.speakers else ""
    lone = name[:1].isupper() and " " not in name and not name.isupper() and name.lower() not in ORGANISATIONS
    return (name, "pronoun") if lone else None


def _antecedent(context: Context, claim: Claim, position: int, word: str) -> Person | None:
    """Whom "he" or "she" is: the last speaker if that fits, else the last one named who does."""
    earlier = context.cast.between(claim.start, position)
    before = context.cast.between(claim.start - REACH, claim.start)
    recent = [m.person for m in earlier] + ([context.last_person] if context.last_person else [])
    candidates = [*recent, *(m.person for m in reversed(before))]
    sure = [p for p in candidates if p.gender == word]
    open_ = [p for p in candidates if p.gender in (word, "")]
    if context.last_person in open_:
        return context.last_person if not earlier or context.last_person.gender == word else open_[0]
    return next(iter(sure or open_), None)


def _by_role(context: Context, claim: Claim, words: Sequence[str]) -> Person | None:
    """ "the minister", "her lawyer": the last one named whom the article calls so."""
    if len(words) < 2 or words[0] not in ("the", "its", "his", "her", "their"):
        return None
    wanted = set(words[1:])
    if not speech.is_people(words[-1]) or (words[-1].endswith("s") and words[-1] != "boss"):
        return None
    for mention in reversed(context.cast.between(claim.start - REACH, claim.end)):
        for role in mention.person.roles:
            heads = re.split(r"\s(?:of|at|for|in)\s", role)[0].replace("ex-", "").split()
            if (
                words[-1] in heads
                and wanted <= set(role.split())
                and not {"vice", "deputy"} & set(heads) - wanted
            ):
                return mention.person
    return None


def _by_kind(context: Context, claim: Claim, words: Sequence[str]) -> str | None:
    """ "the company": the last organisation named that can be one."""
    if len(words) != 2 or words[0] != "the" or words[1] not in COMPANIES | PUBLIC:
        return None
    for position, name in reversed(context.organisations):
        last = name.split()[-1].lower()
        if position < claim.end and (last == words[1] if words[1] in PUBLIC else last not in PUBLIC):
            return name
    return None


def _pair(context: Context, claim: Claim, words: Sequence[str]) -> tuple[str, str] | None:
    """ "both leaders": the two people last named; "the two sides": the two parties of the article."""
    both = words[0] == "both" or words[:2] == ["the", "two"] or words[0] == "two" or words == ["the", "pair"]
    if not both:
        return None
    if words[-1] in speech.COUNTRIES and len(context.parties) == 2:
        return ", ".join(context.parties), "collective"
    if words[-1] in speech.PAIRS or words == ["both"]:
        people = list(
            {
                id(m.person): m.person
                for m in reversed(context.cast.between(claim.start - REACH, claim.start))
            }.values()
        )[:2]
        if len(people) == 2:
            ordered = sorted(people, key=context.cast.people.index)
            return ", ".join(person.name for person in ordered), "collective"
    return None
