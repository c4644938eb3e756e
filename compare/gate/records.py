"""What the gate found, as frozen records: enough for every report, and nothing a report has to work out again.

Lines and columns count from 1, columns in code points; an end column is the one after the last character.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal, TypeAlias

from compare.records import Severity, Span

Level: TypeAlias = Literal["error", "warn", "note"]
"""What an issue may do: an error fails the check while it counts, a warning is shown, a note only explains a pass."""

State: TypeAlias = Literal["new", "existing", "resolved", "suppressed"]
Side: TypeAlias = Literal["base", "head"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of a file. `path` has forward slashes and is relative to `CheckResult.root`."""

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Quote:
    """One side's words.

    Attributes:
        side: In which of the two states it stands: "head" is what is checked, "base" what it is checked against.
        source: Who published the article.
        place: Where the claim stands, in the file as it was on that side.
        text: The claim, as printed.
        words: The deciding words, as offsets in `text`; empty when the whole claim decides.
        words_place: Where the first of them stand; `place` when `words` is empty.
    """

    side: Side
    source: str
    place: Place
    text: str
    words: tuple[Span, ...]
    words_place: Place

    @property
    def deciding(self) -> tuple[str, ...]:
        """The deciding words themselves."""
        return tuple(span.of(self.text) for span in self.words)


@dataclass(frozen=True, slots=True)
class Suppression:
    """A finding that somebody has decided to let pass.

    Attributes:
        fingerprint: Of the issue.
        reason: Why; never empty.
        by: Who decided it.
        until: The last day it holds, ISO 8601, or "" for ever.
        origin: The file it stands in, with the line where the format has lines.
    """

    fingerprint: str
    reason: str
    by: str
    until: str
    origin: str


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing the check has to say.

    Attributes:
        code: The rule, a key of `compare.judge.rules.RULES`.
        category: The rule's category: "number", "dropped", ….
        level: What it may do.
        severity: Of a divergence or a changed claim: "hard" (both can't hold), "soft", "review"; else "none".
        state: "new" since the base, "existing" in both, "resolved" in the base only, "suppressed" by a person.
        fails: Whether this issue makes the check fail.
        story: Name of the story; "" for the whole corpus.
        message: One line, without place and code.
        place: Where to point at, in a file of the head where there is one, else of the base.
        quotes: Both sides' words; none for what has no words.
        fingerprint: Depends on code, paths and wording only: the same after edits elsewhere.
        accept: What to do to let it pass for good.
        silence: What to do to keep the rule quiet.
        suppression: Who let it pass, for a suppressed one.
        notes: What else a reader should know: that a suppression is void, and why; that it is an update.
        finding: For a divergence its id in the story's report, for `claimcompare explain`; else "".
    """

    code: str
    category: str
    level: Level
    severity: Severity
    state: State
    fails: bool
    story: str
    message: str
    place: Place
    quotes: tuple[Quote, ...]
    fingerprint: str
    accept: str
    silence: str
    suppression: Suppression | None = None
    notes: tuple[str, ...] = ()
    finding: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Something about the work itself: a file that was skipped and why, a base that was chosen. `path` may be ""."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Extent:
    """How much was looked at."""

    stories: int
    articles: int
    claims: int
    stories_changed: int
    articles_changed: int


@dataclass(frozen=True)
class CheckResult:
    """The outcome of a check.

    Attributes:
        root: The absolute folder that all paths are relative to: the repository's, else the working folder.
        corpus: The folder that was checked, relative to `root`; "." for the root itself.
        base: What it was compared with, in words ("main, commit 3f2a91c"); "" when only its state was judged.
        head: What was checked, in words ("work tree").
        issues: All of them, every state: errors first, then by place.
        notes: About the work itself.
        rules: The codes that were judged, sorted.
        extent: How much was looked at.
        passed: Counts of changes that were looked at and are fine, by a plain name ("reworded", "furniture").
    """

    root: str
    corpus: str
    base: str
    head: str
    issues: tuple[Issue, ...]
    notes: tuple[Note, ...]
    rules: tuple[str, ...]
    extent: Extent
    passed: dict[str, int]

    def only(self, *states: State) -> tuple[Issue, ...]:
        """The issues of the given states, in order."""
        return tuple(issue for issue in self.issues if issue.state in states)

    @property
    def failed(self) -> bool:
        """Whether the change may not go in."""
        return any(issue.fails for issue in self.issues)

    @property
    def exit_code(self) -> int:
        """1 if it failed, else 0."""
        return int(self.failed)

    @property
    def counts(self) -> dict[State, int]:
        """How many issues there are of each state."""
        found = Counter(issue.state for issue in self.issues)
        states: tuple[State, ...] = ("new", "existing", "resolved", "suppressed")
        return {state: found[state] for state in states}
