"""Two engines, one result: within rounding on anything, to the bit on repetition."""

import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as profile
from hypothesis import strategies as st

import compare
from compare.embed import Encoded, Engine, embed, load_engine
from compare.embed.models import find_model
from compare.errors import SettingsError
from compare.settings import EmbedSettings
from tests.embed.conftest import HOSTILE, SEEDS

TEXTS = (
    "The dam held through the night.",
    "The dam held through the night",
    "Officials said on Tuesday that 40 houses were empty.",
    "Nobody was hurt.",
    "Two of the three pumps failed, the mayor told reporters outside the town hall.",
    "水",
    "",
)


def same(first: Encoded, second: Encoded) -> bool:
    """Whether the two agree in every bit."""
    return first.vectors.tobytes() == second.vectors.tobytes() and all(
        a.pieces == b.pieces and a.vectors.tobytes() == b.vectors.tobytes()
        for a, b in zip(first.tokens, second.tokens, strict=True)
    )


def run(engine: Engine, texts: list[str]) -> Encoded:
    return Encoded.of(engine.encode(texts), ())


def cosines(first: Encoded, second: Encoded) -> np.ndarray:
    return np.sum(first.vectors * second.vectors, axis=1)


@pytest.fixture(scope="module")
def onnx() -> Engine:
    return load_engine(find_model(EmbedSettings()), "onnx")


@pytest.fixture(scope="module")
def torch() -> Engine:
    return load_engine(find_model(EmbedSettings()), "sentence-transformers")


@pytest.fixture(params=["onnx", "torch"])
def engine(request) -> Engine:
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def both(sentences, onnx, torch):
    texts = [*sentences, *HOSTILE]
    return texts, run(onnx, texts), run(torch, texts)


def test_both_engines_give_the_same_vectors_for_sentences_and_hostile_text(both):
    texts, first, second = both
    worst = int(np.argmin(cosines(first, second)))
    assert cosines(first, second)[worst] >= 0.999, repr(texts[worst][:60])


def test_both_engines_give_the_same_pieces_and_token_vectors(both):
    texts, first, second = both
    for text, a, b in zip(texts, first.tokens, second.tokens, strict=True):
        assert a.pieces == b.pieces, repr(text[:60])
        assert (np.sum(a.vectors * b.vectors, axis=1) >= 0.999).all(), repr(text[:60])


def test_vectors_have_unit_length_and_a_row_a_text(both):
    texts, *results = both
    for encoded in results:
        assert encoded.vectors.shape == (len(texts), 384)
        assert encoded.vectors.dtype == np.float32
        np.testing.assert_allclose(np.linalg.norm(encoded.vectors, axis=1), 1, atol=1e-6)


def test_tokens_have_a_unit_vector_a_piece_and_no_special_tokens(engine):
    (tokens,) = run(engine, ["Unbelievable 🙂"]).tokens
    assert tokens.pieces == ("unbelievable", "[UNK]")
    assert tokens.vectors.shape == (2, 384)
    np.testing.assert_allclose(np.linalg.norm(tokens.vectors, axis=1), 1, atol=1e-6)


def test_a_text_that_is_too_long_is_cut_at_256_pieces_with_the_special_ones(engine):
    cut, exact = run(engine, ["word " * 1000, "word " * 254]).tokens
    assert cut.pieces == exact.pieces == ("word",) * 254
    assert cut.vectors.tobytes() == exact.vectors.tobytes()


def test_texts_that_mean_the_same_are_closer_than_texts_that_do_not(engine):
    texts = ["The minister resigned.", "The minister quit.", "Rain is expected on Monday."]
    a, b, c = run(engine, texts).vectors
    assert a @ b > 0.8 > a @ c


@profile(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(TEXTS), max_size=40), st.text(max_size=300))
def test_a_text_has_the_same_bits_in_any_company(onnx, company, text):
    alone, among = run(onnx, [text]), run(onnx, [*company, text, *company])
    place = len(company)
    assert alone.vectors.tobytes() == among.vectors[place : place + 1].tobytes()
    assert alone.tokens[0].vectors.tobytes() == among.tokens[place].vectors.tobytes()


def test_order_and_batch_do_not_change_a_bit(engine, sentences):
    texts = sentences[:24]
    forward, backward = run(engine, texts), run(engine, texts[::-1])
    single = [run(engine, [text]).vectors[0] for text in texts[:6]]
    assert forward.vectors.tobytes() == np.ascontiguousarray(backward.vectors[::-1]).tobytes()
    assert forward.vectors[:6].tobytes() == np.array(single).tobytes()


@pytest.mark.skipif(
    not hasattr(os, "sched_setaffinity") or len(os.sched_getaffinity(0)) < 2,
    reason="needs two cores to compare with one",
)
@pytest.mark.parametrize("name", ["onnx", "sentence-transformers"])
def test_the_number_of_cores_does_not_change_a_bit(name, sentences):
    def digest(cores: int) -> str:
        code = f"""
import hashlib, os
os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:{cores}])
from compare.embed import embed
from compare.settings import EmbedSettings
encoded = embed({sentences[:12]!r}, EmbedSettings(engine={name!r}, cache=False))
print(hashlib.sha256(encoded.vectors.tobytes() + b"".join(t.vectors.tobytes() for t in encoded.tokens)).hexdigest())
"""
        environment = os.environ | {"OMP_NUM_THREADS": str(cores)}
        return subprocess.run(
            [sys.executable, "-c", code], env=environment, check=True, capture_output=True, text=True
        ).stdout

    assert digest(1) == digest(2)


def test_the_default_model_runs_without_torch():
    code = """
import sys
from compare.embed import embed
from compare.settings import EmbedSettings
embed(["One sentence."], EmbedSettings(cache=False))
print(sorted({name.partition(".")[0] for name in sys.modules} & {"torch", "transformers", "sentence_transformers"}))
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_repeats_are_made_once_and_given_in_place():
    encoded = embed(["b", "a", "b"], EmbedSettings(cache=False))
    assert encoded.vectors[0].tobytes() == encoded.vectors[2].tobytes() != encoded.vectors[1].tobytes()


def test_no_texts_give_no_vectors():
    encoded = embed([], EmbedSettings(cache=False))
    assert len(encoded.vectors) == len(encoded.tokens) == 0


def test_an_unknown_engine_is_a_settings_error():
    with pytest.raises(SettingsError, match="no engine 'tpu'; use one of auto, onnx"):
        embed(["a"], EmbedSettings(engine="tpu", cache=False))


def test_both_engines_lead_to_the_same_matches_and_findings():
    first, second = (
        compare.compare(SEEDS, embed={"engine": name, "cache": False})
        for name in ("onnx", "sentence-transformers")
    )
    assert first.matches
    assert [(m.a, m.b, m.relation) for m in first.matches] == [(m.a, m.b, m.relation) for m in second.matches]
    assert [finding.id for finding in first.findings] == [finding.id for finding in second.findings]
    assert max(abs(a.score - b.score) for a, b in zip(first.matches, second.matches, strict=True)) < 0.001
