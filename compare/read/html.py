"""HTML: trafilatura takes the article out of the page, with the metadata that the page declares."""

from __future__ import annotations

import logging
import re
from typing import Any

from compare.errors import InputError
from compare.read.decoding import declared_in_page, decode
from compare.read.document import Document, make_article
from compare.read.lines import cut
from compare.read.metadata import Metadata, declared
from compare.records import Article
from compare.settings import ReadSettings

OPTIONS: dict[str, Any] = {
    "include_comments": False,
    "include_tables": True,
    "with_metadata": True,
    # Only dates that the page declares: the extensive search takes any date in the text for the day of publication.
    "date_extraction_params": {"original_date": True, "extensive_search": False, "max_date": "2999-12-31"},
}
"""Chosen with `python -m benchmarks.html`, which tries them all: "precision" and "recall" both lose F1 there."""


_DECLARED_MOMENT = re.compile(
    r"""(?:"datePublished"\s*:\s*|(?:published_time|datePublished|pubdate|publish-date)["'][^>]{0,80}?(?:content|datetime)=)"""
    r"""["'](?P<moment>\d{4}-\d\d-\d\d[T ]\d\d:\d\d[^"']{0,20})["']"""
)


def read(document: Document, _: ReadSettings) -> list[Article]:
    """The one article of an HTML page: its text as extracted, headings known as such.

    Raises:
        InputError: No article in the page.
    """
    decoded = decode(
        document.data,
        document.path,
        document.declared or declared_in_page(document.data),
    )
    page = extract(decoded.text, document.url)
    if page is None or not (page.text or "").strip():
        raise InputError(
            f"{document.path}: no article found in this HTML page; save its text as .txt and give that"
        )
    metadata = _metadata(page, decoded.text)
    return [make_article(document, page.text, metadata, known=_lines(page), notes=decoded.notes)]


def extract(html: str, url: str | None = None) -> Any:
    """What trafilatura makes of a page: a document with text, body tree and metadata, None for no article."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    return trafilatura.bare_extraction(html, url=url, **OPTIONS)


def _metadata(page: Any, html: str) -> Metadata:
    values = {
        "title": page.title,
        "source": page.sitename,
        "published": _time_of_day(page.date, html) or page.date,
        "author": page.author,
        "url": page.url,
    }
    return declared(values, dict.fromkeys(values, "page metadata"))


def _time_of_day(day: str | None, html: str) -> str | None:
    """The moment of publication that a page declares on that day: trafilatura keeps the day alone."""
    moments = (found["moment"] for found in _DECLARED_MOMENT.finditer(html))
    return next(
        (moment for moment in moments if day and moment.startswith(day) and len(moment) > len(day)), None
    )


def _lines(page: Any) -> dict[int, str]:
    """What the page says about each line of its text: a heading, or a paragraph.

    Where lines stand is not asked here: trafilatura has left the top and the end of the page out, and a page's
    short paragraphs are body more often than headings or teasers (body F1 .958 against .955 with places).
    """
    titles = {" ".join("".join(head.itertext()).split()) for head in page.body.iter("head")}
    return {
        line.start: "section_heading" if " ".join(line.text.split()) in titles else "body"
        for line in cut(page.text)
    }
