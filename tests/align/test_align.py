"""What aligning a story must and must not do."""

from __future__ import annotations

import time

import numpy as np
import pytest

from compare.align import align
from compare.align.explain import explain
from compare.judge.relation import Relation
from compare.settings import AlignSettings
from tests.align.builders import ASTRONOMY, HARBOUR, QUAY, aligned, encode, records


def matched_texts(**articles):
    alignment, claims = aligned(**articles)
    return {frozenset((claims[m.a].text, claims[m.b].text)) for m in alignment.matches}


def test_paraphrases_match_and_neighbouring_facts_do_not():
    found = matched_texts(harbour=HARBOUR, quay=QUAY)
    assert frozenset((HARBOUR[0], QUAY[0])) in found
    assert frozenset((HARBOUR[1], QUAY[1])) in found
    assert not any(HARBOUR[4] in pair or QUAY[4] in pair for pair in found)


def test_accounts_that_contradict_each_other_match():
    assert frozenset((HARBOUR[3], QUAY[3])) in matched_texts(harbour=HARBOUR, quay=QUAY)


def test_unrelated_articles_have_nothing_in_common():
    alignment, claims = aligned(harbour=HARBOUR, sky=ASTRONOMY)
    assert alignment.matches == ()
    assert len(alignment.clusters) == len(claims)


def test_matches_join_different_articles_and_ids_are_ordered():
    alignment, claims = aligned(harbour=HARBOUR, quay=QUAY, copy=[*HARBOUR])
    for match in (*alignment.matches, *alignment.related):
        assert match.a < match.b
        assert claims[match.a].source != claims[match.b].source
        assert 0 <= match.score <= 1


def test_related_pairs_are_kept_apart_from_matches():
    alignment, _ = aligned(harbour=HARBOUR, quay=QUAY)
    settings = AlignSettings()
    assert all(match.score >= settings.match and match.relation == "same" for match in alignment.matches)
    assert all(settings.related <= pair.score < settings.match for pair in alignment.related)
    assert all(pair.relation == "related" for pair in alignment.related)


def test_every_claim_is_in_exactly_one_cluster():
    alignment, claims = aligned(harbour=HARBOUR, quay=QUAY, sky=ASTRONOMY)
    members = [claim for cluster in alignment.clusters for claim in cluster.claims]
    assert sorted(members) == sorted(claims)


def test_clusters_say_who_tells_the_fact_and_who_does_not():
    alignment, _ = aligned(harbour=HARBOUR, quay=QUAY, sky=ASTRONOMY)
    for cluster in alignment.clusters:
        assert sorted(cluster.sources + cluster.missing) == ["harbour", "quay", "sky"]
    assert any(cluster.sources == ("harbour", "quay") for cluster in alignment.clusters)


@pytest.mark.parametrize(
    "articles",
    [
        {},
        {"a": []},
        {"a": HARBOUR},
        {"a": HARBOUR, "b": []},
        {"a": ["…"], "b": ["!"]},
        {"a": [" "], "b": ["One."]},
    ],
)
def test_too_little_text_gives_no_match_and_no_error(articles):
    alignment, claims = aligned(**articles)
    assert alignment.matches == ()
    assert sum(len(cluster.claims) for cluster in alignment.clusters) == len(claims)


def test_another_language_is_not_forced():
    german = ["Der Stadtrat beriet über die Sanierung der Schwimmhalle.", "Die Arbeiten beginnen im Herbst."]
    assert matched_texts(harbour=HARBOUR, stadt=german) == set()


def test_the_order_of_sentences_elsewhere_does_not_change_ids():
    one, _ = aligned(harbour=HARBOUR, quay=QUAY)
    two, _ = aligned(harbour=HARBOUR, quay=QUAY)
    assert one == two


def test_sixty_copies_are_one_origin_and_quick():
    copies = {f"copy{number:02d}": HARBOUR for number in range(60)}
    made, claims = records(**copies)
    encoded = encode(claims)
    start = time.perf_counter()
    alignment = align(made, claims, encoded, AlignSettings())
    assert time.perf_counter() - start < 20
    assert len(alignment.clusters) == len(HARBOUR)
    assert all(len(cluster.origins) == 1 for cluster in alignment.clusters)


def test_an_explanation_adds_up_to_the_decision():
    made, claims = records(harbour=HARBOUR, quay=QUAY)
    encoded = encode(claims)
    alignment = align(made, claims, encoded, AlignSettings())
    scores = {(match.a, match.b): match.score for match in alignment.matches}
    a = next(claim.id for claim in claims if claim.text == HARBOUR[0])
    b = next(claim.id for claim in claims if claim.text == QUAY[0])
    found = explain(made, claims, encoded, AlignSettings(), a, b)
    odds = found.base + sum(added for _, added in found.features.values())
    assert found.probability == pytest.approx(1 / (1 + np.exp(-odds)), abs=0.001)
    assert found.probability == scores[min(a, b), max(a, b)]
    assert found.decision == "same"
    assert found.alternative is not None
    assert found.alternative[1] < found.probability


def test_explanations_agree_with_the_alignment_where_second_opinions_were_asked():
    made, claims = records(harbour=HARBOUR, quay=QUAY)
    encoded = encode(claims)
    settings = AlignSettings()

    def doubting(pairs):
        return [Relation(0.02, 0.9, 0.08, 0.02) for _ in pairs]

    alignment = align(made, claims, encoded, settings, doubting)
    matches = (*alignment.matches, *alignment.related)
    found = [explain(made, claims, encoded, settings, m.a, m.b, doubting) for m in matches]
    assert [one.probability for one in found] == [m.score for m in matches]
    assert [one.decision for one in found] == [m.relation for m in matches]
    every = [
        explain(made, claims, encoded, settings, a.id, b.id, doubting)
        for a in claims for b in claims if a.source < b.source
    ]  # fmt: skip
    assert any(one.probability < one.first for one in every)
    known = {frozenset((m.a, m.b)) for m in matches}
    assert all(one.decision == "different" for one in every if frozenset((one.a, one.b)) not in known)


def test_an_explanation_of_a_pair_that_is_far_apart():
    made, claims = records(harbour=HARBOUR, sky=ASTRONOMY)
    found = explain(made, claims, encode(claims), AlignSettings(candidates=1), claims[2].id, claims[-1].id)
    assert found.decision == "different"


def test_an_explanation_needs_two_articles():
    made, claims = records(harbour=HARBOUR, sky=ASTRONOMY)
    with pytest.raises(ValueError, match="different articles"):
        explain(made, claims, encode(claims), AlignSettings(), claims[0].id, claims[1].id)
