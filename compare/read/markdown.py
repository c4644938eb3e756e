"""Markdown: YAML front matter is metadata, headings are section headings, the text stays as it is.

Marks inside a paragraph (`**bold**`, `[link](address)`) stay part of the text and so of the claims: offsets
then point into the file itself, which is what an editor opens.
"""

from __future__ import annotations

import re

from compare.errors import InputError
from compare.read.decoding import decode
from compare.read.document import Document, make_article
from compare.read.fields import KNOWN_NAMES, pick
from compare.read.metadata import Metadata, declared
from compare.records import Article
from compare.settings import ReadSettings

_FRONT = re.compile(
    r"\A\s*---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
_HEADING = re.compile(r"^[ ]{0,3}(?P<level>#{1,6})[ \t]+\S.*$", re.MULTILINE)
_UNDERLINED = re.compile(r"^(?P<title>[^\s#>*-].*)\r?\n[ ]{0,3}(?P<line>=+|-{2,})[ \t]*$", re.MULTILINE)
_IMAGE = re.compile(r"^[ \t]*(?:\[)?!\[.*\]\(.*\)[ \t]*$", re.MULTILINE)


def read(document: Document, settings: ReadSettings) -> list[Article]:
    """The one article of a Markdown file.

    Raises:
        InputError: The front matter isn't YAML, or there is no text.
    """
    decoded = decode(document.data, document.path, document.declared)
    text = decoded.text
    front = _FRONT.match(text)
    metadata = _front_matter(front["yaml"], document.path, settings) if front else Metadata()
    known = _known(text, front.end() if front else 0)
    return [make_article(document, text, metadata, known=known, notes=decoded.notes)]


def _table(source: str) -> object:
    """The front matter; where a value can't be, such as the date 2031-13-45, every value as the text it is."""
    import yaml

    try:
        return yaml.safe_load(source)
    except ValueError:
        return yaml.load(source, yaml.BaseLoader)


def _front_matter(source: str, path: str, settings: ReadSettings) -> Metadata:
    import yaml

    try:
        table = _table(source)
    except RecursionError as error:
        raise InputError(f"{path}: the front matter is nested too deeply; leave it out") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "context_mark", None) or getattr(error, "problem_mark", None)
        where = f" at line {mark.line + 2}" if mark else ""
        raise InputError(
            f"{path}: the front matter is not valid YAML{where}: {str(error).splitlines()[0]}"
        ) from error
    if not isinstance(table, dict):
        return Metadata()
    values, names = pick(
        table,
        settings.fields,
        {name: KNOWN_NAMES[name] for name in KNOWN_NAMES if name != "text"},
    )
    return declared(values, {name: f"front matter, {names[name]}" for name in names})


def _known(text: str, start: int) -> dict[int, str]:
    """What Markdown says about its lines."""
    known = _front_lines(text, start)
    title = True
    marks = [
        (found.start("level"), found.end(), found["level"] == "#") for found in _HEADING.finditer(text, start)
    ]
    marks += [
        (found.start("title"), found.end(), found["line"][0] == "=")
        for found in _UNDERLINED.finditer(text, start)
    ]
    for begin, end, top in sorted(marks):
        for line in _starts(text, begin, end):
            known[line] = "headline" if top and title else "section_heading"
        title = False
    for found in _IMAGE.finditer(text, start):
        known |= dict.fromkeys(_starts(text, found.start(), found.end()), "caption")
    return known


def _front_lines(text: str, end: int) -> dict[int, str]:
    return dict.fromkeys(_starts(text, 0, end), "front_matter")


def _starts(text: str, start: int, end: int) -> list[int]:
    """Offsets at which the lines of a stretch of text begin."""
    starts = []
    for raw in text[start:end].splitlines(keepends=True):
        if raw.strip():
            starts.append(start + len(raw) - len(raw.lstrip()))
        start += len(raw)
    return starts
