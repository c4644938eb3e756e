"""Many articles in one document: records of JSON lines, rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from compare.errors import InputError
from compare.read.document import Document, make_article
from compare.read.fields import KNOWN_NAMES, pick
from compare.read.metadata import declared, plain
from compare.records import Article
from compare.settings import ReadSettings


def to_articles(
    document: Document,
    records: Iterable[tuple[str, Mapping[str, object]]],
    settings: ReadSettings,
) -> list[Article]:
    """An article for each record.

    Args:
        records: Where each stands ("line 3", "row 3") and its fields.

    Raises:
        InputError: A record has no text; names the place and the fields that are there.
    """
    found = list(records)
    if not found:
        raise InputError(f"{document.path}: holds no article")
    return [
        _article(document, where, record, number if len(found) > 1 else 0, settings)
        for number, (where, record) in enumerate(found, 1)
    ]


def _article(
    document: Document,
    where: str,
    record: Mapping[str, object],
    number: int,
    settings: ReadSettings,
) -> Article:
    values, names = pick(record, settings.fields)
    text = values.pop("text", None)
    if not isinstance(text, str) or not text.strip():
        raise InputError(f"{document.path}: {where} has no text; {_advice(record, settings)}")
    id = plain(values.pop("id", None)) or (f"{document.stem}-{number}" if number else document.stem)
    names.pop("id", None)
    metadata = declared(values, {name: f"{where}, {names[name]}" for name in values})
    return make_article(document, _printable(text), metadata, id=id)


def _advice(record: Mapping[str, object], settings: ReadSettings) -> str:
    here = ", ".join(sorted(map(str, record))[:12]) or "nothing"
    if "text" in settings.fields:
        return f"no field {settings.fields['text']!r} among {here}"
    return f"expected one of {', '.join(KNOWN_NAMES['text'])}, found {here}; name it with --fields text=NAME"


def _printable(text: str) -> str:
    """Halves of surrogate pairs, which JSON can escape but no encoding can write, become U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if not text.isascii() else text
