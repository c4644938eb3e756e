"""`claimcompare report`: one story's page or a corpus with an index, whole or not at all."""

from __future__ import annotations

import json
import webbrowser
from pathlib import Path

import pytest
from lxml import html as lxml_html

from tests.cli.conftest import FIRST, SECOND, Command

OTHER = (
    "The town of Lipno elected Jana Malá as its mayor on Sunday. She won 812 votes.\n",
    "Jana Malá is the new mayor of Lipno. She won 821 votes on Sunday.\n",
)


def write(files: dict[str, str]) -> None:
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def corpus() -> str:
    """Two stories of two articles each."""
    write(
        {
            "news/mill/first.txt": FIRST,
            "news/mill/second.txt": SECOND,
            "news/vote/a.txt": OTHER[0],
            "news/vote/b.txt": OTHER[1],
        }
    )
    return "news"


def page(path: str = "report.html") -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(Path(path).read_bytes())


def words(element: lxml_html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_articles_of_one_story_become_its_page(claimcompare: Command, story: list[str]) -> None:
    assert claimcompare("report", *story, "-o", "page.html") == (0, "", "")
    assert page("page.html").xpath("//*[contains(@class, 'finding')]")
    assert not page("page.html").xpath("//*[@id='index']")


def test_it_is_the_page_that_diff_writes(claimcompare: Command, corpus: str) -> None:
    claimcompare("diff", f"{corpus}/vote", "-o", "diff.html")
    claimcompare("report", f"{corpus}/vote/a.txt", f"{corpus}/vote/b.txt", "-o", "files.html")
    claimcompare("report", f"{corpus}/vote", "-o", "folder.html")
    pages = {Path(name).read_bytes() for name in ("diff.html", "files.html", "folder.html")}
    assert len(pages) == 1


def test_the_page_is_report_html_where_no_name_is_given(claimcompare: Command, story: list[str]) -> None:
    assert claimcompare("report", *story).code == 0
    assert Path("report.html").is_file()


def test_a_folder_with_one_story_is_that_storys_page(claimcompare: Command, corpus: str) -> None:
    assert claimcompare("report", f"{corpus}/mill").code == 0
    assert not page().xpath("//*[@id='index']")


def test_a_corpus_has_an_index_and_every_story(claimcompare: Command, corpus: str) -> None:
    assert claimcompare("report", corpus) == (0, "", "")
    lines = page().xpath("//*[contains(@class, 'story-line')]")
    assert sorted(line.get("data-name") for line in lines) == ["mill", "vote"]
    for line in lines:
        (inside,) = page().xpath("//*[@id=$id]", id=line.get("data-story"))
        assert all(inside.xpath(".//*[@id=$id]", id=id) for id in line.get("data-divergences").split())


def test_a_story_has_the_same_findings_alone_and_in_a_corpus(claimcompare: Command, corpus: str) -> None:
    claimcompare("report", corpus, "-o", "all.html")
    claimcompare("report", f"{corpus}/vote", "-o", "one.html")
    ids = page("one.html").xpath("//article[contains(@class, 'finding')]/@id")
    assert ids
    assert set(ids) <= set(page("all.html").xpath("//article[contains(@class, 'finding')]/@id"))


def test_several_folders_are_one_corpus_named_by_folder(claimcompare: Command, corpus: str) -> None:
    assert claimcompare("report", f"{corpus}/mill", f"{corpus}/vote").code == 0
    assert sorted(page().xpath("//*[contains(@class, 'story-line')]/@data-name")) == [
        "news/mill",
        "news/vote",
    ]


def test_the_same_corpus_gives_the_same_bytes(claimcompare: Command, corpus: str) -> None:
    claimcompare("report", corpus, "-o", "cold.html")
    claimcompare("report", corpus, "-o", "warm.html")
    claimcompare("report", corpus, "--no-cache", "-o", "none.html")
    assert Path("cold.html").read_bytes() == Path("warm.html").read_bytes() == Path("none.html").read_bytes()


def test_a_report_in_the_corpus_is_no_article_of_it(claimcompare: Command, corpus: str) -> None:
    claimcompare("report", corpus, "-o", f"{corpus}/report.html")
    first = Path(corpus, "report.html").read_bytes()
    assert claimcompare("report", corpus, "-o", f"{corpus}/report.html") == (0, "", "")
    assert Path(corpus, "report.html").read_bytes() == first


def test_an_unreadable_article_is_named_on_the_index_and_in_a_warning(
    claimcompare: Command, corpus: str
) -> None:
    write({f"{corpus}/mill/empty.txt": "", f"{corpus}/vote/x.json": "{"})
    done = claimcompare("report", corpus)
    assert (done.code, done.err.count("\n")) == (0, 1)
    assert "mill/empty.txt: is empty" in done.err
    assert "1 more file" in done.err
    listed = words(page().get_element_by_id("unread"))
    assert "mill/empty.txt: is empty" in listed
    assert "vote/x.json: " in listed


def test_a_single_story_with_an_unreadable_article_says_so_too(claimcompare: Command, corpus: str) -> None:
    write({f"{corpus}/mill/empty.txt": ""})
    assert claimcompare("report", f"{corpus}/mill", "-q").code == 0
    assert "empty.txt: is empty" in words(page().get_element_by_id("unread"))


def test_a_story_of_one_article_is_listed_as_such(claimcompare: Command, corpus: str) -> None:
    write({f"{corpus}/lone/a.txt": FIRST})
    assert claimcompare("report", corpus).code == 0
    (line,) = page().xpath("//*[@data-name='lone']")
    assert "nothing to compare it with" in words(line)


def test_nothing_is_printed_when_quiet(claimcompare: Command, corpus: str) -> None:
    write({f"{corpus}/mill/empty.txt": ""})
    assert claimcompare("report", corpus, "-q") == (0, "", "")


@pytest.mark.parametrize(
    "files", [{}, {"empty/notes.xyz": "nothing"}, {"empty/a.txt": "", "empty/b/c.json": "{"}],
    ids=["no file", "no article", "none readable"],
)  # fmt: skip
def test_a_corpus_without_articles_is_an_error_of_one_line(
    claimcompare: Command, files: dict[str, str]
) -> None:
    Path("empty").mkdir()
    write(files)
    done = claimcompare("report", "empty")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith("claimcompare: error: empty: no article ")
    assert not Path("report.html").exists()


def test_a_review_is_shown_again(claimcompare: Command, corpus: str) -> None:
    claimcompare("report", corpus)
    (line,) = page().xpath("//*[@data-name='vote']")
    id = line.get("data-divergences").split()[0]
    mark = {
        "finding": id,
        "rule": "DIV401",
        "message": "m",
        "done": True,
        "wrong": False,
        "note": "rang the town hall",
        "claims": [],
    }
    data = {
        "review_version": 1,
        "stories": [{"story": line.get("data-story"), "title": "t", "findings": [id], "reviews": [mark]}],
    }
    Path("review.json").write_text(json.dumps(data), encoding="utf-8")
    assert claimcompare("report", corpus, "--review", "review.json").code == 0
    (line,) = page().xpath("//*[@data-name='vote']")
    assert line.get("data-marked") == id
    assert "1 of " in words(line)
    (card,) = page().xpath("//*[@id=$id]", id=id)
    assert "rang the town hall" in words(card)


def test_a_review_of_other_stories_is_named(claimcompare: Command, corpus: str) -> None:
    mark = {
        "finding": "f0123456789",
        "rule": "DIV401",
        "message": "Different figures",
        "done": True,
        "wrong": False,
        "note": "rang",
        "claims": [],
    }
    story = {"story": "s0123456789", "title": "The old mill", "findings": ["f0123456789"], "reviews": [mark]}
    Path("review.json").write_text(json.dumps({"review_version": 1, "stories": [story]}), encoding="utf-8")
    done = claimcompare("report", f"{corpus}/mill", "--review", "review.json")
    assert (done.code, done.err.count("\n")) == (0, 1)
    assert "review.json: is about other stories" in done.err
    assert claimcompare("report", corpus, "--review", "review.json") == (0, "", "")
    lost = words(page().get_element_by_id("lost"))
    assert "The old mill" in lost
    assert "Different figures — note: rang" in lost


def test_a_bad_review_is_an_error_before_any_work(claimcompare: Command, story: list[str]) -> None:
    Path("review.json").write_text("{}", encoding="utf-8")
    done = claimcompare("report", *story, "--review", "review.json")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "review.json: no review of a claimcompare report" in done.err
    assert not Path("report.html").exists()


def test_the_review_is_never_written_over(claimcompare: Command, story: list[str]) -> None:
    Path("review.json").write_text('{"review_version": 1, "stories": []}', encoding="utf-8")
    done = claimcompare("report", *story, "--review", "review.json", "-o", "review.json")
    assert done.code == 2
    assert "is one of the inputs" in done.err


def test_a_title_names_the_page(claimcompare: Command, corpus: str) -> None:
    for inputs in ([corpus], [f"{corpus}/mill"]):
        claimcompare("report", *inputs, "--title", "Week <1>")
        assert words(page().xpath("//h1")[0]) == "Week <1>"
        assert words(page().xpath("//title")[0]).startswith("Week <1>")


def test_the_page_can_go_to_standard_output(claimcompare: Command, story: list[str]) -> None:
    done = claimcompare("report", *story, "-o", "-")
    assert done.code == 0
    assert done.out.startswith("<!doctype html>")


def test_open_shows_the_page_in_the_browser(
    claimcompare: Command, story: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address: not opened.append(address))
    assert claimcompare("report", *story, "--open") == (0, "", "")
    assert opened == [Path("report.html").resolve().as_uri()]


def test_without_a_browser_the_page_is_named(
    claimcompare: Command, story: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda address: False)
    assert claimcompare("report", *story, "--open") == (0, "", "no browser found; open report.html\n")


def test_standard_output_cannot_be_opened(claimcompare: Command, story: list[str]) -> None:
    done = claimcompare("report", *story, "-o", "-", "--open")
    assert (done.code, done.err.count("\n")) == (2, 1)


@pytest.mark.parametrize("inputs", [["first.txt"], ["none.txt", "first.txt"], ["none"]])
def test_what_diff_refuses_is_refused(claimcompare: Command, story: list[str], inputs: list[str]) -> None:
    done = claimcompare("report", *inputs)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert not Path("report.html").exists()
