"""Sentence boundaries: ours beside sentencex and pysbd used plainly.

    python -m benchmarks.sentences FOLDER [--errors golden|ewt|tuned|check]

FOLDER holds golden_en.json (the English Golden Rules) and en_ewt-ud-test.conllu (Universal Dependencies
English-EWT). The hard news cases are the two tables in tests/claims/. A rule or case is right when every
sentence is; a boundary is a place between two non-space characters of one paragraph, so the ends of
paragraphs, which all know, don't count.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from compare.claims.sentences import split
from compare.records import Span

Splitter = Callable[[str], list[str]]
Case = tuple[str, list[str]]
TABLES = Path(__file__).parents[1] / "tests" / "claims"


@dataclass(frozen=True)
class Counts:
    """True positives, false positives and false negatives of boundaries."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def row(self) -> str:  # noqa: D102
        precision, recall = self.tp / max(1, self.tp + self.fp), self.tp / max(1, self.tp + self.fn)
        f1 = 2 * self.tp / max(1, 2 * self.tp + self.fp + self.fn)
        return f"P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}"


def golden(folder: Path) -> list[Case]:
    data = json.loads((folder / "golden_en.json").read_text(encoding="utf-8"))
    return [(case["text"], case["sentences"]) for case in data["GOLDEN_EN_RULES_TEST_CASES"]]


def paragraphs(folder: Path) -> list[Case]:
    """Every paragraph of the treebank, its sentences joined as they stood."""
    cases: list[Case] = []
    sentences: list[str] = []
    text, space = "", ""
    for line in (folder / "en_ewt-ud-test.conllu").read_text(encoding="utf-8").splitlines():
        if line.startswith(("# newpar", "# newdoc")) and sentences:
            cases.append((text, sentences))
            sentences, text, space = [], "", ""
        elif line.startswith("# text = "):
            sentences.append(line.removeprefix("# text = "))
            text += space + sentences[-1]
        elif line and line[0].isdigit():
            space = "" if "SpaceAfter=No" in line.split("\t")[9] else " "
    return [*cases, (text, sentences)]


def table(name: str) -> list[Case]:
    """A table of tests/claims/: ` | ` between sentences, ⏎ for a newline."""
    lines = (TABLES / f"sentence_cases_{name}.txt").read_text(encoding="utf-8").splitlines()
    cases = [line.replace("⏎", "\n") for line in lines if line and not line.startswith("# ")]
    return [(c.replace(" | ", " ").replace("|", ""), [s.strip() for s in c.split("|")]) for c in cases]


def splitters() -> Iterator[tuple[str, Splitter]]:
    yield "claimcompare", lambda text: [span.of(text) for span in split(text, Span(0, len(text)))]
    import sentencex

    yield "sentencex", lambda text: [s.strip() for s in sentencex.segment("en", text) if s.strip()]
    import pysbd

    segmenter = pysbd.Segmenter(language="en", clean=False)
    yield "pysbd", lambda text: [s.strip() for s in segmenter.segment(text) if s.strip()]


def boundaries(sentences: list[str]) -> set[int]:
    """Where sentences end, counted in non-space characters; the end of the text left out."""
    ends, position = set(), 0
    for sentence in sentences[:-1]:
        position += len("".join(sentence.split()))
        ends.add(position)
    return ends


def count(cases: list[Case], splitter: Splitter) -> Counts:
    total = Counts()
    for text, sentences in cases:
        gold, ours = boundaries(sentences), boundaries(splitter(text))
        total = Counts(total.tp + len(gold & ours), total.fp + len(ours - gold), total.fn + len(gold - ours))
    return total


def exact(cases: list[Case], splitter: Splitter) -> str:
    right = sum(splitter(text) == sentences for text, sentences in cases)
    return f"{right} of {len(cases)} right  {count(cases, splitter).row()}"


def show_errors(cases: list[Case], splitter: Splitter) -> None:
    for text, sentences in cases:
        ours = splitter(text)
        gold_at, ours_at = boundaries(sentences), boundaries(ours)
        if gold_at == ours_at and ours == sentences:
            continue
        print("gold:", " ‖ ".join(sentences).replace("\n", "⏎"))
        print("ours:", " ‖ ".join(ours).replace("\n", "⏎"), "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description="Sentence boundaries against the Golden Rules and EWT.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", choices=["golden", "ewt", "tuned", "check"])
    options = parser.parse_args()
    sets: dict[str, list[Case]] = {
        "golden": golden(options.folder),
        "tuned": table("tuned"),
        "check": table("check"),
        "ewt": paragraphs(options.folder),
    }
    if options.errors:
        show_errors(sets[options.errors], next(splitters())[1])
        return
    prose = " ".join(text for text, _ in sets["ewt"])
    prose = (prose + " ") * (1_000_000 // len(prose) + 1)
    for name, splitter in splitters():
        for set_name, cases in sets.items():
            print(f"{name:13} {set_name:7} {exact(cases, splitter)}")
        if name != "pysbd":  # which needs many minutes for this
            start = time.perf_counter()
            found = len(splitter(prose[:1_000_000]))
            print(f"{name:13} 1,000,000 characters: {found} sentences in {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
