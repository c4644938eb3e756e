"""Plain text: the file as it is."""

from __future__ import annotations

from compare.read.decoding import decode
from compare.read.document import Document, make_article
from compare.read.metadata import Metadata
from compare.records import Article
from compare.settings import ReadSettings


def read(document: Document, _: ReadSettings) -> list[Article]:
    """The one article of a plain text file."""
    decoded = decode(document.data, document.path, document.declared)
    return [make_article(document, decoded.text, Metadata(), notes=decoded.notes)]
