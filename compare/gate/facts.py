"""Which facts of the base the head still tells, and by whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from compare.align import align
from compare.comparison import Comparison
from compare.embed import embed
from compare.gate.edits import BASE, as_base, as_base_claim
from compare.judge.story import build_story
from compare.judge.words import Bodies, only_words
from compare.records import Article, Claim, Match, Span
from compare.settings import Settings


@dataclass(frozen=True, slots=True)
class Teller:
    """A claim of the head that tells what a claim of the base told, with the probability that it does."""

    claim: Claim
    score: float


def find_tellers(
    articles: Sequence[Article], gone: Sequence[Claim], head: Comparison, settings: Settings
) -> dict[str, list[Teller]]:
    """For each claim that is gone the claims of the head that tell the same, best first: the aligner's matches.

    Args:
        articles: Those of the base that the gone claims are of.
        gone: Claims of the base.
    """
    old = sorted({claim.source for claim in gone})
    both = [as_base(article) for article in articles if article.id in old] + list(head.articles)
    both.sort(key=lambda article: article.id)
    claims = [*map(as_base_claim, gone), *head.claims]
    place = {article.id: at for at, article in enumerate(both)}
    claims.sort(key=lambda claim: (place[claim.source], claim.start))
    encoded = embed([claim.text for claim in claims], settings.embed)
    alignment = align(both, claims, encoded, settings.align)
    found: dict[str, list[Teller]] = {}
    for match in sorted(alignment.matches, key=lambda match: (-match.score, match.a, match.b)):
        if match.a.startswith(BASE) and not match.b.startswith(BASE):
            teller = Teller(head.claim(match.b), match.score)
            found.setdefault(match.a.removeprefix(BASE), []).append(teller)
    return found


def untold_words(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    tellers: dict[str, list[Teller]],
    head: Comparison,
) -> Callable[[Claim], list[Span]]:
    """What finds the words of a base claim that carried something no article of the head gives.

    Args:
        claims: The claims of the base that may be asked about.
        tellers: The claims of the head that tell the same as each of them.
    """
    matches = [
        Match(BASE + id, teller.claim.id, teller.score) for id, found in tellers.items() for teller in found
    ]
    both = [*map(as_base, articles), *head.articles]
    known = {claim.id for claim in claims}
    told = [match for match in matches if match.a.removeprefix(BASE) in known]
    story = build_story(both, [*map(as_base_claim, claims), *head.claims], told)
    bodies = Bodies(story)
    others = [article.id for article in head.articles]

    def words(claim: Claim) -> list[Span]:
        return [item.place for item in only_words(story, bodies, story.claims[BASE + claim.id], others)]

    return words
