from __future__ import annotations

import multiprocessing
from datetime import date

from tests.record.readings import FAQIR_CONFIRMS, colombian_reports, pakistani_reports, reading_of_report
from tests.record.stores import Place, Stores
from tests.record.tables import add_all, tables_of

from onrecord.model import Reading


def _some(who: int) -> list[Reading]:
    return [reading_of_report(f"{who}-{n}", date(2012, 1, 1 + n), FAQIR_CONFIRMS) for n in range(12)]


def _write(path: Place, who: int) -> None:
    shared = pakistani_reports() + colombian_reports()
    add_all(path, _some(who) + (shared if who % 2 else shared[::-1]))


def test_writers_at_once_leave_what_one_after_the_other_would(stores: Stores) -> None:
    at_once, in_turn = stores.empty("at-once"), stores.place("in-turn")
    processes = [multiprocessing.get_context("spawn").Process(target=_write, args=(at_once, who)) for who in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(120)
    assert [process.exitcode for process in processes] == [0, 0, 0]
    for who in range(3):
        _write(in_turn, who)
    came_in_turn = "number"  # of reports, for the search: in the order in which they came
    assert tables_of(at_once, came_in_turn) == tables_of(in_turn, came_in_turn)
