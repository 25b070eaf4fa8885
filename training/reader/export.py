"""Writes what is shipped: the encoder as int8 ONNX, the heads, labels and tokeniser, into `assets/reader/`.

`python -m training.reader.export --checkpoint build/reader/second.pt --tokeniser FILE`, then `training.furniture.choose`
and `training.reader.calibrate` for the numbers that are measured with the weights.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from training.reader.network import Reader
from training.reader.train import HERE, averaged

ASSETS = Path(__file__).parents[2] / "src" / "onrecord" / "assets" / "reader"
INPUTS = ("pieces", "capitals", "settings", "mask")
UNMEASURED: dict[str, list[float]] = {
    "appeal_thresholds": [0.0],
    "cue_threshold": [0.0],
    "trigger_threshold": [-1.0],  # best for triggers with type on the passages kept to choose with
    "confidence": [0.0, 1.0, 1.0, 0.0],
    "furniture_costs": [1.0, 0.5, 2.0],
    "furniture_shifts": [0.0, -1.0],
}


def export_encoder(reader: Reader, path: Path) -> None:
    """The encoder as int8 ONNX; ranges are reduced so that processors without VNNI give the same sums."""
    example = torch.ones(1, 8, dtype=torch.long)
    axes = {name: {0: "batch", 1: "length"} for name in (*INPUTS, "vectors")}
    with tempfile.TemporaryDirectory() as folder:
        full = str(Path(folder) / "full.onnx")
        given: Any = (example, example, example, torch.ones(1, 8))
        torch.onnx.export(
            reader.encoder, given, full, input_names=list(INPUTS), output_names=["vectors"], dynamic_axes=axes,
            opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(full, str(path), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


def export_heads(reader: Reader, path: Path) -> None:
    """The heads that are used in reading, in half precision."""
    arrays = {}
    for name, weight in reader.state_dict().items():
        unused = name.startswith(("encoder.", "part.", "starts.", "stretches.", "values.scores.form."))
        if not unused or name.startswith("stretches.conflict."):
            arrays[name] = weight.numpy().astype(np.float16)
    np.savez_compressed(path, **arrays)


def main() -> None:
    """Exports from the command line."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--checkpoint", type=Path, required=True)
    arguments.add_argument("--tokeniser", type=Path, required=True)
    arguments.add_argument("--out", type=Path, default=ASSETS)
    given = arguments.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    settings = tomllib.loads((HERE / "configuration.toml").read_text())
    tokeniser = Tokenizer.from_file(str(given.tokeniser))
    tokeniser.no_padding()
    tokeniser.no_truncation()
    reader, labels = averaged(given.checkpoint, settings, tokeniser.get_vocab_size())
    export_encoder(reader, given.out / "encoder.onnx")
    export_heads(reader, given.out / "heads.npz")
    (given.out / "tokenizer.json").write_text(tokeniser.to_str(), encoding="utf-8")
    used = {k: v for k, v in labels.items() if k != "form" and (not k.startswith("spans.") or k == "spans.conflict")}
    card = {"labels": used, "measured": UNMEASURED}
    (given.out / "settings.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
