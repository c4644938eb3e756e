"""Speakers: whom we attribute claims to, against the seeds' gold and our own marked articles.

    python -m benchmarks.speakers SEEDS.json FOLDER [--errors] [--pairs FACTS.jsonl …]

SEEDS.json marks the speakers of the two articles in FOLDER; the own ones are tests/claims/speaker_cases_*.txt. A
claim's speakers are a set of names. A name is right when it is the gold's, or its surname or acronym is.
Precision and recall are over all names.

FACTS.jsonl holds one claim in several wordings ("same"), where two speakers must not be called different, and
wordings that give it to somebody else ("soft", kind "attribution"), where they should be.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from compare.claims import extract_claims, sentence_claims
from compare.claims.attribution import attribute
from compare.claims.speakers import same_speaker
from compare.records import Article, Claim, Span, Speaker
from compare.settings import ClaimSettings

TABLES = Path(__file__).parents[1] / "tests" / "claims"
Gold = list[tuple[str, frozenset[str]]]


def seeds(gold_file: Path, folder: Path) -> Iterator[tuple[Article, Gold]]:
    """The seed articles, their body taken from the gold, and the speakers of each sentence."""
    data = json.loads(gold_file.read_text(encoding="utf-8"))
    for key, source in data["sources"].items():
        path = folder / source["file"]
        sentences = [s for s in data["sentences"] if s["source"] == key]
        lines = {s["line"]: [] for s in sentences}
        for s in sentences:
            lines[s["line"]].append(s)
        body = tuple(Span(group[0]["start"], group[-1]["end"]) for group in lines.values())
        text = path.read_bytes().decode("utf-8")
        gold = [(s["text"], frozenset(s["attribution"]["speaker"] or ())) for s in sentences]
        yield Article(path.stem, str(path), text, key, body=body), gold


def marked(name: str) -> Iterator[tuple[Article, Gold]]:
    """The articles of a table in tests/claims/: "speaker; speaker | sentence", a blank line ends a paragraph."""
    content = (TABLES / f"speaker_cases_{name}.txt").read_text(encoding="utf-8")
    for block in re.split(r"^=== ", content, flags=re.MULTILINE)[1:]:
        title, _, rest = block.partition("\n")
        paragraphs = [[line.split(" | ", 1) for line in p.split("\n")] for p in rest.strip().split("\n\n")]
        texts = [" ".join(sentence for _, sentence in p) for p in paragraphs]
        starts = [sum(len(t) + 2 for t in texts[:i]) for i in range(len(texts))]
        body = tuple(Span(start, start + len(t)) for start, t in zip(starts, texts, strict=True))
        gold = [
            (s, frozenset() if who == "-" else frozenset(who.split("; "))) for p in paragraphs for who, s in p
        ]
        yield Article(title, title, "\n\n".join(texts), title, body=body), gold


def same(mine: str, gold: str) -> bool:
    """The same name, its surname, or its acronym; a leading article doesn't matter."""
    a, b = (re.sub(r"^the ", "", name.casefold()) for name in (mine, gold))
    initials = "".join(word[0] for word in gold.split() if word[0].isupper())
    return (
        a == b
        or mine == initials
        or (mine[0].isupper() and gold[0].isupper() and a.split()[-1] == b.split()[-1])
    )


def names(claim: Claim) -> list[str]:
    return claim.speaker.name.split(", ") if claim.speaker else []


def score(pairs: list[tuple[Article, Gold]], errors: bool) -> str:
    right = found = wanted = 0
    elapsed = 0.0
    for article, gold in pairs:
        start = time.perf_counter()
        claims = extract_claims([article])
        elapsed += time.perf_counter() - start
        assert [c.text for c in claims] == [text for text, _ in gold], f"{article.id}: cut differently"
        for claim, (_, speakers) in zip(claims, gold, strict=True):
            hits = sum(any(same(name, g) for g in speakers) for name in names(claim))
            right, found, wanted = right + hits, found + len(names(claim)), wanted + len(speakers)
            if errors and (hits < len(speakers) or hits < len(names(claim))):
                print(
                    f"  {article.id}: {'; '.join(sorted(speakers)) or '-'} | ours: {names(claim)} | {claim.text}"
                )
    number = sum(len(gold) for _, gold in pairs)
    return (
        f"P {right / max(1, found):.3f} ({right}/{found})  R {right / max(1, wanted):.3f} ({right}/{wanted})  "
        f"{number} claims in {elapsed * 1000:.0f} ms"
    )


def first_speaker(text: str) -> Speaker | None:
    article = Article("a", "", text, "a", body=(Span(0, len(text)),))
    claims = sentence_claims(article, ClaimSettings())
    return next((speaker for speaker in attribute(article, claims) if speaker), None)


def compare_pairs(path: Path) -> str:
    """How often `same_speaker` says what, for wordings of one claim and for wordings with another speaker."""
    answers: dict[str, Counter[str]] = {"same": Counter(), "different": Counter()}
    for line in path.read_text(encoding="utf-8").splitlines():
        block = json.loads(line)
        speakers = [first_speaker(text) for text in block["same"]]
        others = [first_speaker(v["text"]) for v in block.get("soft", []) if v["kind"] == "attribution"]
        pairs = [("same", pair) for pair in combinations(speakers, 2)]
        pairs += [("different", (speakers[0], other)) for other in others]
        for kind, (a, b) in pairs:
            answers[kind][str(same_speaker(a, b)) if a and b else "no speaker found"] += 1
    return "  ".join(f"{kind}: {dict(sorted(counts.items()))}" for kind, counts in answers.items())


def main() -> None:
    parser = argparse.ArgumentParser(description="Speakers of claims against marked articles.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="print what is wrong, the check half excepted")
    parser.add_argument("--pairs", type=Path, nargs="*", default=[], help="facts in several wordings")
    options = parser.parse_args()
    extract_claims([Article("warm", "", "Warm up, he said.", "warm", body=(Span(0, 17),))])
    print("seeds ", score(list(seeds(options.gold, options.folder)), options.errors))
    print("tuned ", score(list(marked("tuned")), options.errors))
    print("check ", score(list(marked("check")), False))
    for path in options.pairs:
        print(f"{path.stem}  {compare_pairs(path)}")


if __name__ == "__main__":
    main()
