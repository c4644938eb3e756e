"""A story → its outcome: made once, then kept under everything that it depends on."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from compare.corpus.kept import Kept
from compare.corpus.stories import Skipped, Story
from compare.settings import Settings

if TYPE_CHECKING:
    from compare.comparison import Comparison
    from compare.corpus.making import Prepared

CHUNK = 2048
"""Claims that are embedded in one go, over several stories: as many as the embedding step takes at once."""


@dataclass(frozen=True)
class Outcome:
    """What became of a story.

    Attributes:
        story: The story.
        comparison: Its articles compared; of a single article its claims only, without findings; None when
            no article could be read. Article paths are relative to the corpus.
        unreadable: The files that could not be read as articles.
    """

    story: Story
    comparison: Comparison | None
    unreadable: tuple[Skipped, ...] = ()


def compare_story(story: Story, settings: Settings) -> Outcome:
    """The outcome of one story, from the cache if it is there.

    Raises:
        ModelError: A model is missing or isn't what it should be.
    """
    return next(compare_corpus([story], settings))


def compare_corpus(
    stories: Iterable[Story], settings: Settings, progress: Callable[[Story], object] = bool
) -> Iterator[Outcome]:
    """The outcome of each story, in the order given, one at a time: memory doesn't grow with the corpus.

    Stories are never compared with each other. What is in the cache is neither embedded nor judged again, and as
    long as everything is, no model is loaded.

    Args:
        progress: Called with each story before its outcome is given.
    """
    waiting: list[Story | Outcome] = []
    prepared: dict[str, Prepared] = {}
    with closing(Kept(settings)) as kept:
        for story in stories:
            known = kept.outcome(story)
            waiting.append(known or story)
            if known is None:
                from compare.corpus.making import prepare

                prepared[story.name] = prepare(story, settings)
            if not prepared or sum(len(item.claims) for item in prepared.values()) >= CHUNK:
                yield from _made(waiting, prepared, kept, settings, progress)
                waiting, prepared = [], {}
        yield from _made(waiting, prepared, kept, settings, progress)


def _made(
    waiting: Sequence[Story | Outcome],
    prepared: dict[str, Prepared],
    kept: Kept,
    settings: Settings,
    progress: Callable[[Story], object],
) -> Iterator[Outcome]:
    """The outcomes in order; those to be made share one embedding run."""
    encoded = {}
    if prepared:
        from compare.corpus.making import part, texts
        from compare.embed import embed

        whole = embed([text for item in prepared.values() for text in texts(item)], settings.embed)
        ends = list(accumulate(len(texts(item)) for item in prepared.values()))
        starts = [0, *ends[:-1]]
        encoded = {
            name: part(whole, start, end) for name, start, end in zip(prepared, starts, ends, strict=True)
        }
    for item in waiting:
        if isinstance(item, Outcome):
            progress(item.story)
            yield item
            continue
        from compare.corpus.making import finish

        progress(item)
        outcome = finish(prepared[item.name], encoded[item.name], settings)
        kept.keep(outcome)
        yield outcome


def moved(outcome: Outcome, story: Story) -> Outcome:
    """The same outcome for a story of the same files in another folder."""
    comparison = outcome.comparison
    if comparison is None:
        return dataclasses.replace(outcome, story=story)
    articles = tuple(
        dataclasses.replace(article, path=beside(story, article.path)) for article in comparison.articles
    )
    unreadable = tuple(Skipped(beside(story, item.path), item.why) for item in outcome.unreadable)
    return Outcome(story, dataclasses.replace(comparison, articles=articles), unreadable)


def beside(story: Story, path: str) -> str:
    """A file's path relative to the corpus, from the last part of any path."""
    name = path.rsplit("/", 1)[-1]
    return name if story.name == "." else f"{story.name}/{name}"
