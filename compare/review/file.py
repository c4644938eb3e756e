"""The file that the report's page exports, read strictly."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from os import PathLike
from pathlib import Path
from typing import Any, TypeVar

from compare.errors import InputError
from compare.review.records import Mark, Review, StoryReview, Wording

VERSION = 1

FINDING_ID, CLAIM_ID = re.compile(r"f[0-9a-f]{10}"), re.compile(r"c[0-9a-f]{10}")

T = TypeVar("T")


def load_review(path: str | PathLike[str]) -> Review:
    """A review file as the report's page exports it.

    Raises:
        InputError: The file can't be read, or isn't exactly such a file; the message says where.
    """
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
        data = json.loads(text, object_pairs_hook=_no_repeats, parse_constant=_no_constant)
    except OSError as error:
        raise InputError(f"{path}: can't be read: {error.strerror}") from error
    except RecursionError as error:
        raise InputError(
            f"{path}: nested too deeply to be a review; export it again from the report"
        ) from error
    except ValueError as error:
        raise InputError(
            f"{path}: not valid JSON: {error}; export the review again from the report"
        ) from error
    try:
        return Review(str(path), _stories(data))
    except _WrongError as error:
        raise InputError(f"{path}: {error}; export the review again from the report") from error


class _WrongError(ValueError):
    """What is wrong, and where in the file."""


def _no_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(
            f"{next(name for name in names if names.count(name) > 1)!r} stands twice in one object"
        )
    return found


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


def _stories(data: Any) -> tuple[StoryReview, ...]:
    if not isinstance(data, dict) or "review_version" not in data:
        raise _WrongError("no review of a claimcompare report (no review_version in it)")
    version = data["review_version"]
    if version != VERSION or isinstance(version, bool):
        raise _WrongError(
            f"review_version {version!r} is not known to this claimcompare, which reads {VERSION}"
        )
    _, stories = _object(data, "the file", review_version=_any, stories=partial(_list, item=_story))
    _once((story.story for story in stories), "the file")
    return tuple(stories)


def _story(data: Any, where: str) -> StoryReview:
    story, title, findings, marks = _object(
        data, where, story=_text, title=_text, findings=partial(_list, item=partial(_id, shape=FINDING_ID)),
        reviews=partial(_list, item=_mark),
    )  # fmt: skip
    _once((mark.finding for mark in marks), f"{where}.reviews")
    return StoryReview(story, title, tuple(findings), tuple(marks))


def _mark(data: Any, where: str) -> Mark:
    finding, rule, message, done, wrong, note, claims = _object(
        data, where, finding=partial(_id, shape=FINDING_ID), rule=_text, message=_text, done=_flag, wrong=_flag,
        note=_text, claims=partial(_list, item=_wording),
    )  # fmt: skip
    return Mark(finding, rule, message, done, wrong, note, tuple(claims))


def _wording(data: Any, where: str) -> Wording:
    return Wording(*_object(data, where, claim=partial(_id, shape=CLAIM_ID), text=_text))


def _object(data: Any, where: str, **fields: Callable[[Any, str], Any]) -> list[Any]:
    """The values of an object that has exactly these fields, each read by its function."""
    if not isinstance(data, dict):
        raise _WrongError(f"{where} must be an object, not {_kind(data)}")
    for name in fields:
        if name not in data:
            raise _WrongError(f"{where} has no {name!r}")
    for name in data:
        if name not in fields:
            raise _WrongError(f"{where} has {name!r}, which no review has")
    return [read(data[name], f"{where}.{name}") for name, read in fields.items()]


def _list(data: Any, where: str, item: Callable[[Any, str], T]) -> list[T]:
    if not isinstance(data, list):
        raise _WrongError(f"{where} must be a list, not {_kind(data)}")
    return [item(value, f"{where}[{number}]") for number, value in enumerate(data)]


def _text(data: Any, where: str) -> str:
    if not isinstance(data, str):
        raise _WrongError(f"{where} must be text, not {_kind(data)}")
    return data


def _flag(data: Any, where: str) -> bool:
    if not isinstance(data, bool):
        raise _WrongError(f"{where} must be true or false, not {_kind(data)}")
    return data


def _id(data: Any, where: str, shape: re.Pattern[str]) -> str:
    if not shape.fullmatch(_text(data, where)):
        raise _WrongError(f"{where} must be an id such as {shape.pattern[0]}0123456789, not {data!r}")
    return str(data)


def _any(data: Any, where: str) -> Any:
    del where
    return data


def _once(names: Iterable[str], where: str) -> None:
    for name, times in Counter(names).items():
        if times > 1:
            raise _WrongError(f"{where} has {name} twice")


def _kind(data: Any) -> str:
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false", type(None): "null"}
    return names.get(type(data), "a number")
