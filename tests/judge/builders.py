"""Small stories written by hand: articles of sentences, claims with details, and which claims match."""

from __future__ import annotations

from dataclasses import dataclass, replace

from compare.claims.details.values import Role
from compare.judge.pairing import Pairing, pairing
from compare.judge.story import Story, build_story
from compare.records import (
    Article,
    Claim,
    Cluster,
    Detail,
    DetailType,
    Match,
    Span,
    Speaker,
    Value,
    content_id,
)


@dataclass(frozen=True)
class Aligned:
    """What the judge needs of an alignment."""

    matches: tuple[Match, ...]
    clusters: tuple[Cluster, ...]
    related: tuple[Match, ...] = ()


def article(id: str, *sentences: str, published: str | None = None) -> tuple[Article, list[Claim]]:
    """An article of these sentences, one a claim."""
    text = " ".join(sentences)
    claims, start = [], 0
    for sentence in sentences:
        at = text.index(sentence, start)
        claims.append(Claim(content_id("c", id, sentence), id, at, at + len(sentence), sentence))
        start = at + len(sentence)
    body = (Span(0, len(text)),)
    return Article(id, f"{id}.txt", text, id.title(), published=published, body=body), claims


def detail(claim: Claim, words: str, type: DetailType, value: Value) -> Claim:
    """The claim with one more detail, at `words`."""
    at = claim.start + claim.text.index(words)
    return replace(claim, details=(*claim.details, Detail(type, at, at + len(words), words, value)))


def said_by(claim: Claim, name: str, cue: str, kind: str = "named") -> Claim:
    """The claim with a speaker whom `cue` attributes it to."""
    at = claim.start + claim.text.index(cue)
    return replace(claim, speaker=Speaker(name, Span(at, at + len(cue)), kind))


def match(one: Claim, two: Claim, score: float = 0.95, relation: str = "same") -> Match:
    """A match of two claims."""
    a, b = sorted((one.id, two.id))
    return Match(a, b, score, relation)


def story(articles: list[Article], claims: list[Claim], matches: list[Match]) -> Story:
    """The story of these records."""
    return build_story(articles, claims, matches)


def pair(
    a: str, b: str, published: tuple[str | None, str | None] = (None, None), more: tuple[str, ...] = ()
) -> Pairing:
    """Two matched sentences of two articles, with details as the program itself finds them.

    `more` are further sentences of the second article.
    """
    from compare.claims import extract_claims
    from compare.settings import ClaimSettings

    first, _ = article("herald", a, published=published[0])
    second, _ = article("wire", b, *more, published=published[1])
    claims = extract_claims([first, second], ClaimSettings())
    found = build_story([first, second], claims, [])
    left = found.by_article["herald"][0]
    right = found.by_article["wire"][0]
    link = match(left, right)
    return pairing(build_story([first, second], claims, [link]), link)


def cluster(articles: list[Article], *claims: Claim) -> Cluster:
    """The claims as one fact, each source an origin of its own."""
    sources = tuple(sorted({claim.source for claim in claims}))
    missing = tuple(item.id for item in articles if item.id not in sources)
    ids = tuple(claim.id for claim in claims)
    return Cluster(content_id("k", *sorted(ids)), ids, sources, missing, tuple((id,) for id in sources))


DEAD = Role(noun="people", verb="kill", topic="dead")
HURT = Role(noun="people", verb="hurt", topic="injured")
