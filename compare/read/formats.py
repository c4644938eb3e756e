"""Which reader a document gets: by its suffix, its content type, or what it looks like."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module

from compare.read.document import Document
from compare.records import Article
from compare.settings import ReadSettings

READERS = {
    "text": ("text", "read"),
    "markdown": ("markdown", "read"),
    "html": ("html", "read"),
    "json": ("json", "read"),
    "json?": ("json", "read"),
    "jsonl": ("json", "read_lines"),
    "csv": ("table", "read_csv"),
    "parquet": ("table", "read_parquet"),
}
"""Module and function of each format, imported when first needed."""

SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
}
"""The files that are read from a folder."""

CONTENT_TYPES = {
    "text/plain": "text",
    "text/markdown": "markdown",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/json": "json",
    "application/ld+json": "json",
    "application/x-ndjson": "jsonl",
    "application/jsonl": "jsonl",
    "text/csv": "csv",
    "application/vnd.apache.parquet": "parquet",
}

_HTML = re.compile(rb"<(?:!doctype html|html|head|body|article|meta|title|div|p)\b", re.IGNORECASE)


def read(document: Document, settings: ReadSettings) -> list[Article]:
    """The articles of a document."""
    module, function = READERS[document.format]
    reader: Callable[[Document, ReadSettings], list[Article]] = getattr(
        import_module(f"compare.read.{module}"), function
    )
    return reader(document, settings)


def is_address(value: str) -> bool:
    """Whether the user gave an http(s) address."""
    return value.lower().startswith(("http://", "https://"))


def sniff(data: bytes) -> str:
    """The format of bytes that nothing is known about."""
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if data.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"<") and _HTML.search(head):
        return "html"
    if re.match(rb"""\{\s*("|\})|\[\s*(\{|\])""", head):
        return "json?"
    return "markdown" if re.match(rb"---[ \t]*\r?\n", head) else "text"
