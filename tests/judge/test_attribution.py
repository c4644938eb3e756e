"""The same statement given to different speakers; who can be the same speaker."""

from compare.judge.attribution import compare_speakers, same_voice
from compare.judge.pairing import pairing
from tests.judge.builders import article, match, said_by, story


def said(a, b, score=0.95):
    """a, b: sentence, speaker, cue, kind."""
    first, (one,) = article("herald", a[0])
    second, (other,) = article("wire", b[0])
    one, other = said_by(one, *a[1:]), said_by(other, *b[1:])
    link = match(one, other, score)
    return pairing(story([first, second], [one, other], [link]), link)


def test_one_remark_of_two_people_is_a_soft_difference_and_the_cues_decide():
    pair = said(
        (
            "Kallas noted that the parade showed how close the two had grown.",
            "Kaja Kallas",
            "Kallas noted",
            "named",
        ),
        (
            "He noted that the parade reflected how close both had grown.",
            "Rajnath Singh",
            "He noted",
            "pronoun",
        ),
    )
    (found,) = compare_speakers(pair)
    assert not found.hard
    assert found.a.of(pair.a.text) == "Kallas noted"


def test_says_and_reports_is_no_difference():
    pair = said(
        ("The dam was cracked, Denholm said.", "Paula Denholm", "Denholm said", "named"),
        ("The dam was cracked, Paula Denholm reported.", "Paula Denholm", "Paula Denholm reported", "named"),
    )
    assert same_voice(pair.a, pair.b)
    assert compare_speakers(pair) == []


def test_a_body_and_the_person_who_heads_it_are_one_voice():
    pair = said(
        (
            "Paula Denholm, who heads the dam authority, said the wall was cracked.",
            "Paula Denholm",
            "Paula Denholm",
            "named",
        ),
        (
            "The wall was cracked, the dam authority said.",
            "the dam authority",
            "the dam authority said",
            "institution",
        ),
    )
    assert compare_speakers(pair) == []


def test_remarks_of_two_people_about_each_other_are_two_remarks():
    pair = said(
        (
            "Kallas recalled the memorable Republic Day celebrations.",
            "Kaja Kallas",
            "Kallas recalled",
            "named",
        ),
        (
            "Singh said that Kallas's visit coincided with Republic Day celebrations.",
            "Rajnath Singh",
            "Singh said",
            "named",
        ),
    )
    assert compare_speakers(pair) == []
