"""Make `compare/align/common_words.txt`: stems of English words, the most frequent first.

    python -m training.alignment.words VOCAB.txt OUT.txt

The vocabulary of the default encoder (Apache-2.0) lists whole words in order of their frequency in English
Wikipedia and books; we stem them and keep the first place of each stem.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import snowballstemmer

FIRST_WORD = "the"
LARGEST = 12_000
"""Stems after this place are as rare as names: they all get the same, highest rarity."""


def ranked_stems(vocabulary: list[str]) -> list[str]:
    """The stems of the whole words of `vocabulary`, in its order, without repeats."""
    stem = snowballstemmer.stemmer("english").stemWord
    words = vocabulary[vocabulary.index(FIRST_WORD) :]
    whole = (word for word in words if word.isascii() and word.isalpha())
    return list(dict.fromkeys(stem(word) for word in whole))[:LARGEST]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("vocabulary", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    stems = ranked_stems(arguments.vocabulary.read_text(encoding="utf-8").splitlines())
    arguments.out.write_text("\n".join(stems) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
