"""Whether two names are forms of one: variants, parts, initials, acronyms, titles."""

from __future__ import annotations

from compare.align.lexicon import stem
from compare.claims.details.values import Name

SAME_SPELLING = 84.0
"""Likeness of two surnames (rapidfuzz ratio) from which they are one in two spellings."""


def same_name(one: Name, two: Name) -> bool:
    """Whether two names can be of one person, body or place: a variant, a part, an acronym, a title."""
    left, right = _forms(one), _forms(two)
    if left & right or _stems(one.key) & _stems(two.key):
        return True
    if not one.key or not two.key:
        return bool(one.title) and bool(two.title) and (one.title in two.title or two.title in one.title)
    if _derived(one.key, two.key) or _respelt(_words(one.key), _words(two.key)):
        return True
    return _part(one, two) or _part(two, one) or _acronym(one.key, two.key) or _acronym(two.key, one.key)


def _derived(one: str, two: str) -> bool:
    """A place and its adjective: "Fiji" and "Fijian", "Argentina" and "Argentine"."""
    short, long = sorted((one, two), key=len)
    common = next((at for at, (x, y) in enumerate(zip(one, two, strict=False)) if x != y), len(short))
    return (
        len(short) > 3 and len(long) - common <= 4 and (common == len(short) or common >= len(short) - 2 > 4)
    )


def _respelt(one: list[str], two: list[str]) -> bool:
    """The same words but for the spelling of the last, or the same last two words ("Madam Goh Siew Lan")."""
    from rapidfuzz import fuzz

    if min(len(one), len(two)) > 2 and one[-2:] == two[-2:]:
        return True
    return len(one) == len(two) > 1 and one[:-1] == two[:-1] and fuzz.ratio(one[-1], two[-1]) >= SAME_SPELLING


def _forms(name: Name) -> set[str]:
    return {form for form in (name.key, *name.forms) if form}


def _stems(key: str) -> set[tuple[str, ...]]:
    """The name without endings: "Nationals" and "National"."""
    return {tuple(stem(word) for word in _words(key))} if key else set()


def _part(short: Name, long: Name) -> bool:
    few, many = _words(short.key), _words(long.key)
    if "person" in (short.kind, long.kind):
        return _person_part(few, many)
    return len(few) < len(many) and set(few) <= set(many)


def _person_part(few: list[str], many: list[str]) -> bool:
    """A surname, a first name alone, or initials: each word a word of the other name or the beginning of one."""
    if not few or not many or len(few) > len(many):
        return False
    if few == many[-len(few) :] or few == many[:1]:
        return True
    initials = all(
        x == y or (1 in (len(x), len(y)) and x[0] == y[0]) for x, y in zip(few[:-1], many[:-1], strict=False)
    )
    return few[-1] == many[-1] and initials


def _acronym(short: str, long: str) -> bool:
    """Whether `short` are the initials of `long`, of which the end may be missing ("Transport Workers", "TWU")."""
    words = [word for word in _words(long) if word not in ("of", "the", "and", "for", "in")]
    initials = "".join(word[0] for word in words)
    return len(words) > 1 and 1 < len(short) <= len(initials) + 1 and short.startswith(initials[: len(short)])


def _words(key: str) -> list[str]:
    return key.replace("-", " ").replace("–", " ").split()
