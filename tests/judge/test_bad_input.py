"""What no newsroom would send, and some will: each gives a sensible report, none a crash."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare import compare
from compare.claims.details.chinese import find
from compare.claims.reading import as_read
from compare.comparison import Comparison
from compare.read import read_one
from compare.report import FORMATS, render
from compare.report.base import Options
from tests.foreign import FOREIGN

NEWS = (
    "The dam above the town of Torvel burst on Wednesday shortly after four, the government said. The flood killed 47 "
    "people and hurt 300 others. The hospital stayed open, and the schools were turned into shelters."
)


def story(folder: Path, first: str, second: str, head: str = "The dam at Torvel") -> Comparison:
    """Two articles compared, offsets checked."""
    for name, text in (("herald", first), ("wire", second)):
        (folder / f"{name}.txt").write_text(f"{head}\n\n{text}\n", encoding="utf-8")
    found = compare(str(folder), embed={"cache": False})
    for article in found.articles:
        for claim in found.claims:
            assert claim.source != article.id or article.text[claim.start : claim.end] == claim.text
    return found


def figures(found: Comparison) -> list[tuple[str, ...]]:
    """The deciding words of the differing figures."""
    return [tuple(part.text for part in item.evidence) for item in found.only("divergence", "number")]


# ---- very short and very long claims


@pytest.mark.parametrize(
    ("one", "two"),
    [("Yes.", "No."), ("Forty-seven.", "Seventy-four."), ("Dead.", "Alive."), ("47.", "74."), ("?!", "…")],
)
def test_a_single_word_is_no_counterpart_of_another(tmp_path: Path, one: str, two: str) -> None:
    found = story(tmp_path, f"{one} {NEWS}", f"{two} {NEWS}")
    for match in found.matches:
        assert {found.claim(match.a).text, found.claim(match.b).text} != {one, two}
    assert not found.only("divergence")


def test_a_single_word_agrees_with_itself(tmp_path: Path) -> None:
    found = story(tmp_path, f"Silence. {NEWS}", f"“Silence!” {NEWS}")
    texts = [{found.claim(id).text for id in item.claims} for item in found.only("agreement")]
    assert {"Silence.", "“Silence!”"} in texts


MORE = "and the water ran through the valley past the mill, the church and the school while the teachers held the doors, "


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    one = f"The flood killed 47 people in Torvel, {MORE * 20}until it was dark."
    assert len(one.split()) > 400
    more = "The hospital stayed open, and the schools were turned into shelters."
    return story(tmp_path_factory.mktemp("long"), f"{one} {more}", f"{one.replace('47', '74')} {more}")


def test_claims_of_400_words_are_compared_by_their_figures(long: Comparison) -> None:
    assert figures(long) == [("47", "74")]


@pytest.mark.parametrize("format", FORMATS)
def test_claims_of_400_words_fit_every_report(long: Comparison, format: str) -> None:
    assert "74" in render(long, format, Options(width=60))


def test_claims_of_400_words_are_not_put_to_the_relation_model(long: Comparison) -> None:
    judged = {id for pair in long.relations for id in pair}
    assert all(len(long.claim(id).text) <= 400 for id in judged)


# ---- other languages and scripts


@pytest.mark.parametrize("language", ["German", "Arabic", "Chinese"])
def test_nothing_is_certain_between_english_and_another_language(tmp_path: Path, language: str) -> None:
    found = story(tmp_path, NEWS, FOREIGN[language])
    assert {item.severity for item in found.only("divergence")} <= {"review"}
    assert not found.relations or {found.claim(id).source for pair in found.relations for id in pair} == {
        "herald"
    }


@pytest.mark.parametrize(
    ("language", "one", "two"),
    [
        ("Arabic", "٤٧", "٧٤"),
        ("Hindi", "४७", "७४"),
        ("Chinese", "四十七", "七十四"),
        ("Chinese", "四十七", "74"),
        ("Russian", "47", "74"),
    ],
)
def test_figures_of_another_language_are_compared_for_review(
    tmp_path: Path, language: str, one: str, two: str
) -> None:
    text = FOREIGN[language]
    assert one in text
    found = story(tmp_path, text, text.replace(one, two))
    assert figures(found) == [(one, two)]
    assert {item.severity for item in found.only("divergence")} == {"review"}


def test_one_figure_in_other_digits_agrees(tmp_path: Path) -> None:
    for name, digits in enumerate(["47", "٤٧", "۴۷", "४७", "৪৭", "๔๗", "４７", "𝟜𝟟"]):
        text = f"The dam at Torvel\n\n{NEWS.replace('47', digits)}\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert not compare(str(tmp_path), embed={"cache": False}).only("divergence")


@pytest.mark.parametrize("digits", ["٧٤", "７４"])
def test_another_figure_in_other_digits_differs(tmp_path: Path, digits: str) -> None:
    assert figures(story(tmp_path, NEWS, NEWS.replace("47", digits))) == [("47", digits)]


@pytest.mark.parametrize("figure", ["四十七", "47万", "XLVII", "④⑦", "௪௰௭", "፵፯"])
def test_a_figure_that_cannot_be_read_is_no_certain_difference(tmp_path: Path, figure: str) -> None:
    found = story(tmp_path, NEWS, NEWS.replace("47", figure))
    assert {item.severity for item in found.only("divergence")} <= {"review"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("四十七人", 47), ("三百多人", 300), ("一千零一夜", 1001), ("十二名", 12), ("一万二千人", 12_000), ("两百", 200),
        ("3.5万人", 35_000), ("１２３人", 123), ("1,250户", 1_250), ("二〇二六年", 2026), ("十二億円", 1_200_000_000),
    ],
)  # fmt: skip
def test_chinese_figures_are_read(text: str, value: float) -> None:
    (detail,) = find(text)
    assert detail.value.low == detail.value.high == value  # type: ignore[attr-defined]
    assert text[detail.start : detail.end] == detail.text


@pytest.mark.parametrize("text", ["三四点", "万一", "一个", "十分", "万万没想到", "亿"])
def test_words_made_of_chinese_figures_are_none(text: str) -> None:
    assert not list(find(text))


@given(st.integers(11, 99_999_999))
def test_every_chinese_numeral_is_read_back(number: int) -> None:
    (detail,) = find(f"共{chinese(number)}人")
    assert detail.value.low == number  # type: ignore[attr-defined]


def chinese(number: int) -> str:
    """A number below 10^8 as Chinese writes it."""
    if number >= 10_000:
        rest = number % 10_000
        gap = "零" if 0 < rest < 1_000 else ""
        return f"{chinese(number // 10_000)}万{gap}{chinese(rest) if rest else ''}"
    text, zero = "", False
    for unit, sign in ((1_000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if zero and text else "") + "〇一二三四五六七八九"[digit] + sign
        zero = not digit
    return text


@given(st.text())
def test_what_models_read_keeps_every_offset(text: str) -> None:
    read = as_read(text)
    assert len(read) == len(text)
    assert all(x == y or x.isspace() or x.isdecimal() for x, y in zip(text, read, strict=True))


@given(st.text(alphabet="〇零一二两三四五六七八九十百千万萬亿億0123456789,.，．人"))
def test_any_row_of_chinese_figures_is_read_without_a_crash(text: str) -> None:
    for detail in find(text):
        assert text[detail.start : detail.end] == detail.text


# ---- metadata that contradict themselves


def dated(folder: Path, *articles: tuple[str, str]) -> Comparison:
    """Articles with these dates and texts."""
    for number, (published, text) in enumerate(articles):
        page = f"---\ntitle: The dam at Torvel\npublished: {published}\n---\n{text}\n"
        (folder / f"a{number}.md").write_text(page, encoding="utf-8")
    return compare(str(folder), embed={"cache": False})


FIRST = "The dam at Torvel burst on Wednesday. It killed 31 people in the town of Torvel."
UPDATE = "The dam at Torvel burst on Wednesday. The death toll has risen to 38 people in the town of Torvel."


def test_an_update_dated_before_its_original_is_for_review(tmp_path: Path) -> None:
    found = dated(tmp_path, ("2027-05-12T18:00", FIRST), ("2027-05-12T08:30", UPDATE))
    (told,) = found.only("divergence", "number")
    assert told.severity == "review"


def test_an_update_dated_after_its_original_is_an_update(tmp_path: Path) -> None:
    found = dated(tmp_path, ("2027-05-12T08:30", FIRST), ("2027-05-12T18:00", UPDATE))
    assert not found.only("divergence")
    assert [item.rule for item in found.only("agreement") if "31" in item.message] == ["AGR103"]


@pytest.mark.parametrize(
    "date",
    [
        "2031-13-45",
        "2027-02-30T10:00:00",
        "0000-00-00",
        "9" * 5000,
        "yesterday",
    ],
)
def test_a_date_that_cannot_be_is_noted_and_left_out(tmp_path: Path, date: str) -> None:
    found = dated(tmp_path, (date, FIRST), ("2027-05-12", FIRST))
    assert found.article("a0").published is None
    assert "is not a date that can be read: left out" in found.article("a0").notes[0]
    assert "left out" in render(found, "terminal", Options(width=6000))


@pytest.mark.parametrize("date", ["9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00"])
def test_dates_at_the_ends_of_time_are_compared(tmp_path: Path, date: str) -> None:
    found = dated(
        tmp_path, (date, FIRST + " The mayor spoke on Monday."), ("2027-05-12", UPDATE + " It was Sunday.")
    )
    assert len(found.articles) == 2


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Updated 3 May 2026, published 4 May 2026", "2026-05-04"),
        ("Published 3 May 2026, updated 4 May 2026", "2026-05-03"),
        ("Last updated: 3 May 2026", "2026-05-03"),
    ],
)
def test_the_day_of_publication_is_the_one_that_is_called_so(tmp_path: Path, stamp: str, day: str) -> None:
    file = tmp_path / "herald.txt"
    file.write_text(f"The dam at Torvel\n{stamp}\n\n{NEWS}\n", encoding="utf-8")
    (article,) = read_one(str(file))
    assert article.published == day


def test_an_offset_that_no_clock_has_is_left_out(tmp_path: Path) -> None:
    found = dated(tmp_path, ("2027-02-20 10:00:00 +99:00", FIRST), ("2027-05-12", FIRST))
    assert found.article("a0").published == "2027-02-20T10:00:00"


def test_front_matter_nested_too_deeply_is_one_line(tmp_path: Path) -> None:
    from compare.errors import InputError

    file = tmp_path / "deep.md"
    file.write_text(f"---\nx: {'[' * 3000}\n---\n{NEWS}\n", encoding="utf-8")
    with pytest.raises(InputError, match="nested too deeply"):
        read_one(str(file))
