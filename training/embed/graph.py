"""Writes compare/embed/minilm.onnx: the default model's network, its weights left outside.

    python -m training.embed.graph [FILE]

The graph holds the structure only. Each weight is named as in the model's safetensors file, with the shape it has
there, and is handed over when a session is opened: nothing is exported, copied or transposed on the user's side.
Only operators of the ONNX standard are used. Input: `input_ids`, int64 (batch, length), texts of one length without
padding. Output: `last_hidden_state`, float32 (batch, length, 384).

The network is BERT's encoder (Devlin et al. 2019) in the size of MiniLM-L6 (Wang et al. 2020), as
`transformers.BertModel` computes it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

TARGET = Path(__file__).parents[2] / "compare" / "embed" / "minilm.onnx"

LAYERS = 6
HEADS = 12
WIDTH = 384
INNER = 1536
VOCABULARY = 30522
POSITIONS = 512
EPSILON = 1e-12  # layer_norm_eps in the model's config.json

OPSET = 20  # the first with Gelu
IR_VERSION = 9  # what that opset came with; ONNX Runtime reads it since 1.17


class Graph:
    """A network being written: every method adds one operator and returns its output's name."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.tensors: dict[str, onnx.TensorProto] = {}

    def add(self, operator: str, *inputs: str, **attributes: object) -> str:
        """Any operator of the standard."""
        output = f"{operator.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, inputs, [output], **attributes))
        return output

    def weight(self, name: str, *shape: int) -> str:
        """A weight kept outside the graph."""
        tensor = TensorProto(name=name, data_type=TensorProto.FLOAT, dims=shape)
        tensor.data_location = TensorProto.EXTERNAL
        tensor.external_data.add(key="location", value="model.safetensors")
        self.tensors[name] = tensor
        return name

    def constant(self, name: str, value: list[int] | float) -> str:
        """A small constant kept inside: int64 for a list, float32 for a number."""
        array = np.array(value, dtype=np.int64 if isinstance(value, list) else np.float32)
        self.tensors[name] = numpy_helper.from_array(array, name)
        return name

    def linear(self, x: str, name: str, inputs: int, outputs: int) -> str:
        """x · Wᵀ + b; the file holds W as (outputs, inputs)."""
        weight, bias = self.weight(f"{name}.weight", outputs, inputs), self.weight(f"{name}.bias", outputs)
        return self.add("Gemm", x, weight, bias, transB=1)

    def norm(self, x: str, name: str) -> str:
        """Layer normalisation."""
        weight, bias = self.weight(f"{name}.weight", WIDTH), self.weight(f"{name}.bias", WIDTH)
        return self.add("LayerNormalization", x, weight, bias, axis=-1, epsilon=EPSILON)


def build() -> onnx.ModelProto:
    graph = Graph()
    shape = graph.add("Shape", "input_ids")
    whole = graph.add("Concat", shape, graph.constant("width", [WIDTH]), axis=0)
    heads = graph.add("Concat", shape, graph.constant("heads", [HEADS, WIDTH // HEADS]), axis=0)
    graph.constant("rows", [-1, WIDTH])
    graph.constant("scale", (WIDTH // HEADS) ** -0.5)
    x = embeddings(graph, shape)
    for layer in range(LAYERS):
        x = encoder_layer(graph, x, f"encoder.layer.{layer}", heads)
    graph.nodes.append(helper.make_node("Reshape", [x, whole], ["last_hidden_state"]))
    return model(graph)


def embeddings(graph: Graph, shape: str) -> str:
    """Word, position and segment vectors; from here on all texts' tokens are the rows of one matrix."""
    zero, one, two = (graph.constant(f"index_{i}", [i]) for i in range(3))
    length = graph.add("Slice", shape, one, two)
    words = graph.add(
        "Gather", graph.weight("embeddings.word_embeddings.weight", VOCABULARY, WIDTH), "input_ids"
    )
    positions = graph.weight("embeddings.position_embeddings.weight", POSITIONS, WIDTH)
    segments = graph.weight("embeddings.token_type_embeddings.weight", 2, WIDTH)
    places = graph.add(
        "Add", graph.add("Slice", positions, zero, length), graph.add("Slice", segments, zero, one)
    )
    return graph.norm(graph.add("Reshape", graph.add("Add", words, places), "rows"), "embeddings.LayerNorm")


def encoder_layer(graph: Graph, x: str, name: str, heads: str) -> str:
    attended = graph.linear(attention(graph, x, name, heads), f"{name}.attention.output.dense", WIDTH, WIDTH)
    x = graph.norm(graph.add("Add", x, attended), f"{name}.attention.output.LayerNorm")
    inner = graph.add("Gelu", graph.linear(x, f"{name}.intermediate.dense", WIDTH, INNER))
    outer = graph.linear(inner, f"{name}.output.dense", INNER, WIDTH)
    return graph.norm(graph.add("Add", x, outer), f"{name}.output.LayerNorm")


def attention(graph: Graph, x: str, name: str, heads: str) -> str:
    """Scaled dot-product attention, a head at a time."""

    def split(part: str, order: list[int]) -> str:
        rows = graph.linear(x, f"{name}.attention.self.{part}", WIDTH, WIDTH)
        return graph.add("Transpose", graph.add("Reshape", rows, heads), perm=order)

    query, key, value = split("query", [0, 2, 1, 3]), split("key", [0, 2, 3, 1]), split("value", [0, 2, 1, 3])
    scores = graph.add("Mul", graph.add("MatMul", query, key), "scale")
    mixed = graph.add("MatMul", graph.add("Softmax", scores, axis=-1), value)
    return graph.add("Reshape", graph.add("Transpose", mixed, perm=[0, 2, 1, 3]), "rows")


def model(graph: Graph) -> onnx.ModelProto:
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "length"])
    states = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["batch", "length", WIDTH])
    body = helper.make_graph(graph.nodes, "minilm", [ids], [states], list(graph.tensors.values()))
    return helper.make_model(
        body,
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=IR_VERSION,
        producer_name="claimcompare",
    )


def main(target: Path = TARGET) -> None:
    target.write_bytes(build().SerializeToString(deterministic=True))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
