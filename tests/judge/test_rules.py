"""Every rule is explained, and every finding has one."""

import re

import pytest

from compare.judge.rules import DIVERGENCES, RULES


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_a_rule_says_what_it_means_and_how_to_silence_it(rule):
    assert re.fullmatch(r"(AGR1|ADD2|OMI3|DIV4|REV5)\d\d", rule.code)
    for text in (rule.title, rule.meaning, rule.example, rule.not_meant, rule.silence):
        assert text
        assert text == text.strip()


def test_each_category_of_divergence_has_one_code_in_the_documented_order():
    assert list(DIVERGENCES.values()) == [f"DIV{401 + number}" for number in range(10)]
