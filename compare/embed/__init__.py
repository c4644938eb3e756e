"""Texts → vectors: one model, one of two engines, a cache between runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from importlib.util import find_spec
from itertools import islice

from compare.embed.base import Embedding, Encoded, Engine, ModelInfo, Tokens
from compare.embed.cache import Cache
from compare.embed.models import Model, find_model
from compare.errors import ModelError, SettingsError
from compare.records import unique
from compare.settings import EmbedSettings

__all__ = ["Embedding", "Encoded", "Engine", "ModelInfo", "Tokens", "embed"]

CHUNK = 2048
"""Texts whose vectors are made before they are kept: what a killed run loses at most. About 40 MB."""

ENGINES = {"auto": "", "onnx": "onnxruntime", "sentence-transformers": "sentence-transformers"}
"""Names of engines, and the package each needs."""


def embed(texts: Sequence[str], settings: EmbedSettings) -> Encoded:
    """The vectors of the texts, in order.

    A text's vectors depend on the text, the model and the engine alone. Neither is loaded when the cache
    has every text.

    Raises:
        ModelError: The model is unknown, incomplete, or its weights don't have the pinned sha256.
        SettingsError: There is no such engine.
    """
    model = find_model(settings)
    engine = choose_engine(model, settings.engine)
    distinct = unique(texts)
    with closing(Cache(settings, maker(model, engine))) as cache:
        found = cache.get(distinct)
        for made in _make([text for text in distinct if text not in found], model, engine):
            cache.put(made)
            found |= made
    return Encoded.of([found[text] for text in texts], (model.info,))


def choose_engine(model: Model, name: str) -> str:
    """The engine to run the model with: the one asked for, or the one that needs no torch when it can.

    Raises:
        ModelError: The engine can't run this model, or is not installed.
        SettingsError: There is no such engine.
    """
    if name not in ENGINES:
        raise SettingsError(f"embed.engine: no engine {name!r}; use one of {', '.join(ENGINES)}")
    if name == "auto":
        return "onnx" if model.default and find_spec("onnxruntime") else "sentence-transformers"
    if name == "onnx" and not model.default:
        raise ModelError(
            f"model {model.info.name}: the onnx engine runs the default model only; use sentence-transformers"
        )
    if not find_spec(ENGINES[name].replace("-", "_")):
        raise ModelError(f"engine {name}: not installed; run: pip install {ENGINES[name]}")
    return name


def maker(model: Model, engine: str) -> str:
    """What vectors depend on besides the text. The engines round differently, so each has its own entries."""
    return f"{model.identity} {engine}"


def load_engine(model: Model, name: str) -> Engine:
    """The engine of that name, the model's weights loaded.

    Raises:
        ModelError: The weights are missing, damaged or not the pinned ones.
    """
    if name == "onnx":
        from compare.embed.onnx import OnnxEngine

        return OnnxEngine(model)
    from compare.embed.sentence_transformers import SentenceTransformersEngine

    return SentenceTransformersEngine(model)


def _make(texts: Sequence[str], model: Model, name: str) -> Iterator[dict[str, Embedding]]:
    """The texts' embeddings, a chunk at a time."""
    rest = iter(texts)
    engine = load_engine(model, name) if texts else None
    while engine and (chunk := list(islice(rest, CHUNK))):
        yield dict(zip(chunk, engine.encode(chunk), strict=True))
