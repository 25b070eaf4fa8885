"""A PostgreSQL server of the tests' own: started from the system's package, without a network, gone when they end."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import psycopg
from psycopg import sql
from sqlalchemy import make_url

from onrecord.record import Record

OLDEST = 15
"""The first version that can sort text by the rules of a language wherever it is installed, which tests must survive."""
USER = "onrecord"
GUARDED, PASSWORD = "guarded", "open sesame"
"""A user who has to give a password, and the password."""
_SPEED = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_wal_size=4GB", "checkpoint_timeout=1h")
_GUARD = 'cat; "$0" -D "$1/data" -m immediate stop; rm -rf "$1"'
"""Waits until whoever started it is gone, killed or not; then ends the server and removes it."""
_RULES = f"local all {GUARDED} scram-sha-256\nlocal all all trust\n"


class Unavailable(Exception):
    """There is no PostgreSQL here that could be started; the message says why."""


class Cluster:
    """A running server; `make` gives a new database of it, `drop` takes it away again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._number = 0
        self._admin: psycopg.Connection[Any] = psycopg.connect(self._dsn("postgres"), autocommit=True)
        self._template = self.make()
        Record.open(self._template, create=True).close()

    def make(self, *, filled: bool = False) -> str:
        """The URL of a new database: an empty one, or one with the tables of a record."""
        self._number += 1
        name = f"record_{self._number}"
        template = name_of(self._template) if filled else "template1"
        self.run("CREATE DATABASE {} TEMPLATE {}", name, template)
        return self.url(name)

    def drop(self, url: str) -> None:
        """Ends every connection to a database and removes it."""
        self.run("DROP DATABASE {} WITH (FORCE)", name_of(url))

    def end_connections(self, url: str) -> None:
        """Ends every connection to a database, as a restart of the server does."""
        query = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
        self._admin.execute(query, [name_of(url)])

    def url(self, database: str, user: str = USER) -> str:
        """The URL of a database of this server."""
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def run(self, command: str, *names: str, on: str | None = None) -> None:
        """Runs a command as the server's owner, with names put in for `{}`, on the database with this URL."""
        composed = sql.SQL(command).format(*map(sql.Identifier, names))
        if on is None:
            self._admin.execute(composed)
            return
        with psycopg.connect(self._dsn(name_of(on)), autocommit=True) as connection:
            connection.execute(composed)

    def close(self) -> None:
        """Lets go of the server."""
        self._admin.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _dsn(self, database: str) -> str:
        return f"host={self.folder} user={USER} dbname={database}"


def name_of(url: str) -> str:
    """The name of the database that a URL leads to."""
    return make_url(url).database or ""


@contextmanager
def running_cluster() -> Iterator[Cluster]:
    """A new server, ended and removed on leaving; Unavailable where none can be had."""
    programs, owner = _programs(), _owner()
    folder = Path(tempfile.mkdtemp(prefix="onrecord-"))
    if owner is not None:
        shutil.chown(folder, owner)
    with subprocess.Popen(
        ["/bin/sh", "-c", _GUARD, programs / "pg_ctl", folder],
        user=owner,
        cwd="/",
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ):
        _make(programs, folder, owner)
        with Cluster(folder) as cluster:
            yield cluster


def _make(programs: Path, folder: Path, owner: str | None) -> None:
    data = folder / "data"
    # By the rules of English "a" sorts before "B": a record that asked the server for an order would be found out.
    order = ("--locale=C.UTF-8", "--encoding=UTF8", "--locale-provider=icu", "--icu-locale=en")
    _call(programs / "initdb", "-D", data, "-U", USER, "--auth=trust", "--no-sync", *order, owner=owner)
    (data / "pg_hba.conf").write_text(_RULES, encoding="ascii")
    options = " ".join(["-c listen_addresses=''", f"-k {folder}", *(f"-c {setting}" for setting in _SPEED)])
    _call(programs / "pg_ctl", "-D", data, "-l", folder / "log", "-w", "-o", options, "start", owner=owner)


def _call(program: Path, *arguments: str | Path, owner: str | None) -> None:
    ended = subprocess.run(
        [program, *arguments], user=owner, cwd="/", stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    if ended.returncode != 0:
        said = (ended.stderr or ended.stdout).decode("utf-8", "replace").strip()
        raise Unavailable(f"{program.name} failed: {said}")


def _programs() -> Path:
    """The folder of the newest PostgreSQL that is installed, on the search path or where Debian puts it."""
    found = shutil.which("initdb")
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found is None and not versions:
        raise Unavailable("PostgreSQL is not installed; see scripts/postgres")
    folder = Path(found).parent if found is not None else versions[-1].parent
    version = subprocess.run([folder / "initdb", "--version"], capture_output=True, text=True, check=True).stdout
    if int(version.split()[2].partition(".")[0].partition("rc")[0]) < OLDEST:
        raise Unavailable(f"PostgreSQL {OLDEST} or newer is needed, and here is {version.strip()}")
    return folder


def _owner() -> str | None:
    """Whom the server runs as: oneself, or, as it refuses to run as root, the package's own user."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError as error:
        raise Unavailable("PostgreSQL does not run as root, and there is no user postgres") from error
