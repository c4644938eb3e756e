"""Ten commits in a real repository, each judged as a person would judge it."""

from __future__ import annotations

import pytest

from benchmarks.gate_demonstration import STEPS, Outcome, Step, demonstrate, table


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    folder = tmp_path_factory.mktemp("demonstration") / "newsroom"
    return {outcome.step.title: outcome for outcome in demonstrate(folder)}


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.title)
def test_the_commit_passes_or_fails_and_the_words_that_decide_are_shown(
    step: Step, outcomes: dict[str, Outcome]
) -> None:
    outcome = outcomes[step.title]
    assert outcome.code == (0 if step.passes else 1), outcome.text
    for words in step.said:
        assert words in outcome.text


def test_the_table_says_so(outcomes: dict[str, Outcome]) -> None:
    text = table([*outcomes.values()])
    assert text.count("as it should") == len(STEPS) == 10
    assert "WRONG" not in text
