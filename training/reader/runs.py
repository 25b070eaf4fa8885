"""The log of training as rows of the card: what a finished run learnt from, how long it took, and its last losses."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

LAST = 8
"""Rows of the log, 25 steps each, whose mean stands in the card."""
FIRST_ROW = 25
"""The step of the first row of a run; what stands before the last such row is of earlier runs."""


def record(log: Path, stage: str, told: str, runs: Path) -> None:
    """Adds a finished run to the file of runs; minutes leave out pauses between the parts of a run that was cut."""
    rows = [row for line in log.read_text().splitlines() if (row := json.loads(line))["stage"] == stage]
    begun = max((at for at, row in enumerate(rows) if row["step"] <= FIRST_ROW), default=0)
    rows = rows[begun:]
    before = [0, *(row["seconds"] for row in rows)]
    seconds = sum(now - (then if then <= now else 0) for then, now in pairwise(before))
    last = rows[-LAST:]
    names = sorted({name for row in last for name in row} - {"stage", "step", "seconds"})
    means = {n: [row[n] for row in last if n in row] for n in names}
    losses = {name: round(sum(values) / len(values), 3) for name, values in means.items()}
    row = {"run": told, "steps": rows[-1]["step"], "minutes": round(seconds / 60, 1), "losses": losses}
    with runs.open("a", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")
