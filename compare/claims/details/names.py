"""Names of people, organisations, places and events, by capital letters, titles and tables; no model."""

from __future__ import annotations

from dataclasses import dataclass, replace

from compare.claims import given_names
from compare.claims.details import name_words as words
from compare.claims.details import places
from compare.claims.details.lexicon import FUNCTION, REPORTING, VERBS
from compare.claims.details.places import fold
from compare.claims.details.roles import TOPICS, near
from compare.claims.details.tables import word_set
from compare.claims.details.tokens import Tokens
from compare.claims.details.values import Name, NameKind
from compare.records import Detail

_OPENERS = frozenset(".?!:;\"“‘'(—–…•*")
_ABBREVIATED = word_set(
    """
    mr mrs ms dr prof st sen rep gov gen lt col capt sgt maj adm rev hon jr sr
    """
)
_WHERE = frozenset(["in", "near", "outside", "inside", "across", "throughout"])
_LONGEST = 14
_OWNERS = frozenset(("st", "st.", "saint", "king", "queen", "our"))
_OWNING = word_set("king queen women men children people moody lloyd sotheby christie mcdonald")
_OWNED = word_set("hospital university college church school cathedral academy park")
_NO_PLACES = words.EVENTS | words.ORGANISATIONS | words.OFFICES | words.COMMON | words.PAIRED


@dataclass(frozen=True, slots=True)
class _Part:
    """Words `first` up to `end` that name one thing."""

    first: int
    end: int
    title: str = ""
    kind: NameKind = "unknown"
    key: str | None = None


def find(tokens: Tokens, taken: bytearray) -> list[Detail]:
    """The names, in order; words in `taken` belong to dates, times and measures and start no name."""
    parts: list[_Part] = []
    index = 0
    while index < len(tokens):
        if taken[index] or not _is_capital(tokens, index):
            parts += _common_title(tokens, index)
            index += 1
            continue
        end = _run_end(tokens, index, taken)
        parts += _split(tokens, index, end)
        index = end
    return _linked(tokens, [_value(tokens, part) for part in parts])


def _is_capital(tokens: Tokens, index: int) -> bool:
    word = tokens.word(index)
    return word[:1].isupper() and word not in (
        "I",
        "I'm",
        "I’m",
        "I've",
        "I’ve",
        "I'll",
        "I’ll",
        "I'd",
        "I’d",
    )


# --- where a run of capitalised words ends ---


def _run_end(tokens: Tokens, first: int, taken: bytearray) -> int:
    at = first + 1
    while at < len(tokens) and at - first < _LONGEST and not taken[at]:
        step = _step(tokens, first, at)
        if not step or any(taken[at : at + step]):
            break
        at += step
    return at


def _step(tokens: Tokens, first: int, at: int) -> int:
    """How many words at `at` go on with the name that started at `first`; 0 when it ends."""
    low = tokens.lows[at]
    if _breaks(tokens, at):
        return 0
    if low[0].isalpha() and _is_capital(tokens, at):
        return 1
    if (
        low == "."
        and _is_capital(tokens, at + 1)
        and (len(tokens.word(at - 1)) == 1 or tokens.low(at - 1) in _ABBREVIATED)
    ):
        return 2
    if low[0].isdecimal() and tokens.glued(at) and low.isdecimal():
        return 1
    if low in ("'", "’") and tokens.low(at - 1).endswith("s") and tokens.low(at + 1) in words.ORGANISATIONS:
        return 2 if _is_capital(tokens, at + 1) and tokens.glued(at) else 0
    if low in ("-", "‑", "–") and tokens.glued(at) and tokens.glued(at + 1):
        return 2 if _is_capital(tokens, at + 1) or (tokens.is_number(at + 1) and low != "–") else 0
    if low == "'s" or low == "’s":
        church = tokens.low(first) in _OWNERS and tokens.low(at + 1) in _OWNED
        named = church or tokens.low(at - 1) in _OWNING
        return 2 if named and _is_capital(tokens, at + 1) else 0
    if low in words.PARTICLES:
        return _particles(tokens, at)
    if low in ("of", "for"):
        return _of(tokens, at, words.OF_HEADS if low == "of" else words.FOR_HEADS)
    if low in ("and", "&"):
        return _and(tokens, first, at)
    return 0


def _breaks(tokens: Tokens, at: int) -> bool:
    """Whether a line ends, or a bracket or comma stands, before the word."""
    gap = tokens.text[tokens.ends[at - 1] : tokens.starts[at]]
    return "\n" in gap or len(gap) > 2


def _particles(tokens: Tokens, at: int) -> int:
    end = at
    while tokens.low(end) in words.PARTICLES and end - at < 3:
        end += 1
    dash = tokens.low(end) == "-"
    return end - at + 1 + dash if _is_capital(tokens, end + dash) else 0


def _of(tokens: Tokens, at: int, heads: frozenset[str]) -> int:
    if tokens.low(at - 1) not in heads:
        return 0
    step = 2 if tokens.low(at + 1) == "the" else 1
    return step + 1 if _is_capital(tokens, at + step) else 0


def _and(tokens: Tokens, first: int, at: int) -> int:
    """Over "and" inside a name: of the Ministry of X and Y, Security and Defence Y, Trinidad and Tobago."""
    if not _is_capital(tokens, at + 1):
        return 0
    if tokens.lows[at] == "&":
        return 2
    before = tokens.lows[first:at]
    after = tokens.low(at + 1)
    if fold(f"{' '.join(before)} and {after}") in places.REGIONS:
        return 2
    if (
        before[-1] in words.PAIRED
        and after in words.PAIRED
        and (len(before) == 1 or "of" in before or "for" in before)
    ):
        return 2
    if ("of" in before or "for" in before) and not _DEPARTMENTS.isdisjoint(before):
        return 2 if after not in words.OFFICES and tokens.low(at + 2) not in words.OFFICES else 0
    return 2 if before[-1] in words.PAIRED and tokens.low(at + 2) in words.ORGANISATIONS | words.EVENTS else 0


_DEPARTMENTS = word_set(
    "ministry department minister representative commissioner commission committee institute office"
)


# --- what a run consists of ---


def _split(tokens: Tokens, first: int, end: int) -> list[_Part]:
    first = _without_start(tokens, first, end)
    while first < end - 1 and tokens.lows[first] in ("the", "a", "an") and not tokens.is_number(first + 1):
        if places.is_place(fold(tokens.slice(first, end))):
            break
        first += 1
    if _is_headline(tokens, first, end):
        return []
    if first >= end or (first == end - 1 and not _alone(tokens, first)):
        return []
    pair = _hyphen_pair(tokens, first, end)
    if pair:
        return pair
    parts: list[_Part] = []
    nation = _nation_prefix(tokens, first, end)
    if nation > first:
        parts += [_Part(first, nation, kind="group" if tokens.lows[first] in places.DEMONYMS else "unknown")]
        first = nation
    return parts + _titled(tokens, first, end)


def _is_headline(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a run is a whole text in title case rather than a name."""
    return (
        end - first > 4
        and end - first > 0.7 * len(tokens)
        and sum(tokens.lemma(at) in VERBS for at in range(first, end)) > 0
    )


def _starts_sentence(tokens: Tokens, index: int) -> bool:
    return (
        index == 0
        or tokens.low(index - 1) in _OPENERS
        or "\n" in tokens.text[tokens.ends[index - 1] : tokens.starts[index]]
    )


def _without_start(tokens: Tokens, first: int, end: int) -> int:
    """The run without capitals that only a sentence start explains: "Addressing Parliament", "Meanwhile India"."""
    if not _starts_sentence(tokens, first):
        while (
            first < end
            and tokens.lows[first] in FUNCTION
            and tokens.lows[first] not in ("us", "a", "up")
            and end - first > 1
            and not places.is_place(fold(tokens.slice(first, end)))
        ):
            first += 1
        return first
    while first < end:
        low = tokens.lows[first]
        alone = end - first == 1
        if (low in FUNCTION and not (low == "us" and tokens.word(first) == "US")) or (
            not alone and _is_lead_in(tokens, first)
        ):
            first += 1
        else:
            break
        if alone:
            return end
    return first


def _is_lead_in(tokens: Tokens, index: int) -> bool:
    """A common word before a name at a sentence start: an adverb, a participle, "Former", "Critics"."""
    low = tokens.lows[index]
    if (
        low in words.OFFICES
        or low in words.HONORIFICS
        or tokens.low(index + 1) in ("of", "-", "and", "&", "for")
    ):
        return False
    if low in words.PAIRED or low in (
        "new",
        "old",
        "high",
        "national",
        "international",
        "public",
        "civil",
        "supreme",
        "armed",
    ):
        return False
    if tokens.low(index + 1) in words.ORGANISATIONS | words.EVENTS | words.OFFICES and low not in (
        "former",
        "late",
        "meanwhile",
        "local",
        "despite",
    ):
        return low.endswith(("ly", "ing"))
    return (
        low in words.COMMON
        or low.endswith("ly")
        or (tokens.lemma(index) in VERBS and low.endswith(("ing", "ed")))
    )


def _alone(tokens: Tokens, index: int) -> bool:
    """Whether one capitalised word is a name: anywhere but at a sentence start it is, unless all is in capitals."""
    word, low = tokens.word(index), tokens.lows[index]
    if low in FUNCTION and low not in ("us", "who", "it"):
        return False
    if low in FUNCTION:
        return word.isupper()
    if len(word) == 1:
        return False
    if not _starts_sentence(tokens, index):
        return not (word.isupper() and len(word) > 6) and low not in _NOT_NAMES
    folded = fold(word)
    if (
        folded in words.SAME_ORGANISATION
        or (folded in places.SAME_PLACE and word.isupper())
        or low in places.DEMONYMS
    ):
        return True
    if word.isupper():
        return len(word) <= 6
    if (
        low in words.COMMON
        or (tokens.lemma(index) in words.COMMON)
        or tokens.lemma(index) in VERBS
        or low in words.OFFICES | words.ORGANISATIONS | words.EVENTS
    ):
        return False
    if low in TOPICS and low not in given_names.ANY:
        return False
    return _name_at_start(tokens, index, folded)


_NOT_NAMES = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december
    """
)


def _name_at_start(tokens: Tokens, index: int, folded: str) -> bool:
    """A word no table of common words knows, at a sentence start."""
    low, after = tokens.lows[index], tokens.low(index + 1)
    if places.is_place(folded) or low in given_names.ANY or low in words.SURNAMES_IN_S:
        return True
    if any(tokens.words[at] == tokens.words[index] for at in range(index + 1, len(tokens))):
        return True
    speaks = tokens.lemma(index + 1) in REPORTING and not after.endswith("ing")
    if low.endswith("s") and not low.endswith(("as", "is", "os", "us", "ss", "'s")):
        return after in ("'s", "’s") or (
            speaks and not low.endswith(words.COMMON_ENDINGS) and low.endswith("ns")
        )
    if low.endswith(words.COMMON_ENDINGS):
        person = speaks and low.endswith(("ing", "ence", "ance", "ness")) and tokens.lemma(index) not in VERBS
        return person or (after in ("'s", "’s") and not low.endswith(("tion", "ment", "ity")))
    modifies = after[:1].islower() and after not in FUNCTION and tokens.lemma(index + 1) not in VERBS
    if modifies and low.endswith(("al", "ic", "an", "ary", "ive")):
        return False
    return (
        speaks
        or after in ("'s", "’s", ",", "has", "is", "was", "will", "also", "had", "and")
        or tokens.lemma(index + 1) in VERBS
        or after == ""
    )


def _hyphen_pair(tokens: Tokens, first: int, end: int) -> list[_Part]:
    """ "India-EU relations": two names; "India-EU Summit" is one."""
    if end - first != 3 or tokens.lows[first + 1] not in ("-", "–"):
        return []
    known = (_is_known(tokens.lows[at]) for at in (first, first + 2))
    return [_Part(first, first + 1), _Part(first + 2, end)] if all(known) else []


def _is_known(low: str) -> bool:
    folded = fold(low)
    return folded in words.SAME_ORGANISATION or low in places.DEMONYMS or places.is_place(folded)


def _nation_prefix(tokens: Tokens, first: int, end: int) -> int:
    """Where the title starts in "Indian Prime Minister …", "EU High Representative …"; `first` when nothing precedes it."""
    for length in (1, 2):
        at = first + length
        if (
            at < end
            and tokens.lows[at] in words.OFFICES | words.MODIFIERS | words.HONORIFICS
            and tokens.lows[at] not in ("and", "of", "for", "the")
        ):
            name = fold(tokens.slice(first, at))
            nation = (
                name in places.DEMONYMS
                or name in places.SAME_PLACE
                or name in words.SAME_ORGANISATION
                or places.is_place(name)
            )
            if nation and _has_office(tokens, at, end) and tokens.lows[first] not in words.MODIFIERS:
                return at
    return first


def _has_office(tokens: Tokens, first: int, end: int) -> bool:
    at = first
    while at < end and tokens.lows[at] in words.MODIFIERS | words.OFFICES:
        if tokens.lows[at] in words.OFFICES:
            return True
        at += 1
    return False


def _titled(tokens: Tokens, first: int, end: int) -> list[_Part]:
    """A run as title and name: "Defence Minister Rajnath Singh"; a title alone keeps its of-phrase."""
    at, office = first, first
    while at < end and (
        tokens.lows[at] in words.HONORIFICS | words.OFFICES | words.MODIFIERS or tokens.lows[at] == "."
    ):
        if tokens.lows[at] in words.OFFICES | words.HONORIFICS:
            office = at + 1 + (tokens.low(at + 1) == ".")
        at += 1
    if office == first:
        return [_Part(first, end, _lower_title(tokens, first))]
    rest = tokens.low(office)
    if office >= end or rest in ("of", "for", "and"):
        if rest in ("of", "for", "and") or tokens.lows[end - 1] in words.OFFICES:
            return [_Part(first, end, tokens.phrase(first, end), "person", "")]
        return [_Part(first, end)]
    if tokens.lows[office] in words.ORGANISATIONS | words.EVENTS | places.PLACE_WORDS or tokens.lows[
        first
    ] in ("st", "first", "second", "third", "high", "fire"):
        return [_Part(first, end)]
    return [_Part(office, end, tokens.phrase(first, office).replace(" .", ""), "person")]


def _lower_title(tokens: Tokens, first: int) -> str:
    """The title in small letters right before a name: "defence minister Rajnath Singh"."""
    at = first
    while (
        at > 0
        and first - at < 4
        and tokens.lows[at - 1] in words.OFFICES | words.MODIFIERS
        and not tokens.is_capital(at - 1)
    ):
        at -= 1
    while at < first and tokens.lows[at] in ("the", "and", "of", "for"):
        at += 1
    return tokens.phrase(at, first) if tokens.low(first - 1) in words.OFFICES and at < first else ""


def _common_title(tokens: Tokens, index: int) -> list[_Part]:
    """ "the defence minister" in small letters, where no name follows."""
    if tokens.lows[index] not in words.OFFICES or tokens.is_capital(index) or tokens.is_capital(index + 1):
        return []
    at = index
    while (
        at > 0
        and index - at < 3
        and tokens.lows[at - 1] in words.MODIFIERS
        and tokens.lows[at - 1] not in ("the", "and", "of", "for")
    ):
        at -= 1
    if tokens.low(at - 1) not in ("the", "'s", "’s") or tokens.low(index + 1) in words.OFFICES:
        return []
    return [_Part(at, index + 1, tokens.phrase(at, index + 1), "person", "")]


# --- what a part names ---


def _value(tokens: Tokens, part: _Part) -> Detail:
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


def _kind(tokens: Tokens, part: _Part, folded: str) -> NameKind:
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


def _kind_by_words(tokens: Tokens, part: _Part, lows: list[str]) -> NameKind:
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


def _kind_by_context(tokens: Tokens, part: _Part, lows: list[str]) -> NameKind:
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


# --- names that explain each other ---


def _linked(tokens: Tokens, details: list[Detail]) -> list[Detail]:
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
