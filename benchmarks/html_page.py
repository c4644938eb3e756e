"""How large the HTML report is and how fast Chromium is with it: `python -m benchmarks.html_page [--write]`.

Times are what the page keeps its main thread busy (Chromium's own count, in processor time), so they hardly depend on
what else the machine does: until it is loaded, and for one search, one change of view and one opened sentence.
Stories are made up: each article has 24 claims, half of them told by all. `--write` keeps the figures in
results/html_page.json. Exit code 1 when one misses its target.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from benchmarks.speed import machine
from compare.comparison import Comparison
from compare.pipeline import compare
from compare.report import render
from tests.browser.test_size import sources

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "results" / "html_page.json"
SEEDS_BYTES, LOAD_OF_50, ANSWER_OF_50 = 150_000, 2.0, 0.5
CLAIMS = 24


@dataclass(frozen=True)
class Figures:
    """Of one page: sizes in bytes, times in seconds."""

    sources: int
    findings: int
    text: int
    page: int
    render: float
    load: float
    search: float
    articles: float
    grid: float
    sentence: float


def figures(browser: Browser, comparison: Comparison) -> Figures:
    """Measure one story."""
    start = time.process_time()
    html = render(comparison, "html")
    rendered = time.process_time() - start
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.html"
        file.write_text(html, encoding="utf-8")
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.goto(file.as_uri())
        page.locator("#progress").wait_for()
        load = busy(session)
        search = step(page, session, "q => { q.value = 'said so'; q.dispatchEvent(new Event('input')); }")
        articles = press(page, session, "2")
        sentence = press(page, session, "j")
        grid = press(page, session, "3")
        page.close()
    return Figures(
        sources=len(comparison.articles),
        findings=len(comparison.findings),
        text=sum(len(article.text.encode()) for article in comparison.articles),
        page=len(html.encode()),
        **{
            name: round(value, 2)
            for name, value in {
                "render": rendered, "load": load, "search": search, "articles": articles, "grid": grid,
                "sentence": sentence,
            }.items()
        },
    )  # fmt: skip


def busy(session: CDPSession) -> float:
    """Seconds of the main thread so far."""
    metrics = {item["name"]: item["value"] for item in session.send("Performance.getMetrics")["metrics"]}
    return float(metrics["TaskDuration"])


def step(page: Page, session: CDPSession, action: str) -> float:
    """Seconds that an action on the search field costs, until it is painted."""
    before = busy(session)
    page.locator("#q").evaluate(action)
    return settled(page, session) - before


def press(page: Page, session: CDPSession, key: str) -> float:
    """Seconds that a key costs."""
    before = busy(session)
    page.keyboard.press(key)
    return settled(page, session) - before


def settled(page: Page, session: CDPSession) -> float:
    """Seconds so far, after everything that is due has been painted."""
    page.evaluate("new Promise(done => setTimeout(() => requestAnimationFrame(() => setTimeout(done)), 200))")
    return busy(session)


def main() -> int:
    """Measure, print, perhaps keep; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--write", action="store_true", help="keep the figures in results/html_page.json")
    arguments = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        stories = {"seeds": compare([ROOT / "seeds"])}
        stories |= {f"{many} sources": sources(many, CLAIMS) for many in (2, 5, 20, 50)}
        found = {name: figures(browser, story) for name, story in stories.items()}
        chromium = browser.version
        browser.close()
    columns = list(Figures.__dataclass_fields__)
    print(f"{'':12}" + "".join(f"{column:>10}" for column in columns))
    for name, one in found.items():
        print(f"{name:12}" + "".join(f"{getattr(one, column):>10}" for column in columns))
    if arguments.write:
        result = {
            "machine": machine(),
            "chromium": chromium,
            "pages": {name: vars(one) for name, one in found.items()},
        }
        RESULTS.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    large = found["50 sources"]
    missed = [
        name
        for name, met in {
            f"seeds in {SEEDS_BYTES} bytes": found["seeds"].page <= SEEDS_BYTES,
            f"50 sources load in {LOAD_OF_50} s": large.load <= LOAD_OF_50,
            f"they answer in {ANSWER_OF_50} s": max(large.search, large.articles, large.grid, large.sentence)
            <= ANSWER_OF_50,
        }.items()
        if not met
    ]
    print(*(f"missed: {name}" for name in missed), sep="\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
