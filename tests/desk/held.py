"""A record of the Pakistani talks for the tests of the desk, on either backend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from tests.record.readings import pakistani_reports
from tests.record.stores import Stores

from onrecord.model import Reading
from onrecord.record import Aliases, Record

ADDED = datetime(2026, 1, 1, 12, tzinfo=UTC)


def after(hours: float) -> datetime:
    """A time after the reports were added."""
    return ADDED + timedelta(hours=hours)


@contextmanager
def held_record(
    stores: Stores, readings: Sequence[Reading] | None = None, aliases: Aliases | None = None
) -> Iterator[Record]:
    """A new record with some reports, those of the talks if none are given."""
    with Record.open(stores.place(), create=True, aliases=aliases) as record:
        for reading in pakistani_reports() if readings is None else readings:
            record.add(reading, ADDED)
        yield record
