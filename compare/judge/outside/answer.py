"""What the judge answers, taken at its word only as far as the words are in the claims."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, get_args

from compare.records import OutsideVerdict, Span

VERDICTS: dict[Any, OutsideVerdict] = {name: name for name in get_args(OutsideVerdict) if name != "none"}

_FENCE = re.compile(r"\A```(?:json)?\s*\n(.*)\n```\Z", re.DOTALL)
"""Many models wrap what they are asked for like this."""


class AnswerError(ValueError):
    """An answer that can't be used; the message says why, in a few words."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict, and the words of each claim that decide it, as places in the claims."""

    verdict: OutsideVerdict
    a: Span
    b: Span


def read_answer(text: str, a: str, b: str) -> Answer:
    """The answer about the claims `a` and `b`, each on one line.

    Raises:
        AnswerError: It isn't the JSON asked for, or quotes what the claims don't say.
    """
    data = _object(text)
    name = data.get("verdict")
    verdict = VERDICTS.get(name) if isinstance(name, str) else None
    if verdict is None:
        raise AnswerError("its answer has none of the verdicts asked for")
    if verdict == "unclear":
        return Answer(verdict, Span(0, 0), Span(0, 0))
    return Answer(verdict, _place(data.get("quote_a"), a), _place(data.get("quote_b"), b))


def _object(text: str) -> dict[str, Any]:
    stripped = text.strip()
    fenced = _FENCE.match(stripped)
    try:
        data = json.loads(fenced[1] if fenced else stripped)
    except (ValueError, RecursionError) as error:
        raise AnswerError("its answer isn't the JSON asked for") from error
    if not isinstance(data, dict):
        raise AnswerError("its answer isn't the JSON asked for")
    return data


def _place(quote: object, claim: str) -> Span:
    """Where a quotation stands in its claim, word for word."""
    words = quote.strip() if isinstance(quote, str) else ""
    if not any(char.isalnum() for char in words):
        raise AnswerError("it quotes no words")
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", claim) if words[0].isalnum() else None
    start = found.start() if found else claim.find(words)
    if start < 0:
        raise AnswerError("it quotes words that aren't in the claims")
    return Span(start, start + len(words))
