"""The whole program on one page: each step is one call and knows only its own settings."""

from __future__ import annotations

from collections.abc import Sequence

from compare.align import align
from compare.claims import extract_claims
from compare.comparison import Comparison
from compare.embed import embed
from compare.judge import judge
from compare.read import Input, read
from compare.records import Article
from compare.settings import Settings


def compare(inputs: Sequence[Input], settings: Settings | None = None) -> Comparison:
    """Compare the articles of one story.

    Args:
        inputs: Paths, folders, http(s) addresses, "-", DataFrames or `Article`s.
        settings: Thresholds and engines; the defaults when not given.

    Raises:
        InputError: An input can't be read, or there are fewer than two articles.
        ModelError: The embedding model is missing or isn't what it should be.
    """
    settings = settings or Settings()
    return compare_articles(read(inputs, settings.read), settings)


def compare_articles(articles: Sequence[Article], settings: Settings) -> Comparison:
    """Compare articles that have been read. The order of the articles doesn't change the result."""
    articles = sorted(articles, key=lambda article: article.id)
    claims = extract_claims(articles, settings.claims)
    encoded = embed([claim.text for claim in claims], settings.embed)
    alignment = align(articles, claims, encoded, settings.align)
    claims, clusters, findings = judge(articles, claims, alignment, settings.judge)
    return Comparison(
        articles=tuple(articles),
        claims=tuple(claims),
        matches=alignment.matches,
        clusters=clusters,
        findings=findings,
        models=encoded.models,
        settings=settings,
    )
