"""Reports in the order of their dates, undated ones last, and the cursor from which the next page goes on."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from sqlalchemy import ColumnElement, and_, or_

from onrecord.errors import UsageError
from onrecord.record.schema import report

Order = Literal["newest", "oldest"]
_NO_DAY = "-"


def in_order(order: Order) -> tuple[ColumnElement[Any], ...]:
    """What reports are sorted by; of one day by id."""
    day = report.c.published.asc() if order == "oldest" else report.c.published.desc()
    return report.c.published.is_(None), day, report.c.report_id.asc()


def cursor_of(published: date | None, ident: str) -> str:
    """The place of a report in the order."""
    return f"{_NO_DAY if published is None else published.isoformat()}.{ident}"


def place_of(cursor: str) -> tuple[date | None, str]:
    """The day and the id that a cursor tells; UsageError for what is none."""
    written, _, ident = cursor.rpartition(".")
    if written == _NO_DAY:
        return None, ident
    try:
        return date.fromisoformat(written), ident
    except ValueError:
        raise UsageError(f"after: {cursor[:60]!r} leads to no page; begin the list anew") from None


def beyond(cursor: str, order: Order) -> ColumnElement[bool]:
    """What comes after a place in the order."""
    day, ident = place_of(cursor)
    beside = report.c.report_id > ident
    if day is None:
        return and_(report.c.published.is_(None), beside)
    further = report.c.published > day if order == "oldest" else report.c.published < day
    return or_(further, and_(report.c.published == day, beside), report.c.published.is_(None))
