"""Writes the card of the reader's weights: `python -m training.reader.card` after export, choice and calibration.

Takes the runs from `runs.jsonl`, reliability from `reliability.md`, sizes and checksums from the files themselves, the
misread sentences from `evaluation.constructions`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from evaluation.constructions import misread

from onrecord.reading import EncoderReader
from training.reader.export import ASSETS
from training.reader.train import HERE

FILES = ("encoder.onnx", "heads.npz", "settings.json", "tokenizer.json")
LOSSES = (
    "cue",
    "parts",
    "arcs",
    "relations",
    "act",
    "certainty",
    "source_kind",
    "spans.conflict",
    "chains",
    "furniture",
    "trigger",
    "sides",
    "event_type",
    "event_status",
)


def runs() -> Iterator[str]:
    """The table of every run."""
    yield "| run | steps | minutes on two cores | " + " | ".join(LOSSES) + " |"
    yield "|---|---:|---:|" + "---:|" * len(LOSSES)
    for line in (HERE / "runs.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        losses = " | ".join(f"{row['losses'][name]:.3f}" if name in row["losses"] else "" for name in LOSSES)
        yield f"| {row['run']} | {row['steps']} | {row['minutes']} | {losses} |"


def files(folder: Path) -> Iterator[str]:
    """The table of files with sizes and checksums."""
    yield "| file | bytes | sha256 |"
    yield "|---|---:|---|"
    for name in FILES:
        data = (folder / name).read_bytes()
        yield f"| `{name}` | {len(data):,} | `{hashlib.sha256(data).hexdigest()}` |"


def mistakes() -> Iterator[str]:
    """The sentences of the table of constructions that are misread, by construction."""
    for table, sentences in misread(EncoderReader()).items():
        if sentences:
            yield f"- **{table}**: " + " · ".join(sentences)


def card() -> str:
    """The whole card."""
    template = (HERE / "card.md").read_text(encoding="utf-8")
    parts = {
        "runs": "\n".join(runs()),
        "files": "\n".join(files(ASSETS)),
        "reliability": (ASSETS / "reliability.md").read_text(encoding="utf-8").strip(),
        "mistakes": "\n".join(mistakes()),
    }
    for name, text in parts.items():
        template = template.replace("{" + name + "}", text)
    return template


if __name__ == "__main__":
    (ASSETS / "README.md").write_text(card(), encoding="utf-8")
