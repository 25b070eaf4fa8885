"""How many claims have some words, and what the board keeps at hand to tell it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from tests.desk.board.made import NOW
from tests.record.readings import colombian_reports, pakistani_reports
from tests.record.stores import Stores

from onrecord.desk.board import Board, BoardView
from onrecord.errors import ClaimNotFound
from onrecord.record import Record


@pytest.fixture
def record(stores: Stores) -> Iterator[Record]:
    with Record.open(stores.place(), create=True) as made:
        for reading in [*pakistani_reports(), *colombian_reports()]:
            made.add(reading, NOW)
        yield made


@pytest.mark.parametrize("words", ["talks", "Colombia", "FARC talks", ""])
@pytest.mark.parametrize("day", [None, date(2011, 11, 16), date(2012, 8, 20)])
def test_as_many_claims_are_counted_as_are_shown(record: Record, words: str, day: date | None) -> None:
    board = Board(record)
    assert board.count(words, day) == board.page(BoardView(words=words, as_of=day)).total


def test_no_claim_has_words_that_no_claim_has(record: Record) -> None:
    board = Board(record)
    assert board.count("zeppelin") == 0
    with pytest.raises(ClaimNotFound, match="nearest"):
        board.page(BoardView(words="zeppelin"))


def test_a_claim_is_counted_by_its_id_while_it_is_there(record: Record) -> None:
    board = Board(record)
    (ident, *_) = [line.claim.id for line in record.claims("FARC")]
    assert board.count(ident) == 1
    assert board.count(ident, date(2011, 11, 16)) == 0


def test_what_came_in_since_is_counted(stores: Stores) -> None:
    first, *others = pakistani_reports()
    with Record.open(stores.place(), create=True) as record:
        record.add(first, NOW)
        board = Board(record)
        for reading in (*others, *colombian_reports()):
            record.add(reading, NOW)
            assert board.count("talks") == len(record.claims("talks"))


def test_of_days_that_are_worked_out_only_one_shelf_is_kept(record: Record) -> None:
    board = Board(record)
    for day in (None, date(2011, 11, 16), date(2012, 8, 20)):
        board.page(BoardView(as_of=day))
    assert len(board._shelves) == 1
