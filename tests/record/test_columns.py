"""Columns of what a query finds: the same on every database."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, null, select
from tests.record.questions.held import filled
from tests.record.stores import Stores

from onrecord.record.columns import columns
from onrecord.record.schema import report


def test_columns_hold_what_rows_hold(stores: Stores) -> None:
    query = select(report.c.report_id, report.c.published, report.c.title, null().label("unsaid"))
    with filled(stores.place()) as record, record.asking() as connection:
        idents, days, titles, nothing = columns(connection, query)
        rows = {row.report_id: row for row in connection.execute(query)}
        assert len(idents) == len(rows) == connection.execute(select(func.count()).select_from(report)).scalar_one()
    assert {day and date.fromisoformat(day) for day in days} == {row.published for row in rows.values()}
    assert dict(zip(idents, titles, strict=True)) == {ident: row.title for ident, row in rows.items()}
    assert set(nothing) == {None}


def test_nothing_found_is_empty_columns(stores: Stores) -> None:
    query = select(report.c.report_id, report.c.outlet).where(report.c.outlet == "nobody's")
    with filled(stores.place()) as record, record.asking() as connection:
        assert columns(connection, query) == [[], []]
