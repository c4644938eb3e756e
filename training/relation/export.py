"""Calibrate a trained model on the held-back rows and write it as a small ONNX file.

    python -m training.relation.export RELATIONS_FOLDER RUN_FOLDER OUT.onnx [--last] [--also RUN_FOLDER]

The moving average of the weights is exported (`--last`: the last weights; `--also`: the mean with those of another run, or of
an earlier stand of this one). MatMul and Gather weights become 8-bit
integers (per channel, reduced range, so that no kind of processor overflows); calibration stands in the file's
metadata. Prints the calibration error before and after, and the file's sha256.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from training.relation.batches import RowEncoder, pad
from training.relation.calibrate import Logits, Scaling, expected_error, fit_relation, fit_slot, set_of
from training.relation.data import Row, sha256
from training.relation.model import RelationModel, default_encoder, new_model
from training.relation.train import load

CALIBRATION_FACTS, CALIBRATION_EACH = 750, 75
"""Held-back rows that calibration sees: of the facts, and of each other group. More changes little."""


class Unpadded(nn.Module):
    """The model as it runs: one pair, no padding, so no mask."""

    def __init__(self, model: RelationModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: Tensor, token_type_ids: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits of relation, same question and deciding words."""
        found: tuple[Tensor, Tensor, Tensor] = self.model(
            input_ids, torch.ones_like(input_ids), token_type_ids
        )
        return found


def trained(folder: Path, last: bool) -> RelationModel:
    """The model of a run, ready to predict."""
    state = torch.load(folder / "state.pt", map_location="cpu", weights_only=True)
    model = new_model(default_encoder())
    model.load_state_dict(state["model"])
    if not last:
        model.load_state_dict(state["average"], strict=False)
    return model.eval()


def mean_of(one: RelationModel, other: RelationModel) -> RelationModel:
    """The first model with the mean of both's weights: between two stands of one run it is as good as either at what
    each does best (Wortsman et al. 2022, model soups)."""
    with torch.no_grad():
        for mine, theirs in zip(one.parameters(), other.parameters(), strict=True):
            mine.lerp_(theirs, 0.5)
    return one


def write_float(model: RelationModel, path: Path) -> None:
    """The graph in single precision, with the attention and normalisation steps fused."""
    from onnxruntime.transformers import optimizer

    example = torch.tensor([[101, 2023, 102, 2008, 102]])
    torch.onnx.export(
        Unpadded(model),
        (example, torch.tensor([[0, 0, 0, 1, 1]])),
        str(path),
        input_names=["input_ids", "token_type_ids"],
        output_names=["relation", "slot", "deciding"],
        dynamic_axes={
            "input_ids": {0: "b", 1: "t"},
            "token_type_ids": {0: "b", 1: "t"},
            "relation": {0: "b"},
            "slot": {0: "b"},
            "deciding": {0: "b", 1: "t"},
        },
        opset_version=17,
        dynamo=False,
    )
    fused = optimizer.optimize_model(str(path), model_type="bert", num_heads=12, hidden_size=384)
    fused.save_model_to_file(str(path))


def quantise(source: Path, target: Path) -> None:
    """Weights as 8-bit integers; activations are quantised as the model runs."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        str(source),
        str(target),
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        extra_options={"DefaultTensorType": 1},  # float: the fused operators are unknown to shape inference
    )


def predict(path: Path, rows: list[Row]) -> Logits:
    """The logits of an exported model for some rows."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    encoder = RowEncoder(default_encoder())
    relation, slot = [], []
    for row in rows:
        batch = pad([encoder.encode(row)])
        r, s, _ = session.run(None, {"input_ids": batch.ids.numpy(), "token_type_ids": batch.types.numpy()})
        relation.append(r[0])
        slot.append(s[0])
    return Logits(np.array(relation), np.array(slot))


def add_metadata(path: Path, values: dict[str, float]) -> None:
    """Write calibration into the file itself."""
    import onnx

    model = onnx.load(str(path))
    onnx.helper.set_model_props(model, {k: json.dumps(round(v, 4)) for k, v in values.items()})
    onnx.save(model, str(path))


def calibration_rows(held: list[Row]) -> list[Row]:
    """Held-back rows in a fixed order: many facts, and as many of each other group, so that none sets the tone."""
    rng = random.Random(0)
    groups: dict[str, list[Row]] = {}
    for row in held:
        groups.setdefault(set_of(row), []).append(row)
    facts = groups.pop("facts", [])
    others = [rng.sample(rows, min(CALIBRATION_EACH, len(rows))) for _, rows in sorted(groups.items())]
    return rng.sample(facts, min(CALIBRATION_FACTS, len(facts))) + [row for rows in others for row in rows]


def report(name: str, rows: list[Row], logits: Logits, scaling: Scaling) -> None:
    """Print accuracy and calibration error."""
    before = expected_error(rows, logits, Scaling())
    after = expected_error(rows, logits, scaling)
    print(f"{name}: accuracy {after.accuracy:.4f}  ECE {before.error:.4f} -> {after.error:.4f}")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--last", action="store_true")
    parser.add_argument("--also", type=Path, help="a second run folder, whose weights are averaged in")
    parser.add_argument("--float", type=Path, help="also keep the single precision model here")
    options = parser.parse_args()
    torch.set_num_threads(1)
    _, held, _ = load(options.data, options.seed)
    rows = calibration_rows(held)
    fit, check = rows[::2], rows[1::2]
    with tempfile.TemporaryDirectory() as folder:
        plain = options.float or Path(folder) / "float.onnx"
        model = trained(options.run, options.last)
        write_float(mean_of(model, trained(options.also, options.last)) if options.also else model, plain)
        quantise(plain, options.out)
        exact = predict(plain, check)
    logits = predict(options.out, rows)
    fitted = Logits(logits.relation[::2], logits.slot[::2])
    rest = Logits(logits.relation[1::2], logits.slot[1::2])
    scaling = fit_relation(fit, fitted)
    values = {
        "temperature": scaling.temperature,
        "neutral_shift": scaling.neutral,
        "contradiction_shift": scaling.contradiction,
    }
    values["slot_scale"], values["slot_shift"] = fit_slot(fit, fitted)
    add_metadata(options.out, values)
    report("single precision", check, exact, scaling)
    report("8 bit", check, rest, scaling)
    report("8 bit, facts", *_facts(check, rest), scaling)
    print(values, f"{options.out.stat().st_size / 1e6:.1f} MB", sha256(options.out))


def _facts(rows: list[Row], logits: Logits) -> tuple[list[Row], Logits]:
    at = [i for i, r in enumerate(rows) if r.group.startswith("facts")]
    return [rows[i] for i in at], Logits(logits.relation[at], logits.slot[at])


if __name__ == "__main__":
    main()
