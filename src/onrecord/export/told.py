"""A statement as the record holds it now: as it was read, with what a reviewer corrected laid over it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.export.heldreports import Found, HeldReport
from onrecord.export.snapshot import Snapshot
from onrecord.model import Testimony
from onrecord.record.moments import iso_day
from onrecord.record.questions.heard import precision_of

Values = dict[str, Any]


def statement_values(snapshot: Snapshot, one: Found) -> Values:
    """The columns of a statement's row in the record, as a reviewer has them if one corrected it; and `source_type`."""
    values = dict(one.row._mapping) | {"source_type": one.noun["source_type"]}
    said = snapshot.corrections.get(one.id)
    if said is not None:
        values |= said.effects.get("columns", {})
        if "source_type" in said.corrected:
            values["source_type"] = said.corrected["source_type"]
    return values


def said_at(values: Values) -> tuple[str | None, str | None]:
    """When it was said, or published if the report does not say: an ISO 8601 date as precise as is"
    " known, and its grain."""
    testimony = Testimony(
        statement=values["statement_id"],
        report=values["report_id"],
        origin=values["report_id"],
        stance="unclear",
        source_kind=values["source_kind"],
        speaker_key=values["speaker_key"],
        speaker_name=values["speaker_name"],
        speaks_for_party=values["speaks_for_party"],
        party=None,
        published=values["published"],
        said_first=values["said_first"],
        said_precision=values["said_precision"],
    )
    day = iso_day(testimony)
    return day, precision_of(day)


def speaker_id(snapshot: Snapshot, values: Values) -> str | None:
    """The id in the whole record of whoever speaks."""
    actor = values["speaker_actor"]
    return None if actor is None else snapshot.identity_of.get(actor, actor)


def stated_events(snapshot: Snapshot, one: HeldReport) -> Iterator[tuple[Found, Values | None]]:
    """The events of a report that are asked for, each with its statement; None for what the report says itself."""
    said = {ident: statement_values(snapshot, found) for ident, found in one.statement.items()}
    for event in one.events:
        if snapshot.wants(event.row.statement_id):
            yield event, said.get(event.row.statement_id)
