"""The check: two states of a corpus, or one, in; what may not go in, out."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from compare.corpus import Outcome, Skipped, Story, compare_corpus
from compare.corpus.kept import Kept
from compare.errors import InputError
from compare.gate import baseline as baselines
from compare.gate import suppressions
from compare.gate.baseline import Baseline
from compare.gate.digest import Digest, digest, kept_digest
from compare.gate.divergences import compare_divergences
from compare.gate.drafts import Draft, from_clash
from compare.gate.issues import Decisions, decide
from compare.gate.pairs import pair_states
from compare.gate.policy import Policy
from compare.gate.recorded import Recorded, record, recorded_corpus
from compare.gate.records import CheckResult, Extent, Note
from compare.gate.records import State as StateName
from compare.gate.revisions import Location, State, committed, folder_state, locate, work_tree
from compare.gate.rules_of_state import marked_facts, read_marks, too_many_unreadable
from compare.settings import Settings

Progress = Callable[[str, int, int], object]
"""Told of each story: its name, how many are done, how many there are."""


@dataclass(frozen=True)
class Request:
    """What to check.

    Attributes:
        folder: The corpus.
        settings: All settings; `settings.check` is the policy.
        base: A commit, branch or tag to compare with, or None.
        against: A folder to compare with, or None.
        baseline: The file with what is accepted; None for the usual one, if it is there.
        reviews: Reviews exported from the HTML report.
        strict: Whether what was there before fails too.
        today: The day on which suppressions are looked at.
    """

    folder: Path
    settings: Settings = field(default_factory=Settings)
    base: str | None = None
    against: Path | None = None
    baseline: Path | None = None
    reviews: tuple[Path, ...] = ()
    strict: bool = False
    today: datetime.date = field(default_factory=datetime.date.today)


@dataclass(frozen=True)
class Found:
    """Everything the two states have to say, before anybody's decisions.

    Attributes:
        drafts: What was found, in any state.
        base: What was compared with, in words.
    """

    location: Location
    drafts: tuple[Draft, ...]
    extent: Extent
    passed: Counter[str]
    notes: tuple[Note, ...]
    base: str
    head: str


def check(request: Request, progress: Progress = lambda _name, _done, _all: None) -> CheckResult:
    """Judge a corpus, or the change to it.

    Raises:
        ClaimCompareError: The work could not be done: no such folder, commit or model, a setting that is wrong.
    """
    policy = Policy(request.settings.check)
    location = locate(request.folder)
    decisions = read_decisions(request, location)
    found = find(request, location, progress, decisions.baseline.articles)
    issues = decide(found.drafts, policy, decisions, location, request.strict)
    return CheckResult(
        root=str(location.root),
        corpus=location.inside,
        base=found.base,
        head=found.head,
        issues=issues,
        notes=found.notes,
        rules=policy.rules,
        extent=found.extent,
        passed={name: count for name, count in sorted(found.passed.items()) if count},
    )


def read_decisions(request: Request, location: Location, bare: bool = False) -> Decisions:
    """The accepted findings, unless `bare`, and the suppressions. Raises ClaimCompareError when a file can't be read."""
    settings = request.settings.check
    baseline = None if bare else request.baseline or usual(settings.baseline, baselines.NAME, location)
    file = usual(settings.suppressions, suppressions.NAME, location)
    entries = suppressions.read_suppressions(file, request.today) if file else []
    for review in request.reviews:
        entries += suppressions.from_review(review)
    return Decisions(
        baseline=baselines.read_baseline(baseline) if baseline else Baseline(),
        suppressions=tuple(entries),
        how=_how(request),
    )


def usual(setting: str, name: str, location: Location) -> Path | None:
    """The file that the settings name, else the one of the usual name in the corpus or at the root, if it is there."""
    if setting:
        return location.root / setting
    places = (location.folder / name, location.root / name)
    return next((place for place in places if place.is_file()), None)


def _how(request: Request) -> str:
    """The arguments that name corpus and base, for commands that are shown."""
    import shlex

    base = ["--base", request.base] if request.base else []
    against = ["--against", str(request.against)] if request.against else []
    return shlex.join([str(request.folder), *base, *against])


def find(
    request: Request, location: Location, progress: Progress, recorded: Sequence[Recorded] = ()
) -> Found:
    """Everything there is to say about the states that are asked for.

    Args:
        recorded: What a baseline has of every article: the state to compare with where no other is asked for.
    """
    settings = request.settings
    if request.against is not None:
        head = folder_state(request.folder, settings)
        return _find(request, location, head, folder_state(request.against, settings), progress)
    head = work_tree(location, settings)
    if request.base is None:
        base = _recorded(recorded, head, settings, progress) if recorded else None
        return _find(request, location, head, base, progress)
    with committed(location, request.base, head, settings) as base:
        return _find(request, location, head, base, progress)


def _recorded(recorded: Sequence[Recorded], head: State, settings: Settings, progress: Progress) -> State:
    """The state that a baseline has recorded."""
    search = _Search(settings, head, None, progress)
    with search.opened():
        bodies = dict(search.bodies())
    return State(recorded_corpus(recorded, head.corpus, bodies, settings), "baseline")


def record_articles(request: Request, location: Location) -> tuple[Recorded, ...]:
    """What every article of the corpus says, for a baseline."""
    stories = work_tree(location, request.settings).corpus.stories
    found = [article for outcome in compare_corpus(stories, request.settings) for article in record(outcome)]
    return tuple(sorted(found, key=lambda article: article.key))


def _find(request: Request, location: Location, head: State, base: State | None, progress: Progress) -> Found:
    if not head.corpus.stories and not (base and base.corpus.stories):
        git = ", or none that git doesn't ignore" if location.repository else ""
        raise InputError(f"{request.folder}: no articles here{git}; give the folder that holds the stories")
    search = _Search(request.settings, head, base, progress)
    with search.opened():
        drafts = list(search.drafts())
    files = [*search.unreadable, *head.corpus.skipped]
    drafts += too_many_unreadable(
        files, search.articles, base.paths if base else None, request.settings.check
    )
    notes = [*(base.notes if base else ()), *_skipped(files, location)]
    return Found(
        location=location,
        drafts=tuple(drafts),
        extent=search.extent,
        passed=search.passed,
        notes=tuple(notes),
        base=base.name if base else "",
        head=head.name,
    )


def _skipped(files: Iterable[Skipped], location: Location) -> Iterator[Note]:
    for file in sorted(files, key=lambda file: file.path):
        yield Note(location.prefix + file.path, f"skipped: {file.why}")


class _Search:
    """One pass over the stories. Those that did not change are known by their digests and are not opened."""

    def __init__(self, settings: Settings, head: State, base: State | None, progress: Progress) -> None:
        self._settings = settings
        self._marks = read_marks(settings.check)
        self._pairs = pair_states(base.corpus if base else None, head.corpus)
        self._base = base
        self._progress = progress
        self._total = len(self._pairs.same) + len(self._pairs.changed)
        self._done = 0
        self.passed: Counter[str] = Counter()
        self.articles = 0
        self.claims = 0
        self.articles_changed = 0
        self.stories = len(head.corpus.stories)
        self.unreadable: list[Skipped] = []

    @contextmanager
    def opened(self) -> Iterator[None]:
        with closing(Kept(self._settings)) as self._kept:
            yield

    @property
    def extent(self) -> Extent:
        """How much was looked at."""
        changed = len(self._pairs.changed) if self._base else 0
        return Extent(self.stories, self.articles, self.claims, changed, self.articles_changed)

    def drafts(self) -> Iterator[Draft]:
        """What there is to say of every story."""
        state: StateName = "existing" if self._base else "new"
        for story, found in self._digests(self._pairs.same):
            self._count(story, found)
            for clash in found.clashes:
                yield from_clash(clash, story.name, state)
        yield from self._changed()
        yield from marked_facts(self._marked(), self._marks)

    def bodies(self) -> Iterator[tuple[str, str]]:
        """For each file a digest of what it says."""
        for _, found in self._digests(self._pairs.same):
            yield from found.bodies

    def _digests(self, stories: Sequence[Story]) -> Iterator[tuple[Story, Digest]]:
        """What is known of each story; worked out for those seen for the first time."""
        unknown = []
        for story in stories:
            found = kept_digest(story, self._kept)
            if found is None:
                unknown.append(story)
            else:
                yield story, found
        for outcome in compare_corpus(unknown, self._settings):
            yield outcome.story, digest(outcome, self._kept)

    def _changed(self) -> Iterator[Draft]:
        """The stories that changed, came or went."""
        flat = [story for pair in self._pairs.changed for story in pair if story]
        outcomes = compare_corpus(flat, self._settings)
        for before, after in self._pairs.changed:
            base = next(outcomes) if before else None
            head = next(outcomes) if after else None
            yield from self._change(base, head)

    def _change(self, base: Outcome | None, head: Outcome | None) -> Iterator[Draft]:
        from compare.gate.changes import Judged, judge_change

        if base is None:
            judged = Judged((), Counter(), articles_changed=len(head.story.files) if head else 0)
        else:
            judged = judge_change(base, head, self._pairs.files, self._settings)
        self.passed += judged.passed
        self.articles_changed += judged.articles_changed
        yield from judged.drafts
        before = digest(base, self._kept).clashes if base else ()
        after: Digest | None = digest(head, self._kept) if head else None
        name = (head or base).story.name  # type: ignore[union-attr]
        if head and after:
            self._count(head.story, after)
        yield from compare_divergences(name, before, after.clashes if after else (), judged.now, judged.kept)

    def _marked(self) -> Iterable[Outcome]:
        """The stories in which facts are marked."""
        from fnmatch import fnmatchcase

        patterns = {mark.story for mark in self._marks}
        stories = [*self._pairs.same, *(story for _, story in self._pairs.changed if story)]
        asked = [story for story in stories if any(fnmatchcase(story.name, pattern) for pattern in patterns)]
        return compare_corpus(asked, self._settings)

    def _count(self, story: Story, found: Digest) -> None:
        self._done += 1
        self._progress(story.name, self._done, self._total)
        self.articles += found.articles
        self.claims += found.claims
        self.unreadable += found.unreadable
