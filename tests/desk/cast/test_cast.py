"""Everybody held ready is who the record says, as of every day and time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from threading import Event

import pytest
from tests.desk.board.made import NOW, SPAN, START, adding, by_chance, deciding, readings
from tests.record.questions.held import filled
from tests.record.readings import colombian_reports, pakistani_reports
from tests.record.stores import Stores

from onrecord.desk.cast import Cast
from onrecord.record import Identity, Record

LATER = datetime(2030, 1, 1, tzinfo=UTC)


def same(cast: Cast, record: Record, day: date | None = None, known_at: datetime | None = None) -> list[Identity]:
    """The identities of the record, which the list has in the same order with all that it tells of them."""
    listed, held = cast.as_of(day, known_at, now=True).listed, record.identities(as_of=day, recorded_by=known_at)
    assert [(k.id, k.name, k.kind, k.known_as, k.reports, k.first, k.last) for k in listed] == [
        (i.id, i.name, i.kind, i.known_as, len(i.reports), i.first, i.last) for i in held
    ]
    assert cast.identities(listed, day, known_at) == held
    assert cast.identities(listed[3:5], day, known_at) == held[3:5]
    return held


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_added_and_judged_it_is_who_the_record_says(stores: Stores, seed: int) -> None:
    if not stores.in_files and seed:
        pytest.skip("one of these on a server is enough")
    chance = by_chance(seed)
    steps = [adding(one) for one in readings(chance, 8)] + [deciding(chance, minutes) for minutes in range(30)]
    with Record.open(stores.place(), create=True) as record:
        cast = Cast(record)
        for number, step in enumerate(steps):
            step(record)
            if number % 6 == 5:
                for day in (None, START + timedelta(days=90), START + timedelta(days=SPAN)):
                    same(cast, record, day)
                same(cast, record, None, NOW + timedelta(minutes=12))


def test_known_at_is_what_the_record_held_by_then(stores: Stores) -> None:
    with Record.open(stores.place(), create=True) as record:
        for reading in pakistani_reports():
            record.add(reading, NOW)
        before = record.identities()
        for reading in colombian_reports():
            record.add(reading, LATER)
        record.judge(before[0].id, before[1].id, "same", "A. Reviewer", LATER)
        cast = Cast(record)
        assert same(cast, record, None, NOW) == before
        assert len(same(cast, record)) != len(before)
        record.withdraw(before[0].id, before[1].id, "A. Reviewer", LATER + timedelta(days=1))
        for hours in (-1, 0, 1, 23, 24, 25):
            same(cast, record, None, LATER + timedelta(hours=hours))


def test_a_list_may_be_behind_what_is_added_unless_it_must_not(stores: Stores) -> None:
    with Record.open(stores.place(), create=True) as record:
        record.add(pakistani_reports()[0], NOW)
        cast = Cast(record)
        before = cast.as_of(None)
        for reading in colombian_reports():
            record.add(reading, NOW)
        assert cast.as_of(None) is before
        assert len(cast.as_of(None, now=True).listed) > len(before.listed)


def test_it_is_read_beforehand_once_something_else_is_done(stores: Stores) -> None:
    with filled(stores.place()) as record:
        cast, done = Cast(record), Event()
        cast.warm(after=lambda: done.wait(10))
        done.set()
        same(cast, record)
        cast.close()


def test_what_is_read_beforehand_ends_when_it_is_closed(stores: Stores) -> None:
    with filled(stores.place()) as record:
        cast, done = Cast(record), Event()
        cast.warm(after=lambda: done.wait(0.2))
        cast.close()
        assert not cast.reading
