"""Findings as cards: every wording with its deciding words marked, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from compare.comparison import Comparison
from compare.judge.rules import RULES
from compare.records import Claim, Finding
from compare.report.base import SECTIONS, groups, lettered
from compare.report.html import timeline
from compare.report.html.why import Why, why
from compare.report.visible import pieces, visible
from compare.report.wording import deciding_spans
from compare.review import Mark

MARKS = {"agreement": "=", "addition": "+", "omission": "−", "divergence": "!", "review": "?"}
SEVERITIES = {"hard": "cannot both be right", "soft": "accounts differ", "review": "to review", "none": ""}
HEADINGS = {
    "divergence": "Where accounts differ",
    "omission": "Told by all but few",
    "agreement": "Shared facts",
}
KEY_ADDITIONS = 8
"""How many additions of a source stand open at the top; the rest are one click away."""


@dataclass(frozen=True)
class Piece:
    """A stretch of text; `kind` is "" for plain text, "mark" for deciding words."""

    text: str
    kind: str = ""


@dataclass(frozen=True)
class Wording:
    """What some sources say word for word, the deciding words marked. `who` are letters and claims."""

    who: tuple[tuple[str, str], ...]
    speaker: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class FindingView:
    """One finding as a card.

    Attributes:
        heading: The message of a divergence with the sources in brackets as their letters.
        letters: The sources the finding is about; `told` those whose words it shows, `missing` the others.
        origins: "4 outlets, 1 origin" where copies share one; else "".
    """

    id: str
    kind: str
    rule: str
    title: str
    severity: str
    label: str
    category: str
    importance: float
    score: float
    message: str
    heading: str
    meaning: str
    letters: tuple[str, ...]
    told: tuple[str, ...]
    missing: tuple[str, ...]
    origins: str
    speakers: tuple[str, ...]
    wordings: tuple[Wording, ...]
    timeline: timeline.Timeline | None
    why: Why
    claims: tuple[str, ...]
    review: Mark | None


@dataclass(frozen=True)
class Section:
    """Findings under one heading; the first `open` are shown at once. `letter` names the source of additions."""

    id: str
    kind: str
    title: str
    letter: str
    findings: tuple[FindingView, ...]
    open: int


def sections(
    comparison: Comparison, views: Mapping[str, FindingView], names: Mapping[str, str]
) -> Iterator[Section]:
    """Divergences whole; additions by source, the key ones open; omissions and agreements folded."""
    for name, kind in SECTIONS.items():
        for number, group in enumerate(groups(comparison, name)):
            found = tuple(views[finding.id] for finding in group if finding.id in views)
            if kind == "addition" and found:
                article = comparison.articles[number]
                title, letter = f"Only in {visible(article.source)}", names[article.id]
                yield Section(f"{name}-{letter}", kind, title, letter, found, KEY_ADDITIONS)
            elif found or kind == "divergence":
                many = len(found) if kind == "divergence" else KEY_ADDITIONS
                yield Section(name, kind, HEADINGS[kind], "", found, many)


def card(
    comparison: Comparison, finding: Finding, names: Mapping[str, str], mark: Mark | None
) -> FindingView:
    """A finding with the mark of a review, if it has one."""
    claims = [comparison.claim(id) for id in finding.claims]
    rule = RULES.get(finding.rule)
    tellers = {claim.source for claim in claims}
    told = tuple(names[id] for id in names if id in tellers)
    return FindingView(
        id=finding.id,
        kind=finding.kind,
        rule=finding.rule,
        title=rule.title if rule else finding.category,
        severity=finding.severity,
        label=SEVERITIES[finding.severity],
        category=finding.category,
        importance=finding.importance,
        score=finding.score,
        message=visible(finding.message),
        heading=visible(lettered(comparison, finding.message)) if finding.kind == "divergence" else "",
        meaning=rule.meaning if rule else "",
        letters=tuple(names[id] for id in names if id in finding.sources),
        told=told,
        missing=tuple(names[id] for id in names if id not in tellers),
        origins=_origins(comparison, finding, len(told)),
        speakers=tuple(sorted({visible(claim.speaker.name) for claim in claims if claim.speaker})),
        wordings=wordings(claims, finding, names),
        timeline=timeline.of_finding(comparison, finding, names),
        why=why(comparison, finding, names),
        claims=finding.claims,
        review=replace(mark, note=visible(mark.note)) if mark else None,
    )


def _origins(comparison: Comparison, finding: Finding, told: int) -> str:
    members = set(finding.claims)
    for cluster in comparison.clusters_of(finding.claims[0]) if finding.claims else ():
        origins = len(cluster.origins)
        if finding.kind == "agreement" and members <= set(cluster.claims) and origins < told:
            return f"{told} outlets, {origins} origin{'s' if origins != 1 else ''}"
    return ""


def wordings(claims: Iterable[Claim], finding: Finding, names: Mapping[str, str]) -> tuple[Wording, ...]:
    """What the claims say with the words that decide the finding marked, claims that say the same joined."""
    found: dict[tuple[str, tuple[Piece, ...]], list[tuple[str, str]]] = {}
    for claim in claims:
        speaker = visible(claim.speaker.name) if claim.speaker else ""
        found.setdefault((speaker, _pieces(claim, finding)), []).append((names[claim.source], claim.id))
    return tuple(Wording(tuple(who), speaker, pieces) for (speaker, pieces), who in found.items())


def _pieces(claim: Claim, finding: Finding) -> tuple[Piece, ...]:
    shown = pieces(claim.text)
    found, at = [], 0
    for start, end in deciding_spans(claim, finding):
        found += [Piece("".join(shown[at:start])), Piece("".join(shown[start:end]), "mark")]
        at = end
    found.append(Piece("".join(shown[at:])))
    return tuple(piece for piece in found if piece.text)
