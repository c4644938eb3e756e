"""The verdicts on pairs that were judged before: content-addressed, so an entry can't be out of date."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence

from compare.embed.cache import cache_folder
from compare.embed.store import Store
from compare.judge.relation.model import SHA256, Relation, relate
from compare.records import Span
from compare.settings import EmbedSettings

FORMAT = 2
"""Goes into every key: raise it when a change makes another verdict of the same pair and weights."""


def cached_relate(pairs: Sequence[tuple[str, str]], settings: EmbedSettings) -> list[Relation]:
    """Judge pairs both ways round, as `relate` does; only those not kept from an earlier run reach the model.

    Raises:
        ModelError: The model's files are missing or damaged.
    """
    if not settings.cache:
        return relate(pairs, both=True)
    store = Store(cache_folder(settings), settings.cache_bytes)
    try:
        keys = {pair: _key(pair) for pair in dict.fromkeys(pairs)}
        kept = store.get(list(keys.values()))
        missing = [pair for pair, key in keys.items() if key not in kept]
        judged = dict(zip(missing, relate(missing, both=True), strict=True))
        store.put({keys[pair]: pack(relation) for pair, relation in judged.items()})
        return [judged[pair] if pair in judged else unpack(kept[keys[pair]]) for pair in pairs]
    finally:
        store.close()


Relate = Callable[[Sequence[tuple[str, str]]], Sequence[Relation]]


def remembered(relate: Relate) -> Relate:
    """The same, but a pair that was judged before in this comparison isn't judged again."""
    known: dict[tuple[str, str], Relation] = {}

    def judge(pairs: Sequence[tuple[str, str]]) -> list[Relation]:
        new = [pair for pair in dict.fromkeys(pairs) if pair not in known]
        known.update(zip(new, relate(new) if new else [], strict=True))
        return [known[pair] for pair in pairs]

    return judge


def pack(relation: Relation) -> bytes:
    """A verdict as bytes."""
    scores = [relation.entailment, relation.neutral, relation.contradiction, relation.same]
    spans = [
        [[span.start, span.end] for span in side]
        for side in (relation.premise_words, relation.hypothesis_words)
    ]
    return json.dumps([scores, *spans]).encode("ascii")


def unpack(data: bytes) -> Relation:
    """The verdict that `pack` made bytes of."""
    (entailment, neutral, contradiction, same), *sides = json.loads(data)
    premise, hypothesis = (tuple(Span(start, end) for start, end in side) for side in sides)
    return Relation(entailment, neutral, contradiction, same, premise, hypothesis)


def _key(pair: tuple[str, str]) -> bytes:
    parts = "\x1f".join((f"relation {FORMAT}", SHA256, *pair))
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).digest()
