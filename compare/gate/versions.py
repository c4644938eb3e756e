"""Two versions of an article, claim by claim: what stayed, what was edited, what is gone, what was added."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from rapidfuzz import fuzz

from compare.align.origins import plain_words
from compare.judge.differences import one_to_one
from compare.records import Article, Claim

EDITED = 0.85
"""Similarity of two sentences (rapidfuzz ratio of their plain words) from which one is taken for the other's new
version without a model: of a sentence of twelve words two may have changed."""


@dataclass(frozen=True)
class Version:
    """An article before and after.

    Attributes:
        before, after: The article in both states; `after` is None when it is gone.
        kept: Pairs of claims with the same words.
        edited: Pairs of claims of which the second replaced the first.
        gone, added: Claims of one version only, in text order.
    """

    before: Article
    after: Article | None
    kept: tuple[tuple[Claim, Claim], ...] = ()
    edited: tuple[tuple[Claim, Claim], ...] = ()
    gone: tuple[Claim, ...] = ()
    added: tuple[Claim, ...] = ()


def normal(text: str) -> str:
    """A wording without what no reader sees: kinds of white space, and how accents are encoded."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def compare_versions(
    before: Article,
    after: Article | None,
    old: Sequence[Claim],
    new: Sequence[Claim],
    edited: float = EDITED,
) -> Version:
    """What became of an article's claims, as far as words alone tell.

    Args:
        edited: Similarity from which one sentence is taken for the other's new version.
    """
    if after is None:
        return Version(before, None, gone=tuple(old))
    kept, old, new = _same_words(old, new)
    pairs = [(x, y) for _, x, y in one_to_one(old, new, partial(_likeness, edited=edited))]
    return with_edited(Version(before, after, kept, (), tuple(old), tuple(new)), pairs)


def with_edited(version: Version, pairs: Sequence[tuple[Claim, Claim]]) -> Version:
    """The version with more pairs of gone and added claims known to be edits."""
    edited = sorted((*version.edited, *pairs), key=lambda pair: pair[0].start)
    old, new = {x.id for x, _ in pairs}, {y.id for _, y in pairs}
    return Version(
        version.before,
        version.after,
        version.kept,
        tuple(edited),
        tuple(claim for claim in version.gone if claim.id not in old),
        tuple(claim for claim in version.added if claim.id not in new),
    )


def _same_words(
    old: Sequence[Claim], new: Sequence[Claim]
) -> tuple[tuple[tuple[Claim, Claim], ...], list[Claim], list[Claim]]:
    """Claims of one wording, first with first, and the rest of both sides."""
    waiting: dict[str, list[Claim]] = defaultdict(list)
    for claim in reversed(new):
        waiting[normal(claim.text)].append(claim)
    kept, gone = [], []
    for claim in old:
        same = waiting[normal(claim.text)]
        if same:
            kept.append((claim, same.pop()))
        else:
            gone.append(claim)
    taken = {claim.id for _, claim in kept}
    return tuple(kept), gone, [claim for claim in new if claim.id not in taken]


def _likeness(one: Claim, two: Claim, edited: float) -> float:
    likeness = fuzz.ratio(plain_words(one.text), plain_words(two.text)) / 100
    return likeness if likeness >= edited else 0.0
