"""Edits of one sentence: a value swapped (the sense changes), a spelling changed or a clause dropped (it does not)."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator

NUMBER_WORDS = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
]
_VALUES = dict(zip(NUMBER_WORDS, [*range(2, 21), *range(30, 100, 10)], strict=True))
_WORDS = {str(v): w for w, v in _VALUES.items()}
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_SCALES = ["hundred", "thousand", "million", "billion", "trillion"]
_OPPOSITES = [
    ("rose", "fell"), ("rise", "fall"), ("increased", "decreased"), ("increase", "decrease"), ("approved", "rejected"),
    ("approve", "reject"), ("accepted", "refused"), ("opened", "closed"), ("won", "lost"), ("higher", "lower"),
    ("more than", "fewer than"), ("before", "after"), ("raised", "cut"), ("north", "south"), ("northern", "southern"),
    ("east", "west"), ("eastern", "western"), ("acquitted", "convicted"), ("granted", "denied"), ("doubled", "halved"),
    ("upheld", "overturned"), ("men", "women"), ("arrived", "left"), ("majority", "minority"), ("guilty", "innocent"),
    ("alive", "dead"), ("safe", "unsafe"), ("legal", "illegal"), ("lifted", "imposed"), ("buy", "sell"),
    ("bought", "sold"), ("morning", "evening"), ("day", "night"), ("import", "export"), ("imports", "exports"),
    ("all", "none"), ("win", "loss"), ("first", "last"), ("biggest", "smallest"), ("largest", "smallest"),
    ("supported", "opposed"), ("allowed", "banned"), ("extended", "shortened"), ("president", "prime minister"),
    ("father", "mother"), ("son", "daughter"), ("brother", "sister"), ("husband", "wife"), ("resumed", "suspended"),
]  # fmt: skip
_NEGATE = [
    (" was ", " was not "), (" were ", " were not "), (" is ", " is not "), (" are ", " are not "),
    (" has ", " has not "), (" have ", " have not "), (" will ", " will not "), (" had ", " had not "),
]  # fmt: skip
_NAME = r"[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)*"
_PLACE = re.compile(rf"\b(?:in|near|at|from|outside|above|to|of) ({_NAME})")
_PERSON = re.compile(
    r"\b([A-ZÀ-Þ][a-zà-ÿ'’-]+ [A-ZÀ-Þ][a-zà-ÿ'’-]+),? (?:said|says|told|has|was|is|will|who)\b"
)
_TAIL = re.compile(
    r", (?:the |a |an |according to |said |he |she |officials? |police |its |his |her |in |on |as )[^,.;\"“”]{3,60}\.$"
)
_WHEN = re.compile(rf" (?:on|since|by) (?:{'|'.join(WEEKDAYS)})(?: (?:morning|night|evening))?(?=[ ,.])")
_ASIDE = re.compile(r", (?:who|which|a|an|the|aged|including|mostly|near) [^,.;\"“”]{3,50},")
_DIGITS = re.compile(
    r"(?<![\w.,:/-])\d{1,3}(?:,\d{3})+(?![\w])|(?<![\w.,:/-])\d+(?:\.\d+)?(?![\w:/-]|[.,]\d)"
)


class NamePool:
    """Names of places and persons seen in given sentences, to swap in."""

    def __init__(self, sentences: Iterable[str]) -> None:
        places: dict[str, None] = {}
        persons: dict[str, None] = {}
        for sentence in sentences:
            places.update(dict.fromkeys(m for m in _PLACE.findall(sentence) if _is_name(m)))
            persons.update(dict.fromkeys(_PERSON.findall(sentence)))
        self.places = list(places)
        self.persons = list(persons)


def _is_name(text: str) -> bool:
    return text.split(maxsplit=1)[0] not in (
        *WEEKDAYS,
        *MONTHS,
        "The",
        "A",
        "An",
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "God",
    )


def _number(old: str, rng: random.Random) -> str:
    """Another number of the same shape, too far off to be a rounding."""
    plain = float(old.replace(",", ""))
    factor = rng.choice([0.25, 0.4, 0.6, 0.7, 1.4, 1.6, 2.0, 3.0])
    if len(old) == 2 and old[0] != old[1] and old[1] != "0" and rng.random() < 0.3:
        return old[::-1]
    if plain >= 1900 and plain <= 2100 and "," not in old and "." not in old:
        return str(int(plain) + rng.choice([-9, -5, -4, -3, -2, 2, 3, 4, 6]))
    if "." in old:
        new = plain * factor
        return f"{new:.{len(old.split('.')[1])}f}"
    value = max(1, round(plain * factor))
    if value == plain:
        value = int(plain) + rng.choice([2, 3, 4])
    if plain >= 100 and plain % 100 == 0:
        value = max(100, round(value, -2)) if round(value, -2) != plain else int(plain * 2)
    return f"{value:,}" if "," in old else str(value)


def _replace(text: str, start: int, end: int, new: str) -> str:
    if start == 0:
        new = new[0].upper() + new[1:]
    return text[:start] + new + text[end:]


def swap(text: str, pool: NamePool, rng: random.Random) -> Iterator[tuple[str, str, str]]:
    """(old words, new words, changed sentence), at most one of each kind."""
    kinds = (_swap_number, _swap_word_number, _swap_date, _swap_opposite, _swap_polarity)
    for kind in kinds:
        found = kind(text, rng)
        if found:
            yield found
    for pattern, names in ((_PLACE, pool.places), (_PERSON, pool.persons)):
        found = _swap_name(text, pattern, names, rng)
        if found:
            yield found


def _swap_number(text: str, rng: random.Random) -> tuple[str, str, str] | None:
    found = list(_DIGITS.finditer(text))
    if not found:
        return None
    m = rng.choice(found)
    new = _number(m.group(), rng)
    return (m.group(), new, _replace(text, m.start(), m.end(), new)) if new != m.group() else None


def _swap_word_number(text: str, rng: random.Random) -> tuple[str, str, str] | None:
    words = [*NUMBER_WORDS, *_ORDINALS, *_SCALES]
    found = list(re.finditer(rf"\b(?:{'|'.join(words)})\b(?!-)", text, re.I))
    if not found:
        return None
    m = rng.choice(found)
    old = m.group().lower()
    family = next(f for f in (NUMBER_WORDS, _ORDINALS, _SCALES) if old in f)
    far = [
        w for w in family if abs(family.index(w) - family.index(old)) >= (2 if family is NUMBER_WORDS else 1)
    ]
    new = rng.choice(far)
    return m.group(), new, _replace(text, m.start(), m.end(), new)


def _swap_date(text: str, rng: random.Random) -> tuple[str, str, str] | None:
    found = list(re.finditer(rf"\b(?:{'|'.join([*WEEKDAYS, *MONTHS])})\b", text))
    if not found:
        return None
    m = rng.choice(found)
    family = WEEKDAYS if m.group() in WEEKDAYS else MONTHS
    new = rng.choice([w for w in family if w != m.group()])
    return m.group(), new, _replace(text, m.start(), m.end(), new)


def _swap_opposite(text: str, rng: random.Random) -> tuple[str, str, str] | None:
    both = [*_OPPOSITES, *((b, a) for a, b in _OPPOSITES)]
    found = [(m, b) for a, b in both for m in re.finditer(rf"\b{a}\b", text)]
    if not found:
        return None
    m, new = rng.choice(found)
    return m.group(), new, _replace(text, m.start(), m.end(), new)


def _swap_polarity(text: str, rng: random.Random) -> tuple[str, str, str] | None:
    for old, new in rng.sample(_NEGATE, len(_NEGATE)):
        if text.count(old) == 1 and " not " not in text and rng.random() < 0.5:
            return old.strip(), new.strip(), text.replace(old, new)
        if text.count(new) == 1 and rng.random() < 0.5:
            return new.strip(), old.strip(), text.replace(new, old)
    return None


def _swap_name(
    text: str, pattern: re.Pattern[str], names: list[str], rng: random.Random
) -> tuple[str, str, str] | None:
    found = [m for m in pattern.finditer(text) if _is_name(m.group(1))]
    if not found or len(names) < 2:
        return None
    m = rng.choice(found)
    new = rng.choice(names)
    if new in text or text.count(m.group(1)) > 1 or m.group(1) in new:
        return None
    return m.group(1), new, _replace(text, m.start(1), m.end(1), new)


def respell(text: str, rng: random.Random) -> str | None:
    """The same sentence with a number, a quotation mark or an attribution written in another way."""
    options = []
    for m in re.finditer(rf"\b(?:{'|'.join(NUMBER_WORDS)})\b(?!-)", text, re.I):
        options.append(_replace(text, m.start(), m.end(), str(_VALUES[m.group().lower()])))
    for m in _DIGITS.finditer(text):
        if m.group() in _WORDS:
            options.append(_replace(text, m.start(), m.end(), _WORDS[m.group()]))
    m = re.search(rf"^(.{{20,}}?), ((?:the|a|an) [a-z' -]+|{_NAME}) (said|says)\.$", text)
    if m and not text.startswith(('"', "“")):
        who = m.group(2)
        options.append(f"{who[0].upper()}{who[1:]} {m.group(3)} that {_lower(m.group(1))}.")
        options.append(f"According to {who}, {_lower(m.group(1))}.")
    for old, new in (
        (" percent", "%"),
        ("%", " per cent"),
        (" per cent", "%"),
        ("kilometres", "km"),
        ("people", "persons"),
    ):
        if old in text:
            options.append(text.replace(old, new))
    return rng.choice(options) if options else None


def _lower(text: str) -> str:
    """First letter lowered, where the first word is none that keeps its capital."""
    first = text.split(maxsplit=1)[0]
    common = {
        "The",
        "A",
        "An",
        "Two",
        "Three",
        "Four",
        "Five",
        "More",
        "At",
        "No",
        "It",
        "There",
        "All",
        "Some",
        "In",
    }
    return text[0].lower() + text[1:] if first in common else text


def shorten(text: str, rng: random.Random) -> str | None:
    """The sentence less an attribution, a time or an aside: it follows from the whole, not the other way."""
    options = []
    if (
        re.search(r", (?:the|a|an|according) [^,.;]{3,60}(?:said|says|told [a-z]+)?\.$", text)
        and _TAIL.search(text)
        and '"' not in text
    ):
        options.append(_TAIL.sub(".", text))
    if len(_WHEN.findall(text)) == 1:
        options.append(_WHEN.sub("", text))
    if len(_ASIDE.findall(text)) == 1:
        options.append(_ASIDE.sub("", text, count=1))
    options = [o for o in options if len(o) > 25]
    return rng.choice(options) if options else None
