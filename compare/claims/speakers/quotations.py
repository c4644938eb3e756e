"""Where an article quotes: spans from an opening mark to its closing one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compare.records import Article, Span

_MARK = re.compile(
    r"[“”«»„]|(?<!\w)‘(?=\w)|(?<=[\w.,!?…])’(?![\w])|\"|(?<![\w.,!?])'(?=\w)|(?<=[.,!?])'(?!\w)"
)
_CLOSING = {"“": "”“", "«": "»", "„": "“”", "‘": "’", '"': '"', "'": "'"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words, marks included. `open` when its paragraph ends before it does."""

    span: Span
    open: bool


def find_quotations(article: Article) -> list[Quotation]:
    """The quotations in the body of an article, in order; nested ones are part of the outer."""
    return [quotation for paragraph in article.body for quotation in _quotations(article.text, paragraph)]


def _quotations(text: str, paragraph: Span) -> Iterator[Quotation]:
    start, closing = -1, ""
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        if start < 0:
            if mark[0] in _CLOSING:
                start, closing = mark.start(), _CLOSING[mark[0]]
        elif mark[0] in closing:
            yield Quotation(Span(start, mark.end()), False)
            start = -1
    if start >= 0 and text[start] not in "‘'":
        yield Quotation(Span(start, paragraph.end), True)
