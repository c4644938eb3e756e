"""One way to encode sentences, as a process of its own: what `benchmarks.speed` runs and times.

    python -m benchmarks.encode plain|theirs|ours MODEL_FOLDER SENTENCES.json

`plain` is the script that commands are compared with: import, load, encode. `theirs` and `ours` load first, and
print the wall and processor seconds that encoding alone took.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path


def plain(folder: str, sentences: list[str]) -> None:
    from sentence_transformers import SentenceTransformer

    SentenceTransformer(folder).encode(sentences)


def theirs(folder: str, sentences: list[str]) -> None:
    """sentence-transformers with its default settings: the vectors of the texts."""
    from sentence_transformers import SentenceTransformer

    timed(SentenceTransformer(folder).encode, sentences)


def ours(_folder: str, sentences: list[str]) -> None:
    """The default engine: the vectors of the texts and of every word piece."""
    from compare.embed import load_engine
    from compare.embed.models import find_model
    from compare.settings import EmbedSettings

    timed(load_engine(find_model(EmbedSettings()), "onnx").encode, sentences)


def timed(encode: Callable[[list[str]], object], sentences: list[str]) -> None:
    encode(sentences[:32])
    wall, processor = time.perf_counter(), time.process_time()
    encode(sentences)
    print(time.perf_counter() - wall, time.process_time() - processor)


if __name__ == "__main__":
    {"plain": plain, "theirs": theirs, "ours": ours}[sys.argv[1]](
        sys.argv[2], json.loads(Path(sys.argv[3]).read_text(encoding="utf-8"))
    )
