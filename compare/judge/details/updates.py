"""Later values of a developing fact: an update when the articles' times or the words say so, no contradiction."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from compare.judge.pairing import Pairing
from compare.records import Article, Claim, Detail

CUES = re.compile(
    r"\b(?:rose|risen|rising|climbed|climbs|rises|grew|grown|increased|jumped|raised|revised|up|down|now|so far|latest|"
    r"as of|earlier|initially|first|previous(?:ly)?|more (?:bodies|deaths|victims|people)|further|another|"
    r"updated?|corrected|still|by (?:\w+ )?(?:morning|noon|afternoon|evening|night|midnight))\b",
    re.IGNORECASE,
)
"""Words by which a report says that its figure replaces an earlier one."""

DEVELOPING = frozenset(
    (
        "dead", "injured", "hospital", "missing", "arrested", "displaced", "rescued", "survived", "infected", "trapped",
        "destroyed", "damaged",
    )
)  # fmt: skip
"""Topics whose figures grow as an event unfolds."""

CLEARLY_LATER = timedelta(hours=12)
"""From this far apart, two figures of a developing fact are taken as two states of it even without a cue."""


def is_update(pair: Pairing, x: Detail, y: Detail, value_x: float, value_y: float) -> bool:
    """Whether one value is a later state of the other.

    True where the later article gives the larger value of a developing fact and says that it is new, or was
    published much later. Without times a cue alone suffices; a later article with the smaller value needs a
    cue that says so ("revised down").
    """
    gap = later_by(pair.story.articles[pair.a.source], pair.story.articles[pair.b.source])
    topics = {getattr(getattr(item.value, "role", None), "topic", "") for item in (x, y)}
    developing = bool(topics & DEVELOPING)
    if gap is None or gap == timedelta(0):
        larger = (pair.a, x) if value_x > value_y else (pair.b, y)
        return gap is None and (_cue(*larger) if developing else _strong_cue(*larger))
    later, earlier_value, later_value = (
        ((pair.b, y), value_x, value_y) if gap > timedelta(0) else ((pair.a, x), value_y, value_x)
    )
    if _cue(*later) and (developing or later_value > earlier_value):
        return True
    return developing and later_value > earlier_value and abs(gap) >= CLEARLY_LATER


def times_contradict(pair: Pairing, x: Detail, y: Detail, value_x: float, value_y: float) -> bool:
    """Whether the larger value is said to be the newer one by an article with the earlier time: one of them errs."""
    gap = later_by(pair.story.articles[pair.a.source], pair.story.articles[pair.b.source])
    if not gap or value_x == value_y:
        return False
    first = gap > timedelta(0)
    return first == (value_x > value_y) and _strong_cue(*((pair.a, x) if first else (pair.b, y)))


def later_by(one: Article, two: Article) -> timedelta | None:
    """How much later the second article was published; None where a time is missing or only days are known."""
    if not one.published or not two.published:
        return None
    first, second = _moment(one.published), _moment(two.published)
    if first is None or second is None:
        return None
    if len(one.published) <= 10 or len(two.published) <= 10:
        return timedelta(days=(second.date() - first.date()).days)
    return second - first


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None


def _strong_cue(claim: Claim, detail: Detail) -> bool:
    """Whether the words right around the figure say that it is the state of now."""
    near = claim.text[max(0, detail.start - claim.start - 30) : detail.end - claim.start + 25]
    return bool(re.search(r"\b(?:now|rose|risen|climbed|grown|latest)\b", near, re.IGNORECASE))


def _cue(claim: Claim, detail: Detail) -> bool:
    start, end = detail.start - claim.start, detail.end - claim.start
    return bool(
        CUES.search(claim.text[max(0, start - 60) : start]) or CUES.search(claim.text[end : end + 45])
    )
