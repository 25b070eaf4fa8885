"""Fits linear models with numpy: which names are places, and which of several options is the right one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

Signs = Mapping[str, float]
Array = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int_]
STEPS = 400
RATE = 0.05


def fitted_choice(
    groups: Sequence[tuple[Sequence[Signs], Sequence[bool], float]], restraint: float
) -> dict[str, float]:
    """Weights under which the right options of each group get most of its share.

    A group is the signs of its options, which of them are right, and how often it occurs. Several may be right: their
    shares are added. `restraint` is the weight of the squares (L2), per hundred groups.
    """
    groups = [g for g in groups if any(g[1]) and not all(g[1])]
    names, matrix = _matrix([signs for options, _, _ in groups for signs in options])
    right = np.array([r for _, rights, _ in groups for r in rights])
    counts = np.array([len(options) for options, _, _ in groups])
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
    often = np.array([n for _, _, n in groups])
    often = often / often.mean()

    def slope(weights: Array) -> Array:
        shares = _shares(matrix @ weights, starts, counts)
        good = np.add.reduceat(shares * right, starts)
        wanted = shares * right / np.repeat(np.maximum(good, 1e-12), counts)
        uphill: Array = matrix.T @ ((wanted - shares) * np.repeat(often, counts)) / len(groups)
        return uphill

    return _rounded(names, _climbed(slope, len(names), restraint / 100))


def fitted_yes(rows: Sequence[tuple[Signs, bool]], restraint: float) -> dict[str, float]:
    """Weights of a logistic model; "always" is a sign like others."""
    names, matrix = _matrix([signs for signs, _ in rows])
    right = np.array([r for _, r in rows], float)

    def slope(weights: Array) -> Array:
        chances = 1 / (1 + np.exp(-np.clip(matrix @ weights, -30, 30)))
        uphill: Array = matrix.T @ (right - chances) / len(rows)
        return uphill

    return _rounded(names, _climbed(slope, len(names), restraint / 100))


def _matrix(rows: Sequence[Signs]) -> tuple[list[str], Array]:
    names = sorted({name for signs in rows for name in signs})
    column = {name: i for i, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    for row, signs in enumerate(rows):
        for name, value in signs.items():
            matrix[row, column[name]] = value
    return names, matrix


def _shares(scores: Array, starts: Numbers, counts: Numbers) -> Array:
    raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), counts))
    shares: Array = raised / np.repeat(np.add.reduceat(raised, starts), counts)
    return shares


def _climbed(slope: Callable[[Array], Array], size: int, restraint: float) -> Array:
    """The top of a concave hill by Adam's method, from zero, in a set number of steps."""
    weights, mean, square = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, STEPS + 1):
        direction = slope(weights) - restraint * weights
        mean = 0.9 * mean + 0.1 * direction
        square = 0.99 * square + 0.01 * direction**2
        pace = RATE * min(1.0, 4 * (1 - step / STEPS))
        weights = weights + pace * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return weights


def _rounded(names: Sequence[str], weights: Array) -> dict[str, float]:
    return {name: round(float(w), 3) for name, w in zip(names, weights, strict=True) if abs(w) >= 0.0005}
