"""States of a corpus as git has them: renames, moves, odd names, odd files, odd histories."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from compare.errors import ClaimCompareError, InputError
from compare.gate.check import Request, check
from tests.gate.repository import CORPUS, COURIER, LIDO, Repository, codes, only


def test_the_work_tree_the_index_and_the_head_stay_as_they_are(repository: Repository) -> None:
    repository.edit("quarry/courier.txt", "19", "91")
    status = repository.git("status", "--porcelain")
    index = (repository.top / ".git" / "index").read_bytes()
    repository.check()
    assert (repository.top / ".git" / "index").read_bytes() == index
    assert repository.git("status", "--porcelain") == status


def test_a_renamed_article_is_the_same_article(repository: Repository) -> None:
    repository.write({"quarry/courier.txt": None, "quarry/the-courier.txt": COURIER})
    result = repository.check()
    assert codes(result) == []
    assert result.passed["renamed or moved"] == 1


def test_an_article_renamed_and_edited_is_the_same_article(repository: Repository) -> None:
    changed = COURIER.replace("two cranes", "four cranes")
    repository.write({"quarry/courier.txt": None, "quarry/the-courier.txt": changed})
    found = codes(repository.check())
    assert "REV502 error" in found
    assert "REV505 error" not in found


def test_a_renamed_story_is_the_same_story(repository: Repository) -> None:
    (repository.news / "lido").rename(repository.news / "swimming")
    result = repository.check()
    assert codes(result) == []
    assert result.passed["renamed or moved"] == 2


def test_an_article_moved_to_another_story_is_not_lost(repository: Repository) -> None:
    (repository.news / "lido" / "post.txt").rename(repository.news / "quarry" / "post.txt")
    assert codes(repository.check()) == []


def test_a_change_inside_a_moved_article_is_seen(repository: Repository) -> None:
    moved = LIDO["post.txt"].replace("6 crowns", "9 crowns")
    repository.write({"lido/post.txt": None, "quarry/post.txt": moved})
    changed = only(repository.check(), "REV502")
    assert changed.quotes[1].place.path == "news/quarry/post.txt"
    assert changed.quotes[1].deciding == ("9 crowns",)


@pytest.mark.parametrize(
    "name", ["ä ö/Überblick №1.txt", "two\nlines/a\tb.txt", "-dash/--option.txt", "q\"/it's.txt"]
)
def test_any_name_is_fine(repository: Repository, name: str) -> None:
    folder = name.split("/", maxsplit=1)[0]
    repository.write({name: LIDO["tribune.txt"], f"{folder}/other.txt": LIDO["post.txt"]}).commit()
    assert codes(repository.check()) == []
    repository.edit(name, "3.4 million", "8.4 million")
    result = repository.check()
    assert "REV502 error" in codes(result)
    assert only(result, "REV502").place.path == f"news/{name}"


def test_a_name_that_is_no_text_is_fine(repository: Repository) -> None:
    name = os.fsdecode(b"odd\xff/a.txt")
    repository.write({name: LIDO["tribune.txt"]}).commit()
    repository.edit(name, "3.4 million", "8.4 million")
    assert only(repository.check(), "REV502").place.path == f"news/{name}"


def test_a_submodule_is_left_alone(repository: Repository, tmp_path: Path) -> None:
    other = Repository(tmp_path / "other", repository.cache)
    other.write({"a.txt": LIDO["tribune.txt"], "b.txt": "The lido never opened.\n"}).commit()
    repository.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(other.top), "news/sub")
    repository.commit()
    repository.edit("sub/news/a.txt", "3.4 million", "8.4 million")
    result = repository.check()
    assert codes(result) == []
    assert result.extent.articles == 6


def test_ignored_and_hidden_files_are_left_alone(repository: Repository) -> None:
    (repository.top / ".gitignore").write_text("drafts/\n")
    repository.write(
        {"drafts/a.txt": "A draft.", "lido/.secret.txt": "The lido is shut.", "README.md": "About this."}
    )
    result = repository.check()
    assert codes(result) == []
    assert result.extent.articles == 6


def test_binary_huge_and_linked_files_are_skipped_with_a_word(repository: Repository) -> None:
    repository.write({"lido/scan.txt": b"%PDF-1.4\0\0\1\2", "lido/photo.jpg": b"\xff\xd8\xff"})
    (repository.news / "lido" / "huge.txt").write_bytes(b"A sentence. " * 2_000_000)
    (repository.news / "lido" / "link.txt").symlink_to("post.txt")
    repository.commit()
    result = repository.check()
    assert {(note.path, note.text) for note in result.notes} == {
        ("news/lido/scan.txt", "skipped: is a binary file"),
        ("news/lido/huge.txt", "skipped: is larger than 20 MB"),
    }
    assert result.extent.articles == 6


def test_a_detached_head_is_fine(repository: Repository) -> None:
    repository.git("checkout", "-q", "--detach")
    repository.edit("quarry/courier.txt", "two cranes", "four cranes")
    repository.commit()
    assert "REV502 error" in codes(repository.check("HEAD~1"))


@pytest.mark.parametrize("base", ["HEAD~1", "HEAD^", "0" * 40])
def test_a_first_commit_has_nothing_before_it(repository: Repository, base: str) -> None:
    result = repository.check(base)
    assert not result.failed
    assert result.base == "nothing"
    assert result.extent.articles_changed == 6


def test_a_first_commit_with_a_contradiction_fails(empty: Repository) -> None:
    empty.write(
        {"a/one.txt": COURIER, "a/two.txt": CORPUS["quarry/herald.txt"].replace("Nineteen", "Ninety-one")}
    )
    empty.commit()
    assert "DIV401 error" in codes(empty.check("HEAD~1"))


def test_a_base_that_moved_on_is_compared_where_the_branch_left_it(repository: Repository) -> None:
    repository.git("checkout", "-q", "-b", "topic")
    repository.git("checkout", "-q", "main")
    repository.edit("quarry/courier.txt", "Rescuers", "A helicopter came from Tarn. Rescuers").commit()
    repository.git("checkout", "-q", "topic")
    result = repository.check("main")
    assert codes(result) == []
    assert any("moved on" in note.text for note in result.notes)


@pytest.mark.parametrize("base", ["nowhere", "HEAD~7", "--all", ""])
def test_a_missing_commit_says_what_to_do(repository: Repository, base: str) -> None:
    with pytest.raises(ClaimCompareError, match=r"no such commit.*fetch it first"):
        repository.check(base)


def test_a_shallow_clone_says_how_to_deepen_it(repository: Repository, tmp_path: Path) -> None:
    first = repository.git("rev-parse", "HEAD")
    repository.edit("quarry/courier.txt", "two cranes", "four cranes").commit()
    repository.git("clone", "-q", "--depth=1", f"file://{repository.top}", str(tmp_path / "clone"))
    for base in ("HEAD~1", first):
        with pytest.raises(ClaimCompareError, match=r"git fetch --unshallow.*fetch-depth: 0"):
            check(Request(tmp_path / "clone" / "news", repository.settings(), base))


def test_outside_a_repository_a_base_is_refused(repository: Repository, tmp_path: Path) -> None:
    shutil.copytree(repository.news, tmp_path / "plain")
    with pytest.raises(ClaimCompareError, match="not in a git repository"):
        check(Request(tmp_path / "plain", repository.settings(), "HEAD"))


def test_two_folders_are_compared_without_git(repository: Repository, tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    shutil.copytree(repository.news, before)
    shutil.copytree(repository.news, after)
    courier = after / "quarry" / "courier.txt"
    courier.write_text(COURIER.replace("two cranes", "four cranes"))
    result = check(Request(after, repository.settings(), against=before))
    assert "REV502 error" in codes(result)


def test_a_folder_that_is_not_there_is_named(repository: Repository) -> None:
    with pytest.raises(InputError, match="no such folder"):
        check(Request(repository.top / "nwes", repository.settings(), "HEAD"))


@pytest.mark.parametrize("base", [None, "HEAD"])
def test_a_corpus_without_articles_is_no_pass(repository: Repository, base: str | None) -> None:
    (repository.top / ".gitignore").write_text("feed/\n")
    (repository.top / "feed").mkdir()
    (repository.top / "feed" / "a.txt").write_text(COURIER)
    with pytest.raises(InputError, match="no articles here, or none that git doesn't ignore"):
        check(Request(repository.top / "feed", repository.settings(), base))


def test_it_works_inside_a_hook(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git gives its hooks paths relative to where they run, which is not where the corpus is."""
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    monkeypatch.chdir(repository.top)
    repository.edit("quarry/courier.txt", "two cranes", "four cranes")
    assert "REV502 error" in codes(repository.check())


def test_names_of_sha256_repositories_are_known(tmp_path: Path, cache: Path) -> None:
    repository = Repository(tmp_path / "repository", cache)
    shutil.rmtree(repository.top / ".git")
    repository.git("init", "-q", "--object-format=sha256")
    repository.write(dict(CORPUS)).commit()
    assert repository.check().extent.stories_changed == 0


def test_the_whole_repository_may_be_the_corpus(repository: Repository) -> None:
    repository.edit("quarry/courier.txt", "two cranes", "four cranes")
    result = check(Request(repository.top, repository.settings(), "HEAD"))
    assert only(result, "REV502").place.path == "news/quarry/courier.txt"
    assert result.corpus == "."


def test_the_outcome_does_not_depend_on_the_working_folder(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.edit("quarry/courier.txt", "two cranes", "four cranes")
    here = repository.check()
    monkeypatch.chdir(repository.news / "quarry")
    there = repository.check()
    assert there.issues == here.issues
    assert there.root == here.root == str(repository.top)
