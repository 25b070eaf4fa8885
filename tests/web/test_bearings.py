"""What statements speak to is the same from the board that is held ready as from the record."""

from __future__ import annotations

import pytest
from tests.desk.board.made import adding, by_chance, deciding, readings
from tests.desk.board.test_board import DAYS
from tests.record.stores import Stores

from onrecord.desk.board import Board
from onrecord.record import Record
from onrecord.record.vantage import Vantage
from onrecord.web.pages.bearings import bearings


@pytest.mark.parametrize("seed", range(6))
def test_from_memory_they_are_the_same(stores: Stores, seed: int) -> None:
    if not stores.in_files and seed > 1:
        pytest.skip("a few of these on a server are enough")
    chance = by_chance(seed)
    steps = [adding(one) for one in readings(chance, 12)] + [deciding(chance, n) for n in range(8)]
    with Record.open(stores.place(), create=True) as record:
        board = Board(record)
        for step in steps:
            step(record)
        board.refresh()
        spoken = sorted({link.statement for line in record.claims() for link in record.claim(line.claim.id).links})
        with record.asking() as connection:
            for day in DAYS:
                for some in (spoken, spoken[::3], spoken[:1], []):
                    ready = bearings(connection, some, Vantage(day), board)
                    assert ready == bearings(connection, some, Vantage(day))
        board.close()
        assert spoken
