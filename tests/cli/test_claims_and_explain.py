"""`claimcompare claims` and `claimcompare explain`."""

from __future__ import annotations

import json
import re
from pathlib import Path

from compare.judge.rules import RULES
from tests.cli.conftest import FIRST, Command

ARTICLE = "Mill closes in Ostrava\n3 May 2024\n\nThe mill closed, the owner said. It was old.\n\nComments\n"


def test_claims_are_numbered_and_furniture_has_reasons(claimcompare: Command) -> None:
    Path("mill.txt").write_text(ARTICLE, encoding="utf-8")
    done = claimcompare("claims", "mill.txt")
    assert done.code == 0
    assert re.search(r"^ +1 The mill closed, the owner said\.$", done.out, re.MULTILINE)
    assert re.search(r"^ +2 It was old\.$", done.out, re.MULTILINE)
    assert re.search(r"· headline +Mill closes", done.out)
    assert re.search(r"^published +2024-05-03 +line 2", done.out, re.MULTILINE)
    assert re.search(r"^author +not printed", done.out, re.MULTILINE)


def test_claims_as_json_have_offsets_in_the_text_beside_them(claimcompare: Command) -> None:
    Path("mill.txt").write_text(ARTICLE, encoding="utf-8")
    (article,) = json.loads(claimcompare("claims", "mill.txt", "--format", "json").out)["articles"]
    assert article["text"] == ARTICLE
    for item in [*article["claims"], *article["furniture"]]:
        assert article["text"][item["start"] : item["end"]] == item["text"]


def test_claims_as_text_is_the_text_as_read(claimcompare: Command, story: list[str]) -> None:
    assert claimcompare("claims", story[0], "--format", "text").out == FIRST


def test_every_rule_can_be_explained(claimcompare: Command) -> None:
    for code in RULES:
        done = claimcompare("explain", code.lower())
        assert done.code == 0
        assert done.out.startswith(code)


def test_a_finding_is_explained_by_its_short_id(claimcompare: Command, story: list[str]) -> None:
    found = re.search(r"DIV401 +(f\w+)", claimcompare("diff", *story).out)
    assert found
    out = claimcompare("explain", found[1], *story).out
    for words in ("DIV401", "140", "410", "score", "importance", "Matches", "same"):
        assert words in out


def test_an_addition_is_explained_by_what_comes_nearest(claimcompare: Command, story: list[str]) -> None:
    additions = json.loads(claimcompare("diff", *story, "--format", "json", "--only", "additions").out)[
        "findings"
    ]
    out = claimcompare(
        "explain", next(one for one in additions if one["category"] == "claim")["id"], *story
    ).out
    assert re.search(r"(different|related|none: no claim of another source comes near)", out)


def test_two_claims_are_explained_by_their_ids(claimcompare: Command, story: list[str]) -> None:
    claims = json.loads(claimcompare("diff", *story, "--format", "json").out)["claims"]
    by_text = {claim["text"]: claim["id"] for claim in claims}
    one = by_text["It employed 140 people, the owner said."]
    two = by_text["It employed 410 people, the owner said."]
    other = by_text["Trains to the valley will run as before."]
    assert re.search(rf"A {one} ~ B {two}  \d\.\d{{4}}  same", claimcompare("explain", one, two, *story).out)
    assert re.search(rf"A {other} ~ B {two} .* different", claimcompare("explain", other, two, *story).out)
    assert "both are of first" in claimcompare("explain", one, other, *story).err
