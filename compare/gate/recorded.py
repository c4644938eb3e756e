"""What every article said when a baseline was written, so that a change can be judged without the history."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any

from compare.corpus import Corpus, File, find_stories
from compare.corpus.outcome import Outcome
from compare.records import Article, Span
from compare.settings import Settings

GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Recorded:
    """An article as a baseline has it: who published it and when, and the paragraphs of its body, in order."""

    path: str
    id: str
    source: str
    published: str
    paragraphs: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str]:
        """What it is known by; a file may hold several articles."""
        return self.path, self.id

    @property
    def rows(self) -> list[dict[str, Any]]:
        """As lines of the file: one for the article, one for each paragraph."""
        name = {"path": self.path} | ({"id": self.id} if self.id != _stem(self.path) else {})
        about = {"source": self.source} | ({"published": self.published} if self.published else {})
        return [name | about, *(name | {"says": paragraph} for paragraph in self.paragraphs)]

    @property
    def article(self) -> Article:
        """An article that says the same; its text has the body only."""
        spans, at = [], 0
        for paragraph in self.paragraphs:
            spans.append(Span(at, at + len(paragraph)))
            at += len(paragraph) + len(GAP)
        return Article(
            id=self.id, path=self.path, text=GAP.join(self.paragraphs), source=self.source,
            published=self.published or None, body=tuple(spans),
        )  # fmt: skip


def record(outcome: Outcome) -> list[Recorded]:
    """The articles of a story."""
    articles = outcome.comparison.articles if outcome.comparison else ()
    return [
        Recorded(
            article.path, article.id, article.source, article.published or "",
            tuple(span.of(article.text) for span in article.body),
        )
        for article in articles
    ]  # fmt: skip


def read_rows(rows: Iterable[Mapping[str, Any]]) -> tuple[Recorded, ...]:
    """The articles of a file's lines, sorted by path; a paragraph goes to the article it names."""
    about: dict[tuple[str, str], Mapping[str, Any]] = {}
    said: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        key = (str(row["path"]), str(row.get("id", _stem(row["path"]))))
        if "says" in row:
            said.setdefault(key, []).append(str(row["says"]))
        else:
            about[key] = row
    return tuple(
        Recorded(*key, str(row["source"]), str(row.get("published", "")), tuple(said.get(key, ())))
        for key, row in sorted(about.items())
    )


def body_digest(articles: Iterable[Recorded]) -> str:
    """Of what the articles of one file say: the same as long as no paragraph of a body changes."""
    parts = ["\x1e".join((article.id, *article.paragraphs)) for article in articles]
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def recorded_corpus(
    recorded: Sequence[Recorded], head: Corpus, bodies: Mapping[str, str], settings: Settings
) -> Corpus:
    """The state that was recorded. Files that say the same now are those of the head: nothing about them has changed.

    Args:
        bodies: For each path of the head the digest of what its file says.
    """
    now = {file.path: file for story in head.stories for file in story.files}
    files = []
    for path, articles in groupby(recorded, key=lambda article: article.path):
        group = list(articles)
        digest = body_digest(group)
        files.append(now[path] if bodies.get(path) == digest else _file(path, group, digest))
    return find_stories(files, settings)


def merge(
    base: Sequence[Recorded], ours: Sequence[Recorded], theirs: Sequence[Recorded]
) -> tuple[Recorded, ...]:
    """Three states of what was recorded, article by article; where both changed one, paragraph by paragraph."""
    before, left, right = ({item.key: item for item in side} for side in (base, ours, theirs))
    found = [
        merged
        for key in sorted({*before, *left, *right})
        if (merged := _merged(before.get(key), left.get(key), right.get(key)))
    ]
    return tuple(found)


def _merged(base: Recorded | None, ours: Recorded | None, theirs: Recorded | None) -> Recorded | None:
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    if ours is None or theirs is None:
        return ours or theirs
    old = set(base.paragraphs) if base else set()
    kept = [text for text in ours.paragraphs if text not in old or text in theirs.paragraphs]
    added = [text for text in theirs.paragraphs if text not in old and text not in ours.paragraphs]
    published = max(ours.published, theirs.published)
    return Recorded(ours.path, ours.id, ours.source, published, (*kept, *added))


def _file(path: str, articles: list[Recorded], digest: str) -> File:
    made = [article.article for article in articles]
    text = GAP.join(article.text for article in made)
    same = [replace(article, sha256=digest) for article in made]
    return File(path, digest, lambda: text.encode("utf-8", "surrogatepass"), lambda: same)


def _stem(path: str) -> str:
    return PurePosixPath(path).stem


def as_lines(articles: Iterable[Recorded]) -> list[str]:
    """The lines of the file."""
    return [_line(row) for article in articles for row in article.rows]


def _line(row: dict[str, Any]) -> str:
    text = json.dumps(row, ensure_ascii=False)
    return text if text.isprintable() else json.dumps(row)
