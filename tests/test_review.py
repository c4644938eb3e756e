"""Reviews: read strictly, bound to the wording they were made of, set beside a later comparison."""

from __future__ import annotations

import copy
import json
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from compare.comparison import Comparison
from compare.errors import InputError
from compare.report.html import render
from compare.report.html.view import story_id
from compare.review import Review, load_review
from tests.report import builders
from tests.reviews import entry, save

FIGURES, SPEAKERS = (finding.id for finding in builders.two_sources().only("divergence"))


def fire(
    dead: str = "fourteen", wait: str = "It took firefighters nine hours to contain the blaze."
) -> Comparison:
    """Two accounts of a fire that differ in the number of dead."""
    story = builders.Story(
        builders.article("herald", ["Twelve people died in the fire.", "The mayor wept at the gate."]),
        builders.article("ledger", [f"At least {dead} people died in the Eastwick fire.", wait]),
    )
    story.find(
        "DIV401", "herald:1 ledger:1", f"Twelve|{dead}", message=f"Different figures: Twelve v. {dead}"
    )
    story.find("ADD201", "herald:2")
    story.find("ADD201", "ledger:2")
    return story.compared()


def finding(comparison: Comparison, rule: str, number: int = 0) -> str:
    return [finding.id for finding in comparison.findings if finding.rule == rule][number]


@pytest.fixture
def marked(tmp_path: Path) -> Review:
    marks = {FIGURES: {"done": True, "note": "called the police"}, SPEAKERS: {"wrong": True}}
    return load_review(save(tmp_path / "review.json", entry(builders.two_sources(), **marks)))


def test_a_review_holds_every_mark_and_what_it_is_bound_to(marked: Review) -> None:
    first, second = marked.marks
    assert (first.finding, first.rule, first.note, first.accepted) == (
        FIGURES,
        "DIV401",
        "called the police",
        True,
    )
    assert second.wrong
    assert not second.accepted
    assert [item.claim for item in first.claims] == list(builders.two_sources().finding(FIGURES).claims)
    assert "fourteen people died" in first.claims[0].text


def test_all_marks_hold_while_nothing_changes(marked: Review) -> None:
    comparison = builders.two_sources()
    since = marked.since(story_id(comparison), comparison)
    assert since is not None
    assert (len(since.kept), since.changed, since.gone, since.new) == (2, (), (), ())


def test_a_review_of_another_story_says_nothing(marked: Review) -> None:
    assert marked.since("s0123456789", builders.four_sources()) is None


def test_a_mark_is_found_by_its_finding_when_the_story_has_another_id(marked: Review) -> None:
    since = marked.since("s0123456789", builders.two_sources())
    assert since is not None
    assert len(since.kept) == 2


def since_the_fire(tmp_path: Path, later: Comparison, *rules: str) -> Any:
    before = fire()
    marks = {finding(before, rule): {"done": True, "note": "seen"} for rule in rules}
    review = load_review(save(tmp_path / "review.json", entry(before, **marks)))
    return review.since(story_id(later), later)


def test_a_mark_is_void_when_a_side_is_reworded_and_names_what_took_its_place(tmp_path: Path) -> None:
    later = fire(dead="fifteen")
    since = since_the_fire(tmp_path, later, "DIV401")
    ((mark, heir),) = since.changed
    assert (mark.note, heir.id) == ("seen", finding(later, "DIV401"))
    assert (since.kept, since.gone, since.new) == ((), (), ())


def test_a_claim_that_is_quite_another_is_no_rewording(tmp_path: Path) -> None:
    before, later = fire(), fire(wait="Trains run again from Friday on, the railway told passengers.")
    gone = finding(before, "ADD201", 1)
    review = load_review(save(tmp_path / "review.json", entry(before, **{gone: {"wrong": True}})))
    since = review.since(story_id(later), later)
    assert since is not None
    assert [mark.finding for mark in since.gone] == [gone]
    assert [item.id for item in since.new] == [finding(later, "ADD201", 1)]


def test_one_finding_takes_the_place_of_one_mark_only(tmp_path: Path) -> None:
    before = fire()
    both = [finding(before, "DIV401"), finding(before, "ADD201")]
    data = entry(before, **{id: {"done": True} for id in both})
    for mark in data["reviews"]:
        mark |= {"rule": "DIV401", "claims": data["reviews"][0]["claims"]}
    data["findings"] = []
    data["reviews"][0]["finding"], data["reviews"][1]["finding"] = "f0000000000", "f1111111111"
    since = load_review(save(tmp_path / "review.json", data)).since(story_id(before), before)
    assert since is not None
    assert (len(since.changed), len(since.gone)) == (1, 1)


def test_the_page_shows_marks_and_notes_again_also_without_the_script(marked: Review) -> None:
    page = lxml_html.document_fromstring(render(builders.two_sources(), review=marked))
    (card,) = page.xpath("//*[@id=$id]", id=FIGURES)
    assert "data-done" in card.attrib
    assert card.get("data-note") == "called the police"
    assert "called the police" in card.xpath("string(.//*[contains(@class, 'nojs')])")
    (other,) = page.xpath("//*[@id=$id]", id=SPEAKERS)
    assert "data-wrong" in other.attrib
    assert "data-done" not in other.attrib


def test_the_page_lists_what_changed_since(tmp_path: Path) -> None:
    review = load_review(
        save(tmp_path / "review.json", entry(fire(), **{finding(fire(), "DIV401"): {"note": "asked both"}}))
    )
    page = lxml_html.document_fromstring(render(fire(dead="fifteen"), review=review))
    (item,) = page.xpath("//*[@id='since']//li")
    text = " ".join(item.text_content().split())
    assert "Different figures: Twelve v. fourteen" in text
    assert "asked both" in text
    assert item.xpath(".//a/@href") == [f"#{finding(fire(dead='fifteen'), 'DIV401')}"]


def test_notes_cannot_become_markup(tmp_path: Path) -> None:
    nasty = '"><script>alert(1)</script>\u202e\x1b'
    data = entry(builders.two_sources(), **{FIGURES: {"note": nasty, "done": True}})
    text = render(builders.two_sources(), review=load_review(save(tmp_path / "review.json", data)))
    assert "<script>alert" not in text
    assert "\u202e" not in text
    assert "\x1b" not in text


GOOD: dict[str, Any] = {
    "review_version": 1,
    "stories": [entry(builders.two_sources(), **{FIGURES: {"done": True}})],
}


def broken(*path: str | int, value: object) -> dict[str, Any]:
    """A good review with one value in it replaced, or taken out where the value is ...."""
    data: Any = copy.deepcopy(GOOD)
    at = data
    for step in path[:-1]:
        at = at[step]
    if value is ...:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return data  # type: ignore[no-any-return]


REVIEW = ("stories", 0, "reviews", 0)
BROKEN = {
    "no object": ([], "no review_version"),
    "another file": ({"schema_version": 1}, "no review_version"),
    "a later version": (broken("review_version", value=2), "review_version 2 is not known"),
    "true for 1": (broken("review_version", value=True), "review_version True is not known"),
    "no stories": (broken("stories", value=...), "has no 'stories'"),
    "stories no list": (broken("stories", value={}), "the file.stories must be a list, not an object"),
    "story no object": (broken("stories", 0, value="s1"), "the file.stories[0] must be an object, not text"),
    "a field too many": (broken("stories", 0, "extra", value=1), "the file.stories[0] has 'extra'"),
    "a mark without a note": (broken(*REVIEW, "note", value=...), "reviews[0] has no 'note'"),
    "done is text": (broken(*REVIEW, "done", value="yes"), "reviews[0].done must be true or false, not text"),
    "wrong is a number": (broken(*REVIEW, "wrong", value=0), "reviews[0].wrong must be true or false, not a number"),
    "note is null": (broken(*REVIEW, "note", value=None), "reviews[0].note must be text, not null"),
    "a bad id": (broken(*REVIEW, "finding", value="f12"), "reviews[0].finding must be an id"),
    "a claim's id for a finding": (broken("stories", 0, "findings", 0, value="c0123456789"), "findings[0] must be an id"),
    "a claim without text": (broken(*REVIEW, "claims", 0, "text", value=...), "claims[0] has no 'text'"),
    "a finding twice": (broken("stories", 0, "reviews", value=GOOD["stories"][0]["reviews"] * 2), f"has {FIGURES} twice"),
    "a story twice": (broken("stories", value=GOOD["stories"] * 2), "twice"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "says"), BROKEN.values(), ids=BROKEN)
def test_a_file_that_is_not_exactly_a_review_is_refused_in_one_line(
    data: object, says: str, tmp_path: Path
) -> None:
    path = tmp_path / "review.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(InputError) as error:
        load_review(path)
    message = str(error.value)
    assert message.startswith(f"{path}: ")
    assert says in message
    assert "export" in message
    assert "\n" not in message


TEXTS = {
    "empty": (b"", "not valid JSON"),
    "half": (b'{"review_version": 1, "stor', "not valid JSON"),
    "not UTF-8": (b"\xff\xfe\x00", "not valid JSON"),
    "a name twice": (b'{"review_version": 1, "review_version": 1, "stories": []}', "stands twice"),
    "no number": (b'{"review_version": NaN, "stories": []}', "NaN is no JSON"),
    "too deep": (b"[" * 100_000, "nested too deeply"),
}


@pytest.mark.parametrize(("data", "says"), TEXTS.values(), ids=TEXTS)
def test_a_file_that_is_no_json_is_refused(data: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / "review.json"
    path.write_bytes(data)
    with pytest.raises(InputError, match=says):
        load_review(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(InputError, match="can't be read"):
            load_review(path)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "review.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(GOOD).encode())
    assert len(load_review(path).marks) == 1


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["review_version", "stories", "story", "title", "findings", "reviews"]),
            inner,
            max_size=6,
        )
    ),
    max_leaves=12,
)


@given(json_values)
@settings(deadline=None, max_examples=200)
def test_whatever_the_json_holds_it_is_a_review_or_an_input_error(data: object) -> None:
    with tempfile.TemporaryDirectory() as folder, suppress(InputError):
        path = Path(folder) / "review.json"
        path.write_text(json.dumps(data), encoding="utf-8")
        assert all(mark.finding for mark in load_review(path).marks)
