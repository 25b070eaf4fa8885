"""The whole of a record's tables, to compare two records row by row."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from onrecord.model import Reading
from onrecord.record import Added, Record

RECORDED = datetime(2026, 1, 1, 12, tzinfo=UTC)
Tables = dict[str, list[tuple[object, ...]]]


def tables_of(path: Path) -> Tables:
    """Every row of every table, in an order of their own."""
    with closing(sqlite3.connect(path)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}  # noqa: S608
    return {name: sorted(some, key=repr) for name, some in sorted(rows.items())}


def add_all(path: Path, readings: Iterable[Reading]) -> list[Added]:
    """Adds the readings to the record at a path, which is made if need be."""
    with Record.open(path, create=True) as record:
        return [record.add(reading, RECORDED) for reading in readings]
