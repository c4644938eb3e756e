"""What the gate has to know of a story that did not change, in little: kept, so that the story need not be opened."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from compare.comparison import Comparison
from compare.corpus.codec import decode_record, encode_record
from compare.corpus.kept import Kept
from compare.corpus.outcome import Outcome, beside
from compare.corpus.stories import Skipped, Story
from compare.gate.places import Lines
from compare.gate.recorded import body_digest, record
from compare.gate.records import Quote
from compare.records import Finding, Severity, Span

NAME = "gate 2"
"""What digests are kept under: raise the number when a change makes other digests of the same outcome."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A divergence of a story.

    Attributes:
        finding: Its id in the story's report.
        claims: For each quote the claim's id.
        quotes: Both sides' words; paths are file names inside the story until `placed`.
    """

    finding: str
    rule: str
    category: str
    severity: Severity
    importance: float
    message: str
    claims: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """How much a story holds, where its accounts differ, and for each file a digest of what it says."""

    articles: int
    claims: int
    unreadable: tuple[Skipped, ...]
    clashes: tuple[Clash, ...]
    bodies: tuple[tuple[str, str], ...] = ()


def kept_digest(story: Story, kept: Kept) -> Digest | None:
    """The digest of a story of these files, if there is one, with paths relative to the corpus."""
    data = kept.get(NAME, story)
    return None if data is None else placed(decode_record(Digest, json.loads(data)), story)


def digest(outcome: Outcome, kept: Kept) -> Digest:
    """The digest of an outcome, kept for the next time; paths relative to the corpus."""
    found = _digest(outcome)
    kept.put(NAME, outcome.story, json.dumps(encode_record(found), separators=(",", ":")).encode("ascii"))
    return placed(found, outcome.story)


def placed(found: Digest, story: Story) -> Digest:
    """The digest with the paths of the folder where the story lies."""
    clashes = tuple(
        dataclasses.replace(clash, quotes=tuple(_placed(quote, story) for quote in clash.quotes))
        for clash in found.clashes
    )
    unreadable = tuple(Skipped(beside(story, item.path), item.why) for item in found.unreadable)
    bodies = tuple((beside(story, path), body) for path, body in found.bodies)
    return dataclasses.replace(found, unreadable=unreadable, clashes=clashes, bodies=bodies)


def _placed(quote: Quote, story: Story) -> Quote:
    path = beside(story, quote.place.path)
    return dataclasses.replace(
        quote,
        place=dataclasses.replace(quote.place, path=path),
        words_place=dataclasses.replace(quote.words_place, path=path),
    )


def _digest(outcome: Outcome) -> Digest:
    comparison = outcome.comparison
    if comparison is None:
        return Digest(0, 0, outcome.unreadable, (), ())
    lines = lines_of(outcome)
    clashes = tuple(_clash(finding, comparison, lines) for finding in comparison.only("divergence"))
    said = sorted(record(outcome), key=lambda article: article.key)
    bodies = tuple(
        (path, body_digest(group)) for path, group in groupby(said, key=lambda article: article.path)
    )
    return Digest(len(comparison.articles), len(comparison.claims), outcome.unreadable, clashes, bodies)


def lines_of(outcome: Outcome) -> dict[str, Lines]:
    """For each article of an outcome, by id, where its claims stand."""
    files = {file.path: file for file in outcome.story.files}
    articles = outcome.comparison.articles if outcome.comparison else ()
    return {article.id: Lines(article, article.path, files[article.path].load) for article in articles}


def _clash(finding: Finding, comparison: Comparison, lines: dict[str, Lines]) -> Clash:
    words: dict[str, list[Span]] = {}
    for item in finding.evidence:
        words.setdefault(item.claim, []).append(Span(item.start, item.end))
    quotes = [_quote(id, words.get(id, []), comparison, lines) for id in finding.claims]
    ordered = sorted(zip(quotes, finding.claims, strict=True), key=lambda item: (item[0].place, item[1]))
    return Clash(
        finding=finding.id,
        rule=finding.rule,
        category=finding.category,
        severity=finding.severity,
        importance=finding.importance,
        message=finding.message,
        claims=tuple(id for _, id in ordered),
        quotes=tuple(quote for quote, _ in ordered),
    )


def _quote(id: str, words: Sequence[Span], comparison: Comparison, lines: dict[str, Lines]) -> Quote:
    claim = comparison.claim(id)
    return lines[claim.source].quote(claim, words, "head")
