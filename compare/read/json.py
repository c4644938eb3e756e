"""JSON and JSON lines: a record an article, its fields by name."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from compare.errors import InputError
from compare.read.decoding import decode
from compare.read.document import Document
from compare.read.records import to_articles
from compare.records import Article
from compare.settings import ReadSettings

LISTS = ("articles", "items", "results", "data")
"""Names under which a JSON object may hold its list of articles."""


def read(document: Document, settings: ReadSettings) -> list[Article]:
    """The articles of a JSON file: one object, a list of objects, or an object with a list under "articles".

    Raises:
        InputError: Not valid JSON (with the line), or a record without text.
    """
    text = decode(document.data, document.path, document.declared).text
    if not text.strip():
        raise InputError(f"{document.path}: is empty")
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        if document.format == "json?" or _is_lines(text):
            return read_lines(document, settings)
        raise InputError(f"{document.path}: not valid JSON at line {error.lineno}: {error.msg}") from error
    except RecursionError as error:
        raise InputError(f"{document.path}: nested too deeply to be articles") from error
    return to_articles(document, _records(document, data), settings)


def read_lines(document: Document, settings: ReadSettings) -> list[Article]:
    """The articles of a JSON lines file: one object a line. Raises InputError as `read` does."""
    text = decode(document.data, document.path, document.declared).text
    return to_articles(document, list(_lines(document, text)), settings)


def _records(document: Document, data: object) -> list[tuple[str, Mapping[str, object]]]:
    if isinstance(data, dict):
        inner = next((data[name] for name in LISTS if isinstance(data.get(name), list)), None)
        data = [data] if inner is None or isinstance(data.get("text"), str) else inner
    if not isinstance(data, list):
        raise InputError(
            f"{document.path}: holds {type(data).__name__} where an object or a list of objects is due"
        )
    for number, record in enumerate(data, 1):
        if not isinstance(record, dict):
            raise InputError(f"{document.path}: record {number} is not an object")
    return [(f"record {number}", record) for number, record in enumerate(data, 1)]


def _lines(document: Document, text: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise InputError(f"{document.path}: not valid JSON at line {number}: {error.msg}") from error
        except RecursionError as error:
            raise InputError(
                f"{document.path}: line {number} is nested too deeply to be an article"
            ) from error
        if not isinstance(record, dict):
            raise InputError(f"{document.path}: line {number} is not a JSON object")
        yield f"line {number}", record


def _is_lines(text: str) -> bool:
    """Whether the first line alone is a JSON object: a .json file that holds JSON lines."""
    try:
        return isinstance(json.loads(text.lstrip().split("\n", 1)[0]), dict)
    except (json.JSONDecodeError, RecursionError):
        return False
