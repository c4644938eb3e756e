"""What a name names, the key it is compared by, and names that explain each other."""

from __future__ import annotations

from dataclasses import replace

from compare.claims import given_names
from compare.claims.details import name_words as words
from compare.claims.details import places
from compare.claims.details.lexicon import REPORTING, VERBS
from compare.claims.details.name_parts import Part
from compare.claims.details.places import fold
from compare.claims.details.roles import near
from compare.claims.details.tokens import Tokens
from compare.claims.details.values import Name, NameKind
from compare.records import Detail

_WHERE = frozenset(["in", "near", "outside", "inside", "across", "throughout"])
_NO_PLACES = words.EVENTS | words.ORGANISATIONS | words.OFFICES | words.COMMON | words.PAIRED


def name_detail(tokens: Tokens, part: Part) -> Detail:
    """A part of a run as a detail: its key, what it names, title and short form."""
    text = tokens.slice(part.first, part.end)
    key = part.key if part.key is not None else _key(text)
    kind = part.kind if part.kind != "unknown" or part.key is not None else _kind(tokens, part, fold(text))
    if kind == "person" and key:
        key = _person_key(key)
    forms = _forms(fold(text), key, kind)
    value = Name(
        text,
        key,
        kind,
        _plain_title(part.title),
        _short(key, kind),
        forms,
        near(tokens, part.first, part.end),
    )
    start, end = tokens.starts[part.first], tokens.ends[part.end - 1]
    return Detail("place" if kind == "place" else "name", start, end, text, value)


def _key(text: str) -> str:
    folded = " ".join(fold(text).split())
    return (
        words.SAME_ORGANISATION.get(folded)
        or places.SAME_PLACE.get(folded)
        or folded.replace(". ", " ").rstrip(".")
    )


def _person_key(key: str) -> str:
    """A person's key without titles, initials' stops and "Jr"."""
    parts = [
        word
        for word in key.replace(".", " ").split()
        if word not in words.HONORIFICS and word not in ("jr", "sr", "ii", "iii")
    ]
    return " ".join(parts) or key


def _forms(folded: str, key: str, kind: NameKind) -> tuple[str, ...]:
    forms = {folded} if folded != key and kind in ("organisation", "place") else set()
    if kind == "group":
        forms |= {places.DEMONYMS.get(folded, "")}
    return tuple(sorted(forms - {"", key}))


def _plain_title(title: str) -> str:
    kept = [word for word in title.split() if word not in ("the", ".")]
    return " ".join(kept).replace("defense", "defence").replace("labor", "labour")


def _short(key: str, kind: NameKind) -> str:
    if kind != "person" or " " not in key:
        return ""
    parts = key.split()
    particle = next((at for at in range(1, len(parts)) if parts[at] in words.PARTICLES), len(parts) - 1)
    return " ".join(parts[particle:])


def _kind(tokens: Tokens, part: Part, folded: str) -> NameKind:
    """By table, by the words of the name, by what stands around it; "unknown" when nothing tells."""
    lows = tokens.lows[part.first : part.end]
    if folded in words.SAME_ORGANISATION:
        return "organisation"
    if folded in places.DEMONYMS:
        return "group"
    if part.title:
        return "person"
    if (
        len(lows) > 1
        and lows[0] in given_names.ANY
        and lows[-1] not in words.ORGANISATIONS | words.EVENTS | places.PLACE_WORDS
    ):
        return "person"
    if places.is_place(folded):
        return "place"
    return _kind_by_words(tokens, part, lows)


def _kind_by_words(tokens: Tokens, part: Part, lows: list[str]) -> NameKind:
    last, head = (
        lows[-1],
        next((lows[at - 1] for at in range(1, len(lows)) if lows[at] in ("of", "for")), lows[-1]),
    )
    if len(lows) > 1 and (
        (last in places.PLACE_WORDS and head == last)
        or (lows[0] in ("mount", "lake", "cape", "river", "port") and len(lows) < 4)
    ):
        return "place"
    if head in words.EVENTS and len(lows) > 1:
        return "event"
    if head in words.ORGANISATIONS or (len(lows) > 1 and last in words.ORGANISATIONS):
        return "organisation"
    if any(low in words.EVENTS for low in lows[1:]):
        return "event"
    name = tokens.slice(part.first, part.end)
    if (
        part.first == 0
        and name.isupper()
        and len(name) > 3
        and tokens.low(part.end) in (",", "(", "—", "–", "-")
    ):
        return "place"
    if name.isupper() and 2 <= len(name.replace(".", "")) <= 6 and len(lows) == 1:
        return "organisation"
    return _kind_by_context(tokens, part, lows)


_NEIGHBOURS = frozenset(("neighbouring", "neighboring", "nearby"))


def _is_placed(tokens: Tokens, first: int) -> bool:
    """Whether the words before a name say that it is a place: "the town of", "neighbouring"."""
    before = tokens.low(first - 1)
    kind = before == "of" and tokens.low(first - 2) in places.PLACE_WORDS | {"capital", "suburb", "outskirts"}
    return kind or before in _NEIGHBOURS


def _kind_by_context(tokens: Tokens, part: Part, lows: list[str]) -> NameKind:
    before, after = tokens.low(part.first - 1), tokens.low(part.end)
    says = tokens.lemma(part.end) in REPORTING or after in ("who", "told")
    aged = after == "," and (
        (tokens.is_number(part.end + 1) and tokens.low(part.end + 2) in (",", "."))
        or tokens.low(part.end + 1) == "who"
    )
    two_words = 2 <= len(lows) <= 4 and all(low[0].isalpha() or low in "-." for low in lows)
    if two_words and (says or aged or any(low in words.PARTICLES for low in lows[1:-1])):
        return "person"
    if _is_placed(tokens, part.first):
        return "place"
    if (
        before in _WHERE
        and len(lows) <= 3
        and not says
        and lows[-1] not in _NO_PLACES
        and tokens.lemma(part.end - 1) not in VERBS
    ):
        return "place"
    if two_words and len(lows) == 3 and lows[1] == ".":
        return "person"
    if aged:
        return "person"
    return "unknown"


def link(tokens: Tokens, details: list[Detail]) -> list[Detail]:
    """Acronyms in brackets, and surnames after full names, given the key of what they stand for."""
    shorts: dict[str, Name] = {}
    linked: list[Detail] = []
    for detail in details:
        value = detail.value
        assert isinstance(value, Name)
        known = shorts.get(value.key)
        if known and known.key != value.key:
            kind, forms = known.kind, tuple(sorted({*value.forms, known.key}))
            key = known.key if known.kind != "person" else value.key
            value = replace(value, kind=kind, forms=tuple(form for form in forms if form != key), key=key)
        elif linked and _in_brackets(tokens.text, linked[-1], detail):
            value = _expansion(linked, value, shorts)
        if value.short:
            shorts[value.short] = value
        linked.append(replace(detail, value=value, type="place" if value.kind == "place" else "name"))
    return linked


def _in_brackets(text: str, before: Detail, detail: Detail) -> bool:
    gap = text[before.end : detail.start]
    return (
        gap.strip() == "("
        and text[detail.end : detail.end + 1] == ")"
        and len(detail.text.replace("-", "")) <= 8
    )


def _expansion(linked: list[Detail], value: Name, shorts: dict[str, Name]) -> Name:
    """The bracketed acronym takes the key of the name before it when its letters come from there."""
    full = linked[-1].value
    assert isinstance(full, Name)
    letters = iter(fold(full.text))
    acronym = "".join(char for char in fold(value.text) if char.isalnum())
    if not value.text[:2].isupper() or not all(char in letters for char in acronym):
        return value
    kind: NameKind = full.kind if full.kind != "unknown" else "organisation"
    key = full.key
    shorts[fold(value.text)] = replace(full, kind=kind)
    forms = tuple(sorted({*full.forms, fold(value.text)} - {key}))
    linked[-1] = replace(linked[-1], value=replace(full, kind=kind, short=fold(value.text), forms=forms))
    return replace(value, key=key, kind=kind, forms=forms)
