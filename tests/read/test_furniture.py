"""The body is told from the furniture, and nothing is dropped."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.furniture import judge, load
from compare.read.furniture import REASONS, Layout, layout
from compare.read.patterns import ROWS
from compare.records import Span

ARTICLES = Path(__file__).parent / "articles"

PIECES = st.sampled_from(
    [
        "The dam failed at 5:12 a.m. on Monday. Nobody was hurt.",
        "“We will rebuild,” she said.",
        "Town in shock",
        "By Jane Doe",
        "3 March 2027",
        "- ",
        "-",
        "•",
        "1. First of all",
        "NAIROBI, March 3 (Reuters) - The government fell.",
        "Flood Relief Row: The board blamed the district for the delay.",
        "Read more: Why it fell",
        "Related stories",
        "Comments",
        "***",
        "\u200b",
        "Photo: Ana Reis",
        "He said no. (Reuters)",
        "The list:",
        *[row.example for row in ROWS[::7]],
    ]
)
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028", "\x85", "\x0b", " ", "\t", "\n \n", "\xa0"])


def words(found: Layout, text: str, reason: str) -> list[str]:
    return [piece.text for piece in found.furniture if piece.reason == reason]


def body(text: str) -> list[str]:
    return [span.of(text) for span in layout(text).body]


def assert_nothing_is_dropped(text: str) -> None:
    found = layout(text)
    spans = sorted(
        [(span.start, span.end) for span in found.body]
        + [(piece.start, piece.end) for piece in found.furniture]
    )
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    covered = {at for start, end in spans for at in range(start, end)}
    assert {at for at, character in enumerate(text) if not character.isspace()} <= covered
    assert all(
        piece.text == text[piece.start : piece.end] and piece.reason in REASONS for piece in found.furniture
    )
    assert list(found.body) == sorted(found.body)
    assert all(not span.of(text)[0].isspace() and not span.of(text)[-1].isspace() for span in found.body)


@given(
    st.lists(st.tuples(PIECES, BREAKS), max_size=14).map(
        lambda pairs: "".join(piece + end for piece, end in pairs)
    )
)
@settings(max_examples=300, deadline=None)
def test_every_character_is_body_or_furniture(text: str) -> None:
    assert_nothing_is_dropped(text)


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_every_character_of_any_text_is_body_or_furniture(text: str) -> None:
    assert_nothing_is_dropped(text)


@pytest.mark.parametrize(
    "path", sorted(ARTICLES.glob("*/*.txt")), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_no_sentence_of_a_marked_article_is_lost(path: Path) -> None:
    article = load(path)
    assert judge(article).lost == ()
    assert_nothing_is_dropped(article.text)


@pytest.mark.parametrize("path", sorted((ARTICLES / "tuned").glob("*.txt")), ids=lambda path: path.stem)
def test_no_furniture_of_a_tuned_article_leaks(path: Path) -> None:
    assert judge(load(path)).leaked == ()


def test_little_furniture_of_the_held_out_articles_leaks() -> None:
    results = [judge(load(path)) for path in sorted((ARTICLES / "held_out").glob("*.txt"))]
    leaked = sum(len(result.leaked) for result in results)
    assert leaked <= 0.02 * sum(result.furniture for result in results)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_newlines_of_every_kind_give_the_same_body(newline: str) -> None:
    text = "Bridge closed for a week\nBy Jane Doe\n\nThe bridge was closed on Monday.\nRepairs\nThey take a week.\n"
    assert body(text.replace("\n", newline)) == ["The bridge was closed on Monday.", "They take a week."]


@pytest.mark.parametrize(
    ("lead", "label"),
    [
        ("India and European: India and the European Union moved a step closer.", "India and European:"),
        ("Budget 2027: The finance minister cut the tax on fuel by a tenth.", "Budget 2027:"),
        ("BREAKING: A tram left the rails near the old harbour on Monday.", "BREAKING:"),
        ("NAIROBI, March 3 (Reuters) - The government resigned on Monday.", "NAIROBI, March 3 (Reuters) -"),
        ("KISORO, Uganda (AP) — The government resigned on Monday.", "KISORO, Uganda (AP) —"),
        ("GENEVA/LUNDEN, 17 August 2027 – The agency said so.", "GENEVA/LUNDEN, 17 August 2027 –"),
        ("HELSINKI: The government resigned on Monday.", "HELSINKI:"),
        ("New Delhi, Jan 27 (PTI) The ministry said on Tuesday it would appeal.", "New Delhi, Jan 27 (PTI)"),
        ("Beirut, Lebanon – A ship left the port on Friday.", "Beirut, Lebanon –"),
        (
            "OSLO, March 3, 2027 /PRNewswire/ -- Fjordbo today named a chief.",
            "OSLO, March 3, 2027 /PRNewswire/ --",
        ),
        ("(Reuters) - Halden Bank will cut one in eight jobs.", "(Reuters) -"),
        ("WASHINGTON—Lawmakers left the city on Friday.", "WASHINGTON—"),
    ],
)
def test_a_label_run_into_the_lead_is_furniture(lead: str, label: str) -> None:
    found = layout(lead + "\nNobody was hurt in the capital.\n")
    assert found.furniture[0].text == label
    assert found.body[0].of(lead) == lead[len(label) :].strip()


@pytest.mark.parametrize(
    "lead",
    [
        "Kaja Kallas: “We will sign the agreement today in the capital.”",
        "The message was clear: No deal would be signed before the election.",
        "Azur Air – France's fourth-largest carrier – said safety came first.",
        "COVID-19 cases rose by a third in March, the agency said.",
        "Rajnath Singh – the defence minister – met a delegation on Monday.",
        "By Tuesday the water had fallen by two metres.",
        "In Nairobi the government said it would appeal.",
        "At 5:12 a.m. the dam failed.",
        "Mr. Smith - who is 44 - was not hurt.",
        "Tesla (TSLA) Chief Executive Elon Musk sold shares on Monday.",
    ],
)
def test_a_lead_without_a_label_is_kept_whole(lead: str) -> None:
    assert body(lead + "\nNobody was hurt.\n")[0] == lead


def test_the_speakers_of_an_interview_stay() -> None:
    turns = ["Anna Lund: We saw the water rise in the night.", "Bo Hall: The siren did not sound at all."]
    assert body("\n".join(turns)) == turns


def test_teasers_at_the_end_with_bullets_on_lines_of_their_own() -> None:
    text = "The bridge was closed on Monday.\n-\nPort: Ship hits quay, crew safe\n\n-\nStar opener out for six weeks"
    found = layout(text)
    assert words(found, text, "teaser") == [
        "Port: Ship hits quay, crew safe",
        "Star opener out for six weeks",
    ]
    assert words(found, text, "teaser_bullet") == ["-", "-"]


def test_list_items_are_body() -> None:
    text = "The bridge was closed on Monday.\nOfficers found:\n* 140,000 tablets\n* two pill presses\nBoth men were held.\n"
    assert body(text) == [
        "The bridge was closed on Monday.",
        "Officers found:",
        "140,000 tablets",
        "two pill presses",
        "Both men were held.",
    ]


def test_a_wrapped_paragraph_is_one_paragraph() -> None:
    text = (
        "The great refractor at Sankt Mikael turned to the sky again last\nnight, eight years after a fire destroyed its dome and\n"
        "cracked the lens.\n\nAbout four hundred people climbed the hill.\n"
    )
    assert [line.count("\n") for line in body(text)] == [2, 0]


def test_a_text_without_stops_is_not_all_headings() -> None:
    text = "\n".join(
        ["The river rose again in the night and people moved their cattle to the hill"] * 3 + ["Nobody slept"]
    )
    assert len(body(text)) == 4


def test_a_text_that_is_one_title_is_body() -> None:
    assert body("Bridge closed for a week") == ["Bridge closed for a week"]


def test_an_agency_after_the_last_sentence_is_furniture() -> None:
    text = "The bridge was closed on Monday. Nobody was hurt. (Reuters)"
    assert body(text) == ["The bridge was closed on Monday. Nobody was hurt."]


@pytest.mark.parametrize("unit", ["word ", "A", ". ", "(", "A: ", "- ", "“", "1"])
def test_a_line_of_a_million_characters_is_read_at_once(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    started = time.process_time()
    found = layout(text)
    assert time.process_time() - started < 5
    spans = [*found.body, *(Span(piece.start, piece.end) for piece in found.furniture)]
    assert min(span.start for span in spans) == 0
    assert max(span.end for span in spans) == len(text.rstrip())


def test_many_capitals_do_not_blow_up() -> None:
    text = "By " + "A" * 150 + "!\nReporting by " + "Ab" * 80 + "?\n" + "X" * 300 + " /"
    assert_nothing_is_dropped(text)
