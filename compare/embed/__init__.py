"""Texts → vectors: one model, one of two engines, a cache between runs."""

from __future__ import annotations

from collections.abc import Sequence

from compare.embed.base import Embedding, Encoded, Engine, ModelInfo, Tokens
from compare.embed.models import Model, find_model
from compare.errors import ModelError
from compare.records import unique
from compare.settings import EmbedSettings

__all__ = ["Embedding", "Encoded", "Engine", "ModelInfo", "Tokens", "embed", "load_engine"]


def embed(texts: Sequence[str], settings: EmbedSettings) -> Encoded:
    """The vectors of the texts, in order.

    A text's vectors depend on the text and the model alone. Nothing is loaded when the cache has all.

    Raises:
        ModelError: The model is unknown, incomplete, or its weights don't have the pinned sha256.
    """
    model = find_model(settings)
    distinct = unique(texts)
    found = dict(zip(distinct, load_engine(model, settings.engine).encode(distinct), strict=True))
    return Encoded.of([found[text] for text in texts], (model.info,))


def load_engine(model: Model, name: str) -> Engine:
    """The engine of that name ("auto": the one that needs no torch, when it can run the model).

    Raises:
        ModelError: No such engine, or it can't run this model.
    """
    if name == "auto":
        name = "onnx" if model.default else "sentence-transformers"
    if name == "onnx" and not model.default:
        raise ModelError(
            f"model {model.info.name}: the onnx engine runs the default model only; use sentence-transformers"
        )
    if name == "onnx":
        from compare.embed.onnx import OnnxEngine

        return OnnxEngine(model)
    if name == "sentence-transformers":
        from compare.embed.sentence_transformers import SentenceTransformersEngine

        return SentenceTransformersEngine(model)
    raise ModelError(f"engine {name}: unknown; use auto, onnx or sentence-transformers")
