"""The clearest claim speaks for its cluster."""

from __future__ import annotations

from compare.align.representative import clearest_first
from compare.records import Claim


def claim(text, source="a"):
    return Claim(text, source, 0, len(text), text)


def test_a_sentence_that_stands_alone_goes_before_one_that_opens_with_a_pronoun():
    pronoun = claim("She said the ban would cut traffic in the old town by a fifth.", "a")
    named = claim("Mayor Ines Tordal said the ban would cut old-town traffic by a fifth.", "b")
    assert clearest_first([pronoun, named], [0.8, 0.8]) == [named, pronoun]


def test_the_central_claim_goes_first_among_equals():
    one, two = (
        claim("Ships may not dock in Vellmar from May on.", "a"),
        claim("Ships may not land in Vellmar after April.", "b"),
    )
    assert clearest_first([one, two], [0.4, 0.9])[0] == two


def test_a_fragment_does_not_speak_for_a_sentence():
    fragment, whole = (
        claim("No ships.", "a"),
        claim("Ships may no longer dock in Vellmar, councillors voted.", "b"),
    )
    assert clearest_first([fragment, whole], [0.9, 0.8])[0] == whole
