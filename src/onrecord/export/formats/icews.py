"""Events as rows under the columns of ICEWS, with the status of each and whose statement it is in columns behind them.

The first twenty columns are those of the weekly files of the ICEWS Coded Event Data (Harvard Dataverse,
doi:10.7910/DVN/28075), in their order and spelling. As there, a row is one source and one target, so that an event of
several has several rows with one Event ID. Sectors are codes of CAMEO, not ICEWS's own words for them; Event Text is type
and mode of PLOVER; Intensity is empty, since ICEWS gives the scale for its own codes and no report tells it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from onrecord.export.cells import joined
from onrecord.export.csvrows import tab_row
from onrecord.export.formats.sides import Side, sides
from onrecord.export.formats.when import event_day
from onrecord.export.heldreports import Found, HeldReport, held_reports
from onrecord.export.snapshot import Snapshot
from onrecord.export.told import Values, stated_events
from onrecord.model import Article, EventStatus, Furniture
from onrecord.reading.segmentation import sentences
from onrecord.resolution.actors.states import by_iso3

ICEWS_COLUMNS = (
    *("Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code"),
    *("Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher"),
    *("City", "District", "Province", "Country", "Latitude", "Longitude"),
)
FURTHER_COLUMNS = (
    *("Status", "Speaker", "Speaker Party", "Source Kind", "Act", "Certainty", "Statement ID", "Date Basis"),
    *("Date Precision", "Trigger", "Source ID", "Target ID", "Origin Story ID", "Confidence"),
)
COLUMNS = ICEWS_COLUMNS + FURTHER_COLUMNS


def icews(snapshot: Snapshot, only: EventStatus | None = None, *, raw: bool = False) -> Iterator[str]:
    """The events as tab-separated lines under a heading; with `only`, those of one status."""
    yield tab_row(COLUMNS, raw=raw)
    for row in icews_rows(snapshot, only):
        yield tab_row([row[name] for name in COLUMNS], raw=raw)


def icews_rows(snapshot: Snapshot, only: EventStatus | None = None) -> Iterator[dict[str, Any]]:
    """A row for each event, source and target, report by report in order of publication."""
    for report in held_reports(snapshot, "ICEWS rows"):
        starts: list[int] | None = None
        for event, said in stated_events(snapshot, report):
            if only is not None and event.row.status != only:
                continue
            starts = starts if starts is not None else _sentence_starts(report)
            number = bisect_right(starts, event.noun["trigger"]["start"]) or None
            shared = _event(snapshot, report, event, number) | _statement(said)
            targets = _sides(snapshot, report, event, "recipient")
            for source in _sides(snapshot, report, event, "actor"):
                for target in targets:
                    yield shared | _side("Source", source) | _side("Target", target)


def _event(snapshot: Snapshot, report: HeldReport, event: Found, sentence: int | None) -> dict[str, Any]:
    noun, day = event.noun, event_day(report, event)
    return {
        "Event ID": event.id,
        "Event Date": day.first,
        "Event Text": "/".join(filter(None, (noun["type"], noun["mode"]))),
        "CAMEO Code": noun["cameo"],
        "Intensity": None,
        "Story ID": report.id,
        "Sentence Number": sentence,
        "Publisher": report.row.outlet,
        "Status": noun["status"],
        "Date Basis": day.basis,
        "Date Precision": day.precision,
        "Trigger": noun["trigger"]["text"],
        "Origin Story ID": snapshot.origin_of[report.id],
        "Confidence": noun["confidence"],
    } | _place(report.place_called.get(noun["place"]))


def _place(place: Found | None) -> dict[str, Any]:
    noun = {} if place is None else place.bare
    kind, name = noun.get("kind"), noun.get("name")
    return {
        "City": name if kind == "place" else None,
        "District": name if kind == "admin2" else None,
        "Province": name if kind == "admin1" else noun.get("admin1"),
        "Country": _country(noun.get("country")),
        "Latitude": noun.get("lat"),
        "Longitude": noun.get("lon"),
    }


def _statement(said: Values | None) -> dict[str, Any]:
    told = said or {}
    return {
        "Speaker": told.get("speaker_name") or told.get("source_text"),
        "Speaker Party": told.get("party_name"),
        "Source Kind": told.get("source_kind"),
        "Act": told.get("act"),
        "Certainty": told.get("certainty"),
        "Statement ID": told.get("statement_id"),
    }


def _sides(snapshot: Snapshot, report: HeldReport, event: Found, which: str) -> list[Side | None]:
    """Those on one side of an event; nobody in particular where it names none, so that the event has its row."""
    return list(sides(snapshot, report, event, which)) or [None]


def _side(name: str, side: Side | None) -> dict[str, Any]:
    return {
        f"{name} Name": None if side is None else side.name,
        f"{name} Sectors": None if side is None else joined(side.sectors),
        f"{name} Country": None if side is None else _country(side.country),
        f"{name} ID": None if side is None else side.id,
    }


def _country(iso3: str | None) -> str | None:
    """The name of a country, as ICEWS has it; the code itself for one that is on no list."""
    known = by_iso3().get(iso3 or "")
    return iso3 if known is None else known.name


def _sentence_starts(report: HeldReport) -> list[int]:
    """Where the sentences of a report begin, furniture left out."""
    furniture = tuple(Furniture(**one) for one in report.article.get("furniture", ()))
    return [one.span.start for one in sentences(Article(report.id, report.text, furniture=furniture))]
