"""Every row of the table is held to its example, and all rows to sentences that must stay body."""

from __future__ import annotations

import time

import pytest

from compare.read.furniture import REASONS
from compare.read.lines import Line
from compare.read.patterns import CUES, ROWS, Place, Row
from compare.read.rules import is_byline, is_name_and_role, match

PLACES: tuple[Place, ...] = ("top", "middle", "end")

BODY = [
    "Subscribers to the cheapest tariff were hit hardest.",
    "The group sent 4,000 newsletters to voters in the district.",
    "Websites that use cookies must ask first, the regulator said.",
    "Copyright law kept the station from showing the video.",
    "Reporting from the front line has become deadlier since March.",
    "Reported losses rose to 3.7 billion krone in the last quarter.",
    "Produced by a small studio, the film won three awards.",
    "Photographs of the wreck were shown to the jury.",
    "Video from the scene showed flames rising above the roof.",
    "Images taken by satellite show that the ice has retreated.",
    "The photo, taken in 1912, was sold for £3,000.",
    "More than 40 people were hurt.",
    "More on the talks is expected on Tuesday.",
    "Related charges against two officers were dropped.",
    "Read has been chairman since 2019.",
    "Watch groups said the vote was fair.",
    "Share prices fell by 11 per cent in early trading.",
    "Sign language interpreters were present at the hearing.",
    "Follow-up talks are to be held in Geneva in May.",
    "Support for the bill has grown since the winter.",
    "Advertisers have left the network, its owner said.",
    "Ends of the cable were found on both sides of the strait.",
    "Comments by the minister drew criticism from both parties.",
    "Contact with the probe was lost at 04:11 GMT.",
    "Tags on the whales showed that they dive below 1,000 metres.",
    "Corrections officers found the cell empty at midnight.",
    "Credit ratings were cut by two steps.",
    "Source code for the voting machines was not published.",
    "Updated figures will be published on Friday.",
    "Published in 1871, the letters caused a scandal.",
    "Print runs have fallen by half since 2015.",
    "Yes.",
    "He wept.",
    "No deal.",
    "“No comment.”",
    "Anyone with information is asked to call 101.",
    "Have talks failed? Nobody would say so on Monday.",
    "Get-well cards were sent by pupils of three schools.",
    "Stay orders were granted in two cases.",
    "Donations reached 2 million euros by Sunday.",
    "Members of the club were told by e-mail.",
    "Nurses at both hospitals will vote on the offer.",
    "This report was not shown to ministers before the vote.",
    "The report was published on Monday by the audit office.",
    "The story was first told to a court in Lunden.",
    "The article of the treaty that covers water was amended.",
    "Staff were told in an email on Monday night.",
    "Breaking the seal is an offence.",
    "Live animals may no longer be carried on the ferry.",
    "In Nairobi, prices rose by a tenth.",
    "By noon the fire was out.",
    "Analysis of the samples took two weeks.",
    "Map makers have moved the border twice.",
]


def line(text: str) -> Line:
    return Line(1, 0, len(text), text)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.reason}: {row.example[:40]}")
def test_a_row_explains_its_example(row: Row) -> None:
    place: Place = "top" if row.place == "top" else "end" if row.place == "end" else "middle"
    found = match(line(row.example), place)
    assert found is not None
    assert row.reason in REASONS


def test_every_reason_of_the_table_has_its_cues() -> None:
    assert {row.reason for row in ROWS} == set(CUES)


@pytest.mark.parametrize("sentence", BODY)
@pytest.mark.parametrize("place", PLACES)
def test_a_sentence_stays_body(sentence: str, place: Place) -> None:
    assert match(line(sentence), place) is None


@pytest.mark.parametrize(
    "text",
    [
        "By Jane Doe",
        "By Jane Doe and Marek Sund",
        "BY JANE DOE, STAFF WRITER",
        "By health reporter Maddy Clyne",
        "By Grace Atieno, Kisoro",
        "Words: Petra Voss. Photos: Hanno Brück",
        "Written by Priya Nair",
    ],
)
def test_a_byline_is_one(text: str) -> None:
    assert is_byline(text)


@pytest.mark.parametrize(
    "text", ["By Tuesday the water had fallen", "By far the largest", "By Monday, 40 had left"]
)
def test_a_sentence_that_begins_with_by_is_no_byline(text: str) -> None:
    assert not is_byline(text)


@pytest.mark.parametrize(
    "text", ["Jane Doe, Nairobi", "Jane Doe | Energy correspondent", "Will Dempsey at Castle Park"]
)
def test_a_name_and_a_role_are_a_byline_where_one_is_due(text: str) -> None:
    assert is_name_and_role(text)


@pytest.mark.parametrize("unit", ["By ", "Aa ", "in ", "Aa, ", "1 ", "Staff ", "A.", "Aa/", "(Aa", "| "])
@pytest.mark.parametrize("start", ["", "Reporting by ", "Photo by ", "By ", "Ana Reis, ", "Get "])
def test_no_line_keeps_the_patterns_busy(unit: str, start: str) -> None:
    text = (start + unit * 56).strip() + "!"
    began = time.process_time()
    for place in PLACES:
        match(line(text), place)
    assert time.process_time() - began < 1
