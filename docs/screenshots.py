"""Write the pictures of the HTML report in docs/images/: `python docs/screenshots.py`.

Needs Chromium (`/usr/bin/chromium`, or what the environment variable CHROMIUM names) and what
`requirements-dev.txt` installs. The pictures are not compared byte by byte anywhere: fonts differ between machines.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from compare.pipeline import compare
from compare.report import render

ROOT = Path(__file__).resolve().parent.parent
STORY = ROOT / "tests" / "stories" / "s01_dam_burst"
DESKTOP, PHONE = (1440, 900), (390, 844)
COLOURS = 256
"""Enough for text, few enough for files of some 100 kB."""


@dataclass(frozen=True)
class Shot:
    """One picture: the address's fragment, the window, the theme, and what is clicked first."""

    name: str
    fragment: str = ""
    size: tuple[int, int] = DESKTOP
    scheme: str = "light"
    click: str = ""


SHOTS = (
    Shot("overview"),
    Shot("overview-dark", scheme="dark"),
    Shot("overview-phone", size=PHONE),
    Shot("why", click=".clash summary"),
    Shot("articles", "#view=articles", click=".sentence.s-divergence"),
    Shot("articles-phone", "#view=articles", size=PHONE, click=".sentence.s-divergence"),
    Shot("grid", "#view=grid"),
)


def take(browser: Browser, page_file: Path, shot: Shot) -> bytes:
    """The picture as PNG."""
    width, height = shot.size
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=shot.scheme, reduced_motion="reduce"
    )
    page: Page = context.new_page()
    page.goto(page_file.as_uri() + shot.fragment)
    if shot.click:
        page.locator(shot.click).first.click()
        page.mouse.move(0, 0)
    picture = page.screenshot()
    context.close()
    return picture


def small(picture: bytes) -> bytes:
    """The same picture with a palette."""
    target = io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(
        COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
    ).save(target, "PNG", optimize=True)
    return target.getvalue()


def main() -> int:
    """Write every picture; the exit code."""
    folder = ROOT / "docs" / "images"
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        file = Path(scratch) / "report.html"
        file.write_text(render(compare(sorted(STORY.glob("*.txt"))), "html"), encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        for shot in SHOTS:
            path = folder / f"report-{shot.name}.png"
            path.write_bytes(small(take(browser, file, shot)))
            print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1000:.0f} kB")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
