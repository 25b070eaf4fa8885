"""How far a saved question has been put to the record, and what came in since.

A mark is the last time of recording that was seen, and how many rows there were up to it. Where there are more up to it
by now, a slower process has added something with an earlier time, and everything is looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, func, select

from onrecord.desk.rows import ONRECORD
from onrecord.record.components import components
from onrecord.record.lots import in_lots
from onrecord.record.schema import (
    actor,
    correction,
    decision,
    judgement,
    link,
    profile,
    report,
    statement,
    withdrawal,
)

_TABLES: tuple[Table, ...] = (report, withdrawal, decision, judgement, correction)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a record holds: the last time of recording, and how many rows there are."""

    until: str
    held: int


@dataclass(frozen=True, slots=True)
class Fresh:
    """What came in since a mark: reports, and the matters on which a claim may stand otherwise; None for everything."""

    since: str
    reports: frozenset[str] | None = None
    matters: frozenset[str] | None = None

    @property
    def nothing(self) -> bool:
        """Whether nothing came in."""
        return self.reports is not None and not self.reports and not self.matters


def mark_now(connection: Connection) -> Mark:
    """What the record holds at this moment."""
    told = [connection.execute(_counted(table, func.max(table.c.recorded_at))).one() for table in _TABLES]
    return Mark(max((row[1] for row in told if row[1] is not None), default=""), sum(row[0] for row in told))


def fresh_since(connection: Connection, mark: Mark | None) -> Fresh:
    """What came in since a mark; everything without one, or where something came in late."""
    if mark is None:
        return Fresh("")
    held = sum(
        connection.execute(_counted(table).where(table.c.recorded_at <= mark.until)).scalar_one() for table in _TABLES
    )
    return fresh_after(connection, mark.until) if held == mark.held else Fresh("")


def fresh_after(connection: Connection, clock: str) -> Fresh:
    """What was recorded after a time."""
    reports = _new(connection, report, report.c.report_id, clock)
    told = {
        *reports,
        *_new(connection, withdrawal, withdrawal.c.report_id, clock),
        *_new(connection, correction, correction.c.report_id, clock),
    }
    matters = {
        *_matters_of_reports(connection, told),
        *_new(connection, decision, decision.c.matter_id, clock),
        *_new(connection, decision, decision.c.to_matter, clock),
        *_matters_of_speakers(connection, clock),
    }
    return Fresh(clock, frozenset(reports), frozenset(matters))


def _counted(table: Table, *columns: ColumnElement[Any]) -> Select[Any]:
    query = select(func.count(), *columns).select_from(table)
    return query if table is not judgement else query.where(judgement.c.user_name != ONRECORD)


def _new(connection: Connection, table: Table, column: ColumnElement[Any], clock: str) -> set[str]:
    rows = connection.execute(select(column).where(table.c.recorded_at > clock, column.is_not(None)).distinct())
    return {row[0] for row in rows}


def _matters_of_reports(connection: Connection, reports: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for some in in_lots(reports):
        query = select(link.c.matter_id).join(statement, statement.c.statement_id == link.c.statement_id)
        found |= set(connection.scalars(query.where(statement.c.report_id.in_(some)).distinct()))
    return found


def _matters_of_speakers(connection: Connection, clock: str) -> set[str]:
    """The matters to which those speak whom a reviewer has joined to others or held apart."""
    query = select(judgement.c.left_key, judgement.c.right_key)
    rows = connection.execute(query.where(judgement.c.recorded_at > clock, judgement.c.user_name != ONRECORD))
    keys = {key for row in rows for key in row}
    if not keys:
        return set()
    members = {key for one in components(connection, keys, reasons=False).values() for key in one.members} | keys
    return _matters_of_reports(connection, _reports_of(connection, members))


def _reports_of(connection: Connection, keys: Iterable[str]) -> set[str]:
    """The reports in which these actors stand, given by their own ids or by those of the registry."""
    found: set[str] = set()
    for some in in_lots(keys):
        found |= set(connection.scalars(select(actor.c.report_id).where(actor.c.actor_id.in_(some))))
        found |= set(connection.scalars(select(profile.c.report_id).where(profile.c.known_as.in_(some))))
    return found
