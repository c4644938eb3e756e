"""Importance: what an editor would want first. A few weights, each with its reason, fitted on nothing."""

from __future__ import annotations

import math
import re

from compare.claims.details.values import Amount, ClockTime, Moment, Name, Quotation
from compare.judge.story import Story
from compare.records import Claim, Detail

SPECIFIC, UNUSUAL, DECISION, PROMINENT = 0.45, 0.30, 0.10, 0.15
"""Shares of a claim's importance: values that can be checked count most, then words that are rare in English and in
the story, then whether something was decided or done, then how early the article says it."""

GOODWILL_COST = 0.35
"""What a claim of goodwill or wrap-up loses: enough to fall below any claim with a checkable value."""

DECISIONS = re.compile(
    r"\b(?:sign(?:s|ed)?|approv\w+|ban(?:s|ned)?|order(?:s|ed)|arrest\w*|charg(?:e|ed|es)|sentenc\w+|convict\w*|acquit\w*|"
    r"launch\w*|clos(?:e|ed|es)|open(?:s|ed)|announc\w+|dismiss\w*|resign\w*|appoint\w*|elect(?:s|ed)|vot(?:e|ed|es)|"
    r"agree[sd]?|propos\w+|offer(?:s|ed)?|seiz\w+|kill\w*|die[sd]?|warn(?:s|ed)|found|discover\w*|buy|bought|sell|sold|"
    r"suspend\w*|adopt\w*|deploy\w*|position(?:ed)?|invest\w*|lower(?:ed|s)?|rais(?:e|ed|es)|inaugurat\w*|recall\w*)\b",
    re.IGNORECASE,
)
"""Verbs of acts that can be checked."""

GOODWILL = re.compile(
    r"\b(?:goodwill|growing importance|broader potential|shared understanding|common goals?|work together|pull together|"
    r"closer ties|deepen\w*|strengthen\w*|reaffirm\w*|commitment|committed|step forward|milestone year|new chapter|"
    r"hope[sd]?|hopeful|optimis\w+|confiden\w+|looking forward|look ahead|time will tell|remains? to be seen|"
    r"wait and see|lie ahead|days ahead|weeks ahead|years ahead|comes next|long time|great deal|in the future|"
    r"important (?:topic|issue|step|role)|topic|challenging|turbulent|challenges?|concern|everybody|everyone|"
    r"all eyes|watch\w*|following|closely|whatever happens|thoughts|spirit|only the beginning|never stands still|"
    r"day to remember|many people|brings? people|importance|current global context|cooperation|relations?|ties|strong)\b",
    re.IGNORECASE,
)
"""Phrases of goodwill, wrap-up and generality: they could close any article."""

_WEIGHTS = {
    "money": 1.0,
    "percent": 0.9,
    "quantity": 0.9,
    "number": 0.8,
    "date": 0.6,
    "time": 0.6,
    "quotation": 0.5,
}


def claim_importance(story: Story, claim: Claim) -> float:
    """Importance of a claim in [0, 1], four decimals."""
    specific = 1 - math.exp(-0.6 * sum(_worth(story, detail) for detail in claim.details))
    decision = bool(DECISIONS.search(claim.text))
    value = (
        SPECIFIC * specific
        + UNUSUAL * _unusual(story, claim)
        + DECISION * decision
        + PROMINENT * _prominence(story, claim)
    )
    value -= GOODWILL_COST * _goodwill(claim) * (1 - _checkable(story, claim))
    return round(min(1.0, max(0.0, value)), 4)


def _checkable(story: Story, claim: Claim) -> float:
    """In [0, 1]: how much a claim says that can be checked; who met whom doesn't make goodwill checkable."""
    worth = sum(_worth(story, detail) for detail in claim.details if not isinstance(detail.value, Name))
    return 1 - math.exp(-0.6 * worth)


def _worth(story: Story, detail: Detail) -> float:
    match detail.value:
        case Amount():
            return 0.3 if detail.value.hedge == "vague" else _WEIGHTS.get(detail.type, 0.5)
        case Moment():
            return 0.7 if detail.value.resolved == "absolute" else 0.4
        case ClockTime():
            return 0.6
        case Name():
            return _rare_name(story, detail)
        case Quotation():
            return 0.5 if len(detail.value.words) > 1 else 0.3
        case _:
            return 0.0


def _rare_name(story: Story, detail: Detail) -> float:
    """A name is news where it is rare: those that run through the whole story name its topic."""
    value = detail.value
    if not isinstance(value, Name) or not value.key:
        return 0.1
    key = value.key.split()[-1]
    total = max(1, len(story.claims))
    uses = sum(key in claim.text.casefold() for claim in story.claims.values())
    return 0.9 * max(0.0, 1 - math.sqrt(uses / total) * 1.5) if uses else 0.5


def _unusual(story: Story, claim: Claim) -> float:
    """Mean of the four most telling words: rare in English and in few claims of the story."""
    total = max(1, len(story.claims))
    worth = []
    for word in {word.term: word for word in story.tokens[claim.id] if word.content}.values():
        uses = sum(counts[word.term] for counts in story.terms.values())
        worth.append(word.rarity * (1 - math.log(max(1, uses)) / math.log(total + 1)))
    best = sorted(worth, reverse=True)[:4]
    return sum(best) / 4


def _prominence(story: Story, claim: Claim) -> float:
    row = story.by_article[claim.source]
    place = next(at for at, item in enumerate(row) if item.id == claim.id)
    return 1 - place / max(1, len(row) - 1) if len(row) > 1 else 1.0


def _goodwill(claim: Claim) -> float:
    """Share of the claim's words that are goodwill or wrap-up, tripled and capped: a third of them is all of it."""
    length = max(1, len(claim.text.split()))
    words = sum(len(found.group().split()) for found in GOODWILL.finditer(claim.text))
    return min(1.0, 3 * words / length)
