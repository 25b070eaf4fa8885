"""Where somebody's neighbours stand in a picture: those of one kind side by side on a ring, the nearest ties in front.

The same ties give the same picture: nothing is left to chance, and no two names lie over each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, cos, pi, sin

from onrecord.web.pages.actorties import KINDS, Tie, TieKind

WIDTH = 640
"""Units of the picture, in which letters are 15 high."""
MOST = 16
"""Neighbours drawn; the table beside the picture has all."""
_RADIUS_X = 130
_ROW = 44
_MARGIN = 34
_LABEL = 22


@dataclass(frozen=True, slots=True)
class Node:
    """A neighbour at its place; its name stands left or right of it. `weight` (1 to 5) is the width of the line."""

    tie: Tie
    x: float
    y: float
    label: str
    side: str
    label_x: float
    weight: float
    edge_x: float
    edge_y: float


@dataclass(frozen=True, slots=True)
class Network:
    """Somebody in the middle with his neighbours around; `left_out` are not drawn."""

    width: int
    height: int
    x: float
    y: float
    nodes: tuple[Node, ...]
    kinds: tuple[TieKind, ...]
    left_out: int


def network_of(ties: Sequence[Tie]) -> Network | None:
    """The picture of some ties; None for none."""
    if not ties:
        return None
    shown = _chosen(ties)
    height = _ROW * max(2, (len(shown) + 1) // 2) + 2 * _MARGIN
    middle = WIDTH / 2, height / 2
    places = _around(len(shown))
    most = max(tie.count for tie in shown) or 1
    nodes = tuple(_node(tie, angle, middle, most) for tie, angle in zip(shown, places, strict=True))
    kinds = tuple(kind for kind in KINDS if any(tie.kind == kind for tie in shown))
    return Network(WIDTH, height, *middle, nodes, kinds, len(ties) - len(shown))


def _chosen(ties: Sequence[Tie]) -> list[Tie]:
    """As many as there is room for: of each kind in turn the one most told, each neighbour once; in order of kinds."""
    waiting = {kind: [tie for tie in ties if tie.kind == kind] for kind in KINDS}
    chosen: dict[str, Tie] = {}
    while len(chosen) < MOST and any(waiting.values()):
        for kind in KINDS:
            if waiting[kind] and len(chosen) < MOST:
                tie = waiting[kind].pop(0)
                chosen.setdefault(tie.key, tie)
    return sorted(chosen.values(), key=lambda tie: (KINDS.index(tie.kind), -tie.count, tie.name, tie.key))


def _around(number: int) -> list[float]:
    """Angles from the top clockwise at which names in lines of their own height do not meet."""
    right = (number + 1) // 2
    left = number - right
    return [_angle(n, right) for n in range(right)] + [2 * pi - _angle(n, left) for n in reversed(range(left))]


def _angle(n: int, number: int) -> float:
    """The n-th of some places on the right half, from the top down, at equal heights."""
    height = 1 - 2 * (n + 0.5) / number
    return pi / 2 - asin(height)


def _node(tie: Tie, angle: float, middle: tuple[float, float], most: int) -> Node:
    across, up = sin(angle), cos(angle)
    x, y = middle[0] + _RADIUS_X * across, middle[1] - (middle[1] - _MARGIN) * up
    side = "end" if across < 0 else "start"
    name = tie.name if len(tie.name) <= _LABEL else f"{tie.name[: _LABEL - 1].rstrip()}…"
    return Node(
        tie=tie,
        x=round(x, 2),
        y=round(y, 2),
        label=name,
        side=side,
        label_x=round(x + (-11 if side == "end" else 11), 2),
        weight=round(1 + 4 * tie.count / most, 2),
        edge_x=round(middle[0] + 0.07 * (x - middle[0]), 2),
        edge_y=round(middle[1] + 0.07 * (y - middle[1]), 2),
    )
