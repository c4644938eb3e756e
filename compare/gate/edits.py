"""An edited claim: reworded only, changed in meaning, an update, or a quotation that was tampered with."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from compare.claims.details.values import Quotation
from compare.gate.exchanges import exchanges
from compare.judge.certainty import GROUPS
from compare.judge.contradiction import Relate, relations, weigh
from compare.judge.details import compare_details
from compare.judge.details.updates import later_by
from compare.judge.differences import Difference
from compare.judge.pairing import Pairing, pairing
from compare.judge.story import build_story
from compare.judge.verdict import divergences
from compare.records import Article, Claim, Detail, Match, Severity, Span
from compare.settings import JudgeSettings

if TYPE_CHECKING:
    from compare.judge.relation import Relation

BASE = "\x00"
"""What goes before the ids of the base's articles and claims, so that both states fit into one story, the base first."""

ONE_QUOTATION = 60.0
"""Likeness of two quotations (rapidfuzz ratio over words) from which the second is the first, altered: as for drift."""

SHORTEST_QUOTATION = 2
"""Words of a quotation that must not be altered; a single quoted word is a name or irony."""

PLAIN, EDITED = 0.7, 0.9
"""Certainty from which a typed difference between two versions of one sentence stands alone, and its probability then."""

STAYED = 0.95
"""Probability of entailment from which the model is sure that the sense stayed."""

DEVELOPS = ("number", "date", "modality")
"""Categories in which a later article may tell another state of the same affair."""

RANK: dict[Severity, int] = {"hard": 3, "soft": 2, "review": 1, "none": 0}


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit did to a claim besides rewording it.

    Attributes:
        before, after: The claim in both states.
        category: "quotation", "update", or what differs: "number", "polarity", ….
        severity: How sure, as for divergences.
        words_before, words_after: The words that decide, as offsets in the articles' texts.
    """

    before: Claim
    after: Claim
    category: str
    severity: Severity
    words_before: tuple[Span, ...]
    words_after: tuple[Span, ...]


def judge_edits(
    before: Article,
    after: Article,
    edited: Sequence[tuple[Claim, Claim]],
    settings: JudgeSettings,
    relate: Relate,
) -> list[Change]:
    """What the edits of one article changed; nothing for a claim that was only reworded."""
    if not edited:
        return []
    quotations = [change for pair in edited for change in _quotations(*pair)]
    found = _differences(before, after, edited, settings, relate)
    developed = _is_later(before, after)
    return quotations + [_developed(change, developed) for change in found if change.category != "quotation"]


def as_base(article: Article) -> Article:
    """The article under an id that no article of the head has."""
    return dataclasses.replace(article, id=BASE + article.id)


def as_base_claim(claim: Claim) -> Claim:
    """The claim as one of `as_base`'s article."""
    return dataclasses.replace(claim, id=BASE + claim.id, source=BASE + claim.source)


def _differences(
    before: Article,
    after: Article,
    edited: Sequence[tuple[Claim, Claim]],
    settings: JudgeSettings,
    relate: Relate,
) -> Iterator[Change]:
    """The typed comparison and the relation model, asked as they are about two sources."""
    old = {BASE + x.id: x for x, _ in edited}
    new = {y.id: y for _, y in edited}
    matches = [Match(BASE + x.id, y.id, 1.0) for x, y in edited]
    claims = [*map(as_base_claim, old.values()), *new.values()]
    story = build_story([as_base(before), after], claims, matches)
    pairs = [pairing(story, match) for match in story.matches]
    seen = relations(pairs, relate) if settings.relation else {}
    found = [item for pair in pairs for item in _weighed(pair, seen.get((pair.a.id, pair.b.id)))]
    for finding in divergences(story, found, settings):
        words = {
            id: [Span(e.start, e.end) for e in finding.evidence if e.claim == id] for id in finding.claims
        }
        for match in story.matches:
            if match.a in words and match.b in words:
                severity = "soft" if finding.category == "update" else finding.severity
                yield Change(
                    old[match.a], new[match.b], finding.category, severity,
                    tuple(words[match.a]), tuple(words[match.b]),
                )  # fmt: skip


def _weighed(pair: Pairing, relation: Relation | None) -> list[Difference]:
    """As between two sources, but a plain typed difference needs no second witness: that both versions speak of one
    thing is known, and all else in them is the same."""
    typed = _typed(pair)
    if not typed:
        return weigh(pair, typed, relation)
    return [
        dataclasses.replace(item, sure=max(weighed.sure, _alone(item, relation)))
        for item, weighed in zip(typed, weigh(pair, typed, relation), strict=True)
    ]


def _alone(item: Difference, relation: Relation | None) -> float:
    """How sure a typed difference is by itself; opposite words are nothing where the model sees agreement."""
    if not item.hard or item.sure < PLAIN:
        return 0.0 if item.hard else item.sure
    agreed = relation is not None and relation.entailment >= STAYED
    return 0.0 if agreed and GROUPS.get(item.category) == "sense" else EDITED


def _typed(pair: Pairing) -> list[Difference]:
    """What the typed comparison sees, and what only two versions of one text show."""
    found = compare_details(pair)
    return found + [
        item
        for item in exchanges(pair)
        if not any(item.a.overlaps(other.a) or item.b.overlaps(other.b) for other in found)
    ]


def _developed(change: Change, later: bool) -> Change:
    """An update, where the article says that it is later."""
    if later and change.category in DEVELOPS:
        return dataclasses.replace(change, category="update", severity="soft")
    return change


def _is_later(before: Article, after: Article) -> bool:
    gap = later_by(before, after)
    return gap is not None and gap > timedelta(0)


def _quotations(before: Claim, after: Claim) -> Iterator[Change]:
    """Quotations of which words were exchanged, put in or taken out; one that was cut at its ends stays true."""
    for old in _quoted(before):
        rated = [(fuzz.ratio(_said(old), _said(new)), -new.start, new) for new in _quoted(after)]
        likeness, _, new = max(rated, default=(0.0, 0, None), key=lambda item: item[:2])
        if (
            new is None
            or likeness < ONE_QUOTATION
            or _cut(_said(old), _said(new))
            or _cut(_said(new), _said(old))
        ):
            continue
        yield Change(before, after, "quotation", "hard", *_altered(old, new))


def _quoted(claim: Claim) -> list[Detail]:
    return [
        item
        for item in claim.details
        if isinstance(item.value, Quotation) and len(item.value.words) >= SHORTEST_QUOTATION
    ]


def _said(item: Detail) -> tuple[str, ...]:
    assert isinstance(item.value, Quotation)
    return item.value.words


def _cut(long: Sequence[str], short: Sequence[str]) -> bool:
    """Whether the second is a stretch of the first."""
    size = len(short)
    return any(tuple(long[at : at + size]) == tuple(short) for at in range(len(long) - size + 1))


def _altered(old: Detail, new: Detail) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The words of either quotation that the other hasn't in their place; the whole of one that lost nothing."""
    left, right = _word_places(old), _word_places(new)
    matcher = SequenceMatcher(None, [word for word, _ in left], [word for word, _ in right], autojunk=False)
    ours, theirs = [], []
    for what, i, j, m, n in matcher.get_opcodes():
        if what != "equal":
            ours += [Span(left[i][1].start, left[j - 1][1].end)] if j > i else []
            theirs += [Span(right[m][1].start, right[n - 1][1].end)] if n > m else []
    return tuple(ours) or (Span(old.start, old.end),), tuple(theirs) or (Span(new.start, new.end),)


def _word_places(item: Detail) -> list[tuple[str, Span]]:
    """The quotation's words with their places in the article."""
    lower, at, found = item.text.casefold(), 0, []
    for word in _said(item):
        start = lower.find(word, at)
        if start < 0 or len(lower) != len(item.text):
            return [(word, Span(item.start, item.end)) for word in _said(item)]
        at = start + len(word)
        found.append((word, Span(item.start + start, item.start + at)))
    return found
