"""Saved questions and what they found as rows of the record, and back again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from onrecord.contract import content_id
from onrecord.desk.findings import Found
from onrecord.desk.freshness import Mark
from onrecord.desk.rows import Row, one_with_id
from onrecord.desk.watchquestions import Question, question_from
from onrecord.errors import NotOnDesk
from onrecord.record.clock import clock_of
from onrecord.record.lots import in_lots
from onrecord.record.schema import finding as finding_table
from onrecord.record.schema import report, watch_run
from onrecord.record.schema import watch as watch_table


@dataclass(frozen=True, slots=True)
class Watch:
    """A saved question: what is asked, by whom and since when; with who gave it up, once somebody did."""

    id: str
    name: str
    question: Question
    user: str
    made_at: str
    removed_at: str | None = None
    removed_by: str | None = None


def held_watches(connection: Connection) -> list[Watch]:
    """Every question, those given up too, the oldest first."""
    gone = watch_table.alias("gone")
    ended = gone.c.recorded_at.label("gone_at"), gone.c.user_name.label("gone_by")
    query = select(watch_table, *ended).outerjoin(gone, gone.c.withdraws == watch_table.c.watch_id)
    order = watch_table.c.recorded_at, watch_table.c.watch_id
    rows = connection.execute(query.where(watch_table.c.withdraws.is_(None)).order_by(*order))
    return [
        Watch(
            row.watch_id,
            row.name,
            question_from(row.question),
            row.user_name,
            row.recorded_at,
            row.gone_at,
            row.gone_by,
        )
        for row in rows
    ]


def one_watch(connection: Connection, ident: str) -> Watch:
    """The question with this id, or the only one whose id begins so; NotOnDesk for none."""
    held = {watch.id: watch for watch in held_watches(connection)}
    found = one_with_id(list(held), ident)
    if found is None:
        raise NotOnDesk(f"no saved question has the id {ident!r}, or it alone; see: onrecord watch list")
    return held[found]


def last_mark(connection: Connection, watch: str) -> Mark | None:
    """How far a question has been put to the record; None if it never was."""
    query = select(watch_run.c.until, watch_run.c.held).where(watch_run.c.watch_id == watch)
    row = connection.execute(query.order_by(watch_run.c.number.desc()).limit(1)).first()
    return None if row is None else Mark(row.until, row.held)


def runs_of(connection: Connection, watch: str) -> int:
    """How often a question was put to the record."""
    query = select(func.count()).select_from(watch_run).where(watch_run.c.watch_id == watch)
    return int(connection.execute(query).scalar_one())


class Known:
    """What a question has found, to tell the same answer again."""

    def __init__(self, connection: Connection, watch: str) -> None:
        names = ("claim_id", "statement_id", "report_id", "before", "after", "detail")
        columns = (finding_table.c[name] for name in names)
        self._by_claim: dict[str, list[Any]] = defaultdict(list)
        self._by_statement: dict[str, list[Any]] = defaultdict(list)
        self._corrections: set[tuple[str | None, str | None, str | None]] = set()
        for row in connection.execute(select(*columns).where(finding_table.c.watch_id == watch)):
            self._by_claim[row.claim_id].append(row)
            self._by_statement[row.statement_id].append(row)
            self._corrections.add((row.report_id, row.statement_id, row.detail))

    def has(self, answer: Found) -> bool:
        """Whether it was found before, perhaps under another id of its claim or in another copy of its report."""
        if answer.what == "correction":
            return (answer.report, answer.statement, answer.detail) in self._corrections
        if answer.what == "new-claim":
            return any(claim in self._by_claim for claim in answer.claims)
        rows = (row for statement in answer.statements for row in self._by_statement.get(statement, ()))
        return any(
            (row.before, row.after) == (answer.before, answer.after)
            and (not answer.claims or row.claim_id in answer.claims)
            for row in rows
        )


def finding_row(watch: Watch, answer: Found, at: datetime) -> Row:
    """The row of an answer; equal answers to one question have one id."""
    content: Row = {
        "watch_id": watch.id,
        "what": answer.what,
        "claim_id": answer.claim,
        "gloss": answer.gloss,
        "before": answer.before,
        "after": answer.after,
        "statement_id": answer.statement,
        "report_id": answer.report,
        "detail": answer.detail,
    }
    ident = content_id(content)
    return content | {
        "finding_id": ident,
        "published": answer.published,
        "already": False,
        "recorded_at": clock_of(at),
    }


def marked_old(connection: Connection, watch: Watch, rows: Sequence[Row]) -> list[Row]:
    """The first answers, those marked that the record held before the question was asked."""
    reports = sorted({row["report_id"] for row in rows if row["report_id"] is not None})
    recorded: dict[str, str] = {}
    for some in in_lots(reports):
        query = select(report.c.report_id, report.c.recorded_at).where(report.c.report_id.in_(some))
        recorded |= {row.report_id: row.recorded_at for row in connection.execute(query)}
    return [row | {"already": recorded.get(row["report_id"], "") <= watch.made_at} for row in rows]
