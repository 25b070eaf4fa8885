"""A page of the list of reports, read from the store page by page: a record may hold a hundred thousand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Select, extract, func, or_, select

from onrecord.record.origins import origins
from onrecord.record.schema import copy, report, statement, withdrawal
from onrecord.record.search.index import holding
from onrecord.record.search.query import terms_of
from onrecord.record.withdrawals import Withdrawal, withdrawals
from onrecord.web.pages.reportorder import Order, beyond, cursor_of, in_order

Only = Literal["copied", "withdrawn", "undated"]
A_PAGE = 50


@dataclass(frozen=True, slots=True)
class ReportsAsked:
    """Which reports are wanted: with all these words, of an outlet or a year, published by `as_of`.

    `only` leaves those that have other versions, that were withdrawn, or that have no date. `after` is the `next` of the
    page before.
    """

    words: str | None = None
    outlet: str | None = None
    year: int | None = None
    only: Only | None = None
    order: Order = "newest"
    as_of: date | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One report of the list. `versions` are all reports of its origin, itself included; `first` is the origin."""

    id: str
    title: str | None
    outlet: str | None
    published: date | None
    recorded_at: str
    statements: int
    versions: int
    first: ReportLine | None = None
    withdrawal: Withdrawal | None = None


@dataclass(frozen=True, slots=True)
class ReportsPage:
    """A page of the list, how many reports there are in all, and what it can be narrowed to, with counts."""

    lines: tuple[ReportLine, ...]
    total: int
    next: str | None
    outlets: tuple[tuple[str, str, int], ...]
    years: tuple[tuple[str, str, int], ...]


def reports_page(connection: Connection, asked: ReportsAsked) -> ReportsPage:
    """The reports that are asked for, a page of them; UsageError where the words or the cursor are none."""
    columns = report.c.report_id, report.c.title, report.c.outlet, report.c.published, report.c.recorded_at
    query = _narrowed(connection, select(*columns), asked)
    total = connection.scalar(select(func.count()).select_from(query.order_by(None).subquery())) or 0
    paged = query if asked.after is None else query.where(beyond(asked.after, asked.order))
    rows = connection.execute(paged.order_by(*in_order(asked.order)).limit(A_PAGE + 1)).all()
    shown = rows[:A_PAGE]
    return ReportsPage(
        lines=_lines(connection, shown, asked.as_of),
        total=total,
        next=cursor_of(shown[-1].published, shown[-1].report_id) if len(rows) > A_PAGE else None,
        outlets=_outlets(connection, asked),
        years=_years(connection, asked),
    )


def _narrowed(
    connection: Connection, query: Select[Any], asked: ReportsAsked, *, without: str | None = None
) -> Select[Any]:
    if asked.words:
        query = holding(connection, query, terms_of(asked.words))
    if asked.outlet is not None and without != "outlet":
        query = query.where(report.c.outlet == asked.outlet)
    if asked.year is not None and without != "year":
        query = query.where(report.c.published.between(date(asked.year, 1, 1), date(asked.year, 12, 31)))
    if asked.as_of is not None:
        query = query.where(report.c.published <= asked.as_of)
    return query if asked.only is None else query.where(_only(asked.only, asked.as_of))


def _only(only: Only, as_of: date | None) -> ColumnElement[bool]:
    if only == "undated":
        return report.c.published.is_(None)
    if only == "withdrawn":
        taken_back = select(withdrawal.c.report_id)
        known = taken_back if as_of is None else taken_back.where(withdrawal.c.published <= as_of)
        return report.c.report_id.in_(known)
    left, right = select(copy.c.left_report), select(copy.c.right_report)
    return or_(report.c.report_id.in_(left), report.c.report_id.in_(right))


def _lines(connection: Connection, rows: Sequence[Any], as_of: date | None) -> tuple[ReportLine, ...]:
    idents = [row.report_id for row in rows]
    origin_of = origins(connection, idents, as_of)
    versions = Counter(origin_of.values())
    held = {row.report_id: row for row in rows}
    beyond = {origin_of[ident] for ident in idents} - held.keys()
    columns = report.c.report_id, report.c.title, report.c.outlet, report.c.published, report.c.recorded_at
    query = select(*columns).where(report.c.report_id.in_(sorted(beyond)))
    held |= {row.report_id: row for row in connection.execute(query)}
    said, taken_back = _statements(connection, idents), withdrawals(connection, idents, as_of)

    def line(ident: str, first: ReportLine | None = None) -> ReportLine:
        row = held[ident]
        return ReportLine(
            id=ident,
            title=row.title,
            outlet=row.outlet,
            published=row.published,
            recorded_at=row.recorded_at,
            statements=said.get(ident, 0),
            versions=versions[origin_of.get(ident, ident)],
            first=first,
            withdrawal=taken_back.get(ident),
        )

    return tuple(line(i, None if origin_of[i] == i else line(origin_of[i])) for i in idents)


def _statements(connection: Connection, reports: Sequence[str]) -> Mapping[str, int]:
    count = func.count().label("statements")
    query = select(statement.c.report_id, count).where(statement.c.report_id.in_(reports))
    return {row.report_id: row.statements for row in connection.execute(query.group_by(statement.c.report_id))}


def _outlets(connection: Connection, asked: ReportsAsked) -> tuple[tuple[str, str, int], ...]:
    query = select(report.c.outlet, func.count().label("reports")).group_by(report.c.outlet)
    rows = connection.execute(_narrowed(connection, query, asked, without="outlet")).all()
    named = [(row.outlet, row.outlet, row.reports) for row in rows if row.outlet]
    return tuple(sorted(named, key=lambda one: (-one[2], one[0])))


def _years(connection: Connection, asked: ReportsAsked) -> tuple[tuple[str, str, int], ...]:
    year = extract("year", report.c.published)
    query: Any = select(year.label("year"), func.count().label("reports")).group_by(year)
    rows = connection.execute(_narrowed(connection, query, asked, without="year")).all()
    named = [(str(int(row.year)), str(int(row.year)), row.reports) for row in rows if row.year is not None]
    return tuple(sorted(named, reverse=True))
