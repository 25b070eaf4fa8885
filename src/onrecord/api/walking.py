"""Walks through the statements or the events of a record by day of publication, undated reports last.

Each step is a question of its own that begins after the last row of the one before. So a walk through a large record
holds little in memory and keeps no writer waiting, and a page begins where the one before it ended, whatever was added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Select, Table, and_, or_

from onrecord.api.narrowing import (
    EventLine,
    Narrowing,
    StatementLine,
    event_line,
    event_query,
    statement_line,
    statement_query,
)
from onrecord.api.paging import Page, packed, unpacked
from onrecord.errors import CursorUnknown
from onrecord.record import Record
from onrecord.record.correctionoverlay import overlay
from onrecord.record.schema import event, report, statement

Line = TypeVar("Line")
_AT_ONCE = 400
Place = tuple[date | None, str, int]
"""Where a row stands: the day of its report, the report's id, and its place within."""


@dataclass(frozen=True, slots=True)
class Walk(Generic[Line]):
    """What is walked through: a table, how it is asked, and the lines that some of its rows make, each with its row."""

    table: Table
    query: Callable[[Narrowing], Select[Any]]
    lines: Callable[[Connection, Sequence[Any], Narrowing], Iterator[tuple[Any, Line]]]


def _statements(
    connection: Connection, rows: Sequence[Any], wanted: Narrowing
) -> Iterator[tuple[Any, StatementLine]]:
    said = overlay(connection, None, {row.report_id for row in rows})
    for row in rows:
        corrected = said.row(row)
        if not said.rejects(row.statement_id) and wanted.is_met(corrected):
            yield row, statement_line(corrected)


def _events(_: Connection, rows: Sequence[Any], __: Narrowing) -> Iterator[tuple[Any, EventLine]]:
    return ((row, event_line(row)) for row in rows)


STATEMENTS: Walk[StatementLine] = Walk(statement, statement_query, _statements)
EVENTS: Walk[EventLine] = Walk(event, event_query, _events)


def walked(record: Record, walk: Walk[Line], wanted: Narrowing) -> Iterator[Line]:
    """Every line that is asked for, in order."""
    for found in _steps(record, walk, wanted, None, _AT_ONCE):
        yield from (line for _, line in found)


def walked_page(record: Record, walk: Walk[Line], wanted: Narrowing, limit: int, after: str | None) -> Page[Line]:
    """The lines after a cursor; how many there are in all is not known, since that would be walking through all."""
    question = [walk.table.name, repr(wanted)]
    place = None if after is None else _read(after, question)
    found: list[tuple[Any, Line]] = []
    for some in _steps(record, walk, wanted, place, max(limit + 1, _AT_ONCE if wanted.is_rare else 0)):
        found += some
        if len(found) > limit:
            break
    following = packed(question, _written(found[limit - 1][0])) if len(found) > limit else None
    return Page(tuple(line for _, line in found[:limit]), None, following)


def _steps(
    record: Record, walk: Walk[Line], wanted: Narrowing, place: Place | None, at_once: int
) -> Iterator[list[tuple[Any, Line]]]:
    while True:
        with record.asking() as connection:
            rows = _rows(connection, walk, wanted, place, at_once)
            found = list(walk.lines(connection, rows, wanted))
        yield found
        if len(rows) < at_once:
            return
        place = _place(rows[-1])


def _rows(
    connection: Connection, walk: Walk[Any], wanted: Narrowing, place: Place | None, at_once: int
) -> Sequence[Any]:
    """The rows after a place: first those of dated reports, by the index of days, then those of the others."""
    rows: list[Any] = []
    for dated in (True, False):
        if not dated and wanted.is_dated:
            continue
        if place is not None and place[0] is None and dated:
            continue
        query = walk.query(wanted).where(*wanted.of_reports(), _dated(dated)).limit(at_once - len(rows))
        if place is not None and (place[0] is not None) == dated:
            query = query.where(_after(walk.table, place))
        order = (report.c.published, report.c.report_id) if dated else (report.c.report_id,)
        rows += connection.execute(query.order_by(*order, walk.table.c.ordinal)).all()
        if len(rows) == at_once:
            break
    return rows


def _dated(dated: bool) -> Any:
    return report.c.published.is_not(None) if dated else report.c.published.is_(None)


def _after(table: Table, place: Place) -> Any:
    day, ident, ordinal = place
    later = or_(report.c.report_id > ident, and_(report.c.report_id == ident, table.c.ordinal > ordinal))
    if day is None:
        return later
    return and_(report.c.published >= day, or_(report.c.published > day, later))


def _place(row: Any) -> Place:
    return row.published, row.report_id, row.ordinal


def _written(row: Any) -> list[Any]:
    day, ident, ordinal = _place(row)
    return [None if day is None else day.isoformat(), ident, ordinal]


def _read(cursor: str, question: object) -> Place:
    day, ident, ordinal = unpacked(cursor, question, str, str, int)
    try:
        return None if day is None else date.fromisoformat(day), ident or "", ordinal
    except ValueError:
        raise CursorUnknown("this is no cursor of this question; take `next` of the page before") from None
