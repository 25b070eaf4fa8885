"""What was added to a record since somebody last looked: found without reading what was there before."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, func, literal_column, select, text

from onrecord.record.newidentities import ONRECORD
from onrecord.record.schema import correction, decision, judgement, report

_WATCHED: tuple[tuple[Table, Column[str]], ...] = (
    (report, report.c.report_id),
    (decision, decision.c.decision_id),
    (judgement, judgement.c.judgement_id),
    (correction, correction.c.correction_id),
)
_ROWID: ColumnElement[int] = literal_column("rowid")


@dataclass(frozen=True, slots=True)
class News:
    """New reports, whether reviewers decided on links and claims or corrected statements, and whom they judged."""

    reports: tuple[str, ...] = ()
    decided: bool = False
    corrected: bool = False
    judged: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.reports or self.decided or self.corrected or self.judged)


@dataclass(slots=True)
class Arrivals:
    """Tells what is new, on SQLite by the numbers of rows, which only grow, and on PostgreSQL by the ids.

    All is seen in the transaction of the connection, so that what is read in it is that of the same moment.
    """

    _numbers: tuple[int, ...] = (0,) * len(_WATCHED)
    _moment: str = ""
    _counts: dict[str, int] = field(default_factory=dict)
    _seen: dict[str, set[str]] = field(default_factory=dict)

    def look(self, connection: Connection) -> News:
        """What was added since the last look; everything at the first."""
        return self._on_server(connection) if connection.dialect.name == "postgresql" else self._in_file(connection)

    def _in_file(self, connection: Connection) -> News:
        last = [
            select(func.coalesce(func.max(_ROWID), 0)).select_from(table).scalar_subquery() for table, _ in _WATCHED
        ]
        now: tuple[int, ...] = tuple(connection.execute(select(*last)).one())
        before, self._numbers = self._numbers, now
        if now == before:
            return News()
        reports, decisions, judgements, corrections = (n > b for n, b in zip(now, before, strict=True))
        return News(
            tuple(connection.scalars(select(report.c.report_id).where(before[0] < _ROWID))) if reports else (),
            decisions,
            corrections,
            _pairs(connection, before[2] < _ROWID) if judgements else frozenset(),
        )

    def _on_server(self, connection: Connection) -> News:
        moment: str = connection.execute(text("SELECT CAST(pg_current_snapshot() AS text)")).scalar_one()
        if moment == self._moment:
            return News()
        self._moment = moment
        new = {table.name: self._new(connection, table, ident) for table, ident in _WATCHED}
        reports, decisions, judgements, corrections = (new[table.name] for table, _ in _WATCHED)
        return News(
            tuple(sorted(reports)),
            bool(decisions),
            bool(corrections),
            _pairs(connection, judgement.c.judgement_id.in_(judgements)) if judgements else frozenset(),
        )

    def _new(self, connection: Connection, table: Table, ident: Column[str]) -> Collection[str]:
        count = connection.execute(select(func.count()).select_from(table)).scalar_one()
        if self._counts.get(table.name, 0) == count:
            return ()
        self._counts[table.name] = count
        query = select(ident)
        if table is judgement:
            # Those of onrecord come with the reports.
            query = query.where(judgement.c.user_name != ONRECORD)
        seen = self._seen.setdefault(table.name, set())
        new = set(connection.scalars(query)) - seen
        seen |= new
        return new


def _pairs(connection: Connection, where: Any) -> frozenset[str]:
    query = select(judgement.c.left_key, judgement.c.right_key).where(where, judgement.c.user_name != ONRECORD)
    return frozenset(key for row in connection.execute(query) for key in (row.left_key, row.right_key))
