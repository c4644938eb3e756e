"""Candidates hold what could match, and little else."""

from __future__ import annotations

from compare.align.candidates import find_candidates
from compare.align.story import build_story
from compare.settings import AlignSettings
from tests.align.builders import HARBOUR, QUAY, encode, records


def candidates(depth, **articles):
    made, claims = records(**articles)
    story = build_story(made, claims, encode(claims))
    pairs = find_candidates(story, AlignSettings(candidates=depth))
    return story, set(zip(pairs.a.tolist(), pairs.b.tolist(), strict=True))


def test_pairs_are_ordered_and_of_different_articles():
    story, pairs = candidates(3, harbour=HARBOUR, quay=QUAY)
    assert all(a < b and story.article[a] != story.article[b] for a, b in pairs)


def test_the_nearest_claim_is_always_a_candidate():
    _, pairs = candidates(1, harbour=HARBOUR, quay=QUAY)
    assert {(0, 5), (1, 6), (3, 8)} <= pairs


def test_a_deeper_search_finds_all_that_a_shallow_one_finds():
    _, shallow = candidates(1, harbour=HARBOUR, quay=QUAY)
    _, deep = candidates(4, harbour=HARBOUR, quay=QUAY)
    assert shallow < deep


def test_a_fact_told_by_many_articles_is_found_in_each():
    articles = {
        f"a{number:02d}": [HARBOUR[0].replace("Tuesday", f"day {number}"), QUAY[4]] for number in range(12)
    }
    _, pairs = candidates(1, **articles)
    firsts = range(0, 24, 2)
    assert {(i, j) for i in firsts for j in firsts if i < j} <= pairs
