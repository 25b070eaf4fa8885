"""A record of both peace processes, for the tests of questions."""

from __future__ import annotations

from datetime import UTC, date, datetime

from tests.record.readings import (
    ANONYMOUS,
    GOVERNMENT_DENIES,
    colombian_reports,
    filler,
    pakistani_reports,
    reading_of_report,
)
from tests.record.stores import Place

from onrecord.model import Reading
from onrecord.record import Record

FIRST = datetime(2026, 1, 1, 12, tzinfo=UTC)
LATER = datetime(2026, 2, 1, 12, tzinfo=UTC)
COPY = reading_of_report(
    "nov-16-copy", date(2011, 11, 17), GOVERNMENT_DENIES, ANONYMOUS, body=filler("nov-17"), outlet="The Copyist"
)
ORIGINAL = reading_of_report(
    "nov-16-first", date(2011, 11, 16), GOVERNMENT_DENIES, ANONYMOUS, body=filler("nov-17"), outlet="The First"
)
UNDATED = reading_of_report("undated", None, GOVERNMENT_DENIES)


def everything() -> list[Reading]:
    return [*pakistani_reports(), *colombian_reports(), ORIGINAL, COPY, UNDATED]


def filled(place: Place, readings: list[Reading] | None = None) -> Record:
    """An open record with the Colombian reports recorded a month after the others."""
    record = Record.open(place, create=True)
    for reading in everything() if readings is None else readings:
        is_later = reading.article.published is not None and reading.article.published.year == 2012
        record.add(reading, LATER if is_later else FIRST)
    return record
