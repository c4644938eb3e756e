"""Agreements by origin, additions, omissions, and what is most important."""

from dataclasses import replace

from compare.claims.details.values import Item, ListValue, Number
from compare.judge import judge
from compare.settings import JudgeSettings
from tests.judge.builders import DEAD, Aligned, article, cluster, detail, match


def judged(sources, groups, links=(), settings=None):
    """sources: (article, claims); groups: lists of claims that tell one fact."""
    articles = [item for item, _ in sources]
    claims = [claim for _, row in sources for claim in row]
    clusters = tuple(cluster(articles, *group) for group in groups)
    return judge(articles, claims, Aligned(tuple(links), clusters), settings or JudgeSettings())[:3]


def test_agreement_counts_origins_not_copies():
    one, two = article("herald", "The dam broke."), article("wire", "The dam broke.")
    a, b = one[1][0], two[1][0]
    apart = cluster([one[0], two[0]], a, b)
    together = replace(apart, origins=(apart.sources,))
    for group, rule in ((apart, "AGR101"), (together, "AGR102")):
        judged = judge([one[0], two[0]], [a, b], Aligned((match(a, b),), (group,)), JudgeSettings())
        assert [item.rule for item in judged.findings if item.kind == "agreement"] == [rule]


def test_a_fact_that_all_but_one_tell_is_an_omission_of_that_one():
    sources = [article(id, f"The dam broke on Tuesday, {id} writes.") for id in ("a", "b", "c")]
    sources.append(article("d", "Bakers bake bread."))
    facts = [row[0] for _, row in sources[:3]]
    links = [match(facts[0], facts[1]), match(facts[1], facts[2])]
    _, _, findings = judged(sources, [facts, [sources[3][1][0]]], links)
    (found,) = [item for item in findings if item.kind == "omission"]
    assert (found.rule, found.sources) == ("OMI301", ("d",))


def test_two_sources_never_omit():
    sources = [article("a", "The dam broke."), article("b", "Bakers bake.")]
    _, _, findings = judged(sources, [[row[0]] for _, row in sources])
    assert {item.rule for item in findings} == {"ADD201"}


def test_a_word_that_the_other_says_nowhere_is_a_detail_and_one_it_says_elsewhere_is_not():
    a, (one,) = article("a", "They share democracy, pluralism, federalism and tolerance.")
    b, (two, three) = article("b", "They share democracy and pluralism.", "Tolerant societies prosper.")
    words = "democracy, pluralism, federalism and tolerance"
    items = tuple(
        Item(word, word, words.index(word)) for word in ("democracy", "pluralism", "federalism", "tolerance")
    )
    one = detail(one, words, "list", ListValue(items))
    _, _, findings = judged([(a, [one]), (b, [two, three])], [[one, two], [three]], [match(one, two)])
    (found,) = [item for item in findings if item.rule == "ADD202"]
    assert [item.text for item in found.evidence] == ["federalism"]


def test_checkable_claims_stand_above_goodwill():
    a, claims = article(
        "a",
        "Both sides hope for closer ties and strong cooperation in the future.",
        "The depot at Ostrava lost 47 lorries.",
    )
    b, others = article("b", "Bakers bake bread.")
    claims[1] = detail(claims[1], "47", "number", Number(47, 47, 1, role=DEAD))
    judged_claims, _, _ = judged([(a, claims), (b, others)], [[claim] for claim in (*claims, *others)])
    goodwill, checkable = judged_claims[0].importance, judged_claims[1].importance
    assert 0 <= goodwill < checkable <= 1


def test_the_order_of_articles_claims_and_matches_does_not_matter():
    sources = [
        article(id, f"In {id} the dam broke on Tuesday.", f"{id} bakes bread.") for id in ("a", "b", "c")
    ]
    firsts = [row[0] for _, row in sources]
    groups = [firsts, *([row[1]] for _, row in sources)]
    links = [match(firsts[0], firsts[1]), match(firsts[1], firsts[2])]
    _, _, one = judged(sources, groups, links)
    _, _, two = judged(sources[::-1], groups[::-1], links[::-1])
    assert one == two


def test_claims_of_one_word_and_of_four_hundred_are_judged():
    long = " ".join(f"word{number}" for number in range(400)) + "."
    a, row_a = article("a", "No.", long)
    b, row_b = article("b", "Да.", long)
    links = [match(row_a[0], row_b[0]), match(row_a[1], row_b[1])]
    groups = [[row_a[0], row_b[0]], [row_a[1], row_b[1]]]
    claims, _, findings = judged([(a, row_a), (b, row_b)], groups, links)
    assert all(0 <= claim.importance <= 1 for claim in claims)
    assert not [item for item in findings if item.kind == "divergence"]
