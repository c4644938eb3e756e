"""Inputs of every kind become articles; what can't be read gets one clear line."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from compare.errors import InputError
from compare.read import read, read_one
from compare.records import Article
from compare.settings import ReadSettings

SEEDS = Path(__file__).parents[2] / "seeds"
STORY = "Dam fails near Torvel\nBy Jane Doe\n3 March 2027\nThe dam failed on Monday. Nobody was hurt.\n"
OTHER = "The dam above Torvel gave way on Monday, officials said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "two.txt").write_text(OTHER, encoding="utf-8")
    return tmp_path


def bodies(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.body]


def refuse(*inputs: object, settings: ReadSettings | None = None) -> str:
    """The error of reading these inputs: one line."""
    with pytest.raises(InputError) as caught:
        read([value if isinstance(value, Article) else str(value) for value in inputs], settings)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_folder_is_read_in_order_of_its_names(folder: Path) -> None:
    assert [article.id for article in read([folder])] == ["one", "two"]


def test_metadata_is_what_is_printed_and_says_where(folder: Path) -> None:
    one, two = read([folder])
    assert (one.title, one.author, one.published) == ("Dam fails near Torvel", "Jane Doe", "2027-03-03")
    assert one.origins == {
        "title": "line 1",
        "author": "line 2",
        "published": "line 3",
        "source": "file name",
    }
    assert (two.title, two.author, two.published, two.source) == (None, None, None, "two")


def test_the_seeds_are_read_as_their_annotation_says() -> None:
    first, second = read([SEEDS])
    assert (first.title, first.published, first.author) == (None, None, None)
    assert (len(first.body), len(first.furniture), len(second.body), len(second.furniture)) == (9, 19, 8, 5)
    assert (second.published, second.author) == ("2026-01-27T19:29", "Myind Staff")
    assert first.text == (SEEDS / "000_10b2e67ddb773dfd.txt").read_text("utf-8")


def test_an_article_is_passed_through(folder: Path) -> None:
    article = read_one(folder / "one.txt")[0]
    assert read([article, folder / "two.txt"])[0] is article


def test_ids_are_stems_and_stay_unique(tmp_path: Path) -> None:
    for name in ("a/story.txt", "b/story.txt", "b/story.md", "b/other.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    ids = [article.id for article in read([tmp_path])]
    assert len(set(ids)) == 4
    assert "other" in ids


def test_the_order_of_inputs_does_not_change_ids(tmp_path: Path) -> None:
    for name in ("a/story.txt", "b/story.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    paths = [tmp_path / "a/story.txt", tmp_path / "b/story.txt"]
    ids = {article.path: article.id for article in read(paths)}
    assert ids == {article.path: article.id for article in read(paths[::-1])}


def test_a_masthead_and_a_copyright_line_name_the_source(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The Dunmore Gazette\n" + STORY, encoding="utf-8")
    (tmp_path / "b.txt").write_text(
        STORY + "© 2027 Harbour Media Ltd. All rights reserved.\n", encoding="utf-8"
    )
    assert [article.source for article in read([tmp_path])] == ["The Dunmore Gazette", "Harbour Media Ltd"]


def test_standard_input(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode("utf-16"))))
    article = read(["-", folder / "two.txt"])[0]
    assert (article.path, article.id, article.title) == ("-", "stdin", "Dam fails near Torvel")


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (b'{"title": "Dam fails", "text": "The dam failed."}', "Dam fails"),
        (b'{"title": "Dam fails", "text": "The dam failed."}\n{"text": "It rained."}', "Dam fails"),
        (b"---\ntitle: Dam fails\n---\nThe dam failed.\n", "Dam fails"),
    ],
)
def test_standard_input_is_recognised(data: bytes, title: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert read_one("-")[0].title == title


# ---- bad input


def test_nothing_given() -> None:
    assert "no articles given" in refuse()


def test_one_article_only(folder: Path) -> None:
    assert "only one article" in refuse(folder / "one.txt")


def test_a_missing_file_with_a_near_name(folder: Path) -> None:
    message = refuse(folder / "oen.txt", folder / "two.txt")
    assert message.startswith(f"{folder}/oen.txt: no such file")
    assert message.endswith(f"did you mean {folder}/one.txt?")


def test_a_missing_file_without_a_near_name(folder: Path) -> None:
    assert refuse(folder / "zzzzzz.md", folder / "two.txt").endswith("no such file or folder")


def test_the_same_file_twice(folder: Path) -> None:
    assert "given twice" in refuse(folder / "one.txt", folder / "one.txt")
    assert "given twice" in refuse(folder, folder / "one.txt")


def test_the_same_file_under_another_name(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "one.txt")
    assert "also as" in refuse(folder / "one.txt", folder / "link.txt")


def test_a_copy_under_another_name_is_allowed(folder: Path) -> None:
    (folder / "wire.txt").write_text(STORY, encoding="utf-8")
    assert len(read([folder / "one.txt", folder / "wire.txt"])) == 2


def test_an_empty_file(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    assert "is empty" in refuse(folder / "empty.txt", folder / "two.txt")


@pytest.mark.parametrize("data", [b" \n\t\r\n", b"\xef\xbb\xbf\n", " \n".encode("utf-16")])
def test_a_file_of_white_space(data: bytes, folder: Path) -> None:
    (folder / "blank.txt").write_bytes(data)
    assert "is empty" in refuse(folder / "blank.txt", folder / "two.txt")


def test_a_file_of_furniture_alone(folder: Path) -> None:
    (folder / "nothing.txt").write_text("Comments\n***\nShare this article\n", encoding="utf-8")
    assert "no sentence" in refuse(folder / "nothing.txt", folder / "two.txt")


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\x00" * 500,
        os.urandom(4000) + b"\x00",
        b"%PDF-1.7\n%x",
        b"PK\x03\x04abc",
        b"\x89PNG\r\n",
    ],
)
def test_a_binary_file(data: bytes, folder: Path) -> None:
    (folder / "picture.txt").write_bytes(data)
    assert re.search(r"picture\.txt: is (not text|a )", refuse(folder / "picture.txt", folder / "two.txt"))


def test_a_file_above_the_limit_is_not_read(folder: Path) -> None:
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    assert "larger than 20 MB" in refuse(folder / "huge.txt", folder / "two.txt")


def test_a_pipe_above_the_limit_is_read_no_further(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.BytesIO(b"word " * 1000)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
    assert "standard input: larger than" in refuse(
        "-", folder / "two.txt", settings=ReadSettings(max_bytes=1000)
    )
    assert stream.tell() <= 1001


def test_empty_standard_input(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b" \n")))
    assert "standard input: is empty" in refuse("-", folder / "two.txt")


def test_a_million_character_line(folder: Path) -> None:
    (folder / "long.txt").write_text("Ships left the port today. " * 40_000, encoding="utf-8")
    article = read([folder / "long.txt", folder / "two.txt"])[0]
    assert len(article.body) == 1


def test_a_million_characters_without_a_stop_are_no_article(folder: Path) -> None:
    (folder / "long.txt").write_text("word " * 200_000, encoding="utf-8")
    assert "without a full stop" in refuse(folder / "long.txt")


def test_a_folder_without_articles(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden.txt").write_text(STORY, encoding="utf-8")
    assert "no articles in this folder" in refuse(tmp_path)


def test_a_folder_with_a_link_loop(folder: Path) -> None:
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "broken.txt").symlink_to(folder / "gone.txt")
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "again.txt").symlink_to(folder / "one.txt")
    assert [bodies(article)[0][:7] for article in read([folder])] == ["The dam", "The dam"]


def test_hidden_folders_and_unknown_suffixes_are_left_out(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".git" / "three.txt").write_text(OTHER, encoding="utf-8")
    (folder / "notes.docx").write_bytes(b"PK\x03\x04")
    assert len(read([folder])) == 2


@pytest.fixture
def without_rights(folder: Path) -> object:
    """A user who may not read other users' files, also where the tests run as root."""
    (folder / "one.txt").chmod(0)
    if os.geteuid() == 0:
        folder.chmod(0o755)
        os.seteuid(65534)
        yield
        os.seteuid(0)
    else:
        yield
    (folder / "one.txt").chmod(0o644)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs a system with user ids")
@pytest.mark.usefixtures("without_rights")
def test_a_file_without_permission(folder: Path) -> None:
    assert "permission denied" in refuse(folder / "one.txt", folder / "two.txt")


def test_an_object_of_another_kind() -> None:
    with pytest.raises(InputError, match="int is no input"):
        read([3, 4])  # type: ignore[list-item]


def test_two_articles_with_one_id(folder: Path) -> None:
    article = read_one(folder / "one.txt")[0]
    assert "two articles have the id" in refuse(article, article)


def test_plain_text_is_read_without_heavy_imports() -> None:
    code = (
        "import sys; from compare.read import read; read([sys.argv[1]]); "
        "print(sorted({'pandas', 'trafilatura', 'lxml', 'yaml', 'charset_normalizer', 'torch', 'http.client'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(SEEDS)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
