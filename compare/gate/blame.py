"""Which commits introduced, changed or dropped a claim."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal, TypeAlias

from compare.claims import sentence_claims
from compare.corpus import File, Story
from compare.corpus.folder import is_article_name
from compare.corpus.making import Prepared, prepare, read_articles
from compare.errors import ClaimCompareError, InputError
from compare.gate.edits import judge_edits
from compare.gate.git import Blobs, reading
from compare.gate.history import UNCOMMITTED, Commit, Version, steps, versions
from compare.gate.places import Lines
from compare.gate.records import Place
from compare.gate.revisions import Location, locate, work_tree
from compare.gate.versions import compare_versions
from compare.judge.relation import cached_relate
from compare.records import Article, Claim, Span
from compare.settings import Settings

CLAIM_ID = re.compile(r"c[0-9a-f]{3,}")
PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d+)(?::\d+)?", re.DOTALL)

ALIKE = 0.6
"""Similarity of two sentences from which one is the other's new wording. Lower than where something rests on it: here
the two wordings are shown side by side."""

HERE = "here"
"""The content of a file that is not committed."""

Act: TypeAlias = Literal["introduced", "reworded", "changed", "dropped"]


@dataclass(frozen=True, slots=True)
class Event:
    """What a commit did to a claim.

    Attributes:
        commit: None where the history, cut off perhaps, doesn't say.
        act: "changed" is a change of meaning; "reworded" any other change of its words.
        path: The article's file after it, relative to the repository.
        before, after: The wordings; "" where there was or is none.
        what: For a change of meaning what changed: "number", "polarity", ….
    """

    commit: Commit | None
    act: Act
    path: str
    before: str
    after: str
    what: tuple[str, ...] = ()


@dataclass(frozen=True)
class Blame:
    """A claim and what became of it, newest first.

    Attributes:
        place: Where it stands, or stood last; relative to the repository.
    """

    claim: str
    text: str
    place: Place
    events: tuple[Event, ...]


def blame(folder: Path, what: str, settings: Settings) -> Blame:
    """The history of a claim.

    Args:
        what: Its id, or the beginning of it, or PATH:LINE in the work tree.

    Raises:
        ClaimCompareError: No repository, or no such claim in its history.
    """
    location = locate(folder)
    if location.repository is None:
        raise ClaimCompareError(f"{folder}: not in a git repository; there is no history to look at")
    with reading(location.repository) as blobs:
        past = _Past(location, blobs, settings)
        place = PLACE.fullmatch(what)
        if CLAIM_ID.fullmatch(what) and len(what) > 3:
            return past.story(*past.named(what))
        if place:
            return past.story(*past.standing(place["path"], int(place["line"])))
    raise InputError(f"{what}: neither a claim's id (as c1f20…) nor PATH:LINE")


@dataclass(frozen=True)
class _Found:
    """A claim in a version of its article, and all versions of that, newest first."""

    line: Sequence[Version]
    at: int
    claim: str

    @property
    def version(self) -> Version:
        return self.line[self.at]


class _Past:
    """A corpus through time; each version of an article is read when it is looked at."""

    def __init__(self, location: Location, blobs: Blobs, settings: Settings) -> None:
        assert location.repository is not None
        self._location = location
        self._blobs = blobs
        self._settings = settings
        self._here: dict[str, File] = {}
        self._prepared: dict[tuple[str, str], Prepared] = {}
        self._lines = list(self._all_versions(location))

    def _all_versions(self, location: Location) -> Iterator[list[Version]]:
        """The versions of every article: those of the work tree, then those deleted."""
        repository = location.repository
        assert repository is not None
        known = steps(repository, location.prefix)
        head = repository.commit("HEAD")
        blobs = repository.files_of(head, location.prefix) if head else []
        committed = {blob.path: blob.id for blob in blobs}
        for story in work_tree(location, self._settings).corpus.stories:
            for file in story.files:
                path = location.prefix + file.path
                before = committed.get(path, "")
                line = versions(known, path, before) if before else []
                if repository.blob_id(file.load()) != before:
                    self._here[path] = file
                    line = [Version(path, HERE, UNCOMMITTED), *line]
                yield line
        for step in known:
            gone = (
                not step.content and step.path not in committed and is_article_name(step.path.rsplit("/")[-1])
            )
            if gone:
                earlier = versions(known, step.path_before, step.content_before)
                yield [Version(step.path, "", step.commit), *earlier]

    # ---- which claim is meant

    def standing(self, path: str, line: int) -> tuple[_Found, Claim]:
        """The claim on a line of a file of the work tree. Raises InputError."""
        full = os.path.realpath(path if Path(path).exists() else self._location.root / path)
        for versions_ in self._lines:
            newest = versions_[0]
            if newest.content and os.path.realpath(self._location.root / newest.path) == full:
                for claim in self._read(newest).claims:
                    place = self._place(newest, claim)
                    if place.line <= line <= place.end_line:
                        return _Found(versions_, 0, claim.id), claim
        raise InputError(f"{path}:{line}: no claim stands there; claimcompare claims FILE shows them all")

    def named(self, id: str) -> tuple[_Found, Claim]:
        """The newest claim with an id, or that beginning of one. Raises InputError."""
        newest = (_Found(line, 0, id) for line in self._lines)
        older = (_Found(line, at, id) for line in self._lines for at in range(1, len(line)))
        found = self._having(newest, id) or self._having(older, id)
        if not found:
            raise InputError(f"{id}: no claim in the history of {self._location.folder} has this id")
        if len({item.claim for item in found}) > 1:
            raise InputError(f"{id} fits {len(found)} claims; give more of the id")
        lines = {item.line[0].path for item in found}
        if len(lines) > 1:
            path = min(lines)
            raise InputError(f"{id}: a claim of {len(lines)} articles; give PATH:LINE, as in {path}:1")
        first = min(found, key=lambda item: item.at)
        return first, next(claim for claim in self._read(first.version).claims if claim.id == first.claim)

    def _having(self, candidates: Iterable[_Found], id: str) -> list[_Found]:
        """Those in which a claim with this beginning of an id stands. Speakers and details aren't looked for."""
        return [
            _Found(item.line, item.at, found)
            for item in candidates
            for found in self._ids(item.version)
            if found.startswith(id)
        ]

    def _ids(self, version: Version) -> list[str]:
        if not version.content:
            return []
        articles, _ = read_articles([self._file(version)], self._settings.read)
        return [claim.id for article in articles for claim in sentence_claims(article, self._settings.claims)]

    # ---- what happened to it

    def story(self, found: _Found, claim: Claim) -> Blame:
        """What came after the newest version that has the claim, and what led to it."""
        events = [*reversed(list(self._after(found, claim))), *self._until(found, claim)]
        return Blame(claim.id, claim.text, self._place(found.version, claim), tuple(events))

    def _after(self, found: _Found, claim: Claim) -> Iterator[Event]:
        for at in range(found.at - 1, -1, -1):
            old, new = found.line[at + 1], found.line[at]
            pairs = {before.id: after for before, after in self._pairs(old, new)}
            if claim.id not in pairs:
                yield Event(new.commit, "dropped", new.path, claim.text, "")
                return
            after = pairs[claim.id]
            yield from self._edited(old, new, claim, after)
            claim = after

    def _until(self, found: _Found, claim: Claim) -> Iterator[Event]:
        for old, new in zip(found.line[found.at :], [*found.line[found.at + 1 :], None], strict=True):
            before = {after.id: before for before, after in self._pairs(new, old)} if new else {}
            if claim.id not in before or new is None:
                yield Event(old.commit, "introduced", old.path, "", claim.text)
                return
            yield from self._edited(new, old, before[claim.id], claim)
            claim = before[claim.id]

    def _pairs(self, old: Version, new: Version) -> list[tuple[Claim, Claim]]:
        """The claims of one version with what became of them in the next."""
        found = []
        left, right = self._read(old), self._read(new)
        for before in left.articles:
            after = _same_article(before, left.articles, right.articles)
            mine = [claim for claim in left.claims if claim.source == before.id]
            theirs = [claim for claim in right.claims if after and claim.source == after.id]
            compared = compare_versions(before, after, mine, theirs, ALIKE)
            found += [*compared.kept, *compared.edited]
        return found

    def _edited(self, old: Version, new: Version, before: Claim, after: Claim) -> Iterator[Event]:
        """Nothing, if the words are the same."""
        if before.text == after.text:
            return
        left = next(article for article in self._read(old).articles if article.id == before.source)
        right = next(article for article in self._read(new).articles if article.id == after.source)
        relate = partial(cached_relate, settings=self._settings.embed)
        changes = judge_edits(left, right, [(before, after)], self._settings.judge, relate)
        what = tuple(dict.fromkeys(change.category for change in changes))
        yield Event(new.commit, "changed" if what else "reworded", new.path, before.text, after.text, what)

    # ---- versions

    def _read(self, version: Version) -> Prepared:
        key = (version.path, version.content)
        if key not in self._prepared:
            files = (self._file(version),) if version.content else ()
            self._prepared[key] = prepare(Story(".", files), self._settings)
        return self._prepared[key]

    def _file(self, version: Version) -> File:
        if version.content == HERE:
            return self._here[version.path]
        data = self._blobs.read(version.content, self._settings.read.max_bytes) or b""
        return File(version.path, hashlib.sha256(data).hexdigest(), lambda: data)

    def _place(self, version: Version, claim: Claim) -> Place:
        file = self._file(version)
        article = next(item for item in self._read(version).articles if item.id == claim.source)
        return Lines(article, version.path, file.load).of(Span(claim.start, claim.end))


def _same_article(article: Article, before: Sequence[Article], after: Sequence[Article]) -> Article | None:
    """The article of the next version of a file: the only one, or the one of the same id."""
    if len(before) == len(after) == 1:
        return after[0]
    return next((other for other in after if other.id == article.id), None)
