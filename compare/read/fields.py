"""Which field of a record, a column or a front matter holds what."""

from __future__ import annotations

from collections.abc import Mapping

from compare.errors import InputError

KNOWN_NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "articleBody", "article", "maintext"),
    "title": ("title", "headline"),
    "source": ("source", "publisher", "outlet", "site", "sitename", "site_name", "source_domain"),
    "published": ("published", "date", "published_at", "publishedAt", "datePublished", "publication_date", "date_publish", "pubDate"),
    "author": ("author", "authors", "byline"),
    "url": ("url", "link", "canonical_url"),
    "id": ("id",),
}  # fmt: skip
"""The names understood without a mapping, the first one present wins; capital and small letters are the same."""


def check_mapping(mapping: Mapping[str, str]) -> None:
    """Raise InputError when a mapping names something that an article doesn't have."""
    for name in mapping:
        if name not in KNOWN_NAMES:
            raise InputError(f"fields: {name} is no field of an article; known are {', '.join(KNOWN_NAMES)}")


def pick(
    record: Mapping[str, object],
    mapping: Mapping[str, str],
    wanted: Mapping[str, tuple[str, ...]] = KNOWN_NAMES,
) -> tuple[dict[str, object], dict[str, str]]:
    """The wanted values of a record and the names under which they stood; what is absent is left out."""
    check_mapping(mapping)
    present = {str(name).casefold(): name for name in reversed(list(record))}
    values: dict[str, object] = {}
    names: dict[str, str] = {}
    for field, known in wanted.items():
        candidates = (mapping[field],) if field in mapping else known
        for candidate in candidates:
            name = present.get(candidate.casefold())
            if name is not None and record[name] not in (None, ""):
                values[field], names[field] = record[name], str(name)
                break
    return values, names
