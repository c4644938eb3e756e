"""How well article text is taken out of HTML pages: `python -m benchmarks.html FOLDER [--trials]`.

FOLDER holds pages of the article-extraction-benchmark (github.com/scrapinghub/article-extraction-benchmark) as
NAME.html.gz and `ground-truth.json`. The measure is that benchmark's: 4-word shingles with their counts,
precision and recall averaged over pages, F1 of the two averages.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from compare.read import html
from compare.read.document import Document
from compare.records import Article
from compare.settings import ReadSettings

FLOOR = 0.955
SHINGLE = 4

TRIALS: dict[str, dict[str, bool]] = {
    "as shipped": {},
    "fast": {"fast": True},
    "precision": {"favor_precision": True},
    "recall": {"favor_recall": True},
    "no tables": {"include_tables": False},
    "formatting": {"include_formatting": True},
}


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words in `text`, with how often each occurs."""
    words = re.findall(r"\w+", text)
    runs = (tuple(words[start : start + SHINGLE]) for start in range(max(1, len(words) - SHINGLE + 1)))
    return Counter(run for run in runs if run)


def score(truth: dict[str, str], found: dict[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pages."""
    precisions, recalls = [], []
    for page, text in truth.items():
        gold, got = shingles(text), shingles(found[page])
        same = (gold & got).total()
        if got:
            precisions.append(same / got.total())
        if gold:
            recalls.append(same / gold.total())
    precision, recall = statistics.mean(precisions), statistics.mean(recalls)
    return precision, recall, 2 * precision * recall / (precision + recall)


def body(article: Article) -> str:
    """The body as claims see it."""
    return "\n".join(span.of(article.text) for span in article.body)


def body_and_headings(article: Article) -> str:
    """The body and what the ground truth counts as text beside it: headings, standfirsts and run-in labels."""
    kept = ("section_heading", "standfirst", "dateline", "kicker", "bullet")
    spans = [(span.start, span.of(article.text)) for span in article.body]
    spans += [(piece.start, piece.text) for piece in article.furniture if piece.reason in kept]
    return "\n".join(text for _, text in sorted(spans))


def measure(
    folder: Path, views: dict[str, Callable[[Article], str]]
) -> dict[str, tuple[float, float, float, float]]:
    """Each view's precision, recall, F1, and the seconds that reading took."""
    truth = {
        name: page["articleBody"]
        for name, page in json.loads((folder / "ground-truth.json").read_text("utf-8")).items()
    }
    documents = [
        Document(name, name, gzip.decompress((folder / f"{name}.html.gz").read_bytes()), "html")
        for name in truth
    ]
    start = time.perf_counter()
    articles = {document.stem: html.read(document, ReadSettings())[0] for document in documents}
    seconds = time.perf_counter() - start
    return {
        name: (*score(truth, {page: view(article) for page, article in articles.items()}), seconds)
        for name, view in views.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--trials", action="store_true", help="also try trafilatura's other options")
    arguments = parser.parse_args()
    print(f"{'':24}precision  recall      F1       s")
    shipped = measure(
        arguments.folder,
        {"text": lambda article: article.text, "body": body, "body and headings": body_and_headings},
    )
    for view, row in shipped.items():
        print(f"{view:24}{row[0]:9.4f}{row[1]:8.4f}{row[2]:8.4f}{row[3]:8.1f}")
    if arguments.trials:
        defaults = dict(html.OPTIONS)
        for name, options in TRIALS.items():
            html.OPTIONS = defaults | options
            (row,) = measure(arguments.folder, {"text": lambda article: article.text}).values()
            print(f"{'text, ' + name:24}{row[0]:9.4f}{row[1]:8.4f}{row[2]:8.4f}{row[3]:8.1f}")
        html.OPTIONS = defaults
    if shipped["text"][2] < FLOOR:
        raise SystemExit(f"F1 {shipped['text'][2]:.4f} is below {FLOOR}")


if __name__ == "__main__":
    main()
