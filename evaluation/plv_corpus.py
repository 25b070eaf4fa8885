"""PLV's sentences: the rows of its training part, where source and target stand, and which rows are kept apart."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

FOLDS = 5
KEPT = 4
"""The fold, by sentence, that is never learnt from."""


def plv_rows(folder: Path) -> list[dict[str, str]]:
    """The rows of PLV's training part in the order of the file."""
    with (folder / "events/plv-train.tsv").open(encoding="utf-8") as sentences:
        return list(csv.DictReader(sentences, delimiter="\t"))


def is_kept(row: Mapping[str, str]) -> bool:
    """Whether a sentence is of the fold that is kept to measure with."""
    return int(row["sentence_id"]) % FOLDS == KEPT


def marked_sides(row: Mapping[str, str]) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Where source and target stand in a row's sentence, from the marks of its marked sentence."""
    marked = row["marked_sentence"]
    found: dict[str, tuple[int, int]] = {}
    at, taken = 0, 0
    opened: dict[str, int] = {}
    while at < len(marked):
        for tag in ("<s>", "</s>", "<t>", "</t>"):
            if marked.startswith(tag, at):
                if tag[1] == "/":
                    found[tag[2]] = (opened[tag[2]], taken)
                else:
                    opened[tag[1]] = taken
                at += len(tag)
                break
        else:
            at, taken = at + 1, taken + 1
    return found.get("s"), found.get("t")
