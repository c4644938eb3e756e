"""Title, source, author and date of an article: only what is printed, with where it stood."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field, replace

from compare.read.dates import is_stamp, to_iso
from compare.read.furniture import Layout
from compare.records import Furniture

FIELDS = ("title", "source", "published", "author", "url")

_BY = re.compile(
    r"^[\s\W]*(?:(?:written|reported|words|story|text|posted|compiled|report)\s+)?(?:by|authors?|reporter|writer)\s*:?\s+",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r"\s*(?:[,|•·–—(]|\s-\s|\s+(?:in|at|for|with|from|on)\s+(?=[A-Z])).*$", re.DOTALL)
_PIECE = re.compile(r"\s*(?:[|•·●]|\s[–—/-]\s)\s*")
_SOURCE = re.compile(
    r"^[\s\W]*(?:source|publisher|published by|publication|outlet)\s*:\s*(?P<name>[^\s].{0,80}?)[\s.)\]]*$",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"^[\s\W]*(?:©|\(c\)|copyright)(?:\s*(?:©|\(c\)|copyright))?\s*(?:\d{4}(?:\s*[–-]\s*\d{4})?)?\s*(?:by\s+)?"
    r"(?P<name>[A-Z][\w.'’&-]*(?:\s+(?:[A-Z][\w.'’&-]*|of|the|and|&))*?)\s*(?:\d{4})?\s*(?:[.,|–—-].*|all rights.*)?$",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """Values as printed (`published` as ISO 8601), None where nothing is; `origins` says where each stood."""

    title: str | None = None
    source: str | None = None
    published: str | None = None
    author: str | None = None
    url: str | None = None
    origins: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def over(self, other: Metadata) -> Metadata:
        """These values, and the other's where there are none."""
        values = {name: getattr(self, name) or getattr(other, name) for name in FIELDS}
        chosen = {
            name: (self if getattr(self, name) else other).origins.get(name)
            for name, value in values.items()
            if value
        }
        origins = {name: origin for name, origin in chosen.items() if origin}
        return replace(self, **values, origins=origins, notes=self.notes + other.notes)


def declared(values: dict[str, object], origin: dict[str, str]) -> Metadata:
    """Metadata that a format names itself: front matter, a record's fields, a page's meta tags.

    Args:
        values: Any of title, source, published, author, url; empty ones count as not given.
        origin: Where each value stood.
    """
    cleaned = {name: text for name, value in values.items() if (text := plain(value))}
    notes: tuple[str, ...] = ()
    if printed := cleaned.get("published"):
        iso = to_iso(printed)
        if iso:
            cleaned["published"] = iso
        else:
            del cleaned["published"]
            notes = (f"published {printed!r} is not a date that can be read: left out",)
    return Metadata(
        title=cleaned.get("title"),
        source=cleaned.get("source"),
        published=cleaned.get("published"),
        author=cleaned.get("author"),
        url=cleaned.get("url"),
        origins={name: origin[name] for name in cleaned},
        notes=notes,
    )


def plain(value: object) -> str:
    """One line of text for a value of any kind: lists joined, a mapping's "name" taken, nothing for nothing."""
    if value is None or (isinstance(value, float) and math.isnan(value)) or str(value) in ("NaT", "<NA>"):
        return ""
    if isinstance(value, dict):
        return plain(value.get("name") or value.get("title"))
    if isinstance(value, (list, tuple)):
        return ", ".join(part for item in value if (part := plain(item)))
    isoformat = getattr(value, "isoformat", None)
    return " ".join((isoformat() if isoformat else str(value)).split())


def printed(text: str, layout: Layout) -> Metadata:
    """Metadata that stands in the text itself, as furniture."""
    found: dict[str, str] = {}
    origins: dict[str, str] = {}

    def take(name: str, value: str | None, piece: Furniture | None, where: str = "") -> None:
        if value and piece and name not in found:
            found[name] = value
            origins[name] = f"{where}line {line_of(text, piece.start)}"

    headline = layout.first("headline")
    take("title", " ".join(headline.text.strip(" #*_").split()) if headline else None, headline)
    for piece in _stamps(layout):
        take(
            "published",
            _published(piece.text),
            piece,
            "dateline in " if piece.reason == "dateline" else "",
        )
    for piece in layout.furniture:
        if piece.reason == "byline":
            take("author", _author(piece.text), piece)
        take(
            "source",
            _source(piece),
            piece,
            f"{piece.reason} in " if piece.reason == "copyright" else "",
        )
    return Metadata(
        found.get("title"),
        found.get("source"),
        found.get("published"),
        found.get("author"),
        None,
        origins,
    )


def line_of(text: str, offset: int) -> int:
    """Number of the line, from 1, that holds `offset`."""
    return len((text[:offset] + "x").splitlines())


def _stamps(layout: Layout) -> list[Furniture]:
    """Pieces that may print a date: "Published …" before plain ones, those before "Updated …", datelines last."""
    dated = [piece for piece in layout.furniture if piece.reason in ("date", "byline", "dateline")]

    def rank(piece: Furniture) -> int:
        text = piece.text.lower()
        if piece.reason == "dateline":
            return 3
        return 0 if re.search(r"published|posted", text) else 2 if re.search(r"updated|modified", text) else 1

    return sorted(dated, key=rank)


def _published(text: str) -> str | None:
    """The date of a stamp; of "Published 3 May 2026, updated 4 May 2026" the first, in whatever order they stand."""
    parts = re.split(r"(?i)\b(?:last )?(?:updated|modified)\b", text)
    named = re.search(r"(?i)\b(?:published|posted)\b(?! by)", text)
    if named and (iso := to_iso(text[named.end() :])):
        return iso
    return next((iso for part in parts if (iso := to_iso(part))), None)


def _author(text: str) -> str | None:
    by = [piece for piece in _PIECE.split(text.strip(" -–—•*")) if piece and not is_stamp(piece)]
    chosen = next((piece for piece in by if _BY.match(piece)), by[0] if by else "")
    name = _AFTER_NAME.sub("", _BY.sub("", chosen)).strip(" .")
    return " ".join(name.split()) or None


def _source(piece: Furniture) -> str | None:
    if piece.reason == "masthead":
        return piece.text
    pattern = {"credit": _SOURCE, "copyright": _COPYRIGHT}.get(piece.reason)
    found = pattern.match(piece.text) if pattern else None
    return found["name"].strip(" .") if found else None
