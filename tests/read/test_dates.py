"""Printed dates become ISO 8601, exactly as precise as printed."""

from __future__ import annotations

import pytest

from compare.read.dates import is_stamp, is_stamp_and_place, to_iso


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("07:29 PM, Jan 27, 2026", "2026-01-27T19:29"),
        ("March 3, 2027 4:15 PM UTC", "2027-03-03T16:15+00:00"),
        ("3 March 2027", "2027-03-03"),
        ("3rd of March, 2027", "2027-03-03"),
        ("Published: Tuesday, 8 June 2027, 09:12", "2027-06-08T09:12"),
        ("Sat 6 Feb 2027 17.21 GMT", "2027-02-06T17:21+00:00"),
        ("2027-02-18", "2027-02-18"),
        ("2027-02-18T04:05:06Z", "2027-02-18T04:05:06+00:00"),
        ("2027-02-18T04:05:06+05:30", "2027-02-18T04:05:06+05:30"),
        ("2027-02-18 04:05", "2027-02-18T04:05"),
        ("14:22, 19 Jan 2027", "2027-01-19T14:22"),
        ("12:30 a.m. May 1, 2027", "2027-05-01T00:30"),
        ("27.01.2026", "2026-01-27"),
        ("27/01/2026", "2026-01-27"),
        ("01/27/2026", "2026-01-27"),
        ("Sept. 5, 2027", "2027-09-05"),
        ("8 June 2027 10:00 UTC+2", "2027-06-08T10:00+02:00"),
        ("8 June 2027 10:00 IST", "2027-06-08T10:00"),
    ],
)
def test_a_printed_date(printed: str, iso: str) -> None:
    assert to_iso(printed) == iso


@pytest.mark.parametrize(
    "printed",
    ["", "3 March", "March 2027", "2027", "03/04/2026", "31 February 2027", "yesterday", "3 hours ago"],
)
def test_what_is_not_a_full_date_is_none(printed: str) -> None:
    assert to_iso(printed) is None


@pytest.mark.parametrize(
    "text",
    [
        "07:29 PM, Jan 27, 2026",
        "Published 14 May 2027",
        "Updated 3 hours ago",
        "March 3, 2027 4:15 PM UTC Updated 3 hours ago",
        "Posted Wed 3 Mar 2027 at 5:02am, updated Wed 3 Mar 2027 at 11:40am",
        "Updated 5.40pm with reaction",
        "10 p.m.",
        "14:32 GMT",
        "2027-02-18T04:05:06Z",
    ],
)
def test_a_date_stamp_is_one(text: str) -> None:
    assert is_stamp(text)


@pytest.mark.parametrize(
    "text",
    [
        "The 3 March vote",
        "On 3 March 2027 the dam failed.",
        "2027",
        "40 people",
        "Chapter 3",
        "Published in 1871, the letters caused a scandal.",
    ],
)
def test_a_line_that_says_more_is_no_date_stamp(text: str) -> None:
    assert not is_stamp(text)


def test_a_date_and_a_place() -> None:
    assert is_stamp_and_place("12 May 2027, Port Ellery")
    assert not is_stamp_and_place("12 May 2027 was the day")
