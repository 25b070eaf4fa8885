r"""Makes a checkpoint to go on training from out of the weights that are shipped, where that of their run is lost.

    python -m training.reader.shipped --weights FILE --out build/reader/shipped.pt

The encoder's 8-bit matrices become numbers again; the table of word pieces, which never learns, comes from the weights
that the reader was started from. Heads that are not shipped are not in the checkpoint: they start fresh.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from training.reader.export import ASSETS
from training.reader.starting import stored

_PIECES = "embeddings.word_embeddings.weight"


def shipped(folder: Path, started_from: Path) -> dict[str, Any]:
    """The checkpoint of the weights in `folder`; KeyError for a graph that `training.reader.export` did not write."""
    heads = {
        name: torch.from_numpy(array.astype(np.float32)) for name, array in np.load(folder / "heads.npz").items()
    }
    encoder = _encoder(onnx.load(str(folder / "encoder.onnx")).graph)
    encoder["pieces.weight"] = stored(started_from)[_PIECES]
    labels = json.loads((folder / "settings.json").read_text(encoding="utf-8"))["labels"]
    model = heads | {"encoder." + name: tensor for name, tensor in encoder.items()}
    return {"model": model, "average": {}, "step": 0, "labels": labels}


def _encoder(graph: Any) -> dict[str, torch.Tensor]:
    """Every weight of the encoder under its name in the network."""
    held = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    found = {
        name: torch.from_numpy(array.copy()) for name, array in held.items() if name.startswith(("norm", "layers"))
    }
    for name in (n.removesuffix("_quantized") for n in held if n.endswith(".weight_quantized")):
        found[name] = torch.from_numpy(_numbers(held, name))
    readers = {taken: node for node in graph.node for taken in node.input}
    for node in graph.node:
        if node.op_type == "MatMulInteger" and node.input[1] in held:
            matrix = _numbers(held, node.input[1].removesuffix("_quantized"))
            found[_bias(node, readers, held).removesuffix("bias") + "weight"] = torch.from_numpy(matrix.T.copy())
    return found


def _numbers(held: Mapping[str, np.ndarray[Any, Any]], name: str) -> np.ndarray[Any, Any]:
    """A matrix of 8-bit steps as numbers; scales are those of its columns, or one for all."""
    steps = held[name + "_quantized"].astype(np.float32) - held[name + "_zero_point"].astype(np.float32)
    return np.asarray(steps * held[name + "_scale"], dtype=np.float32)


def _bias(node: Any, readers: Mapping[str, Any], held: Mapping[str, Any]) -> str:
    """The name of the bias that is added to what a matrix gives: it tells which matrix that is."""
    while True:
        node = readers[node.output[0]]
        if named := [name for name in node.input if name in held and name.endswith(".bias")]:
            return str(named[0])


def main() -> None:
    """Writes the checkpoint from the command line."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--folder", type=Path, default=ASSETS, help="folder of the shipped weights")
    arguments.add_argument("--weights", type=Path, required=True, help="the weights that the reader was started from")
    arguments.add_argument("--out", type=Path, required=True)
    given = arguments.parse_args()
    given.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(shipped(given.folder, given.weights), given.out)


if __name__ == "__main__":
    main()
