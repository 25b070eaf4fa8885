"""Who asks while somebody adds sees whole reports, all of them as of one moment."""

from __future__ import annotations

import multiprocessing
import time
from datetime import date

import pytest
from sqlalchemy import Connection
from tests.record.hooks import before
from tests.record.readings import ARMY_DENIES, FAQIR_CONFIRMS, reading_of_report
from tests.record.stores import Place, Stores
from tests.record.tables import add_all

from onrecord.model import Reading
from onrecord.record import Record

DAY = date(2012, 1, 1)


def some(count: int) -> list[Reading]:
    """Reports that each affirm and deny once."""
    return [reading_of_report(f"r{n}", DAY, FAQIR_CONFIRMS, ARMY_DENIES) for n in range(count)]


def counts(record: Record) -> tuple[int, set[int]]:
    """How many reports a standing has, and how many statements each of its positions."""
    found = record.standing("TTP talks")
    return found.reports, {sum(len(s.statements) for s in p.speakers) for p in found.positions}


@pytest.mark.parametrize("when", ["INSERT INTO statement", "INSERT INTO link", "INSERT INTO shingle"])
def test_of_a_report_that_is_being_added_nothing_is_seen(stores: Stores, when: str) -> None:
    one, other = some(2)
    add_all(stores.place(), [one])
    seen = []

    def ask(_: Connection) -> None:
        with Record.open(stores.place()) as record:
            seen.append(counts(record))

    with before(when, ask):
        add_all(stores.place(), [other])
    assert seen == [(1, {1})]


@pytest.mark.parametrize("table", ["link", "statement", "copy", "profile"])
def test_a_report_added_in_the_middle_of_a_question_is_not_seen(stores: Stores, table: str) -> None:
    one, other = some(2)
    add_all(stores.place(), [one])
    with Record.open(stores.place()) as record:
        # The first table that a question looks at fixes what it sees.
        with before(f"FROM {table}", lambda _: add_all(stores.place(), [other])) as done:
            reports, statements = counts(record)
        assert done
        assert statements == {reports}
        assert counts(record) == (2, {2})


def _add(place: Place) -> None:
    add_all(place, some(12))


def test_while_another_process_adds_every_answer_is_of_whole_reports(stores: Stores) -> None:
    place = stores.place()
    add_all(place, some(1))
    process = multiprocessing.get_context("spawn").Process(target=_add, args=(place,))
    process.start()
    seen = []
    with Record.open(place) as record:
        while process.is_alive():
            reports, statements = counts(record)
            assert statements == {reports}
            seen.append(reports)
            time.sleep(0.02)
        assert counts(record) == (12, {12})
    process.join()
    assert process.exitcode == 0
    assert seen == sorted(seen)
