"""Act, certainty, kind and type of source of a statement, as shares of each value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord.encoding.weights import Weights
from onrecord.reading.encoded import Encoded
from onrecord.reading.sequences import log_shares

if TYPE_CHECKING:
    import numpy as np

Stretch = tuple[int, int]
NAMES = ("act", "certainty", "source_kind", "source_type")


def judged(
    report: Encoded,
    weights: Weights,
    rows: Sequence[tuple[Sequence[Stretch], Sequence[Stretch], Sequence[Stretch]]],
) -> list[dict[str, Mapping[str, float]]]:
    """For each cue, source and content: the share of every value, by the value's name."""
    import numpy as np

    if not rows:
        return []
    pooled = np.stack([_pooled(report.vectors, weights, *row) for row in rows])
    state = np.maximum(weights.linear("values.first", pooled), 0)
    shares = {name: np.exp(log_shares(weights.linear(f"values.scores.{name}", state))) for name in NAMES}
    return [
        {name: dict(zip(weights.labels[name], map(float, shares[name][row]), strict=True)) for name in NAMES}
        for row in range(len(rows))
    ]


def _pooled(
    vectors: np.ndarray,
    weights: Weights,
    cue: Sequence[Stretch],
    source: Sequence[Stretch],
    content: Sequence[Stretch],
) -> np.ndarray:
    """Means of cue, source and content, first word of the content, what of all three matters to the cue, two flags."""
    import numpy as np

    nothing = np.zeros(vectors.shape[1], dtype=np.float32)

    def words(*parts: Sequence[Stretch]) -> list[int]:
        return sorted({w for part in parts for first, last in part for w in range(first, last + 1)})

    def mean(stretches: Sequence[Stretch]) -> np.ndarray:
        found: np.ndarray = vectors[words(stretches)].mean(0) if stretches else nothing
        return found

    said, every = mean(cue), words(cue, source, content)
    matters = nothing
    if every:
        odds = vectors[every] @ weights.linear("values.asked", said) / np.float32(len(said) ** 0.5)
        shares = np.exp(odds - odds.max())
        matters = shares / shares.sum() @ vectors[every]
    first = vectors[content[0][0]] if content else nothing
    flags = np.array([float(bool(source)), float(bool(content))], dtype=np.float32)
    return np.concatenate([said, mean(source), mean(content), first, matters, flags])
