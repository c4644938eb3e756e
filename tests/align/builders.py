"""Invented stories as records, with the real encoder's vectors."""

from __future__ import annotations

from compare.align import Alignment, align
from compare.embed import Encoded, embed
from compare.records import Article, Claim, content_id
from compare.settings import AlignSettings, EmbedSettings


def records(**articles: list[str]) -> tuple[list[Article], list[Claim]]:
    """Articles by id, each a list of sentences, as Articles and Claims."""
    made, claims = [], []
    for name, sentences in sorted(articles.items()):
        at = 0
        for place, text in enumerate(sentences):
            claims.append(
                Claim(content_id("c", name, text, str(place)), name, at, at + len(text), text, place)
            )
            at += len(text) + 1
        made.append(Article(name, "<memory>", "\n".join(sentences), name))
    return made, claims


def encode(claims: list[Claim]) -> Encoded:
    return embed([claim.text for claim in claims], EmbedSettings())


def aligned(**articles: list[str]) -> tuple[Alignment, dict[str, Claim]]:
    """The alignment of the articles, and the claims by id."""
    made, claims = records(**articles)
    return align(made, claims, encode(claims), AlignSettings()), {claim.id: claim for claim in claims}


HARBOUR = [
    "The port of Vellmar will close to cruise ships from 1 May, the city council decided on Tuesday.",
    "Mayor Ines Tordal said the ban would cut traffic in the old town by a fifth.",
    "Hotel owners have threatened to sue.",
    "Some 214,000 passengers came ashore in Vellmar last year.",
    "The council also voted to plant 300 lime trees along the quay.",
]
QUAY = [
    "Cruise liners may no longer dock in Vellmar as of May, councillors voted on Tuesday.",
    "There would be 20 per cent fewer cars among the old streets, according to Ines Tordal, the mayor.",
    "Fishermen welcomed the vote.",
    "Last year's ships brought 241,000 visitors to Vellmar.",
    "A new ferry terminal is planned in neighbouring Osthaven.",
]
ASTRONOMY = [
    "Astronomers in Chile have found water vapour around a planet the size of Neptune.",
    "The planet circles its star once in nine days.",
    "The team used a spectrograph that was built in Geneva.",
]
