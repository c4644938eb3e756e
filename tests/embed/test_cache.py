"""A run with the cache and a run without give the same, and the second one is quick."""

import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import settings as profile
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from compare.embed import Embedding, embed, maker
from compare.embed.cache import Cache, pack, unpack
from compare.embed.models import find_model
from compare.settings import EmbedSettings
from tests.embed.conftest import HOSTILE
from tests.embed.test_engines import same

TEXTS = ("The dam held.", "The dam did not hold.", *(text for text in HOSTILE if len(text) < 100))

HALF = st.floats(-1, 1, width=16)


def test_cached_vectors_are_the_same_to_the_bit(settings):
    without = embed(TEXTS, replace(settings, cache=False))
    first, second = embed(TEXTS, settings), embed(TEXTS, settings)
    assert same(without, first)
    assert same(without, second)
    assert without.models == second.models


def test_a_half_filled_cache_changes_nothing(settings):
    embed(TEXTS[::2], settings)
    assert same(embed(TEXTS, settings), embed(TEXTS, replace(settings, cache=False)))


def test_without_a_cache_nothing_is_written(settings):
    embed(TEXTS, replace(settings, cache=False))
    assert not Path(settings.cache_dir).exists()


def test_a_full_cache_loads_neither_model_nor_engine(settings):
    embed(TEXTS, settings)
    code = f"""
import sys
from compare.embed import embed
from compare.settings import EmbedSettings
embed({TEXTS!r}, EmbedSettings(cache_dir={settings.cache_dir!r}))
print(sorted({{"onnxruntime", "tokenizers", "torch", "safetensors"}} & sys.modules.keys()))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_models_and_engines_do_not_share_entries(settings):
    embed(TEXTS, settings)
    model = find_model(settings)
    with closing(Cache(settings, maker(model, "onnx"))) as cache:
        assert len(cache.get(TEXTS)) == len(TEXTS)
    for other in (maker(model, "sentence-transformers"), maker(replace(model, identity="other"), "onnx")):
        with closing(Cache(settings, other)) as cache:
            assert cache.get(TEXTS) == {}


def test_a_damaged_cache_costs_a_warning_and_no_more(settings, recwarn):
    before = embed(TEXTS, settings)
    for path in Path(settings.cache_dir).iterdir():
        path.write_bytes(b"noise" * 2000)
    assert same(embed(TEXTS, settings), before)
    assert len(recwarn) == 1
    assert same(embed(TEXTS, settings), before)
    assert len(recwarn) == 1


def test_a_cache_that_cannot_be_written_costs_a_warning_and_no_more(tmp_path, settings, recwarn):
    (tmp_path / "file").touch()
    blocked = replace(settings, cache_dir=str(tmp_path / "file" / "cache"))
    assert same(embed(TEXTS, blocked), embed(TEXTS, replace(settings, cache=False)))
    assert len(recwarn) == 1


def test_a_cache_without_room_works(settings):
    tiny = replace(settings, cache_bytes=0)
    assert same(embed(TEXTS, tiny), embed(TEXTS, tiny))


@profile(max_examples=30, deadline=None)
@given(
    st.lists(st.text(max_size=5), max_size=5).flatmap(
        lambda pieces: st.builds(
            Embedding,
            st.just(tuple(pieces)),
            arrays(np.float16, (len(pieces), 3), elements=HALF),
            arrays(np.float16, (4,), elements=HALF),
        )
    )
)
def test_an_embedding_comes_back_from_bytes_as_it_was(embedding):
    back = unpack(pack(embedding))
    assert back.pieces == embedding.pieces
    assert back.tokens.shape == embedding.tokens.shape
    assert back.tokens.tobytes() == embedding.tokens.tobytes()
    assert back.vector.tobytes() == embedding.vector.tobytes()


def test_settings_name_the_folder_in_the_home_directory(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    embed(["a"], EmbedSettings(cache_dir="~/vectors"))
    assert (tmp_path / "vectors").is_dir()
