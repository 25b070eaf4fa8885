"""Columns that several tables share, in the same words everywhere."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from onrecord.export.columns import Column, Row
from onrecord.export.heldreports import Found, HeldReport
from onrecord.export.snapshot import Snapshot
from onrecord.linking.occasions import site_key

REPORT = Column("report_id", "id", "The report; a row of `reports`.", "09a66a282f7ea1e037e093a5")
STATEMENT = Column("statement_id", "id", "The statement; a row of `statements`.", "26a5147ac4b96f8c2a8ba79f")
CLAIM = Column("claim_id", "id", "The claim; a row of `claims`.", "7bad22d303e668e0c18a9c61")
PUBLISHED = Column(
    "published", "day", "The day on which the report was published; empty where nobody knows it.", "2011-12-10"
)
OUTLET = Column("outlet", "text", "The paper, agency or site that printed the report.", "Valley Post")
ORIGIN = Column(
    "origin_id",
    "id",
    "The report of which this one is a copy, or its own id; count these to count independent reports.",
    "09a66a282f7ea1e037e093a5",
)
WITHDRAWN = Column(
    "withdrawn_on",
    "day",
    "The day from which on the report counts for nothing, because it was taken back.",
    "2011-12-12",
)
RECORDED = Column("recorded_at", "time", "When this record took it in.", "2026-11-28T22:54:18.219694Z")
CONFIDENCE = Column(
    "confidence", "fraction", "How sure the reader is of it, from 0 to 1.", "0.886", unit="probability"
)


def figure_columns(of_what: str) -> tuple[Column, ...]:
    """The columns of a number that is claimed."""
    return (
        Column("unit", "text", f"What {of_what} counts.", "killed", values="unit"),
        Column(
            "low", "fraction", "The least that it can be: 12 in “at least 12”; empty without a lower bound.", "12"
        ),
        Column("high", "fraction", "The most that it can be: 12 in “up to 12”; empty without an upper bound.", "12"),
        Column("about", "fraction", "A number that is only roughly given: 3000 in “about 3,000”.", "3000"),
    )


def moment_of(clock: str) -> datetime:
    """The time that a row was recorded."""
    return datetime.fromisoformat(clock)


def of_report(snapshot: Snapshot, one: HeldReport) -> Row:
    """What every row on a thing found in a report tells of the report."""
    taken_back = snapshot.withdrawn.get(one.id)
    return {
        "report_id": one.id,
        "published": one.row.published,
        "outlet": one.row.outlet,
        "origin_id": snapshot.origin_of[one.id],
        "withdrawn_on": None if taken_back is None else taken_back.on,
        "recorded_at": moment_of(one.row.recorded_at),
    }


def actor_id(snapshot: Snapshot, actor: Found | None) -> str | None:
    """The id in the whole record of an actor of a report."""
    return None if actor is None else snapshot.identity_of.get(actor.id, actor.id)


def place_id(place: Any) -> str:
    """The id of a place in every report, by which links name places too."""
    return site_key(place["geonames"], place["name"], place["country"])


def day_of(text: str | None) -> date | None:
    """A day as a noun's JSON has it."""
    return None if text is None else date.fromisoformat(text)
