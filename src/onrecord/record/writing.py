"""Adds a reading to the record: in one transaction, once, with its copies and its links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, Table, select
from sqlalchemy.dialects import postgresql, sqlite

import onrecord
from onrecord.contract import canonical, content_id
from onrecord.model import Reading
from onrecord.record.engine import writing
from onrecord.record.likeness import Likeness
from onrecord.record.newidentities import NewIdentities
from onrecord.record.rows import Row, Rows, rows_of
from onrecord.record.schema import metadata, report
from onrecord.settings import settings


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
        likeness = Likeness(connection, rows.shingles)
        copies = likeness.copies(settings().copy_containment)
        for name, table_rows in rows.tables.items():
            _insert(connection, name, table_rows, clock)
        _insert(connection, "copy", _edges(rows, copies), clock)
        identities = NewIdentities(connection, rows.profiles, copies)
        _insert(connection, "judgement", identities.judgements(), clock)
        _insert(connection, "blocking_key", identities.keys())
        _insert(connection, "shingle", [{"hash": h, "report_id": rows.report_id} for h in likeness.signature()])
    return Added(rows.report_id, new=True, copies=tuple(sorted(copies)))


def holds(connection: Connection, report_id: str) -> bool:
    """Whether the record has the report."""
    query = select(report.c.report_id).where(report.c.report_id == report_id)
    return connection.execute(query).first() is not None


def clock_of(recorded_at: datetime) -> str:
    """A time of recording as the tables hold it; ValueError without a time zone."""
    if recorded_at.tzinfo is None:
        raise ValueError("a time of recording needs a time zone: datetime.now(UTC)")
    return recorded_at.astimezone(UTC).isoformat(timespec="microseconds")


def _run(reader: str | None) -> Row:
    """The configuration at work; the same one is the same run, so that a rerun leaves the tables as they are."""
    configured: Row = {
        "code_version": onrecord.__version__,
        "reader": reader,
        "settings": settings().model_dump(mode="json"),
    }
    return configured | {"run_id": content_id(configured), "settings": canonical(configured["settings"])}


def _edges(rows: Rows, copies: dict[str, float]) -> list[Row]:
    edges = []
    for other, share in sorted(copies.items()):
        left, right = sorted((rows.report_id, other))
        edges.append({"left_report": left, "right_report": right, "containment": round(share, 4)})
    return edges


def _insert(connection: Connection, name: str, rows: Sequence[Row], clock: str | None = None) -> None:
    """Adds the rows that are not there yet; nothing is ever overwritten."""
    if not rows:
        return
    stamped = rows if clock is None else [row | {"recorded_at": clock} for row in rows]
    connection.execute(_insert_new(connection, metadata.tables[name]), stamped)


def _insert_new(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()
