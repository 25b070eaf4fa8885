"""The reading of a report as reviewers have it, beside the one that it was added with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from onrecord.model import Reading
from onrecord.record.correctedactors import voice_of_effects
from onrecord.record.correctedstatement import laid_over
from onrecord.record.correctionoverlay import overlay
from onrecord.record.corrections import Correction
from onrecord.record.reports import reading_held
from onrecord.record.rows import report_id_of
from onrecord.record.schema import actor, statement


@dataclass(frozen=True, slots=True)
class CorrectedReading:
    """A reading with the corrections in force laid over it, and all that reviewers said of its statements.

    `ids` are the record's ids of the statements, by their ids in the reading; `in_force` and `said` go by these too. A
    rejected statement stays in the reading, and `rejected` names it. Actors whom the report does not name and a
    correction does stand last, without mentions.
    """

    reading: Reading
    ids: Mapping[str, str]
    in_force: Mapping[str, Correction]
    said: Mapping[str, tuple[Correction, ...]]

    @property
    def rejected(self) -> tuple[str, ...]:
        """The statements, by their ids in the reading, that count for nothing."""
        return tuple(ident for ident, one in self.in_force.items() if one.action == "reject")


def corrected_reading(connection: Connection, ident: str) -> CorrectedReading:
    """The reading of a report as reviewers have it now."""
    reading = reading_held(connection, ident)
    report = report_id_of(reading.article)
    told = select(statement.c.local_id, statement.c.statement_id).where(statement.c.report_id == report)
    ids = {row.local_id: row.statement_id for row in connection.execute(told.order_by(statement.c.ordinal))}
    known = select(actor.c.local_id, actor.c.actor_id).where(actor.c.report_id == report)
    actor_ids = {row.local_id: row.actor_id for row in connection.execute(known)}
    corrections = overlay(connection, reports=[report])
    in_force = {local: corrections.in_force[key] for local, key in ids.items() if key in corrections.in_force}
    said = {local: corrections.said[key] for local, key in ids.items() if key in corrections.said}
    for local, one in in_force.items():
        voice = voice_of_effects(one.effects, reading, actor_ids)
        reading = laid_over(reading, local, one.corrected, voice)
    return CorrectedReading(reading, ids, {local: one.said for local, one in in_force.items()}, said)
