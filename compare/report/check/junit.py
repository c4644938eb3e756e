"""The outcome of a check as JUnit XML, which most build servers read.

Every issue is a test that fails if the issue does and is skipped if it is suppressed. A rule without issues is one test
that passes.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from compare.gate.records import CheckResult, Issue
from compare.judge.rules import RULES
from compare.report.base import Options
from compare.report.check.base import (
    bracketed,
    distinct,
    extent,
    fine,
    kind,
    own_advice,
    segments,
    verdict,
    whose,
)
from compare.report.visible import visible

NAME = "claimcompare check"


def render(result: CheckResult, options: Options | None = None) -> str:
    """The report. It holds no times and no host, so that the same outcome is the same file."""
    del options
    tests = [_test(issue, name) for issue, name in zip(result.issues, distinct(result.issues), strict=True)]
    found = {issue.code for issue in result.issues}
    tests += [
        _element("testcase", classname=code, name=_title(code)) for code in result.rules if code not in found
    ]
    counts = {
        "tests": str(len(tests)),
        "failures": str(sum(test.find("failure") is not None for test in tests)),
        "errors": "0",
        "skipped": str(sum(test.find("skipped") is not None for test in tests)),
    }
    root = _element("testsuites", name=NAME, **counts)
    suite = _element("testsuite", name=NAME, **counts)
    root.append(suite)
    suite.extend(tests)
    _say(suite, "system-out", "\n".join(_about(result)))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _test(issue: Issue, fingerprint: str) -> Element:
    """One issue. Servers follow a test by its names, which last as long as the wording does."""
    test = _element(
        "testcase", classname=issue.code, name=f"{visible(issue.message)} ({fingerprint})",
        file=visible(issue.place.path), line=str(issue.place.line),
    )  # fmt: skip
    text = "\n".join(_lines(issue))
    if issue.suppression:
        SubElement(test, "skipped", message=visible(f"suppressed: {issue.suppression.reason}"))
        _say(test, "system-out", text)
    elif issue.fails:
        failure = SubElement(test, "failure", type=issue.code, message=visible(issue.message))
        failure.text = text
    else:
        _say(test, "system-out", text)
    return test


def _lines(issue: Issue) -> Iterator[str]:
    yield visible(f"{issue.place}: {issue.code} {kind(issue)} ({issue.state}): {issue.message}")
    for quote in issue.quotes:
        yield f"{whose(quote)}, {visible(str(quote.words_place))}: {bracketed(segments(quote))}"
    yield from (f"note: {visible(note)}" for note in issue.notes)
    yield from (f"{name}: {text}" for name, text in own_advice(issue, ""))


def _about(result: CheckResult) -> Iterator[str]:
    yield from filter(None, (verdict(result), extent(result), fine(result)))
    yield from (
        visible(f"note: {note.path}: {note.text}" if note.path else f"note: {note.text}")
        for note in result.notes
    )


def _title(code: str) -> str:
    return RULES[code].title if code in RULES else code


def _element(tag: str, **attributes: str) -> Element:
    return Element(tag, attributes)


def _say(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = text
