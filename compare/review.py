"""The review an editor exported from the HTML report: read strictly, and set beside a later comparison."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from os import PathLike
from pathlib import Path
from typing import Any, TypeVar

from compare.comparison import Comparison
from compare.errors import InputError
from compare.records import Finding

VERSION = 1

ALIKE = 0.5
"""Share of their words from which two wordings are one claim, reworded. A sentence with a figure or a name changed keeps
more than this; two sentences about different things share their articles and prepositions only. As in review.js."""

WORD = re.compile(r"[^\W_]+")
FINDING_ID, CLAIM_ID = re.compile(r"f[0-9a-f]{10}"), re.compile(r"c[0-9a-f]{10}")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wording:
    """A claim as it read when the finding was reviewed. `claim` is its id, which depends on source and text."""

    claim: str
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What an editor decided about one finding.

    Attributes:
        finding: The finding's id. It depends on the rule and on the wording of both sides, so a mark holds only as
            long as neither changes.
        rule, message: The finding as it was shown.
        done: Ticked as reviewed.
        wrong: Marked as wrong: the finding says something that isn't so.
        note: In the editor's words; may be empty.
        claims: What the finding was about, word for word as the report showed it.
    """

    finding: str
    rule: str
    message: str
    done: bool
    wrong: bool
    note: str
    claims: tuple[Wording, ...]

    @property
    def accepted(self) -> bool:
        """Reviewed and not objected to: the difference is real and may stand."""
        return self.done and not self.wrong


@dataclass(frozen=True, slots=True)
class StoryReview:
    """The review of one story: its marks, and every finding that its page had."""

    story: str
    title: str
    findings: tuple[str, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Since:
    """What became of a review in a later comparison of the story.

    Attributes:
        kept: Marks whose finding is there as it was.
        changed: Marks whose wording changed, each with the finding that took its place.
        gone: Marks whose finding is there no more.
        new: Findings the review didn't know, those in `changed` left out.
    """

    kept: tuple[Mark, ...] = ()
    changed: tuple[tuple[Mark, Finding], ...] = ()
    gone: tuple[Mark, ...] = ()
    new: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """A review file: one entry for each story, in the file's order."""

    path: str
    stories: tuple[StoryReview, ...]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks of every story."""
        return tuple(mark for story in self.stories for mark in story.marks)

    def of(self, story: str, findings: Iterable[str]) -> tuple[StoryReview, ...]:
        """The entries about a story: those of its id, and those that know one of its findings."""
        known = set(findings)
        return tuple(
            entry for entry in self.stories if entry.story == story or not known.isdisjoint(entry.findings)
        )

    def since(self, story: str, comparison: Comparison) -> Since | None:
        """What changed in a story since the review; None where the review has nothing about it."""
        now = {finding.id: finding for finding in comparison.findings}
        entries = self.of(story, now)
        if not entries:
            return None
        before = {id for entry in entries for id in entry.findings}
        marks = {mark.finding: mark for entry in entries for mark in entry.marks}.values()
        fresh = [finding for finding in comparison.findings if finding.id not in before]
        changed, gone = _heirs([mark for mark in marks if mark.finding not in now], fresh, comparison)
        taken = {finding.id for _, finding in changed}
        return Since(
            kept=tuple(mark for mark in marks if mark.finding in now),
            changed=tuple(changed),
            gone=tuple(gone),
            new=tuple(finding for finding in fresh if finding.id not in taken),
        )


def _heirs(
    marks: Iterable[Mark], fresh: Sequence[Finding], comparison: Comparison
) -> tuple[list[tuple[Mark, Finding]], list[Mark]]:
    """Marks with the new finding of the same rule that is most like theirs, and marks without one."""
    changed: list[tuple[Mark, Finding]] = []
    gone = []
    for mark in marks:
        taken = {finding.id for _, finding in changed}
        rated = [
            (_likeness(mark, finding, comparison), finding)
            for finding in fresh
            if finding.rule == mark.rule and finding.id not in taken
        ]
        likeness, heir = max(rated, key=lambda pair: pair[0], default=(0.0, None))
        if heir is not None and likeness >= ALIKE:
            changed.append((mark, heir))
        else:
            gone.append(mark)
    return changed, gone


def _likeness(mark: Mark, finding: Finding, comparison: Comparison) -> float:
    """1 if they share a claim word for word, else the share of their words that both have (Jaccard)."""
    if not {item.claim for item in mark.claims}.isdisjoint(finding.claims):
        return 1.0
    then = _words(item.text for item in mark.claims)
    now = _words(comparison.claim(id).text for id in finding.claims)
    return len(then & now) / len(then | now) if then & now else 0.0


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in WORD.findall(text.lower()))


def load_review(path: str | PathLike[str]) -> Review:
    """A review file as the report's page exports it.

    Raises:
        InputError: The file can't be read, or isn't exactly such a file; the message says where.
    """
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
        data = json.loads(text, object_pairs_hook=_no_repeats, parse_constant=_no_constant)
    except OSError as error:
        raise InputError(f"{path}: can't be read: {error.strerror}") from error
    except RecursionError as error:
        raise InputError(
            f"{path}: nested too deeply to be a review; export it again from the report"
        ) from error
    except ValueError as error:
        raise InputError(
            f"{path}: not valid JSON: {error}; export the review again from the report"
        ) from error
    try:
        return Review(str(path), _stories(data))
    except _WrongError as error:
        raise InputError(f"{path}: {error}; export the review again from the report") from error


class _WrongError(ValueError):
    """What is wrong, and where in the file."""


def _no_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(
            f"{next(name for name in names if names.count(name) > 1)!r} stands twice in one object"
        )
    return found


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


def _stories(data: Any) -> tuple[StoryReview, ...]:
    if not isinstance(data, dict) or "review_version" not in data:
        raise _WrongError("no review of a claimcompare report (no review_version in it)")
    version = data["review_version"]
    if version != VERSION or isinstance(version, bool):
        raise _WrongError(
            f"review_version {version!r} is not known to this claimcompare, which reads {VERSION}"
        )
    _, stories = _object(data, "the file", review_version=_any, stories=partial(_list, item=_story))
    _once((story.story for story in stories), "the file")
    return tuple(stories)


def _story(data: Any, where: str) -> StoryReview:
    story, title, findings, marks = _object(
        data, where, story=_text, title=_text, findings=partial(_list, item=partial(_id, shape=FINDING_ID)),
        reviews=partial(_list, item=_mark),
    )  # fmt: skip
    _once((mark.finding for mark in marks), f"{where}.reviews")
    return StoryReview(story, title, tuple(findings), tuple(marks))


def _mark(data: Any, where: str) -> Mark:
    finding, rule, message, done, wrong, note, claims = _object(
        data, where, finding=partial(_id, shape=FINDING_ID), rule=_text, message=_text, done=_flag, wrong=_flag,
        note=_text, claims=partial(_list, item=_wording),
    )  # fmt: skip
    return Mark(finding, rule, message, done, wrong, note, tuple(claims))


def _wording(data: Any, where: str) -> Wording:
    return Wording(*_object(data, where, claim=partial(_id, shape=CLAIM_ID), text=_text))


def _object(data: Any, where: str, **fields: Callable[[Any, str], Any]) -> list[Any]:
    """The values of an object that has exactly these fields, each read by its function."""
    if not isinstance(data, dict):
        raise _WrongError(f"{where} must be an object, not {_kind(data)}")
    for name in fields:
        if name not in data:
            raise _WrongError(f"{where} has no {name!r}")
    for name in data:
        if name not in fields:
            raise _WrongError(f"{where} has {name!r}, which no review has")
    return [read(data[name], f"{where}.{name}") for name, read in fields.items()]


def _list(data: Any, where: str, item: Callable[[Any, str], T]) -> list[T]:
    if not isinstance(data, list):
        raise _WrongError(f"{where} must be a list, not {_kind(data)}")
    return [item(value, f"{where}[{number}]") for number, value in enumerate(data)]


def _text(data: Any, where: str) -> str:
    if not isinstance(data, str):
        raise _WrongError(f"{where} must be text, not {_kind(data)}")
    return data


def _flag(data: Any, where: str) -> bool:
    if not isinstance(data, bool):
        raise _WrongError(f"{where} must be true or false, not {_kind(data)}")
    return data


def _id(data: Any, where: str, shape: re.Pattern[str]) -> str:
    if not shape.fullmatch(_text(data, where)):
        raise _WrongError(f"{where} must be an id such as {shape.pattern[0]}0123456789, not {data!r}")
    return str(data)


def _any(data: Any, where: str) -> Any:
    del where
    return data


def _once(names: Iterable[str], where: str) -> None:
    for name, times in Counter(names).items():
        if times > 1:
            raise _WrongError(f"{where} has {name} twice")


def _kind(data: Any) -> str:
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false", type(None): "null"}
    return names.get(type(data), "a number")
