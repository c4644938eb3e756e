"""Find the words of a sentence that attribute it: a verb of speech and its subject, or "according to"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from compare.claims import speech
from compare.claims.wordlist import wordlist
from compare.records import Span

QUOTE = "“”"
"""What a token's text is when it stands for quoted words."""

PRONOUNS = wordlist("he she they it him her them")
_NUMBERS = wordlist(
    "no one two three four five six some many most several all any few other another every each"
)
_DETERMINERS = _NUMBERS | wordlist("""
    the a an this that these those his her its their our my both some many most several all no one two
    three four five six other another each every any few
    """)
_ALONE = wordlist("both one two three many some most several all others another")
_PREPOSITIONS = wordlist("""
    of for from at in with on to near under behind between within against among about into over during
    after before by around outside inside across through since until without toward towards
    """)
_JOINT = frozenset(_PREPOSITIONS - {"after", "before", "during", "since", "until", "by", "into", "about"})
_SUBORDINATORS = wordlist("""
    that which who whom whose where after because since when until if whether although though unless what
    how before than once whatever
    """)
_CONJUNCTIONS = wordlist("and but or nor yet so as while then plus") | _SUBORDINATORS
_BE = wordlist("is are was were be been being 's")
_HAVE = frozenset(["has", "have", "had"])
_MODALS = wordlist("""
    will would can could may might shall should must to did does do didn't doesn't don't
    """)
_NEGATIONS = wordlist("not never n't didn't doesn't don't hasn't haven't hadn't neither nor")
_ADVERBS = wordlist("""
    also then later further again still now just even only once often always soon already there here
    himself herself themselves itself yesterday today instead though however meanwhile first earlier too
    since both all each
    """)
_STATEMENTS = wordlist("statement interview tweet post letter speech remarks email address message blog")
_NOUNISH = wordlist("""
    claims reports calls notes states demands promises comments remarks posts tweets estimates answers
    requests appeals hints outlines forecasts thanks hopes fears stresses highlights welcomes
    """) - frozenset(["highlights", "stresses", "welcomes"])
_TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Maj|Adm|Brig|Insp|Supt|Rev|Hon|Cllr|Cmdr|St|Jr|Sr|Inc|Co|Corp|Ltd|Bros)\."
    r"|(?:[^\W\d_]\.)+|[^\W_]+(?:[’'&.\-‑/][^\W_]+)*(?:(?<=s)[’'](?=\s))?|[^\w\s]"
)
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_DASHES = ("–", "—", "-", "--")


class Token(NamedTuple):
    """A word, a mark, or a whole quotation; offsets in the article."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Subject:
    """The words that name whoever speaks: tokens `[first, last]`, its head, and a name set beside it."""

    first: int
    last: int
    head: int
    beside: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of speech at token `verb` and its subject; None for the sentence's own subject."""

    verb: int
    last: int
    subject: Subject | None


def tokenize(text: str, span: Span, quotations: Iterable[Span]) -> list[Token]:
    """The tokens of a sentence: each quotation is one, and what stands in brackets is left out."""
    tokens: list[Token] = []
    start = span.start
    for quoted in quotations:
        tokens.extend(_words(text, start, max(start, quoted.start)))
        first, start = max(quoted.start, span.start), min(quoted.end, span.end)
        tokens.append(Token(QUOTE, QUOTE, first, start))
    tokens.extend(_words(text, start, span.end))
    return tokens


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    brackets = [(m.start(), m.end()) for m in _BRACKETED.finditer(text, start, end)]
    for match in _TOKEN.finditer(text, start, end):
        if not any(first <= match.start() < last for first, last in brackets):
            word = match[0]
            lower = word if word.isupper() and len(word) > 1 else word.lower().replace("’", "'")
            yield Token(word, lower, match.start(), match.end())


def find_cues(tokens: Sequence[Token]) -> Iterator[Cue]:
    """The cues of a sentence in order; those of subordinate clauses are left out."""
    for i, token in enumerate(tokens):
        if token.lower == "according" and _lower(tokens, i + 1) == "to":
            if (subject := _right_subject(tokens, i + 2)) and _can_speak(tokens, subject, "say"):
                yield Cue(i, i + 1, subject)
        elif token.lower in speech.FINITE and (i == 0 or not token.capital):
            if cue := _verb_cue(tokens, i):
                yield cue
        elif token.lower in speech.PARTICIPLES and i and tokens[i - 1].text in (",", QUOTE):
            if _fits(tokens, i, speech.PARTICIPLES[token.lower]):
                yield Cue(i, i, None)
        elif cue := _phrase_cue(tokens, i) or _label_cue(tokens, i):
            yield cue


def main_subject(tokens: Sequence[Token]) -> Subject | None:
    """The subject the sentence opens with, after an opening phrase that ends with a comma."""
    start = _after_opening(tokens)
    return _right_subject(tokens, start) if start < len(tokens) else None


def statement_cue(tokens: Sequence[Token]) -> Cue | None:
    """ "In a statement, …" where no verb of speech follows."""
    for i, token in enumerate(tokens[:6]):
        if (
            token.lower in _STATEMENTS
            and i
            and tokens[0].lower in ("in", "on")
            and _lower(tokens, i + 1) == ","
        ):
            return Cue(0, i, None)
    return None


def _lower(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""


# ---- verbs


def _verb_cue(tokens: Sequence[Token], i: int) -> Cue | None:
    lemma = speech.FINITE[tokens[i].lower]
    left = i - 1
    helpers: list[str] = []
    while left >= 0 and _is_helper(tokens[left]):
        helpers.append(tokens[left].lower)
        left -= 1
    if _NEGATIONS.intersection(helpers) or _MODALS.intersection(helpers):
        return None
    if _BE.intersection(helpers):
        return _agent_cue(tokens, i)
    if not _fits(tokens, i, lemma) or not _agrees(tokens, i, left):
        return None
    if tokens[i].lower in speech.INVERTED and (cue := _inverted_cue(tokens, i)):
        return cue
    if left >= 0 and tokens[left].lower in ("and", "but", "then", "or"):
        return Cue(i, i, None)
    subject = _left_subject(tokens, left)
    if subject is None or _is_subordinate(tokens, subject):
        return None
    return Cue(i, i, subject) if _can_speak(tokens, subject, lemma) else None


def _is_helper(token: Token) -> bool:
    """Adverbs and auxiliaries between a subject and its verb."""
    lower = token.lower
    if lower in _ADVERBS or lower in _BE or lower in _HAVE or lower in _MODALS or lower in _NEGATIONS:
        return not token.capital
    return len(lower) > 4 and lower.endswith("ly") and not token.capital


def _fits(tokens: Sequence[Token], i: int, lemma: str) -> bool:
    """Whether what follows a verb of several uses makes it a verb of speech."""
    following = [t.lower for t in tokens[i + 1 : i + 9]]
    if (following[:1] == ["by"] and lemma != "say") or (lemma == "accuse" and following[:1] == ["of"]):
        return False
    if lemma == "call":
        if following[:1] == [QUOTE]:
            return False
        judged = len(following) > 2 and following[2].isalpha() and following[2] not in _PREPOSITIONS
        return bool(following) and not speech.NOT_CALLED.intersection(following[: 1 if judged else 2])
    if lemma not in speech.NEEDS or QUOTE in following or following[:1] == [":"]:
        return True
    if i and tokens[i - 1].text == QUOTE:
        return True
    reach = 4 if lemma in ("reject", "dismiss") else 2
    return bool(speech.NEEDS[lemma].intersection(following[:reach])) or (
        i > 1 and QUOTE in (tokens[i - 2].text,)
    )


def _agrees(tokens: Sequence[Token], i: int, left: int) -> bool:
    """Whether a present form can be a verb here: "officials claim" and "she claims", but not "the claims"."""
    form = tokens[i].lower
    before = tokens[left].lower if left >= 0 else ""
    if before.endswith("'s"):
        return False
    if form in speech.PAST:
        return True
    plural = before in ("they", "police", "people", "both", "media", "authorities") or (
        before.endswith("s")
        and before.rstrip("s") + "s" in speech.PEOPLE | speech.INSTITUTIONS | speech.DOCUMENTS
    )
    plural = plural or before.endswith(("men", "women"))
    if form in speech.BASE:
        return plural
    clause = _lower(tokens, i + 1) in (
        "that",
        ":",
        QUOTE,
        "the",
        "it",
        "he",
        "she",
        "they",
        "for",
        "on",
        "out",
        "his",
        "her",
    )
    return not plural and (form not in _NOUNISH or clause)


def _can_speak(tokens: Sequence[Token], subject: Subject, lemma: str) -> bool:
    """Whether the subject is one that can do this: meetings and ships don't speak, reports may."""
    head = tokens[subject.head]
    words = {t.lower for t in tokens[subject.first : subject.head + 1]}
    if head.lower in PRONOUNS or subject.beside:
        return True
    if head.lower in speech.DOCUMENTS and not head.capital:
        return lemma in speech.DOCUMENT_VERBS
    if speech.is_speaker(head.lower):
        return True
    return head.capital and (not words & speech.EVENTS or bool(words & speech.PEOPLE))


def _is_subordinate(tokens: Sequence[Token], subject: Subject) -> bool:
    """After "which", "after", …, or a relative clause without a word of its own: "a rise the bank called small"."""
    before = subject.first - 1
    if before < 0 or _lower(tokens, before) in _SUBORDINATORS:
        return before >= 0
    if before == 0 and tokens[0].lower == "while":
        return True
    first = tokens[subject.first].lower
    if first not in PRONOUNS | _DETERMINERS or tokens[before].capital or not _in_phrase(tokens[before]):
        return False
    while before >= 0 and tokens[before].text[0].isalnum():
        before -= 1
    opening = tokens[before + 1].lower
    return opening not in _PREPOSITIONS and opening not in _CONJUNCTIONS


def _agent_cue(tokens: Sequence[Token], i: int) -> Cue | None:
    """A passive: "was told by police"."""
    for j in range(i + 1, min(i + 6, len(tokens))):
        if tokens[j].lower == "by" and (subject := _right_subject(tokens, j + 1)):
            return Cue(i, j, subject) if _can_speak(tokens, subject, speech.FINITE[tokens[i].lower]) else None
    return None


def _inverted_cue(tokens: Sequence[Token], i: int) -> Cue | None:
    """ "…,” said Arvid Holm"."""
    if i == 0 or tokens[i - 1].text not in (QUOTE, ","):
        return None
    subject = _right_subject(tokens, i + 1)
    if tokens[i - 1].text == "," and (i < 2 or tokens[i - 2].text != QUOTE):
        plain = tokens[i].lower in ("said", "says") and i > 3 and not tokens[i - 2].text.isdigit()
        if not plain or subject is None or not _ends_clause(tokens, subject.last + 1):
            return None
    return Cue(i, subject.last, subject) if subject and _can_speak(tokens, subject, "say") else None


def _ends_clause(tokens: Sequence[Token], i: int) -> bool:
    return (
        i >= len(tokens)
        or not tokens[i].text[0].isalnum()
        or tokens[i].lower in _PREPOSITIONS | {"who", "as"}
    )


def _phrase_cue(tokens: Sequence[Token], i: int) -> Cue | None:
    """ "paid tribute", "was quoted as saying"."""
    if tokens[i].lower in ("quoted", "cited") and _lower(tokens, i - 1) in _BE:
        subject = _left_subject(tokens, i - 2)
        return Cue(i, i, subject) if subject and _can_speak(tokens, subject, "say") else None
    for phrase in speech.PHRASES_BY_FIRST.get(tokens[i].lower, ()):
        if tuple(t.lower for t in tokens[i : i + len(phrase)]) == phrase:
            if phrase == ("put", "the") and "at" not in [t.lower for t in tokens[i + 2 : i + 9]]:
                return None
            subject = _left_subject(tokens, i - 1)
            if subject and not _is_subordinate(tokens, subject) and _can_speak(tokens, subject, "say"):
                return Cue(i, i + len(phrase) - 1, subject)
    return None


def _label_cue(tokens: Sequence[Token], i: int) -> Cue | None:
    """ "Holm: “…”" and "“…” – Holm"."""
    if tokens[i].text == ":" and _lower(tokens, i + 1) == QUOTE and 0 < i < 6:
        subject = _left_subject(tokens, i - 1)
        return (
            Cue(i, i, subject)
            if subject and subject.first == 0 and _can_speak(tokens, subject, "say")
            else None
        )
    if (
        tokens[i].text in _DASHES
        and _lower(tokens, i - 1) == QUOTE
        and i + 1 < len(tokens)
        and tokens[i + 1].capital
    ):
        return Cue(i, i, _right_subject(tokens, i + 1))
    return None


# ---- subjects


def _left_subject(tokens: Sequence[Token], left: int) -> Subject | None:
    """The noun phrase that ends at or before token `left`, over remarks between commas or dashes."""
    while left >= 0 and _is_helper(tokens[left]):
        left -= 1
    if left < 0 or tokens[left].text == QUOTE:
        return None
    if tokens[left].text in (",", *_DASHES):
        return _over_remark(tokens, left)
    return _grow(tokens, left)


def _over_remark(tokens: Sequence[Token], close: int) -> Subject | None:
    """The subject before a remark: "Kallas, in her remarks, said"."""
    mark = tokens[close].text
    for opening in range(close - 1, max(-1, close - 30), -1):
        if tokens[opening].text != mark or opening == 0:
            continue
        subject = _grow(tokens, opening - 1)
        if subject and _names_someone(tokens, subject):
            titled = not tokens[subject.head].capital or speech.is_people(tokens[subject.head].lower)
            beside = (opening + 1, close - 1) if titled and tokens[opening + 1].capital else None
            return Subject(subject.first, subject.last, subject.head, beside)
    return None


def _names_someone(tokens: Sequence[Token], subject: Subject) -> bool:
    head = tokens[subject.head]
    return head.capital or head.lower in PRONOUNS | speech.DOCUMENTS or speech.is_speaker(head.lower)


def _grow(tokens: Sequence[Token], last: int) -> Subject | None:
    """The noun phrase whose last word is token `last`."""
    if not _in_phrase(tokens[last]) or tokens[last].lower in _DETERMINERS - _ALONE:
        return None
    if tokens[last].lower in PRONOUNS:
        return Subject(last, last, last)
    first, head = last, last
    while first > 0 and last - first < 14:
        before = tokens[first - 1]
        closed = tokens[first].lower in _DETERMINERS - _NUMBERS
        if closed and before.lower not in _JOINT | {"and"}:
            break
        if before.lower in _JOINT and first > 1 and _in_phrase(tokens[first - 2]):
            first, head = first - 2, first - 2
        elif before.lower == "and" and first > 1 and _coordinates(tokens, first - 2):
            first -= 2
        elif _in_phrase(before) and before.lower not in PRONOUNS - {"her"} and not closed:
            first -= 1
        else:
            break
    return Subject(first, last, head)


def _in_phrase(token: Token) -> bool:
    """Whether the token can be a word of a noun phrase."""
    if token.text == QUOTE or not token.text[0].isalnum():
        return False
    lower = token.lower
    if lower in _CONJUNCTIONS or lower in _PREPOSITIONS or lower in _BE or lower in _HAVE or lower in _MODALS:
        return False
    return not (lower in speech.PAST and not token.capital and not speech.is_people(lower)) and lower not in (
        "i", "we", "you", "there", "here", "according", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday",
    )  # fmt: skip


def _coordinates(tokens: Sequence[Token], i: int) -> bool:
    """Whether "… and" joins two who speak: "India and the EU", "police and prosecutors"."""
    token = tokens[i]
    return _in_phrase(token) and (token.capital or speech.is_speaker(token.lower))


def _right_subject(tokens: Sequence[Token], first: int) -> Subject | None:
    """The noun phrase that begins at token `first`."""
    head = first
    while head < len(tokens) and _in_phrase(tokens[head]) and not _ends_phrase(tokens, first, head):
        head += 1
    head -= 1
    if head < first or (head == first and tokens[first].lower in _DETERMINERS - {"both", "her"}):
        return None
    last = _with_complement(tokens, head)
    return Subject(first, last, head, _beside(tokens, last))


def _ends_phrase(tokens: Sequence[Token], first: int, i: int) -> bool:
    """A verb, or a small word after a name or a noun for people, ends the phrase."""
    if i == first:
        return False
    before, token = tokens[i - 1], tokens[i]
    if before.lower in PRONOUNS and i == first + 1 and before.lower not in ("her",):
        return True
    if token.lower in _ADVERBS or (
        token.lower in speech.FINITE and not token.capital and not speech.is_people(token.lower)
    ):
        return True
    if token.capital or before.text.endswith(("’s", "'s")):
        return False
    if i + 1 < len(tokens) and tokens[i + 1].capital and speech.is_people(token.lower):
        return False
    done = before.capital and before.lower not in _DETERMINERS and not speech.is_people(before.lower)
    return (done and not _noun(token)) or (_noun(before) and not _noun(token))


def _noun(token: Token) -> bool:
    return speech.is_speaker(token.lower) or token.lower in speech.DOCUMENTS


def _with_complement(tokens: Sequence[Token], head: int) -> int:
    """The last token of "spokesman for the transport ministry" whose head is "spokesman"."""
    last = head
    while (
        not tokens[head].capital
        and _noun(tokens[head])
        and _lower(tokens, last + 1) in ("of", "for", "from", "at")
    ):
        end = last + 2
        while end < len(tokens) and _in_phrase(tokens[end]) and not _ends_phrase(tokens, last + 2, end):
            end += 1
        if end == last + 2:
            break
        last = end - 1
    if _lower(tokens, last + 1) == "and" and last + 2 < len(tokens) and tokens[head].capital:
        joined = last + 2 + (tokens[last + 2].lower in _DETERMINERS)
        if joined < len(tokens) and tokens[joined].capital:
            last = joined
            while last + 1 < len(tokens) and tokens[last + 1].capital:
                last += 1
    return last


def _beside(tokens: Sequence[Token], last: int) -> tuple[int, int] | None:
    """A name set beside with a comma: "its chair, Mia Strand"."""
    if _lower(tokens, last + 1) != "," or last + 2 >= len(tokens) or not tokens[last + 2].capital:
        return None
    end = last + 2
    while end + 1 < len(tokens) and (
        tokens[end + 1].capital or tokens[end + 1].lower in ("de", "da", "von", "van", "der")
    ):
        end += 1
    return (last + 2, end)


def _after_opening(tokens: Sequence[Token]) -> int:
    """Where the main clause begins: after "But", "However,", "In Oslo on Monday," or "Speaking to reporters,"."""
    start = 0
    while start < len(tokens) and (
        tokens[start].lower in ("and", "but", "so", "yet", QUOTE) or not tokens[start].text[0].isalnum()
    ):
        start += 1
    if start >= len(tokens):
        return start
    lower = tokens[start].lower
    opens = lower in _PREPOSITIONS | _SUBORDINATORS | _ADVERBS | {
        "as",
        "while",
        "asked",
        "according",
    } or lower.endswith(("ing", "ly"))
    if not opens:
        return start
    for i in range(start, min(start + 25, len(tokens))):
        if tokens[i].text == ",":
            return i + 1
    return start
