"""Word pieces as the model was trained on."""

import pytest

from compare.embed.models import find_model
from compare.embed.tokens import Tokenizer, encodable
from compare.errors import ModelError
from compare.settings import EmbedSettings


@pytest.fixture(scope="module")
def path():
    return find_model(EmbedSettings()).folder / "tokenizer.json"


def test_a_text_stands_between_special_tokens(path):
    (encoding,) = Tokenizer(path, 256).encode(["Ministers met."])
    assert encoding.tokens == ["[CLS]", "ministers", "met", ".", "[SEP]"]
    assert encoding.special_tokens_mask == [1, 0, 0, 0, 1]


def test_a_pair_is_told_apart_by_type(path):
    (encoding,) = Tokenizer(path, 256).encode_pairs([("It rained.", "Dry")])
    assert encoding.tokens == ["[CLS]", "it", "rained", ".", "[SEP]", "dry", "[SEP]"]
    assert encoding.type_ids == [0, 0, 0, 0, 0, 1, 1]


def test_of_a_long_pair_the_longer_text_is_cut(path):
    (encoding,) = Tokenizer(path, 16).encode_pairs([("word " * 100, "three short words")])
    assert len(encoding.ids) == 16
    assert encoding.tokens[-4:] == ["three", "short", "words", "[SEP]"]


def test_nothing_is_padded(path):
    assert [len(encoding.ids) for encoding in Tokenizer(path, 256).encode(["a", "a b c"])] == [3, 5]


def test_whole_surrogate_pairs_and_everything_else_stay_as_they_are():
    assert encodable("naïve 🙂 \x00 水") == "naïve 🙂 \x00 水"
    assert encodable("\ud83d\ude42") == "🙂"
    assert encodable("x\ud83dy") == "x\ufffdy"


def test_a_broken_tokenizer_is_one_line(tmp_path):
    (tmp_path / "tokenizer.json").write_text("{}")
    with pytest.raises(ModelError, match="not a readable tokenizer"):
        Tokenizer(tmp_path / "tokenizer.json", 256)
