from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable
from tests.record.readings import pakistani_reports
from tests.record.tables import add_all, tables_of

from onrecord.errors import RecordMissing, RecordUnusable
from onrecord.record import Record
from onrecord.record.engine import engine_for, writing
from onrecord.record.schema import HEAD, HISTORY, metadata
from onrecord.record.upgrading import MIGRATIONS, make_current


def executed(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "made.db"
    Record.open(path, create=True).close()
    return path


def test_a_new_record_has_the_tables_of_the_schema(made: Path) -> None:
    with engine_for(made, create=False).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_every_migration_is_known_by_name() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    found = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(found)) == HISTORY


def test_migrations_go_down_again_on_a_filled_record(made: Path) -> None:
    from alembic import command

    add_all(made, pakistani_reports())
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    engine = engine_for(made, create=False)
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
    make_current(engine, create=True)
    engine.dispose()
    assert set(tables_of(made)) == {"alembic_version", *metadata.tables}


def test_there_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(RecordMissing, match=r"no record at .*none\.db; make one with"):
        Record.open(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_an_empty_file_is_no_record_yet(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(RecordMissing, match="is empty"):
        Record.open(path)
    Record.open(path, create=True).close()
    Record.open(path).close()


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("talks were held " * 100)
    for create in (True, False):
        with pytest.raises(RecordUnusable, match="not a database; give the path"):
            Record.open(path, create=create)
    assert path.read_text() == "talks were held " * 100


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    executed(path, "CREATE TABLE bookmarks (url TEXT)")
    with pytest.raises(RecordUnusable, match="of another program"):
        Record.open(path, create=True)


def test_a_database_of_a_newer_version(made: Path) -> None:
    executed(made, "UPDATE alembic_version SET version_num = '9999'")
    before = tables_of(made)
    for create in (True, False):
        with pytest.raises(RecordUnusable, match=f"newer onrecord.*9999.*{HEAD}.*open it with the newer onrecord"):
            Record.open(made, create=create)
    assert tables_of(made) == before


def test_a_damaged_database(made: Path) -> None:
    add_all(made, pakistani_reports())
    with made.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 30_000)
    with pytest.raises(RecordUnusable), Record.open(made) as record:
        record.claims()


@pytest.mark.parametrize(
    "place", ["", "no/such/folder/x.db", "oracle://host/db", "://", "postgresql://u:secret@h/db"]
)
def test_places_that_cannot_be_opened(tmp_path: Path, place: str) -> None:
    full = place if "://" in place else tmp_path / place
    with pytest.raises(RecordUnusable) as told:
        Record.open(full, create=True)
    assert "secret" not in str(told.value)


def test_a_file_may_be_given_as_a_url(tmp_path: Path) -> None:
    Record.open(f"sqlite:///{tmp_path / 'made.db'}", create=True).close()
    Record.open(tmp_path / "made.db").close()


def test_only_a_new_record_needs_alembic(made: Path) -> None:
    script = (
        "import sys; from onrecord.record import Record; Record.open(sys.argv[1]).close();"
        "sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script, str(made)], check=False).returncode == 0


def test_a_record_keeps_its_write_ahead_log(made: Path) -> None:
    with closing(sqlite3.connect(made)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_the_tables_can_be_made_on_postgresql() -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    made = [str(CreateTable(table).compile(dialect=dialect)) for table in metadata.sorted_tables]
    assert len(made) == len(metadata.tables)
    assert "WITHOUT ROWID" not in " ".join(made)
