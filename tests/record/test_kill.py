"""A process that adds reports is killed at every SQL statement; a rerun leaves the tables of an undisturbed run."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from tests.record.readings import ANONYMOUS, pakistani_reports, reading_of_report
from tests.record.stores import Place, Stores
from tests.record.tables import Tables, add_all, tables_of

from onrecord.model import Reading
from onrecord.record import Record

FORK = multiprocessing.get_context("fork")
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")


def reports() -> list[Reading]:
    """Few reports, with a copy among them and a claim that several share."""
    first = pakistani_reports()[:2]
    body = " ".join(first[0].article.text.split()[:60])
    return [*first, reading_of_report("copy", date(2011, 11, 17), ANONYMOUS, body=body)]


class Killer:
    """Kills its own process with SIGKILL before the n-th SQL statement or commit."""

    def __init__(self, nth: int) -> None:
        self._left = nth

    def arm(self) -> None:
        event.listen(Engine, "before_cursor_execute", self._count)
        event.listen(Engine, "commit", self._count)

    def _count(self, *_: object) -> None:
        self._left -= 1
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def _killed_run(path: Place, nth: int) -> None:
    Killer(nth).arm()
    add_all(path, reports())


def run_killed(path: Place, nth: int) -> bool:
    """Whether the run was killed; False when it ended before its n-th statement."""
    process = FORK.Process(target=_killed_run, args=(path, nth))
    process.start()
    process.join(60)
    assert process.exitcode in {0, -signal.SIGKILL}
    return process.exitcode == -signal.SIGKILL


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    path: Path = tmp_path_factory.mktemp("undisturbed") / "x.db"
    add_all(path, reports())
    tables = tables_of(path)
    assert len(tables["copy"]) == 1
    return tables


def points(stores: Stores) -> Iterator[int]:
    """Every statement of the migration and the first report; then every third, as each report goes the same way.

    A server, where a new database takes its time, is left in the middle of fewer.
    """
    step = 1 if stores.in_files else 8
    return chain(range(1, 55, step), range(55, 10_000, 3 * step))


def test_killed_at_any_statement_a_rerun_gives_the_same_tables(stores: Stores, undisturbed: Tables) -> None:
    killed = 0
    for nth in points(stores):
        path = stores.empty(str(nth))
        if not run_killed(path, nth):
            break
        killed += 1
        add_all(path, reports())
        assert tables_of(path) == undisturbed, f"killed before statement {nth}"
    assert killed >= (40 if stores.in_files else 8)


def test_killed_at_any_moment_a_rerun_gives_the_same_tables(stores: Stores, undisturbed: Tables) -> None:
    """Between statements, too: while the database writes, and while it commits."""
    for number in range(0, 16, 1 if stores.in_files else 3):
        path = stores.place(str(number))
        process = FORK.Process(target=add_all, args=(path, reports()))
        process.start()
        process.join(0.01 * number)
        process.kill()
        process.join()
        add_all(path, reports())
        assert tables_of(path) == undisturbed


def test_killed_again_and_again_it_still_gets_there(stores: Stores, undisturbed: Tables) -> None:
    path, nth = stores.empty(), 30
    while run_killed(path, nth):
        nth += 7
    assert tables_of(path) == undisturbed


def test_a_killed_run_leaves_whole_reports_only(stores: Stores, undisturbed: Tables) -> None:
    made = stores.place("made")
    Record.open(made, create=True).close()
    seen = set()
    for nth in range(1, 60, 4 if stores.in_files else 9):
        path = stores.place(str(nth))
        if isinstance(made, Path):
            shutil.copy(made, path)
        run_killed(path, nth)
        tables = tables_of(path)
        reports_held = {row[0] for row in tables["report"]}
        seen.add(len(reports_held))
        expected = [row for row in undisturbed["statement"] if row[1] in reports_held]
        assert tables["statement"] == expected
    assert seen >= {0, 1, 2}
