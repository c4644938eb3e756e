"""A document is bytes with a name; an article is made of its text, its furniture and its metadata."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from compare.errors import InputError
from compare.read.furniture import layout
from compare.read.language import language_note, language_of
from compare.read.lines import cut
from compare.read.metadata import Metadata, printed
from compare.records import Article

ENDLESS = 100_000
"""Characters of one line without a stop from which a text isn't prose: the longest sentences of newspapers have some
hundred, of novels some ten thousand. Anything shorter is read, and cut at `claims.max_characters`."""

_STOP = re.compile("[.!?…。！？।؟\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Document:
    """Bytes as they came.

    Attributes:
        path: As given: a path, an http(s) address, "-" or "<memory>".
        stem: What an article of it is called when it doesn't say.
        format: A key of `compare.read.formats.READERS`.
        declared: The encoding that an http header names.
        url: The address it came from.
    """

    path: str
    stem: str
    data: bytes
    format: str
    declared: str | None = None
    url: str | None = None

    @property
    def sha256(self) -> str:
        """Of the bytes, in hex."""
        return hashlib.sha256(self.data).hexdigest()


def _refuse_endless(text: str, where: str) -> None:
    """Raise InputError for text that goes on and on without a stop: an encoded picture, a word list, one long string."""
    start = 0
    for piece in _STOP.split(text):
        if len(piece) > ENDLESS:
            line = len(re.findall("\r\n?|\n", text[:start])) + 1
            raise InputError(
                f"{where}: line {line} has {len(piece):,} characters without a full stop; give an article in sentences"
            )
        start += len(piece) + 1


def stem_of(path: str) -> str:
    """The last part of a path or address without its suffix."""
    name = PurePosixPath(re.split("[?#]", path, maxsplit=1)[0].rstrip("/").replace("\\", "/")).name
    return name.rsplit(".", 1)[0] if "." in name.lstrip(".") else name


def make_article(
    document: Document,
    text: str,
    metadata: Metadata,
    *,
    id: str | None = None,
    known: Mapping[int, str] | None = None,
    notes: tuple[str, ...] = (),
) -> Article:
    """An article of `document`: its furniture recognised, what is printed added to what the format declares.

    Args:
        known: What the format says about lines of the text, as in `compare.read.furniture.layout`.

    Raises:
        InputError: There is no text in it, or no sentence ever ends.
    """
    name = id or document.stem
    where = document.path if id is None else f"{document.path}: {id}"
    if not text.strip():
        raise InputError(f"{where}: is empty; an article needs at least one sentence")
    _refuse_endless(text, where)
    parts = layout(text, dict(known or {}) | _title_line(text, metadata.title))
    if not parts.body:
        raise InputError(
            f"{where}: has no sentence that could be compared, only headings, bylines and the like"
        )
    found = metadata.over(printed(text, parts))
    language = language_of("\n".join(span.of(text) for span in parts.body))
    return Article(
        id=name,
        path=document.path,
        text=text,
        source=found.source or name,
        title=found.title,
        published=found.published,
        author=found.author,
        url=found.url or document.url,
        origins=found.origins | ({} if found.source else {"source": "file name"}),
        body=parts.body,
        furniture=parts.furniture,
        notes=notes + found.notes + ((language_note(language),) if language else ()),
        sha256=document.sha256,
        language=language,
    )


def _title_line(text: str, title: str | None) -> dict[int, str]:
    """The first line is the headline when it repeats the declared title."""
    if not title:
        return {}
    first = cut(text[: 4 * len(title) + 200])[0]
    return {first.start: "headline"} if " ".join(first.text.split()).casefold() == title.casefold() else {}
