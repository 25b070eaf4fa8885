from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.record.questions.held import FIRST, filled

from onrecord.record import Record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with filled(tmp_path / "x.db") as opened:
        yield opened


def test_every_change_of_standing_from_the_day_on_is_told_with_what_made_it(record: Record) -> None:
    since = date(2012, 8, 20)
    told = [
        (c.date.isoformat(), c.before, c.after, c.because) for c in record.changes(since) if c.kind != "statements"
    ]
    changes = record.standing("FARC talks").changes
    assert told == [(c.date, c.before, c.after, c.because) for c in changes if c.date and c.date >= since.isoformat()]
    assert told


def test_a_claim_that_no_report_had_made_is_new_and_changes_after_that(record: Record) -> None:
    kinds = [change.kind for change in record.changes(date(2012, 1, 1))]
    assert kinds[0] == "new claim"
    assert set(kinds[1:]) == {"standing"}
    assert {change.kind for change in record.changes(date(2012, 8, 20))} == {"standing"}


def test_more_said_without_a_change_is_told_too(record: Record) -> None:
    (change,) = record.changes(date(2011, 12, 11), "TTP talks")
    assert (change.kind, change.before, change.after) == ("statements", "disputed", "disputed")
    assert (change.speaker, change.statements) == ("Ehsanullah Ehsan", 1)
    assert change.words == "that talks were held"


def test_nothing_changed_after_the_last_report(record: Record) -> None:
    assert len(record.changes(date(2013, 1, 1))) == 0
    assert len(record.changes(date(2012, 1, 1), as_of=date(2012, 6, 1))) == 0
    assert len(record.changes(date(2012, 1, 1), known_at=FIRST)) == 0
