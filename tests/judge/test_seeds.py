"""The two seed articles: the differences that a careful reader finds are found, and nothing is called a contradiction."""

from functools import cache
from pathlib import Path

import pytest

from compare.comparison import Comparison
from compare.pipeline import compare

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@cache
def seeds() -> Comparison:
    return compare(SEEDS)


def words(rule: str) -> list[str]:
    return [item.text for finding in seeds().findings if finding.rule == rule for item in finding.evidence]


def importance(fragment: str) -> float:
    (claim,) = [claim for claim in seeds().claims if fragment in claim.text]
    return claim.importance


def test_no_divergence_is_called_hard():
    assert not [finding for finding in seeds().only("divergence") if finding.severity == "hard"]


def test_what_is_happening_in_one_account_should_happen_in_the_other():
    said = words("DIV406")
    assert any("being translated" in text for text in said)
    assert any("should lead" in text for text in said)


def test_the_remark_on_the_parade_has_two_speakers():
    assert {"She noted", "He also noted"} <= set(words("DIV407"))


def test_the_agendas_differ():
    said = " ".join(words("DIV409"))
    assert "counterterrorism efforts" in said
    assert "integrating supply chains" in said


def test_federalism_is_a_detail_of_one_source():
    assert "federalism" in words("ADD202")


def test_synonyms_are_no_details():
    said = " ".join(words("ADD202"))
    for paraphrase in ("backbone", "foundation", "prosperity", "stability", "closeness", "adherence"):
        assert paraphrase not in said


GENERIC = ("broader potential", "shared understanding that", "growing importance of India-EU")
KEY = (
    "Liaison Officer", "ReArm", "Strategic Compass", "third country in Asia", "joint exercises", "resilient defence supply chains",
)  # fmt: skip


@pytest.mark.parametrize("key", KEY)
def test_key_claims_stand_above_goodwill(key):
    assert importance(key) > max(importance(generic) for generic in GENERIC)
