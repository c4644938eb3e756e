"""From differences between pairs of claims to findings about facts: one finding a disagreement, whoever takes part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.judge.details.lists import AGENDA
from compare.judge.differences import Category, Difference
from compare.judge.rules import DIVERGENCES
from compare.judge.story import Story
from compare.judge.tolls import TOLL
from compare.records import Claim, Evidence, Finding, Severity, Span, content_id, unique
from compare.settings import JudgeSettings

CLAIMS_OF_A_SOURCE = 3
"""At most so many claims of one source stand in a finding: one that points at more points at nothing."""

BORDERLINE = 0.85
"""What a difference between claims that are only perhaps about the same fact keeps of its certainty."""

RANK: dict[Severity, int] = {"hard": 3, "soft": 2, "review": 1, "none": 0}


@dataclass(frozen=True, slots=True)
class Said:
    """One account's words in a disagreement."""

    claim: str
    place: Span


def divergences(story: Story, found: Sequence[Difference], settings: JudgeSettings) -> list[Finding]:
    """Findings out of differences: overlapping ones merged, the doubtful ones for review, the rest dropped."""
    judged = [(item, severity) for item in _best(found) if (severity := _severity(item, settings)) != "none"]
    return [_finding(story, group) for group in _groups(judged)]


def certainty(item: Difference) -> float:
    """How sure a difference is, the match included; agendas and tolls are aligned by what they list and count."""
    return item.sure if item.pair.decided or item.note in (AGENDA, TOLL) else item.sure * BORDERLINE


def _severity(item: Difference, settings: JudgeSettings) -> Severity:
    sure = certainty(item)
    if item.category == "update":
        return "soft" if sure >= settings.soft_review else "none"
    certain, doubtful = (
        (settings.hard, settings.review) if item.hard else (settings.soft, settings.soft_review)
    )
    if sure >= certain:
        return "hard" if item.hard else "soft"
    return "review" if sure >= doubtful else "none"


def _best(found: Sequence[Difference]) -> list[Difference]:
    """The surest first; of those about the same words, or that set one place against two of an article, only it."""
    kept: list[Difference] = []
    used: set[tuple[str, str, Span, str]] = set()
    for item in sorted(found, key=_order):
        places: set[tuple[str, str, Span, str]] = {
            (item.category, item.pair.a.id, item.a, item.pair.b.source),
            (item.category, item.pair.b.id, item.b, item.pair.a.source),
        }
        if item.note == AGENDA:
            places.add((AGENDA, item.pair.a.source, Span(0, 0), item.pair.b.source))
        if not places & used and not any(_same_words(item, other) for other in kept):
            kept.append(item)
            used |= places
    return kept


def _same_words(one: Difference, two: Difference) -> bool:
    """Whether two differences are of one pair and about the same words."""
    same_pair = one.pair.a.id == two.pair.a.id and one.pair.b.id == two.pair.b.id
    return same_pair and one.a.overlaps(two.a) and one.b.overlaps(two.b)


def _order(item: Difference) -> tuple[float, str, Span, str, Span, str]:
    return (-certainty(item), item.pair.a.id, item.a, item.pair.b.id, item.b, item.category)


def _groups(judged: Sequence[tuple[Difference, Severity]]) -> list[list[tuple[Difference, Severity]]]:
    """Differences of one category that share words of a claim are one disagreement."""
    groups: list[list[tuple[Difference, Severity]]] = []
    for entry in judged:
        joined = [group for group in groups if any(_touch(entry[0], other) for other, _ in group)]
        merged = [item for group in joined for item in group] + [entry]
        groups = [group for group in groups if group not in joined] + [merged]
    return groups


def _touch(one: Difference, two: Difference) -> bool:
    if one.category != two.category:
        return False
    return any(x.claim == y.claim and x.place.overlaps(y.place) for x in _sides(one) for y in _sides(two))


def _sides(item: Difference) -> tuple[Said, Said]:
    return Said(item.pair.a.id, item.a), Said(item.pair.b.id, item.b)


def _finding(story: Story, group: Sequence[tuple[Difference, Severity]]) -> Finding:
    ordered = sorted(group, key=lambda entry: (-RANK[entry[1]], _order(entry[0])))
    kept = _within_bounds([item for item, _ in ordered])
    severity = ordered[0][1]
    category = ordered[0][0].category
    accounts = _accounts(story, kept)
    said = [said for account in accounts for said in account]
    claims = unique(item.claim for item in said)
    sources = unique(sorted(story.claims[id].source for id in claims))
    evidence = tuple(_evidence(story.claims[item.claim], item.place) for item in said)
    update = category == "update"
    rule = "AGR103" if update else DIVERGENCES[category]
    return Finding(
        id=content_id("f", rule, *sorted(f"{item.claim}\x1e{item.text}" for item in evidence)),
        rule=rule,
        kind="agreement" if update else "divergence",
        category=category,
        severity="none" if update else severity,
        importance=importance_of(story, claims, severity, update),
        sources=sources,
        claims=claims,
        evidence=evidence,
        score=round(max(certainty(item) for item in kept), 4),
        message=_message(story, category, accounts, severity),
    )


def _within_bounds(items: Sequence[Difference]) -> list[Difference]:
    """The surest differences, as long as no source has more than `CLAIMS_OF_A_SOURCE` claims in them."""
    used: dict[str, set[str]] = {}
    kept = []
    for item in items:
        sides = {
            claim.source: used.get(claim.source, set()) | {claim.id} for claim in (item.pair.a, item.pair.b)
        }
        if all(len(ids) <= CLAIMS_OF_A_SOURCE for ids in sides.values()):
            used.update(sides)
            kept.append(item)
    return kept


def _accounts(story: Story, items: Sequence[Difference]) -> list[list[Said]]:
    """The words that stand against each other, those that don't in one account: a greedy colouring."""
    against: dict[Said, set[Said]] = {}
    for item in items:
        one, two = _sides(item)
        against.setdefault(one, set()).add(two)
        against.setdefault(two, set()).add(one)
    where = {
        said: (story.claims[said.claim].source, story.claims[said.claim].start, said.place)
        for said in against
    }
    colour: dict[Said, int] = {}
    for said in sorted(against, key=where.__getitem__):
        taken = {colour[other] for other in against[said] if other in colour}
        colour[said] = next(number for number in range(len(against)) if number not in taken)
    return [
        [said for said in sorted(against, key=where.__getitem__) if colour[said] == number]
        for number in range(max(colour.values()) + 1)
    ]


def _evidence(claim: Claim, place: Span) -> Evidence:
    return Evidence(
        claim.id, place.start, place.end, claim.text[place.start - claim.start : place.end - claim.start]
    )


def importance_of(story: Story, claims: Sequence[str], severity: Severity, update: bool = False) -> float:
    """How important a disagreement is: as its most important claim, and the more the surer it is."""
    base = max(story.claims[id].importance for id in claims)
    if update:
        return round(0.3 + 0.4 * base, 4)
    floor = {"hard": 0.6, "soft": 0.4, "review": 0.25}.get(severity, 0.2)
    return round(min(1.0, floor + 0.4 * base), 4)


_HEADS: dict[Category, str] = {
    "number": "Different figures", "date": "Different dates or times", "name": "Different names",
    "place": "Different places", "polarity": "Opposite statements", "modality": "Done or not yet done",
    "attribution": "Different speakers", "quotation": "Different words in one quotation",
    "list": "Different lists", "contradiction": "Contradicting statements", "update": "Later figure",
}  # fmt: skip


def _message(story: Story, category: Category, accounts: Sequence[Sequence[Said]], severity: Severity) -> str:
    say = _speaker if category == "attribution" else _quoted
    sides = " v. ".join(", ".join(say(story, said) for said in account) for account in accounts)
    doubt = " (please check)" if severity == "review" else ""
    return f"{_HEADS[category]}{doubt}: {sides}{_alone(story, accounts)}"


def _quoted(story: Story, said: Said) -> str:
    claim = story.claims[said.claim]
    words = claim.text[said.place.start - claim.start : said.place.end - claim.start]
    return f"{' '.join(words.split())} ({story.name(claim)})"


def _speaker(story: Story, said: Said) -> str:
    """Who is said to have said it, by name where the article tells the name."""
    claim = story.claims[said.claim]
    return f"{claim.speaker.name} ({story.name(claim)})" if claim.speaker else _quoted(story, said)


def _alone(story: Story, accounts: Sequence[Sequence[Said]]) -> str:
    """Who stands alone against at least two others; never who is right."""
    sources = [unique(story.claims[said.claim].source for said in account) for account in accounts]
    single = [names for names in sources if len(names) == 1]
    if len(sources) != 2 or len(single) != 1:
        return ""
    return f"; {story.articles[single[0][0]].source} stands alone against {sum(map(len, sources)) - 1}"
