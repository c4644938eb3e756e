"""Outcomes of stories: what they are, and that nothing is done twice."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from compare.corpus import Corpus, Outcome, compare_corpus, compare_story, find_stories
from compare.pipeline import compare
from compare.settings import Settings

ONE = "Mayor Eick opened the bridge at Tarn on 3 May 2031.\n\nIt cost 4 million crowns, the town said.\n"
TWO = "The bridge at Tarn was opened by mayor Eick on 3 May 2031.\n\nThe town paid 6 million crowns for it.\n"
OTHER = "The school choir of Lindau sang in the old church.\n\nTickets were sold out within a day.\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings().replace(embed={"cache_dir": str(tmp_path / "cache")})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three stories: two articles, one article, and one file that is no article."""
    files = {
        "bridge/one.txt": ONE, "bridge/two.txt": TWO, "choir/only.txt": OTHER, "empty/a.txt": "", "bridge/bad.json": "{",
    }  # fmt: skip
    for name, text in files.items():
        (tmp_path / "news" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "news" / name).write_text(text)
    return tmp_path / "news"


def outcomes(folder: Path, settings: Settings) -> dict[str, Outcome]:
    return {o.story.name: o for o in compare_corpus(find_stories(folder, settings).stories, settings)}


def as_json(folder: Path, settings: Settings) -> list[str]:
    """What was found, without how the work was done."""
    found = outcomes(folder, settings).values()
    return [outcome.comparison.to_json() for outcome in found if outcome.comparison]


def test_a_story_is_compared_as_by_itself(folder: Path, settings: Settings) -> None:
    found = outcomes(folder, settings)["bridge"].comparison
    alone = compare([folder / "bridge" / "one.txt", folder / "bridge" / "two.txt"], settings)
    assert found is not None
    assert found.findings == alone.findings
    assert found.claims == alone.claims
    assert found.clusters == alone.clusters
    assert found.relations == alone.relations
    assert [article.path for article in found.articles] == ["bridge/one.txt", "bridge/two.txt"]


def test_one_article_alone_has_claims_and_no_findings(folder: Path, settings: Settings) -> None:
    found = outcomes(folder, settings)["choir"].comparison
    assert found is not None
    assert [claim.text for claim in found.claims] == [
        "The school choir of Lindau sang in the old church.", "Tickets were sold out within a day.",
    ]  # fmt: skip
    assert found.findings == ()
    assert all(found.clusters_of(claim.id) for claim in found.claims)
    assert max(claim.importance for claim in found.claims) > 0


def test_files_that_are_no_articles_are_named_with_the_reason(folder: Path, settings: Settings) -> None:
    found = outcomes(folder, settings)
    assert found["empty"].comparison is None
    assert found["empty"].unreadable[0].path == "empty/a.txt"
    assert "is empty" in found["empty"].unreadable[0].why
    assert found["bridge"].unreadable[0].path == "bridge/bad.json"


def test_from_the_cache_comes_the_same_to_the_byte(folder: Path, settings: Settings) -> None:
    fresh, kept = outcomes(folder, settings), outcomes(folder, settings)
    assert kept == fresh
    assert kept["bridge"].comparison is not None
    assert fresh["bridge"].comparison is not None
    assert kept["bridge"].comparison.to_json() == fresh["bridge"].comparison.to_json()


def test_a_moved_story_is_in_the_cache_too(folder: Path, settings: Settings) -> None:
    outcomes(folder, settings)
    (folder / "bridge").rename(folder / "tarn")
    story = next(story for story in find_stories(folder, settings).stories if story.name == "tarn")
    assert _models_loaded(folder, settings, "tarn") == set()
    moved = compare_story(story, settings)
    assert moved.comparison is not None
    assert [article.path for article in moved.comparison.articles] == ["tarn/one.txt", "tarn/two.txt"]
    assert moved.unreadable[0].path == "tarn/bad.json"


@pytest.mark.parametrize(
    "change", [{"align": {"match": 0.5}}, {"judge": {"relation": False}}, {"claims": {"max_characters": 50}}]
)
def test_other_settings_are_another_outcome(
    folder: Path, settings: Settings, change: dict[str, dict[str, object]]
) -> None:
    outcomes(folder, settings)
    changed = settings.replace(**change)
    assert as_json(folder, changed) == as_json(folder, changed.replace(embed={"cache": False}))


def test_a_changed_article_is_another_outcome(folder: Path, settings: Settings) -> None:
    before = outcomes(folder, settings)
    (folder / "bridge" / "two.txt").write_text(TWO.replace("6 million", "4 million"))
    after = outcomes(folder, settings)
    assert after["choir"] == before["choir"]
    assert after["bridge"] != before["bridge"]
    fresh = outcomes(folder, settings.replace(embed={"cache": False}))
    assert fresh["bridge"].comparison is not None
    assert after["bridge"].comparison is not None
    assert after["bridge"].comparison.findings == fresh["bridge"].comparison.findings


def test_stories_do_not_influence_each_other(folder: Path, settings: Settings) -> None:
    stories = find_stories(folder, settings).stories
    together = list(compare_corpus(stories, settings.replace(embed={"cache": False})))
    backwards = list(compare_corpus(reversed(stories), settings.replace(embed={"cache": False})))
    assert together == backwards[::-1]


def test_one_name_may_come_twice(folder: Path, settings: Settings) -> None:
    """Two states of a story are compared in one run."""
    before = find_stories(folder, settings)
    (folder / "bridge" / "two.txt").unlink()
    after = find_stories([(f"bridge/{name}", ONE.encode()) for name in ("one.txt",)], settings)
    pair = Corpus((before.stories[0], after.stories[0])).stories
    found = [len(o.comparison.articles) if o.comparison else 0 for o in compare_corpus(pair, settings)]
    assert [story.name for story in pair] == ["bridge", "bridge"]
    assert found[1] == 1


def test_records_of_two_files_may_have_one_id(tmp_path: Path, settings: Settings) -> None:
    for name, text in (("a.jsonl", ONE), ("b.jsonl", TWO)):
        (tmp_path / "s").mkdir(exist_ok=True)
        (tmp_path / "s" / name).write_text(json.dumps({"id": "1", "text": text}) + "\n")
    found = outcomes(tmp_path / "s", settings)["."].comparison
    assert found is not None
    assert len({article.id for article in found.articles}) == 2


def test_without_changes_no_model_is_loaded(folder: Path, settings: Settings) -> None:
    assert "onnxruntime" in _models_loaded(folder, settings, "*")
    assert _models_loaded(folder, settings, "*") == set()


def _models_loaded(folder: Path, settings: Settings, story: str) -> set[str]:
    """Which heavy modules a process has loaded after it compared the corpus, or one story of it."""
    code = (
        "import sys; from pathlib import Path; from compare.corpus import *; from compare.settings import Settings\n"
        f"settings = Settings().replace(embed={{'cache_dir': {settings.embed.cache_dir!r}}})\n"
        f"stories = find_stories(Path({str(folder)!r}), settings).stories\n"
        f"list(compare_corpus([s for s in stories if {story!r} in ('*', s.name)], settings))\n"
        "print(*({'onnxruntime', 'torch', 'tokenizers', 'pandas'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    return set(done.stdout.split())


def test_a_damaged_cache_is_made_again(folder: Path, settings: Settings) -> None:
    fresh = outcomes(folder, settings)
    for path in Path(settings.embed.cache_dir).glob("cache-*.sqlite*"):
        path.write_bytes(b"no database" * 100)
    with pytest.warns(UserWarning, match="damaged"):
        assert outcomes(folder, settings) == fresh
    shutil.rmtree(settings.embed.cache_dir)
