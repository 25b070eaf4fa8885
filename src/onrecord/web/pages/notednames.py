"""What the things are called that notes stand on: the title of a report, the words of a claim, the name of an actor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select

from onrecord.desk import subjects
from onrecord.desk.notes import Note
from onrecord.errors import ClaimNotFound, PersonNotFound
from onrecord.record.schema import report


def names_of(connection: Connection, notes: Iterable[Note]) -> Mapping[str, str]:
    """What each note stands on, by the note's id; those are left out whose thing has no name."""
    held = list(notes)
    wanted = sorted({one.report for one in held if one.report is not None})
    query = select(report.c.report_id, report.c.title).where(report.c.report_id.in_(wanted))
    titles = {row.report_id: row.title for row in connection.execute(query)}
    named = {one.id: titles.get(one.report) if one.report else _named(connection, one) for one in held}
    return {ident: name for ident, name in named.items() if name}


def _named(connection: Connection, one: Note) -> str | None:
    try:
        if one.subject.kind == "claim":
            return subjects.gloss_of_claim(connection, one.subject.id)
        if one.subject.kind == "actor":
            return subjects.name_of_actor(connection, one.subject.id)
    except (ClaimNotFound, PersonNotFound):
        return None
    return None
