"""Copies of one text count once; independent accounts count each."""

from __future__ import annotations

import pytest

from compare.align.origins import copied_articles, origins, plain_words, same_wording

WIRE = "The harbour board of Vellmar fined the shipping line Norsea 40,000 crowns on Friday for dumping ballast water."
REWRITTEN = "Norsea must pay 40,000 crowns because one of its ships emptied ballast tanks off Vellmar, port officials ruled."


@pytest.mark.parametrize(
    "copy",
    [
        WIRE,
        "VELLMAR (Coast News) - " + WIRE,
        WIRE.replace("fined", "has fined").replace("40,000", "40 000"),
        WIRE.replace(" for dumping ballast water", ""),
        "“" + WIRE.upper() + "”",
    ],
)
def test_lightly_edited_wire_text_is_one_wording(copy):
    assert same_wording(plain_words(WIRE), plain_words(copy))


def test_an_independent_account_is_another_wording():
    assert not same_wording(plain_words(WIRE), plain_words(REWRITTEN))


def test_a_short_phrase_inside_a_long_sentence_is_no_copy():
    assert not same_wording(plain_words("The board said."), plain_words("The board said. " + WIRE))


def test_changed_quotes_and_cut_endings_leave_an_article_a_copy():
    text = [
        f"Sentence number {n} of the wire report speaks of berth {n} and crane {n + 3} in Vellmar."
        for n in range(10)
    ]
    edited = [*text[:3], "“We regret this,” the line said.", *text[5:8]]
    rows = [("a", line) for line in text] + [("b", line) for line in edited] + [("c", REWRITTEN)]
    assert copied_articles(rows) == {("a", "b")}


def test_origins_join_copies_and_keep_others():
    rows = [("a", WIRE), ("b", WIRE.replace("fined", "has fined")), ("c", REWRITTEN)]
    assert origins(rows, set()) == (("a", "b"), ("c",))
    assert origins(rows, {("b", "c")}) == (("a", "b", "c"),)
