"""The events: what is said to happen, between whom, where and when, and how far it is said to be so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from onrecord.export.columns import Column, Row, TableKind
from onrecord.export.heldreports import Found, HeldReport, held_reports
from onrecord.export.snapshot import Snapshot
from onrecord.export.spans import stretch
from onrecord.export.tables.common import (
    CONFIDENCE,
    ORIGIN,
    OUTLET,
    PUBLISHED,
    RECORDED,
    REPORT,
    WITHDRAWN,
    actor_id,
    day_of,
    of_report,
    place_id,
)
from onrecord.export.told import Values, speaker_id, stated_events

COLUMNS = (
    Column(
        "event_id",
        "id",
        "Id of the event in every record: made from its report and all that was read of it.",
        "fd084d2415ecae6dcde3c428",
    ),
    REPORT,
    Column(
        "statement_id",
        "id",
        "The statement that speaks of it; empty for what the report says itself.",
        "26a5147ac4b96f8c2a8ba79f",
    ),
    Column("ordinal", "number", "Its place among the events of its report, from 0.", "1"),
    PUBLISHED,
    OUTLET,
    Column("type", "text", "The type of event, by PLOVER (list of 2021).", "CONSULT", values="event_type"),
    Column("mode", "text", "The mode within the type, where PLOVER has one that fits.", "visit", values="event_mode"),
    Column(
        "cameo",
        "text",
        "The code of CAMEO that answers to type, mode and trigger; empty where CAMEO has none.",
        "046",
    ),
    Column("status", "text", "How far it is said to be so.", "negated", values="status"),
    Column("trigger", "text", "The words of the report that tell the event.", "peace talks"),
    Column("trigger_span", "text", "Where they stand in the report's text.", "702-713", unit="Unicode code points"),
    Column(
        "actors",
        "texts",
        "Who does it; both sides of what is done together may stand here.",
        "Government of Pakistan",
    ),
    Column("actor_ids", "texts", "Their ids, in the same order; rows of `actors`.", "PAK-government"),
    Column("recipients", "texts", "To whom or with whom.", "TTP"),
    Column("recipient_ids", "texts", "Their ids, in the same order; rows of `actors`.", "TTP"),
    Column("place", "text", "Where it is said to be.", "Bajaur"),
    Column("place_id", "id", "The place; a row of `places`.", "geonames:1183606"),
    Column("place_country", "text", "The country of the place, in the code of three letters of ISO 3166-1.", "PAK"),
    Column("lat", "fraction", "Latitude of the place.", "34.7", unit="degrees north"),
    Column("lon", "fraction", "Longitude of the place.", "71.5", unit="degrees east"),
    Column("date_words", "text", "The words that tell when.", "last month"),
    Column(
        "date_from",
        "day",
        "The first day on which it can be, as the words tell; empty where they do not.",
        "2011-11-01",
    ),
    Column("date_to", "day", "The last day on which it can be.", "2011-11-30"),
    Column("date_precision", "text", "How exactly the words tell it.", "month", values="precision"),
    Column(
        "quantities",
        "texts",
        "The numbers that are told of it, in words; rows of `quantities`.",
        "at least 12 killed",
    ),
    Column("speaker", "text", "The full name of the named speaker of the statement.", "Rehman Malik"),
    Column("speaker_id", "id", "Who makes the statement; a row of `actors`.", "PAK-government"),
    Column("party", "text", "For whom the statement is made.", "Government of Pakistan"),
    Column("source_kind", "text", "How whoever makes it is named.", "named", values="source_kind"),
    Column("act", "text", "What the statement does with its content.", "denies", values="act"),
    Column(
        "certainty",
        "text",
        "How certain the content of the statement is, as the speaker puts it.",
        "negated",
        values="certainty",
    ),
    CONFIDENCE,
    ORIGIN,
    WITHDRAWN,
    RECORDED,
)


def rows(snapshot: Snapshot) -> Iterator[Row]:
    """A row for each event, report by report in order of publication, then as they stand in the report."""
    for report in held_reports(snapshot, "events"):
        shared = of_report(snapshot, report)
        for event, said in stated_events(snapshot, report):
            yield shared | _row(snapshot, report, event) | _statement(snapshot, event, said)


def _row(snapshot: Snapshot, report: HeldReport, event: Found) -> Row:
    noun, date = event.noun, event.noun["date"] or {}
    actors, recipients = (_called(report, noun[side]) for side in ("actors", "recipients"))
    return {
        "event_id": event.id,
        "ordinal": event.row.ordinal,
        "type": noun["type"],
        "mode": noun["mode"],
        "cameo": noun["cameo"],
        "status": noun["status"],
        "trigger": noun["trigger"]["text"],
        "trigger_span": stretch(noun["trigger"]),
        "actors": [one.row.name for one in actors],
        "actor_ids": [actor_id(snapshot, one) for one in actors],
        "recipients": [one.row.name for one in recipients],
        "recipient_ids": [actor_id(snapshot, one) for one in recipients],
        "date_words": date.get("text"),
        "date_from": day_of(date.get("from")),
        "date_to": day_of(date.get("to")),
        "date_precision": date.get("precision"),
        "quantities": [quantity["text"] for quantity in noun["quantities"]],
        "confidence": noun["confidence"],
    } | _place(report.place_called.get(noun["place"]))


def _called(report: HeldReport, local: Sequence[str]) -> list[Found]:
    return [report.actor_called[ident] for ident in local if ident in report.actor_called]


def _place(found: Found | None) -> Row:
    noun: Mapping[str, Any] = {} if found is None else found.bare
    return {
        "place": noun.get("name"),
        "place_id": place_id(noun) if noun else None,
        "place_country": noun.get("country"),
        "lat": noun.get("lat"),
        "lon": noun.get("lon"),
    }


def _statement(snapshot: Snapshot, event: Found, said: Values | None) -> Row:
    told = said or {}
    return {
        "statement_id": event.row.statement_id,
        "speaker": told.get("speaker_name"),
        "speaker_id": None if said is None else speaker_id(snapshot, said),
        "party": told.get("party_name"),
        "source_kind": told.get("source_kind"),
        "act": told.get("act"),
        "certainty": told.get("certainty"),
    }


TABLE = TableKind(
    "events",
    "One row an event: one trigger in one statement of one report. Denied, possible and future ones are rows too.",
    ("event_id",),
    COLUMNS,
    rows,
    (
        ("report_id", "reports"),
        ("statement_id", "statements"),
        ("place_id", "places"),
        ("speaker_id", "actors"),
        ("origin_id", "reports"),
    ),
)
