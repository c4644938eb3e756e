"""Lemmas without a model: irregular forms by table, the rest by ending and a list of common verbs."""

from __future__ import annotations

from functools import lru_cache

from compare.claims.details.lexicon import IRREGULAR, SPELLING, VERBS

_VOWELS = frozenset("aeiou")
_KEEP_S = ("ss", "us", "is", "'s", "ous", "series", "species", "politics", "economics", "headquarters")
_E_ENDINGS = ("v", "c", "z", "dg", "rg", "ng_", "u", "ag", "iz", "is", "ur", "ir", "at", "ut", "ot", "it_", "iat", "eas", "ouc", "as",
              "os", "us", "ar_", "or_", "id", "ud", "od", "ad_", "in_", "bl", "tl", "dl", "pl", "gl", "fl", "cl", "kl")  # fmt: skip


@lru_cache(maxsize=65_536)
def lemma(low: str) -> str:
    """The base form of a lower-case word: "injuring" → "injure", "countries" → "country", "fell" → "fall".

    British spelling is the normal form ("organize" → "organise"). What no rule knows is returned unchanged.
    """
    word = IRREGULAR.get(low) or _regular(low)
    word = SPELLING.get(word, word)
    if word.endswith(("ize", "yze")) and len(word) > 5:
        word = word[:-2] + "se"
    return word.replace("ization", "isation")


def _regular(low: str) -> str:
    if len(low) < 4 or low in VERBS:
        return low
    if low.endswith("ing") and len(low) > 4:
        return _verb(low[:-3], low)
    if low.endswith("ied") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith("ed") and not low.endswith("eed"):
        return _verb(low[:-2], low)
    if low.endswith("s") and not low.endswith(_KEEP_S):
        return _without_s(low)
    return low


def _without_s(low: str) -> str:
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")) and low[:-1] not in VERBS:
        return low[:-2]
    return low[:-1]


def _verb(stem: str, low: str) -> str:
    """The base of a verb form from what is left without -ed or -ing."""
    if not _VOWELS.intersection(stem) and "y" not in stem:
        return low
    if stem in VERBS:
        return stem
    if stem + "e" in VERBS:
        return stem + "e"
    if len(stem) > 2 and stem[-1] == stem[-2]:
        return stem if stem[-1] in "lsfz" and stem[:-1] not in VERBS else stem[:-1]
    if low.endswith("ing") and len(stem) < 3:
        return low
    return stem + "e" if stem.endswith(_E_ENDINGS) else stem
