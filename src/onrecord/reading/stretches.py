"""Mentions of people, bodies, places, offices, times, quantities and weapons: stretches of words with their kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.encoding.weights import Weights
from onrecord.reading.encoded import Encoded
from onrecord.reading.sequences import log_shares

if TYPE_CHECKING:
    import numpy as np

LONGEST = 24
"""Words that a mention has at most."""
ACTOR_KINDS = frozenset("person people armed_group government military country party organisation".split())


@dataclass(frozen=True, slots=True)
class Stretch:
    """First and last word of a mention, its kind, and how sure the reader is (log share)."""

    first: int
    last: int
    kind: str
    sure: float


def stretches(report: Encoded, weights: Weights) -> tuple[Stretch, ...]:
    """Every mention of a report, outer ones before those inside them; none crosses another."""
    if not report.places:
        return ()
    shares = log_shares(_scores(report, weights))
    labels = weights.labels["spans.conflict"]
    return tuple(s for begin, end in report.bounds for s in _chosen(shares[begin:end], begin, labels))


def _chosen(shares: np.ndarray, begin: int, labels: Sequence[str]) -> list[Stretch]:
    """The stretches of one sentence that are likelier a mention than none, the surest first where two would cross.

    `shares` are first words × words from there to the last one × kinds; `begin` is the number of the first word.
    """
    best = shares[:, :, 1:].max(2)
    rows, ahead = (best > shares[:, :, 0]).nonzero()
    inside = [(int(i), int(d)) for i, d in zip(rows, ahead, strict=True) if i + d < len(shares)]
    kept: list[Stretch] = []
    for row, far in sorted(inside, key=lambda place: -best[place]):
        first, last = begin + row, begin + row + far
        if not any(_cross(first, last, k.first, k.last) for k in kept):
            kept.append(Stretch(first, last, labels[int(shares[row, far, 1:].argmax())], float(best[row, far])))
    return sorted(kept, key=lambda s: (s.first, -s.last))


def _scores(report: Encoded, weights: Weights) -> np.ndarray:
    """First words × words from there to the last one, LONGEST at most × kinds, the first of them none."""
    import numpy as np

    name = "stretches.conflict"
    first = np.maximum(weights.linear(name + ".first", report.vectors), 0)
    last = np.maximum(weights.linear(name + ".last", report.vectors), 0)
    both = weights.arrays[name + ".both"]
    count, kinds, width = len(first), len(both), first.shape[1]
    mixed = (first @ both.transpose(1, 0, 2).reshape(width, -1)).reshape(count, kinds, width)
    last_only = weights.linear(name + ".last_only", last)
    ahead = np.lib.stride_tricks.sliding_window_view(_padded(last), LONGEST, 0)
    scores: np.ndarray = np.matmul(mixed, ahead).transpose(0, 2, 1)
    scores += weights.linear(name + ".first_only", first)[:, None]
    scores += np.lib.stride_tricks.sliding_window_view(_padded(last_only), LONGEST, 0).transpose(0, 2, 1)
    return scores


def _padded(rows: np.ndarray) -> np.ndarray:
    """The rows with as many empty ones behind them as a mention may reach beyond the end."""
    import numpy as np

    return np.concatenate([rows, np.zeros((LONGEST - 1, rows.shape[1]), dtype=rows.dtype)])


def _cross(first: int, last: int, other_first: int, other_last: int) -> bool:
    return first < other_first <= last < other_last or other_first < first <= other_last < last
