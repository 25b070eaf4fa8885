from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from tests.record.readings import pakistani_reports
from tests.record.stores import Place, Stores
from tests.record.tables import add_all, tables_of

from onrecord.errors import RecordMissing, RecordUnusable
from onrecord.record import Record
from onrecord.record.engine import engine_for, writing
from onrecord.record.schema import HEAD, HISTORY, metadata
from onrecord.record.search.index import INDEX
from onrecord.record.upgrading import MIGRATIONS


def executed(place: Place, *statements: str) -> None:
    engine = engine_for(place, create=True)
    with writing(engine) as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


@pytest.fixture
def made(stores: Stores) -> Place:
    place = stores.empty("made")
    Record.open(place, create=True).close()
    return place


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "made.db"
    Record.open(path, create=True).close()
    return path


def is_of_the_schema(name: str | None, _kind: str, _parents: object) -> bool:
    """Each database indexes words in its own way."""
    return name is None or not name.startswith(INDEX)


def test_a_new_record_has_the_tables_of_the_schema(made: Place) -> None:
    engine = engine_for(made, create=False)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": is_of_the_schema}
        )
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_every_migration_is_known_by_name() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    found = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(found)) == HISTORY


def migrated(place: Place, revision: str) -> list[str]:
    """Takes a record to a revision; the names of its tables there."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    engine = engine_for(place, create=False)
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, revision)
        names = inspect(connection).get_table_names()
    engine.dispose()
    return names


def test_migrations_go_down_again_on_a_filled_record(made: Place) -> None:
    add_all(made, pakistani_reports())
    assert migrated(made, "base") == ["alembic_version"]
    Record.open(made, create=True).close()
    assert set(tables_of(made)) == {"alembic_version", *metadata.tables}


@pytest.mark.parametrize("revision", HISTORY)
def test_every_migration_keeps_what_an_older_record_holds(made: Place, revision: str) -> None:
    add_all(made, pakistani_reports())
    before = tables_of(made)
    migrated(made, revision)
    with Record.open(made) as record:
        assert [report.given_id for report in record.reports()] == ["nov-15", "nov-16", "dec-10", "dec-11"]
        assert record.reading("dec-10") == pakistani_reports()[2]
    after = tables_of(made)
    assert set(after) == set(before)
    assert {name: after[name] for name in ("report", "actor", "place")} == {
        name: before[name] for name in ("report", "actor", "place")
    }


def test_there_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(RecordMissing, match=r"no record at .*none\.db; make one with"):
        Record.open(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_an_empty_database_is_no_record_yet(stores: Stores) -> None:
    place = stores.empty("empty")
    if isinstance(place, Path):
        place.touch()
    with pytest.raises(RecordMissing, match="is empty"):
        Record.open(place)
    Record.open(place, create=True).close()
    Record.open(place).close()


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("talks were held " * 100)
    for create in (True, False):
        with pytest.raises(RecordUnusable, match="not a database; give the path"):
            Record.open(path, create=create)
    assert path.read_text() == "talks were held " * 100


@pytest.mark.parametrize("migrated_too", [False, True])
def test_a_database_of_another_program(stores: Stores, migrated_too: bool) -> None:
    place = stores.empty("other")
    executed(place, "CREATE TABLE bookmarks (url TEXT)")
    if migrated_too:
        executed(place, "CREATE TABLE alembic_version (version_num TEXT)")
        executed(place, "INSERT INTO alembic_version VALUES ('4f0c1a')")
    what = "path of a new file" if stores.in_files else "name of an empty database"
    for create in (True, False):
        with pytest.raises(RecordUnusable, match=f"of another program; give the {what}"):
            Record.open(place, create=create)


def test_a_database_of_a_newer_version(made: Place) -> None:
    executed(made, "UPDATE alembic_version SET version_num = '9999'")
    before = tables_of(made)
    for create in (True, False):
        with pytest.raises(RecordUnusable, match=f"newer onrecord.*9999.*{HEAD}.*open it with the newer onrecord"):
            Record.open(made, create=create)
    assert tables_of(made) == before


def test_a_damaged_database(file: Path) -> None:
    add_all(file, pakistani_reports())
    with file.open("r+b") as opened:
        opened.seek(100)
        opened.write(b"\xff" * 30_000)
    with pytest.raises(RecordUnusable), Record.open(file) as record:
        record.claims()


@pytest.mark.parametrize(
    "place",
    [
        "",
        "no/such/folder/x.db",
        "oracle://u:secret@host/db",
        "://",
        "postgresql://u:secret@no-such-host.invalid/db",
        "postgresql://u:secret@h:port/db",
        "postgresql://u:secret/db",
        "postgresql://u:s@secret@/db?host=/nowhere",
        "postgresql://u@/db?host=/nowhere&password=secret",
        "postgresql://u:secret@/db?host=/nowhere&colour=blue",
        "postgresql+psycopg2://u:secret@h/db",
    ],
)
def test_places_that_cannot_be_opened(tmp_path: Path, place: str) -> None:
    full = place if "://" in place else tmp_path / place
    with pytest.raises(RecordUnusable) as told:
        Record.open(full, create=True)
    assert "secret" not in str(told.value)


def test_a_file_may_be_given_as_a_url(tmp_path: Path) -> None:
    Record.open(f"sqlite:///{tmp_path / 'made.db'}", create=True).close()
    Record.open(tmp_path / "made.db").close()


def test_only_a_new_record_needs_alembic(made: Place) -> None:
    script = (
        "import sys; from onrecord.record import Record; Record.open(sys.argv[1]).close();"
        "sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script, str(made)], check=False).returncode == 0


def test_a_record_keeps_its_write_ahead_log(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
