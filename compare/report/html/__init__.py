"""The HTML report: one file that an editor reads, filters and marks; it asks nothing of any network."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from compare.comparison import Comparison
from compare.report.base import Options
from compare.report.html.view import story
from compare.report.visible import visible
from compare.review import Review

COMMENT = re.compile(r"//.*|/\*[^*]*\*/")

if TYPE_CHECKING:
    from jinja2 import Environment


def render(
    comparison: Comparison, options: Options | None = None, review: Review | None = None, title: str = ""
) -> str:
    """The page of one story, with the marks of a review. `only` and `top` choose findings; the articles are always whole."""
    view = story(comparison, options or Options(), review)
    return page("page.html.j2", story=replace(view, title=visible(title) or view.title))


def page(template: str, also: str = "", **values: object) -> str:
    """A whole page: a template with the style and the scripts inside, and a policy that allows exactly these.

    `also` names a further style and script: "corpus" for corpus.css and corpus.js.
    """
    style = "".join(_resource(f"{name}.css") for name in ("style", also) if name)
    script = "".join(_resource(f"{name}.js") for name in ("review", "counterparts", "script", also) if name)
    policy = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; "
        f"style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    )
    values |= {"layout": "layout.html.j2", "style": style, "script": script, "policy": policy}
    return environment().get_template(template).render(values)


def fragment(template: str, **values: object) -> str:
    """The content of a page by itself, to stand inside another."""
    return environment().get_template(template).render(values | {"layout": "bare.html.j2"})


@cache
def environment() -> Environment:
    """Templates with autoescape on; what is undefined is an error."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    made = Environment(
        loader=PackageLoader("compare.report", "html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["visible"] = visible
    made.filters["own"] = Markup  # for our own style and script, which hold no article text
    return made


def _resource(name: str) -> str:
    """A style or script without its indentation and the lines that only comment."""
    text = files("compare.report.html").joinpath(name).read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not COMMENT.fullmatch(line))


def _hash(text: str) -> str:
    """A source expression of a Content-Security-Policy for an inline element with exactly this text."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
