"""Events as PLOVER's JSON, one object a line, with the status of each and whose statement it is.

The names of fields are those of the chapter “JSON Data Fields” of the PLOVER manual (draft 0.7b1, Open Event Data
Alliance), which asks providers to add what they have besides under names of their own: `status`, `statement` and others
here are such. The quad codes are those of its table for the types that stand there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import onrecord
from onrecord.export.cells import cell_text
from onrecord.export.formats.sides import Side, sides
from onrecord.export.formats.when import event_day
from onrecord.export.heldreports import Found, HeldReport, held_reports
from onrecord.export.jsonlines import json_lines
from onrecord.export.snapshot import Snapshot
from onrecord.export.tables.common import moment_of
from onrecord.export.told import Values, speaker_id, stated_events
from onrecord.model import EventStatus

QUAD_CODES = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("ACCUSE", "REJECT", "SANCTION", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
"""Verbal cooperation, material cooperation, verbal conflict, material conflict."""
_SIZES = {"killed": "dead", "wounded": "injured", "arrested": "arrested"}
Json = dict[str, Any]


def plover(snapshot: Snapshot, only: EventStatus | None = None) -> Iterator[str]:
    """The events, one object a line; with `only`, those of one status."""
    return json_lines(plover_events(snapshot, only))


def plover_events(snapshot: Snapshot, only: EventStatus | None = None) -> Iterator[Json]:
    """The events as objects, report by report in order of publication."""
    for report in held_reports(snapshot, "PLOVER events"):
        for event, said in stated_events(snapshot, report):
            if only is None or event.row.status == only:
                yield _event(snapshot, report, event, said)


def _event(snapshot: Snapshot, report: HeldReport, event: Found, said: Values | None) -> Json:
    noun, day = event.noun, event_day(report, event)
    made = {
        "id": event.id,
        "has_event": True,
        "date": cell_text(day.first) or None,
        "enddate": cell_text(day.last) if day.last != day.first else None,
        "source": [_actor(side) for side in sides(snapshot, report, event, "actor")],
        "recipient": [_actor(side) for side in sides(snapshot, report, event, "recipient")],
        "event": [noun["type"]],
        "mode": [noun["mode"]] if noun["mode"] else None,
        "event_loc": _location(report.place_called.get(noun["place"])),
        "event_text": [noun["trigger"]["text"]],
        "quad_code": QUAD_CODES.get(noun["type"]),
        "size": _size(noun),
        "text_info": {"start": noun["trigger"]["start"], "end": noun["trigger"]["end"]},
        "cite_info": _citation(snapshot, report),
        "coder": f"onrecord {onrecord.__version__}",
        "coded_date": cell_text(moment_of(report.row.recorded_at))[:10],
        "coded_time": cell_text(moment_of(report.row.recorded_at))[11:],
    }
    further = {
        "status": noun["status"],
        "statement": None if said is None else _statement(snapshot, said),
        "cameo": noun["cameo"],
        "date_basis": day.basis,
        "date_precision": day.precision,
        "quantities": [
            {name: quantity[name] for name in ("value", "low", "high", "unit", "text", "start", "end")}
            for quantity in noun["quantities"]
        ],
        "confidence": noun["confidence"],
        "report_id": report.id,
        "origin_id": snapshot.origin_of[report.id],
        "published": cell_text(report.row.published) or None,
        "withdrawn": None if (taken := snapshot.withdrawn.get(report.id)) is None else taken.kind,
    }
    return _without_nothing(made) | further


def _actor(side: Side) -> Json:
    return _without_nothing(
        {
            "code": side.country,
            "sector": "".join(side.sectors) or None,
            "actor_text": side.words,
            "identifier_id": side.id,
            "identifier_text": side.name,
            "office": side.office,
            "coded_by": side.coded_by,
        }
    )


def _location(place: Found | None) -> Json | None:
    if place is None:
        return None
    noun = place.bare
    return _without_nothing(
        {
            "geonameid": noun["geonames"],
            "name": noun["name"],
            "latitude": noun["lat"],
            "longitude": noun["lon"],
            "cc3": noun["country"],
            "admin1": noun["admin1"],
            "kind": noun["kind"],
        }
    )


def _size(noun: Json) -> Json | None:
    """The numbers that the manual names, where exactly one is said; all of them stand in `quantities`."""
    said: dict[str, set[float]] = {}
    for quantity in noun["quantities"]:
        if quantity["unit"] in _SIZES and quantity["value"] is not None:
            said.setdefault(_SIZES[quantity["unit"]], set()).add(quantity["value"])
    return {name: values.pop() for name, values in sorted(said.items()) if len(values) == 1} or None


def _citation(snapshot: Snapshot, report: HeldReport) -> Json:
    return _without_nothing(
        {
            "citation": report.id,
            "url": report.row.url,
            "title": report.row.title,
            "language": report.article.get("language"),
            "publication": report.row.outlet,
            "text": report.text if snapshot.texts else None,
        }
    )


def _statement(snapshot: Snapshot, said: Values) -> Json:
    return {
        "id": said["statement_id"],
        "speaker": said["speaker_name"],
        "speaker_id": speaker_id(snapshot, said),
        "source_text": said["source_text"],
        "source_kind": said["source_kind"],
        "party": said["party_name"],
        "party_id": said["party_key"],
        "act": said["act"],
        "certainty": said["certainty"],
        "cue": said["cue_text"],
        "content": said["content_text"],
    }


def _without_nothing(fields: Json) -> Json:
    """The fields that are known: all that the manual does not require are left out where they are not."""
    required = {"date", "source", "event"}
    return {name: value for name, value in fields.items() if value is not None or name in required}
