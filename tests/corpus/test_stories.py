"""Which folders are stories, and which files are articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.corpus import File, find_stories
from compare.errors import InputError
from compare.settings import Settings

TEXT = "The bridge at Tarn was closed on Monday.\n"


def tree(root: Path, *names: str) -> Path:
    """A folder with these files."""
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(TEXT)
    return root


def stories(root: Path, **corpus: object) -> dict[str, list[str]]:
    """Names of the stories with their files."""
    found = find_stories(root, Settings().replace(corpus=corpus)).stories
    return {story.name: [file.name for file in story.files] for story in found}


def test_a_folder_that_holds_articles_directly_is_a_story(tmp_path: Path) -> None:
    tree(tmp_path, "a/x.txt", "a/y.md", "a/deep/z.html", "b/only.txt", "loose.txt", "b/picture.jpg")
    assert stories(tmp_path) == {
        ".": ["loose.txt"],
        "a": ["x.txt", "y.md"],
        "a/deep": ["z.html"],
        "b": ["only.txt"],
    }


def test_what_is_about_the_repository_or_made_by_tools_is_left_alone(tmp_path: Path) -> None:
    tree(
        tmp_path, "a/x.txt", "README.md", "a/readme.txt", "LICENSE.txt", ".git/x.txt", "a/.draft.txt", ".cache/y.txt",
        "node_modules/pkg/x.txt", "cache/CACHEDIR.TAG", "cache/y.txt", "sub/.git", "sub/y.txt",
    )  # fmt: skip
    (tmp_path / "a" / "link.txt").symlink_to("x.txt")
    assert stories(tmp_path) == {"a": ["x.txt"]}


def test_reports_of_this_program_are_no_articles(tmp_path: Path) -> None:
    from compare import compare
    from compare.report import render

    tree(tmp_path, "a/x.txt")
    (tmp_path / "a" / "y.txt").write_text("On Monday the bridge at Tarn was closed. Nobody was hurt.\n")
    comparison = compare(tmp_path / "a", embed={"cache": False})
    for name, format_ in (("a/report.html", "html"), ("a/report.json", "json")):
        (tmp_path / name).write_text(render(comparison, format_))
    assert stories(tmp_path) == {"a": ["x.txt", "y.txt"]}
    assert find_stories(tmp_path).skipped == ()


def test_patterns_leave_out_folders_and_files(tmp_path: Path) -> None:
    tree(tmp_path, "a/x.txt", "a/notes.txt", "drafts/x.txt", "b/drafts/x.txt")
    assert stories(tmp_path, exclude=["drafts", "*/notes.txt"]) == {"a": ["x.txt"], "b/drafts": ["x.txt"]}
    assert stories(tmp_path, exclude=["*drafts/", "a"]) == {}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\x00\x01\x02\x03", "is a binary file"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:1\n", "git lfs pull"),
        (b"A sentence. " * 1000, "is larger than 0.01 MB"),
    ],
)
def test_what_is_no_text_is_skipped_with_a_word(tmp_path: Path, data: bytes, why: str) -> None:
    (tmp_path / "odd.txt").write_bytes(data)
    found = find_stories(tmp_path, Settings().replace(read={"max_bytes": 10_000}))
    assert found.stories == ()
    assert why in found.skipped[0].why


def test_text_in_utf_16_is_text(tmp_path: Path) -> None:
    (tmp_path / "wide.txt").write_bytes(TEXT.encode("utf-16"))
    assert stories(tmp_path) == {".": ["wide.txt"]}


def test_files_may_come_from_anywhere() -> None:
    found = find_stories([("b/x.txt", TEXT.encode()), ("a/y.txt", b"Other."), ("c/z.txt", b"\0\0\0")])
    assert [story.name for story in found.stories] == ["a", "b"]
    assert found.stories[1].files[0].load() == TEXT.encode()
    assert found.skipped[0].path == "c/z.txt"


def test_files_are_compared_by_path_and_content(tmp_path: Path) -> None:
    one = find_stories(tree(tmp_path, "a/x.txt")).stories[0].files[0]
    assert one == File("a/x.txt", one.sha256, lambda: b"")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        find_stories(tmp_path / "nowhere")
