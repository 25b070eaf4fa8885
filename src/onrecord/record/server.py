"""A record on a PostgreSQL server: how connections are set up, and how writers wait for each other."""

from __future__ import annotations

from typing import Any, cast

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from onrecord.errors import RecordUnusable
from onrecord.record.places import shown

CONNECT_SECONDS = 30
"""How long a server may take to answer, where the URL does not say (`?connect_timeout=5`)."""
_LOCK = 0x6F6E7265636F7264
# A writer finds rows by their keys alone. Of tables that were empty when a connection was made, and that the server has
# not counted since, it believes that reading them whole is quicker, at every reference that it checks.
_SETTINGS = text(
    "SELECT set_config('synchronous_commit', 'off', true), set_config('lock_timeout', :wait, true),"
    " set_config('enable_seqscan', 'off', true)"
)
_TAKE_TURN = text("SELECT pg_advisory_xact_lock(:key)")


def server_engine(url: URL) -> Engine:
    """An engine for a `postgresql://` URL; RecordUnusable where the package for it is not installed."""
    given: dict[str, str | int] = {"client_encoding": "utf8"}
    if "connect_timeout" not in url.query:
        given["connect_timeout"] = CONNECT_SECONDS
    try:
        engine = create_engine(url, connect_args=given, pool_pre_ping=True)
    except ImportError as error:
        wanted = "'onrecord[postgres]'" if url.get_driver_name() == "psycopg" else error.name
        raise RecordUnusable(f"{shown(url)} needs a package that is not here: pip install {wanted}") from error
    if url.get_driver_name() == "psycopg":
        event.listen(engine, "connect", _set_up)
    return engine


def take_turn(connection: Connection, wait_seconds: int) -> None:
    """Waits until no other process writes; from here to the end of the transaction no other one will.

    As with a file, a commit does not wait for the disk: a power cut can cost the last reports added, never the record.
    """
    connection.execute(_SETTINGS, {"wait": f"{wait_seconds}s"})
    connection.execute(_TAKE_TURN, {"key": _LOCK})


def _set_up(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    # The driver is there, since it has just connected; importing it here keeps a record in a file from needing it.
    from onrecord.record.zeros import hold_zeros

    hold_zeros(cast("Any", connection))
