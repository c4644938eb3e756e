"""A judge of the user's own choice, behind an OpenAI-compatible address, asked about findings in doubt only.

Its opinion can make a doubt more serious, never less: what it thinks agrees stays in review, and says so, because one
hostile sentence in an article might have talked it into that.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import combinations

from compare.judge.outside.answer import Answer
from compare.judge.outside.asking import Asking, NotJudged
from compare.judge.outside.client import key_from_environment
from compare.judge.story import Story
from compare.judge.verdict import importance_of
from compare.records import Claim, Evidence, Finding, OutsideOpinion, OutsideVerdict, Severity, unique
from compare.settings import EmbedSettings, OutsideSettings

PAIRS = 6
"""Pairs of claims at most that are asked about for one finding; those matched with each other come first."""

VALUES = ("number", "date", "name", "place")
"""Categories whose typed comparison says that both sides can't hold: with the judge's word, that is certain."""

AGREED = 0.5
"""What a finding keeps of its importance where the judge thinks that its claims agree: it is looked at last."""


def consult(
    story: Story, findings: Sequence[Finding], settings: OutsideSettings, cache: EmbedSettings
) -> list[Finding]:
    """The findings, in order; those in review with what the judge says of them.

    Args:
        cache: Where answers are kept between runs.

    Raises:
        JudgeError: The address, the key or the model is wrong, so that nothing can be asked.
    """
    doubtful = sorted(
        (item for item in findings if item.severity == "review"), key=lambda item: (-item.importance, item.id)
    )
    with closing(Asking(settings, key_from_environment(), cache)) as asking:
        judged = {item.id: _judged(story, item, asking) for item in doubtful}
    return [judged.get(item.id, item) for item in findings]


def _judged(story: Story, finding: Finding, asking: Asking) -> Finding:
    pairs = list(_pairs(story, finding))
    try:
        answers = asking.ask([(a.text, b.text) for a, b in pairs])
    except NotJudged as error:
        return _with_opinion(story, finding, OutsideOpinion(asking.name, "none", (), str(error)), "review")
    verdict = _verdict(answers)
    words = [
        item
        for (a, b), answer in zip(pairs, answers, strict=True)
        if answer.verdict == verdict != "unclear"
        for item in _quoted(a, b, answer)
    ]
    opinion = OutsideOpinion(asking.name, verdict, tuple(dict.fromkeys(words)))
    return _with_opinion(story, finding, opinion, _severity(finding, opinion))


def _pairs(story: Story, finding: Finding) -> list[tuple[Claim, Claim]]:
    """The claims of different articles to set against each other, at most PAIRS."""
    claims = sorted(
        (story.claims[id] for id in finding.claims), key=lambda claim: (claim.source, claim.start)
    )
    across = [(a, b) for a, b in combinations(claims, 2) if a.source != b.source]
    matched = [(a, b) for a, b in across if b.id in story.partners.get(a.id, ())]
    return (matched or across)[:PAIRS]


def _verdict(answers: Sequence[Answer]) -> OutsideVerdict:
    """One for all pairs of a finding: contradiction is looked at first, agreement needs them all."""
    given = {answer.verdict for answer in answers}
    if "contradiction" in given:
        return "contradiction"
    if "soft" in given:
        return "soft"
    return "agree" if given == {"agree"} else "unclear"


def _severity(finding: Finding, opinion: OutsideOpinion) -> Severity:
    """Hard only where a typed comparison of values found the same words; an opinion alone is soft at most."""
    if opinion.verdict not in ("contradiction", "soft"):
        return "review"
    agreed = finding.category in VALUES and opinion.verdict == "contradiction"
    found = [_same_words(item, finding.evidence) for item in opinion.evidence]
    return "hard" if agreed and found and all(found) else "soft"


def _same_words(item: Evidence, others: Sequence[Evidence]) -> bool:
    return any(item.claim == one.claim and item.start < one.end and one.start < item.end for one in others)


def _quoted(a: Claim, b: Claim, answer: Answer) -> Iterator[Evidence]:
    for claim, place in ((a, answer.a), (b, answer.b)):
        words = place.of(claim.text)
        yield Evidence(claim.id, claim.start + place.start, claim.start + place.end, words)


def _with_opinion(story: Story, finding: Finding, opinion: OutsideOpinion, severity: Severity) -> Finding:
    message = finding.message if severity == "review" else finding.message.replace(" (please check)", "", 1)
    importance = finding.importance
    if severity != "review":
        importance = importance_of(story, unique(finding.claims), severity)
    elif opinion.verdict == "agree":
        importance = round(AGREED * importance, 4)
    return dataclasses.replace(
        finding,
        severity=severity,
        importance=importance,
        message=f"{message}; {opinion.says}",
        opinion=opinion,
    )


__all__ = ["consult"]
