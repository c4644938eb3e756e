"""Typed, normalised details of a claim, each with its exact place. One file a type; all read the same tokens."""

from __future__ import annotations

from compare.records import Detail


def find_details(text: str, published: str | None = None) -> list[Detail]:
    """The details of `text`, sorted by place; offsets are relative to `text`.

    Details of different types may overlap (a name inside a quotation); dates, times and number-like details don't.

    Args:
        text: A claim; any text is allowed.
        published: ISO 8601 date (or date and time) of publication: relative dates are resolved against it.
    """
    from compare.claims.details import (
        amounts,
        calendar,
        dates,
        lists,
        modality,
        names,
        polarity,
        quotations,
        times,
    )
    from compare.claims.details.tokens import Tokens, lowered

    tokens = Tokens(text)
    low = lowered(text)
    taken = bytearray(len(tokens) + 1)
    found = times.find(tokens, low, taken)
    found += dates.find(tokens, low, calendar.parse_published(published), taken)
    found += amounts.find(tokens, taken)
    found += names.find(tokens, taken)
    found += quotations.find(text)
    found += lists.find(tokens, taken)
    used = tokens.cover(taken, (detail for detail in found if detail.type in ("name", "place")))
    found += polarity.find(tokens, used)
    found += modality.find(tokens, used)
    return sorted(found, key=lambda detail: (detail.start, detail.end, detail.type))
