"""The JSON report: its schema, its bytes."""

from __future__ import annotations

import dataclasses
import json
from importlib import resources
from typing import Any

import jsonschema
import pytest

from compare.comparison import Comparison
from compare.report.base import Options
from compare.report.json import render
from tests.report import builders

STORIES = [builders.two_sources, builders.four_sources, builders.hostile]


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft202012Validator:
    text = resources.files("compare.report").joinpath("schema.json").read_text(encoding="utf-8")
    jsonschema.Draft202012Validator.check_schema(json.loads(text))
    return jsonschema.Draft202012Validator(json.loads(text))


@pytest.mark.parametrize("story", STORIES)
def test_reports_have_the_form_that_the_schema_says(
    story: Any, schema: jsonschema.Draft202012Validator
) -> None:
    schema.validate(json.loads(render(story())))


@pytest.mark.parametrize("key", ["tool", "findings", "summary"])
def test_the_schema_refuses_missing_and_unknown_keys(
    key: str, schema: jsonschema.Draft202012Validator
) -> None:
    report = json.loads(render(builders.two_sources()))
    assert schema.is_valid(report)
    assert not schema.is_valid(report | {"more": 1})
    report.pop(key)
    assert not schema.is_valid(report)


def test_the_schema_refuses_a_divergence_without_evidence(schema: jsonschema.Draft202012Validator) -> None:
    report = json.loads(render(builders.two_sources()))
    report["findings"][0]["evidence"] = []
    assert not schema.is_valid(report)


def test_evidence_lies_in_the_claim_it_names() -> None:
    report = json.loads(render(builders.two_sources()))
    claims = {claim["id"]: claim for claim in report["claims"]}
    for finding in report["findings"]:
        for item in finding["evidence"]:
            claim = claims[item["claim"]]
            assert (
                claim["text"][item["start"] - claim["start"] : item["end"] - claim["start"]] == item["text"]
            )


def test_settings_that_change_nothing_are_left_out() -> None:
    def with_cache(cache: bool) -> Comparison:
        comparison = builders.two_sources()
        settings = comparison.settings.replace(embed={"cache": cache, "cache_dir": str(cache)})
        return dataclasses.replace(comparison, settings=settings)

    assert render(with_cache(True)) == render(with_cache(False))


def test_floats_have_four_decimals() -> None:
    comparison = builders.two_sources()
    finding = dataclasses.replace(comparison.findings[0], score=1 / 3)
    report = json.loads(render(dataclasses.replace(comparison, findings=(finding,))))
    assert report["findings"][0]["score"] == 0.3333


def test_only_and_top_choose_findings_and_leave_the_summary() -> None:
    comparison = builders.two_sources()
    report = json.loads(render(comparison, Options(only=("additions",), top=1)))
    assert [finding["kind"] for finding in report["findings"]] == ["addition", "addition"]
    assert report["summary"] == json.loads(render(comparison))["summary"]
