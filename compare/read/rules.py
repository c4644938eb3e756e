"""What a line says about itself: the table of patterns, date stamps and bylines."""

from __future__ import annotations

import re
from functools import cache

from compare.read.dates import is_stamp, is_stamp_and_place
from compare.read.lines import Line
from compare.read.patterns import AGENCIES, CUES, LABELS, ROWS, Place, Row

MAX_WORDS = 45
"""Longest line, in words, that is looked up: longer furniture (terms of use) is rare, and prose is safe."""

MAX_CHARACTERS = 700
"""Longest line, in characters, that is looked up; 45 words of any language fit."""

_NAME = r"(?:[A-Z][\w.'’-]*+|(?:de|da|di|van|von|der|den|bin|al|el|la|le|du|dos|ter)(?!\w))"
_ROLES = (
    r"staff|writers?|reporters?|correspondents?|editors?|bureau|chief|special|senior|political|business|health|science|"
    r"sports?|foreign|diplomatic|defen[cs]e|environment|energy|economics?|city|crime|legal|education|local|national|"
    r"regional|contributors?|contributing|columnist|desk|news|for|the|in|at|and|of|with|from|on|our|own|a|an|&|"
    r"photos?|photographs?|pictures?|video|graphics?|additional|reporting|agencies|agency|web|online|digital|transport|affairs"
)
_BYLINE = (
    rf"[—–-]?\s*(?:(?i:written|reported|words|story|text|posted|compiled|report|analysis|review|opinion|interview|exclusive|commentary|photos?)(?:\s+and\s+(?:photos|pictures|photographs))?\s+)?"
    rf"(?:by|BY|By|Author|AUTHOR|Authors|Reporter|Writer|Words|Byline|Text)\s*:?\s+"
    rf"(?:(?:{_NAME}|(?i:{_ROLES})(?!\w)|\d{{1,2}}+)[,;.:]?(?:\s++|$|(?=[/&]))(?:[/&]\s*+)?)++"
)
_STAFF = (
    rf"(?:(?:[A-Z][\w.'’-]*|the|our|own)\s+){{0,4}}(?i:staff(?:\s+(?:writers?|reporters?|correspondents?|reports?))?(?:\s+and\s+agencies)?|"
    rf"(?:news|web|online|digital|city|sports|foreign|national|world|business|india|video|express)\s?desk|news\s?room|bureau|"
    rf"special correspondent|our correspondent|own correspondent|correspondents?|reporters?|editorial board|editorial team|news agencies|agencies|news service)"
    rf"(?:,? (?:in )?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?)?|{AGENCIES}"
)
_NAME_AND_ROLE = (
    rf"(?:[A-Z][\w.'’-]+\s+){{1,3}}[A-Z][\w.'’-]+(?:(?:\s+(?:and|&)|,)\s+(?:[A-Z][\w.'’-]+\s+){{1,3}}[A-Z][\w.'’-]+)*"
    rf"\s*(?:,|\||–|—|-| (?:in|at)\s)\s*(?:(?:{_NAME}|(?i:{_ROLES})(?!\w))[,.]?(?:\s++|$|(?=[|–—])))++"
)
_NAMES = rf"(?:{_NAME}[.,]?(?:\s++|$)){{1,4}}+"
_PIECE = r"\s*(?:[|•·●]|\s[–—/-]\s|\s{3,}|\t)\s*"


def match(line: Line, place: Place) -> Row | None:
    """The row that explains the whole line at this place; None for what may be body."""
    if len(line.text) > MAX_CHARACTERS or line.words > MAX_WORDS:
        return None
    return _by_pieces(line.text, place) or _in_table(line, place)


def is_byline(text: str) -> bool:
    """Whether the whole line names its author: "By Jane Doe, Staff Writer in Nairobi"."""
    return len(text) < 160 and re.fullmatch(_BYLINE, text.rstrip(". ")) is not None


def is_name_and_role(text: str) -> bool:
    """Whether the line reads "Jane Doe, Nairobi" or "Jane Doe | Energy correspondent": a byline where one is due."""
    return len(text) < 120 and re.fullmatch(_NAME_AND_ROLE, text.rstrip(".")) is not None


def _in_table(line: Line, place: Place) -> Row | None:
    words = frozenset(re.findall(r"\w+|[^\w\s]", line.text.lower()))
    for reason, rows in _rows_by_reason().items():
        if CUES[reason].isdisjoint(words):
            continue
        for row in rows:
            holds = row.place in ("anywhere", place) or (row.place == "no stop" and not line.has_stop)
            if holds and re.fullmatch(row.pattern, line.text, re.DOTALL | re.IGNORECASE):
                return row
    return None


@cache
def _rows_by_reason() -> dict[str, list[Row]]:
    """The rows of the table under their reasons, both in the order of the table."""
    rows: dict[str, list[Row]] = {}
    for row in ROWS:
        rows.setdefault(row.reason, []).append(row)
    return rows


def _by_pieces(text: str, place: Place) -> Row | None:
    """Date stamps and bylines, alone or side by side: "By Jane Doe | 3 March 2026 | 4 min read"."""
    pieces = [piece for piece in re.split(_PIECE, text) if piece]
    reasons = [_piece(piece, place, alone=len(pieces) == 1) for piece in pieces]
    if not reasons or None in reasons:
        return None
    best = next((reason for reason in ("byline", "date") if reason in reasons), None)
    return Row(best, "anywhere", "", text) if best else None


def _piece(piece: str, place: Place, *, alone: bool) -> str | None:
    if is_stamp(piece) or (place in ("top", "end") and is_stamp_and_place(piece)):
        return "date"
    if is_byline(piece) or (re.fullmatch(_STAFF, piece) and place in ("top", "end")):
        return "byline"
    if alone:
        return None
    if place == "top" and (re.fullmatch(_NAME_AND_ROLE, piece) or re.fullmatch(_NAMES, piece)):
        return "name"
    small = re.fullmatch(
        rf"(?i:{LABELS}|share|print|\d+[ -]min(?:ute)?s?(?: read)?|(?:reading|read) time:? \d+ min\w*|\d+ comments?)",
        piece,
    )
    return "page_tool" if small else None
