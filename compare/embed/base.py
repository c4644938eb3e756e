"""What every embedding engine gives, and what the next step gets."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias, overload

import numpy as np
import numpy.typing as npt

Float32: TypeAlias = npt.NDArray[np.float32]
Float16: TypeAlias = npt.NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """Which weights made a result: the model's name and the sha256 of its weights."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True, eq=False)
class Embedding:
    """One text's vectors in half precision: what the cache holds, and all that leaves an engine.

    Rounding before anything else sees the vectors makes a cached run and a fresh one the same to the bit.
    It moves a cosine similarity by about 0.00001.

    Attributes:
        pieces: The text's word pieces, special tokens left out.
        tokens: (t, d), one row a piece.
        vector: (d,), the whole text.
    """

    pieces: tuple[str, ...]
    tokens: Float16
    vector: Float16

    @classmethod
    def rounded(cls, pieces: Sequence[str], tokens: Float32, vector: Float32) -> Embedding:
        """The embedding of an engine's raw output, scaled to unit length and rounded."""
        return cls(tuple(pieces), unit(tokens).astype(np.float16), unit(vector).astype(np.float16))


class Engine(Protocol):
    """Something that turns texts into embeddings.

    The result for a text must not depend on the other texts, their order or the number of cores.
    """

    def encode(self, texts: Sequence[str]) -> list[Embedding]:
        """One embedding a text, in order."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """A text's word pieces with a unit vector each: `vectors` is float32 (len(pieces), d)."""

    pieces: tuple[str, ...]
    vectors: Float32


class TokenSequence(Sequence[Tokens]):
    """The tokens of each text, widened to float32 only when asked for: half the memory of a list."""

    def __init__(self, embeddings: Sequence[Embedding]) -> None:
        self._embeddings = embeddings

    def __len__(self) -> int:
        return len(self._embeddings)

    @overload
    def __getitem__(self, index: int) -> Tokens: ...
    @overload
    def __getitem__(self, index: slice) -> TokenSequence: ...
    def __getitem__(self, index: int | slice) -> Tokens | TokenSequence:
        if isinstance(index, slice):
            return TokenSequence(self._embeddings[index])
        embedding = self._embeddings[index]
        return Tokens(embedding.pieces, unit(embedding.tokens.astype(np.float32)))


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """The vectors of n texts, in order.

    Attributes:
        vectors: float32 (n, d), unit length: a dot product is a cosine similarity.
        tokens: The word pieces of each text with a unit vector each, for late interaction.
        models: The model that made them.
    """

    vectors: Float32
    tokens: Sequence[Tokens]
    models: tuple[ModelInfo, ...]

    @classmethod
    def of(cls, embeddings: Sequence[Embedding], models: tuple[ModelInfo, ...]) -> Encoded:
        """The embeddings as arrays; (0, 0) when there are none."""
        rows = [embedding.vector for embedding in embeddings]
        vectors = np.array(rows, dtype=np.float32) if rows else np.zeros((0, 0), dtype=np.float32)
        return cls(unit(vectors), TokenSequence(embeddings), models)


def unit(vectors: Float32) -> Float32:
    """The vectors along the last axis scaled to length 1; a zero vector stays zero."""
    lengths: Float32 = np.sqrt(np.square(vectors).sum(axis=-1, keepdims=True))
    lengths[lengths == 0] = 1
    return vectors / lengths


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
