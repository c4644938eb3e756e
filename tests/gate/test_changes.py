"""What a change may do to a corpus: each case a real repository, the real pipeline, one edit."""

from __future__ import annotations

from tests.gate.repository import COURIER, HERALD, WIRE, Repository, codes, only


def test_nothing_changed_passes(repository: Repository) -> None:
    result = repository.check()
    assert not result.failed
    assert result.extent.articles == 6
    assert result.extent.stories_changed == 0


def test_a_reworded_sentence_passes(repository: Repository) -> None:
    repository.edit(
        "quarry/courier.txt", "Halvor Slate paid 12 million crowns for the site.",
        "The site had cost Halvor Slate 12 million crowns.",
    )  # fmt: skip
    result = repository.check()
    assert codes(result) == []
    assert result.passed["reworded"] == 1


def test_a_number_changed_in_one_source_fails_with_the_exact_words(repository: Repository) -> None:
    repository.edit("quarry/courier.txt", "killing 19 people", "killing 91 people")
    result = repository.check()
    assert result.failed
    changed = only(result, "REV502")
    before, after = changed.quotes
    assert (before.side, before.deciding) == ("base", ("19",))
    assert (after.side, after.deciding) == ("head", ("91",))
    assert (changed.place.path, changed.place.line, changed.place.column) == (
        "news/quarry/courier.txt",
        5,
        58,
    )
    clash = only(result, "DIV401")
    assert clash.state == "new"
    assert clash.place == changed.place, "it points at what was changed, not at what it contradicts"
    assert {words for quote in clash.quotes for words in quote.deciding} == {"Nineteen", "91"}


def test_the_last_source_of_a_fact_deleted_fails(repository: Repository) -> None:
    repository.edit("quarry/courier.txt", "Rescuers brought in two cranes from the port of Arnhaven.\n\n", "")
    result = repository.check()
    assert codes(result) == ["REV503 error"]
    lost = only(result, "REV503")
    assert lost.quotes[0].text == "Rescuers brought in two cranes from the port of Arnhaven."
    assert lost.quotes[0].place.path == "news/quarry/courier.txt"


def test_a_claim_that_others_still_tell_is_a_warning(repository: Repository) -> None:
    repository.edit("quarry/courier.txt", "Halvor Slate paid 12 million crowns for the site.\n\n", "")
    result = repository.check()
    assert codes(result) == ["REV501 warn"]
    assert not result.failed
    assert "herald" in only(result, "REV501").message


def test_a_wire_copy_may_go_while_the_origin_stays(repository: Repository) -> None:
    repository.write({"quarry/morning.txt": None})
    result = repository.check()
    assert codes(result) == []
    assert result.passed["copy removed, its origin stays"] == 1


def test_both_copies_of_a_wire_text_gone_lose_its_facts(repository: Repository) -> None:
    repository.write({"quarry/morning.txt": None, "quarry/wire.txt": None})
    found = codes(repository.check())
    assert found.count("REV505 error") == 2
    assert found.count("REV503 error") == 3


def test_a_source_that_vanishes_fails_and_takes_its_facts_along(repository: Repository) -> None:
    repository.write({"quarry/courier.txt": None})
    result = repository.check()
    assert codes(result) == ["REV503 error", "REV505 error"]
    assert "1 of them told by nobody else" in only(result, "REV505").message


def test_a_later_figure_with_a_later_date_passes_with_a_note(repository: Repository) -> None:
    repository.edit("quarry/courier.txt", "4 March 2031, 10:05", "5 March 2031, 07:30")
    repository.edit("quarry/courier.txt", "killing 19 people", "killing 22 people")
    result = repository.check()
    assert not result.failed
    assert "REV508 note" in codes(result)
    assert "REV502 error" not in codes(result)


def test_an_altered_quotation_fails(repository: Repository) -> None:
    repository.edit("quarry/herald.txt", "about the cracks three times", "about the danger three times")
    result = repository.check()
    assert "REV504 error" in codes(result)
    before, after = only(result, "REV504").quotes
    assert (before.deciding, after.deciding) == (("cracks",), ("danger",))


def test_a_word_put_into_a_quotation_alters_it(repository: Repository) -> None:
    repository.edit("quarry/herald.txt", "We warned the owner", "We never warned the owner")
    result = repository.check()
    assert only(result, "REV504").quotes[1].deciding == ("never",)


def test_a_quotation_cut_at_its_end_passes(repository: Repository) -> None:
    repository.edit("quarry/herald.txt", "about the cracks three times,", "about the cracks,")
    assert "REV504 error" not in codes(repository.check())


def test_the_opposite_is_a_change_of_meaning(repository: Repository) -> None:
    repository.edit("quarry/wire.txt", "stays closed to lorries", "is open to lorries")
    result = repository.check()
    assert "REV502 error" in codes(result)


def test_furniture_may_change(repository: Repository) -> None:
    changed = HERALD.replace("Quarry wall gives way above Lindau", "Disaster at Lindau").replace(
        "By Anna Berg", "By Anna Berg and Paul Ott"
    )
    result = repository.write({"quarry/herald.txt": changed}).check()
    assert codes(result) == []
    assert result.passed["furniture or layout only"] == 1
    assert result.extent.articles_changed == 1


def test_line_ends_and_paragraph_breaks_may_change(repository: Repository) -> None:
    repository.write({"quarry/herald.txt": HERALD.replace("\n", "\r\n")})
    result = repository.check()
    assert codes(result) == []
    assert result.passed["furniture or layout only"] == 1


def test_an_added_claim_and_an_added_source_pass(repository: Repository) -> None:
    repository.edit("quarry/courier.txt", "Rescuers", "Two dogs searched the rubble. Rescuers")
    repository.write({"lido/gazette.txt": "The new lido has a slide of 40 metres.\n"})
    result = repository.check()
    assert codes(result) == []
    assert result.passed["added"] == 1
    assert result.extent.articles_changed == 2


def test_a_new_source_that_contradicts_fails(repository: Repository) -> None:
    repository.write({"quarry/post.txt": COURIER.replace("killing 19", "killing 26")})
    result = repository.check()
    assert "DIV401 error" in codes(result)


def test_a_divergence_that_was_there_is_existing_and_fails_only_when_strict(repository: Repository) -> None:
    repository.edit("quarry/courier.txt", "killing 19 people", "killing 91 people").commit()
    repository.edit("quarry/courier.txt", "Slate quarry collapse", "Quarry collapse")
    result = repository.check()
    assert codes(result) == []
    assert "DIV401 error" in codes(result, "existing")
    assert repository.check(strict=True).failed


def test_a_reworded_side_keeps_an_existing_divergence_existing(repository: Repository) -> None:
    repository.edit("quarry/courier.txt", "killing 19 people", "killing 91 people").commit()
    repository.edit(
        "quarry/courier.txt", "A slate quarry above Lindau collapsed on Monday, killing 91 people.",
        "On Monday a slate quarry collapsed above Lindau, killing 91 people.",
    )  # fmt: skip
    result = repository.check()
    assert "DIV401 error" in codes(result, "existing")
    assert codes(result) == []


def test_a_divergence_that_is_gone_is_resolved(repository: Repository) -> None:
    repository.edit("quarry/courier.txt", "killing 19 people", "killing 91 people").commit()
    repository.edit("quarry/courier.txt", "killing 91 people", "killing 19 people")
    result = repository.check()
    assert "DIV401 error" in codes(result, "resolved")
    assert "REV502 error" in codes(result)


def test_a_story_that_vanishes_is_one_issue(repository: Repository) -> None:
    repository.write({"lido/tribune.txt": None, "lido/post.txt": None})
    result = repository.check()
    assert codes(result) == ["REV506 error"]
    assert only(result, "REV506").story == "lido"


def test_an_article_that_can_no_longer_be_read_has_vanished(repository: Repository) -> None:
    repository.write({"quarry/courier.txt": ""})
    result = repository.check()
    assert "REV505 error" in codes(result)
    assert "can no longer be read" in only(result, "REV505").message


def test_a_dropped_detail_is_a_warning(repository: Repository) -> None:
    repository.edit("quarry/courier.txt", "two cranes from the port of Arnhaven", "two cranes")
    result = repository.check()
    assert codes(result) == ["REV507 warn"]
    assert "Arnhaven" in only(result, "REV507").message


def test_moving_a_sentence_inside_an_article_passes(repository: Repository) -> None:
    sentence = "Halvor Slate paid 12 million crowns for the site.\n\n"
    repository.write({"quarry/courier.txt": COURIER.replace(sentence, "") + "\n" + sentence})
    assert codes(repository.check()) == []


def test_two_sentences_joined_into_one_pass(repository: Repository) -> None:
    joined = WIRE.replace(" because more rock could fall.", ", as more rock could fall.")
    repository.write({"quarry/wire.txt": joined, "quarry/morning.txt": joined})
    assert codes(repository.check()) == []
