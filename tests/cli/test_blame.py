"""`claimcompare blame`: the history of a claim on the screen."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.cli.conftest import FIRST, Command


def test_the_history_of_a_claim(claimcompare: Command) -> None:
    article = Path("news/mill/first.txt")
    article.parent.mkdir(parents=True)
    article.write_text(FIRST)
    git = ["git", "-c", "user.name=Ann", "-c", "user.email=ann@example.org"]
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "add", "."], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "The first report"], check=True)
    article.write_text(FIRST.replace("140", "410"))
    done = claimcompare("blame", "news/mill/first.txt:1")
    assert (done.code, done.err) == (0, "")
    assert "introduced in news/mill/first.txt" in done.out
    found = json.loads(claimcompare("blame", "news/mill/first.txt:3", "news", "--format", "json").out)
    assert found["text"] == "The council voted for a loan of 2 million crowns."
    assert [event["act"] for event in found["events"]] == ["introduced"]
    assert found["events"][0]["commit"]["subject"] == "The first report"
    assert claimcompare("blame", found["claim"], "news").code == 0
    missing = claimcompare("blame", "cffffff", "news")
    assert missing.code == 2
    assert "no claim in the history" in missing.err
