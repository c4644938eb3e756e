"""What an editor decided about findings, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.records import Finding

if TYPE_CHECKING:
    from compare.comparison import Comparison


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
        from compare.review.since import changes

        return changes(self, story, comparison)
