"""What the relation model's opinion does to a typed difference, and what it can say alone."""

from compare.judge.contradiction import ALONE, weigh
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
AGREES = Relation(0.9, 0.08, 0.02, 0.95)


def test_without_an_opinion_the_typed_differences_stand():
    found = pair()
    typed = [Difference("polarity", found, Span(0, 3), Span(0, 3), 0.65, True)]
    assert weigh(found, typed, None) == typed


def test_an_opinion_raises_doubt_to_certainty_or_lowers_it():
    found = pair()
    typed = [Difference("polarity", found, Span(0, 3), Span(0, 3), 0.65, True)]
    settings = JudgeSettings()
    assert weigh(found, typed, CONTRADICTS)[0].sure >= settings.hard
    assert weigh(found, typed, AGREES)[0].sure < settings.review


def test_agreement_in_sense_does_not_take_back_a_figure():
    found = pair()
    typed = [Difference("number", found, Span(0, 3), Span(0, 3), 0.9, True)]
    assert weigh(found, typed, AGREES) == typed


def test_a_contradiction_seen_by_the_model_alone_is_for_review_with_its_words():
    found = pair()
    (item,) = weigh(found, [], CONTRADICTS)
    settings = JudgeSettings()
    assert item.category == "contradiction"
    assert settings.review <= item.sure <= ALONE < settings.hard
    assert (item.a.of(found.a.text), item.b.of(found.b.text)) == ("unanimous", "voted against")
