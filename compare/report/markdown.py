"""The Markdown report: sections, lists and quotations; article text can't become markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from compare.comparison import Comparison
from compare.records import Article, Claim, Finding
from compare.report.base import Options, cut, groups, lettered, letters, notices
from compare.report.visible import pieces, visible
from compare.report.wording import deciding_spans

SPECIAL = re.compile(r"[\\`*_\[\]<>|~&$#]")
"""What can begin or end markup anywhere in a line."""

LEADING = re.compile(r"([-+=]|\d+(?=[.)]))")
"""What makes a list or a heading at the start of a line."""

LINKS = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?<=@)|(?<=[#!])(?=\w)|(?<=\bgh-)(?=\d)", re.IGNORECASE)
"""Where an address is cut in two by an empty comment, so that no renderer turns it into a link, a mention or a reference
to an issue (`#12`, `GH-12`, GitLab's `!12`)."""

BREAK = "<!---->"


def render(comparison: Comparison, options: Options | None = None) -> str:
    """The report in GitHub's Markdown."""
    options = options or Options()
    parts = [_sources(comparison), _summary(comparison)]
    for section, part in PARTS.items():
        if options.shows(section):
            parts.append(part(comparison, options))
    return "\n".join(line for part in parts for line in part)


def escape(text: str) -> str:
    """Article text on one line, as itself."""
    return leading(inline(visible(text)))


def inline(text: str) -> str:
    """Text that is `visible` already, as itself inside a line. Escapes first: the breaks are markup of ours."""
    marked = LINKS.sub("\0", text)
    return SPECIAL.sub(lambda found: "\\" + found[0], marked).replace("\0", BREAK)


def leading(text: str) -> str:
    """Escaped text, so that its start makes no list and no heading at the start of a line."""
    return (
        LEADING.sub(lambda found: _escape_leading(found[0]), text, count=1) if LEADING.match(text) else text
    )


def _escape_leading(start: str) -> str:
    return "\\" + start if not start.isdigit() else f"{start}\\"


def _sources(comparison: Comparison) -> Iterator[str]:
    yield f"# {len(comparison.articles)} articles compared"
    yield ""
    yield "| | source | title | published | claims | set aside |"
    yield "|---|---|---|---|--:|--:|"
    for article, count in zip(comparison.articles, comparison.summary.sources, strict=True):
        cells = (
            _letter(comparison, article.id),
            article.source,
            article.title or "–",
            article.published or "–",
        )
        yield f"| {' | '.join(map(escape, cells))} | {count.claims} | {count.furniture} |"
    yield ""
    for note, ids in notices(comparison).items():
        yield f"- **{', '.join(_letter(comparison, id) for id in ids)}**: {inline(visible(note))}"
    if notices(comparison):
        yield ""


def _summary(comparison: Comparison) -> Iterator[str]:
    counts = comparison.summary
    severities = ", ".join(f"{number} {name}" for name, number in counts.divergences.items() if number)
    divergences = _many(sum(counts.divergences.values()), "divergence") + (
        f" ({severities})" if severities else ""
    )
    others = (counts.additions, "addition"), (counts.omissions, "omission"), (counts.agreements, "agreement")
    yield ", ".join([divergences, *(_many(number, noun) for number, noun in others)]) + "."
    yield ""


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _divergences(comparison: Comparison, options: Options) -> Iterator[str]:
    (found,) = groups(comparison, "divergences")
    yield from _section("Divergences", found, options, partial(_quoted, comparison))


def _quoted(comparison: Comparison, finding: Finding) -> Iterator[str]:
    message = f": {inline(visible(lettered(comparison, finding.message)))}" if finding.message else ""
    yield f"- **{escape(finding.category)}**, {finding.severity}{message} `{finding.rule}` `{finding.id}`"
    yield from _wordings(comparison, finding)


def _wordings(comparison: Comparison, finding: Finding) -> Iterator[str]:
    for id in finding.claims:
        claim = comparison.claim(id)
        yield f"  - **{_letter(comparison, claim.source)}** {_wording(claim, finding)}"


def _additions(comparison: Comparison, options: Options) -> Iterator[str]:
    for article, found in zip(comparison.articles, groups(comparison, "additions"), strict=True):
        title = f"Only in {_letter(comparison, article.id)}: {inline(visible(article.source))}"
        yield from _section(title, found, options, partial(_own, comparison, article))


def _own(comparison: Comparison, article: Article, finding: Finding) -> Iterator[str]:
    claims = [claim for claim in map(comparison.claim, finding.claims) if claim.source == article.id]
    yield f"- {' … '.join(_wording(claim, finding) for claim in claims)} `{finding.id}`"


def _omissions(comparison: Comparison, options: Options) -> Iterator[str]:
    (found,) = groups(comparison, "omissions")
    yield from _section("Omissions", found, options, partial(_left_out, comparison))


def _left_out(comparison: Comparison, finding: Finding) -> Iterator[str]:
    claims = [comparison.claim(id) for id in finding.claims]
    tellers = {claim.source for claim in claims}
    silent = [_letter(comparison, one.id) for one in comparison.articles if one.id not in tellers]
    yield f"- Not in {', '.join(silent)}: {_wording(claims[0], finding)} `{finding.id}`"


def _agreements(comparison: Comparison, options: Options) -> Iterator[str]:
    (found,) = groups(comparison, "agreements")
    yield from _section("Agreements", found, options, partial(_agreed, comparison, options))


def _agreed(comparison: Comparison, options: Options, finding: Finding) -> Iterator[str]:
    claims = [comparison.claim(id) for id in finding.claims]
    letters = dict.fromkeys(_letter(comparison, claim.source) for claim in claims)
    yield f"- {_wording(claims[0], finding)} ({', '.join(letters)}) `{finding.rule}` `{finding.id}`"
    if options.open:
        yield from _wordings(comparison, finding)


def _section(
    title: str, found: list[Finding], options: Options, lines: Callable[[Finding], Iterator[str]]
) -> Iterator[str]:
    """A heading with its count and the findings' lines; nothing at all where there are none."""
    if not found:
        return
    shown, more = cut(found, options.top)
    yield f"## {title} ({len(found)})"
    yield ""
    for finding in shown:
        yield from lines(finding)
    if more:
        yield f"- *{more} more, hidden by `--top {options.top}`*"
    yield ""


def _wording(claim: Claim, finding: Finding) -> str:
    """The claim, its deciding words bold."""
    shown = pieces(claim.text)
    text, at = "", 0
    for start, end in deciding_spans(claim, finding):
        text += inline("".join(shown[at:start])) + bold("".join(shown[start:end]))
        at = end
    return leading((text + inline("".join(shown[at:]))).strip())


def bold(words: str) -> str:
    """Visible text in bold: `**` where Markdown reads it as emphasis whatever stands around it, else the HTML."""
    plain = words[:1].isalnum() and words[-1:].isalnum()
    return f"**{inline(words)}**" if plain else f"<b>{inline(words)}</b>"


def _letter(comparison: Comparison, article: str) -> str:
    return letters(comparison)[article]


PARTS: dict[str, Callable[[Comparison, Options], Iterator[str]]] = {
    "divergences": _divergences,
    "additions": _additions,
    "omissions": _omissions,
    "agreements": _agreements,
}
