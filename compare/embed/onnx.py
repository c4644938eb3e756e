"""The default model without torch: a shipped graph, the weights straight from the safetensors file."""

from __future__ import annotations

import json
import mmap
import struct
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from compare.embed.base import Embedding, cores
from compare.embed.models import Model, verify
from compare.embed.tokens import Tokenizer
from compare.errors import ModelError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding

GRAPH = "minilm.onnx"
"""The network's structure, made by `python -m training.embed.graph`; its weights are named as in the file."""

MAX_TOKENS = 256
"""Longest text in word pieces, special ones included: max_seq_length in the model's own configuration."""

BATCH_TEXTS = 16
"""Most texts run at once. 8, 16 and 32 are within a tenth of each other; more only costs memory."""

BATCH_TOKENS = 2048
"""Most word pieces run at once: bounds the memory of a thread at about 40 MB."""

UNUSED = ("pooler.", "embeddings.position_ids")
"""Beginnings of the names of tensors in the file that sentence vectors don't need."""

DTYPES = {"F32": np.float32, "I64": np.int64}


class OnnxEngine:
    """The default model on ONNX Runtime.

    A batch holds texts of one length only, so nothing is padded, and each runs on a single thread, several
    side by side: no sum is ever split differently because of the neighbours or the number of cores.

    Raises:
        ModelError: The weights are not the pinned ones.
    """

    def __init__(self, model: Model) -> None:
        with ThreadPoolExecutor(1) as pool:  # hashing 90 MB takes as long as loading them: do both at once
            checked = pool.submit(verify, model)
            tensors = read_safetensors(model.folder / "model.safetensors")
            self._weights = {name: value for name, value in tensors.items() if not name.startswith(UNUSED)}
            graph = files("compare.embed").joinpath(GRAPH).read_bytes()
            self._session = open_session(graph, self._weights)
            self._tokenizer = Tokenizer(model.folder / "tokenizer.json", MAX_TOKENS)
            checked.result()

    def encode(self, texts: Sequence[str]) -> list[Embedding]:
        """One embedding a text, in order."""
        encodings = self._tokenizer.encode(texts)
        results: dict[int, Embedding] = {}
        with ThreadPoolExecutor(cores()) as pool:
            for batch in pool.map(lambda rows: self._run(encodings, rows), list(_batches(encodings))):
                results.update(batch)
        return [results[index] for index in range(len(texts))]

    def _run(self, encodings: Sequence[Encoding], rows: Sequence[int]) -> dict[int, Embedding]:
        ids = np.array([encodings[row].ids for row in rows], dtype=np.int64)
        hidden = self._session.run(None, {"input_ids": ids})[0]
        return {row: _embedding(encodings[row], states) for row, states in zip(rows, hidden, strict=True)}


def open_session(
    graph: bytes | Path, initializers: Mapping[str, npt.NDArray[Any]] | None = None
) -> InferenceSession:
    """An ONNX Runtime session that runs each call on one thread; call it from several threads at once.

    Args:
        graph: A model's bytes, or its file.
        initializers: Values for the weights that the graph keeps outside, by name. They are used in place,
            not copied: keep them as long as the session.

    Raises:
        ModelError: The graph or a weight can't be loaded.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    values = initializers or {}
    options.add_external_initializers(
        list(values), [onnxruntime.OrtValue.ortvalue_from_numpy(value) for value in values.values()]
    )
    source = graph if isinstance(graph, bytes) else str(graph)
    try:
        return onnxruntime.InferenceSession(source, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # its exceptions share no base class but Exception
        raise ModelError(f"the ONNX model can't be loaded: {str(error).splitlines()[0]}") from error


def read_safetensors(path: Path) -> dict[str, npt.NDArray[Any]]:
    """The tensors of a safetensors file, mapped into memory: nothing is read before it is used.

    Raises:
        ModelError: The file is missing or no safetensors file.
    """
    try:
        with path.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        (size,) = struct.unpack_from("<Q", data)
        header = json.loads(data[8 : 8 + size])
        header.pop("__metadata__", None)
        return {name: _tensor(data, 8 + size, entry) for name, entry in header.items()}
    except (OSError, ValueError, KeyError, TypeError, struct.error) as error:
        raise ModelError(f"{path}: not a readable safetensors file ({error}); reinstall the model") from error


def _tensor(data: mmap.mmap, base: int, entry: dict[str, Any]) -> npt.NDArray[Any]:
    start, end = entry["data_offsets"]
    dtype = np.dtype(DTYPES[entry["dtype"]])
    flat = np.frombuffer(data, dtype=dtype, count=(end - start) // dtype.itemsize, offset=base + start)
    return flat.reshape(entry["shape"])


def _batches(encodings: Sequence[Encoding]) -> Iterator[list[int]]:
    """Rows of one length each, the longest first so that no core is left with them at the end."""
    lengths: dict[int, list[int]] = {}
    for row, encoding in enumerate(encodings):
        lengths.setdefault(len(encoding.ids), []).append(row)
    for length, rows in sorted(lengths.items(), reverse=True):
        size = min(BATCH_TEXTS, BATCH_TOKENS // length)
        yield from (rows[start : start + size] for start in range(0, len(rows), size))


def _embedding(encoding: Encoding, states: npt.NDArray[np.float32]) -> Embedding:
    """The token states and their mean, over special tokens too, which is how the model was trained."""
    kept = np.array(encoding.special_tokens_mask) == 0
    pieces = [piece for piece, keep in zip(encoding.tokens, kept, strict=True) if keep]
    return Embedding.rounded(pieces, states[kept], states.mean(axis=0))
