"""Publication dates as a reader wants them, and in their order."""

from __future__ import annotations

from datetime import UTC, datetime

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAY = len("2025-03-12")


def readable(published: str | None) -> str:
    """`2025-03-12T08:30` as "12 Mar 2025, 08:30", no more precise than it was; what is no ISO date as it is."""
    moment = _moment(published)
    if moment is None or not published:
        return published or ""
    day = f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"
    return f"{day}, {moment:%H:%M}" if len(published) > DAY else day


def order(published: str | None) -> tuple[bool, datetime]:
    """A key that sorts by time, articles without a date last."""
    moment = _moment(published)
    if moment is None:
        return True, datetime.min
    return False, moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment


def _moment(published: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(published) if published and len(published) >= DAY else None
    except ValueError:
        return None
