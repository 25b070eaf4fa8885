"""Who holds an office as of a date, out of reports that agree, follow each other, or contradict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from tests.record.people import Named, report
from tests.record.stores import Stores
from tests.record.tables import add_all

from onrecord.record import OfficeHolder, Record

DEPUTY = "deputy chief"
READINGS = [
    report("r1", date(2011, 7, 1), Named("Maulvi Faqir Mohammad", "ttp", DEPUTY, hedged=True), place="Bajaur"),
    report("r2", date(2011, 12, 10), Named("Maulvi Faqir Mohammed", "ttp", DEPUTY), place="Bajaur"),
    report("r3", date(2012, 3, 5), Named("Maulvi Faqir Mohammad", "ttp", f"former {DEPUTY}"), place="Bajaur"),
    report("r4", date(2012, 6, 1), Named("Wali ur-Rehman", "ttp", DEPUTY), place="Waziristan"),
    report("r5", date(2012, 6, 9), Named("Sheikh Khalid Haqqani", "ttp", DEPUTY), place="Mohmand"),
    report("r6", date(2011, 12, 10), Named("Hakimullah Mehsud", "ttp", "chief")),
    report("r7", date(2013, 11, 7), Named("Mullah Fazlullah", "ttp", "chief")),
    report(
        "r8",
        date(2011, 12, 10),
        Named("Omar Khorasani", "ttp", "commander"),
        Named("Asif Afridi", "ttp", "commander"),
    ),
    report("r9", None, Named("Rehman Malik", "gov", "interior minister")),
]


@pytest.fixture
def record(stores: Stores) -> Iterator[Record]:
    add_all(stores.place("x"), READINGS)
    with Record.open(stores.place("x"), aliases={"ttp": ("Pakistani Taliban",)}) as opened:
        yield opened


def told(holders: list[OfficeHolder]) -> list[tuple[str, bool]]:
    return [(holder.name, holder.contested) for holder in holders]


def test_one_holds_it_while_reports_say_so(record: Record) -> None:
    (faqir,) = record.office_holders(DEPUTY, "TTP", date(2011, 12, 31))
    assert (faqir.name, faqir.hedged, faqir.contested) == ("Maulvi Faqir Mohammed", False, False)
    assert (faqir.first, faqir.last) == (date(2011, 7, 1), date(2011, 12, 10))
    assert [(s.text, s.hedged) for s in faqir.sayings] == [(DEPUTY, True), (DEPUTY, False)]


def test_as_long_as_it_is_only_supposed_it_is_hedged(record: Record) -> None:
    (faqir,) = record.office_holders(DEPUTY, "ttp", date(2011, 7, 2))
    assert faqir.hedged


def test_nobody_holds_it_before_and_after(record: Record) -> None:
    assert record.office_holders(DEPUTY, "TTP", date(2011, 6, 30)) == []
    assert record.office_holders(DEPUTY, "TTP", date(2012, 3, 6)) == []


def test_two_at_once_both_stand_as_contested(record: Record) -> None:
    assert told(record.office_holders(DEPUTY, "Pakistani Taliban", date(2012, 6, 30))) == [
        ("Sheikh Khalid Haqqani", True),
        ("Wali ur-Rehman", True),
    ]


def test_the_next_one_follows_the_last(record: Record) -> None:
    assert told(record.office_holders("chief", "TTP", date(2012, 1, 1))) == [("Hakimullah Mehsud", False)]
    assert told(record.office_holders("chief", "TTP")) == [("Mullah Fazlullah", False)]


def test_an_office_of_many_is_contested_by_nobody(record: Record) -> None:
    found = record.office_holders("commander", "TTP", date(2011, 12, 31))
    assert sorted(told(found)) == [("Asif Afridi", False), ("Omar Khorasani", False)]


def test_without_a_date_undated_reports_count(record: Record) -> None:
    assert told(record.office_holders("Interior Minister", "Government of Pakistan")) == [("Rehman Malik", False)]
    assert record.office_holders("interior minister", "Pakistan", date(2030, 1, 1)) == []


def test_an_unknown_party_has_no_officers(record: Record) -> None:
    assert record.office_holders("chief", "Nobody") == []
    assert record.office_holders("zookeeper", "TTP") == []
