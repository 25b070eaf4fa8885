"""The quantities: every number that a report tells of an event, with its bounds."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.export.columns import Column, Row, TableKind
from onrecord.export.heldreports import held_reports
from onrecord.export.snapshot import Snapshot
from onrecord.export.spans import stretch
from onrecord.export.tables.common import PUBLISHED, REPORT
from onrecord.export.told import stated_events

COLUMNS = (
    Column("event_id", "id", "The event; a row of `events`.", "fd084d2415ecae6dcde3c428"),
    Column("ordinal", "number", "Its place among the quantities of the event, from 0.", "0"),
    REPORT,
    PUBLISHED,
    Column(
        "value", "fraction", "The number that is said; empty for words such as “dozens” and for “30 to 50”.", "12"
    ),
    Column("low", "fraction", "The least that it can be; empty without a lower bound.", "12"),
    Column("high", "fraction", "The most that it can be; empty without an upper bound.", "12"),
    Column("unit", "text", "What is counted; empty where that is not told.", "killed", values="unit"),
    Column("words", "text", "The words of the report.", "at least 12 killed"),
    Column("span", "text", "Where they stand in the report's text.", "1200-1218", unit="Unicode code points"),
)


def rows(snapshot: Snapshot) -> Iterator[Row]:
    """A row for each quantity, in the order of `events`."""
    for report in held_reports(snapshot, "quantities", ("statement", "event")):
        for event, _ in stated_events(snapshot, report):
            for ordinal, quantity in enumerate(event.noun["quantities"]):
                yield {
                    "event_id": event.id,
                    "ordinal": ordinal,
                    "report_id": report.id,
                    "published": report.row.published,
                    "value": quantity["value"],
                    "low": quantity["low"],
                    "high": quantity["high"],
                    "unit": quantity["unit"],
                    "words": quantity["text"],
                    "span": stretch(quantity),
                }


TABLE = TableKind(
    "quantities",
    "One row a number that a report tells of an event.",
    ("event_id", "ordinal"),
    COLUMNS,
    rows,
    (("event_id", "events"), ("report_id", "reports")),
)
