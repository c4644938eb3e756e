"""Where sentences end, and that nothing is lost."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.claims.sentences import split
from compare.records import Span

TABLES = [Path(__file__).parent / f"sentence_cases_{name}.txt" for name in ("tuned", "check")]
CASES = [
    line.replace("⏎", "\n")
    for table in TABLES
    for line in table.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("# ")
]
PIECES = [
    "Lt. Gen. Holm", "the U.S.", "5:12 a.m.", "No. 5", "J. K. Adeyemi", "“We lost.", "We won,” he said", "...", "…",
    "e.g.", "?!", "(he said so.)", "• a", "1) b", "2.", "https://a.example/b.c", "#Holm", "🎉", "\n", "\r\n\r\n",
    "\u2028", "\u00a0", "the end", ".", " ", "。", "said.The", "“", "”", "[1]", ")", "(", "—", "Yahoo!", "ﬁn", "e\u0301.",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join), st.lists(st.sampled_from(PIECES)).map("".join)
)


def sentences(text: str, limit: int = 2_000) -> list[str]:
    return [span.of(text) for span in split(text, Span(0, len(text)), limit)]


@pytest.mark.parametrize("case", CASES)
def test_hard_news_cases(case):
    text = case.replace(" | ", " ").replace("|", "")
    assert sentences(text) == [sentence.strip() for sentence in case.split("|")]


def test_a_quotation_of_several_sentences_is_several_claims_and_the_tag_stays_with_the_last():
    assert sentences("“We lost. We will win,” he said.") == ["“We lost.", "We will win,” he said."]


def test_lines_wrapped_at_a_width_are_joined_but_a_short_line_ends_a_sentence():
    wrapped = "The council of the town of Dale met on\nMonday and voted to close the old pool"
    assert len(sentences(wrapped)) == 1
    assert len(sentences("Nobody was hurt\nThe road was closed for an hour by the fire service")) == 2


@given(TEXTS)
def test_every_character_that_is_not_space_is_in_exactly_one_sentence(text):
    spans = split(text, Span(0, len(text)))
    covered = [position for span in spans for position in range(span.start, span.end)]
    assert covered == sorted(set(covered))
    assert not "".join(c for i, c in enumerate(text) if i not in set(covered)).strip()


@given(TEXTS)
def test_no_sentence_has_white_space_around_it_and_none_is_empty(text):
    assert all(sentence and sentence == sentence.strip() for sentence in sentences(text))


@given(TEXTS, st.text(max_size=20), st.text(max_size=20))
def test_what_stands_outside_the_paragraph_does_not_matter(text, before, after):
    span = Span(len(before), len(before) + len(text))
    around = [s.of(before + text + after) for s in split(before + text + after, span)]
    assert around == sentences(text)


@given(TEXTS, st.integers(min_value=1, max_value=50))
def test_no_sentence_is_longer_than_the_limit(text, limit):
    parts = sentences(text, limit)
    assert all(len(part) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_long_text_without_a_stop_is_cut_at_white_space():
    text = "word " * 1_000
    parts = sentences(text, 100)
    assert all(part.replace("word", "").strip() == "" and len(part) <= 100 for part in parts)


@pytest.mark.parametrize("unit", ["word ", "x"])
def test_a_million_characters_without_a_stop_are_cut_in_linear_time(unit):
    text = unit * (1_000_000 // len(unit))
    start = time.perf_counter()
    parts = sentences(text)
    assert time.perf_counter() - start < 20
    assert max(map(len, parts)) <= 2_000


@pytest.mark.parametrize(
    "unit", ["a.", ". ", "(", "1. ", "“", "\n", "U.S. ", "“No,” he said. ", "· ", "? ", "a.b@c "]
)
def test_text_full_of_stops_takes_linear_time(unit):
    text = (unit * (200_000 // len(unit) + 1))[:200_000]
    start = time.perf_counter()
    split(text, Span(0, len(text)))
    assert time.perf_counter() - start < 20  # quadratic time would be minutes
