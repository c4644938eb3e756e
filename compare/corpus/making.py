"""Files → outcome: what is done for a story that isn't in the cache."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from compare.claims import extract_claims
from compare.comparison import Comparison
from compare.corpus.outcome import Outcome
from compare.corpus.stories import File, Skipped, Story
from compare.embed import Encoded
from compare.errors import InputError
from compare.judge import judge
from compare.pipeline import compare_claims
from compare.read import with_unique_ids
from compare.read.document import Document
from compare.read.formats import SUFFIXES, read, sniff
from compare.records import Article, Claim, Cluster, content_id
from compare.settings import ReadSettings, Settings


@dataclass(frozen=True)
class Prepared:
    """A story whose articles have been read and cut into claims."""

    story: Story
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    unreadable: tuple[Skipped, ...]


def prepare(story: Story, settings: Settings) -> Prepared:
    """Read a story's articles and find their claims."""
    articles, unreadable = read_articles(story.files, settings.read)
    claims = extract_claims(articles, settings.claims)
    return Prepared(story, tuple(articles), tuple(claims), tuple(unreadable))


def read_articles(files: Sequence[File], settings: ReadSettings) -> tuple[list[Article], list[Skipped]]:
    """The articles of the files of one story, in the order of their ids, and the files that are none."""
    articles: list[Article] = []
    unreadable = []
    for file in files:
        try:
            articles += with_unique_ids(_articles(file, settings))
        except (InputError, OSError) as error:
            unreadable.append(Skipped(file.path, str(error).removeprefix(f"{file.path}: ")))
    return sorted(_told_apart(articles), key=lambda article: article.id), unreadable


def _articles(file: File, settings: ReadSettings) -> list[Article]:
    if file.articles:
        return file.articles()
    data = file.load()
    if not data:
        raise InputError(f"{file.path}: is empty; an article needs at least one sentence")
    name = PurePosixPath(file.name)
    return read(
        Document(file.path, name.stem, data, SUFFIXES.get(name.suffix.lower()) or sniff(data)), settings
    )


def _told_apart(articles: list[Article]) -> list[Article]:
    """Ids made distinct; where records of two files have one id, by their file."""
    try:
        return with_unique_ids(articles)
    except InputError:
        return [
            dataclasses.replace(article, id=f"{PurePosixPath(article.path).name}:{article.id}")
            for article in articles
        ]


def texts(prepared: Prepared) -> list[str]:
    """What has to be embedded: nothing where there is nothing to compare with."""
    return [claim.text for claim in prepared.claims] if len(prepared.articles) > 1 else []


def part(encoded: Encoded, start: int, end: int) -> Encoded:
    """The vectors of some of the texts."""
    return Encoded(encoded.vectors[start:end], encoded.tokens[start:end], encoded.models)


def finish(prepared: Prepared, encoded: Encoded, settings: Settings) -> Outcome:
    """Compare what has been prepared."""
    if not prepared.articles:
        return Outcome(prepared.story, None, prepared.unreadable)
    if len(prepared.articles) == 1:
        comparison = _alone(prepared, settings)
    else:
        comparison = compare_claims(prepared.articles, prepared.claims, encoded, settings)
    return Outcome(prepared.story, comparison, prepared.unreadable)


@dataclass(frozen=True)
class _Unaligned:
    clusters: tuple[Cluster, ...]
    matches: tuple[()] = ()
    related: tuple[()] = ()


def _alone(prepared: Prepared, settings: Settings) -> Comparison:
    """One article: its claims with their importance, each a fact of its own; there is nothing to find."""
    clusters = tuple(
        Cluster(content_id("k", claim.id), (claim.id,), (claim.source,), (), ((claim.source,),))
        for claim in prepared.claims
    )
    judged = judge(prepared.articles, prepared.claims, _Unaligned(clusters), settings.judge)
    return Comparison(
        articles=prepared.articles,
        claims=judged.claims,
        matches=(),
        clusters=judged.clusters,
        findings=(),
        models=(),
        settings=settings,
    )
