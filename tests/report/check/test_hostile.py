"""Articles, paths, reasons and branch names that try to act on what shows them."""

from __future__ import annotations

import json
import re
import unicodedata
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from compare.gate.records import CheckResult, Note
from compare.records import JSON
from compare.report.base import Options
from compare.report.check import FORMATS, render
from tests.report.check import builders

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
PIECES = (
    "::error::", "##[error]", "##vso[x]", "%0A", "-->", "]]>", "</details>", "](http://x)", "{0}", "@all", "#12",
)  # fmt: skip
CHARACTERS = (
    "\\`*_[]<>()#+-.!|~&$=:/@%,;{}'\"\x1b\x07\x9b\x00\r\n\t\x85\u2028\u202e\u2066\u200b\ud800\ufffe 1a"
)
nasty = st.lists(
    st.one_of(st.sampled_from(PIECES), st.sampled_from(CHARACTERS), st.characters()), min_size=1, max_size=30
).map("".join)


def outcome_of(text: str) -> CheckResult:
    """The text in every place that people outside the project can write to."""
    quotes = (
        builders.quote(f"x{text}y", text, path=text, source=text),
        builders.quote(text, source=text, side="base", path=f"{text}.md"),
    )
    new = builders.issue(message=text, quotes=quotes, story=text, notes=(text,))
    held = builders.issue("DIV402", text, quotes, state="suppressed", reason=text, story=text)
    old = builders.issue("DIV404", text, quotes, state="existing")
    return builders.outcome(new, held, old, notes=(Note(text, text), Note("", text)))


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("color", [False, True])
def test_nothing_in_a_report_acts_on_the_terminal(format: str, color: bool) -> None:
    for character in COLOUR.sub("", render(builders.hostile(), format, Options(color=color, open=True))):
        assert character in "\n\u200d" or unicodedata.category(character) not in ("Cc", "Cf", "Cs")


@given(nasty)
@settings(max_examples=60, deadline=None)
def test_every_report_can_be_encoded_and_no_line_of_output_is_a_command_but_ours(text: str) -> None:
    result = outcome_of(text)
    for format in FORMATS:
        report = render(result, format)
        assert report.encode("utf-8")
        assert report.endswith("\n")
        if format in ("text", "github"):
            assert not re.search(r"^(?!::error file=).*##[\w.-]*\[", report, re.MULTILINE)
            ours = [line for line in report.split("\n") if line.lstrip().startswith("::")]
            assert len(ours) == (1 if format == "github" else 0)


@given(nasty)
@settings(max_examples=60, deadline=None)
def test_an_annotation_has_the_properties_that_were_meant(text: str) -> None:
    line = render(outcome_of(text), "github").split("\n")[0]
    found = re.fullmatch(r"::error ([^:]*?)::(.*)", line)
    assert found
    names = [part.split("=", 1)[0] for part in found[1].split(",")]
    assert names == ["file", "line", "endLine", "col", "endColumn", "title"]
    assert not re.search(r"%(?!25|0A)", found[2])


@given(nasty)
@settings(max_examples=60, deadline=None)
def test_text_stays_text_in_markdown(text: str) -> None:
    for format in ("markdown", "summary"):
        html = (
            MarkdownIt("commonmark")
            .enable(["table", "strikethrough"])
            .render(render(outcome_of(text), format))
        )
        tags = set(re.findall(r"<(/?[a-zA-Z]\w*)", html))
        assert {tag.lstrip("/") for tag in tags} <= {
            "h2", "h3", "p", "ul", "li", "strong", "code", "b", "details", "summary",
        }  # fmt: skip
        assert html.count("<details>") == html.count("</details>")


def test_nobody_is_called_and_no_issue_is_linked_in_a_comment() -> None:
    comment = render(builders.hostile(), "markdown")
    assert not re.search(r"@\w|#\d|://|www\.", comment)


@given(nasty)
@settings(max_examples=60, deadline=None)
def test_xml_is_well_formed_and_holds_the_message(text: str) -> None:
    root = ElementTree.fromstring(render(outcome_of(text), "junit").encode())
    assert len(root.findall(".//testcase")) == 3 + 3
    assert len(root.findall(".//failure")) == 1


@given(nasty)
@settings(max_examples=60, deadline=None)
def test_json_holds_the_text_exactly(text: str) -> None:
    report = json.loads(render(outcome_of(text), "json"))
    assert report["issues"][0]["message"] == text
    assert report["issues"][0]["quotes"][0]["words"][0]["text"] == text
    assert report["issues"][0]["place"]["path"] == text


@given(nasty)
@settings(max_examples=60, deadline=None)
def test_no_message_in_sarif_is_a_link_or_a_placeholder(text: str) -> None:
    for message in _messages(json.loads(render(outcome_of(text), "sarif"))["runs"][0]["results"]):
        assert not re.search(r"\]\(", message)
        assert not re.search(r"(?<!\{)\{\d+\}(?!\})", message)


def _messages(data: JSON) -> list[str]:
    if isinstance(data, dict):
        own = data.get("text")
        return [
            *([own] if isinstance(own, str) else []),
            *(text for value in data.values() for text in _messages(value)),
        ]
    return [text for item in data for text in _messages(item)] if isinstance(data, list) else []
