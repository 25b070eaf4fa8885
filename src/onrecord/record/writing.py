"""Adds a reading to the record: in one transaction, once, with its copies and its links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import Connection, Engine, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

import onrecord
from onrecord.contract import canonical, content_id
from onrecord.model import Reading
from onrecord.record.clock import clock_of
from onrecord.record.copyrows import copy_rows
from onrecord.record.engine import writing
from onrecord.record.likeness import Likeness
from onrecord.record.newidentities import NewIdentities
from onrecord.record.rows import Row, rows_of
from onrecord.record.schema import metadata, report
from onrecord.record.search.wording import number
from onrecord.record.withdrawals import notice_rows, withdrawal_rows
from onrecord.settings import settings

_HOLDS = select(report.c.report_id).where(report.c.report_id == bindparam("ident"))


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a report did: its id, whether it was new, and the held reports that are copies of it."""

    report_id: str
    new: bool
    copies: tuple[str, ...] = ()


def add(engine: Engine, reading: Reading, recorded_at: datetime, reader: str | None) -> Added:
    """Adds a reading unless it is held; a process that dies on the way leaves nothing of it."""
    rows, clock = rows_of(reading), clock_of(recorded_at)
    run = _run(reader)
    with writing(engine) as connection:
        if holds(connection, rows.report_id):
            return Added(rows.report_id, new=False)
        _insert(connection, "run", [run], clock)
        rows.tables["report"][0]["run_id"] = run["run_id"]
        likeness = Likeness(connection, rows.shingles, reading.article)
        copies = likeness.copies(settings().copy_likelihood)
        number(connection, rows.tables)
        for name, table_rows in rows.tables.items():
            _insert(connection, name, table_rows, clock)
        _insert(connection, "copy", copy_rows(rows.report_id, copies), clock)
        _insert(connection, "notice", notice_rows(rows.report_id, reading.article), clock)
        _insert(connection, "withdrawal", withdrawal_rows(connection, rows.report_id, reading.article, copies), clock)
        identities = NewIdentities(connection, rows.profiles, copies)
        _insert(connection, "judgement", identities.judgements(), clock)
        _insert(connection, "blocking_key", identities.keys())
        _insert(connection, "shingle", [{"hash": h, "report_id": rows.report_id} for h in likeness.signature()])
    return Added(rows.report_id, new=True, copies=tuple(sorted(copies)))


def holds(connection: Connection, report_id: str) -> bool:
    """Whether the record has the report."""
    return connection.execute(_HOLDS, {"ident": report_id}).first() is not None


def _run(reader: str | None) -> Row:
    """The configuration at work; the same one is the same run, so that a rerun leaves the tables as they are."""
    configured: Row = {
        "code_version": onrecord.__version__,
        "reader": reader,
        "settings": settings().model_dump(mode="json"),
    }
    return configured | {"run_id": content_id(configured), "settings": canonical(configured["settings"])}


def _insert(connection: Connection, name: str, rows: Sequence[Row], clock: str | None = None) -> None:
    """Adds the rows that are not there yet; nothing is ever overwritten."""
    if not rows:
        return
    stamped = rows if clock is None else [row | {"recorded_at": clock} for row in rows]
    connection.execute(_insert_new(connection.dialect.name, name), stamped)


@cache
def _insert_new(dialect: str, name: str) -> sqlite.Insert | postgresql.Insert:
    table = metadata.tables[name]
    if dialect == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()
