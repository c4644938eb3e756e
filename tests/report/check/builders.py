"""Hand-made outcomes of checks: what a report shows must not depend on what a check finds."""

from __future__ import annotations

from compare.gate.records import (
    CheckResult,
    Extent,
    Issue,
    Level,
    Note,
    Place,
    Quote,
    Side,
    State,
    Suppression,
)
from compare.records import Severity, Span, content_id

NASTY = (
    "\x1b[31mred\x1b[0m \x9b2J \u202eesrever\u202c ::error file=a::owned ##[error]x ##vso[task.setvariable]y "
    "%0A::warning::z <script>alert(1)</script> [link](http://evil.example) `code` | @somebody #1 {0} $x$ "
    "*bold* <!-- --> --> ]]> &lt; \ud800 \ufffe \x00 \r\n::error::line\n=1+1"
)
"""Text that tries to act on whatever shows it."""


def quote(
    text: str,
    words: str = "",
    *,
    path: str = "dam/herald.md",
    line: int = 5,
    source: str = "The Herald",
    side: Side = "head",
) -> Quote:
    """A side's words; `words` are those that decide."""
    place = Place(path, line, 1, line, 1 + len(text))
    if not words:
        return Quote(side, source, place, text, (), place)
    start = text.index(words)
    span = Span(start, start + len(words))
    return Quote(side, source, place, text, (span,), Place(path, line, 1 + span.start, line, 1 + span.end))


def issue(
    code: str = "DIV401",
    message: str = "Different figures: 74 (Ledger) v. 47 (The Herald)",
    quotes: tuple[Quote, ...] = (),
    *,
    category: str = "number",
    level: Level = "error",
    severity: Severity = "none",
    state: State = "new",
    fails: bool | None = None,
    place: Place | None = None,
    story: str = "dam",
    reason: str = "",
    notes: tuple[str, ...] = (),
) -> Issue:
    """An issue; it fails when it is a new error, unless said otherwise."""
    fingerprint = content_id("i", code, message, *(one.text for one in quotes))
    suppression = (
        Suppression(fingerprint, reason, "ana@desk.example", "2031-12-31", "claimcompare-suppressions.toml")
        if state == "suppressed"
        else None
    )
    return Issue(
        code=code, category=category, level=level, severity=severity, state=state,
        fails=(state == "new" and level == "error") if fails is None else fails,
        story=story, message=message,
        place=place or (quotes[0].words_place if quotes else Place("dam/ledger.md", 7, 12, 7, 14)),
        quotes=quotes, fingerprint=fingerprint, accept="claimcompare baseline update corpus",
        silence=f'put "{code}" into ignore of [tool.claimcompare.check]', suppression=suppression, notes=notes,
    )  # fmt: skip


def outcome(
    *issues: Issue, notes: tuple[Note, ...] = (), passed: dict[str, int] | None = None
) -> CheckResult:
    """What a check of a small corpus may have found."""
    return CheckResult(
        root="/somewhere/repository", corpus="corpus", base="main, commit 3f2a91c", head="work tree",
        issues=issues, notes=notes, rules=("DIV401", "DIV408", "REV501", "REV503"),
        extent=Extent(3, 9, 120, 1, 2), passed=passed or {},
    )  # fmt: skip


def number() -> Issue:
    """A figure that was changed in one source."""
    return issue(
        quotes=(
            quote("When the dam burst, 74 people died.", "74", path="dam/ledger.md", line=7, source="Ledger"),
            quote("Forty-seven people died when the dam burst.", "Forty-seven"),
        ),
        severity="hard",
    )


def mixed() -> CheckResult:
    """An issue of every state and level."""
    lost = issue(
        "REV503",
        "The last source of this fact is gone: The Herald",
        (quote("The gate had not been serviced since 2019.", side="base", line=9),),
        category="lost",
    )
    changed = issue(
        "REV504", "Quotation altered (Ledger)",
        (
            quote("“We will rebuild,” the mayor said.", "will", path="dam/ledger.md", source="Ledger", side="base"),
            quote("“We may rebuild,” the mayor said.", "may", path="dam/ledger.md", source="Ledger"),
        ),
        category="quotation", level="warn", severity="soft", notes=("The suppression i0123456789 is void: its wording changed",),
    )  # fmt: skip
    old = issue("DIV402", "Different dates: May v. June", state="existing", category="date")
    gone = issue("DIV404", "Different places: Vienna v. Geneva", state="resolved", category="place")
    let = issue(
        "DIV408", "Different quotations", state="suppressed", reason="checked the tape", category="quotation"
    )
    return outcome(
        number(), lost, changed, old, gone, let,
        notes=(Note("dam/map.bin", "skipped: not text"), Note("", "base is the merge base with main")),
        passed={"reworded": 2, "furniture": 1},
    )  # fmt: skip


def hostile() -> CheckResult:
    """An outcome whose every text tries to act on what shows it."""
    nasty = issue(
        "DIV410", NASTY,
        (
            quote(NASTY, "##[error]x", path="::error::a,b:c%0A.md", source=NASTY),
            quote("=cmd|' /C calc'!A0 " + NASTY, "\ud800", path="b\n::error::x.md", source="@all", side="base"),
        ),
        story=NASTY, notes=(NASTY,), category="contradiction",
    )  # fmt: skip
    suppressed = issue("DIV401", NASTY, state="suppressed", reason=NASTY, place=Place("::error::x.md"))
    return outcome(
        nasty, suppressed, notes=(Note("::error::x.md", NASTY), Note("", NASTY)), passed={NASTY: 1}
    )


def crowd(count: int, level: Level = "error") -> CheckResult:
    """Very many issues."""
    return outcome(
        *(
            issue(
                message=f"Different figures: {number} v. {number + 1}", level=level,
                quotes=(
                    quote(f"On day {number} of the count {number} people were in the hall, officials said.", str(number)),
                    quote(f"On that day {number + 1} people were in the hall.", str(number + 1), path="dam/ledger.md"),
                ),
            )
            for number in range(count)
        )
    )  # fmt: skip
