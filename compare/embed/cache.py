"""The vectors of texts that were seen before: content-addressed, so an entry can't be out of date."""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from compare.embed.base import Embedding
from compare.embed.store import Store
from compare.settings import EmbedSettings

FORMAT = 1
"""Goes into every key: raise it when a change makes other vectors of the same text and model."""

HEADER = struct.Struct("<IIII")


class Cache:
    """Embeddings by text, for one model and engine.

    Args:
        settings: Where the cache is, how large it may get, and whether there is one.
        maker: What makes the vectors: all that they depend on besides the text.
    """

    def __init__(self, settings: EmbedSettings, maker: str) -> None:
        self._maker = f"{FORMAT}\n{maker}\n".encode()
        self._store = Store(cache_folder(settings), settings.cache_bytes) if settings.cache else None

    def get(self, texts: Sequence[str]) -> dict[str, Embedding]:
        """The embeddings of those texts that are kept."""
        if self._store is None:
            return {}
        keys = {self._key(text): text for text in texts}
        return {keys[key]: unpack(value) for key, value in self._store.get(list(keys)).items()}

    def put(self, embeddings: Mapping[str, Embedding]) -> None:
        """Keep the embeddings of these texts."""
        if self._store is not None:
            self._store.put({self._key(text): pack(embedding) for text, embedding in embeddings.items()})

    def close(self) -> None:
        """Give the cache back; it can't be used after."""
        if self._store is not None:
            self._store.close()

    def _key(self, text: str) -> bytes:
        return hashlib.sha256(self._maker + text.encode("utf-8", "surrogatepass")).digest()


def pack(embedding: Embedding) -> bytes:
    """An embedding as bytes: four sizes, the pieces as JSON, the vector, the token vectors."""
    pieces = json.dumps(embedding.pieces).encode()
    sizes = HEADER.pack(len(pieces), embedding.vector.size, *embedding.tokens.shape)
    return (
        sizes + pieces + embedding.vector.astype("<f2").tobytes() + embedding.tokens.astype("<f2").tobytes()
    )


def unpack(data: bytes) -> Embedding:
    """The embedding that `pack` made these bytes of."""
    size, width, *shape = HEADER.unpack_from(data)
    pieces = json.loads(data[HEADER.size : HEADER.size + size])
    numbers = np.frombuffer(data, dtype="<f2", offset=HEADER.size + size).astype(np.float16, copy=False)
    return Embedding(tuple(pieces), numbers[width:].reshape(shape), numbers[:width])


def cache_folder(settings: EmbedSettings) -> Path:
    """Where the cache is: the settings' folder, else the user's own."""
    if settings.cache_dir:
        return Path(settings.cache_dir).expanduser()
    from platformdirs import user_cache_path

    return user_cache_path("claimcompare")
