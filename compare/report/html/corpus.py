"""The page of a corpus: an index of the stories, and every story's page inside, opened when it is wanted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from compare.comparison import Comparison
from compare.records import content_id, unique
from compare.report.base import Options, ordered
from compare.report.html import fragment, page
from compare.report.html.cards import MARKS, SEVERITIES
from compare.report.html.dates import readable
from compare.report.html.view import story
from compare.report.visible import visible
from compare.review import Review

if TYPE_CHECKING:
    from compare.corpus import Outcome, Skipped

TOP = 3
"""How many divergences of a story the index names: enough to choose by, few enough to keep a story in one glance."""

CONTENT_ID = re.compile(r"[a-z][0-9a-f]{10}(?:-t)?")
"""An id that is unique beyond its story, as that of a finding; all others are given the story's own prefix."""

ID_ATTRIBUTE = re.compile(r'(?<=[ \n])(id|for|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"')
LINK = re.compile(r'href="#([^"=]+)"')


@dataclass(frozen=True)
class Clash:
    """A divergence as the index names it."""

    id: str
    mark: str
    severity: str
    label: str
    message: str


@dataclass(frozen=True)
class Entry:
    """A story in the index.

    Attributes:
        name: Its folder.
        days: When its articles were published, for reading; `last` the last of these days as ISO 8601. "" if none says.
        divergences, marked: Ids of its divergences, and of those that the review has ticked or called wrong.
        markup: The story's page without head and script; "" if there is nothing to show.
        unread: Files that could not be read, and why.
        since: How many findings changed, have gone or are new since the review; `reviews` are its entries that say so.
    """

    id: str
    name: str
    title: str
    sources: tuple[str, ...]
    days: str
    last: str
    counts: dict[str, int]
    clashes: tuple[Clash, ...]
    divergences: tuple[str, ...]
    marked: tuple[str, ...]
    markup: str
    unread: tuple[tuple[str, str], ...]
    since: tuple[tuple[str, int], ...] = ()
    reviews: tuple[str, ...] = ()
    models: tuple[tuple[str, str], ...] = ()

    @property
    def gravity(self) -> tuple[int, int, int]:
        """Hard, soft and doubtful divergences: what the index is sorted by."""
        return self.counts["hard"], self.counts["soft"], self.counts["review"]


def render(
    outcomes: Iterable[Outcome],
    skipped: Iterable[Skipped] = (),
    *,
    title: str = "Stories",
    options: Options | None = None,
    review: Review | None = None,
) -> str:
    """The page of a corpus, the gravest story first.

    Args:
        outcomes: The stories, one at a time: only their part of the page is kept.
        skipped: Files that were left out; the index names them.
        review: Marks to show.
    """
    entries = [_entry(outcome, options or Options(), review) for outcome in outcomes]
    entries.sort(key=lambda entry: ([-count for count in entry.gravity], entry.name))
    unread = sorted([item for entry in entries for item in entry.unread] + [_plain(item) for item in skipped])
    known = {id for entry in entries for id in entry.reviews}
    return page(
        "index.html.j2",
        also="corpus",
        title=visible(title),
        entries=entries,
        unread=unread,
        total={name: sum(entry.counts[name] for entry in entries) for name in ("hard", "soft", "review")},
        articles=sum(len(entry.sources) for entry in entries),
        sources=len({source for entry in entries for source in entry.sources}),
        lost=[entry for entry in review.stories if entry.story not in known] if review else [],
        models=sorted({model for entry in entries for model in entry.models}),
    )


def story_id(name: str) -> str:
    """The id of a story of a corpus: the same as long as the folder has its name, whatever is in it."""
    return content_id("s", "story", name)


def _plain(item: Skipped) -> tuple[str, str]:
    return visible(item.path), visible(item.why)


def _entry(outcome: Outcome, options: Options, review: Review | None) -> Entry:
    comparison = outcome.comparison
    id, name = story_id(outcome.story.name), visible(outcome.story.name)
    counts = dict.fromkeys(("hard", "soft", "review", "additions", "omissions", "agreements"), 0)
    entry = Entry(id, name, name, (), "", "", counts, (), (), (), "", tuple(map(_plain, outcome.unreadable)))
    if comparison is None:
        return entry
    view = story(comparison, options, review, id=id, title=outcome.story.name)
    found = [
        finding for section in view.sections for finding in section.findings if finding.kind == "divergence"
    ]
    found_ids = [finding.id for finding in comparison.findings]
    days = sorted(article.published[:10] for article in comparison.articles if article.published)
    return replace(
        entry,
        title=view.title,
        sources=tuple(article.name for article in view.articles),
        days=visible(" to ".join(unique(readable(day) for day in (*days[:1], *days[-1:])))),
        last=visible("".join(days[-1:])),
        counts=view.counts,
        clashes=tuple(_clashes(comparison)),
        divergences=tuple(finding.id for finding in found),
        marked=tuple(
            finding.id
            for finding in found
            if finding.review and (finding.review.done or finding.review.wrong)
        ),
        markup=scoped(fragment("page.html.j2", story=view), id),
        since=tuple(Counter(change.what for change in view.since).items()),
        reviews=tuple(entry.story for entry in review.of(id, found_ids)) if review else (),
        models=view.models,
    )


def _clashes(comparison: Comparison) -> Iterator[Clash]:
    for finding in ordered(comparison, comparison.only("divergence"))[:TOP]:
        mark = MARKS["review" if finding.severity == "review" else "divergence"]
        label = SEVERITIES[finding.severity]
        yield Clash(finding.id, mark, finding.severity, label, visible(finding.message))


def scoped(markup: str, prefix: str) -> str:
    """A story's markup with the ids that every story has made its own: many stories stand in one page.

    Quotation marks in text are always escaped, so what looks like an attribute is one. The script takes the prefix
    off when it opens a story.
    """

    def named(id: str) -> str:
        return id if CONTENT_ID.fullmatch(id) else f"{prefix}-{id}"

    markup = ID_ATTRIBUTE.sub(
        lambda found: f'{found[1]}="{" ".join(named(id) for id in found[2].split())}"', markup
    )
    return LINK.sub(lambda found: f'href="#{named(found[1])}"', markup)
