"""Mentions of people, bodies, places, offices, times, quantities and weapons: stretches of words with their kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    import numpy as np

    if not report.places:
        return ()
    name = "stretches.conflict"
    first = np.maximum(weights.linear(name + ".first", report.vectors), 0)
    last = np.maximum(weights.linear(name + ".last", report.vectors), 0)
    both = weights.arrays[name + ".both"]
    kinds, width = len(both), first.shape[1]
    mixed = (first @ both.transpose(1, 0, 2).reshape(width, -1)).reshape(len(first), kinds, width)
    first_only = weights.linear(name + ".first_only", first)
    last_only = weights.linear(name + ".last_only", last)
    found: list[Stretch] = []
    labels = weights.labels["spans.conflict"]
    for begin, end in report.bounds:
        if end == begin:
            continue
        scores = np.einsum("ikx,jx->ijk", mixed[begin:end], last[begin:end])
        scores += first_only[begin:end, None] + last_only[None, begin:end]
        found += _chosen(log_shares(scores), begin, labels)
    return tuple(found)


def _chosen(shares: np.ndarray, begin: int, labels: Sequence[str]) -> Iterator[Stretch]:
    """The stretches of one sentence that are likelier a mention than none, the surest first where two would cross."""
    import numpy as np

    size = len(shares)
    ahead = np.arange(size)[None] - np.arange(size)[:, None]
    best = shares[:, :, 1:].max(2)
    rows, columns = np.nonzero((best > shares[:, :, 0]) & (ahead >= 0) & (ahead < LONGEST))
    kept: list[Stretch] = []
    for at in np.argsort(-best[rows, columns], kind="stable"):
        i, j = int(rows[at]), int(columns[at])
        if any(_cross(i + begin, j + begin, k.first, k.last) for k in kept):
            continue
        kind = labels[int(shares[i, j, 1:].argmax())]
        kept.append(Stretch(i + begin, j + begin, kind, float(best[i, j])))
    yield from sorted(kept, key=lambda s: (s.first, -s.last))


def _cross(first: int, last: int, other_first: int, other_last: int) -> bool:
    return first < other_first <= last < other_last or other_first < first <= other_last < last
