"""What the place of a line says: headline and byline at the top, headings between paragraphs, teasers at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from compare.read import rules
from compare.read.lines import Line
from compare.read.patterns import Place
from compare.read.shapes import (
    MAX_HEADING_WORDS,
    could_be_heading,
    is_capitalised,
    is_outlet,
    is_place,
    is_prose,
    is_turn,
    lost_its_stop,
    reads_like_sentence,
)

MAX_HEADLINE_WORDS = 35
"""Longest headline: beyond this a first line without a stop is a paragraph whose stop is missing."""

MAX_TEASER_WORDS = 30
"""Longest line in a closing list of other stories, blurbs included."""

MAX_TEASERS = 8
"""Most lines in a closing list of other stories in which a stop is no sign of running text."""

TOP_LINES = 40
"""How many first lines can stand before the text: a page that was copied whole has a menu there."""

END_LINES = 5
"""How many last lines count as the end of the text, where the author is introduced."""


def label_lines(lines: Sequence[Line], known: Mapping[int, str]) -> list[str]:
    """A reason or "body" for each line; `known` as in `compare.read.furniture.layout`."""
    labels = _by_words(lines, known)
    labels = _related(lines, labels)
    first, last = _running_text(lines, labels)
    if first < len(lines):
        labels = _top(lines, labels, first)
        labels = _bottom(lines, labels, last)
        labels = _headings(lines, labels)
    return [label or "body" for label in labels]


def _by_words(lines: Sequence[Line], known: Mapping[int, str]) -> list[str]:
    """What the format or a line's own words say; empty where nothing does. "+" marks one that opens a list."""
    running = (
        index for index, line in enumerate(lines) if is_prose(line) and not rules.match(line, "middle")
    )
    top = min(next(running, len(lines)), TOP_LINES)
    labels = []
    for index, line in enumerate(lines):
        place: Place = "top" if index < top else "end" if index >= len(lines) - END_LINES else "middle"
        said = _known(line, known)
        labels.append(said if said not in ("", "body") else _own_words(line, place) or said)
    return labels


def _known(line: Line, known: Mapping[int, str]) -> str:
    return known.get(line.start) or (known.get(line.bullet.start, "") if line.bullet else "")


def _own_words(line: Line, place: Place) -> str:
    if not line.has_letters:
        return "end_mark" if set(line.text) == {"#"} else "separator"
    row = rules.match(line, place)
    return row.reason + ("+" if row.opens else "") if row else ""


def _related(lines: Sequence[Line], labels: Sequence[str]) -> list[str]:
    """The titles after "Related stories", and all after "Comments" at the end."""
    labels = list(labels)
    for index, label in enumerate(labels):
        if label.endswith("+"):
            labels[index] = label[:-1]
            for follower in _followers(lines, labels, index):
                labels[follower] = "teaser"
        if label == "comments" and _closes(lines, index):
            return labels[:index] + [after.rstrip("+") or "comments" for after in labels[index:]]
    return labels


def _followers(lines: Sequence[Line], labels: Sequence[str], header: int) -> Iterator[int]:
    to_the_end = _closes_with_titles(lines[header + 1 : header + MAX_TEASERS + 2])
    for index in range(header + 1, len(lines)):
        if labels[index] and to_the_end:
            continue
        if labels[index] or (is_prose(lines[index]) and not to_the_end):
            return
        yield index


def _closes_with_titles(rest: Sequence[Line]) -> bool:
    """Whether what is left of a text is a short list of titles, some of which may end with a stop."""
    titles = sum(not line.has_stop for line in rest)
    return (
        len(rest) <= MAX_TEASERS
        and titles * 2 >= len(rest)
        and all(line.words <= MAX_TEASER_WORDS for line in rest)
    )


def _closes(lines: Sequence[Line], index: int) -> bool:
    """Whether a "Comments" line stands at the end: less follows it than a third of what was before."""
    return (lines[-1].end - lines[index].end) * 3 < lines[index].start - lines[0].start


def _running_text(lines: Sequence[Line], labels: Sequence[str]) -> tuple[int, int]:
    """Index of the first line of running text, and of the last one plus one."""
    running = [
        index
        for index, (line, label) in enumerate(zip(lines, labels, strict=True))
        if label == "body" or (not label and is_prose(line))
    ]
    while len(running) > 1 and _is_title(lines, labels, running):
        running.pop(0)
    while len(running) > 1 and _ends_titles(lines, labels, running[-1]):
        running.pop()
    return (running[0], running[-1] + 1) if running else (len(lines), len(lines))


def _is_title(lines: Sequence[Line], labels: Sequence[str], running: Sequence[int]) -> bool:
    """Whether the first running line is a headline, or a summary that stands before the byline."""
    index, following = running[0], running[1]
    line = lines[index]
    if labels[index] or line.bullet or line.words > MAX_HEADLINE_WORDS or is_turn(line):
        return False
    above = set(labels[:index])
    titled = "" in above or "headline" in above
    signed = {"byline", "date"}
    if signed & set(labels[index + 1 : following]) and not signed & above and len(running) > 3:
        return True
    if titled:
        return False
    if line.text.rstrip("'\"’”)")[-1:] in ("?", "!") and line.words <= 16:
        return len(running) > 2
    return not line.has_stop and lines[following].words > line.words


def _ends_titles(lines: Sequence[Line], labels: Sequence[str], index: int) -> bool:
    """Whether the last running line belongs to a bulleted list of titles, though it ends with a stop."""
    if not lines[index].bullet or labels[index]:
        return False
    start = index
    while start > 0 and lines[start - 1].bullet:
        start -= 1
    stopless = sum(not line.has_stop for line in lines[start : index + 1]) + sum(
        bool(line.bullet) for line in lines[index + 1 :]
    )
    return stopless * 2 > index + 1 - start and not _opens_list(lines, start)


def _opens_list(lines: Sequence[Line], index: int) -> bool:
    """Whether the line before ends with a colon: what follows is its list."""
    return index > 0 and lines[index - 1].text.endswith(":")


def _top(lines: Sequence[Line], labels: Sequence[str], first: int) -> list[str]:
    """Headline, summary, section and byline before the first paragraph."""
    labels = list(labels)
    unnamed = [index for index in range(first) if not labels[index]]
    titled = "headline" in labels[:first]
    for place, index in enumerate(unnamed):
        if titled:
            labels[index] = _after_title(lines, labels, index)
        else:
            labels[index] = _before_title(lines[index], more=len(unnamed) - place > 1)
            titled = labels[index] == "headline"
    return labels


def _before_title(line: Line, *, more: bool) -> str:
    """The label of a line before which there is no headline; `more` such lines come before the text begins."""
    if is_place(line):
        return "dateline"
    if line.bullet and line.words <= 3:
        return "section"
    if more and is_outlet(line):
        return "masthead"
    if line.words <= 2 or (more and line.words <= 4 and line.text.isupper()):
        return "kicker"
    return "headline"


def _after_title(lines: Sequence[Line], labels: Sequence[str], index: int) -> str:
    line = lines[index]
    beside = {labels[near] for near in (index - 1, index + 1) if 0 <= near < len(labels)}
    named = 2 <= line.words <= 4 and is_capitalised(line.text)
    signed = line.bullet or beside & {"date", "byline", "section"} or not line.text.isupper()
    if rules.is_name_and_role(line.text) or (named and signed):
        return "byline"
    if line.words <= 3:
        return "dateline" if line.text.isupper() else "section"
    signed_above = {"byline", "date"} & set(labels[:index])
    return "body" if signed_above and reads_like_sentence(line) else "standfirst"


def _bottom(lines: Sequence[Line], labels: Sequence[str], last: int) -> list[str]:
    """Titles of other stories after the last paragraph."""
    labels = list(labels)
    start = last
    while start < len(lines) and lines[start].bullet and _opens_list(lines, last):
        labels[start] = labels[start] or "body"
        start += 1
    unnamed = [index for index in range(start, len(lines)) if not labels[index]]
    for index in unnamed:
        alone = len(unnamed) == 1 and not lines[index].bullet
        labels[index] = "body" if alone and lost_its_stop(lines[index]) else "teaser"
    return labels


def _headings(lines: Sequence[Line], labels: Sequence[str]) -> list[str]:
    """Short lines without a stop between paragraphs."""
    labels = list(labels)
    stops = _stops_are_kept(lines)
    running = (
        index
        for index, label in enumerate(labels)
        if label == "body" or (not label and is_prose(lines[index]))
    )
    last = max(running, default=0)
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and not labels[end] and could_be_heading(lines[end], stops=stops):
            end += 1
        if index < end <= last and not _opens_list(lines, index):
            labels[index:end] = [_run_label(lines[index:end])] * (end - index)
        index = max(end, index + 1)
    return labels


def _run_label(run: Sequence[Line]) -> str:
    """One or two short lines are headings; more of them are titles of other stories, or a plain list when short."""
    if len(run) < 3:
        return "section_heading"
    return "teaser" if sum(line.words for line in run) >= 5 * len(run) else "body"


def _stops_are_kept(lines: Sequence[Line]) -> bool:
    """Whether the text ends its long lines with stops, so that a line without one means something."""
    long_lines = [line for line in lines if line.words > MAX_HEADING_WORDS]
    return sum(line.has_stop for line in long_lines) * 2 >= len(long_lines)
