"""Which commits introduced, changed or dropped a claim."""

from __future__ import annotations

import pytest

from compare.errors import ClaimCompareError, InputError
from compare.gate.blame import Blame, blame
from tests.gate.repository import COURIER, Repository

CRANES = "Rescuers brought in two cranes from the port of Arnhaven."


def acts(found: Blame) -> list[tuple[str, str]]:
    """What happened, with the subject of the commit."""
    return [(event.act, event.commit.subject if event.commit else "") for event in found.events]


def test_a_claim_is_followed_through_edits_and_a_rename(repository: Repository) -> None:
    repository.edit("quarry/courier.txt", "brought in two cranes", "fetched two cranes").commit("Reword")
    repository.git("mv", "news/quarry/courier.txt", "news/quarry/the courier.txt")
    repository.commit("Rename")
    repository.edit("quarry/the courier.txt", "two cranes", "four cranes").commit("Correct")
    repository.edit("quarry/the courier.txt", "Halvor Slate paid", "Halvor Slate had paid").commit(
        "Elsewhere"
    )
    found = blame(
        repository.news, str(repository.news / "quarry" / "the courier.txt:9"), repository.settings()
    )
    assert found.text == "Rescuers fetched four cranes from the port of Arnhaven."
    assert acts(found) == [("changed", "Correct"), ("reworded", "Reword"), ("introduced", "The corpus")]
    assert found.events[0].what == ("number",)
    assert found.events[-1].path == "news/quarry/courier.txt"


def test_a_claim_that_is_gone_is_found_by_its_id(repository: Repository) -> None:
    standing = blame(
        repository.news, str(repository.news / "quarry" / "courier.txt:9"), repository.settings()
    )
    repository.edit("quarry/courier.txt", f"{CRANES}\n\n", "").commit("Take it out")
    found = blame(repository.news, standing.claim, repository.settings())
    assert found.text == CRANES
    assert acts(found) == [("dropped", "Take it out"), ("introduced", "The corpus")]


def test_a_claim_of_a_deleted_article_is_found(repository: Repository) -> None:
    standing = blame(
        repository.news, str(repository.news / "quarry" / "courier.txt:9"), repository.settings()
    )
    repository.write({"quarry/courier.txt": None}).commit("Delete")
    repository.write({"lido/new.txt": "A new article came.\n"}).commit("Later")
    found = blame(repository.news, standing.claim, repository.settings())
    assert acts(found) == [("dropped", "Delete"), ("introduced", "The corpus")]


def test_what_is_not_committed_is_said(repository: Repository) -> None:
    repository.edit("quarry/courier.txt", "two cranes", "four cranes")
    found = blame(repository.news, "news/quarry/courier.txt:9", repository.settings())
    assert acts(found) == [("changed", "not committed yet"), ("introduced", "The corpus")]


def test_a_claim_that_came_with_a_merged_branch(repository: Repository) -> None:
    repository.git("checkout", "-q", "-b", "topic")
    repository.edit("quarry/courier.txt", "Rescuers", "Two dogs searched the rubble.\n\nRescuers").commit(
        "Dogs"
    )
    repository.git("checkout", "-q", "main")
    repository.edit("quarry/wire.txt", "Forty-one", "Forty-two").commit("Meanwhile")
    repository.git("merge", "-q", "--no-ff", "-m", "Merge", "topic")
    found = blame(repository.news, "news/quarry/courier.txt:9", repository.settings())
    assert found.text == "Two dogs searched the rubble."
    assert acts(found) == [("introduced", "Dogs")]


def test_a_name_with_a_newline_is_followed(repository: Repository) -> None:
    repository.write({"odd/a\nb: c.txt": COURIER}).commit("Odd name")
    repository.edit("odd/a\nb: c.txt", "two cranes", "four cranes").commit("Odd edit")
    found = blame(repository.news, "news/odd/a\nb: c.txt:9", repository.settings())
    assert acts(found) == [("changed", "Odd edit"), ("introduced", "Odd name")]


@pytest.mark.parametrize(
    ("what", "message"),
    [("c0000000", "no claim in the history"), ("nonsense", "neither a claim's id"), ("news/quarry/courier.txt:2", "no claim stands there")],
)  # fmt: skip
def test_what_is_not_there_is_said(repository: Repository, what: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        blame(repository.news, what, repository.settings())


def test_outside_a_repository_there_is_no_history(
    repository: Repository, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with pytest.raises(ClaimCompareError, match="not in a git repository"):
        blame(tmp_path_factory.mktemp("plain"), "c0000000", repository.settings())
