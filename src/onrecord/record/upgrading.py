"""Brings a database to the tables that this version of onrecord uses, or says why it cannot."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from sqlalchemy import Connection, Engine, inspect, text

from onrecord.errors import RecordMissing, RecordUnusable
from onrecord.record.engine import use_wal, writing
from onrecord.record.places import shown
from onrecord.record.schema import HEAD, HISTORY

MIGRATIONS = Path(__file__).parent / "migrations"
_REVISIONS = "alembic_version"


def make_current(engine: Engine, *, create: bool) -> None:
    """Makes the tables of a new database and migrates an old one; leaves a current one alone, at no cost.

    RecordMissing for an empty database that may not be filled, RecordUnusable for one of another program or of a
    newer onrecord.
    """
    with engine.connect() as connection:
        revision = revision_of(connection)
        if revision is None:
            _refuse_foreign_or_empty(connection, create=create)
    if revision == HEAD:
        return
    use_wal(engine)
    with writing(engine) as connection:
        # Another process may have done it while this one waited for its turn.
        if revision_of(connection) != HEAD:
            migrate(connection)


def revision_of(connection: Connection) -> str | None:
    """The revision of the tables in a database; None where there are none; RecordUnusable for an unknown one."""
    if not inspect(connection).has_table(_REVISIONS):
        return None
    revision = connection.execute(text(f"SELECT version_num FROM {_REVISIONS}")).scalar()  # noqa: S608  a constant
    if revision is None or revision in HISTORY:
        return revision
    if not inspect(connection).has_table("report"):
        _refuse_foreign(connection)
    raise RecordUnusable(
        f"{shown(connection.engine.url)} was made by a newer onrecord: its tables are at revision {revision} and"
        f" this version knows {HEAD}; open it with the newer onrecord"
    )


def migrate(connection: Connection) -> None:
    """Runs the migrations that are missing in the connection's own transaction."""
    # alembic takes as long to import as everything else together, and only a new or an old database needs it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)


def _refuse_foreign_or_empty(connection: Connection, *, create: bool) -> None:
    if set(inspect(connection).get_table_names()) - {_REVISIONS}:
        _refuse_foreign(connection)
    if not create:
        place = shown(connection.engine.url)
        raise RecordMissing(f"{place} is empty; fill it with: onrecord add REPORTS --db {place}")


def _refuse_foreign(connection: Connection) -> NoReturn:
    what = "the path of a new file" if connection.dialect.name == "sqlite" else "the name of an empty database"
    raise RecordUnusable(f"{shown(connection.engine.url)} is a database of another program; give {what}")
