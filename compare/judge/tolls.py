"""Tolls: how many died, were hurt or are missing, as each article as a whole says, however it words the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from compare.claims.details.values import Moment, Number
from compare.judge.details.amounts import agree
from compare.judge.details.updates import is_update
from compare.judge.differences import Difference
from compare.judge.pairing import between, span
from compare.judge.story import Story
from compare.records import Article, Claim, Detail

TOPICS = ("dead", "injured", "missing")
"""What every report of a disaster counts, once for the whole event."""

TOLL = "toll"
"""Note of such a difference: the figures answer one question though the sentences need not match."""

SURE = 0.62
"""Certainty: the sentences say nothing of each other, so it is shown for review only."""

MOST_ARTICLES = 60
"""More articles than this are not compared pair by pair: their tolls are in their matches."""

Count = tuple[Claim, Detail]


def compare_tolls(story: Story) -> list[Difference]:
    """Totals of one topic that can't both be right, in claims that are not matched with each other."""
    found = []
    if len(story.articles) > MOST_ARTICLES:
        return []
    for topic in TOPICS:
        totals = {id: total for id in story.articles if (total := _total(story, id, topic))}
        for one, two in combinations(sorted(totals), 2):
            if difference := _difference(story, totals[one], totals[two], topic):
                found.append(difference)
    return found


def _difference(story: Story, one: Count, two: Count, topic: str) -> Difference | None:
    if two[0].id in story.partners.get(one[0].id, ()):
        return None
    x, y = _number(one[1]), _number(two[1])
    sides = (_counts(story, one[0].source, topic), _counts(story, two[0].source, topic))
    if any(agree(_number(a), _number(b)) for _, a in sides[0] for _, b in sides[1]):
        return None
    pair = between(story, one[0], two[0])
    a, b = (one[1], two[1]) if pair.a.id == one[0].id else (two[1], one[1])
    if agree(x, y) or is_update(pair, a, b, _number(a).low, _number(b).low):
        return None
    return Difference("number", pair, span(a), span(b), SURE, hard=True, note=TOLL)


def _total(story: Story, source: str, topic: str) -> Count | None:
    """The largest count of the topic that an article gives for the event of its own day; the first of equals."""
    counts = _counts(story, source, topic)
    return max(counts, key=lambda count: (_number(count[1]).low, -count[0].start), default=None)


def _counts(story: Story, source: str, topic: str) -> Sequence[Count]:
    article = story.articles[source]
    return [
        (claim, detail)
        for claim in story.by_article[source]
        if not _of_the_past(claim, article)
        for detail in claim.only("number")
        if isinstance(detail.value, Number) and detail.value.role.topic == topic and _whole(detail.value)
    ]


def _whole(value: Number) -> bool:
    """Whether a count may be of all: "two of the dead" and "another three" aren't."""
    return not (value.ordinal or value.fraction) and value.role.slot in ("", "to") and value.hedge != "vague"


def _of_the_past(claim: Claim, article: Article) -> bool:
    """Whether a claim names another year, or a day long before the article's: it tells of another event."""
    published = (article.published or "")[:10]
    moments = [item.value for item in claim.only("date") if isinstance(item.value, Moment)]
    years = [part[5:9] for value in moments for part in value.form.split() if part.startswith("year=")]
    if any(year.isdigit() and year != published[:4] for year in years):
        return True
    return bool(published) and any(value.end and value.end[:7] < published[:7] for value in moments)


def _number(detail: Detail) -> Number:
    assert isinstance(detail.value, Number)
    return detail.value
