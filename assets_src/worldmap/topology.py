"""Countries as polygons of degrees, out of a TopoJSON file, where borders stand once and are shared."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Any

Point = tuple[float, float]
DIGITS = 2
"""Decimals of a degree that are kept: about a kilometre, finer than the outlines themselves."""
HALF_TURN = 180.0
_POLE = 89.0
"""So near to a pole a line along a parallel is no line across the map."""


def features(topology: dict[str, Any], named: str) -> list[dict[str, Any]]:
    """The GeoJSON features of one object of a topology, each with its name, in the order of names.

    A ring that rounding leaves with fewer than four points is too small to be seen and is left out, with a country that
    has no other.
    """
    arcs = [_degrees(arc, topology["transform"]) for arc in topology["arcs"]]
    found = []
    for geometry in topology["objects"][named]["geometries"]:
        polygons = [shape for shape in (_rings(rings, arcs) for rings in _polygons(geometry)) if shape]
        if polygons:
            shape = {"type": "MultiPolygon", "coordinates": polygons}
            name = geometry["properties"]["name"]
            found.append({"type": "Feature", "properties": {"name": name}, "geometry": shape})
    return sorted(found, key=lambda feature: str(feature["properties"]["name"]))


def _degrees(arc: Sequence[Sequence[int]], transform: dict[str, Sequence[float]]) -> list[Point]:
    """An arc's points in degrees; each is stored as its distance from the one before, in steps of the grid."""
    (across, up), (west, south) = transform["scale"], transform["translate"]
    steps = accumulate(arc, lambda at, step: (at[0] + step[0], at[1] + step[1]))
    return [(round(west + across * x, DIGITS), round(south + up * y, DIGITS)) for x, y in steps]


def _polygons(geometry: dict[str, Any]) -> Sequence[Sequence[Sequence[int]]]:
    if geometry["type"] == "Polygon":
        return [geometry["arcs"]]
    return geometry["arcs"] if geometry["type"] == "MultiPolygon" else []


def _rings(rings: Sequence[Sequence[int]], arcs: Sequence[Sequence[Point]]) -> list[list[Point]]:
    """Outline and holes of one polygon; nothing where the outline is too small."""
    made = [_closed(_unwrapped(_thinned(_joined(ring, arcs)))) for ring in rings]
    if len(made[0]) < 4:
        return []
    return [ring for ring in made if len(ring) >= 4]


def _joined(ring: Sequence[int], arcs: Sequence[Sequence[Point]]) -> Iterator[Point]:
    """The points of a ring's arcs one after another; `~n` is arc `n` run backwards."""
    for number in ring:
        yield from arcs[number] if number >= 0 else reversed(arcs[~number])


def _thinned(points: Iterator[Point]) -> list[Point]:
    """The points without those that rounding made equal to the one before."""
    kept: list[Point] = []
    for point in points:
        if not kept or point != kept[-1]:
            kept.append(point)
    return kept


def _unwrapped(points: Sequence[Point]) -> list[Point]:
    """The points with longitudes that go on beyond 180 degrees, so that no line runs back round the globe."""
    turned, kept = 0.0, list(points[:1])
    for (before, _), (lon, lat) in pairwise(points):
        if abs(lon - before) > HALF_TURN and abs(lat) < _POLE:
            turned += math.copysign(2 * HALF_TURN, before - lon)
        kept.append((round(lon + turned, DIGITS), lat))
    return kept


def _closed(points: list[Point]) -> list[Point]:
    """The ring closed: one that ends a whole turn from where it began goes round a pole, and is closed through it."""
    if not points or points[0] == points[-1]:
        return points
    (first, lat), (last, _) = points[0], points[-1]
    pole = math.copysign(90.0, lat)
    return [*points, (last, pole), (first, pole), points[0]]
