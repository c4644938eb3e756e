"""`claimcompare report`: the HTML page for editors, of one story or of a corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli import options as shared

if TYPE_CHECKING:
    from compare.comparison import Comparison
    from compare.corpus import Corpus, Outcome, Skipped, Story
    from compare.review import Review
    from compare.settings import Settings

WANTED = "give a folder with text, Markdown, HTML, JSON, JSONL, CSV or Parquet files"


@click.command("report", short_help="Write the HTML page that an editor reads, filters and marks.")
@click.argument("inputs", nargs=-1, required=True, metavar="CORPUS|A B [C]…")
@click.option(
    "-o", "--output", metavar="FILE", default="report.html", show_default=True,
    type=click.Path(path_type=Path), help='The page; "-" for standard output.',
)  # fmt: skip
@click.option("--open", "open_", is_flag=True, help="Open the page in the browser.")
@click.option(
    "--review", "review_file", metavar="FILE", type=click.Path(path_type=Path),
    help="Show the marks and notes of a review exported from such a page, and what changed since.",
)  # fmt: skip
@click.option("--title", metavar="TEXT", help="What to call the page.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
@shared.engine_options
@shared.fields_option
@shared.settings_option
def command(
    inputs: tuple[str, ...], output: Path, open_: bool, review_file: Path | None, title: str | None, quiet: bool,
    model: str | None, engine: str | None, no_cache: bool, fields: str | None, settings_file: Path | None,
) -> None:  # fmt: skip
    """Write the HTML page that an editor reads, filters and marks: one file that asks nothing of any network.

    A folder is a corpus: each folder in it that holds articles is a story, and the page has an index of the stories.
    Anything else (files, addresses, "-") is one story, read as `diff` reads it.
    """
    from compare.cli import files, streams
    from compare.review import load_review

    to_file = str(output) != "-"
    if open_ and not to_file:
        raise click.UsageError("--open needs a file; give -o a name", click.get_current_context())
    settings = shared.make_settings(settings_file, fields, model, engine, no_cache)
    review = load_review(review_file) if review_file else None
    if to_file:
        files.check_target(output, [*inputs, *([str(review_file)] if review_file else [])])
    page = Making(settings, review, title or "", quiet).page(inputs)
    if not to_file:
        streams.write(page)
        return
    files.replace(output, page)
    if open_:
        show(output)


@dataclass(frozen=True)
class Making:
    """How the page is to be made."""

    settings: Settings
    review: Review | None
    title: str
    quiet: bool

    def page(self, inputs: tuple[str, ...]) -> str:
        """The page of a corpus if every input is a folder, else of one story."""
        from compare.cli.comparing import compared

        if all(is_folder(place) for place in inputs):
            return self.of_folders(inputs)
        return self.of_story(compared(inputs, self.settings, self.quiet))

    def of_story(self, comparison: Comparison) -> str:
        """The page of one story; a warning if the review is about none of it."""
        from compare.report.html import render
        from compare.report.html.view import story_id

        findings = (finding.id for finding in comparison.findings)
        if self.review and not self.quiet and not self.review.of(story_id(comparison), findings):
            self.warn(f"{self.review.path}: is about other stories; the page shows nothing of it")
        return render(comparison, review=self.review, title=self.title)

    def of_folders(self, folders: tuple[str, ...]) -> str:
        """The page of the folders' stories; the story's own if there is only one and all of it could be read.

        Raises:
            InputError: There is no article, or none can be read.
        """
        from compare.report.html.corpus import render

        corpus = stories_of(folders, self.settings)
        outcomes = compared_stories(corpus, self.settings, self.quiet)
        first = next(outcomes)
        if len(corpus.stories) == 1 and not corpus.skipped and (whole := complete(first)):
            return self.of_story(whole)
        told = Told(list(corpus.skipped))
        name = self.title or Path(folders[0]).resolve().name
        shown = render(told.of(chain([first], outcomes)), corpus.skipped, title=name, review=self.review)
        if said := told.said(folders):
            self.warn(said)
        return shown

    def warn(self, message: str) -> None:
        """A line on standard error."""
        from compare.cli.messages import warn

        if not self.quiet:
            warn(message)


def complete(outcome: Outcome) -> Comparison | None:
    """The comparison of a story of two articles or more all of which could be read."""
    several = outcome.comparison and len(outcome.comparison.articles) > 1 and not outcome.unreadable
    return outcome.comparison if several else None


def compared_stories(corpus: Corpus, settings: Settings, quiet: bool) -> Iterator[Outcome]:
    """The outcome of each story, with a progress bar."""
    from compare.cli.messages import one_line_warnings
    from compare.cli.progress import WHOLE, progress
    from compare.corpus import compare_corpus

    number = {story.name: number for number, story in enumerate(corpus.stories)}
    with one_line_warnings(), progress(quiet) as begin:
        yield from compare_corpus(
            corpus.stories,
            settings,
            lambda story: begin(story.name, WHOLE * number[story.name] // len(number)),
        )


@dataclass
class Told:
    """What could not be read, gathered while outcomes pass."""

    unread: list[Skipped]
    read: int = 0

    def of(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The outcomes as they are."""
        for outcome in outcomes:
            self.unread += outcome.unreadable
            self.read += outcome.comparison is not None
            yield outcome

    def said(self, folders: tuple[str, ...]) -> str:
        """What the page leaves out, in a line; "" if nothing. Raises InputError if nothing could be read."""
        from compare.errors import InputError

        if not self.unread:
            return ""
        first = f"{self.unread[0].path}: {self.unread[0].why}"
        if not self.read:
            raise InputError(f"{', '.join(folders)}: no article can be read; the first is {first}")
        more = len(self.unread) - 1
        also = f", and {more} more {'file' if more == 1 else 'files'}" if more else ""
        return f"not read: {first}{also}; the page lists what it leaves out"


def stories_of(folders: tuple[str, ...], settings: Settings) -> Corpus:
    """The stories of the folders; those of several are named by their folder too.

    Raises:
        InputError: There are none.
    """
    from compare.corpus import Corpus, find_stories
    from compare.errors import InputError

    parts = {folder: find_stories(Path(folder), settings) for folder in folders}
    if not any(part.stories for part in parts.values()):
        skipped = [f"; {item.path} {item.why}" for part in parts.values() for item in part.skipped]
        raise InputError(f"{', '.join(folders)}: no article in it{''.join(skipped[:1])}; {WANTED}")
    if len(parts) == 1:
        return parts[folders[0]]
    return Corpus(
        tuple(_inside(folder, story) for folder, part in parts.items() for story in part.stories),
        tuple(
            replace(item, path=f"{folder}/{item.path}")
            for folder, part in parts.items()
            for item in part.skipped
        ),
    )


def _inside(folder: str, story: Story) -> Story:
    files = tuple(replace(file, path=f"{folder}/{file.path}") for file in story.files)
    return replace(story, name=folder if story.name == "." else f"{folder}/{story.name}", files=files)


def is_folder(place: str) -> bool:
    """Whether an input is a folder of the disk."""
    try:
        return Path(place).is_dir()
    except (OSError, ValueError):
        return False


def show(page: Path) -> None:
    """Open a page in the browser, or say where it is."""
    import webbrowser

    from compare.cli.messages import note

    if not webbrowser.open(page.resolve().as_uri()):
        note(f"no browser found; open {page}")
