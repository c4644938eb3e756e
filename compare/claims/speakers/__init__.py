"""Who says what in an article: people and organisations, verbs of speech, and whether two speakers are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.records import Speaker


def same_speaker(a: Speaker | None, b: Speaker | None) -> bool | None:
    """Whether two speakers are the same: True, False, or None when nobody can tell. See `same.same_speaker`."""
    from compare.claims.speakers import same

    return same.same_speaker(a, b)
