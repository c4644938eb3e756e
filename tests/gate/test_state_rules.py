"""What a corpus must hold to, whatever changed."""

from __future__ import annotations

from typing import Any

import pytest

from compare.errors import SettingsError
from tests.gate.repository import Repository, codes, only


def test_without_a_base_every_divergence_is_new(repository: Repository) -> None:
    repository.edit("quarry/courier.txt", "killing 19 people", "killing 91 people").commit()
    result = repository.check(base=None)
    assert result.base == ""
    assert "DIV401 error" in codes(result)
    assert result.failed


def test_a_marked_fact_needs_its_origins(repository: Repository) -> None:
    def told(text: str, origins: int, story: str = "*") -> list[str]:
        facts = [{"text": text, "origins": origins, "story": story}]
        return codes(repository.check(settings={"facts": facts, "select": ["REV509"]}))

    assert told("12 million crowns", 2) == []
    assert told("12 MILLION  crowns", 3) == ["REV509 error"]
    assert told("Forty-one houses", 1) == []
    assert told("Forty-one houses", 2) == ["REV509 error"]
    assert told("12 million crowns", 1, "lido") == ["REV509 error"]


def test_a_wire_text_and_its_copy_are_one_origin(repository: Repository) -> None:
    result = repository.check(settings={"facts": [{"text": "Forty-one houses"}]})
    issue = only(result, "REV509")
    assert "told by 1 origin, 2 are asked for" in issue.message
    assert {quote.place.path for quote in issue.quotes} == {"news/quarry/morning.txt", "news/quarry/wire.txt"}


@pytest.mark.parametrize(
    "fact", [{}, {"text": " "}, {"text": "a", "origins": 0}, {"text": "a", "from": 2}, "a"]
)
def test_a_mark_that_is_none_is_named(repository: Repository, fact: Any) -> None:
    with pytest.raises(SettingsError, match=r"check.facts\[0\]"):
        repository.check(settings={"facts": [fact]})


def test_too_many_unreadable_files_fail(repository: Repository) -> None:
    repository.write({"lido/empty.txt": ""})
    result = repository.check()
    assert codes(result) == ["REV510 error"]
    assert "1 of 7 article files can't be read; lido/empty.txt" in only(result, "REV510").message
    assert codes(repository.check(settings={"unreadable": 0.2})) == []


def test_unreadable_files_that_were_there_are_no_news(repository: Repository) -> None:
    repository.write({"lido/empty.txt": ""}).commit()
    result = repository.check()
    assert not result.failed
    assert codes(result, "existing")[-1] == "REV510 error"
