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


def test_statements_stand_in_order_of_time_with_undated_ones_before_all(record: Record) -> None:
    entries = record.timeline("TTP talks")
    dates = [entry.date for entry in entries]
    assert dates == sorted(dates, key=lambda day: day or "")
    assert dates[0] is None
    assert {entry.precision for entry in entries} == {None, "day"}


def test_every_change_of_standing_is_marked_where_it_was_made(record: Record) -> None:
    for words in ("TTP talks", "FARC talks"):
        changes = record.standing(words).changes
        marked = [(e.before, e.after) for e in record.timeline(words) if e.before is not None]
        assert sorted(marked) == sorted((c.before, c.after) for c in changes)


def test_a_copy_says_nothing_again_and_no_statement_is_lost(record: Record) -> None:
    entries = record.timeline("TTP talks")
    told = [s for e in entries for s in (e.statement, *e.copies)]
    assert len(told) == len(set(told))
    assert set(told) == {t.statement for t in record.testimonies("TTP talks")}
    (copied,) = [e for e in entries if e.outlet == "The First" and e.stance == "denies"]
    assert len(copied.copies) == 1
    assert not [e for e in entries if e.outlet == "The Copyist"]


def test_the_words_are_those_of_the_report(record: Record) -> None:
    texts = {report.id: record.reading(report.id).article.text for report in record.reports()}
    for entry in record.timeline():
        assert entry.words in texts[entry.report]
        assert entry.cue is not None
        assert entry.cue in texts[entry.report]


def test_it_is_seen_as_of_a_day_and_as_the_record_knew_it(record: Record) -> None:
    assert all(e.published and e.published <= date(2011, 12, 10) for e in record.timeline(as_of=date(2011, 12, 10)))
    assert {e.gloss for e in record.timeline(known_at=FIRST)} == {"talks between TTP and Government of Pakistan"}
    assert len(record.timeline(as_of=date(2000, 1, 1))) == 0
