"""Writes what is shipped: int8 weights, tokeniser and thresholds, into `assets/furniture/`.

`python -m training.furniture.export --encoder FOLDER` after `training.furniture.train`. The costs of changing sides and
the shift are chosen on the kept fifth of the written pages with the int8 weights themselves: of all settings that mark
at most 0.6 % of report pieces, the one that finds most furniture.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import shutil
from itertools import product
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from onrecord.page import judge
from onrecord.page.pieces import pieces
from onrecord.page.sequence import best_sequence
from training.furniture.pages import Page
from training.furniture.train import KINDS, FurnitureModel, Material

ASSETS = Path(__file__).parents[2] / "src" / "onrecord" / "assets" / "furniture"
MOST_REPORT_MARKED = 0.006


def export(model: FurnitureModel, work: Path) -> None:
    """The model as int8 ONNX; ranges are reduced so that processors without VNNI give the same sums."""
    model.eval()
    example = torch.ones(1, 8, dtype=torch.long)
    axes = {
        "tokens": {0: "batch", 1: "length"},
        "mask": {0: "batch", 1: "length"},
        "scores": {0: "batch", 1: "length"},
    }
    torch.onnx.export(
        model, (example, example), str(work / "full.onnx"), input_names=["tokens", "mask"], output_names=["scores"],
        dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip
    quantize_dynamic(
        str(work / "full.onnx"),
        str(ASSETS / "model.onnx"),
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
    )


def choose(pages: list[Page]) -> dict[str, float]:
    """The costs and the shift that do best on pages nothing was learnt from."""
    judged_pages = [_judged(page) for page in pages]
    best: tuple[float, dict[str, float]] = (-math.inf, {})
    for line, glue, sentence, shift in product(
        (0.0, 0.5, 1.0), (0.0, 0.5, 1.0), (0.5, 1.0, 2.0), (0.5, 0, -0.5, -1, -1.5, -2, -3, -4)
    ):
        change = {"line": line, "glue": glue, "sentence": sentence, "shift": shift}
        found, marked = _shares(judged_pages, change)
        value = found if marked <= MOST_REPORT_MARKED else found - 20 * marked
        if value > best[0]:
            best = (value, change)
            print(f"{change}: furniture found {found:.3f}, report marked {marked:.4f}")
    return best[1]


def _judged(page: Page) -> tuple[Page, list[float]]:
    parts = pieces(page.text)
    reports = [min(max(j[None], 1e-6), 1 - 1e-6) for j in judge.judged(parts, page.outlet)]
    return page, [math.log((1 - r) / r) for r in reports]


def _shares(found: list[tuple[Page, list[float]]], change: dict[str, float]) -> tuple[float, float]:
    counts = [0, 0, 0, 0]
    for page, odds in found:
        parts = pieces(page.text)
        chosen = best_sequence([o + change["shift"] for o in odds], [p.boundary for p in parts], change)
        for piece, is_furniture in zip(parts, chosen, strict=True):
            kind, _ = page.kind_at(piece.start, piece.end)
            counts[(kind is None) * 2 + is_furniture] += 1
    return counts[1] / max(1, counts[0] + counts[1]), counts[3] / max(1, counts[2] + counts[3])


def main() -> None:
    """Exports, chooses, and prints the checksums for the card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("build/furniture"))
    arguments = parser.parse_args()
    ASSETS.mkdir(exist_ok=True)
    model = FurnitureModel()
    model.load_state_dict(torch.load(arguments.out / "model.pt"))
    export(model, arguments.out)
    shutil.copy(arguments.encoder / "tokenizer.json", ASSETS / "tokenizer.json")
    settings = ASSETS / "settings.json"
    settings.write_text(json.dumps({"kinds": KINDS, "sequence": {}}))
    chosen = choose(Material(arguments.corpora).kept)
    settings.write_text(json.dumps({"kinds": KINDS, "sequence": chosen}, indent=1) + "\n", encoding="utf-8")
    for path in sorted(ASSETS.glob("*.*")):
        print(f"{path.name}: {path.stat().st_size:,} bytes, sha256 {hashlib.sha256(path.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main()
