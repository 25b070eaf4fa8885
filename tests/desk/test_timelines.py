"""A timeline read off the board is the one that the record gives."""

from __future__ import annotations

from datetime import date

import pytest
from tests.desk.board.made import adding, by_chance, deciding, readings
from tests.desk.board.test_board import DAYS
from tests.record.stores import Stores

from onrecord.desk.board import Board
from onrecord.desk.timelines import claims_found, timeline_told
from onrecord.errors import ClaimNotFound
from onrecord.record import Record


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_added_and_decided_it_is_the_same(stores: Stores, seed: int) -> None:
    if not stores.in_files and seed:
        pytest.skip("one of these on a server is enough")
    chance = by_chance(seed)
    with Record.open(stores.place(), create=True) as record:
        board = Board(record)
        for step in [adding(one) for one in readings(chance, 12)] + [deciding(chance, n) for n in range(6)]:
            step(record)
        for day in (None, *DAYS):
            for words in (None, "talks", "attack"):
                same(record, board, words, day)


def same(record: Record, board: Board, words: str | None, day: date | None) -> None:
    try:
        expected = list(record.timeline(words, day))
    except ClaimNotFound:
        assert claims_found(board, words, day) == 0
        with pytest.raises(ClaimNotFound):
            timeline_told(record, board, words, day)
        return
    told = timeline_told(record, board, words, day)
    assert list(told.entries) == expected
    standings = {line.claim.id: line.standing for line in record.claims(words, day)}
    assert {one.claim.id: one.standing for one in told.standings} == standings
