"""Drafts → issues: what people have decided, and what the policy makes of the rest."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from compare.gate.baseline import Baseline
from compare.gate.drafts import Draft
from compare.gate.policy import Policy
from compare.gate.records import Issue, Level, Place, Quote, State
from compare.gate.revisions import Location
from compare.gate.suppressions import Entry, void_note

LEVELS: tuple[Level, ...] = ("error", "warn", "note")


@dataclass(frozen=True)
class Decisions:
    """What people have decided.

    Attributes:
        how: The arguments of the check, for commands that are shown.
    """

    baseline: Baseline = field(default_factory=Baseline)
    suppressions: tuple[Entry, ...] = ()
    how: str = ""


def decide(
    drafts: Iterable[Draft], policy: Policy, decisions: Decisions, location: Location, strict: bool
) -> tuple[Issue, ...]:
    """The issues, errors first, then by place; suppressions without effect among them."""
    deciding = _Deciding(policy, decisions, location, strict)
    found = [issue for draft in drafts if (issue := deciding.issue(draft))]
    found += [issue for draft in deciding.without_effect() if (issue := deciding.issue(draft))]
    return tuple(sorted(found, key=_order))


def _order(issue: Issue) -> tuple[bool, int, str, Place, str, str]:
    return (
        not issue.fails, LEVELS.index(issue.level), issue.story, issue.place, issue.code, issue.fingerprint,
    )  # fmt: skip


class _Deciding:
    """The decisions, with what has become of each suppression so far."""

    def __init__(self, policy: Policy, decisions: Decisions, location: Location, strict: bool) -> None:
        self._policy = policy
        self._decisions = decisions
        self._location = location
        self._strict = strict
        self._used: set[int] = set()
        self._void: dict[int, str] = {}

    def issue(self, draft: Draft) -> Issue | None:
        """The issue of a draft; None when its rule isn't judged where it stands."""
        level = self._policy.level(draft.code, draft.severity, draft.place.path)
        if level is None:
            return None
        entry, notes = self._suppression(draft)
        state = self._state(draft, entry, counts_again=bool(notes))
        counts = state == "new" or (self._strict and state == "existing")
        return Issue(
            code=draft.code,
            category=draft.category,
            level=level,
            severity=draft.severity,
            state=state,
            fails=level == "error" and counts,
            story=draft.story,
            message=draft.message,
            place=self._shown(draft.place),
            quotes=tuple(map(self._shown_quote, draft.quotes)),
            fingerprint=draft.fingerprint,
            accept=f"claimcompare baseline update {self._decisions.how}".rstrip(),
            silence=f"claimcompare baseline suppress {draft.fingerprint} --reason WHY {self._decisions.how}".rstrip(),
            suppression=entry.suppression if entry and state == "suppressed" else None,
            notes=(*draft.notes, *notes),
            finding=draft.finding,
        )

    def _state(self, draft: Draft, entry: Entry | None, counts_again: bool) -> State:
        """What was suppressed and is so no more counts as new, even if it was there: nobody has accepted it."""
        if draft.state == "resolved":
            return "resolved"
        if entry is not None:
            return "suppressed"
        if self._decisions.baseline.has(draft):
            return "existing"
        return "new" if counts_again else draft.state

    def _suppression(self, draft: Draft) -> tuple[Entry | None, list[str]]:
        """The suppression that holds, if any, and what is to be said of those that don't."""
        notes = []
        holding = None
        for at, entry in enumerate(self._decisions.suppressions):
            if entry.fits(draft):
                if draft.state == "resolved":
                    continue
                self._used.add(at)
                if entry.expired:
                    note = f"suppression {entry.suppression.fingerprint} ({entry.suppression.reason}): {entry.expired}"
                    self._void[at] = note
                    notes.append(note)
                else:
                    holding = holding or entry
            elif draft.state != "resolved" and entry.was_about(draft):
                note = void_note(entry, draft)
                self._void.setdefault(at, note)
                notes.append(note)
        return holding, notes

    def without_effect(self) -> list[Draft]:
        """An issue for each suppression that is void, has expired or matches nothing."""
        found = []
        for at, entry in enumerate(self._decisions.suppressions):
            what = entry.suppression
            if at in self._void:
                message = self._void[at]
            elif at not in self._used:
                message = (
                    f"suppression {what.fingerprint} ({what.reason}) matches nothing any more; remove it"
                )
            else:
                continue
            message = message[:1].upper() + message[1:]
            found.append(
                Draft(
                    "REV511", "suppression", "none", "", message, self._place(entry), subject=what.fingerprint
                )
            )
        return found

    def _place(self, entry: Entry) -> Place:
        """Where a suppression stands, as a path from the corpus like all others."""
        file = os.path.relpath(os.path.realpath(entry.file), os.path.realpath(self._location.folder))
        return Place(Path(file).as_posix(), entry.line, 1, entry.line, 1)

    def _shown(self, place: Place) -> Place:
        return replace(place, path=posixpath.normpath(self._location.prefix + place.path))

    def _shown_quote(self, quote: Quote) -> Quote:
        return replace(quote, place=self._shown(quote.place), words_place=self._shown(quote.words_place))
