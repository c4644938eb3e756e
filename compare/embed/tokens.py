"""Word pieces: a model folder's `tokenizer.json`, cut to a length as sentence-transformers cuts it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from compare.errors import ModelError

if TYPE_CHECKING:
    from tokenizers import Encoding


class Tokenizer:
    """Texts, or pairs of texts, to word-piece ids; longer ones are cut at `max_length`, nothing is padded.

    Args:
        path: A `tokenizer.json`.
        max_length: Most ids for one text or pair, special tokens included. Of a pair the longer text is
            cut first.

    Raises:
        ModelError: The file is missing or is not a tokenizer.
    """

    def __init__(self, path: Path, max_length: int) -> None:
        import tokenizers

        try:
            self._tokenizer = tokenizers.Tokenizer.from_str(path.read_text(encoding="utf-8"))
        except Exception as error:  # the library raises a bare Exception for a malformed file
            raise ModelError(f"{path}: not a readable tokenizer ({error}); reinstall the model") from error
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(max_length, strategy="longest_first")

    def encode(self, texts: Sequence[str]) -> list[Encoding]:
        """Ids, pieces and special-token masks of each text."""
        return self._tokenizer.encode_batch([encodable(text) for text in texts])

    def encode_pairs(self, pairs: Sequence[tuple[str, str]]) -> list[Encoding]:
        """The same for pairs: `[CLS] first [SEP] second [SEP]`, told apart by `type_ids`."""
        return self._tokenizer.encode_batch(
            [(encodable(first), encodable(second)) for first, second in pairs]
        )


def encodable(text: str) -> str:
    """The text with halves of surrogate pairs, which JSON may hold and UTF-8 can't, replaced by U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
