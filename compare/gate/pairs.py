"""Which article and which story of the head is which of the base, after renames and moves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from compare.corpus import Corpus, File, Story

SAME = 0.5
"""Share of the shorter text's sentences from which two files are versions of one article. Git takes half the lines for a
rename too; reports on one event by two outlets share next to no sentence, unless one copied."""

SHORTEST = 20
"""Characters of a sentence that tells texts apart."""

SENTENCE = re.compile(r"[.!?\r\n]+")


@dataclass(frozen=True)
class Pairs:
    """What became of the base's stories and files.

    Attributes:
        same: Stories of the head that are in the base just so.
        changed: Story of the base and of the head; None for one that is new or gone. Ordered by name.
        files: For files of changed stories: path in the base -> the file in the head that it became.
    """

    same: tuple[Story, ...]
    changed: tuple[tuple[Story | None, Story | None], ...]
    files: Mapping[str, File]


def pair_states(base: Corpus | None, head: Corpus) -> Pairs:
    """Pair two states of a corpus, by content hash where a name is gone; only files that differ are opened.

    Without a base there is nothing that could have changed.
    """
    if base is None:
        return Pairs(head.stories, (), {})
    before = {story.name: story for story in base.stories}
    after = {story.name: story for story in head.stories}
    same = [story for name, story in after.items() if name in before and before[name].files == story.files]
    for story in same:
        del before[story.name], after[story.name]
    files = _pair_files(before.values(), after.values())
    partners = _pair_stories(before, after, files)
    changed = [(before[name], after.get(partners.get(name, ""))) for name in before]
    taken = set(partners.values())
    new = [(None, story) for name, story in after.items() if name not in taken]
    ordered = sorted((*changed, *new), key=_order)
    return Pairs(tuple(same), tuple(ordered), files)


def _order(pair: tuple[Story | None, Story | None]) -> str:
    story = pair[1] or pair[0]
    assert story is not None
    return story.name


def _pair_files(before: Iterable[Story], after: Iterable[Story]) -> dict[str, File]:
    """By path, then by content, then by the sentences that two texts share."""
    old = {file.path: file for story in before for file in story.files}
    new = {file.path: file for story in after for file in story.files}
    found = {path: new.pop(path) for path in list(old) if path in new}
    left = [file for path, file in old.items() if path not in found]
    for pairing in (_by_content, _by_sentences):
        for path, file in pairing(left, list(new.values())).items():
            found[path] = new.pop(file.path)
        left = [file for file in left if file.path not in found]
    return found


def _by_content(old: Sequence[File], new: Sequence[File]) -> dict[str, File]:
    """Files that are the same to the byte; of several the one with the same name, else in order."""
    by_hash: dict[str, list[File]] = {}
    for file in new:
        by_hash.setdefault(file.sha256, []).append(file)
    found = {}
    for file in old:
        candidates = by_hash.get(file.sha256, [])
        if candidates:
            best = min(candidates, key=lambda other: (other.name != file.name, other.path))
            candidates.remove(best)
            found[file.path] = best
    return found


def _by_sentences(old: Sequence[File], new: Sequence[File]) -> dict[str, File]:
    """Files that share most of their sentences, found through the sentences, the likeliest first."""
    if not old or not new:
        return {}
    told: dict[str, list[int]] = {}
    sizes = []
    for at, file in enumerate(new):
        sentences = _sentences(file)
        sizes.append(len(sentences))
        for sentence in sentences:
            told.setdefault(sentence, []).append(at)
    ranked = []
    for number, file in enumerate(old):
        sentences = _sentences(file)
        shared = Counter(at for sentence in sentences for at in told.get(sentence, ()))
        for at, count in shared.items():
            share = count / max(1, min(len(sentences), sizes[at]))
            if share >= SAME:
                ranked.append((-share, number, at))
    found: dict[str, File] = {}
    taken: set[int] = set()
    for _, number, at in sorted(ranked):
        if old[number].path not in found and at not in taken:
            found[old[number].path] = new[at]
            taken.add(at)
    return found


def _sentences(file: File) -> set[str]:
    """A text's sentences; enough to tell whether two files are versions of one article."""
    text = file.load().decode("utf-8", "replace").casefold()
    parts = (" ".join(part.split()) for part in SENTENCE.split(text))
    return {part for part in parts if len(part) >= SHORTEST}


def _pair_stories(
    before: Mapping[str, Story], after: Mapping[str, Story], files: Mapping[str, File]
) -> dict[str, str]:
    """Base story -> head story: by name, else where most of the articles went that nobody else claims."""
    found = {name: name for name in before if name in after}
    homes = {path: name for name, story in after.items() for path in story.paths}
    votes = Counter(
        (name, homes[files[path].path])
        for name, story in before.items()
        if name not in found
        for path in story.paths
        if path in files
    )
    for (name, home), _ in sorted(votes.items(), key=lambda item: (-item[1], item[0])):
        if name not in found and home not in found.values():
            found[name] = home
    return found
