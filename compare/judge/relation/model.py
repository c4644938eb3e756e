"""The shipped cross-encoder on ONNX Runtime: pairs of sentences → calibrated probabilities.

Each pair runs on its own. The weights are 8-bit and activations are quantised as the model runs, by a scale taken
over everything in the call, so in a batch a pair's result would depend on its neighbours.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from compare.embed.base import ModelInfo
from compare.embed.models import file_sha256, find_model
from compare.embed.onnx import open_session
from compare.embed.tokens import Tokenizer
from compare.errors import ModelError
from compare.records import Span
from compare.settings import EmbedSettings

if TYPE_CHECKING:
    from tokenizers import Encoding

SHA256 = "b9617896f62d66bf4647ee794469ff6ca2e5663fb555b06d2dffbe5700af3edf"
"""Of model.onnx. Pinned here, checked when the model is loaded."""

MAX_TOKENS = 320
"""Longest pair in word pieces; of a longer one the longer text is cut. The model has learnt on up to 259."""

POINTS = 0.25
"""Probability of a contradiction from which the words that make it one are pointed at."""

DECIDING = 0.5
"""Probability from which a word counts as deciding: the point of least risk for a calibrated score."""

LIKELY = 0.5
"""Probability from which a pair is called a contradiction."""

Label: TypeAlias = Literal["entailment", "neutral", "contradiction"]


@dataclass(frozen=True, slots=True)
class Relation:
    """How the hypothesis stands to the premise.

    Attributes:
        entailment: Probability that the hypothesis follows from the premise.
        neutral: Probability that it neither follows nor clashes.
        contradiction: Probability that the two cannot both be true. The three sum to 1 (rounded to 4 decimals).
        same: Probability that both answer the same question of the same event, whether they agree or not.
        premise_words: Where the premise states what the hypothesis contradicts, as the model sees it; empty
            where a contradiction is less likely than `POINTS`.
        hypothesis_words: Likewise in the hypothesis.
    """

    entailment: float
    neutral: float
    contradiction: float
    same: float
    premise_words: tuple[Span, ...] = ()
    hypothesis_words: tuple[Span, ...] = ()

    @property
    def label(self) -> Label:
        """The likeliest of the three; a contradiction only where it is likelier than not: it accuses somebody."""
        if self.contradiction >= LIKELY:
            return "contradiction"
        return "entailment" if self.entailment >= self.neutral else "neutral"

    def to_dict(self) -> dict[str, Any]:
        """As JSON: label, scores, same, words."""
        spans = {"premise": self.premise_words, "hypothesis": self.hypothesis_words}
        return {
            "label": self.label,
            "scores": {
                "entailment": self.entailment,
                "neutral": self.neutral,
                "contradiction": self.contradiction,
            },
            "same": self.same,
            "words": {side: [[s.start, s.end] for s in found] for side, found in spans.items()},
        }


def relate(pairs: Sequence[tuple[str, str]], *, both: bool = False) -> list[Relation]:
    """Judge pairs (premise, hypothesis), in order.

    Args:
        pairs: Two sentences each, in English.
        both: Also ask the other way round and average what has no direction, contradiction and `same`;
            entailment and neutral share the rest. Steadier, at twice the cost.

    Raises:
        ModelError: The model's files are missing or damaged.
    """
    return load_model().judge(pairs, both=both) if pairs else []


def model_info() -> ModelInfo:
    """Name and sha256 of the shipped weights, for reports."""
    return ModelInfo("claimcompare-relation", SHA256)


@lru_cache(maxsize=1)
def load_model() -> RelationModel:
    """The shipped model, checked and loaded once.

    Raises:
        ModelError: Its files are missing or damaged.
    """
    return RelationModel(Path(str(files("compare.judge.relation").joinpath("model.onnx"))), SHA256)


class RelationModel:
    """A relation model in a file.

    Args:
        path: The ONNX file made by `python -m training.relation.export`.
        sha256: What the file's hash must be; empty for a model of one's own.

    Raises:
        ModelError: The file is missing, damaged or something else.
    """

    def __init__(self, path: Path, sha256: str = "") -> None:
        digest = file_sha256(path)
        if sha256 and digest != sha256:
            raise ModelError(
                f"{path}: sha256 is {digest}, not the pinned {sha256}; the file is damaged or was changed:"
                f" reinstall claimcompare"
            )
        self._session = open_session(path)
        self._tokenizer = Tokenizer(find_model(EmbedSettings()).folder / "tokenizer.json", MAX_TOKENS)
        metadata = self._session.get_modelmeta().custom_metadata_map
        try:
            self._temperature = float(metadata["temperature"])
            self._shifts = np.array(
                [0.0, float(metadata["neutral_shift"]), float(metadata["contradiction_shift"])]
            )
            self._slot = float(metadata["slot_scale"]), float(metadata["slot_shift"])
        except (KeyError, ValueError) as error:
            raise ModelError(f"{path}: has no calibration ({error}); export it again") from error

    def judge(self, pairs: Sequence[tuple[str, str]], *, both: bool = False) -> list[Relation]:
        """The relation of each pair, in order (see `relate`); a pair's result does not depend on the others."""
        forward = self._judge_all(pairs)
        if not both:
            return forward
        backward = self._judge_all([(hypothesis, premise) for premise, hypothesis in pairs])
        return [_averaged(one, other) for one, other in zip(forward, backward, strict=True)]

    def _judge_all(self, pairs: Sequence[tuple[str, str]]) -> list[Relation]:
        encodings = self._tokenizer.encode_pairs(pairs)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            return list(pool.map(self._judge, encodings))

    def _judge(self, encoding: Encoding) -> Relation:
        inputs = {
            "input_ids": np.array([encoding.ids], dtype=np.int64),
            "token_type_ids": np.array([encoding.type_ids], dtype=np.int64),
        }
        relation, slot, deciding = self._session.run(None, inputs)
        entailment, neutral, contradiction = _softmax(relation[0] / self._temperature + self._shifts)
        found = Relation(
            round(entailment, 4),
            round(neutral, 4),
            round(contradiction, 4),
            round(_sigmoid(self._slot[0] * float(slot[0]) + self._slot[1]), 4),
        )
        if found.contradiction < POINTS:
            return found
        scores = 1 / (1 + np.exp(-deciding[0]))
        return Relation(
            found.entailment,
            found.neutral,
            found.contradiction,
            found.same,
            _words(encoding, scores, 0),
            _words(encoding, scores, 1),
        )


def _softmax(logits: npt.NDArray[np.float64]) -> list[float]:
    e = np.exp(logits - logits.max())
    shares: list[float] = (e / e.sum()).tolist()
    return shares


def _sigmoid(x: float) -> float:
    return float(1 / (1 + np.exp(-x)))


def _words(encoding: Encoding, scores: npt.NDArray[Any], side: int) -> tuple[Span, ...]:
    """Stretches of whole words of one text where a piece is deciding; neighbours are joined."""
    spans: list[Span] = []
    previous = None
    for index, score in enumerate(scores):
        if encoding.sequence_ids[index] != side:
            continue
        word = encoding.word_ids[index]
        start, end = encoding.offsets[index]
        if score >= DECIDING:
            if previous is not None and spans and word is not None and word - previous <= 1:
                spans[-1] = Span(spans[-1].start, end)
            else:
                spans.append(Span(start, end))
            previous = word
        elif word == previous and spans:
            spans[-1] = Span(spans[-1].start, end)
    return tuple(spans)


def _averaged(one: Relation, other: Relation) -> Relation:
    """Contradiction and `same` as the mean of both directions; the first direction's entailment kept in proportion."""
    contradiction = (one.contradiction + other.contradiction) / 2
    rest = one.entailment + one.neutral
    scale = (1 - contradiction) / rest if rest else 0.0
    found = Relation(
        round(one.entailment * scale, 4),
        round(one.neutral * scale, 4),
        round(contradiction, 4),
        round((one.same + other.same) / 2, 4),
        one.premise_words or other.hypothesis_words,
        one.hypothesis_words or other.premise_words,
    )
    if found.contradiction >= POINTS:
        return found
    return Relation(found.entailment, found.neutral, found.contradiction, found.same)
