"""Events, statements and claims by place, as a GeoJSON feature collection (RFC 7946).

Positions are longitude and latitude in WGS 84, as the RFC asks. What is said to be at a place whose coordinates nobody
knows stands in the foreign member `without_coordinates`, so that nothing is lost; what has no place is not in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args

from onrecord.export.board import ClaimOnBoard, board
from onrecord.export.cells import cell_text, joined
from onrecord.export.columns import Row
from onrecord.export.jsonlines import json_items
from onrecord.export.snapshot import Snapshot
from onrecord.export.tables import claims, events, statements

Layer = Literal["events", "statements", "claims"]
LAYERS: tuple[Layer, ...] = get_args(Layer)
_OF_EVENT = (
    *("event_id", "statement_id", "report_id", "type", "mode", "cameo", "status", "trigger", "actors", "actor_ids"),
    *("recipients", "recipient_ids", "date_from", "date_to", "date_precision", "quantities", "published", "outlet"),
    *("speaker", "party", "source_kind", "act", "certainty", "origin_id", "withdrawn_on"),
)
_OF_STATEMENT = (
    *(
        "statement_id",
        "report_id",
        "date",
        "date_precision",
        "published",
        "outlet",
        "source",
        "source_kind",
        "speaker",
    ),
    *(
        "speaker_id",
        "party",
        "party_id",
        "act",
        "certainty",
        "content",
        "claims",
        "stances",
        "origin_id",
        "withdrawn_on",
    ),
)
_OF_CLAIM = (
    *("claim_id", "gloss", "type", "parties", "party_ids", "date_from", "date_to", "unit", "low", "high", "about"),
    *("standing", "reports", "independent_reports", "first_reported", "last_reported", "divided_parties"),
)
Json = dict[str, Any]


def geojson(snapshot: Snapshot, layers: tuple[Layer, ...] = LAYERS) -> Iterator[str]:
    """The feature collection, a feature a line; the property `layer` tells events, statements and claims apart."""
    unplaced: list[Json] = []
    yield '{"type": "FeatureCollection", "features": ['
    yield from json_items(_features(snapshot, layers, unplaced))
    yield '], "without_coordinates": ['
    yield from json_items(unplaced)
    yield "]}\n"


def _features(snapshot: Snapshot, layers: tuple[Layer, ...], unplaced: list[Json]) -> Iterator[Json]:
    makers = {"events": _events, "statements": _statements, "claims": _claims}
    for layer in LAYERS:
        if layer in layers:
            for feature in makers[layer](snapshot):
                if feature["geometry"] is None:
                    unplaced.append(feature["properties"])
                else:
                    yield feature


def _events(snapshot: Snapshot) -> Iterator[Json]:
    for row in events.rows(snapshot):
        if row["place"] is not None:
            yield _feature("events", row["event_id"], [row], {name: row[name] for name in _OF_EVENT})


def _statements(snapshot: Snapshot) -> Iterator[Json]:
    """A statement stands at every place of the events that it speaks of."""
    places: dict[str, dict[str, Row]] = {}
    for row in events.rows(snapshot):
        if row["place"] is not None and row["statement_id"] is not None:
            place = {name: row[name] for name in ("place", "place_id", "place_country", "lat", "lon")}
            places.setdefault(row["statement_id"], {})[row["place_id"]] = place
    for row in statements.rows(snapshot):
        said = places.get(row["statement_id"])
        if said is not None:
            where = [said[ident] for ident in sorted(said)]
            yield _feature("statements", row["statement_id"], where, {name: row[name] for name in _OF_STATEMENT})


def _claims(snapshot: Snapshot) -> Iterator[Json]:
    for one in board(snapshot, "claims by place"):
        if one.held.claim.place is not None:
            yield _claim(one)


def _claim(one: ClaimOnBoard) -> Json:
    row = claims.row_of(one)
    country = None if one.site is None else one.site.country
    return _feature(
        "claims", row["claim_id"], [row | {"place_country": country}], {name: row[name] for name in _OF_CLAIM}
    )


def _feature(layer: Layer, ident: str, places: list[Row], properties: Mapping[str, Any]) -> Json:
    """A point for one place, several points for several; without a geometry where no place has coordinates."""
    points = [
        [place["lon"], place["lat"]] for place in places if place["lat"] is not None and place["lon"] is not None
    ]
    geometry: Json | None = {"type": "MultiPoint", "coordinates": points} if points else None
    if len(points) == 1:
        geometry = {"type": "Point", "coordinates": points[0]}
    where = {
        "place": joined(place["place"] for place in places),
        "place_id": joined(place["place_id"] or "" for place in places) or None,
        "country": next((place["place_country"] for place in places if place["place_country"] is not None), None),
    }
    told = {"layer": layer, "id": ident} | {name: _plain(value) for name, value in properties.items()} | where
    return {"type": "Feature", "id": ident, "geometry": geometry, "properties": told}


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, str | int | float | bool | list) else cell_text(value)
