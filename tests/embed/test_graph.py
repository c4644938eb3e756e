"""The shipped graph is what its recipe writes."""

from importlib.resources import files

import pytest

from compare.embed.onnx import open_session
from compare.errors import ModelError
from training.embed import graph


def test_the_recipe_writes_the_shipped_graph(tmp_path):
    graph.main(tmp_path / "graph.onnx")
    assert (tmp_path / "graph.onnx").read_bytes() == files("compare.embed").joinpath(
        "minilm.onnx"
    ).read_bytes()


def test_a_graph_that_is_none_is_one_line():
    with pytest.raises(ModelError, match="ONNX model can't be loaded"):
        open_session(b"not a graph")
