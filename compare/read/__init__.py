"""Bytes to articles: one small file a format, and furniture.py, which tells the body from all the rest."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, Union

from compare.errors import InputError
from compare.read.document import Document
from compare.read.files import files_at, open_file, too_large
from compare.read.formats import is_address, sniff
from compare.read.formats import read as read_document
from compare.records import Article
from compare.settings import ReadSettings

if TYPE_CHECKING:
    import pandas as pd

Input: TypeAlias = Union[str, PathLike[str], Article, "pd.DataFrame"]
"""A path, a folder, an http(s) address, "-" for standard input, an article, or a DataFrame of articles."""

MIN_ARTICLES = 2


def read(inputs: Iterable[Input], settings: ReadSettings | None = None) -> list[Article]:
    """The articles of all inputs, in order, each with an id of its own.

    Raises:
        InputError: An input can't be read, is given twice, or there are fewer than two articles.
    """
    settings = settings or ReadSettings()
    given = list(inputs)
    articles = [article for place in _places(given) for article in _read_place(place, settings)]
    if len(articles) < MIN_ARTICLES:
        raise InputError(_too_few(given, len(articles)))
    return with_unique_ids(articles)


def read_one(input: Input, settings: ReadSettings | None = None) -> list[Article]:
    """The articles of one input, however many. Raises InputError when it can't be read."""
    settings = settings or ReadSettings()
    return with_unique_ids(
        [article for place in _places([input]) for article in _read_place(place, settings)]
    )


_Place: TypeAlias = Union[str, tuple[Path, str], Article, "pd.DataFrame"]


def _places(inputs: Iterable[Input]) -> Iterator[_Place]:
    """The inputs with folders opened. Raises InputError for one that is given twice."""
    seen: dict[object, str] = {}
    for given in inputs:
        for key, name, place in _open(given):
            if key in seen:
                also = f" (also as {seen[key]})" if seen[key] != name else ""
                raise InputError(f"{name}: given twice{also}; compare it with another source")
            if key is not None:
                seen[key] = name
            yield place


def _open(given: Input) -> Iterator[tuple[object, str, _Place]]:
    """What makes an input the same as another, what to call it, and where to read it."""

    if not isinstance(given, (str, PathLike)):
        yield None, "", given
        return
    name = fspath(given)
    if name == "-" or is_address(name):
        yield name, name, name
        return
    for key, file, shown in files_at(Path(name), name):
        yield key, shown, (file, shown)


def _read_place(place: _Place, settings: ReadSettings) -> list[Article]:
    if isinstance(place, Article):
        return [place]
    if isinstance(place, tuple):
        return read_document(open_file(*place, settings), settings)
    if isinstance(place, str):
        return read_document(_standard_input(settings) if place == "-" else _fetch(place, settings), settings)
    from compare.read.table import is_frame, read_frame

    if not is_frame(place):
        raise InputError(
            f"{type(place).__name__} is no input; give a path, an address, an Article or a DataFrame"
        )
    return read_frame(place, settings)


def _fetch(address: str, settings: ReadSettings) -> Document:
    from compare.read.address import fetch

    return fetch(address, settings)


def _standard_input(settings: ReadSettings) -> Document:
    data = sys.stdin.buffer.read(settings.max_bytes + 1)
    if len(data) > settings.max_bytes:
        raise InputError(too_large("standard input", settings))
    if not data.strip():
        raise InputError("standard input: is empty; pipe an article into it or name a file")
    return Document("-", "stdin", data, sniff(data))


def _too_few(given: list[Input], count: int) -> str:
    if not count:
        return "no articles given; name at least two files, folders or addresses"
    name = (
        given[0].path
        if isinstance(given[0], Article)
        else given[0]
        if isinstance(given[0], str)
        else "the input"
    )
    return f"{name}: only one article; give a second source to compare it with"


def with_unique_ids(articles: list[Article]) -> list[Article]:
    """Ids made distinct where two files share a stem: by their suffix, else by their folders.

    Raises:
        InputError: Two articles of one file, or two given as records, have the same id.
    """
    for longer in (_name, _path):
        taken = Counter(article.id for article in articles)
        articles = [
            replace(article, id=longer(article)) if taken[article.id] > 1 else article for article in articles
        ]
    taken = Counter(article.id for article in articles)
    for article in articles:
        if taken[article.id] > 1:
            raise InputError(f"{article.path}: two articles have the id {article.id!r}; give each its own")
    return articles


def _name(article: Article) -> str:
    return Path(article.path).name if Path(article.path).stem == article.id else article.id


def _path(article: Article) -> str:
    return Path(article.path).as_posix() if Path(article.path).name.startswith(article.id) else article.id
