"""The noun phrase that names who speaks, before a verb or after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.claims.speakers import speech
from compare.claims.speakers.tokens import (
    ADVERBS,
    ALONE,
    BE,
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    HAVE,
    JOINT,
    MODALS,
    NEGATIONS,
    NUMBERS,
    PREPOSITIONS,
    PRONOUNS,
    QUOTE,
    SUBORDINATORS,
    Token,
    lower_at,
)
from compare.claims.wordlist import wordlist

_WEEKDAYS = wordlist("monday tuesday wednesday thursday friday saturday sunday")
STATEMENTS = wordlist("statement interview tweet post letter speech remarks email address message blog")
_PARTICLES = ("de", "da", "von", "van", "der", "al", "bin")
_LY_NOUNS = wordlist(
    "family assembly anomaly monopoly supply reply butterfly bully rally doily homily belly jelly"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """The words that name whoever speaks: tokens `[first, last]`, its head, and a name set beside it."""

    first: int
    last: int
    head: int
    beside: tuple[int, int] | None = None


def main_subject(tokens: Sequence[Token]) -> Subject | None:
    """The subject the sentence opens with, after an opening phrase that ends with a comma."""
    start = _after_opening(tokens)
    return right_subject(tokens, start) if start < len(tokens) else None


def left_subject(tokens: Sequence[Token], left: int) -> Subject | None:
    """The noun phrase that ends at or before token `left`, over remarks between commas or dashes."""
    while left >= 0 and is_helper(tokens[left]):
        left -= 1
    left = _over_adverbial(tokens, left)
    if left < 0 or tokens[left].text == QUOTE:
        return None
    if tokens[left].text in (",", *DASHES):
        return _over_remark(tokens, left)
    return _grow(tokens, left)


def _over_adverbial(tokens: Sequence[Token], left: int) -> int:
    """The token before "on Friday", "late on Sunday" or "in a statement"; `left` itself where none ends there."""
    if lower_at(tokens, left) in _WEEKDAYS:
        left -= 1
        while lower_at(tokens, left) in ("on", "late", "early", "last", "this"):
            left -= 1
    elif lower_at(tokens, left) in STATEMENTS and lower_at(tokens, left - 1) in ("a", "an"):
        left -= 3 * (lower_at(tokens, left - 2) in ("in", "on", "at"))
    return left


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
    if not in_phrase(tokens[last]) or tokens[last].lower in DETERMINERS - ALONE:
        return None
    if tokens[last].lower in PRONOUNS:
        return Subject(last, last, last)
    first, head = last, last
    while first > 0 and last - first < 14:
        before = tokens[first - 1]
        closed = tokens[first].lower in DETERMINERS - NUMBERS
        if closed and before.lower not in JOINT | {"and"}:
            break
        if before.lower in JOINT and first > 1 and in_phrase(tokens[first - 2]):
            first, head = first - 2, first - 2
        elif before.lower == "and" and first > 1 and _coordinates(tokens, first - 2):
            first -= 2
        elif in_phrase(before) and before.lower not in PRONOUNS - {"her"} and not closed:
            first -= 1
        else:
            break
    return Subject(first, last, _before_participle(tokens, first, head))


def _before_participle(tokens: Sequence[Token], first: int, head: int) -> int:
    """The head of "a study published last year", where the words after it are a clause cut short."""
    for i in range(first, head):
        if (
            _noun(tokens[i])
            and not tokens[i].capital
            and tokens[i + 1].lower.endswith(("shed", "sed", "ted", "ned", "ied"))
        ):
            return i
    return head


def in_phrase(token: Token) -> bool:
    """Whether the token can be a word of a noun phrase."""
    if token.text == QUOTE or not token.text[0].isalnum():
        return False
    lower = token.lower
    if lower in CONJUNCTIONS or lower in PREPOSITIONS or lower in BE or lower in HAVE or lower in MODALS:
        return False
    return not (lower in speech.PAST and not token.capital and not speech.is_people(lower)) and lower not in (
        "i", "we", "you", "there", "here", "according", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday",
    )  # fmt: skip


def _coordinates(tokens: Sequence[Token], i: int) -> bool:
    """Whether "… and" joins two who speak: "India and the EU", "police and prosecutors"."""
    token = tokens[i]
    return in_phrase(token) and (token.capital or speech.is_speaker(token.lower))


def right_subject(tokens: Sequence[Token], first: int) -> Subject | None:
    """The noun phrase that begins at token `first`."""
    head = first
    while head < len(tokens) and in_phrase(tokens[head]) and not _ends_phrase(tokens, first, head):
        head += 1
    head -= 1
    if head == first and tokens[first].lower in ALONE and lower_at(tokens, head + 1) == "of":
        rest = right_subject(tokens, head + 2)  # "one of the farmers"
        return Subject(first, rest.last, rest.head, rest.beside) if rest else None
    if head < first or (head == first and tokens[first].lower in DETERMINERS - {"both", "her"}):
        return None
    whole, head = head, _before_participle(tokens, first, head)
    if head == whole and _noun(tokens[head]) and lower_at(tokens, head + 1).endswith(("ed", "en")):
        whole += 1
    last = _with_complement(tokens, head) if head == whole else max(head, _with_author(tokens, whole))
    return Subject(first, last, head, _beside(tokens, last))


def _with_author(tokens: Sequence[Token], last: int) -> int:
    """The last token of "a report published by the Interior Ministry", where `last` is at "published"."""
    author = right_subject(tokens, last + 2) if lower_at(tokens, last + 1) == "by" else None
    return author.last if author else last - 1


def _ends_phrase(tokens: Sequence[Token], first: int, i: int) -> bool:
    """A verb, or a small word after a name or a noun for people, ends the phrase."""
    if i == first:
        return False
    before, token = tokens[i - 1], tokens[i]
    if before.lower in PRONOUNS and i == first + 1 and before.lower not in ("her",):
        return True
    if token.lower in ADVERBS or (
        token.lower in speech.FINITE
        and before.lower not in DETERMINERS
        and not token.capital
        and not _names_people(token)
    ):
        return True
    if token.capital or before.text.endswith(("’s", "'s")):
        return False
    if i + 1 < len(tokens) and tokens[i + 1].capital and _names_people(token):
        return False
    following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if following in speech.INSTITUTIONS and not token.lower.endswith("ed"):
        return False  # "consumer rights group"
    done = before.capital and before.lower not in DETERMINERS and not _names_people(before)
    return (done and not _noun(token)) or (_noun(before) and not _noun(token))


def _names_people(token: Token) -> bool:
    """Whether it is a noun for people; a capital leaves out surnames that only end like one (Newman)."""
    return token.lower in speech.PEOPLE or (not token.capital and speech.is_people(token.lower))


def _noun(token: Token) -> bool:
    return speech.is_speaker(token.lower) or token.lower in speech.DOCUMENTS


def _with_complement(tokens: Sequence[Token], head: int) -> int:
    """The last token of "spokesman for the transport ministry" whose head is "spokesman"."""
    last = head
    while (
        not tokens[head].capital
        and _noun(tokens[head])
        and lower_at(tokens, last + 1) in ("of", "for", "from", "at")
    ):
        end = last + 2
        while end < len(tokens) and in_phrase(tokens[end]) and not _ends_phrase(tokens, last + 2, end):
            end += 1
        if end == last + 2:
            break
        last = end - 1
    if lower_at(tokens, last + 1) == "and" and last + 2 < len(tokens) and tokens[head].capital:
        joined = last + 2 + (tokens[last + 2].lower in DETERMINERS)
        if joined < len(tokens) and tokens[joined].capital:
            last = joined
            while last + 1 < len(tokens) and tokens[last + 1].capital:
                last += 1
    return last


def _beside(tokens: Sequence[Token], last: int) -> tuple[int, int] | None:
    """A name set beside with a comma: "its chair, Mia Strand"."""
    first = last + 2
    while first < min(len(tokens), last + 5) and _in_title(tokens[first]):
        first += 1
    if lower_at(tokens, last + 1) != "," or first >= len(tokens) or not tokens[first].capital:
        return None
    end = first
    while end + 1 < len(tokens) and (tokens[end + 1].capital or tokens[end + 1].lower in _PARTICLES):
        end += 1
    return (first, end)


def _in_title(token: Token) -> bool:
    """A word of "local farmer" before a name."""
    return not token.capital and (
        _names_people(token) or token.lower in ("the", "a", "local", "retired", "former")
    )


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
    opens = lower in PREPOSITIONS | SUBORDINATORS | ADVERBS | {
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


def is_helper(token: Token) -> bool:
    """Adverbs and auxiliaries between a subject and its verb."""
    lower = token.lower
    if lower in ADVERBS or lower in BE or lower in HAVE or lower in MODALS or lower in NEGATIONS:
        return not token.capital
    return len(lower) > 4 and lower.endswith("ly") and not token.capital and lower not in _LY_NOUNS
