"""Whom a claim is attributed to."""

import re
from pathlib import Path

import pytest

from compare.claims import sentence_claims
from compare.claims.attribution import attribute
from compare.records import Article, Span, Speaker
from compare.settings import ClaimSettings

TABLE = (Path(__file__).parent / "speaker_cases_tuned.txt").read_text(encoding="utf-8")
CAST = "Defence Minister Ravi Sethi met Tove Lind, the mayor of Dale, and Northline, which owns the port. "


def read(text: str) -> Article:
    paragraphs = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    return Article("a", "<memory>", text, "a", body=tuple(paragraphs))


def attributed(text: str) -> list[Speaker | None]:
    article = read(text)
    return attribute(article, sentence_claims(article, ClaimSettings()))


def speakers(text: str) -> list[str | None]:
    return [speaker.name if speaker else None for speaker in attributed(text)]


def last(text: str) -> Speaker | None:
    """The speaker of the last claim after a sentence that introduces the people."""
    return attributed(CAST + text)[-1]


@pytest.mark.parametrize(
    "block", re.split(r"^=== ", TABLE, flags=re.MULTILINE)[1:], ids=lambda b: b.split("\n")[0]
)
def test_every_sentence_of_the_marked_articles(block):
    lines = [line.split(" | ", 1) for line in block.strip().split("\n")[1:] if line]
    paragraphs = block.strip().split("\n", 1)[1].split("\n\n")
    text = "\n\n".join(
        " ".join(line.split(" | ", 1)[1] for line in p.strip().split("\n")) for p in paragraphs
    )
    expected = [None if who == "-" else who.replace("; ", ", ") for who, _ in lines]
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("sentence", "name", "kind", "cue"),
    [
        ("Sethi said the port was safe.", "Ravi Sethi", "named", "Sethi said"),
        ("“The port is safe,” said Sethi.", "Ravi Sethi", "named", "said Sethi"),
        ("The port, Sethi said, is safe.", "Ravi Sethi", "named", "Sethi said"),
        ("The port is safe, according to Sethi.", "Ravi Sethi", "named", "according to Sethi"),
        ("Sethi was quoted as saying that the port was safe.", "Ravi Sethi", "named", "Sethi was quoted"),
        ("Sethi has repeatedly denied that.", "Ravi Sethi", "named", "Sethi has repeatedly denied"),
        ("Sethi, who looked tired, stressed that the port was safe.", "Ravi Sethi", "named", "Sethi, who looked tired, stressed"),
        ("Sethi: “The port is safe.”", "Ravi Sethi", "named", "Sethi:"),
        ("He noted that the port was safe.", "Ravi Sethi", "pronoun", "He noted"),
        ("She noted that the port was safe.", "Tove Lind", "pronoun", "She noted"),
        ("The minister noted that the port was safe.", "Ravi Sethi", "pronoun", "The minister noted"),
        ("The mayor noted that the port was safe.", "Tove Lind", "pronoun", "The mayor noted"),
        ("The company noted that the port was safe.", "Northline", "pronoun", "The company noted"),
        ("Residents were told by police to leave.", "police", "institution", "told by police"),
        ("Sethi’s spokesman said the port was safe.", "Sethi’s spokesman", "institution", "Sethi’s spokesman said"),
        ("A spokesman for the navy said so.", "spokesman for the navy", "institution", "A spokesman for the navy said"),
        ("His spokesman, Bo Yun, said so.", "Bo Yun", "named", "His spokesman, Bo Yun, said"),
        ("The report says the port is safe.", "report", "institution", "The report says"),
        ("A study published last year said so.", "study", "institution", "A study published last year said"),
        ("A report by the Met Office said so.", "Met Office", "institution", "the Met Office said"),
        ("A consumer rights group said so.", "consumer rights group", "institution", "A consumer rights group said"),
        ("Lind pointed out the danger.", "Tove Lind", "named", "Lind pointed out"),
        ("His family says so.", "family", "institution", "His family says"),
        ("Erin Lane said so.", "Erin Lane", "named", "Erin Lane said"),
        ("Halden & Firth said so.", "Halden & Firth", "institution", "Halden & Firth said"),
        ("The Ministry of Trade and Labour said so.", "Ministry of Trade and Labour", "institution", "The Ministry of Trade and Labour said"),
        ("Sethi and Lind said they agreed.", "Ravi Sethi, Tove Lind", "collective", "Sethi and Lind said"),
    ],
)  # fmt: skip
def test_cues(sentence, name, kind, cue):
    speaker = last(sentence)
    assert speaker
    assert (speaker.name, speaker.kind, speaker.cue.of(CAST + sentence)) == (name, kind, cue)


@pytest.mark.parametrize(
    "sentence",
    [
        "The meeting highlighted the need for a safe port.",
        "The talks between Sethi and Lind underlined the need for a safe port.",
        "Sethi declined to comment.",
        "Sethi did not say whether the port was safe.",
        "Sethi refused to tell reporters why.",
        "Sethi toured the port and shook hands with workers.",
        "The port will reopen on Monday, it was announced.",
        "The move came after Sethi said the port was safe.",
        "The deal, which Sethi called “historic”, was signed at noon.",
        "The alleged theft was reported in May.",
        "Both sides reviewed the plans.",
        "The claims of the union are being looked at.",
        "Sethi called an election.",
        "The storm claimed three lives.",
        "Employers in Dale added 46,000 jobs.",
        "Intercepted calls for help were lost.",
        "A rise the bank called small was not announced.",
        "Lind was accused of theft.",
        "A woman called “Jane” was there.",
    ],
)
def test_no_cue_no_speaker(sentence):
    assert last(sentence) is None


def test_both_leaders_are_the_two_people_just_named():
    text = "Ravi Sethi, 61, met Tove Lind, 48. Both leaders stressed the need for calm. The two sides met in Oslo."
    assert speakers(text) == [None, "Ravi Sethi, Tove Lind", None]


def test_both_sides_are_the_parties_the_article_joins_in_their_full_form():
    text = (
        "Norland and the Union of Isles (UI) opened talks. Norland and the UI met. Both sides expressed hope."
    )
    assert speakers(text)[-1] == "Norland, Union of Isles"


def test_a_quotation_that_goes_on_keeps_its_speaker():
    text = "“It fell,” said Tove Lind. “It simply fell. Nobody knew why.”\n\n“We were lucky.”"
    assert speakers(text) == ["Tove Lind"] * 4


def test_the_tag_after_a_quotation_of_several_sentences_counts_for_all_of_it():
    assert speakers("“It fell. It simply fell,” Tove Lind said.") == ["Tove Lind", "Tove Lind"]


def test_roles_come_with_the_speaker():
    speaker = last("Sethi said so.")
    assert speaker
    assert speaker.roles == ("defence minister",)


def test_offsets_of_the_cue_are_the_articles():
    text = "Nothing happened.\r\n\r\nTove Lind, 48, said so."
    speaker = attributed(text.replace("\r", " "))[-1]
    assert speaker
    assert speaker.cue.of(text) == "Tove Lind, 48, said"
