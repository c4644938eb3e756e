"""Markdown, HTML, JSON, CSV, Parquet and DataFrames: text, metadata and errors."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from compare.errors import InputError
from compare.read import read, read_one
from compare.records import Article
from compare.settings import ReadSettings

PAGE = """<!doctype html><html><head><title>Dam fails near Torvel - Dunmore Gazette</title>
<meta property="og:title" content="Dam fails near Torvel"><meta property="og:site_name" content="Dunmore Gazette">
<link rel="canonical" href="https://gazette.example/dam"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2027-03-03T16:15:00+00:00"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Dam fails near Torvel</h1>
<p>An earthen dam above the town of Torvel gave way early on Wednesday, sending water through streets, officials said.</p>
<p>Fourteen people are missing and at least 230 have been moved to a school on higher ground, the mayor told reporters.</p>
<h2>What went wrong</h2>
<p>The operator had lowered the reservoir by 1.2 metres in February after sensors recorded seepage through the wall.</p>
<p>Sign up for our newsletter and never miss a story.</p>
<ul><li>The school is open to all.</li><li>Trains are not running.</li></ul></article>
<footer>All rights reserved</footer></body></html>"""


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def bodies(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.body]


def reasons(article: Article) -> dict[str, str]:
    return {piece.text: piece.reason for piece in article.furniture}


def refuse(path: Path, settings: ReadSettings | None = None) -> str:
    with pytest.raises(InputError) as caught:
        read_one(path, settings)
    assert "\n" not in str(caught.value)
    return str(caught.value)


# ---- Markdown


def test_markdown_keeps_its_text_and_takes_its_front_matter(tmp_path: Path) -> None:
    text = (
        "---\ntitle: Dam fails\nsource: Dunmore Gazette\nauthor: [Jane Doe, Bo Hall]\ndate: 2027-03-03\nurl: https://gazette.example/dam\n---\n\n"
        "# Dam fails\n\nThe **dam** failed on [Monday](https://x.example).\n\n## Repairs\n\nThey take a week.\n\nWhat next\n---------\n\n- Nobody knows.\n"
    )
    article = read_one(write(tmp_path / "a.md", text))[0]
    assert article.text == text
    assert bodies(article) == [
        "The **dam** failed on [Monday](https://x.example).",
        "They take a week.",
        "Nobody knows.",
    ]
    assert (article.title, article.source, article.author) == (
        "Dam fails",
        "Dunmore Gazette",
        "Jane Doe, Bo Hall",
    )
    assert (article.published, article.url) == ("2027-03-03", "https://gazette.example/dam")
    assert article.origins["published"] == "front matter, date"
    assert reasons(article)["## Repairs"] == "section_heading"
    assert reasons(article)["What next"] == "section_heading"
    assert reasons(article)["# Dam fails"] == "headline"


def test_a_markdown_heading_is_the_title(tmp_path: Path) -> None:
    article = read_one(write(tmp_path / "a.md", "# Dam fails\n\nThe dam failed on Monday.\n"))[0]
    assert (article.title, article.origins["title"]) == ("Dam fails", "line 1")


def test_broken_front_matter_names_its_line(tmp_path: Path) -> None:
    assert "front matter is not valid YAML at line 3" in refuse(
        write(tmp_path / "a.md", "---\ntitle: a\nb: [c\n---\nText.\n")
    )


def test_a_date_that_cannot_be_read_is_left_out_with_a_note(tmp_path: Path) -> None:
    article = read_one(write(tmp_path / "a.md", "---\ndate: last week\n---\nThe dam failed.\n"))[0]
    assert article.published is None
    assert article.notes == ("published 'last week' is not a date that can be read: left out",)


# ---- HTML


def test_a_page_gives_its_article_and_metadata(tmp_path: Path) -> None:
    article = read_one(write(tmp_path / "a.html", PAGE))[0]
    assert bodies(article)[0].startswith("An earthen dam above the town of Torvel")
    assert (article.title, article.source, article.author) == (
        "Dam fails near Torvel",
        "Dunmore Gazette",
        "Jane Doe",
    )
    assert (article.published, article.url) == ("2027-03-03T16:15:00+00:00", "https://gazette.example/dam")
    assert set(article.origins.values()) == {"page metadata"}
    assert reasons(article)["What went wrong"] == "section_heading"
    assert reasons(article)["Sign up for our newsletter and never miss a story."] == "newsletter"
    assert "Trains are not running." in bodies(article)
    assert not any("rights" in text or "Home" in text for text in bodies(article))


def test_a_page_in_another_encoding(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1252">').replace("Torvel", "Tórvél")
    (tmp_path / "a.html").write_bytes(page.encode("cp1252"))
    assert read_one(tmp_path / "a.html")[0].title == "Dam fails near Tórvél"


@pytest.mark.parametrize(
    "page", ["<html><body></body></html>", "<html></html>", "<html><body><script>x()</script></body></html>"]
)
def test_a_page_without_an_article(page: str, tmp_path: Path) -> None:
    assert "no article found" in refuse(write(tmp_path / "a.html", page))


# ---- JSON


def test_json_fields_under_their_usual_names(tmp_path: Path) -> None:
    record = {
        "headline": "Dam fails",
        "body": "The dam failed.",
        "publisher": {"name": "Gazette"},
        "datePublished": "2027-03-03T16:15:00Z",
        "authors": ["A", "B"],
    }
    article = read_one(write(tmp_path / "a.json", json.dumps(record)))[0]
    assert (article.id, article.title, article.source, article.author) == (
        "a",
        "Dam fails",
        "Gazette",
        "A, B",
    )
    assert article.published == "2027-03-03T16:15:00+00:00"
    assert article.origins["published"] == "record 1, datePublished"


@pytest.mark.parametrize("wrap", [lambda records: records, lambda records: {"articles": records}])
def test_json_of_many_articles(wrap: object, tmp_path: Path) -> None:
    records = [{"text": "The dam failed."}, {"id": "x", "text": "It rained."}]
    data = json.dumps(wrap(records))  # type: ignore[operator]
    assert [article.id for article in read([write(tmp_path / "day.json", data)])] == ["day-1", "x"]


def test_json_lines(tmp_path: Path) -> None:
    lines = '{"text": "The dam failed."}\n\n{"text": "It rained."}\n'
    assert [article.id for article in read([write(tmp_path / "day.jsonl", lines)])] == ["day-1", "day-2"]
    assert len(read([write(tmp_path / "day2.json", lines)])) == 2


def test_json_lines_with_a_mapping(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"inhalt": "The dam failed.", "titel": "Dam"}\n')
    article = read_one(path, ReadSettings(fields={"text": "inhalt", "title": "titel"}))[0]
    assert (article.title, bodies(article)) == ("Dam", ["The dam failed."])


def test_half_a_surrogate_pair_in_json(tmp_path: Path) -> None:
    article = read_one(write(tmp_path / "a.json", '{"text": "It rained \\ud800 here."}'))[0]
    article.text.encode("utf-8")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.json", '{"text": "x"\n "b"}', "not valid JSON at line 2"),
        ("a.jsonl", '{"text": "It rained."}\n{"text": }\n', "not valid JSON at line 2"),
        ("a.jsonl", '{"text": "It rained."}\n[1]\n', "line 2 is not a JSON object"),
        ("a.json", "[1]", "record 1 is not an object"),
        ("a.json", '"x"', "holds str"),
        ("a.json", "[]", "holds no article"),
        ("a.json", "[" * 100_000, "nested too deeply"),
        ("a.json", '{"text": "  "}', "record 1 has no text"),
        ("a.json", '{"txt": "It rained."}', "found txt; name it with --fields text=NAME"),
        ("a.csv", "title,txt\na,b\n", "found title, txt; name it with --fields text=COLUMN"),
        ("a.csv", 'text\n"a', "not a table"),
        ("a.csv", "text\n", "holds no article"),
        ("a.csv", "title,text\na,\n", "row 1 has no text"),
        ("a.parquet", "PAR1 nothing", "not a Parquet file"),
    ],
)
def test_bad_records(name: str, data: str, message: str, tmp_path: Path) -> None:
    found = refuse(write(tmp_path / name, data))
    assert found.startswith(f"{tmp_path}/{name}: ")
    assert message in found


def test_a_mapping_to_a_field_that_is_not_there(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", '{"body": "It rained."}')
    assert "no field 'inhalt' among body" in refuse(path, ReadSettings(fields={"text": "inhalt"}))


def test_a_mapping_of_an_unknown_name(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", '{"body": "It rained."}')
    assert "txt is no field of an article" in refuse(path, ReadSettings(fields={"txt": "body"}))


# ---- tables

FRAME = pd.DataFrame(
    {
        "id": ["a", "b"],
        "text": ["The dam failed.", "It rained, 40 mm."],
        "Source": ["Gazette", None],
        "date": ["3 March 2027", ""],
    }
)


def expect_frame(articles: list[Article]) -> None:
    assert [article.id for article in articles] == ["a", "b"]
    assert [article.source for article in articles] == ["Gazette", "b"]
    assert [article.published for article in articles] == ["2027-03-03", None]
    assert bodies(articles[1]) == ["It rained, 40 mm."]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv(separator: str, tmp_path: Path) -> None:
    FRAME.to_csv(tmp_path / "day.csv", index=False, sep=separator)
    expect_frame(read([tmp_path / "day.csv"]))


def test_parquet(tmp_path: Path) -> None:
    FRAME.to_parquet(tmp_path / "day.parquet")
    expect_frame(read([tmp_path / "day.parquet"]))


def test_a_frame() -> None:
    articles = read([FRAME])
    expect_frame(articles)
    assert articles[0].path == "<memory>"


def test_a_frame_with_dates_and_missing_values() -> None:
    frame = pd.DataFrame(
        {
            "text": ["The dam failed.", "It rained."],
            "date": [pd.Timestamp("2027-03-03"), pd.NaT],
            "author": [float("nan"), "Jane Doe"],
        }
    )
    first, second = read([frame])
    assert (first.published, first.author) == ("2027-03-03T00:00:00", None)
    assert (second.published, second.author) == (None, "Jane Doe")


def test_two_rows_with_one_id(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "id,text\nx,The dam failed.\nx,It rained.\n")
    with pytest.raises(InputError, match="two articles have the id 'x'"):
        read([path])
