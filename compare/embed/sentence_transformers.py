"""Any embedding model, through sentence-transformers (imports torch)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np

from compare.embed.base import Embedding, Float32, cores
from compare.embed.models import Model, verify
from compare.embed.tokens import encodable
from compare.errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from torch import Tensor


class SentenceTransformersEngine:
    """A model folder as sentence-transformers runs it, on the CPU.

    Each text is a batch of its own on one thread, several side by side: torch splits its sums by the shape of
    the batch and the number of threads, so anything else would let the neighbours change a text's vectors.

    Raises:
        ModelError: The folder holds no model that can be loaded from safetensors without code of its own.
    """

    def __init__(self, model: Model) -> None:
        if model.default:
            verify(model)
        self._model = _load(model)
        self._frame = self._special_tokens()

    def encode(self, texts: Sequence[str]) -> list[Embedding]:
        """One embedding a text, in order."""
        with _one_torch_thread(), ThreadPoolExecutor(cores()) as pool:
            return list(pool.map(self._encode_one, texts))

    def _encode_one(self, text: str) -> Embedding:
        row = self._run(text)
        vector = _array(row["sentence_embedding"])
        if self._frame is None:
            return Embedding.rounded((), np.zeros((0, len(vector)), dtype=np.float32), vector)
        inside = slice(self._frame[0], len(row["input_ids"]) - self._frame[1])
        pieces = self._model.tokenizer.convert_ids_to_tokens(row["input_ids"][inside].tolist())
        return Embedding.rounded(pieces, _array(row["token_embeddings"])[inside], vector)

    def _run(self, text: str) -> dict[str, Tensor]:
        rows: Any = self._model.encode([encodable(text)], output_value=None, show_progress_bar=False)
        first: dict[str, Tensor] = rows[0]
        return first

    def _special_tokens(self) -> tuple[int, int] | None:
        """How many special tokens stand before and after a text; None for a model without token vectors."""
        row = self._run("a")
        if "token_embeddings" not in row or "input_ids" not in row:
            return None
        special = set(self._model.tokenizer.all_special_ids) - {self._model.tokenizer.unk_token_id}
        plain = [index for index, piece in enumerate(row["input_ids"].tolist()) if piece not in special]
        return plain[0], len(row["input_ids"]) - 1 - plain[-1]


def _load(model: Model) -> SentenceTransformer:
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise ModelError(
            f"model {model.info.name}: needs sentence-transformers ({error}); run: pip install sentence-transformers"
        ) from error
    try:
        with _no_progress_bar():
            return SentenceTransformer(
                str(model.folder),
                device="cpu",
                trust_remote_code=False,
                local_files_only=True,
                model_kwargs={"use_safetensors": True},
            )
    except Exception as error:  # whatever a malformed folder makes the libraries raise
        reason = str(error).strip().partition("\n")[0] or type(error).__name__
        raise ModelError(
            f"model {model.info.name}: {model.folder} can't be loaded ({reason}); is it a sentence-transformers model?"
        ) from error


@contextmanager
def _no_progress_bar() -> Iterator[None]:
    from transformers.utils import logging as library_logging

    logging: Any = library_logging  # untyped
    shown = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        if shown:
            logging.enable_progress_bar()


@contextmanager
def _one_torch_thread() -> Iterator[None]:
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def _array(tensor: Tensor) -> Float32:
    array: Float32 = tensor.float().numpy()
    return array
