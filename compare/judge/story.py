"""The story as this step sees it: claims by id, their words, what each article's body says, and who is matched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from compare.judge.synonyms import Vocabulary
from compare.judge.tokens import Token, tokens
from compare.records import Article, Claim, Match


@dataclass(frozen=True)
class Story:
    """Articles, claims and matches of one story, with indexes that every comparison needs."""

    articles: dict[str, Article]
    claims: dict[str, Claim]
    matches: tuple[Match, ...]

    @cached_property
    def tokens(self) -> dict[str, tuple[Token, ...]]:
        """The words of each claim."""
        return {id: tokens(claim) for id, claim in self.claims.items()}

    @cached_property
    def vocabulary(self) -> dict[str, Vocabulary]:
        """The words of each claim, to ask whether it has one in any form."""
        return {id: Vocabulary(word.term for word in words) for id, words in self.tokens.items()}

    @cached_property
    def by_article(self) -> dict[str, tuple[Claim, ...]]:
        """The claims of each article, in text order."""
        found: dict[str, list[Claim]] = {id: [] for id in self.articles}
        for claim in self.claims.values():
            found[claim.source].append(claim)
        return {id: tuple(sorted(items, key=lambda claim: claim.start)) for id, items in found.items()}

    @cached_property
    def terms(self) -> dict[str, Counter[str]]:
        """For each article how many of its claims use each term."""
        found = {}
        for id, claims in self.by_article.items():
            counts: Counter[str] = Counter()
            for claim in claims:
                counts.update({token.term for token in self.tokens[claim.id]})
            found[id] = counts
        return found

    @cached_property
    def partners(self) -> dict[str, tuple[str, ...]]:
        """For each claim the claims it is matched with, best first."""
        found: dict[str, list[tuple[float, str]]] = {}
        for match in self.matches:
            found.setdefault(match.a, []).append((-match.score, match.b))
            found.setdefault(match.b, []).append((-match.score, match.a))
        return {id: tuple(other for _, other in sorted(items)) for id, items in found.items()}

    def name(self, claim: Claim) -> str:
        """Who published the claim, for messages."""
        return self.articles[claim.source].source

    def partners_in(self, claim: Claim, source: str) -> tuple[Claim, ...]:
        """The claims of one article that `claim` is matched with, best first."""
        found = (self.claims[id] for id in self.partners.get(claim.id, ()))
        return tuple(other for other in found if other.source == source)

    def neighbours(self, claim: Claim, reach: int = 1) -> tuple[Claim, ...]:
        """The claims right before and after, in the same article."""
        row = self.by_article[claim.source]
        at = next(index for index, item in enumerate(row) if item.id == claim.id)
        return row[max(0, at - reach) : at] + row[at + 1 : at + 1 + reach]


def build_story(articles: Iterable[Article], claims: Sequence[Claim], matches: Sequence[Match]) -> Story:
    """The story of these claims and matches, independent of the order they come in."""
    ordered = sorted(claims, key=lambda claim: (claim.source, claim.start, claim.id))
    return Story(
        {article.id: article for article in sorted(articles, key=lambda article: article.id)},
        {claim.id: claim for claim in ordered},
        tuple(sorted(matches, key=lambda match: (match.a, match.b))),
    )
