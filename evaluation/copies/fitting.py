"""The weights of the likelihood that two reports have one origin: logistic regression on the tuning part."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from evaluation.copies.pairs import Pair, pairs
from onrecord.linking.kept import kept
from onrecord.linking.versions import is_among_others, signs, version_of

NAMES = ("kept of the shorter", "kept of the longer", "first half kept better", "other first half", "base")
_RIDGE = 1e-4
_ROUNDS = 50


def fitted(each: int) -> dict[str, float]:
    """The weights by name. Columns that have a report whole are left out: a rule of their own takes them."""
    rows, same = [], []
    for pair in pairs("tune", each):
        found = _signs(pair)
        if found is not None:
            rows.append([*found, 1.0])
            same.append(float(pair.same))
    weights = _regression(np.array(rows), np.array(same))
    return dict(zip(NAMES, (float(w) for w in weights), strict=True))


def _signs(pair: Pair) -> tuple[float, ...] | None:
    one, other = version_of(pair.one), version_of(pair.other)
    shorter, longer = sorted((one, other), key=lambda v: v.wording.own_words)
    of_shorter, of_longer = kept(shorter.wording, longer.wording), kept(longer.wording, shorter.wording)
    if is_among_others(of_shorter, of_longer, shorter, longer):
        return None
    return signs(of_shorter, of_longer)


def _regression(rows: npt.NDArray[np.float64], same: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Newton's method, with a little of ridge on all weights but the last."""
    weights = np.zeros(rows.shape[1])
    ridge = np.full(rows.shape[1], _RIDGE)
    ridge[-1] = 0.0
    for _ in range(_ROUNDS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (likely - same) / len(rows) + ridge * weights
        curve = (rows * (likely * (1 - likely))[:, None]).T @ rows / len(rows) + np.diag(ridge + 1e-9)
        weights -= np.linalg.solve(curve, slope)
    return weights
