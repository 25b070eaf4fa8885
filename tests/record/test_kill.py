"""A process that adds reports is killed at every SQL statement; a rerun leaves the tables of an undisturbed run."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
from datetime import date
from itertools import chain
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from tests.record.readings import ANONYMOUS, pakistani_reports, reading_of_report
from tests.record.tables import Tables, add_all, tables_of

from onrecord.model import Reading
from onrecord.record.engine import engine_for
from onrecord.record.upgrading import make_current

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


def _killed_run(path: Path, nth: int) -> None:
    Killer(nth).arm()
    add_all(path, reports())


def run_killed(path: Path, nth: int) -> bool:
    """Whether the run was killed; False when it ended before its n-th statement."""
    process = FORK.Process(target=_killed_run, args=(path, nth))
    process.start()
    process.join(60)
    assert process.exitcode in {0, -signal.SIGKILL}
    return process.exitcode == -signal.SIGKILL


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    path = tmp_path_factory.mktemp("undisturbed") / "x.db"
    add_all(path, reports())
    tables = tables_of(path)
    assert len(tables["copy"]) == 1
    return tables


def test_killed_at_any_statement_a_rerun_gives_the_same_tables(tmp_path: Path, undisturbed: Tables) -> None:
    points = 0
    # Every statement of the migration and the first report; then every third, as each report goes the same way.
    for nth in chain(range(1, 55), range(55, 10_000, 3)):
        path = tmp_path / f"{nth}.db"
        if not run_killed(path, nth):
            break
        points += 1
        add_all(path, reports())
        assert tables_of(path) == undisturbed, f"killed before statement {nth}"
    assert points >= 40


def test_killed_at_any_moment_a_rerun_gives_the_same_tables(tmp_path: Path, undisturbed: Tables) -> None:
    """Between statements, too: while the database writes, and while it commits."""
    for number in range(16):
        path = tmp_path / f"{number}.db"
        process = FORK.Process(target=add_all, args=(path, reports()))
        process.start()
        process.join(0.01 * number)
        process.kill()
        process.join()
        add_all(path, reports())
        assert tables_of(path) == undisturbed


def test_killed_again_and_again_it_still_gets_there(tmp_path: Path, undisturbed: Tables) -> None:
    path, nth = tmp_path / "x.db", 30
    while run_killed(path, nth):
        nth += 7
    assert tables_of(path) == undisturbed


def test_a_killed_run_leaves_whole_reports_only(tmp_path: Path, undisturbed: Tables) -> None:
    made = tmp_path / "made.db"
    engine = engine_for(made, create=True)
    make_current(engine, create=True)
    engine.dispose()
    seen = set()
    for nth in range(1, 60, 4):
        path = tmp_path / f"{nth}.db"
        shutil.copy(made, path)
        run_killed(path, nth)
        tables = tables_of(path)
        reports_held = {row[0] for row in tables["report"]}
        seen.add(len(reports_held))
        expected = [row for row in undisturbed["statement"] if row[1] in reports_held]
        assert tables["statement"] == expected
    assert seen >= {0, 1, 2}
