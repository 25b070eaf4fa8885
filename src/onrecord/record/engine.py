"""Opens the database of a record: one SQLite file, or a PostgreSQL server."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from onrecord.errors import RecordMissing, RecordUnusable

BUSY_SECONDS = 60
"""How long a writer waits for its turn before it gives up."""
_POSTGRES_LOCK = 0x6F6E7265636F7264
_BEGIN = "onrecord_begin"
_PAUSE = 0.02


def engine_for(place: str | Path, *, create: bool) -> Engine:
    """An engine for a path or a URL (`postgresql://…`); RecordMissing where nothing is and nothing may be made."""
    url = _url_of(place)
    if url.get_backend_name() == "sqlite":
        return _sqlite(url, create=create)
    try:
        return create_engine(url)
    except ModuleNotFoundError as error:
        raise RecordUnusable(f"{shown(url)} needs the package {error.name}; run: pip install {error.name}") from error


def shown(place: str | Path | URL) -> str:
    """The place as messages name it: never with its password."""
    if isinstance(place, URL):
        if place.get_backend_name() == "sqlite":
            return place.database or ""
        return place.set(drivername=place.get_backend_name()).render_as_string()
    return shown(_url_of(place))


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes: all of it or nothing, and no other writer in between."""
    with engine.connect().execution_options(**{_BEGIN: "BEGIN IMMEDIATE"}) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _POSTGRES_LOCK})
        yield connection


def use_wal(engine: Engine) -> None:
    """Turns write-ahead logging on, which stays with the file: readers and one writer work at the same time."""
    if engine.dialect.name != "sqlite":
        return
    last = time.monotonic() + BUSY_SECONDS
    with engine.connect().execution_options(**{_BEGIN: ""}) as connection:
        while True:
            try:
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
            except OperationalError as error:
                # Two processes that make one record meet here, and for this SQLite does not wait by itself.
                if "locked" not in str(error.orig) or time.monotonic() > last:
                    raise
                time.sleep(_PAUSE)
            else:
                return


def _url_of(place: str | Path) -> URL:
    named = str(place)
    if "://" not in named:
        return URL.create("sqlite", database=named)
    try:
        url = make_url(named)
    except ArgumentError as error:
        raise RecordUnusable(f"{named.partition('@')[2] or named} is no database URL: {error}") from error
    if url.drivername in {"postgres", "postgresql"}:
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() not in {"sqlite", "postgresql"}:
        raise RecordUnusable(f"{shown(url)}: give the path of a file, or postgresql://user@host/database")
    return url


def _sqlite(url: URL, *, create: bool) -> Engine:
    path = Path(url.database or "")
    if not create and not path.exists():
        raise RecordMissing(f"there is no record at {path}; make one with: onrecord add REPORTS --db {path}")
    if path.is_dir() or not path.parent.is_dir():
        what = "is a folder" if path.is_dir() else "is in a folder that does not exist"
        raise RecordUnusable(f"{path} {what}; give the path of a file in a folder that exists")
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "isolation_level": None})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    # In WAL mode a killed process loses nothing that it committed: the log is already with the system. Only a power
    # cut can cost the last commits, never a whole file, and that is worth not waiting for the disk at every report.
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Begins by hand, since Python's driver would begin at the first write only, and too late to be first in line."""
    begin = connection.get_execution_options().get(_BEGIN, "BEGIN")
    if begin:
        connection.exec_driver_sql(begin)


@contextmanager
def usable(place: str | Path) -> Iterator[None]:
    """Turns what the database itself reports into an error that says what to do.

    A broken constraint stays what it is: it tells of a mistake in this code, not of the database.
    """
    try:
        yield
    except IntegrityError:
        raise
    except DBAPIError as error:
        raise RecordUnusable(f"{shown(place)}: {error.orig}; {_advice(str(error.orig))}") from error


def _advice(report: str) -> str:
    if "not a database" in report:
        return "give the path of a record that onrecord made, or of a file that does not exist yet"
    if "malformed" in report:
        return "the file is damaged: restore it from a copy, or add the reports to a new record"
    if "locked" in report:
        return "another process is writing to it; try again when that has ended"
    if "full" in report:
        return "nothing was half written: make room on the disk and run the command again"
    if "readonly" in report:
        return "it may be read but not written: allow writing, or copy it to where you may"
    return "nothing was half written: see that the database can be reached and written, and run the command again"
