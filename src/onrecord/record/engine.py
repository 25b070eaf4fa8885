"""Opens the database of a record: one SQLite file, or a PostgreSQL server."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from onrecord.errors import RecordMissing, RecordUnusable, UsageError
from onrecord.record.advice import advice
from onrecord.record.places import shown, url_of
from onrecord.record.server import server_engine, take_turn

BUSY_SECONDS = 60
"""How long a writer waits for its turn before it gives up."""
_BEGIN = "onrecord_begin"
_PAUSE = 0.02
_CACHE_KIB = 16_384
"""What a connection keeps of the file at hand: SQLite looks through all of it at a commit, so that more costs more."""
_SHARED_CACHE_KIB = 2_048
"""What each of the connections of a server keeps; the system keeps the rest of the file at hand for all of them."""
_PAGES_IN_LOG = 16_000
"""After so many pages of 4 KiB the log is carried over to the file: a page that changed ten times is written once."""


def engine_for(place: str | Path, *, create: bool, shared: bool = False) -> Engine:
    """An engine for a path or a URL (`postgresql://…`); RecordMissing where nothing is and nothing may be made.

    `shared` is for many readers at once: each of their connections keeps little of the file at hand.
    """
    url = url_of(place)
    return _sqlite(url, create=create, shared=shared) if url.get_backend_name() == "sqlite" else server_engine(url)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One transaction that reads: all its questions see the record as of one moment, whatever is added meanwhile."""
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes: all of it or nothing, and no other writer in between."""
    with engine.connect().execution_options(**{_BEGIN: "BEGIN IMMEDIATE"}) as connection:
        server = connection.dialect.name == "postgresql"
        if server:
            # What another writer added while this one waited for its turn has to be seen.
            connection.execution_options(isolation_level="READ COMMITTED")
        with connection.begin():
            if server:
                take_turn(connection, BUSY_SECONDS)
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


def _sqlite(url: URL, *, create: bool, shared: bool) -> Engine:
    path = Path(url.database or "")
    if not create and not path.exists():
        raise RecordMissing(f"there is no record at {path}; make one with: onrecord add REPORTS --db {path}")
    if path.is_dir() or not path.parent.is_dir():
        what = "is a folder" if path.is_dir() else "is in a folder that does not exist"
        raise RecordUnusable(f"{path} {what}; give the path of a file in a folder that exists")
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "isolation_level": None})
    event.listen(engine, "connect", _set_up)
    if shared:
        event.listen(engine, "connect", _keep_little)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    # In WAL mode a killed process loses nothing that it committed: the log is already with the system. Only a power
    # cut can cost the last commits, never a whole file, and that is worth not waiting for the disk at every report.
    cursor.execute("PRAGMA synchronous = NORMAL")
    # Ids are hashes, so that every report touches pages all over the file.
    cursor.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    cursor.execute(f"PRAGMA wal_autocheckpoint = {_PAGES_IN_LOG}")
    cursor.close()


def _keep_little(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA cache_size = -{_SHARED_CACHE_KIB}")
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
        report = " ".join(str(error.orig).split())
        todo = advice(report, getattr(error.orig, "sqlstate", None))
        raise RecordUnusable(f"{shown(place)}: {report}; {todo}") from error
    except UnicodeEncodeError as error:
        raise UsageError(f"{error.object!r:.80} holds half a character (a lone surrogate); leave it out") from error
