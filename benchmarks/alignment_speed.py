"""What aligning costs beside encoding, in one run.

    python -m benchmarks.alignment_speed [--claims 25] [--repeat 3]

Stories of 2 to 50 sources, put together from the sentences of tests/stories with other numbers in each, so that
no two are the same. Encoding runs without the cache.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from compare.align import align
from compare.embed import embed
from compare.records import Article, Claim
from compare.settings import AlignSettings, EmbedSettings

STORIES = Path(__file__).resolve().parents[1] / "tests" / "stories"
SOURCES = (2, 5, 10, 20, 50)


def sentences() -> list[str]:
    """The longer lines of the articles in tests/stories."""
    lines = [
        line for path in sorted(STORIES.glob("*/*.txt")) for line in path.read_text("utf-8").splitlines()
    ]
    return [part.strip() + "." for line in lines for part in line.split(". ") if len(part.split()) > 7]


def story(sources: int, claims: int) -> tuple[list[Article], list[Claim]]:
    """Articles of `claims` sentences each, drawn from a pool three times as large: facts are shared."""
    draw = random.Random(sources)
    pool = draw.sample(sentences(), min(3 * claims, len(sentences())))
    articles, made = [], []
    for number in range(sources):
        name, at = f"a{number:03d}", 0
        texts = [f"{text[:-1]} on day {draw.randrange(10**6)}." for text in draw.sample(pool, claims)]
        for place, text in enumerate(texts):
            made.append(Claim(f"c{number:03d}{place:03d}", name, at, at + len(text), text, place))
            at += len(text) + 1
        articles.append(Article(name, "<memory>", "\n".join(texts), name))
    return articles, made


def timed(work: Callable[[], object], repeat: int) -> float:
    """Median seconds of `repeat` runs."""
    runs = []
    for _ in range(repeat):
        start = time.perf_counter()
        work()
        runs.append(time.perf_counter() - start)
    return statistics.median(runs)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--claims", type=int, default=25)
    parser.add_argument("--repeat", type=int, default=3)
    arguments = parser.parse_args()
    print("sources  claims  encoding s  aligning s  ratio  matches")
    for sources in SOURCES:
        articles, claims = story(sources, arguments.claims)
        texts = [claim.text for claim in claims]
        encoding = timed(lambda texts=texts: embed(texts, EmbedSettings(cache=False)), arguments.repeat)  # type: ignore[misc]
        encoded = embed(texts, EmbedSettings(cache=False))
        found = align(articles, claims, encoded, AlignSettings())
        aligning = timed(
            lambda articles=articles, claims=claims, encoded=encoded: align(
                articles, claims, encoded, AlignSettings()
            ),  # type: ignore[misc]
            arguments.repeat,
        )
        ratio = aligning / encoding
        print(
            f"{sources:7d} {len(claims):7d} {encoding:11.2f} {aligning:11.2f} {ratio:6.2f} {len(found.matches):8d}"
        )


if __name__ == "__main__":
    main()
