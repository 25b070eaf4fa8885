"""Reports that were killed, withdrawn or corrected: found when a notice or the report itself is added, kept as rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select

from onrecord.linking.notices import LONGEST_AFTER, Notice, NoticeKind, is_about, notice_in, printed
from onrecord.model import Article, Span
from onrecord.record.clock import clock_of
from onrecord.record.copyrows import copies_of
from onrecord.record.heldarticles import article_of
from onrecord.record.schema import notice, report, withdrawal
from onrecord.record.vantage import Vantage

_AT_ONCE = 400
_UNCHANGED = frozenset({"reprint", "cut"})
_DAYS = timedelta(LONGEST_AFTER)
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A report taken back: how, from which day on (None if the notice has no date), and by which report."""

    kind: NoticeKind
    on: date | None
    notice_report: str


def notice_rows(report_id: str, article: Article) -> list[Row]:
    """The row of a report that takes an earlier one back; none for any other."""
    found = notice_in(article)
    if found is None:
        return []
    return [
        {
            "report_id": report_id,
            "kind": found.kind,
            "named": found.named,
            "published": article.published,
            "start": found.span.start,
            "end": found.span.end,
        }
    ]


def withdrawal_rows(connection: Connection, report_id: str, article: Article, copies: Collection[str]) -> list[Row]:
    """The reports that a new one takes back, and the notices held that take it back: each in a row.

    So it makes no difference whether the notice or the report is added first.
    """
    if article.published is None:
        return []
    here, rows = printed(article), list[Row]()
    own = notice_in(article)
    if own is not None:
        since = article.published - _DAYS
        for other_id, other in _held(connection, since, article.published):
            if other_id != report_id and is_about(own, here, printed(other), versions=other_id in copies):
                rows.append(_row(other_id, report_id, own.kind, article.published))
    for held_id, held in _notices(connection, article.published):
        by = _article(connection, held_id)
        if held_id != report_id and is_about(held, printed(by), here, versions=held_id in copies):
            rows.append(_row(report_id, held_id, held.kind, by.published))
    return rows


def withdrawals(
    connection: Connection, reports: Iterable[str], as_of: date | None = None, known_at: datetime | None = None
) -> dict[str, Withdrawal]:
    """Those of some reports that were withdrawn by a date, as the record knew at a time, each with its first withdrawal.

    What an agency takes back falls in every paper that printed it: a reprint or cut that was out by then is withdrawn
    with it. Rewrites and later versions stand.
    """
    wanted = sorted(set(reports))
    kin = copies_of(connection, wanted)
    unchanged = {ident: [c.report for c in copies if c.kind in _UNCHANGED] for ident, copies in kin.items()}
    asked = sorted({*wanted, *(other for others in unchanged.values() for other in others)})
    direct = _direct(connection, asked, as_of, known_at)
    days = _published(connection, wanted) if any(ident in direct for ident in asked) else {}
    found: dict[str, Withdrawal] = {}
    for ident in wanted:
        of_copies = [direct[other] for other in unchanged[ident] if other in direct and other != ident]
        out = [w for w in of_copies if ident != w.notice_report and _was_out(days.get(ident), w.on)]
        every = [*([direct[ident]] if ident in direct else []), *out]
        if every:
            found[ident] = min(every, key=_when)
    return found


def withdrawal_days(connection: Connection, reports: Iterable[str], vantage: Vantage) -> dict[str, date]:
    """The day from which on each report that was withdrawn counts for nothing; far off for a notice without one."""
    found = withdrawals(connection, reports, vantage.as_of, vantage.known_at)
    return {ident: one.on or date.max for ident, one in found.items()}


def _was_out(published: date | None, on: date | None) -> bool:
    return on is None or (published is not None and published <= on)


def _when(one: Withdrawal) -> tuple[date, str]:
    return one.on or date.max, one.notice_report


def _direct(
    connection: Connection, reports: list[str], as_of: date | None, known_at: datetime | None
) -> dict[str, Withdrawal]:
    found: dict[str, Withdrawal] = {}
    for at in range(0, len(reports), _AT_ONCE):
        query = select(withdrawal).where(withdrawal.c.report_id.in_(reports[at : at + _AT_ONCE]))
        if as_of is not None:
            query = query.where(withdrawal.c.published <= as_of)
        if known_at is not None:
            query = query.where(withdrawal.c.recorded_at <= clock_of(known_at))
        for row in connection.execute(query):
            one = Withdrawal(row.kind, row.published, row.notice_report)
            found[row.report_id] = min(found.get(row.report_id, one), one, key=_when)
    return found


def _published(connection: Connection, reports: list[str]) -> dict[str, date | None]:
    found: dict[str, date | None] = {}
    for at in range(0, len(reports), _AT_ONCE):
        query = select(report.c.report_id, report.c.published)
        rows = connection.execute(query.where(report.c.report_id.in_(reports[at : at + _AT_ONCE])))
        found |= {row.report_id: row.published for row in rows}
    return found


def _held(connection: Connection, since: date, until: date) -> list[tuple[str, Article]]:
    """The reports published between two days; asked for a notice only, and notices are few."""
    query = select(report.c.report_id).where(report.c.published >= since, report.c.published <= until)
    idents = connection.scalars(query.order_by(report.c.report_id)).all()
    return [(ident, _article(connection, ident)) for ident in idents]


def _notices(connection: Connection, published: date) -> list[tuple[str, Notice]]:
    """The notices that may be about a report of a day."""
    query = select(notice).where(notice.c.published >= published, notice.c.published <= published + _DAYS)
    rows = connection.execute(query.order_by(notice.c.report_id)).all()
    return [(row.report_id, Notice(row.kind, row.named, Span(row.start, row.end, ""))) for row in rows]


def _article(connection: Connection, report_id: str) -> Article:
    row = connection.execute(select(report).where(report.c.report_id == report_id)).one()
    return article_of(row)


def _row(report_id: str, notice_report: str, kind: str, published: date | None) -> Row:
    return {"report_id": report_id, "notice_report": notice_report, "kind": kind, "published": published}
