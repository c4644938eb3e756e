"""What every format of a check's outcome shares: the protocol, which issues are shown, and the words for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import Protocol

from compare.gate.records import CheckResult, Issue, Quote
from compare.records import Span
from compare.report.base import Options
from compare.report.visible import pieces, visible

LEVELS = {"error": "error", "warn": "warning", "note": "note"}
"""The name of a level where people read it, in the order of importance."""


class Renderer(Protocol):
    """One format: an outcome as text, ending in a newline."""

    def __call__(self, result: CheckResult, options: Options = ...) -> str:
        """The report."""
        ...


def shown(result: CheckResult) -> list[Issue]:
    """What a reader must see: all that fails, then all that is new."""
    failing = [issue for issue in result.issues if issue.fails]
    return failing + [issue for issue in result.only("new") if not issue.fails]


def kind(issue: Issue) -> str:
    """The level, and for a divergence how sure it is: "error, hard"."""
    level = LEVELS[issue.level]
    return level if issue.severity == "none" else f"{level}, {issue.severity}"


def verdict(result: CheckResult) -> str:
    """The outcome in one line: whether it passed, and how many issues there are of each state."""
    counts = result.counts
    new = Counter(LEVELS[issue.level] for issue in result.only("new"))
    parts = [many(new[level], f"new {level}") for level in LEVELS.values() if new[level]] or ["nothing new"]
    parts += [f"{counts[state]} {state}" for state in ("existing", "resolved", "suppressed") if counts[state]]
    return f"Check {'failed' if result.failed else 'passed'}: {', '.join(parts)}."


def extent(result: CheckResult) -> str:
    """What was compared with what, and how much of it."""
    looked = result.extent
    size = f"{many(looked.articles, 'article')} in {many(looked.stories, 'story', 'stories')}"
    if not result.base:
        return f"{size}, {visible(result.head)}."
    changed = (
        f"{many(looked.articles_changed, 'article')} changed" if looked.articles_changed else "none changed"
    )
    return f"{size}, {changed}: {visible(result.head)} against {visible(result.base)}."


def fine(result: CheckResult) -> str:
    """Changes that were looked at and are fine, in one line; "" if there are none."""
    parts = [f"{number:,} {visible(name)}" for name, number in sorted(result.passed.items()) if number]
    return f"Fine: {', '.join(parts)}." if parts else ""


def many(number: int, noun: str, nouns: str = "") -> str:
    """A number with its noun: "1 story", "2,000 stories"."""
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"


def whose(quote: Quote) -> str:
    """Whose words a quotation has, and of when: "The Herald, before"."""
    return visible(quote.source) + (", before" if quote.side == "base" else "")


def wording(quote: Quote, opening: str = "[", closing: str = "]") -> str:
    """A quotation on one line, its deciding words between two marks."""
    return "".join(
        f"{opening}{words}{closing}" if decides else words for words, decides in segments(quote)
    ).strip()


def segments(quote: Quote) -> list[tuple[str, bool]]:
    """A quotation as it may be shown, in stretches, each with whether it decides."""
    text = pieces(quote.text)
    edges = [0, *chain.from_iterable((span.start, span.end) for span in joined(quote)), len(text)]
    cut = ["".join(text[start:end]) for start, end in zip(edges, edges[1:], strict=False)]
    return [(words, number % 2 == 1) for number, words in enumerate(cut) if words]


def joined(quote: Quote) -> Sequence[Span]:
    """The deciding spans inside the text, in order, overlaps joined."""
    spans: list[Span] = []
    for span in sorted(quote.words):
        start, end = max(0, span.start), min(len(quote.text), span.end)
        if start >= end:
            continue
        if spans and start <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return spans
