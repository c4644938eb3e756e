"""Review files as the report's page exports them, for a hand-made comparison."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from compare.comparison import Comparison
from compare.report.html.view import story_id
from compare.report.visible import visible


def entry(comparison: Comparison, story: str = "", **marks: dict[str, Any]) -> dict[str, Any]:
    """One story of a review: `marks` by finding id, each with some of done, wrong and note."""
    return {
        "story": story or story_id(comparison),
        "title": "A story",
        "findings": [finding.id for finding in comparison.findings],
        "reviews": [
            {
                "finding": id,
                "rule": comparison.finding(id).rule,
                "message": visible(comparison.finding(id).message),
                **{"done": False, "wrong": False, "note": ""} | mark,
                "claims": [
                    {"claim": claim, "text": visible(comparison.claim(claim).text)}
                    for claim in comparison.finding(id).claims
                ],
            }
            for id, mark in marks.items()
        ],
    }


def save(path: Path, *entries: dict[str, Any]) -> Path:
    """A review file of these stories."""
    path.write_text(json.dumps({"review_version": 1, "stories": entries}), encoding="utf-8")
    return path
