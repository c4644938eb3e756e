"""What stands behind a finding: its scores, the values compared, the model's opinion, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import isfinite

from compare.claims.details.values import Amount, ListValue, Modality, Moment, Name, Polarity
from compare.comparison import Comparison
from compare.records import Detail, Evidence, Finding, Match
from compare.report.visible import visible
from compare.settings import Settings

MOST = 3
"""Pairs of claims whose relation is shown: the surest contradictions come first."""


@dataclass(frozen=True)
class Compared:
    """One side's deciding words and what they were read as; `value` is "" where the words are all there is."""

    letter: str
    words: str
    type: str
    value: str


@dataclass(frozen=True)
class Opinion:
    """What the relation model says of two claims, as probabilities."""

    letters: str
    entailment: float
    neutral: float
    contradiction: float
    same: float


@dataclass(frozen=True)
class Why:
    """Why a finding is there. `matches` says how sure it is that the claims tell one fact."""

    matches: str
    compared: tuple[Compared, ...]
    opinions: tuple[Opinion, ...]
    changes: tuple[str, ...]


def why(comparison: Comparison, finding: Finding, names: Mapping[str, str]) -> Why:
    """What stands behind a finding."""
    found = _matches(comparison, finding)
    return Why(
        matches=_range(found),
        compared=tuple(_compared(comparison, item, names) for item in finding.evidence),
        opinions=tuple(_opinions(comparison, finding, names))[:MOST],
        changes=tuple(_changes(comparison, finding, found, names)),
    )


def _matches(comparison: Comparison, finding: Finding) -> list[Match]:
    """The matches between the finding's own claims."""
    members = set(finding.claims)
    return [
        match
        for claim in finding.claims
        for match in comparison.matches_of(claim)
        if match.a == claim and match.b in members
    ]


def _range(matches: list[Match]) -> str:
    scores = sorted(match.score for match in matches)
    if not scores:
        return ""
    return f"{scores[0]:.2f}" if len(scores) == 1 else f"{scores[0]:.2f} to {scores[-1]:.2f}"


def _compared(comparison: Comparison, item: Evidence, names: Mapping[str, str]) -> Compared:
    claim = comparison.claim(item.claim)
    inside = [detail for detail in claim.details if detail.start < item.end and item.start < detail.end]
    best = max(
        inside, key=lambda detail: min(detail.end, item.end) - max(detail.start, item.start), default=None
    )
    return Compared(
        letter=names[claim.source],
        words=visible(item.text),
        type=best.type if best else "",
        value=visible(_value(best)) if best else "",
    )


def _value(detail: Detail) -> str:
    """What a detail was read as, in a few words; "" where the words say it all."""
    match detail.value:
        case Amount() as amount:
            return _amount(amount)
        case Moment(start=start, end=end, form=form):
            return form if not start else start if start == end else f"{start} to {end}"
        case Name(key=key, title=title):
            return " ".join(part for part in (title, key) if part)
        case Modality(status=status, head=head, negated=negated):
            return f"{'not ' if negated else ''}{status}: {head}"
        case Polarity(head=head, negated=negated):
            return f"{'not ' if negated else ''}{head}"
        case ListValue(items=items):
            return f"{len(items)} items"
    return ""


def _amount(amount: Amount) -> str:
    low, high = amount.low, amount.high
    if low == high:
        text = f"{low:,.10g}"
    elif not isfinite(high):
        text = f"{low:,.10g} or more"
    elif not isfinite(low):
        text = f"{high:,.10g} or less"
    else:
        text = f"{low:,.10g} to {high:,.10g}"
    return f"about {text}" if amount.hedge in ("about", "almost") else text


def _opinions(comparison: Comparison, finding: Finding, names: Mapping[str, str]) -> Iterator[Opinion]:
    asked = [
        (relation, a, b)
        for a, b in combinations(finding.claims, 2)
        if (relation := comparison.relations.get((a, b)) or comparison.relations.get((b, a)))
    ]
    for relation, a, b in sorted(asked, key=lambda entry: (-entry[0].contradiction, entry[1:])):
        letters = sorted(names[comparison.claim(id).source] for id in (a, b))
        yield Opinion(
            " and ".join(letters),
            relation.entailment,
            relation.neutral,
            relation.contradiction,
            relation.same,
        )


def _changes(
    comparison: Comparison, finding: Finding, matches: list[Match], names: Mapping[str, str]
) -> Iterator[str]:
    """What would have to be otherwise for another verdict, with the thresholds in force."""
    settings = comparison.settings
    if finding.kind == "divergence":
        yield _severity(finding, settings)
        yield from _bond(matches, settings)
    elif finding.rule == "ADD201":
        yield _nearest(comparison, finding, names)
    elif finding.rule == "ADD202":
        yield "If another source said these words anywhere in its body, this would not be shown."
    elif finding.kind == "omission":
        yield (
            f"Shown because {finding.score:.0%} of the sources tell it (from {settings.judge.omission:.0%} on). One "
            f"sentence that tells it in {_listed([names[id] for id in finding.sources])} would end it."
        )
    elif finding.rule == "AGR103":
        yield "If neither times nor words said which figure is later, this would be a divergence (DIV401)."
    elif finding.rule == "AGR102":
        yield "If one source told it in words of its own, this would be independent agreement (AGR101)."
    else:
        yield "A figure, date or name that can't hold on both sides would make this a divergence."
        yield from _bond(matches, settings)


def _severity(finding: Finding, settings: Settings) -> str:
    levels = settings.judge
    score = f"Its certainty is {finding.score:.2f}."
    if finding.opinion and finding.severity != "review":
        return f"{score} It was for review; {visible(finding.opinion.by)} judged it, by words of both sides."
    if finding.severity == "review":
        sure = f"from {min(levels.soft, levels.hard):.2f} or {max(levels.soft, levels.hard):.2f} on"
        return f"{score} It would count {sure}, and not be shown below {levels.review:.2f}."
    least = levels.hard if finding.severity == "hard" else levels.soft
    return f"{score} Below {least:.2f} it would be shown for review, below {levels.review:.2f} not at all."


def _bond(matches: list[Match], settings: Settings) -> Iterator[str]:
    weakest = min(matches, key=lambda match: match.score, default=None)
    if weakest is None:
        return
    if weakest.relation == "same":
        yield f"Below {settings.align.match:.2f} the claims would count as facts of their own, and not be compared."
    else:
        yield f"The claims are only near each other; from {settings.align.match:.2f} on they would count as one fact."


def _nearest(comparison: Comparison, finding: Finding, names: Mapping[str, str]) -> str:
    """The claim elsewhere that comes nearest, if any was near enough to be kept."""
    claim = finding.claims[0]
    match = next(iter(comparison.matches_of(claim)), None)
    if match is None:
        return f"No claim elsewhere comes near ({comparison.settings.align.related:.2f} or more)."
    other = comparison.claim(match.b if match.a == claim else match.a)
    return (
        f"Nearest in {names[other.source]}, at {match.score:.2f} (one fact from {comparison.settings.align.match:.2f} on): "
        f"“{visible(other.text)}”"
    )


def _listed(letters: list[str]) -> str:
    return letters[0] if len(letters) == 1 else f"{', '.join(letters[:-1])} or {letters[-1]}"
