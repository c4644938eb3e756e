"""A repository with a corpus, made anew for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gate.repository import CORPUS, Repository


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all tests."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def empty(tmp_path: Path, cache: Path) -> Repository:
    """A repository without a commit."""
    return Repository(tmp_path / "repository", cache)


@pytest.fixture
def repository(empty: Repository) -> Repository:
    """A repository with the corpus committed."""
    empty.write(dict(CORPUS)).commit("The corpus")
    return empty
