"""What details say, normalised: frozen, hashable values that two sources' details can be compared by.

Two details are comparable when they answer the same question, so every value carries what it is about
(`Role`) beside what it says.
"""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from compare.records import JSON

Hedge: TypeAlias = Literal["", "about", "almost", "over", "under", "at least", "at most", "vague"]
Status: TypeAlias = Literal[
    "done", "ongoing", "planned", "expected", "obliged", "advised", "possible", "conditional", "proposed",
    "allowed", "attempted", "alleged", "cancelled",
]  # fmt: skip
NameKind: TypeAlias = Literal["person", "organisation", "place", "event", "group", "unknown"]
Precision: TypeAlias = Literal[
    "second", "minute", "hour", "part", "day", "weekend", "week", "month", "season", "quarter", "half", "year",
    "decade", "century", "range",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Role:
    """The question a value answers.

    Attributes:
        noun: Lemma of the noun that is counted, measured or priced: "people", "home", "fine".
        verb: Lemma of the verb that governs it: "kill", "fine", "raise"; "" when none was found.
        topic: A class of answers where different words ask the same: "dead" for kill, die, death toll, lost
            their lives; see `roles.py`. "" for most.
        per: What a rate is per: "year", "person", "hour"; else "".
        slot: Where the value stands among several of one topic: "from", "to" and "by" in a change ("rose from 3 to
            5"), "part" of a whole ("12 of the 47", "including 12 children"), "more" ("another 12"); "for" and
            "against" in a score or vote; "" alone.
        words: Lemmas of the other content words close by, sorted, for a looser comparison.
    """

    noun: str = ""
    verb: str = ""
    topic: str = ""
    per: str = ""
    slot: str = ""
    words: tuple[str, ...] = ()

    def to_json(self) -> JSON:
        """The non-empty fields, by name."""
        return _plain(self)


@dataclass(frozen=True, slots=True)
class Amount:
    """What number-like values share.

    Attributes:
        low, high: Both ends of what is said, equal for a plain number; ±inf where it is open ("at least 40" is
            40 and inf; "up to 40" is -inf and 40; "10-15" is 10 and 15; "dozens" is 24 and 99).
        step: Place value of the last digit that was given: 1 for 47, 10 for 50, 1e8 for 1.2bn, 0.01 for 1.20;
            how far a rounding may have moved the number is half of it. 0 when unknown.
        hedge: "" exact; "about"; "almost" (nearly, just under: at or somewhat below `high`); "over" (more than,
            strictly above `low`); "under" (strictly below `high`); "at least", "at most"; "vague" (dozens, several).
        role: What is counted.
        text: The number's own words, without the hedge and the noun ("1.2bn", "forty-seven").
    """

    low: float
    high: float
    step: float = 0.0
    hedge: Hedge = ""
    role: Role = Role()
    text: str = ""

    def to_json(self) -> JSON:
        """The fields that say something, by name; an open end is null."""
        return _plain(self)


@dataclass(frozen=True, slots=True)
class Number(Amount):
    """A count, an ordinal (`ordinal`: "third", "16th") or a share of a whole (`fraction`: "two-thirds", 0.667)."""

    ordinal: bool = False
    fraction: bool = False


@dataclass(frozen=True, slots=True)
class Quantity(Amount):
    """A measured quantity; low, high and step are in the base unit of its dimension.

    Attributes:
        dimension: "length", "area", "mass", "volume", "duration", "temperature", "speed", "energy", "power", ….
        unit: The base unit: m, m2, kg, L, s, °C, m/s, J, W, ….
        printed: The unit as printed, singular: "mile", "hectare".
    """

    dimension: str = ""
    unit: str = ""
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Money(Amount):
    """A sum. `currency` is an ISO 4217 code; `sure` is False where the sign has several readings ("$", "kr")."""

    currency: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Percent(Amount):
    """A share in per cent; with `points` a difference in percentage points (25 basis points are 0.25)."""

    points: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or period.

    Attributes:
        start, end: First and last day, ISO 8601 (both ends included; "2022-03-01", "2022-03-31" for March 2022);
            "" when it can't be known: see `form`.
        precision: How exact it is as printed.
        form: The symbolic meaning, always given, comparable without a calendar: "weekday=1" (Monday is 1),
            "weekday=2 part=morning", "day=-1" (yesterday), "day=0" (today), "same day", "month=3",
            "month=3 year=2022", "month=3 day=27", "week=-1", "month=3 last". Keys in a fixed order.
        resolved: "absolute" (said in full), "published" (worked out from the publication date), "" (not).
        bound: "since", "until", "by", "before", "after", "from", "every" or "".
        role: The verb and words it belongs to.
    """

    start: str = ""
    end: str = ""
    precision: Precision = "day"
    form: str = ""
    resolved: Literal["", "absolute", "published"] = ""
    bound: str = ""
    role: Role = Role()

    def to_json(self) -> JSON:
        """The fields that say something, by name."""
        return _plain(self)


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day, in seconds since midnight; `start` and `end` differ for a range or a part of the day.

    `zone` is as printed ("GMT", "local time"); `half_known` is False where a 12-hour time has no a.m. or p.m.
    (then 5:12 may be 17:12). `part` is "morning", "afternoon", "evening", "night", … or "". `hedge` and `bound`
    as in Amount and Moment.
    """

    start: int
    end: int
    precision: Precision = "minute"
    zone: str = ""
    half_known: bool = True
    part: str = ""
    hedge: Hedge = ""
    bound: str = ""
    role: Role = Role()

    def to_json(self) -> JSON:
        """The fields that say something, by name."""
        return _plain(self)


@dataclass(frozen=True, slots=True)
class Name:
    """A named person, organisation, place or event, or a title that stands for one ("the Defence Minister").

    Attributes:
        text: As printed, without article and possessive ending.
        key: Normal form for comparison: case folded, no diacritics, known variants unified ("european union"
            for EU). For a person without titles: "rajnath singh".
        kind: What it names, "unknown" when nothing says so.
        title: Normalised title or office said with the name: "defence minister", "dr"; for a title standing
            alone `key` is "" and `title` says it.
        short: The part that later mentions use: the surname of a person, the acronym of an organisation; else "".
        forms: Other keys that the text itself gives for it (acronym in brackets, expansion), sorted.
        role: The verb it is close to, as subject or object.
    """

    text: str
    key: str
    kind: NameKind = "unknown"
    title: str = ""
    short: str = ""
    forms: tuple[str, ...] = ()
    role: Role = Role()

    def to_json(self) -> JSON:
        """The fields that say something, by name."""
        return _plain(self)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words: case folded, without punctuation. `closed` is False when the sentence ends inside it."""

    words: tuple[str, ...]
    closed: bool = True

    def to_json(self) -> JSON:
        """The fields by name."""
        return _plain(self)


@dataclass(frozen=True, slots=True)
class Modality:
    """How far a clause's action is real: done, planned, obliged, possible, ….

    Attributes:
        status: The class; "done" covers simple past and perfect, "ongoing" the present progressive.
        head: Lemma of the main verb: "lead" in "should lead to", "sign" in "is set to be formally signed".
        negated: Whether the verb group is negated.
        passive: Whether it is passive.
        phrase: The verb group as printed.
        role: Noun: lemma of the noun right before the verb group (near-subject); words: content words around it.
    """

    status: Status
    head: str
    negated: bool = False
    passive: bool = False
    phrase: str = ""
    role: Role = Role()

    def to_json(self) -> JSON:
        """The fields that say something, by name."""
        return _plain(self)


@dataclass(frozen=True, slots=True)
class Polarity:
    """Which side of a yes/no or up/down question a clause takes.

    Attributes:
        head: Lemma that carries it: "rise", "approve", "open", or what a negation bears on: "evacuate".
        axis: The question, where a table knows it ("change", "approval", "access", "safety", "guilt", …); "" for
            a plain negation, where `head` alone is the question.
        side: +1 or -1 on the axis, negation already applied ("did not rise" is -1); for a plain negation -1.
        negated: Whether a negation was applied ("did not rise": unlike "fell", it also allows no change).
        cue: The negating or deciding words: "did not", "denied", "without", "rose".
        role: What it is said of.
    """

    head: str
    axis: str = ""
    side: Literal[1, -1] = -1
    negated: bool = False
    cue: str = ""
    role: Role = Role()

    def to_json(self) -> JSON:
        """The fields that say something, by name."""
        return _plain(self)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: as printed, its normal form, and its place from the list's own start."""

    text: str
    key: str
    start: int = 0

    def to_json(self) -> JSON:
        """The fields by name."""
        return _plain(self)


@dataclass(frozen=True, slots=True)
class ListValue:
    """An enumeration. `open` when it says itself that it isn't complete ("such as", "including", "and others");
    `head` is the lemma of what the items are, where the text says ("values" in "values such as …")."""

    items: tuple[Item, ...]
    open: bool = False
    head: str = ""
    role: Role = Role()

    @property
    def keys(self) -> tuple[str, ...]:
        """The items' normal forms, sorted, each once."""
        return tuple(sorted({item.key for item in self.items}))

    def to_json(self) -> JSON:
        """The fields by name."""
        return _plain(self)


def _plain(value: Any) -> JSON:
    """A value as JSON data: dataclasses become tables without their empty fields, open ends null."""
    if dataclasses.is_dataclass(value):
        fields = (
            (field.name, getattr(value, field.name), field.default) for field in dataclasses.fields(value)
        )
        return {name: _plain(item) for name, item, default in fields if item != default}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, float):
        return _number(value)
    return value  # type: ignore[no-any-return]


def _number(value: float) -> int | float | None:
    if not math.isfinite(value):
        return None
    return int(value) if value == int(value) and abs(value) < 1e15 else float(f"{value:.10g}")
