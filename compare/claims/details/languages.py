"""What of the details holds in a text that isn't English: the readers of words know English alone."""

from __future__ import annotations

from dataclasses import replace

from compare.claims.details import chinese, find_details
from compare.claims.details.values import Amount, Name
from compare.records import Detail

OF_WORDS = ("modality", "polarity", "list")
"""Types that are read off English verbs, negations and conjunctions."""

NOUNS_CAPITALISED = ("German", "Luxembourgish", "lb")
"""Languages in which a capital letter makes no name; only names known by lists count there."""


def find_details_in(language: str, text: str, published: str | None = None) -> list[Detail]:
    """The details of a text in `language`, without those that only look like one to a reader of English.

    Sorted by place, as those of `find_details`.
    """
    kept = [_plain(detail) for detail in find_details(text, published) if _holds(detail, language)]
    if language in chinese.LANGUAGES:
        kept = [detail for detail in kept if not isinstance(detail.value, Amount)] + list(chinese.find(text))
    return sorted(kept, key=lambda detail: (detail.start, detail.end, detail.type))


def _holds(detail: Detail, language: str) -> bool:
    if isinstance(detail.value, Name):
        return detail.value.kind != "unknown" or language not in NOUNS_CAPITALISED
    return detail.type not in OF_WORDS


def _plain(detail: Detail) -> Detail:
    """The detail without what English verbs say of it: the German article "die" counts no dead."""
    if isinstance(detail.value, Amount | Name):
        role = replace(detail.value.role, verb="", topic="", slot="")
        return replace(detail, value=replace(detail.value, role=role))
    return detail
