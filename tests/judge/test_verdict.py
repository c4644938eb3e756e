"""From differences to findings: severity, merging, messages, bounds."""

from compare.judge.differences import Difference
from compare.judge.pairing import pairing
from compare.judge.verdict import CLAIMS_OF_A_SOURCE, divergences
from compare.records import Span
from compare.settings import JudgeSettings
from tests.judge.builders import article, match, story


def place(claim, words):
    at = claim.start + claim.text.index(words)
    return Span(at, at + len(words))


def three_sources():
    texts = {
        "herald": "12 people died in Karsa.",
        "star": "Twelve people died in Karsa.",
        "wire": "21 people died in Karsa.",
    }
    pairs = [article(id, text) for id, text in texts.items()]
    articles = [item for item, _ in pairs]
    claims = [claim for _, (claim,) in pairs]
    links = [match(claims[0], claims[2]), match(claims[1], claims[2])]
    return story(articles, claims, links), claims, links


def difference(found, link, category="number", sure=0.9, hard=True, words=None):
    pair = pairing(found, link)
    words = words or {"herald": "12 people", "star": "Twelve people", "wire": "21 people"}
    spans = [place(claim, words[claim.source]) for claim in (pair.a, pair.b)]
    return Difference(category, pair, spans[0], spans[1], sure, hard)


def test_one_disagreement_of_three_sources_is_one_finding_that_names_the_values():
    found, claims, links = three_sources()
    (finding,) = divergences(found, [difference(found, link) for link in links], JudgeSettings())
    assert finding.rule == "DIV401"
    assert finding.severity == "hard"
    assert finding.sources == ("herald", "star", "wire")
    assert set(finding.claims) == {claim.id for claim in claims}
    assert "12 people (Herald), Twelve people (Star) v. 21 people (Wire)" in finding.message
    assert "Wire stands alone against 2" in finding.message


def test_evidence_holds_the_exact_words():
    found, _, links = three_sources()
    (finding,) = divergences(found, [difference(found, link) for link in links], JudgeSettings())
    for item in finding.evidence:
        claim = found.claims[item.claim]
        assert found.articles[claim.source].text[item.start : item.end] == item.text


def test_doubt_is_shown_for_review_and_less_is_not_shown():
    settings = JudgeSettings()
    found, _, links = three_sources()
    doubtful = difference(found, links[0], sure=(settings.hard + settings.review) / 2)
    assert divergences(found, [doubtful], settings)[0].severity == "review"
    assert divergences(found, [difference(found, links[0], sure=settings.review - 0.1)], settings) == []


def test_accounts_that_can_both_stand_are_soft_never_hard():
    found, _, links = three_sources()
    (finding,) = divergences(
        found, [difference(found, links[0], "modality", 1.0, hard=False)], JudgeSettings()
    )
    assert (finding.rule, finding.severity) == ("DIV406", "soft")


def test_an_update_is_shown_as_one_and_is_no_divergence():
    found, _, links = three_sources()
    (finding,) = divergences(found, [difference(found, links[0], "update", 0.9, hard=False)], JudgeSettings())
    assert (finding.rule, finding.kind, finding.severity) == ("AGR103", "agreement", "none")


def test_a_finding_points_at_few_claims_of_a_source():
    first, (one,) = article("herald", "12 people died in Karsa.")
    second, many = article("wire", *(f"{20 + n} people died there, man {n} said." for n in range(6)))
    links = [match(one, other) for other in many]
    found = story([first, second], [one, *many], links)
    differences = []
    for link, other in zip(links, many, strict=True):
        pair = pairing(found, link)
        differences.append(
            Difference("number", pair, place(pair.a, "12"), place(pair.b, other.text.split()[0]), 0.9, True)
        )
    for finding in divergences(found, differences, JudgeSettings()):
        assert sum(found.claims[id].source == "wire" for id in finding.claims) <= CLAIMS_OF_A_SOURCE


def test_the_order_of_differences_does_not_matter():
    found, _, links = three_sources()
    items = [difference(found, link) for link in links]
    assert divergences(found, items, JudgeSettings()) == divergences(found, items[::-1], JudgeSettings())
