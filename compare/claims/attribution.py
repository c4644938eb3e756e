"""Whom each claim of an article attributes its statement to.

A claim has a speaker only if it has a cue itself: a verb of speech with a subject, "according to", or quoted words
of somebody whose tag is in a claim beside it. The subject is then resolved with what the article says: surnames
and pronouns to the person, "the minister" to the one who is introduced as minister, "both leaders" to the two,
"the EU" to the European Union.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from compare.claims.speakers.cues import Cue, find_cues, statement_cue
from compare.claims.speakers.organisations import (
    capitalised_inside,
    find_aliases,
    find_organisations,
    find_parties,
)
from compare.claims.speakers.people import find_people
from compare.claims.speakers.phrases import main_subject
from compare.claims.speakers.quotations import Quotation, find_quotations
from compare.claims.speakers.resolve import Context, resolve, speaks
from compare.claims.speakers.tokens import QUOTE, Token, tokenize
from compare.records import Article, Claim, Span, Speaker


def attribute(article: Article, claims: Sequence[Claim]) -> list[Speaker | None]:
    """The speaker of each claim of the article, or None; claims in text order."""
    cast = find_people(article)
    quotations = find_quotations(article)
    aliases = find_aliases(article)
    inside = capitalised_inside(article)
    organisations = find_organisations(article, cast, aliases, inside)
    context = Context(
        article.text, cast, aliases, find_parties(article, cast, aliases), organisations, inside
    )
    tokens = [tokenize(article.text, Span(c.start, c.end), _within(quotations, c)) for c in claims]
    speakers = []
    for claim, words in zip(claims, tokens, strict=True):
        speaker = _speaker(context, claim, words)
        if speaker:
            context.speakers.append(speaker)
        speakers.append(speaker)
    return _continued(claims, tokens, quotations, speakers)


def _within(quotations: Sequence[Quotation], claim: Claim) -> list[Span]:
    """The quotations that share words with a claim."""
    first = bisect_right(quotations, claim.start, key=lambda quotation: quotation.span.end)
    last = bisect_left(quotations, claim.end, key=lambda quotation: quotation.span.start)
    return [quotation.span for quotation in quotations[first:last]]


def _speaker(context: Context, claim: Claim, tokens: Sequence[Token]) -> Speaker | None:
    found = [*find_cues(tokens)]
    if not found and (cue := statement_cue(tokens)):
        found = [cue]
    for cue in found:
        subject = cue.subject or main_subject(tokens)
        if subject is None or (cue.subject is None and not speaks(context, tokens, subject)):
            continue
        if name := resolve(context, claim, tokens, subject):
            return Speaker(name[0], _cue_span(tokens, cue), name[1], _roles(context, name[0]))
    return None


def _roles(context: Context, name: str) -> tuple[str, ...]:
    return tuple(role for person in context.cast.people if person.name == name for role in person.roles)


def _cue_span(tokens: Sequence[Token], cue: Cue) -> Span:
    first, last = cue.verb, cue.last
    if cue.subject:
        first, last = min(first, cue.subject.first), max(last, cue.subject.last)
    return Span(tokens[first].start, tokens[last].end)


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
            and _only_quotes(tokens[i])
            and (other := _tagged(i, claims, quotations, result))
        ):
            result[i] = replace(other, cue=Span(claim.start, claim.end))
    return result


def _only_quotes(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and tokens[0].text == QUOTE and not any(t.text[0].isalnum() for t in tokens)


def _tagged(
    i: int, claims: Sequence[Claim], quotations: Sequence[Quotation], speakers: Sequence[Speaker | None]
) -> Speaker | None:
    """The speaker of the claim that has the tag of the quotation claim `i` is part of."""
    claim = claims[i]
    quotation = _within(quotations, claim)[0]
    for j in range(i + 1, len(claims)):
        if claims[j].start >= quotation.end:
            break
        if speakers[j]:
            return speakers[j]
    if i and (claims[i - 1].paragraph == claim.paragraph or claims[i - 1].end > quotation.start):
        return speakers[i - 1]
    if i and speakers[i - 1] and claims[i - 1].paragraph == claim.paragraph - 1:
        return speakers[i - 1]
    return None
