"""Act, certainty, kind and type of source, and form of a statement, as shares of each value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord.reading.encoding import Encoded
from onrecord.reading.sequences import log_shares
from onrecord.reading.weights import Weights

if TYPE_CHECKING:
    import numpy as np

Stretch = tuple[int, int]
NAMES = ("act", "certainty", "source_kind", "source_type", "form")


def judged(
    report: Encoded,
    weights: Weights,
    rows: Sequence[tuple[Sequence[Stretch], Sequence[Stretch], Sequence[Stretch]]],
) -> list[dict[str, Mapping[str, float]]]:
    """For each cue, source and content: the share of every value, by the value's name."""
    import numpy as np

    if not rows:
        return []
    pooled = np.stack([_pooled(report.vectors, *row) for row in rows])
    state = np.maximum(weights.linear("values.first", pooled), 0)
    shares = {name: np.exp(log_shares(weights.linear(f"values.scores.{name}", state))) for name in NAMES}
    return [
        {name: dict(zip(weights.labels[name], map(float, shares[name][row]), strict=True)) for name in NAMES}
        for row in range(len(rows))
    ]


def _pooled(
    vectors: np.ndarray, cue: Sequence[Stretch], source: Sequence[Stretch], content: Sequence[Stretch]
) -> np.ndarray:
    import numpy as np

    def mean(stretches: Sequence[Stretch]) -> np.ndarray:
        words = [w for first, last in stretches for w in range(first, last + 1)]
        found: np.ndarray = vectors[words].mean(0) if words else np.zeros(vectors.shape[1], dtype=np.float32)
        return found

    first = vectors[content[0][0]] if content else np.zeros(vectors.shape[1], dtype=np.float32)
    flags = np.array([float(bool(source)), float(bool(content))], dtype=np.float32)
    return np.concatenate([mean(cue), mean(source), mean(content), first, flags])
