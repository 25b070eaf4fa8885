"""The places: everywhere that reports name, each once, with how often something is said to be there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.export.columns import Column, Row, TableKind
from onrecord.export.heldreports import HeldReport, held_reports
from onrecord.export.snapshot import Snapshot
from onrecord.export.tables.common import place_id

COLUMNS = (
    Column(
        "place_id",
        "id",
        "Id of the place in every record: `geonames:` and its id there, or `name:`, the folded name and the country.",
        "geonames:1183606",
    ),
    Column("name", "text", "The gazetteer's name.", "Bajaur"),
    Column("kind", "text", "What it is.", "admin2", values="place_kind"),
    Column("country", "text", "Its country, in the code of three letters of ISO 3166-1.", "PAK"),
    Column("admin1", "text", "The province or state in which it is.", "Khyber Pakhtunkhwa"),
    Column("geonames", "number", "Its id in GeoNames; empty where it is not there.", "1183606"),
    Column(
        "lat",
        "fraction",
        "Latitude (WGS 84); empty where the gazetteer does not hold the place.",
        "34.7",
        unit="degrees north",
    ),
    Column("lon", "fraction", "Longitude (WGS 84).", "71.5", unit="degrees east"),
    Column("reports", "number", "How many reports name it.", "4", unit="reports"),
    Column("mentions", "number", "How often they do.", "11", unit="mentions"),
    Column(
        "events",
        "number",
        "How many events are said to be there, denied and possible ones included.",
        "3",
        unit="events",
    ),
    Column("first_reported", "day", "The first day of publication of a report that names it.", "2011-11-21"),
    Column("last_reported", "day", "The last day of publication of one.", "2011-12-12"),
)


def rows(snapshot: Snapshot) -> Iterator[Row]:
    """A row for each place, the most named first."""
    found: dict[str, Row] = {}
    for report in held_reports(snapshot, "places", ("event", "place")):
        _count(found, report)
    yield from sorted(found.values(), key=lambda row: (-row["reports"], row["name"], row["place_id"]))


def _count(found: dict[str, Row], report: HeldReport) -> None:
    events = [event.bare["place"] for event in report.events]
    counted: set[str] = set()
    for place in report.places:
        ident = place_id(place.bare)
        row = found.setdefault(ident, _row(ident, place.bare))
        row["mentions"] += len(place.bare["mentions"])
        row["events"] += events.count(place.row.local_id)
        if ident not in counted:
            counted.add(ident)
            row["reports"] += 1
            days = [
                day for day in (row["first_reported"], row["last_reported"], report.row.published) if day is not None
            ]
            row["first_reported"], row["last_reported"] = min(days, default=None), max(days, default=None)


def _row(ident: str, noun: Any) -> Row:
    plain = {name: noun[name] for name in ("name", "kind", "country", "admin1", "geonames", "lat", "lon")}
    counts = {"reports": 0, "mentions": 0, "events": 0, "first_reported": None, "last_reported": None}
    return {"place_id": ident} | plain | counts


TABLE = TableKind("places", "One row a place that a report names.", ("place_id",), COLUMNS, rows)
