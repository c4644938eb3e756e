"""Large stories open fast, stay smooth, and grow no faster than their articles."""

from __future__ import annotations

import dataclasses
from functools import cache

from playwright.sync_api import Page, expect

from compare.comparison import Comparison
from compare.report.html import render
from tests.browser.conftest import Open
from tests.report import builders

WORDS = [
    "harbour",
    "council",
    "bridge",
    "fire",
    "ferry",
    "vote",
    "storm",
    "market",
    "school",
    "court",
    "river",
    "mayor",
]


def sentence(n: int) -> str:
    """A sentence of about 130 characters that no other number has."""
    said = " ".join(WORDS[(n * k + k) % len(WORDS)] for k in range(1, 15))
    return f"Number {n}: {said}, {n * 7 % 1000} people said so."


@cache
def sources(many: int, claims: int) -> Comparison:
    """So many articles: the first half of each is told by all, the rest by one only."""
    half = claims // 2
    articles = [
        builders.article(
            f"paper-{a:03}",
            [sentence(n if n < half else a * claims + n) for n in range(claims)],
            title=f"Paper {a}",
        )
        for a in range(many)
    ]
    story = builders.Story(*articles)
    for n in range(claims):
        if n < half:
            rule = "DIV401" if n % 5 == 0 else "AGR101"
            story.find(rule, " ".join(f"{one.id}:{n + 1}" for one in articles), message=f"Fact {n}")
        else:
            for one in articles:
                story.find("ADD201", f"{one.id}:{n + 1}", message=f"Only in {one.id}", importance=n / 100)
    return story.compared()


def busy(page: Page) -> float:
    """Seconds of processor time that the page's process has used so far, whatever else the machine does.

    Of the browser's figures this one alone counts from the start: the others begin when they are first asked for.
    """
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    metrics = {item["name"]: item["value"] for item in session.send("Performance.getMetrics")["metrics"]}
    session.detach()
    return float(metrics["ProcessTime"])


def test_fifty_sources_open_in_two_seconds_and_answer_at_once(open_page: Open) -> None:
    page = open_page(render(sources(50, 24)))
    expect(page.locator("#progress")).to_contain_text("findings reviewed")
    assert busy(page) < 2
    for key in ("2", "3", "1"):
        before = busy(page)
        page.keyboard.press(key)
        page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        assert busy(page) - before < 1


def test_five_thousand_findings_stay_usable(open_page: Open) -> None:
    few = sources(2, 100)
    kinds = [finding for finding in few.findings if len(finding.claims) == 1]
    many = [
        dataclasses.replace(kinds[n % len(kinds)], id=f"f{n:010x}", message=f"Message {n}")
        for n in range(5_000)
    ]
    page = open_page(render(dataclasses.replace(few, findings=(*many, *few.only("divergence")))))
    expect(page.locator("#progress")).to_contain_text("of 5010 findings reviewed")
    assert busy(page) < 4
    before = busy(page)
    page.locator("#q").fill("number 55:")
    expect(page.locator("#shown")).to_have_text("100 of 5010 findings")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    expect(page.locator(".finding:focus")).to_contain_text("Number 55:")
    assert busy(page) - before < 2


def test_the_page_grows_with_the_articles_and_no_faster() -> None:
    sizes = {
        (many, claims): len(render(sources(many, claims)))
        for many, claims in ((4, 12), (4, 24), (8, 12), (16, 12), (32, 12))
    }
    fixed = len(render(sources(2, 2)))
    text = {key: sum(len(article.text) for article in sources(*key).articles) for key in sizes}
    each = {key: (size - fixed) / text[key] for key, size in sizes.items()}
    assert max(each.values()) < 1.25 * min(each.values())
