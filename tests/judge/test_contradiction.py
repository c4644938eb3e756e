"""What the relation model's opinion does to a typed difference, and what it can say alone."""

import pytest

from compare.judge.contradiction import weigh
from compare.judge.differences import Difference
from compare.judge.pairing import pairing
from compare.judge.relation import Relation
from compare.records import Span
from compare.settings import JudgeSettings
from tests.judge.builders import article, match, story


def pair():
    first, (one,) = article("herald", "The decision was unanimous.")
    second, (other,) = article("wire", "Two members voted against it.")
    link = match(one, other)
    return pairing(story([first, second], [one, other], [link]), link)


CONTRADICTS = Relation(0.02, 0.08, 0.9, 0.95, (Span(17, 26),), (Span(12, 25),))
SILENT = Relation(0.1, 0.85, 0.05, 0.95)
AGREES = Relation(0.9, 0.08, 0.02, 0.95)


def typed(found, category, sure):
    return [Difference(category, found, Span(0, 3), Span(0, 3), sure, True)]


def test_without_an_opinion_figures_stand_and_opposite_words_are_for_review():
    found, settings = pair(), JudgeSettings()
    assert weigh(found, typed(found, "number", 0.9), None) == typed(found, "number", 0.9)
    (opposite,) = weigh(found, typed(found, "polarity", 0.95), None)
    assert settings.review <= opposite.sure < settings.hard


def test_two_witnesses_make_a_difference_certain():
    found, settings = pair(), JudgeSettings()
    (item,) = weigh(found, typed(found, "polarity", 0.95), CONTRADICTS)
    assert item.sure >= settings.hard


def test_figures_beyond_doubt_need_only_the_second_witness():
    found, settings, unsteady = pair(), JudgeSettings(), Relation(0.6, 0.15, 0.25, 0.95)
    (figure,) = weigh(found, typed(found, "number", 0.97), unsteady)
    (sense,) = weigh(found, typed(found, "polarity", 0.97), unsteady)
    assert sense.sure < settings.hard <= figure.sure


@pytest.mark.parametrize(
    ("category", "sure", "opinion"), [("number", 0.95, SILENT), ("polarity", 0.6, CONTRADICTS)]
)
def test_one_witness_is_not_enough(category, sure, opinion):
    found, settings = pair(), JudgeSettings()
    (item,) = weigh(found, typed(found, category, sure), opinion)
    assert item.sure < settings.hard


def test_agreement_in_sense_lowers_a_difference():
    found = pair()
    for category in ("polarity", "number"):
        (less,) = weigh(found, typed(found, category, 0.75), AGREES)
        (more,) = weigh(found, typed(found, category, 0.75), CONTRADICTS)
        assert less.sure < more.sure


def test_a_contradiction_seen_by_the_model_alone_is_for_review_with_its_words():
    found = pair()
    (item,) = weigh(found, [], CONTRADICTS)
    settings = JudgeSettings()
    assert item.category == "contradiction"
    assert settings.review <= item.sure < settings.hard
    assert (item.a.of(found.a.text), item.b.of(found.b.text)) == ("unanimous", "voted against")


def test_words_that_say_nothing_point_at_nothing():
    found = pair()
    idle = Relation(0.02, 0.08, 0.9, 0.95, (Span(0, 3),), (Span(0, 3),))
    (item,) = weigh(found, [], idle)
    assert "The" not in (item.a.of(found.a.text), item.b.of(found.b.text))
