"""The board chooses the claim that the record chooses, whatever was added, taken back and decided."""

from __future__ import annotations

from datetime import timedelta
from itertools import product

import pytest
from tests.desk.board.made import SPAN, START, adding, by_chance, deciding, readings
from tests.record.stores import Stores

from onrecord.desk.board import Board
from onrecord.errors import ClaimNotFound
from onrecord.record import Record

DAYS = [None, *(START + timedelta(days=n) for n in (0, 9, 90, 181, SPAN))]
WORDS = ["talks", "attack", "killed", "attack killed", "Bajaur", "TTP", "2012", "nothing at all"]


@pytest.mark.parametrize("seed", range(8))
def test_of_several_claims_it_is_the_same_one(stores: Stores, seed: int) -> None:
    if not stores.in_files and seed > 1:
        pytest.skip("a few of these on a server are enough")
    chance = by_chance(seed)
    steps = [adding(one) for one in readings(chance, 14)]
    steps += [deciding(chance, minutes) for minutes in range(8)]
    with Record.open(stores.place(), create=True) as record:
        board, found = Board(record), 0
        for number, step in enumerate(steps):
            step(record)
            if number % 7 != 6 and number != len(steps) - 1:
                continue
            board.refresh()
            for day, words in product(DAYS, WORDS):
                best = board.best(words, day)
                if best is not None:
                    found += 1
                    assert record.standing(best, day) == record.standing(words, day), (words, day)
        board.close()
        assert found


def test_ids_and_words_that_find_nothing_are_left_to_the_record(stores: Stores) -> None:
    with Record.open(stores.place(), create=True) as record:
        for one in readings(by_chance(0), 6):
            adding(one)(record)
        board = Board(record)
        assert board.best(record.claims()[0].claim.id) is None
        assert board.best("zebra crossing") is None
        with pytest.raises(ClaimNotFound):
            record.standing("zebra crossing")
        board.close()
