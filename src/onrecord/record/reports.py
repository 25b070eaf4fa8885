"""The reports of a record: the list of them, one of them whole, and the words of single statements."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, func, or_, select

from onrecord.contract import reading_of
from onrecord.errors import ReportNotFound
from onrecord.model import Act, Reading, SourceKind
from onrecord.record.copyrows import HeldCopy, copies_of
from onrecord.record.correctionoverlay import overlay
from onrecord.record.origins import origins
from onrecord.record.payload import with_text
from onrecord.record.schema import PARTS, report, statement
from onrecord.record.withdrawals import Withdrawal, withdrawals

_FEWEST_LETTERS = 4
_AT_ONCE = 400
_SAID = tuple(column for column in statement.c if column is not statement.c.payload)


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """One line of the list of reports; `origin` is the report that this one is a copy of, or its own id.

    Of a copy, `version` says how it hangs together with the origin, or with whichever version it shares most with: as
    reprint, cut, rewrite or write-through; `kept` is the share of the shorter of the two that stands in the longer (0 to
    1), `agency` the agency that both credit. `withdrawn` is `killed`, `withdrawn` or `corrected`, with the report that
    says so and its day.
    """

    id: str
    given_id: str
    title: str | None
    outlet: str | None
    url: str | None
    published: date | None
    recorded_at: str
    origin: str
    statements: int
    version: str | None = None
    kept: float | None = None
    agency: str | None = None
    withdrawn: str | None = None
    withdrawn_by: str | None = None
    withdrawn_on: date | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement in the words of its report, with where it was printed."""

    statement: str
    report: str
    outlet: str | None
    title: str | None
    published: date | None
    source: str | None
    source_kind: SourceKind
    party: str | None
    cue: str | None
    content: str
    act: Act


def listed_reports(connection: Connection, idents: Sequence[str] | None = None) -> list[ReportSummary]:
    """All reports, or those with some ids, by publication (undated ones last), then by id."""
    count = func.count(statement.c.statement_id).label("statements")
    columns = [column for column in report.c if column not in {report.c.text, report.c.payload}]
    query: Select[Any] = (
        select(*columns, count).join_from(report, statement, isouter=True).group_by(report.c.report_id)
    )
    if idents is not None:
        query = query.where(report.c.report_id.in_(idents))
    rows = connection.execute(query).all()
    origin_of = origins(connection, [row.report_id for row in rows], None)
    ordered = sorted(rows, key=lambda row: (row.published or date.max, row.report_id))
    copies, taken_back = copies_of(connection, origin_of), withdrawals(connection, origin_of)
    return [
        _summary(row, origin_of[row.report_id], copies[row.report_id], taken_back.get(row.report_id))
        for row in ordered
    ]


def reading_held(connection: Connection, ident: str) -> Reading:
    """The reading of one report, exactly as it was added."""
    row = _find(connection, ident)
    data: dict[str, Any] = {"article": json.loads(row.payload) | {"text": row.text}}
    for nouns, table in PARTS.items():
        query = select(table.c.payload).where(table.c.report_id == row.report_id).order_by(table.c.ordinal)
        data[nouns] = [with_text(json.loads(payload), row.text) for payload in connection.scalars(query)]
    return reading_of(data)


def report_called(connection: Connection, ident: str) -> str:
    """The id of the report with this id, or this id of its file, or the only one whose id begins so; ReportNotFound."""
    found: str = _find(connection, ident).report_id
    return found


def sayings(connection: Connection, statements: Sequence[str], known_at: datetime | None = None) -> dict[str, Saying]:
    """The words of some statements, by statement id and in their order; ids that no report has are left out.

    Act, kind of source and party are as reviewers had them by `known_at`.
    """
    query = select(report.c.outlet, report.c.title, *_SAID).join_from(report, statement)
    found: dict[str, Any] = {}
    for at in range(0, len(statements), _AT_ONCE):
        some = statements[at : at + _AT_ONCE]
        rows = connection.execute(query.where(statement.c.statement_id.in_(some))).all()
        found |= {row.statement_id: row for row in rows}
    corrections = overlay(connection, known_at, {row.report_id for row in found.values()})
    return {ident: _saying(corrections.row(found[ident])) for ident in statements if ident in found}


def _find(connection: Connection, ident: str) -> Row[Any]:
    """The report with this id, or this id of its file, or the only one whose id begins like this."""
    whole = or_(report.c.report_id == ident, report.c.given_id == ident)
    rows = connection.execute(select(report).where(whole)).all()
    if not rows and len(ident) >= _FEWEST_LETTERS:
        begins = or_(
            func.substr(report.c.report_id, 1, len(ident)) == ident,
            func.substr(report.c.given_id, 1, len(ident)) == ident,
        )
        rows = connection.execute(select(report).where(begins)).all()
    if len(rows) == 1:
        return rows[0]
    if not rows:
        raise ReportNotFound(f"no report of this record has the id {ident!r}, or one that begins so")
    several = ", ".join(f"{row.report_id} ({row.published or 'no date'})" for row in rows[:5])
    raise ReportNotFound(f"{len(rows)} reports go by {ident!r}; give one of their own ids: {several}")


def _summary(row: Row[Any], origin: str, copies: tuple[HeldCopy, ...], withdrawn: Withdrawal | None) -> ReportSummary:
    nearest = max(copies, key=lambda c: (c.report == origin, c.kept, c.report), default=None)
    return ReportSummary(
        id=row.report_id,
        given_id=row.given_id,
        title=row.title,
        outlet=row.outlet,
        url=row.url,
        published=row.published,
        recorded_at=row.recorded_at,
        origin=origin,
        statements=row.statements,
        version=None if nearest is None else nearest.kind,
        kept=None if nearest is None else nearest.kept,
        agency=None if nearest is None else nearest.evidence.get("agency"),
        withdrawn=None if withdrawn is None else withdrawn.kind,
        withdrawn_by=None if withdrawn is None else withdrawn.notice_report,
        withdrawn_on=None if withdrawn is None else withdrawn.on,
    )


def _saying(row: Any) -> Saying:
    return Saying(
        statement=row.statement_id,
        report=row.report_id,
        outlet=row.outlet,
        title=row.title,
        published=row.published,
        source=row.source_text,
        source_kind=row.source_kind,
        party=row.party_name,
        cue=row.cue_text,
        content=row.content_text,
        act=row.act,
    )
