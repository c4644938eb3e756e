"""Fact blocks → labelled pairs, every way round that the block's labels allow, and pairs that balance surface cues.

A block's contradicting sentences tend to carry tell-tale words ("…, not X"), so a model could pass by reading the
hypothesis alone. Here every sentence of a block also stands in pairs that entail (itself, shortened or respelt) and
in pairs that are neutral (sentences of the same event on another matter), and true sentences get one value swapped.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any, NamedTuple

from training.relation.swaps import NamePool, respell, shorten, swap


class Pair(NamedTuple):
    """A labelled pair; `words`/`against`: deciding words, "" where unknown, None where there are none."""

    premise: str
    hypothesis: str
    label: str
    slot: bool | None
    words: str | None = ""
    against: str | None = ""
    group: str = "facts"


def expand(blocks: list[dict[str, Any]], seed: int, augment: bool, cross: int = 2) -> list[Pair]:
    """All pairs of the blocks, without repeats, in the blocks' order."""
    rng = random.Random(seed)
    domains: dict[str, list[dict[str, Any]]] = {}
    for block in blocks:
        domains.setdefault(block["id"].split("-")[0], []).append(block)
    pool = NamePool(s for b in blocks for s in b["same"])
    seen: set[tuple[str, str]] = set()
    out = []
    for block in blocks:
        made = list(_told(block, rng)) + list(
            _elsewhere(block, domains[block["id"].split("-")[0]], rng, cross)
        )
        if augment:
            made += list(_balanced(block, rng)) + list(_swapped(block, pool, rng))
            made += list(_in_context(block, pool, random.Random(f"{seed} {block['id']}")))
        for pair in made:
            key = pair[:2]
            if key not in seen and pair.premise != pair.hypothesis:
                seen.add(key)
                out.append(pair)
    return out


def _told(block: dict[str, Any], rng: random.Random) -> Iterator[Pair]:
    """What the block's labels say outright."""
    same = block["same"]
    yield from (Pair(p, h, "entailment", True, None, None) for p in same for h in same if p != h)
    for x in block.get("variant", []):
        for s in rng.sample(same, min(2, len(same))):
            yield Pair(s, x["text"], "entailment", True, None, None)
        yield Pair(x["text"], rng.choice(same), "not_contradiction", True, None, None)
    for x in block.get("more", []):
        for s in rng.sample(same, min(2, len(same))):
            yield Pair(x["text"], s, "entailment", True, None, None)
        yield Pair(rng.choice(same), x["text"], "neutral", True, None, None)
    for x in block.get("less", []):
        for s in rng.sample(same, min(2, len(same))):
            yield Pair(s, x["text"], "entailment", True, None, None)
        yield Pair(rng.choice(same), x["text"], "entailment", True, None, None)
        yield Pair(x["text"], rng.choice(same), "neutral", True, None, None)
    yield from _clashing(block)
    for x in block.get("neutral", []):
        yield Pair(rng.choice(same), x["text"], "neutral", False, None, None)
        yield Pair(x["text"], rng.choice(same), "neutral", False, None, None)
    for x in block.get("soft", []):
        for _ in range(3):
            yield Pair(rng.choice(same), x["text"], "neutral", True)
        yield Pair(same[0], x["text"], "neutral", True)


def _clashing(block: dict[str, Any]) -> Iterator[Pair]:
    same = block["same"]
    for x in block.get("contradict", []):
        yield Pair(same[0], x["text"], "contradiction", True, x["words"], x["against"])
        yield Pair(x["text"], same[0], "contradiction", True, x["against"], x["words"])
        for s in same[1:]:
            yield Pair(s, x["text"], "contradiction", True, x["words"], "")
            yield Pair(x["text"], s, "contradiction", True, "", x["words"])
    for more in block.get("more", [])[:1]:
        for x in block.get("contradict", []):
            yield Pair(more["text"], x["text"], "contradiction", True, x["words"], "")


def _elsewhere(
    block: dict[str, Any], others: list[dict[str, Any]], rng: random.Random, cross: int
) -> Iterator[Pair]:
    """Sentences of other events of the domain: neutral, and not to be aligned."""
    for _ in range(cross):
        other = rng.choice(others)
        if other is not block:
            clash = [x["text"] for x in other.get("contradict", [])]
            yield Pair(
                rng.choice(block["same"]), rng.choice(other["same"] + clash), "neutral", False, None, None
            )


_OWN_MATTER = {"other_role", "reaction", "plan", "background", "comparison", "question", "condition"}
"""Kinds of neutral sentence that answer another question than any telling of the fact, true or not."""


def _balanced(block: dict[str, Any], rng: random.Random) -> Iterator[Pair]:
    """The block's other sentences where they entail or are neutral, so that no sentence stands for one label."""
    clash = [x["text"] for x in block.get("contradict", [])]
    side = [x["text"] for x in block.get("neutral", []) if x["kind"] in _OWN_MATTER]
    everything = clash + side + [x["text"] for x in block.get("soft", [])] + rng.sample(block["same"], 1)
    for text in everything:
        other = respell(text, rng)
        short = shorten(text, rng)
        if other:
            yield Pair(text, other, "entailment", True, None, None, "balance")
            yield Pair(other, text, "entailment", True, None, None, "balance")
        if short:
            yield Pair(text, short, "entailment", True, None, None, "balance")
            yield Pair(short, text, "neutral", True, None, None, "balance")
    for text in clash:
        if side:
            two = [text, rng.choice(side)]
            rng.shuffle(two)
            yield Pair(two[0], two[1], "neutral", False, None, None, "balance")


def _swapped(block: dict[str, Any], pool: NamePool, rng: random.Random) -> Iterator[Pair]:
    """One value of a true telling changed: it contradicts every telling that states the old value."""
    same = block["same"]
    tellings = same + [x["text"] for x in block.get("more", [])]
    for s in tellings:
        for old, new, text in swap(s, pool, rng):
            holders = [p for p in tellings if p != s and old.lower() in p.lower()]
            for p in rng.sample(holders, min(2, len(holders))):
                two = Pair(p, text, "contradiction", True, new, old, "swaps")
                back = Pair(text, p, "contradiction", True, old, new, "swaps")
                yield two if rng.random() < 0.5 else back
            if rng.random() < 0.3:
                yield Pair(s, text, "contradiction", True, new, old, "swaps")
            yield Pair(text, rng.choice(same), "not_entailment", True, "", "", "swaps")


def _in_context(block: dict[str, Any], pool: NamePool, rng: random.Random) -> Iterator[Pair]:
    """A premise of two or three sentences about the event: what any one of them says, clashes with or leaves open.

    Names and numbers of several roles stand side by side there, as in real premises. Whether such a pair answers
    one question is not said: a premise that long is no claim.
    """
    side = [x["text"] for x in block.get("neutral", []) if x["kind"] in _OWN_MATTER]
    if len(side) < 2:
        return

    def premise(telling: str, *more: str) -> str:
        sentences = [telling, *more]
        rng.shuffle(sentences)
        return " ".join(sentences)

    same = block["same"]
    told, other = rng.sample(same, 2)
    first, second = rng.sample(side, 2)
    yield _context(premise(told, first), other, "entailment")
    for x in block.get("less", [])[:1]:
        yield _context(premise(told, first), x["text"], "entailment")
    yield _context(premise(told, first), second, "neutral")
    yield _context(premise(told, first, second), respell(first, rng) or first, "entailment")
    for x in rng.sample(block.get("contradict", []), min(2, len(block.get("contradict", [])))):
        yield _context(premise(rng.choice(same), first), x["text"], "contradiction", x["words"])
    for _, new, text in list(swap(first, pool, rng))[:1]:
        yield _context(premise(told, first), text, "contradiction", new)


def _context(premise: str, hypothesis: str, label: str, words: str = "") -> Pair:
    none = None if label != "contradiction" else words
    return Pair(premise, hypothesis, label, None, none, none if none is None else "", "context")
