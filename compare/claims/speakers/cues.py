"""Find the words of a sentence that attribute it: a verb of speech and its subject, or "according to"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.claims.speakers import speech
from compare.claims.speakers.phrases import (
    STATEMENTS,
    Subject,
    in_phrase,
    is_helper,
    left_subject,
    right_subject,
)
from compare.claims.speakers.tokens import (
    BE,
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    QUOTE,
    SUBORDINATORS,
    Token,
    lower_at,
)
from compare.claims.wordlist import wordlist

_NOUNISH = wordlist("""
    claims reports calls notes states demands promises comments remarks posts tweets estimates answers
    requests appeals hints outlines forecasts thanks hopes fears stresses highlights welcomes
    """) - frozenset(["highlights", "stresses", "welcomes"])


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of speech at token `verb` and its subject; None for the sentence's own subject."""

    verb: int
    last: int
    subject: Subject | None


def find_cues(tokens: Sequence[Token]) -> Iterator[Cue]:
    """The cues of a sentence in order; those of subordinate clauses are left out."""
    for i, token in enumerate(tokens):
        if token.lower == "according" and lower_at(tokens, i + 1) == "to":
            if (subject := right_subject(tokens, i + 2)) and _can_speak(tokens, subject, "say"):
                yield Cue(i, i + 1, subject)
        elif token.lower in speech.FINITE and (i == 0 or not token.capital):
            if cue := _verb_cue(tokens, i):
                yield cue
        elif token.lower in speech.PARTICIPLES and i and tokens[i - 1].text in (",", QUOTE):
            if _fits(tokens, i, speech.PARTICIPLES[token.lower]):
                yield Cue(i, i, None)
        elif cue := _phrase_cue(tokens, i) or _label_cue(tokens, i):
            yield cue


def statement_cue(tokens: Sequence[Token]) -> Cue | None:
    """ "In a statement, …" where no verb of speech follows."""
    for i, token in enumerate(tokens[:6]):
        if (
            token.lower in STATEMENTS
            and i
            and tokens[0].lower in ("in", "on")
            and lower_at(tokens, i + 1) == ","
        ):
            return Cue(0, i, None)
    return None


def _verb_cue(tokens: Sequence[Token], i: int) -> Cue | None:
    lemma = speech.FINITE[tokens[i].lower]
    left = i - 1
    helpers: list[str] = []
    while left >= 0 and is_helper(tokens[left]):
        helpers.append(tokens[left].lower)
        left -= 1
    if NEGATIONS.intersection(helpers) or MODALS.intersection(helpers):
        return None
    if BE.intersection(helpers):
        return _agent_cue(tokens, i)
    if not _fits(tokens, i, lemma) or not _agrees(tokens, i, left):
        return None
    if tokens[i].lower in speech.INVERTED and (cue := _inverted_cue(tokens, i)):
        return cue
    if left >= 0 and tokens[left].lower in ("and", "but", "then", "or"):
        return Cue(i, i, None)
    subject = left_subject(tokens, left)
    if subject is None or _is_subordinate(tokens, subject):
        return None
    if subject.last == 0 and tokens[i].lower in _NOUNISH and not speech.is_speaker(tokens[0].lower):
        return None  # "Intercepted calls for …"
    last = i + (lower_at(tokens, i + 1) in ("out", "to") and lemma in ("point", "refer"))
    return Cue(i, last, subject) if _can_speak(tokens, subject, lemma) else None


def _fits(tokens: Sequence[Token], i: int, lemma: str) -> bool:
    """Whether what follows a verb of several uses makes it a verb of speech."""
    following = [t.lower for t in tokens[i + 1 : i + 9]]
    if (following[:1] == ["by"] and lemma != "say") or (lemma == "accuse" and following[:1] == ["of"]):
        return False
    if lemma == "call":
        if following[:1] == [QUOTE]:
            return False
        judged = len(following) > 2 and following[2].isalpha() and following[2] not in PREPOSITIONS
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
    clause = lower_at(tokens, i + 1) in (
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
    clause = clause or lower_at(tokens, i + 1) in (".", "")
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
    if before < 0 or lower_at(tokens, before) in SUBORDINATORS:
        return before >= 0
    if before == 0 and tokens[0].lower == "while":
        return True
    first = tokens[subject.first].lower
    if first not in PRONOUNS | DETERMINERS or tokens[before].capital or not in_phrase(tokens[before]):
        return False
    while before >= 0 and tokens[before].text[0].isalnum():
        before -= 1
    opening = tokens[before + 1].lower
    return opening not in PREPOSITIONS and opening not in CONJUNCTIONS


def _agent_cue(tokens: Sequence[Token], i: int) -> Cue | None:
    """A passive: "was told by police"."""
    for j in range(i + 1, min(i + 6, len(tokens))):
        if tokens[j].lower == "by" and (subject := right_subject(tokens, j + 1)):
            return Cue(i, j, subject) if _can_speak(tokens, subject, speech.FINITE[tokens[i].lower]) else None
    return None


def _inverted_cue(tokens: Sequence[Token], i: int) -> Cue | None:
    """ "…,” said Arvid Holm"."""
    if i == 0 or tokens[i - 1].text not in (QUOTE, ","):
        return None
    subject = right_subject(tokens, i + 1)
    if tokens[i - 1].text == "," and (i < 2 or tokens[i - 2].text != QUOTE):
        plain = tokens[i].lower in ("said", "says") and i > 3 and not tokens[i - 2].text.isdigit()
        if not plain or subject is None or not _ends_clause(tokens, subject.last + 1):
            return None
    return Cue(i, subject.last, subject) if subject and _can_speak(tokens, subject, "say") else None


def _ends_clause(tokens: Sequence[Token], i: int) -> bool:
    return (
        i >= len(tokens) or not tokens[i].text[0].isalnum() or tokens[i].lower in PREPOSITIONS | {"who", "as"}
    )


def _phrase_cue(tokens: Sequence[Token], i: int) -> Cue | None:
    """ "paid tribute", "was quoted as saying"."""
    if tokens[i].lower in ("quoted", "cited") and lower_at(tokens, i - 1) in BE:
        subject = left_subject(tokens, i - 2)
        return Cue(i, i, subject) if subject and _can_speak(tokens, subject, "say") else None
    for phrase in speech.PHRASES_BY_FIRST.get(tokens[i].lower, ()):
        if tuple(t.lower for t in tokens[i : i + len(phrase)]) == phrase:
            if phrase == ("put", "the") and "at" not in [t.lower for t in tokens[i + 2 : i + 9]]:
                return None
            subject = left_subject(tokens, i - 1)
            if subject and not _is_subordinate(tokens, subject) and _can_speak(tokens, subject, "say"):
                return Cue(i, i + len(phrase) - 1, subject)
    return None


def _label_cue(tokens: Sequence[Token], i: int) -> Cue | None:
    """ "Holm: “…”" and "“…” – Holm"."""
    if tokens[i].text == ":" and lower_at(tokens, i + 1) == QUOTE and 0 < i < 6:
        subject = left_subject(tokens, i - 1)
        return (
            Cue(i, i, subject)
            if subject and subject.first == 0 and _can_speak(tokens, subject, "say")
            else None
        )
    if (
        tokens[i].text in DASHES
        and lower_at(tokens, i - 1) == QUOTE
        and i + 1 < len(tokens)
        and tokens[i + 1].capital
    ):
        return Cue(i, i, right_subject(tokens, i + 1))
    return None
