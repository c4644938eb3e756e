"""The nouns of the project as frozen records. Every offset is a Unicode code point in `Article.text`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, Protocol, TypeAlias

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"

Kind: TypeAlias = Literal["agreement", "addition", "omission", "divergence"]
Severity: TypeAlias = Literal["hard", "soft", "review", "none"]
OutsideVerdict: TypeAlias = Literal["contradiction", "soft", "agree", "unclear", "none"]
DetailType: TypeAlias = Literal[
    "number", "quantity", "money", "percent", "date", "time", "name", "place",
    "quotation", "modality", "polarity", "list",
]  # fmt: skip


def content_id(prefix: str, *parts: str) -> str:
    """An id that depends on content only: `prefix` and ten hex digits of the sha256 of `parts`."""
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}{digest[:10]}"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range `[start, end)` of code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of an article that is not its body: headline, byline, teaser list, ….

    `reason` is one of the names in `compare.read.furniture.REASONS`.
    """

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One document of one source, as read.

    Attributes:
        id: Unique inside a comparison; a file's stem when nothing better is known.
        path: Where it was read from: a path as given, an http(s) address, "-" or "<memory>".
        text: The text all offsets refer to: the decoded file (newlines of every kind left as they are, no
            byte order mark) for plain text and Markdown; the extracted text for other formats.
        source: Who published it; the id when the article doesn't say.
        title, published, author, url: As printed, else None. `published` is ISO 8601, as precise as printed.
        origins: Where each metadata value came from, e.g. {"published": "line 3"}.
        body: The paragraphs of the body, in order, furniture left out. Claims come from here only.
        furniture: Everything else that isn't blank, in order.
        notes: What a reader should know about how it was read ("mojibake in line 4").
        sha256: Of the bytes it was read from.
        language: In which the body is written, as an English name; None for English, or where that can't be told.
    """

    id: str
    path: str
    text: str
    source: str
    title: str | None = None
    published: str | None = None
    author: str | None = None
    url: str | None = None
    origins: dict[str, str] = field(default_factory=dict)
    body: tuple[Span, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    notes: tuple[str, ...] = ()
    sha256: str = ""
    language: str | None = None


class Value(Protocol):
    """What a detail says, normalised: hashable, comparable and printable."""

    def to_json(self) -> JSON:
        """The value as plain JSON data."""
        ...


@dataclass(frozen=True, slots=True)
class Detail:
    """A typed value inside a claim; `start` and `end` are offsets in the article's text."""

    type: DetailType
    start: int
    end: int
    text: str
    value: Value


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a sentence attributes its statement to.

    `name` is the resolved name ("Rajnath Singh"; several are joined by ", "), `cue` the words in the
    claim that say so ("He said"), `kind` is "named", "pronoun", "collective" or "institution". `roles` are
    what the article calls a person, in lower case ("defence minister", "mayor of reno").
    """

    name: str
    cue: Span
    kind: str
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence-level statement of an article's body: `article.text[start:end] == text`.

    Attributes:
        source: The id of the article.
        paragraph: Index of the paragraph in `Article.body`.
        importance: In [0, 1]; what an editor would want first.
    """

    id: str
    source: str
    start: int
    end: int
    text: str
    paragraph: int = 0
    speaker: Speaker | None = None
    details: tuple[Detail, ...] = ()
    importance: float = 0.0

    def only(self, *types: DetailType) -> tuple[Detail, ...]:
        """The claim's details of the given types, in order."""
        return tuple(detail for detail in self.details if detail.type in types)


@dataclass(frozen=True, slots=True)
class Match:
    """Two claims of different articles that convey the same or a containing statement.

    `score` is a calibrated probability in [0, 1]. `relation` is "same" for a match by decision and
    "related" for a borderline pair that is kept and shown, but not counted. a < b by claim id.
    """

    a: str
    b: str
    score: float
    relation: str = "same"


@dataclass(frozen=True, slots=True)
class Cluster:
    """The claims of a story that tell one fact.

    Attributes:
        claims: Claim ids; the representative (the clearest) first.
        sources: Article ids that tell the fact, in order; `missing` those that don't.
        origins: Groups of article ids whose wording is near-verbatim; agreement counts these.
        verdict: "agreement", "addition", "divergence" or "review".
    """

    id: str
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    missing: tuple[str, ...]
    origins: tuple[tuple[str, ...], ...]
    verdict: str = "addition"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words in a claim that decide a finding."""

    claim: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class OutsideOpinion:
    """What a judge of the user's own choice says of a finding in doubt.

    Attributes:
        by: The model's name.
        verdict: "none" where there is no answer that can be used.
        evidence: The words that it quotes, found in the claims.
        note: Why there is none.
    """

    by: str
    verdict: OutsideVerdict
    evidence: tuple[Evidence, ...] = ()
    note: str = ""

    @property
    def says(self) -> str:
        """Who judged what, in a few words that are added to a finding's message."""
        match self.verdict:
            case "contradiction":
                return f"judged a contradiction by {self.by}"
            case "soft":
                return f"judged to be differing accounts by {self.by}"
            case "agree":
                return f"{self.by} thinks that they agree"
            case "unclear":
                return f"{self.by} can't tell"
        return f"not judged by {self.by}: {self.note}"


@dataclass(frozen=True, slots=True)
class Finding:
    """What the user reads. `rule` is a stable code (see docs/rules), `score` in [0, 1] how sure it is.

    `opinion` is what an outside judge says, where one was asked.
    """

    id: str
    rule: str
    kind: Kind
    category: str
    severity: Severity
    importance: float
    sources: tuple[str, ...]
    claims: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    score: float
    message: str
    opinion: OutsideOpinion | None = None


def unique(items: Iterable[str]) -> tuple[str, ...]:
    """The items without repeats, first occurrence first."""
    return tuple(dict.fromkeys(items))
