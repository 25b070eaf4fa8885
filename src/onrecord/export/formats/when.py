"""The day of an event as event data need one: the day that the report tells, or else that of"
" publication, and which it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.export.heldreports import Found, HeldReport
from onrecord.export.tables.common import day_of


@dataclass(frozen=True, slots=True)
class EventDay:
    """First and last day; `basis` is `told` by the report, or `published` where it tells none, None without either."""

    first: date | None
    last: date | None
    precision: str | None
    basis: Literal["told", "published"] | None


def event_day(report: HeldReport, event: Found) -> EventDay:
    """When an event was, or is said to be."""
    told = event.noun["date"] or {}
    first = day_of(told.get("from"))
    if first is not None:
        return EventDay(first, day_of(told.get("to")) or first, told.get("precision"), "told")
    published: date | None = report.row.published
    if published is not None:
        return EventDay(published, published, "day", "published")
    return EventDay(None, None, None, None)
