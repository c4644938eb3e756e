"""Encodings are detected, newlines stay, mojibake is reported and left alone."""

from __future__ import annotations

import codecs
import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.errors import InputError
from compare.read import read_one
from compare.read.decoding import declared_in_page, decode, mojibake

TEXT = "Caf\u00e9 owners in M\u00e1laga said \u201cno\u201d \u2013 twice.\r\nThe fine is \u20ac40.\rIt stands.\u2028Done.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_and_without_a_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt").text == TEXT


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
    ],
)
def test_utf16_of_both_orders_with_and_without_a_mark(data: bytes) -> None:
    decoded = decode(data, "a.txt")
    assert decoded.text == TEXT
    assert "UTF-16" in decoded.notes[0]


def test_windows_1252_is_read_and_reported() -> None:
    text = TEXT.replace("\u2028", "\n")
    decoded = decode(text.encode("cp1252"), "a.txt")
    assert decoded.text == text
    assert decoded.notes == ("decoded as Windows-1252",)


def test_another_alphabet_is_guessed() -> None:
    text = (
        "Плотина над городом прорвалась рано утром в понедельник. Никто не пострадал, сообщили власти. " * 4
    )
    decoded = decode(text.encode("cp1251"), "a.txt")
    assert decoded.text == text
    assert "a guess" in decoded.notes[0]


def test_a_page_that_declares_latin1_means_windows_1252() -> None:
    assert decode("It’s".encode("cp1252"), "a.html", "ISO-8859-1").text == "It’s"


def test_utf8_wins_over_a_wrong_declaration() -> None:
    assert decode("It’s".encode(), "a.html", "windows-1252").text == "It’s"


def test_a_declared_encoding_that_does_not_exist_is_ignored() -> None:
    assert decode("It’s".encode("cp1252"), "a.html", "x-none").text == "It’s"


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (b'<meta charset="windows-1251">', "windows-1251"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">', "Shift_JIS"),
        (b'<?xml version="1.0" encoding="utf-16"?>', "utf-16"),
        (b"<html><head></head>", None),
    ],
)
def test_the_encoding_a_page_declares(page: bytes, name: str | None) -> None:
    assert declared_in_page(page) == name


def test_mojibake_is_reported_with_its_line_and_left_alone() -> None:
    text = "All is well.\nHe said he doesn’t know.".encode().decode("cp1252")
    decoded = decode(text.encode(), "a.txt")
    assert decoded.text == text
    assert decoded.notes == ("mojibake in line 2: left as it is",)


@pytest.mark.parametrize(
    "text",
    ["Café, naïve, Ångström, São Paulo, Łódź, À la carte", "“Quotes” – and dashes", "ÀÉÎÕÜ", "€40", "plain"],
)
def test_real_letters_are_no_mojibake(text: str) -> None:
    assert mojibake(text) == ()


def test_a_few_damaged_bytes_do_not_spoil_utf8() -> None:
    data = ("It’s “fine” – really. " * 20).encode() + b"\xe2\x80"
    decoded = decode(data, "a.txt")
    assert decoded.text.startswith("It’s “fine”")
    assert "damaged" in decoded.notes[0]


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_any_utf8_text_comes_back_as_it_was(text: str) -> None:
    assert decode(("words " + text).encode(), "a.txt").text == "words " + text


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with contextlib.suppress(InputError):
        assert isinstance(decode(data, "a.txt").text, str)


def test_offsets_are_code_points_of_the_decoded_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode("utf-8-sig"))
    article = read_one(tmp_path / "a.txt")[0]
    assert article.text == TEXT
    assert [span.of(TEXT) for span in article.body][1:] == ["The fine is €40.", "It stands.", "Done."]
