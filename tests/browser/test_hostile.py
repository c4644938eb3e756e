"""Text that tries to act: as markup, as script, as a link, on the direction of the line, on the terminal."""

from __future__ import annotations

import dataclasses

import pytest
from playwright.sync_api import expect

from compare.comparison import Comparison
from compare.records import Article, Furniture
from compare.report.html import render
from tests.browser.conftest import Open
from tests.report import builders

ATTACKS = (
    "<script>window.hit = 1</script>",
    "<img src=x onerror=window.hit=2>",
    '"><svg onload=window.hit=3>',
    "' onmouseover='window.hit=4' autofocus onfocus='window.hit=5",
    "</style><script>window.hit=6</script>",
    "</noscript></template></title><script>window.hit=7</script>",
    "&lt;script&gt;window.hit=8&lt;/script&gt; &#x3c;b&#x3e; &amp;amp;",
    "javascript:window.hit=9",
    "{{ 7 * 7 }} {% raw %} ${window.hit=10}",
    "\u202eevil\u202c \u2066x\u2069 \u200f\u061c\ufeff\x00\x1b[31m\x07\x9b2J\u2028\u2029",
    "<!-- --!> <![CDATA[ ]]> <base href=//evil.example> <meta http-equiv=refresh content=0;//evil.example>",
    "W" * 400,
)


def attacked(attack: str) -> Comparison:
    """The attack in every field that a page shows."""
    story = builders.Story(_article("a", attack), _article("b", attack))
    story.speaker("a:1", f"Speaker {attack}", "said")
    story.find("DIV401", "a:1 b:1", "twelve|fourteen", message=f"Different figures: {attack} v. {attack}")
    story.find("ADD201", "a:2", message=attack)
    story.find("AGR101", "a:3 b:3", message=attack)
    return story.compared()


def _article(id: str, attack: str) -> Article:
    figure = "twelve" if id == "a" else "fourteen"
    made = builders.article(
        id,
        [f"{attack} They said {figure} died {attack}.", f"Only {id}: {attack}", f"Both tell {attack}."],
        title=f"Title {attack}",
        source=f"Source {attack}",
        published=attack,
    )
    aside = Furniture(0, len(made.furniture[0].text), f"Aside {attack}", "headline")
    return dataclasses.replace(
        made, author=attack, url=attack, notes=(attack,), furniture=(aside, *made.furniture[1:])
    )


@pytest.mark.parametrize("attack", ATTACKS, ids=range(len(ATTACKS)))
def test_nothing_runs_and_nothing_is_asked_for(open_page: Open, attack: str) -> None:
    html = render(attacked(attack)).encode("utf-8", "replace").decode("utf-8")
    page = open_page(html)
    for key in "j123":
        page.keyboard.press(key)
    page.locator("#grid tbody tr").first.locator(".fact").click()
    page.locator("#panel").hover()
    page.evaluate("location.hash = 'q=' + encodeURIComponent('<img src=x onerror=window.hit=11>')")
    assert page.evaluate("window.hit") is None
    expect(page.locator("script")).to_have_count(1)
    assert page.locator("img, iframe, base, object, embed, link, [onerror], [onload], [onfocus]").count() == 0
    assert page.locator("a").evaluate_all(
        "links => links.every(link => /^(#|https?:)/.test(link.getAttribute('href')))"
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not set("\u202e\u202c\u2066\u2069\u200f\u061c\ufeff\x00\x1b\x07\x9b\u2028\u2029") & set(
        page.evaluate("document.body.textContent")
    )


def test_lines_written_from_the_right_run_from_the_right(open_page: Open) -> None:
    story = builders.Story(
        builders.article("a", ["قال الوزير إن اثني عشر شخصا لقوا حتفهم."], title="حريق في المرفأ"),
        builders.article("b", ["東京で大規模な地震が発生し、十二人が負傷したと気象庁が発表した。"]),
    )
    story.find("ADD201", "a:1")
    story.find("ADD201", "b:1")
    page = open_page(story.compared(), "#view=articles")
    direction = "one => getComputedStyle(one).direction"
    assert page.locator("h1").evaluate(direction) == "rtl"
    assert page.locator(".column[data-letter=A] .text p:has(.sentence)").evaluate(direction) == "rtl"
    assert page.locator(".column[data-letter=B] .text p:has(.sentence)").evaluate(direction) == "ltr"
