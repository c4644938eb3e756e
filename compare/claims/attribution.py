"""Whom each claim of an article attributes its statement to.

A claim has a speaker only if it has a cue itself: a verb of speech with a subject, "according to", or quoted words
of somebody whose tag is in a claim beside it. The subject is then resolved with what the article says: surnames
and pronouns to the person, "the minister" to the one who is introduced as minister, "both leaders" to the two,
"the EU" to the European Union.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from compare.claims import cues, speech
from compare.claims.cues import QUOTE, Cue, Subject, Token
from compare.claims.people import ORGANISATIONS, Cast, Person, find_people
from compare.claims.quotations import Quotation, find_quotations
from compare.claims.wordlist import wordlist
from compare.records import Article, Claim, Span, Speaker

_CAPITALS = re.compile(r"\b[A-Z][\w’'&-]*(?:\s+(?:(?:of|for|and|the|on|in)\s+){0,2}[A-Z][\w’'&-]*)*")
_INSIDE = re.compile(r"(?<=[a-z,] )(?:the )?([A-Z][\w’'&-]*)")
_ACRONYM = re.compile(r"(?P<long>[A-Z][\w’'&-]*(?:\s+[\w’'&-]+){1,7})\s+\((?P<short>[A-Z][A-Za-z-]*[A-Z])\)")
_PARTY = r"(?:the\s+)?(?P<{}>[A-Z][\w’'-]*(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'-]*)*)(?:\s+\([A-Z]+\))?"
_PAIR = re.compile(_PARTY.format("a") + r"\s+and\s+" + _PARTY.format("b"))
_HYPHENATED = re.compile(r"\b(?P<a>[A-Z][a-z]+|[A-Z]{2,})[-–](?P<b>[A-Z][a-z]+|[A-Z]{2,})\b")
_DROPPED = wordlist("""
    the a an this that these those its his her their our both some several many one two three and
    """)
_LINKS = wordlist("of at in on from for with")
_COMPANIES = wordlist("""
    company firm group bank airline operator carrier manufacturer retailer supermarket insurer lender
    chain maker charity agency organisation organization union club developer utility broadcaster
    newspaper giant startup bloc business supplier publisher body team network party
    """)
_PUBLIC = wordlist("""
    council commission committee ministry department court police government parliament
    """)
_PLAIN = wordlist("local state senior fire rescue government military health security former foreign")


@dataclass(slots=True)
class _Context:
    """What the article has said so far, as far as resolving needs it."""

    text: str
    cast: Cast
    aliases: dict[str, str]
    parties: tuple[str, ...]
    organisations: list[tuple[int, str]]
    inside: frozenset[str]
    speakers: list[Speaker] = field(default_factory=list)
    last_person: Person | None = None


def attribute(article: Article, claims: Sequence[Claim]) -> list[Speaker | None]:
    """The speaker of each claim of the article, or None; claims in text order."""
    cast = find_people(article)
    quotations = find_quotations(article)
    aliases = _aliases(article)
    inside = _inside(article)
    organisations = _organisations(article, cast, aliases, inside)
    context = _Context(article.text, cast, aliases, _parties(article, cast, aliases), organisations, inside)
    tokens = [cues.tokenize(article.text, Span(c.start, c.end), _within(quotations, c)) for c in claims]
    speakers = []
    for claim, words in zip(claims, tokens, strict=True):
        speaker = _speaker(context, claim, words)
        if speaker:
            context.speakers.append(speaker)
        speakers.append(speaker)
    return _continued(claims, tokens, quotations, speakers)


def _within(quotations: Sequence[Quotation], claim: Claim) -> list[Span]:
    span = Span(claim.start, claim.end)
    return [quotation.span for quotation in quotations if quotation.span.overlaps(span)]


def _speaker(context: _Context, claim: Claim, tokens: Sequence[Token]) -> Speaker | None:
    found = [*cues.find_cues(tokens)]
    if not found and (cue := cues.statement_cue(tokens)):
        found = [cue]
    for cue in found:
        subject = cue.subject or cues.main_subject(tokens)
        if subject is None or (cue.subject is None and not _speaks(context, tokens, subject)):
            continue
        if name := _resolve(context, claim, tokens, subject):
            return Speaker(name[0], _cue_span(tokens, cue), name[1], _roles(context, name[0]))
    return None


def _roles(context: _Context, name: str) -> tuple[str, ...]:
    return tuple(role for person in context.cast.people if person.name == name for role in person.roles)


def _cue_span(tokens: Sequence[Token], cue: Cue) -> Span:
    first, last = cue.verb, cue.last
    if cue.subject:
        first, last = min(first, cue.subject.first), max(last, cue.subject.last)
    return Span(tokens[first].start, tokens[last].end)


def _speaks(context: _Context, tokens: Sequence[Token], subject: Subject) -> bool:
    """Whether a sentence's own subject can be a speaker."""
    head = tokens[subject.head]
    if head.lower in cues.PRONOUNS or subject.beside or _person_at(context, tokens, subject):
        return True
    words = {t.lower for t in tokens[subject.first : subject.head + 1]}
    if subject.first == subject.head and head.text not in context.inside and not head.text.isupper():
        return speech.is_speaker(head.lower)  # its capital may only open the sentence
    return speech.is_speaker(head.lower) or (head.capital and not words & speech.EVENTS)


# ---- names


def _resolve(
    context: _Context, claim: Claim, tokens: Sequence[Token], subject: Subject
) -> tuple[str, str] | None:
    """Name and kind of the subject."""
    head = tokens[subject.head]
    if head.lower in cues.PRONOUNS and subject.first == subject.last:
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


def _person_at(context: _Context, tokens: Sequence[Token], subject: Subject) -> Person | None:
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


def _author(context: _Context, tokens: Sequence[Token], subject: Subject) -> tuple[str, str] | None:
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
    return context.aliases.get(name, name), "institution"


def _joined(context: _Context, tokens: Sequence[Token], subject: Subject) -> tuple[str, str] | None:
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


def _plain_name(context: _Context, tokens: Sequence[Token], subject: Subject) -> str:
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
    return not before[0].isalnum() and before != "," and common and (len(words) == 1 or not words[-1].capital)


# ---- what stands for a name


def _pronoun(
    context: _Context, claim: Claim, tokens: Sequence[Token], subject: Subject
) -> tuple[str, str] | None:
    word = {"him": "he", "her": "she", "them": "they"}.get(
        tokens[subject.head].lower, tokens[subject.head].lower
    )
    if word in ("he", "she"):
        person = _antecedent(context, claim, tokens[subject.head].start, word)
        if person is None:
            return _lone_name(context)
        person.gender = person.gender or word
        context.last_person = person
        return person.name, "pronoun"
    own = cues.main_subject(tokens)
    if (
        own
        and own.head < subject.first
        and _speaks(context, tokens, own)
        and not _person_at(context, tokens, own)
    ):
        resolved = (
            _resolve(context, claim, tokens, own) if tokens[own.head].lower not in cues.PRONOUNS else None
        )
        if resolved:
            return resolved[0], "pronoun"
    fitting = [s for s in context.speakers[-3:] if s.kind in ("institution", "collective") or ", " in s.name]
    return (fitting[-1].name, "pronoun") if fitting else None


def _lone_name(context: _Context) -> tuple[str, str] | None:
    """The last speaker, if that is a single name that no word calls an organisation: "Rihanna"."""
    name = context.speakers[-1].name if context.speakers else ""
    lone = name[:1].isupper() and " " not in name and not name.isupper() and name.lower() not in ORGANISATIONS
    return (name, "pronoun") if lone else None


def _antecedent(context: _Context, claim: Claim, position: int, word: str) -> Person | None:
    """Whom "he" or "she" is: the last speaker if that fits, else the last one named who does."""
    earlier = context.cast.between(claim.start, position)
    before = context.cast.between(0, claim.start)
    recent = [m.person for m in earlier] + ([context.last_person] if context.last_person else [])
    candidates = [*recent, *(m.person for m in reversed(before))]
    sure = [p for p in candidates if p.gender == word]
    open_ = [p for p in candidates if p.gender in (word, "")]
    if context.last_person in open_:
        return context.last_person if not earlier or context.last_person.gender == word else open_[0]
    return next(iter(sure or open_), None)


def _by_role(context: _Context, claim: Claim, words: Sequence[str]) -> Person | None:
    """ "the minister", "her lawyer": the last one named whom the article calls so."""
    if len(words) < 2 or words[0] not in ("the", "its", "his", "her", "their"):
        return None
    wanted = set(words[1:])
    if not speech.is_people(words[-1]) or (words[-1].endswith("s") and words[-1] != "boss"):
        return None
    for mention in reversed(context.cast.between(0, claim.end)):
        for role in mention.person.roles:
            heads = re.split(r"\s(?:of|at|for|in)\s", role)[0].replace("ex-", "").split()
            if (
                words[-1] in heads
                and wanted <= set(role.split())
                and not {"vice", "deputy"} & set(heads) - wanted
            ):
                return mention.person
    return None


def _by_kind(context: _Context, claim: Claim, words: Sequence[str]) -> str | None:
    """ "the company": the last organisation named that can be one."""
    if len(words) != 2 or words[0] != "the" or words[1] not in _COMPANIES | _PUBLIC:
        return None
    for position, name in reversed(context.organisations):
        last = name.split()[-1].lower()
        if position < claim.end and (last == words[1] if words[1] in _PUBLIC else last not in _PUBLIC):
            return name
    return None


def _pair(context: _Context, claim: Claim, words: Sequence[str]) -> tuple[str, str] | None:
    """ "both leaders": the two people last named; "the two sides": the two parties of the article."""
    both = words[0] == "both" or words[:2] == ["the", "two"] or words[0] == "two" or words == ["the", "pair"]
    if not both:
        return None
    if words[-1] in speech.COUNTRIES and len(context.parties) == 2:
        return ", ".join(context.parties), "collective"
    if words[-1] in speech.PAIRS or words == ["both"]:
        people = list(
            {id(m.person): m.person for m in reversed(context.cast.between(0, claim.start))}.values()
        )[:2]
        if len(people) == 2:
            ordered = sorted(people, key=context.cast.people.index)
            return ", ".join(person.name for person in ordered), "collective"
    return None


# ---- what an article says about its parties


def _aliases(article: Article) -> dict[str, str]:
    """Short forms and the long ones they stand for: "EU" → "European Union"."""
    body = [span.of(article.text) for span in article.body]
    longs = {m["short"]: m["long"] for text in body for m in _ACRONYM.finditer(text)}
    aliases = {short: fitted for short, long in longs.items() if (fitted := _fitting(long, short))}
    for text in body:
        for match in _CAPITALS.finditer(text):
            name = " ".join(match[0].split())
            name = re.sub(r"^The\s+|[’']s$", "", name)
            short = "".join(word[0] for word in name.split() if word[0].isupper())
            if len(short) > 1 and " " in name:
                aliases.setdefault(short, name)
    return aliases


def _fitting(long: str, short: str) -> str:
    """The last words of `long` whose initials are `short`."""
    words = long.split()
    letters = [letter for letter in short if letter.isupper()]
    for start in range(len(words) - 1, -1, -1):
        initials = [word[0] for word in words[start:] if word[0].isupper()]
        if words[start][0] == letters[0] and initials == letters:
            return " ".join(words[start:])
    return ""


def _parties(article: Article, cast: Cast, aliases: dict[str, str]) -> tuple[str, ...]:
    """The two countries or bodies the article joins most often."""
    people = {part for person in cast.people for part in (person.name, person.surname)}
    pairs: Counter[tuple[str, ...]] = Counter()
    for span in article.body:
        text = span.of(article.text)
        for pattern in (_PAIR, _HYPHENATED):
            for match in pattern.finditer(text):
                names = [re.sub(r"[’']s$", "", " ".join(match[k].split())) for k in ("a", "b")]
                names = [aliases.get(name, name) for name in names]
                if not people.intersection(names) and names[0] != names[1]:
                    pairs[tuple(names)] += 1
    merged: Counter[frozenset[str]] = Counter()
    for pair, number in pairs.items():
        merged[frozenset(pair)] += number
    best = max(pairs, key=lambda pair: (merged[frozenset(pair)], pairs[pair]), default=())
    return best


def _inside(article: Article) -> frozenset[str]:
    """Words with a capital where no sentence begins."""
    body = article.body
    return frozenset(name for span in body for name in _INSIDE.findall(article.text, span.start, span.end))


def _organisations(
    article: Article, cast: Cast, aliases: dict[str, str], inside: frozenset[str]
) -> list[tuple[int, str]]:
    """Where organisations are named: by a word that says so, or as the subject of a verb of speech."""
    people = {part for person in cast.people for part in (person.name, person.surname)}
    found = []
    for span in article.body:
        for match in _CAPITALS.finditer(article.text, span.start, span.end):
            name = re.sub(r"^The\s+|[’']s$", "", " ".join(match[0].split()))
            after = article.text[match.end() : match.end() + 30].split()
            named = name.split()[-1].lower() in ORGANISATIONS
            acts = bool(after) and (after[0] in speech.FINITE or after[0] in ("has", "have", "which"))
            acts = acts or article.text[match.end() : match.end() + 7] == ", which"
            bare = name.lower() in _COMPANIES | _PUBLIC
            sure = " " in name or name.isupper() or name in inside or after[:1] in (["which"], ["has"])
            if not sure and not article.text.startswith(", which", match.end()):
                continue  # its capital may only open the sentence
            bare = bare or name.split()[-1] in people
            if name and not bare and (named or acts or name in aliases):
                found.append((match.start(), aliases.get(name, name)))
    return found


# ---- quotations that go on


def _continued(
    claims: Sequence[Claim],
    tokens: Sequence[Sequence[Token]],
    quotations: Sequence[Quotation],
    speakers: list[Speaker | None],
) -> list[Speaker | None]:
    """Quoted sentences without a tag get the speaker of the tag before or after them."""
    result = list(speakers)
    for i, claim in enumerate(claims):
        if (
            result[i] is None
            and all(t.text == QUOTE or not t.text[0].isalnum() for t in tokens[i])
            and tokens[i]
        ):
            if tokens[i][0].text != QUOTE:
                continue
            if other := _tagged(i, claims, quotations, result):
                result[i] = replace(other, cue=Span(claim.start, claim.end))
    return result


def _tagged(
    i: int, claims: Sequence[Claim], quotations: Sequence[Quotation], speakers: Sequence[Speaker | None]
) -> Speaker | None:
    """The speaker of the claim that has the tag of the quotation claim `i` is part of."""
    claim = claims[i]
    quotation = next(q for q in quotations if q.span.start < claim.end and claim.start < q.span.end)
    for j in range(i + 1, len(claims)):
        if claims[j].start >= quotation.span.end:
            break
        if speakers[j]:
            return speakers[j]
    if i and (claims[i - 1].paragraph == claim.paragraph or claims[i - 1].end > quotation.span.start):
        return speakers[i - 1]
    if i and speakers[i - 1] and claims[i - 1].paragraph == claim.paragraph - 1:
        return speakers[i - 1]
    return None
