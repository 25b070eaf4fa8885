from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import permutations

import pytest
from tests.record.readings import (
    ANONYMOUS,
    ARMY_DENIES,
    FAQIR_CONFIRMS,
    colombian_reports,
    filler,
    pakistani_reports,
    reading_of_report,
)
from tests.record.stores import Place, Stores
from tests.record.tables import RECORDED, add_all, tables_of

from onrecord.contract import canonical, reading_json, standing_json, summary_json
from onrecord.errors import ReportNotFound
from onrecord.record import Record

DAY = date(2011, 12, 10)


def answers(path: Place) -> list[str]:
    with Record.open(path) as record:
        board = [canonical(summary_json(summary)) for summary in record.claims()]
        days = (None, date(2011, 11, 16), DAY)
        return board + [canonical(standing_json(record.standing("TTP talks", day))) for day in days]


def test_a_report_comes_back_as_it_was_added(stores: Stores) -> None:
    with Record.open(stores.place("x"), create=True) as record:
        for reading in pakistani_reports() + colombian_reports():
            added = record.add(reading, RECORDED)
            assert (added.new, added.copies) == (True, ())
            assert record.reading(added.report_id) == reading
            assert canonical(reading_json(record.reading(added.report_id))) == canonical(reading_json(reading))


def test_adding_twice_changes_nothing(stores: Stores) -> None:
    path = stores.place("x")
    add_all(path, pakistani_reports())
    before = tables_of(path)
    with Record.open(path) as record:
        later = RECORDED + timedelta(days=9)
        for reading in pakistani_reports():
            report_id = Record.report_id_of(reading.article)
            assert record.has(report_id)
            added = record.add(reading, later)
            assert (added.report_id, added.new) == (report_id, False)
    assert tables_of(path) == before


def test_the_order_of_adding_makes_no_difference(stores: Stores) -> None:
    reports = pakistani_reports()
    said = FAQIR_CONFIRMS, ANONYMOUS, ARMY_DENIES
    reports.append(reading_of_report("copy", DAY, *said, body=filler("dec-10")))
    found = set()
    for number, order in enumerate(list(permutations(reports))[::17]):
        path = stores.place(str(number))
        add_all(path, order)
        found.add("\n".join(answers(path)))
    assert len(found) == 1


def test_the_same_words_twice_in_a_report_are_two_statements(stores: Stores) -> None:
    reading = reading_of_report("r", DAY, FAQIR_CONFIRMS)
    twice = replace(reading, statements=(*reading.statements, replace(reading.statements[0], id="s9")))
    with Record.open(stores.place("x"), create=True) as record:
        record.add(twice, RECORDED)
        assert record.reading("r") == twice


def test_two_reports_with_one_id_are_both_kept(stores: Stores) -> None:
    one, other = (reading_of_report("same-id", DAY, FAQIR_CONFIRMS, body=body) for body in ("One.", "Another."))
    with Record.open(stores.place("x"), create=True) as record:
        assert [record.add(reading, RECORDED).new for reading in (one, other)] == [True, True]
        with pytest.raises(ReportNotFound, match="2 reports go by 'same-id'"):
            record.reading("same-id")
        assert record.reading(Record.report_id_of(other.article)) == other


def test_reports_are_found_by_their_id_and_its_beginning(stores: Stores) -> None:
    with Record.open(stores.place("x"), create=True) as record:
        for reading in pakistani_reports():
            record.add(reading, RECORDED)
        wanted = pakistani_reports()[2]
        report_id = Record.report_id_of(wanted.article)
        assert {record.reading(name) == wanted for name in ("dec-10", report_id, report_id[:9])} == {True}
        with pytest.raises(ReportNotFound, match="2 reports go by 'dec-1'"):
            record.reading("dec-1")
        for unknown in ("nowhere", "de", "%", ""):
            with pytest.raises(ReportNotFound, match="no report"):
                record.reading(unknown)


def test_the_clock_is_kept_in_utc(stores: Stores) -> None:
    path = stores.place("x")
    in_karachi = datetime(2026, 1, 1, 17, tzinfo=timezone(timedelta(hours=5)))
    with Record.open(path, create=True) as record:
        record.add(pakistani_reports()[0], in_karachi)
        assert record.reports()[0].recorded_at == RECORDED.astimezone(UTC).isoformat(timespec="microseconds")
        with pytest.raises(ValueError, match="time zone"):
            record.add(pakistani_reports()[1], datetime(2026, 1, 1))
        assert len(record.reports()) == 1


def test_one_configuration_is_one_run(stores: Stores) -> None:
    path = stores.place("x")
    add_all(path, pakistani_reports()[:1])
    add_all(path, pakistani_reports()[1:2])
    assert len(tables_of(path)["run"]) == 1
    with Record.open(path, reader="rules 1") as record:
        record.add(pakistani_reports()[2], RECORDED)
    assert len(tables_of(path)["run"]) == 2


def test_a_report_of_furniture_only_and_one_without_statements_are_kept(stores: Stores) -> None:
    bare = reading_of_report("bare", None, head="Support us! ", furniture=True, body="")
    with Record.open(stores.place("x"), create=True) as record:
        assert record.add(bare, RECORDED).new
        assert record.reading("bare") == bare
        assert record.claims() == []
