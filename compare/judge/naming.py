"""Whether two names are forms of one: variants, parts, initials, acronyms, titles."""

from __future__ import annotations

from compare.claims.details.values import Name


def same_name(one: Name, two: Name) -> bool:
    """Whether two names can be of one person, body or place: a variant, a part, an acronym, a title."""
    left, right = _forms(one), _forms(two)
    if left & right:
        return True
    if not one.key or not two.key:
        return bool(one.title) and bool(two.title) and (one.title in two.title or two.title in one.title)
    return _part(one, two) or _part(two, one) or _acronym(one.key, two.key) or _acronym(two.key, one.key)


def _forms(name: Name) -> set[str]:
    return {form for form in (name.key, *name.forms) if form}


def _part(short: Name, long: Name) -> bool:
    few, many = _words(short.key), _words(long.key)
    if "person" in (short.kind, long.kind):
        return _person_part(few, many)
    return len(few) < len(many) and set(few) <= set(many)


def _person_part(few: list[str], many: list[str]) -> bool:
    """A surname, a first name alone, or initials: each word a word of the other name or the beginning of one."""
    if not few or not many or len(few) > len(many):
        return False
    if len(few) == 1:
        return few[0] in (many[0], many[-1])
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
