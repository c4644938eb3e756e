"""Clusters hold together and don't drift."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from compare.align.clusters import group

THRESHOLD = 0.3


def grouped(articles, links, threshold=THRESHOLD):
    a, b = (np.array([pair[side] for pair in links], dtype=np.int64) for side in (0, 1))
    return group(np.array(articles), a, b, np.array(list(links.values()), dtype=float), threshold)


def test_a_chain_whose_ends_do_not_match_stays_apart():
    assert grouped([0, 1, 2], {(0, 1): 0.9, (1, 2): 0.5}, threshold=0.5) == [[0, 1], [2]]


def test_a_long_chain_never_becomes_one_cluster():
    links = {(at, at + 1): 0.6 for at in range(39)}
    found = grouped(range(40), links)
    assert max(map(len, found)) <= 4


def test_three_that_all_match_are_one_cluster():
    assert grouped([0, 1, 2], {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.7}) == [[0, 1, 2]]


def test_claims_of_one_article_join_only_through_another():
    assert grouped([0, 0, 1], {(0, 2): 0.9, (1, 2): 0.8}) == [[0, 1, 2]]
    assert grouped([0, 0], {}) == [[0], [1]]


@st.composite
def scored(draw):
    articles = sorted(draw(st.lists(st.integers(0, 4), min_size=1, max_size=14)))
    pairs = [(i, j) for i in range(len(articles)) for j in range(i) if articles[i] != articles[j]]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    return articles, {(j, i): draw(st.floats(0, 1)) for i, j in chosen}


@given(scored())
def test_groups_are_a_partition_and_hold_together(story):
    articles, links = story
    found = grouped(articles, links)
    assert sorted(claim for members in found for claim in members) == list(range(len(articles)))
    for members in found:
        crossing = [(i, j) for i in members for j in members if i < j and articles[i] != articles[j]]
        mean = sum(links.get(pair, 0.0) for pair in crossing) / max(1, len(crossing))
        assert len(members) == 1 or mean >= THRESHOLD - 1e-9
