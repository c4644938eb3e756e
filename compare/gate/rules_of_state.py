"""What a corpus must hold to whatever changed: enough origins for marked facts, few unreadable files."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from compare.corpus import Outcome, Skipped
from compare.errors import SettingsError
from compare.gate.digest import lines_of
from compare.gate.drafts import Draft
from compare.gate.records import Place
from compare.gate.versions import normal
from compare.records import Cluster
from compare.settings import CheckSettings

ORIGINS = 2
"""How many independent origins a marked fact needs when its mark doesn't say."""

KEYS = {"text", "origins", "story"}


def too_many_unreadable(
    files: Sequence[Skipped], articles: int, known: Container[str] | None, settings: CheckSettings
) -> Iterator[Draft]:
    """One issue if more than the allowed share of the article files can't be read.

    Args:
        files: Those that can't.
        articles: How many articles there are.
        known: Paths of all files of the base, None without one: what was there before is no news.
    """
    total = articles + len(files)
    if not files or len(files) <= settings.unreadable * total:
        return
    fresh = [file for file in files if known is None or file.path not in known]
    first = min(fresh or files, key=lambda file: file.path)
    message = f"{len(files)} of {total} article files can't be read; {first.path}: {first.why}"
    yield Draft(
        "REV510", "unreadable", "none", "", message, Place(first.path), state="new" if fresh else "existing",
        subject="\n".join(sorted(file.path for file in files)),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """A fact that must be told by so many independent origins: words of a claim, and a pattern of story names."""

    text: str
    origins: int
    story: str


def read_marks(settings: CheckSettings) -> list[Mark]:
    """The marked facts. Raises SettingsError for a mark that is none."""
    return [_mark(fact, f"check.facts[{at}]") for at, fact in enumerate(settings.facts)]


def marked_facts(outcomes: Iterable[Outcome], marks: Sequence[Mark]) -> Iterator[Draft]:
    """One issue for each marked fact that too few origins tell."""
    told: set[Mark] = set()
    for outcome in outcomes:
        for mark in marks:
            clusters = _clusters(outcome, mark.text) if fnmatchcase(outcome.story.name, mark.story) else []
            if clusters:
                told.add(mark)
                yield from _too_few(outcome, clusters, mark)
    for mark in marks:
        if mark not in told:
            where = "anywhere" if mark.story == "*" else f"in {mark.story}"
            message = f"Marked fact told by no origin: no claim {where} has the words “{mark.text}”"
            story = "" if "*" in mark.story else mark.story
            yield Draft("REV509", "origins", "none", story, message, Place("."), subject=mark.text)


def _mark(fact: Any, where: str) -> Mark:
    if not isinstance(fact, dict) or not isinstance(fact.get("text"), str) or not fact["text"].strip():
        raise SettingsError(f"{where}: needs text, words of the claim that tells the fact")
    unknown = sorted(set(fact) - KEYS)
    if unknown:
        raise SettingsError(f"{where}.{unknown[0]} is not a setting; known here: {', '.join(sorted(KEYS))}")
    least, story = fact.get("origins", ORIGINS), fact.get("story", "*")
    if not isinstance(least, int) or isinstance(least, bool) or least < 1 or not isinstance(story, str):
        raise SettingsError(f"{where}: origins must be a number from 1 on, story a pattern")
    return Mark(normal(fact["text"]), least, story)


def _clusters(outcome: Outcome, text: str) -> list[Cluster]:
    """The facts of which a claim has the words."""
    if outcome.comparison is None:
        return []
    words = text.casefold()
    claims = [claim for claim in outcome.comparison.claims if words in normal(claim.text).casefold()]
    found = {cluster.id: cluster for claim in claims for cluster in outcome.comparison.clusters_of(claim.id)}
    return list(found.values())


def _too_few(outcome: Outcome, clusters: Sequence[Cluster], mark: Mark) -> Iterator[Draft]:
    best = max(clusters, key=lambda cluster: len(cluster.origins))
    if len(best.origins) >= mark.origins:
        return
    assert outcome.comparison is not None
    lines = lines_of(outcome)
    claims = [outcome.comparison.claim(id) for id in best.claims]
    quotes = tuple(lines[claim.source].quote(claim, (), "head") for claim in claims)
    many = f"{len(best.origins)} origin" + "s" * (len(best.origins) != 1)
    message = f"Marked fact “{mark.text}” told by {many}, {mark.origins} are asked for"
    yield Draft("REV509", "origins", "none", outcome.story.name, message, quotes[0].place, quotes)
