"""The language of an article: English costs nothing, another is named, and a comparison says so."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import resources
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare import compare
from compare.claims import extract_claims
from compare.comparison import Comparison
from compare.read import read_one
from compare.read.language import ENGLISH, ENOUGH, SMALL_WORDS, english_share, language_note, language_of
from compare.records import Article
from compare.report import render
from compare.report.base import Options
from tests.foreign import FOREIGN

ENGLISH_NEWS = (
    "The dam above the town of Torvel burst on Wednesday shortly after four, the government said. At least 47 "
    "people were killed and more than 300 were hurt. The hospital stayed open and the schools were turned into "
    "shelters, the mayor told reporters after a meeting with engineers who had inspected the wall."
)

OFFLINE = {"embed": {"cache": False}}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_language_is_named_in_english(name: str) -> None:
    assert language_of(FOREIGN[name]) == name


def test_a_rare_language_is_called_by_its_code() -> None:
    welsh = (
        "Torrodd yr argae uwchben tref Torvel ddydd Mercher ychydig wedi pedwar o'r gloch, meddai'r llywodraeth. Bu "
        "farw o leiaf 47 o bobl ac anafwyd dros 300. Arhosodd yr ysbyty ar agor, ac agorwyd ysgolion i'r rhai oedd "
        "wedi gorfod gadael eu cartrefi yn y dyffryn."
    )
    assert language_of(welsh) == "cy"


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH_NEWS,
        ENGLISH_NEWS.upper(),
        # Too short to tell, in whatever language.
        "Der Damm brach am Mittwoch.",
        "",
        "12 34 56 :: 78 %",
        # Lists: names and results, of which no half looks like the other.
        "Brandt 6, Olsen 4, Ferreira 7, Kowalski 5, Nguyen 8, Rossi 6, Dubois 7, Yilmaz 5, Novak 6, Silva 8, Jansen 6, "
        "Petrov 5, Okafor 7, Haddad 6, Tanaka 7, Larsen 5, Moreau 6, Costa 7, Weber 6, Santos 5, Kim 7, Ivanova 6",
    ],
)
def test_english_short_and_list_like_texts_have_no_name(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize(
    "path", sorted(Path("seeds").glob("*.txt")) + sorted(Path("tests/stories").glob("*/*.txt"))
)
def test_english_news_is_far_from_the_threshold(path: Path) -> None:
    (article,) = read_one(str(path))
    words = " ".join(span.of(article.text) for span in article.body).split()
    assert article.language is None
    assert english_share([word.strip(".,;:!?“”\"'()") for word in words]) > 1.2 * ENGLISH


NEWS_WORDS = [
    "dam",
    "mayor",
    "Torvel",
    "burst",
    "Kaldera",
    "minister",
    "engineers",
    "valley",
    "bridge",
    "Wednesday",
]


@given(
    st.lists(st.sampled_from(sorted(SMALL_WORDS)), min_size=8, max_size=60),
    st.lists(st.sampled_from(NEWS_WORDS), min_size=ENOUGH, max_size=60),
)
def test_what_has_the_small_words_of_english_is_never_shown_to_the_library(
    small: list[str], others: list[str]
) -> None:
    words = small + others[: 4 * len(small)]
    before = sys.modules.pop("py3langid.langid", None)
    try:
        assert language_of(" ".join(words)) is None
        assert "py3langid.langid" not in sys.modules
    finally:
        if before is not None:
            sys.modules["py3langid.langid"] = before


def test_reading_english_does_not_load_the_library() -> None:
    code = "import sys; from compare.read import read_one; read_one('seeds'); sys.exit('py3langid' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@given(st.text())
def test_any_text_is_judged_without_a_crash(text: str) -> None:
    assert language_of(text) is None or text


def story(folder: Path, **articles: str) -> Comparison:
    for name, text in articles.items():
        (folder / f"{name}.txt").write_text(f"The dam at Torvel\n\n{text}\n", encoding="utf-8")
    return compare(str(folder), **OFFLINE)


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    return story(tmp_path_factory.mktemp("mixed"), herald=ENGLISH_NEWS, zeitung=FOREIGN["German"])


NOTE = language_note("German")


def test_the_article_gets_a_note(mixed: Comparison) -> None:
    assert mixed.article("zeitung").language == "German"
    assert mixed.article("zeitung").notes == (NOTE,)
    assert mixed.article("herald").notes == ()


@pytest.mark.parametrize("format", ["terminal", "markdown", "html", "json"])
def test_every_report_says_so_once(mixed: Comparison, format: str) -> None:
    said = render(mixed, format, Options(width=400))
    assert said.count("written in German") == 1
    assert NOTE in said


def test_the_terminal_says_which_source_it_is(mixed: Comparison) -> None:
    line = next(
        line for line in render(mixed, "terminal", Options(width=400)).splitlines() if "German" in line
    )
    assert line == f"! B: {NOTE}"


def test_many_notes_are_cut_with_their_number(tmp_path: Path) -> None:
    texts = {name.lower(): text for name, text in list(FOREIGN.items())[:10]}
    shown = render(story(tmp_path, **texts), "terminal", Options(width=200))
    assert shown.count("written in") == 8
    assert "… 2 more; claimcompare claims FILE shows them" in shown


def test_the_json_report_keeps_to_its_schema(mixed: Comparison) -> None:
    schema = json.loads(resources.files("compare.report").joinpath("schema.json").read_text("utf-8"))
    report = json.loads(mixed.to_json())
    jsonschema.validate(report, schema)
    assert [source["notes"] for source in report["sources"]] == [[], [NOTE]]


def test_the_relation_model_is_asked_about_english_pairs_only(tmp_path: Path) -> None:
    found = story(
        tmp_path, herald=ENGLISH_NEWS, post=ENGLISH_NEWS.replace("47", "74"), zeitung=FOREIGN["German"]
    )
    assert found.relations
    asked = {found.claim(id).source for pair in found.relations for id in pair}
    assert asked == {"herald", "post"}


def test_nothing_of_sense_is_claimed_between_two_languages(mixed: Comparison) -> None:
    assert {finding.category for finding in mixed.only("divergence")} <= {"number", "date"}
    assert {finding.severity for finding in mixed.only("divergence")} <= {"review"}


def test_figures_and_dates_are_compared_within_another_language(tmp_path: Path) -> None:
    german = (
        "Der Damm oberhalb der Stadt Torvel brach am Mittwoch. Mindestens 47 Menschen kamen dabei ums Leben. "
        "Die Mauer wurde zuletzt im Juni 2021 geprüft, sagte die Bürgermeisterin der Stadt am Abend."
    )
    other = german.replace("47", "74").replace("2021", "2019")
    found = story(tmp_path, blatt=german, zeitung=other)
    assert {finding.rule for finding in found.only("divergence")} == {"DIV401", "DIV402"}


def test_the_german_article_die_counts_no_dead(tmp_path: Path) -> None:
    """ "Die Regierung versprach 12 Millionen" is no toll beside "47 people died"."""
    found = story(
        tmp_path,
        herald="At least 47 people died when the dam burst. " + ENGLISH_NEWS.replace("47", "many"),
        zeitung="Die Regierung versprach 12 Millionen Kronen. " + FOREIGN["German"].replace("47", "viele"),
    )
    assert not found.only("divergence")


def test_one_figure_in_two_ways_of_writing_is_no_difference(tmp_path: Path) -> None:
    english = f"The flood at Torvel destroyed 1,250 houses of Kaldera AG in Torvel. {ENGLISH_NEWS}"
    german = f"Das Hochwasser in Torvel zerstörte 1.250 Häuser der Kaldera AG in Torvel. {FOREIGN['German']}"
    found = story(tmp_path, herald=english, zeitung=german)
    assert not [item for item in found.only("divergence") if any("1" in part.text for part in item.evidence)]


def test_words_that_are_capitalised_as_german_nouns_are_no_names() -> None:
    claims = extract_claims(read_text(FOREIGN["German"]))
    names = {detail.text for claim in claims for detail in claim.only("name")}
    assert not names & {"Regierung", "Menschen", "Leben", "Schulen"}


def test_an_ordinal_with_a_stop_ends_no_sentence() -> None:
    text = "Der Damm sei zuletzt am 3. Juni 2019 geprüft worden. Es war das 2. Mal im 16. Jahr."
    claims = extract_claims(read_text(text))
    assert [claim.text for claim in claims] == [
        "Der Damm sei zuletzt am 3. Juni 2019 geprüft worden.",
        "Es war das 2. Mal im 16. Jahr.",
    ]


def read_text(text: str) -> list[Article]:
    from compare.read.document import Document
    from compare.read.formats import read
    from compare.settings import ReadSettings

    return read(Document("a.txt", "a", f"Schlagzeile\n\n{text}\n".encode(), "text"), ReadSettings())
