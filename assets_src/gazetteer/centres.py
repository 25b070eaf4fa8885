"""The middle of a set of points on the globe."""

from __future__ import annotations

import math
from collections.abc import Iterable

from assets_src.gazetteer.entries import Point

_CELLS_PER_DEGREE = 2


def weighted_centre(points: Iterable[tuple[Point, float]]) -> Point | None:
    """The point where the weights balance, as latitude and longitude in degrees; None for no points.

    Points are added up as vectors from the middle of the earth, so that a country on both sides of the date line is
    not put on the other side of the globe.
    """
    x = y = z = 0.0
    for (lat, lon), weight in points:
        north, east = math.radians(lat), math.radians(lon)
        x += weight * math.cos(north) * math.cos(east)
        y += weight * math.cos(north) * math.sin(east)
        z += weight * math.sin(north)
    if math.hypot(x, y, z) < 1e-9:
        return None
    return round(math.degrees(math.atan2(z, math.hypot(x, y))), 4), round(math.degrees(math.atan2(y, x)), 4)


def middle(points: Iterable[Point]) -> Point | None:
    """The middle of the area that points cover: every half-degree cell with a point in it counts for its area, once."""
    cells = {(math.floor(lat * _CELLS_PER_DEGREE), math.floor(lon * _CELLS_PER_DEGREE)) for lat, lon in points}
    centres = sorted(((row + 0.5) / _CELLS_PER_DEGREE, (column + 0.5) / _CELLS_PER_DEGREE) for row, column in cells)
    return weighted_centre((point, math.cos(math.radians(point[0]))) for point in centres)
