"""The whole program on one page: each step is one call and knows only its own settings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

from compare.align import align
from compare.claims import extract_claims
from compare.comparison import Comparison
from compare.embed import Encoded, embed
from compare.judge import Consult, judge
from compare.judge.contradiction import Relate
from compare.judge.relation import cached_relate, model_info, remembered
from compare.read import Input, read
from compare.records import Article, Claim
from compare.settings import Settings

STEPS = ("reading", "finding claims", "embedding", "aligning", "judging")
Progress: TypeAlias = Callable[[str], object]


def print_nothing(step: str) -> None:
    """No progress."""
    del step


def compare(
    inputs: Sequence[Input], settings: Settings | None = None, progress: Progress = print_nothing
) -> Comparison:
    """Compare the articles of one story.

    Args:
        inputs: Paths, folders, http(s) addresses, "-", DataFrames or `Article`s.
        settings: Thresholds and engines; the defaults when not given.
        progress: Called with each of STEPS as it begins.

    Raises:
        InputError: An input can't be read, or there are fewer than two articles.
        ModelError: The embedding model is missing or isn't what it should be.
        JudgeError: An outside judge is wanted and can't be asked.
    """
    settings = settings or Settings()
    progress("reading")
    return compare_articles(read(inputs, settings.read), settings, progress)


def compare_articles(
    articles: Sequence[Article], settings: Settings, progress: Progress = print_nothing
) -> Comparison:
    """Compare articles that have been read. The order of the articles doesn't change the result."""
    articles = sorted(articles, key=lambda article: article.id)
    progress("finding claims")
    claims = extract_claims(articles, settings.claims)
    progress("embedding")
    encoded = embed([claim.text for claim in claims], settings.embed)
    return compare_claims(articles, claims, encoded, settings, progress)


def compare_claims(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    encoded: Encoded,
    settings: Settings,
    progress: Progress = print_nothing,
) -> Comparison:
    """Compare articles, in the order of their ids, whose claims have been found and embedded."""
    progress("aligning")
    relate = relation_reader(settings)
    alignment = align(articles, claims, encoded, settings.align, relate)
    progress("judging")
    judged = judge(articles, claims, alignment, settings.judge, relate, _outside_judge(settings))
    return Comparison(
        articles=tuple(articles),
        claims=judged.claims,
        matches=(*alignment.matches, *alignment.related),
        clusters=judged.clusters,
        findings=judged.findings,
        relations=judged.relations,
        models=(*encoded.models, *([model_info()] if settings.judge.relation else [])),
        settings=settings,
    )


def relation_reader(settings: Settings) -> Relate:
    """The relation model, each pair judged once: alignment's second opinion and judging ask the same one."""
    return remembered(partial(cached_relate, settings=settings.embed))


def _outside_judge(settings: Settings) -> Consult | None:
    """Who is asked about findings in doubt: nobody, unless an address is given."""
    if not settings.outside.url:
        return None
    from compare.judge.outside import consult

    return partial(consult, settings=settings.outside, cache=settings.embed)
