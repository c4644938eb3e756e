"""What every format of a check's outcome shares: the protocol, which issues are shown, and the words for them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise, takewhile
from typing import Protocol

from compare.gate.records import CheckResult, Issue, Quote
from compare.records import Span
from compare.report.base import Options
from compare.report.visible import pieces, visible

COMMAND = re.compile(r"(##[\w.-]*)\[")
"""How build servers are spoken to from anywhere in a line of output (`##[error]`, `##vso[…]`)."""

LEVELS = {"error": "error", "warn": "warning", "note": "note"}
"""The name of a level where people read it, in the order of importance."""


ELLIPSIS = "…"

Segment = tuple[str, bool]
"""A stretch of a quotation, and whether it decides."""


class Renderer(Protocol):
    """One format: an outcome as text, ending in a newline."""

    def __call__(self, result: CheckResult, options: Options = ...) -> str:
        """The report."""
        ...


def shown(result: CheckResult) -> list[Issue]:
    """What a reader must see: all that fails, then all that is new."""
    failing = [issue for issue in result.issues if issue.fails]
    return failing + [issue for issue in result.only("new") if not issue.fails]


def advice(issues: Sequence[Issue]) -> str:
    """What lets all of these pass for good, where one command does; "" where there is nothing to accept."""
    commands = {issue.accept for issue in issues if _open(issue)}
    return commands.pop() if len(commands) == 1 else ""


def own_advice(issue: Issue, common: str) -> list[tuple[str, str]]:
    """What to do about one issue, by a name: to accept it, unless that is said for all of them, and to silence it."""
    if not _open(issue):
        return []
    found = [("accept", issue.accept), ("silence", issue.silence)]
    return [(name, visible(text)) for name, text in found if text and text != common]


def _open(issue: Issue) -> bool:
    """Whether there is anything to decide."""
    return issue.level != "note" and issue.state in ("new", "existing")


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


def path_bytes(path: str) -> bytes:
    """A path's bytes on disk: UTF-8, or whatever else they were where Python has stand-ins for them."""
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogatepass")


def unheard(output: str) -> str:
    """Output in which no build server finds a command that it hears in the middle of a line."""
    return COMMAND.sub(r"\1(", output)


def distinct(issues: Sequence[Issue]) -> list[str]:
    """The issues' fingerprints, made different where two issues share one: "i12ab", "i12ab-2"."""
    seen: Counter[str] = Counter()
    names = []
    for issue in issues:
        seen[issue.fingerprint] += 1
        again = seen[issue.fingerprint]
        names.append(issue.fingerprint if again == 1 else f"{issue.fingerprint}-{again}")
    return names


def whose(quote: Quote) -> str:
    """Whose words a quotation has, and of when: "The Herald, before"."""
    return visible(quote.source) + (", before" if quote.side == "base" else "")


def excerpt(quote: Quote, width: int) -> list[Segment]:
    """A quotation's `segments`; of a longer one than `width` columns what stands around its first deciding words."""
    from compare.report.terminal.snippet import window

    parts = segments(quote)
    text = "".join(words for words, _ in parts)
    start = len("".join(words for words, _ in takewhile(lambda part: not part[1], parts))) % max(1, len(text))
    end = start + next((len(words) for words, decides in parts if decides), 0)
    found = window(text, start, min(end, start + width // 4), width)
    return parts if found is None else _cut(parts, *found)


def _cut(parts: list[Segment], start: int, end: int) -> list[Segment]:
    """The segments between two places of their text, "…" where something is left out."""
    found: list[Segment] = [(ELLIPSIS, False)] if start else []
    at = 0
    for words, decides in parts:
        kept = words[max(0, start - at) : max(0, end - at)]
        found += [(kept, decides)] if kept else []
        at += len(words)
    return [*found, (ELLIPSIS, False)] if end < at else found


def bracketed(parts: Sequence[Segment]) -> str:
    """Segments as plain text, the deciding words in brackets."""
    return "".join(f"[{words}]" if decides else words for words, decides in parts).strip()


def segments(quote: Quote) -> list[Segment]:
    """A quotation as it may be shown, in stretches, each with whether it decides."""
    text = pieces(quote.text)
    edges = [0, *chain.from_iterable((span.start, span.end) for span in joined(quote)), len(text)]
    cut = ["".join(text[start:end]) for start, end in pairwise(edges)]
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
