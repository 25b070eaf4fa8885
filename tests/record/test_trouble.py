"""Whatever goes wrong with the database: a message that says what to do, and nothing lost or half written."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from sqlalchemy import Connection, text
from tests.record.cluster import GUARDED, PASSWORD, Cluster, name_of
from tests.record.hooks import before
from tests.record.readings import FAQIR_CONFIRMS, pakistani_reports, reading_of_report
from tests.record.stores import Place, Stores
from tests.record.tables import RECORDED, add_all, tables_of

from onrecord.errors import RecordUnusable
from onrecord.record import Record

FIRST, SECOND = pakistani_reports()[:2]
PERHAPS_FULL = """
CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
CREATE TRIGGER no_room BEFORE INSERT ON link EXECUTE FUNCTION no_room()
"""


def shut(connection: Connection) -> None:
    """Ends the connection that it is given, as a server that goes down does."""
    connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))


@contextmanager
def full(place: Place, cluster: Cluster | None) -> Iterator[None]:
    """No room for another page of the file, or for another link on the server."""
    if cluster is not None and isinstance(place, str):
        cluster.run(PERHAPS_FULL, on=place)
        yield
        cluster.run("DROP TRIGGER no_room ON link; DROP FUNCTION no_room", on=place)
        return

    def fill(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")

    with before("INSERT INTO report", fill):
        yield


def test_a_full_disk_loses_nothing(stores: Stores, backend: Cluster | None) -> None:
    place = stores.place()
    add_all(place, [FIRST])
    held = tables_of(place)
    big = reading_of_report("big", date(2011, 12, 10), FAQIR_CONFIRMS, body="word " * 20_000)
    with (
        full(place, backend),
        pytest.raises(RecordUnusable, match=r"make room on the .*disk and run the command again"),
    ):
        add_all(place, [big])
    assert tables_of(place) == held
    assert add_all(place, [big])[0].new


def test_what_may_only_be_read_answers_and_takes_nothing(stores: Stores, backend: Cluster | None) -> None:
    place = stores.place()
    add_all(place, [FIRST])
    held, asked = tables_of(place), place
    if backend is not None:
        backend.run("DROP ROLE IF EXISTS reader")
        backend.run("CREATE ROLE reader LOGIN")
        backend.run("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader", on=str(place))
        asked = backend.url(name_of(str(place)), "reader")
    with Record.open(asked) as record:
        assert len(record.claims()) == 1
        told = "ask whoever runs the server" if backend is not None else "allow writing"
        with readonly(backend), pytest.raises(RecordUnusable, match=told):
            record.add(SECOND, RECORDED)
        assert len(record.reports()) == 1
    assert tables_of(place) == held
    if backend is not None:
        stores.close()
        backend.run("DROP ROLE reader")


@contextmanager
def readonly(backend: Cluster | None) -> Iterator[None]:
    if backend is not None:
        yield
        return

    def forbid(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA query_only = ON")

    with before("INSERT INTO", forbid):
        yield


def test_a_report_published_in_the_future_is_not_seen_before(stores: Stores) -> None:
    with Record.open(stores.place(), create=True) as record:
        record.add(reading_of_report("late", date(2199, 1, 1), FAQIR_CONFIRMS), RECORDED)
        assert record.claims(as_of=date(2198, 12, 31)) == []
        assert [line.reports for line in record.claims(as_of=date(2199, 1, 1))] == [1]
        assert [line.reports for line in record.claims()] == [1]


@pytest.fixture
def served(cluster: Cluster) -> Iterator[str]:
    url = cluster.make(filled=True)
    yield url
    cluster.drop(url)


@pytest.mark.parametrize("when", ["INSERT INTO statement", "INSERT INTO link", "INSERT INTO shingle", "FROM report"])
def test_a_connection_lost_in_the_middle_loses_nothing(served: str, when: str) -> None:
    add_all(served, [FIRST])
    held = tables_of(served)
    with Record.open(served) as record:
        with before(when, shut) as lost, pytest.raises(RecordUnusable, match="run the command again"):
            record.add(SECOND, RECORDED)
        assert lost
        assert tables_of(served) == held
        assert record.add(SECOND, RECORDED).new
        assert len(record.reports()) == 2


def test_a_server_that_was_restarted_is_found_again(served: str, cluster: Cluster) -> None:
    with Record.open(served) as record:
        record.add(FIRST, RECORDED)
        cluster.end_connections(served)
        assert len(record.reports()) == 1


def test_a_wrong_password_is_told_and_never_shown(served: str, cluster: Cluster) -> None:
    cluster.run(f"DROP ROLE IF EXISTS {GUARDED}")
    cluster.run(f"CREATE ROLE {GUARDED} LOGIN SUPERUSER PASSWORD '{PASSWORD}'")
    at = f"@/{name_of(served)}?host={cluster.folder}"
    Record.open(f"postgresql://{GUARDED}:{PASSWORD.replace(' ', '%20')}{at}").close()
    for user in (f"{GUARDED}:not%20sesame", GUARDED):
        with pytest.raises(RecordUnusable, match="see the user name and the password") as told:
            Record.open(f"postgresql://{user}{at}")
        assert "sesame" not in str(told.value)
    cluster.run(f"DROP ROLE {GUARDED}")


def test_a_database_that_is_not_there(cluster: Cluster) -> None:
    with pytest.raises(RecordUnusable, match='database "nowhere" does not exist; make it with createdb'):
        Record.open(cluster.url("nowhere"), create=True)


def test_a_writer_that_waits_too_long_gives_up(served: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.record.engine.BUSY_SECONDS", 1)

    def add_meanwhile(_: Connection) -> None:
        with pytest.raises(RecordUnusable, match="another process is writing"):
            add_all(served, [SECOND])

    with before("INSERT INTO report", add_meanwhile) as done:
        add_all(served, [FIRST])
    assert done
    assert len(tables_of(served)["report"]) == 1


def test_records_in_schemas_of_one_database_are_apart(cluster: Cluster) -> None:
    url = cluster.make()
    cluster.run("CREATE SCHEMA one; CREATE SCHEMA other", on=url)
    places = [f"{url}&options=-csearch_path%3D{name}" for name in ("one", "other")]
    add_all(places[0], [FIRST])
    add_all(places[1], [FIRST, SECOND])
    assert [len(tables_of(place)["report"]) for place in places] == [1, 2]
    cluster.drop(url)


def test_a_database_that_does_not_hold_every_script(cluster: Cluster) -> None:
    cluster.run("CREATE DATABASE latin ENCODING LATIN1 LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0")
    url = cluster.url("latin")
    with pytest.raises(RecordUnusable, match="does not hold every script"):
        add_all(url, [reading_of_report("r", None, FAQIR_CONFIRMS, body="محمد")])
    cluster.drop(url)


def test_the_package_for_servers_is_named_when_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(RecordUnusable, match=r"pip install 'onrecord\[postgres\]'"):
        Record.open("postgresql://nobody@localhost/nothing")
