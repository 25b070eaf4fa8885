"""While many reports are taken in, the board says how many are not on it, and what reviewers say holds at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.desk.board.made import NOW, START, adding, by_chance, deciding, readings
from tests.desk.board.test_board import DAYS, asked, same, views
from tests.record.readings import colombian_reports, pakistani_reports
from tests.record.stores import Stores

from onrecord.desk.board import Board, BoardView
from onrecord.desk.board.kept import FEW
from onrecord.record import Record


@pytest.fixture
def record(stores: Stores) -> Iterator[Record]:
    with Record.open(stores.place(), create=True) as made:
        for reading in [*pakistani_reports(), *colombian_reports()]:
            made.add(reading, NOW)
        yield made


@pytest.fixture
def _resting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing goes on in the background, so that the board stays as far behind as it is."""
    monkeypatch.setattr("onrecord.desk.board.kept.Kept._begin", lambda *_: None)


def many(record: Record, seed: int = 1) -> int:
    """Adds more reports than are taken in at once; how many there are now."""
    before = len(record.reports())
    for reading in readings(by_chance(seed), 12):
        record.add(reading, NOW)
    return len(record.reports()) - before


@pytest.mark.usefixtures("_resting")
def test_what_is_not_taken_in_yet_is_counted(record: Record) -> None:
    board = Board(record)
    assert board.pending == 0
    before = board.page(BoardView(limit=500))
    added = many(record)
    assert added > FEW
    page = board.page(BoardView(limit=500))
    assert (page.lines, page.pending, board.pending) == (before.lines, added, added)
    assert board.refresh()
    assert board.page(BoardView()).pending == board.pending == 0
    same(board, record, BoardView(limit=500, since=START))
    assert sum(count for _, count in board.days) == sum(r.published is not None for r in record.reports())
    assert not board.refresh()


def test_many_reports_come_in_by_themselves(record: Record) -> None:
    board = Board(record)
    many(record)
    board.page(BoardView())
    board.wait()
    for day in DAYS:
        same(board, record, BoardView(as_of=day, limit=500))
    board.close()


@pytest.mark.usefixtures("_resting")
def test_what_a_reviewer_decides_holds_at_once(record: Record) -> None:
    board = Board(record)
    line = board.page(BoardView()).lines[0].summary
    added = many(record, seed=4)
    assert board.page(BoardView()).pending == added
    statement = record.claim(line.claim.id).links[0].statement
    with record.review("R. Eviewer", NOW) as review:
        review.judge_link(statement, line.claim.id, "reject")
    page = board.page(BoardView(words=line.claim.id))
    assert page.pending == added
    assert [one.summary.links.rejected for one in page.lines] == [line.links.rejected + 1]
    board.refresh()
    same(board, record, BoardView(limit=500))


@pytest.mark.usefixtures("_resting")
@pytest.mark.parametrize("seed", range(8))
def test_taken_in_bit_by_bit_it_comes_to_the_same(stores: Stores, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    if not stores.in_files and seed > 1:
        pytest.skip("a few of these on a server are enough")
    monkeypatch.setattr("onrecord.desk.board.kept.FEW", 0)
    monkeypatch.setattr("onrecord.desk.board.kept._FEWEST_READ", 1)
    monkeypatch.setattr("onrecord.desk.board.kept._MOST_READ", 2)
    chance = by_chance(seed)
    with Record.open(stores.place(), create=True) as record:
        board = Board(record)
        steps = [adding(reading) for reading in readings(chance, 12)]
        steps += [deciding(chance, n) for n in range(8)]
        chance.shuffle(steps)
        for step in steps:
            step(record)
            for view in views(chance):
                asked(board.page, view)
            for _ in range(chance.randint(0, 2)):
                board._kept._step()
        board.refresh()
        for day in DAYS:
            same(board, record, BoardView(as_of=day, limit=500, since=START))
        assert board.page(BoardView(as_of=DAYS[-1])).pending == 0
