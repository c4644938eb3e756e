"""A story → its outcome: made once, then kept under everything that it depends on."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.corpus.kept import Kept
from compare.corpus.stories import Skipped, Story
from compare.settings import Settings

if TYPE_CHECKING:
    from compare.comparison import Comparison
    from compare.corpus.making import Prepared
    from compare.embed import Encoded

CHUNK = 2048
"""Claims that are embedded in one go, over several stories: as many as the embedding step takes at once."""

STORIES = 32
"""Stories that wait for such a run at most, so that memory doesn't grow with those that need none."""


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

    Stories are never compared with each other, and no outside judge is asked. What is in the cache is neither
    embedded nor judged again, and as long as everything is, no model is loaded.

    Args:
        progress: Called with each story before its outcome is given.
    """
    # What a server didn't answer must not be kept as an outcome.
    settings = settings.replace(outside={"url": ""})
    waiting: list[Outcome | Prepared] = []
    claims = 0
    with closing(Kept(settings)) as kept:
        for story in stories:
            item = kept.outcome(story) or _prepared(story, settings)
            waiting.append(item)
            claims += 0 if isinstance(item, Outcome) else len(item.claims)
            if (
                claims >= CHUNK
                or len(waiting) >= STORIES
                or all(isinstance(item, Outcome) for item in waiting)
            ):
                yield from _made(waiting, kept, settings, progress)
                waiting, claims = [], 0
        yield from _made(waiting, kept, settings, progress)


def _prepared(story: Story, settings: Settings) -> Prepared:
    from compare.corpus.making import prepare

    return prepare(story, settings)


def _made(
    waiting: Sequence[Outcome | Prepared],
    kept: Kept,
    settings: Settings,
    progress: Callable[[Story], object],
) -> Iterator[Outcome]:
    """The outcomes in order; those to be made share one embedding run."""
    encoded = _encoded([item for item in waiting if not isinstance(item, Outcome)], settings)
    for item in waiting:
        progress(item.story)
        if isinstance(item, Outcome):
            yield item
        else:
            from compare.corpus.making import finish

            outcome = finish(item, next(encoded), settings)
            kept.keep(outcome)
            yield outcome


def _encoded(prepared: Sequence[Prepared], settings: Settings) -> Iterator[Encoded]:
    """The vectors of each story's claims."""
    if not prepared:
        return
    from compare.corpus.making import part, texts
    from compare.embed import embed

    whole = embed([text for item in prepared for text in texts(item)], settings.embed)
    start = 0
    for item in prepared:
        end = start + len(texts(item))
        yield part(whole, start, end)
        start = end


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
