"""How well furniture is told from the body: `python -m benchmarks.furniture FOLDER [--list]`.

FOLDER holds marked articles, one a .txt file, as in tests/read/articles: a line of furniture begins with
`<<reason>> `, and furniture that shares a line with the body is written `<<reason: its words>>`.
Leaked: furniture of which half or more is body after reading. Lost: body sentences of which half or more isn't.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from compare.read.furniture import layout
from compare.records import Span

_MARK = re.compile(r"<<(?P<reason>\w+)(?:: (?P<words>.*?))?>> ?")
_SENTENCE = re.compile(r"\S.*?(?:[.!?][\"”’')]*(?=\s+[\"“‘A-Z0-9–])|$)")


@dataclass(frozen=True, slots=True)
class Marked:
    """An article as its marks say it should be read."""

    name: str
    text: str
    furniture: tuple[tuple[Span, str], ...]
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What went wrong in one article, as words, and how much there was."""

    leaked: tuple[str, ...]
    lost: tuple[str, ...]
    misnamed: tuple[tuple[str, str, str], ...]
    furniture: int
    sentences: int


def load(path: Path) -> Marked:
    """A marked article without its marks."""
    text = ""
    furniture: list[tuple[Span, str]] = []
    sentences: list[Span] = []
    for raw in path.read_text("utf-8").splitlines(keepends=True):
        line = raw.rstrip("\n")
        mark = _MARK.match(line)
        if mark and mark["words"] is None:
            rest = line[mark.end() :]
            furniture.append((Span(len(text), len(text) + len(rest)), mark["reason"]))
            text += rest + "\n"
        else:
            text += _inline(line, len(text), furniture, sentences) + "\n"
    return Marked(path.stem, text, tuple(furniture), tuple(sentences))


def _inline(line: str, offset: int, furniture: list[tuple[Span, str]], sentences: list[Span]) -> str:
    """A line of body with the furniture in it unmarked."""
    plain, at = "", 0
    for mark in _MARK.finditer(line):
        _add_sentences(line[at : mark.start()], offset + len(plain), sentences)
        plain += line[at : mark.start()]
        furniture.append(
            (Span(offset + len(plain), offset + len(plain) + len(mark["words"])), mark["reason"])
        )
        plain += mark["words"] + " "
        at = mark.end()
    _add_sentences(line[at:], offset + len(plain), sentences)
    return plain + line[at:]


def _add_sentences(piece: str, offset: int, sentences: list[Span]) -> None:
    sentences += [Span(offset + found.start(), offset + found.end()) for found in _SENTENCE.finditer(piece)]


def judge(article: Marked) -> Result:
    """Read a marked article and compare."""
    found = layout(article.text)
    inside = {at for span in found.body for at in range(span.start, span.end)}

    def share(span: Span) -> float:
        places = [at for at in range(span.start, span.end) if not article.text[at].isspace()]
        return sum(at in inside for at in places) / max(1, len(places))

    leaked = [(span, reason) for span, reason in article.furniture if share(span) >= 0.5]
    lost = [span for span in article.sentences if share(span) <= 0.5]
    misnamed = []
    for span, reason in article.furniture:
        over = [piece for piece in found.furniture if piece.start < span.end and span.start < piece.end]
        names = {piece.reason for piece in over}
        if (span, reason) not in leaked and reason not in names:
            misnamed.append((reason, "/".join(sorted(names)), span.of(article.text)))
    return Result(
        tuple(f"{reason}: {span.of(article.text)}" for span, reason in leaked),
        tuple(span.of(article.text) for span in lost),
        tuple(misnamed),
        len(article.furniture),
        len(article.sentences),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", action="store_true", help="print each leak and each loss")
    arguments = parser.parse_args()
    total: Counter[str] = Counter()
    for path in sorted(arguments.folder.glob("*.txt")):
        result = judge(load(path))
        total.update(
            furniture=result.furniture,
            sentences=result.sentences,
            leaked=len(result.leaked),
            lost=len(result.lost),
            misnamed=len(result.misnamed),
        )
        if arguments.list:
            for line in result.leaked:
                print(f"{path.stem}  LEAKED  {line}")
            for line in result.lost:
                print(f"{path.stem}  LOST    {line}")
            for wanted, got, words in result.misnamed:
                print(f"{path.stem}  NAMED   {got}, not {wanted}: {words}")
    print(
        f"furniture  {total['furniture'] - total['leaked']} of {total['furniture']} recognised, {total['misnamed']} of them under another reason"
    )
    print(f"sentences  {total['lost']} of {total['sentences']} lost")


if __name__ == "__main__":
    main()
