"""One Chromium for all tests of a run; a page that counts what it asks for and fails on any error of its script.

Chromium is `/usr/bin/chromium` or what the environment variable CHROMIUM names. Without one the tests are skipped,
unless BROWSER_TESTS=required, as `.ci/run` sets it: then they fail.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from compare.comparison import Comparison
from compare.report.html import render

Open = Callable[..., Page]

TIMEOUT = 10_000
"""Milliseconds until a step fails; a page under test needs a tenth of it."""


@pytest.fixture(scope="session", name="browser")
def _browser() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if path is None:
        reason = "no Chromium: install one (apt-get install chromium), or name it in CHROMIUM"
        if os.environ.get("BROWSER_TESTS") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    expect.set_options(timeout=TIMEOUT)
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-dev-shm-usage"]
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


@pytest.fixture(name="open_page")
def _open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """`open_page(comparison, "#fragment", **context)`: the report in a window of its own.

    After the test: nothing but the file itself was asked for, and no script failed.
    """
    contexts, opened, asked, failed = [], set(), [], []

    def open_page(what: Comparison | str, fragment: str = "", **options: Any) -> Page:
        file = tmp_path / f"report-{len(contexts)}.html"
        file.write_text(what if isinstance(what, str) else render(what), encoding="utf-8")
        context = browser.new_context(
            viewport=options.pop("viewport", {"width": 1280, "height": 800}), **options
        )
        context.set_default_timeout(TIMEOUT)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.on("console", lambda message: failed.append(message.text) if message.type == "error" else None)
        page.on("dialog", lambda dialog: failed.append(f"dialog: {dialog.message}"))
        opened.add(file.as_uri())
        page.goto(file.as_uri() + fragment)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert failed == []
    assert {url.partition("#")[0] for url in asked if not url.startswith("blob:")} == opened
