"""The relation model: what it must get right, and that a pair's answer depends on the pair alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import ModelError
from compare.judge.relation import Relation, relate
from compare.judge.relation.model import SHA256, RelationModel, load_model, model_info
from compare.judge.relation.passage import judge_passages

STORM = "Nineteen fishermen died when the storm struck the port of Almora on Sunday, the harbour master said."

AGREE = [
    (STORM, "The harbour master said 19 fishermen were killed on Sunday as the storm hit Almora's port."),
    ("The council approved the new bridge over the Lenn on Monday.", "On Monday the councillors gave the Lenn bridge their approval."),
    ("Marta Oliveira, the health minister, resigned on Tuesday.", "Health Minister Marta Oliveira stepped down on Tuesday."),
]  # fmt: skip
CLASH = [
    (STORM, "Ninety fishermen died when the storm struck the port of Almora on Sunday, the harbour master said."),
    (STORM, "Not one fisherman lost his life in Sunday's storm at the port of Almora, the harbour master said."),
    ("The council approved the new bridge over the Lenn on Monday.", "The council rejected the new bridge over the Lenn on Monday."),
    ("The city hospital remained open on Friday.", "The city hospital was closed on Friday."),
    ("Marta Oliveira, the health minister, resigned on Tuesday.", "Health minister Marta Oliveira refused to resign on Tuesday."),
]  # fmt: skip
ASIDE = [
    (STORM, "The port of Almora was built by the Ottomans in 1870."),
    ("The council approved the new bridge over the Lenn on Monday.", "Residents of Lenn complained about the price of bread."),
    ("Marta Oliveira, the health minister, resigned on Tuesday.", "The prime minister will visit the flooded villages next week."),
]  # fmt: skip


@pytest.mark.parametrize("pair", AGREE)
def test_the_same_fact_in_other_words_follows(pair: tuple[str, str]) -> None:
    assert relate([pair], both=True)[0].label == "entailment"


def test_other_words_beside_a_number_are_no_contradiction() -> None:
    plain = "The airline will cancel 40 flights on Friday because of a strike by pilots."
    assert (
        relate([(plain, "A pilots' strike will force the airline to scrap forty flights on Friday.")])[
            0
        ].label
        == "entailment"
    )


@pytest.mark.parametrize("pair", CLASH)
def test_what_cannot_both_be_true_contradicts(pair: tuple[str, str]) -> None:
    assert relate([pair])[0].label == "contradiction"


@pytest.mark.parametrize("pair", ASIDE)
def test_another_matter_is_neutral_and_answers_another_question(pair: tuple[str, str]) -> None:
    found = relate([pair])[0]
    assert found.label == "neutral"
    assert found.same < 0.5


def test_agreeing_and_clashing_sentences_answer_one_question() -> None:
    assert all(relation.same > 0.5 for relation in relate(AGREE + CLASH))


def test_the_deciding_words_are_where_the_accounts_differ() -> None:
    premise, hypothesis = CLASH[0]
    found = relate([(premise, hypothesis)])[0]
    assert any("Nineteen" in span.of(premise) for span in found.premise_words)
    assert any("Ninety" in span.of(hypothesis) for span in found.hypothesis_words)


def test_a_pair_has_one_answer_whatever_stands_beside_it() -> None:
    pairs = AGREE + CLASH + ASIDE
    together = relate(pairs)
    assert relate(pairs[::-1]) == together[::-1]
    assert [relate([pair])[0] for pair in pairs] == together


def test_both_directions_agree_on_contradiction() -> None:
    turned = [(hypothesis, premise) for premise, hypothesis in CLASH]
    there, back = relate(CLASH, both=True), relate(turned, both=True)
    assert [r.contradiction for r in there] == [r.contradiction for r in back]
    assert [r.same for r in there] == [r.same for r in back]


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_gets_probabilities(premise: str, hypothesis: str) -> None:
    found = relate([(premise, hypothesis)])[0]
    assert found.entailment + found.neutral + found.contradiction == pytest.approx(1, abs=2e-4)
    assert 0 <= found.same <= 1
    assert all(0 <= s.start <= s.end <= len(premise) for s in found.premise_words)
    assert all(0 <= s.start <= s.end <= len(hypothesis) for s in found.hypothesis_words)


def test_one_word_and_four_hundred_words_are_judged() -> None:
    long = " ".join([STORM] * 25)
    assert len(relate([("Storm.", long), (long, "Storm."), ("", "")])) == 3


def test_in_a_passage_the_sentence_that_says_it_decides() -> None:
    around = [
        *(a for a, _ in AGREE[1:] + CLASH[3:4]),
        *(b for _, b in ASIDE),
        "Its market sells olives and salt fish.",
    ]
    passage = "\n".join([*around, "Ships were told to stay in harbour for the night.", STORM, *around])
    assert len(passage) > 700
    said, denied = judge_passages([(passage, AGREE[0][1]), (passage, CLASH[1][1])], load_model())
    assert said.label == "entailment"
    assert denied.entailment < 0.5


def test_no_pairs_need_no_model() -> None:
    assert relate([]) == []


def test_probabilities_name_the_label() -> None:
    assert Relation(0.2, 0.5, 0.3, 0.9).label == "neutral"
    assert Relation(0.3, 0.2, 0.5, 0.9).label == "contradiction"
    assert Relation(0.3, 0.25, 0.45, 0.9).label == "entailment"  # likelier not than so


def test_the_shipped_weights_are_the_pinned_ones() -> None:
    assert model_info().sha256 == SHA256
    assert len(SHA256) == 64


def test_changed_weights_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.onnx"
    path.write_bytes(b"something else")
    with pytest.raises(ModelError, match="not the pinned"):
        RelationModel(path, SHA256)
