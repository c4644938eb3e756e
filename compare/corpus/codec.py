"""A comparison as plain JSON data and back, for the cache: rows of fields, their types known from the records."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable
from functools import cache
from typing import Any, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from compare.claims.details import values
from compare.comparison import Comparison
from compare.embed.base import ModelInfo
from compare.judge.relation import Relation
from compare.records import JSON, Article, Claim, Cluster, Finding, Match, Value
from compare.settings import Settings

T = TypeVar("T")

Decode: TypeAlias = Callable[[Any], Any]

PARTS = {
    "articles": Article,
    "claims": Claim,
    "matches": Match,
    "clusters": Cluster,
    "findings": Finding,
    "models": ModelInfo,
}
"""What a comparison consists of, besides the verdicts of the relation model on pairs."""

VALUES: dict[str, type] = {
    cls.__name__: cls
    for cls in (
        values.Number, values.Quantity, values.Money, values.Percent, values.Moment, values.ClockTime, values.Name,
        values.Quotation, values.Modality, values.Polarity, values.ListValue,
    )
}  # fmt: skip


def encode(comparison: Comparison | None) -> JSON:
    """All of a comparison but its settings, as JSON data; null for none."""
    if comparison is None:
        return None
    parts: dict[str, JSON] = {name: [_row(item) for item in getattr(comparison, name)] for name in PARTS}
    relations: JSON = [[*pair, _row(relation)] for pair, relation in comparison.relations.items()]
    return parts | {"relations": relations}


def decode(data: Any, settings: Settings) -> Comparison | None:
    """The comparison that `encode` made this data of."""
    if data is None:
        return None
    parts = {name: _records(kind, data[name]) for name, kind in PARTS.items()}
    relation = _record_decoder(Relation)
    relations = {(a, b): relation(row) for a, b, row in data["relations"]}
    return Comparison(**parts, relations=relations, settings=settings)


def encode_record(record: Any) -> JSON:
    """Any record whose fields are plain data, records, or tuples of them, as JSON data."""
    encoded: JSON = _row(record)
    return encoded


def decode_record(cls: type[T], data: Any) -> T:
    """The record of that type that `encode_record` made this data of."""
    kind: Any = cls
    record: T = _record_decoder(kind)(data)
    return record


def _records(cls: Any, rows: list[Any]) -> tuple[Any, ...]:
    record = _record_decoder(cls)
    return tuple([record(row) for row in rows])


def _row(item: Any) -> Any:
    """A record as the list of its fields; a detail's value after the name of its type."""
    cls: Any = type(item)
    if _is_record(cls):
        row = [_row(getattr(item, name)) for name in _names(cls)]
        return [cls.__name__, *row] if cls.__name__ in VALUES else row
    return [_row(part) for part in item] if isinstance(item, tuple) else item


def _is_record(kind: Any) -> bool:
    return dataclasses.is_dataclass(kind)


@cache
def _names(cls: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(cls))


@cache
def _decoder(kind: Any) -> Decode | None:
    """What turns JSON data into a value of a type; None where it is one already."""
    origin = get_origin(kind)
    if kind is Value:
        return _value
    if _is_record(kind):
        return _record_decoder(kind)
    if origin is tuple:
        return _tuple_decoder(_decoder(get_args(kind)[0]))
    if origin in (Union, types.UnionType):
        inner = next((found for part in get_args(kind) if (found := _decoder(part))), None)
        return None if inner is None else lambda data: None if data is None else inner(data)
    return None


@cache
def _record_decoder(cls: Any) -> Decode:
    hints = get_type_hints(cls)
    steps = [(at, step) for at, name in enumerate(_names(cls)) if (step := _decoder(hints[name]))]

    def record(row: list[Any]) -> Any:
        for at, step in steps:
            row[at] = step(row[at])
        return cls(*row)

    return record


def _tuple_decoder(inner: Decode | None) -> Decode:
    if inner is None:
        return tuple
    return lambda rows: tuple([inner(row) for row in rows])


def _value(row: list[Any]) -> Any:
    decoder = _decoder(VALUES[row[0]])
    assert decoder is not None
    return decoder(row[1:])
