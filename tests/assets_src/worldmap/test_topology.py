from __future__ import annotations

from typing import Any

from assets_src.worldmap.topology import features

SQUARES = {
    "transform": {"scale": [1.0, 1.0], "translate": [-10.0, 20.0]},
    # The border between the two squares, then what is left of the western and of the eastern one.
    "arcs": [[[2, 0], [0, 2]], [[2, 2], [-2, 0], [0, -2], [2, 0]], [[2, 0], [2, 0], [0, 2], [-2, 0]]],
    "objects": {
        "countries": {
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "West"}},
                {"type": "MultiPolygon", "arcs": [[[2, ~0]]], "properties": {"name": "East"}},
            ]
        }
    },
}


def test_two_countries_share_a_border_that_stands_once() -> None:
    east, west = features(SQUARES, "countries")
    assert [east["properties"]["name"], west["properties"]["name"]] == ["East", "West"]
    assert _ring(west) == [(-8, 20), (-8, 22), (-10, 22), (-10, 20), (-8, 20)]
    assert _ring(east) == [(-8, 20), (-6, 20), (-6, 22), (-8, 22), (-8, 20)]


def test_what_rounding_leaves_without_a_surface_is_left_out() -> None:
    tiny = {**SQUARES, "transform": {"scale": [0.001, 0.001], "translate": [0.0, 0.0]}}
    assert features(tiny, "countries") == []


def test_a_country_across_the_line_of_dates_stays_in_one_piece() -> None:
    across = {
        "transform": {"scale": [1.0, 1.0], "translate": [0.0, 0.0]},
        "arcs": [[[178, 0], [2, 0], [-358, 0], [0, 5], [356, 0], [0, -5]]],
        "objects": {
            "countries": {"geometries": [{"type": "Polygon", "arcs": [[0]], "properties": {"name": "Isles"}}]}
        },
    }
    (isles,) = features(across, "countries")
    assert _ring(isles) == [(178, 0), (180, 0), (182, 0), (182, 5), (178, 5), (178, 0)]


def test_land_round_a_pole_is_closed_through_it() -> None:
    around = {
        "transform": {"scale": [1.0, 1.0], "translate": [-180.0, -70.0]},
        "arcs": [[[0, 0], [120, 2], [120, -2], [120, 0]]],
        "objects": {
            "countries": {"geometries": [{"type": "Polygon", "arcs": [[0]], "properties": {"name": "South"}}]}
        },
    }
    (south,) = features(around, "countries")
    assert _ring(south) == [(-180, -70), (-60, -68), (60, -70), (180, -70), (180, -90), (-180, -90), (-180, -70)]


def _ring(feature: dict[str, Any]) -> list[tuple[float, float]]:
    ((ring,),) = feature["geometry"]["coordinates"]
    return list(ring)
