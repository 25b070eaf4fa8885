from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.record.people import Named, report
from tests.record.readings import FAQIR as FAQIR_ACTOR
from tests.record.readings import FAQIR_CONFIRMS, Said, pakistani_reports, reading_of_report
from tests.record.readings import TTP as TTP_ACTOR
from tests.record.stores import Place, Stores
from tests.record.tables import RECORDED, add_all

from onrecord.model import Reading
from onrecord.record import Identity, Record, newidentities

NOVEMBER, DECEMBER, MARCH = date(2011, 11, 20), date(2011, 12, 10), date(2012, 3, 5)
FAQIR = Named("Maulvi Faqir Mohammad", "ttp", "deputy chief")
FAQEER = Named("Faqeer Muhammad", "ttp", "deputy chief")
OTHER_FAQIR = Named("Faqir Muhammad", None, None, "was born far away.")
KHAN_OF_SWAT = Named("Mohammad Khan", "ttp", "commander")
FRONT = Named("Popular Front for Renewal", kind="armed_group")
THE_FRONT = Named("the Popular Front for Renewal", kind="armed_group")
EVERYTHING = [
    report("one", NOVEMBER, FAQIR, place="Bajaur"),
    report("two", DECEMBER, FAQEER),
    report("three", MARCH, Named("Faqir Mohammed", "ttp"), place="Bajaur"),
    report("four", DECEMBER, OTHER_FAQIR, Named("Rehman Malik", "gov", "interior minister"), place="Lahore"),
    report("five", MARCH, KHAN_OF_SWAT, FRONT, place="Swat"),
    report("six", MARCH, Named("Mohammed Khan", "ttp", "commander"), THE_FRONT, place="Swat"),
    report("seven", MARCH, KHAN_OF_SWAT, place="Mohmand"),
    report("eight", None, Named("Malik", "gov", "interior minister")),
]


def held(path: Place, readings: list[Reading]) -> Record:
    add_all(path, readings)
    return Record.open(path)


def grouped(found: list[Identity]) -> set[tuple[str, ...]]:
    return {identity.members for identity in found}


def the(record: Record, words: str, as_of: date | None = None) -> Identity:
    (found,) = record.identities(words, as_of)
    return found


@pytest.fixture
def record(stores: Stores) -> Iterator[Record]:
    with held(stores.place("x"), EVERYTHING) as opened:
        yield opened


def test_one_man_in_three_spellings_is_one(record: Record) -> None:
    found = next(i for i in record.identities("Faqir Mohammad") if len(i.reports) > 1)
    assert found.name == "Maulvi Faqir Mohammad"
    assert {name for name, _ in found.names} == {"Maulvi Faqir Mohammad", "Faqeer Muhammad", "Faqir Mohammed"}
    assert [(p.key, p.reports) for p in found.parties] == [("ttp", 3)]
    assert (found.first, found.last, len(found.members)) == (NOVEMBER, MARCH, 3)
    assert {(link.judgement, link.user) for link in found.links} == {("same", "onrecord")}
    assert all(len({e.sign for e in link.evidence}) > 1 for link in found.links)


def test_his_namesake_of_no_party_stays_another_man(record: Record) -> None:
    sizes = sorted(len(i.reports) for i in record.identities("Faqir Muhammad"))
    assert sizes == [1, 3]


def test_a_common_name_is_one_man_in_one_district_only(record: Record) -> None:
    assert sorted(len(i.reports) for i in record.identities("Mohammad Khan")) == [1, 2]


def test_a_group_that_no_list_knows_keeps_its_identity(record: Record) -> None:
    found = the(record, "Front Renewal")
    assert (found.kind, len(found.reports), found.known_as) == ("armed_group", 2, None)


def test_a_surname_with_an_office_of_one_is_the_man_who_holds_it(record: Record) -> None:
    found = the(record, "Malik")
    assert (found.name, len(found.reports)) == ("Rehman Malik", 2)


def test_bodies_of_the_registry_are_known_by_it(record: Record) -> None:
    found = the(record, "TTP")
    assert (found.id, found.known_as, found.links) == ("ttp", "ttp", ())
    assert len(found.reports) == 6


def test_other_names_of_a_party_find_it(stores: Stores) -> None:
    add_all(stores.place("x"), EVERYTHING)
    with Record.open(stores.place("x"), aliases={"ttp": ("Pakistani Taliban",)}) as record:
        assert [i.id for i in record.identities("taliban")] == ["ttp"]


def test_an_id_or_its_beginning_finds_everybody(record: Record) -> None:
    found = the(record, "Malik")
    for ident in (found.id, *found.members, found.members[1][:10]):
        assert the(record, ident).members == found.members
    assert record.identities("nobody") == []
    assert record.identities("...") == []


def test_as_of_a_day_nothing_later_is_known(record: Record) -> None:
    assert record.identities(as_of=date(2011, 11, 19)) == []
    assert the(record, "Faqir Mohammad", NOVEMBER).reports == the(record, "Faqir", NOVEMBER).reports
    assert [len(i.reports) for i in record.identities("Faqeer Muhammad", DECEMBER)] == [2, 1]
    assert [len(i.reports) for i in record.identities("Rehman Malik", MARCH)] == [1]


def test_what_was_recorded_later_can_be_left_out(stores: Stores) -> None:
    path, later = stores.place("x"), RECORDED + timedelta(days=2)
    with Record.open(path, create=True) as record:
        record.add(EVERYTHING[0], RECORDED)
        record.add(EVERYTHING[1], later)
        assert len(the(record, "Faqir").reports) == 2
        (before,) = record.identities("Faqir", recorded_by=later - timedelta(days=1))
        assert len(before.reports) == 1


def test_the_order_of_adding_makes_no_difference(stores: Stores) -> None:
    seen = set()
    for number, order in enumerate(list(permutations(EVERYTHING[:6]))[::61]):
        with held(stores.place(str(number)), list(order)) as record:
            found = record.identities()
        links = {(j.id, j.score) for i in found for j in i.links}
        seen.add((frozenset(grouped(found)), frozenset(links), tuple(i.name for i in found)))
    assert len(seen) == 1


PEOPLE = st.builds(
    Named,
    st.sampled_from(
        ["Faqir Mohammad", "Faqeer Muhammad", "Mohammad Khan", "Khan", "Rehman Malik", "Malik", "Ali Khan"]
    ),
    st.sampled_from(["ttp", "gov", None]),
    st.sampled_from(["commander", "deputy chief", None]),
)
REPORTS = st.lists(
    st.tuples(
        st.lists(PEOPLE, min_size=1, max_size=3),
        st.sampled_from([NOVEMBER, MARCH, None]),
        st.sampled_from(["Bajaur", "Swat", None]),
    ),
    min_size=2,
    max_size=5,
)


@given(REPORTS, st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_identities_of_any_reports_do_not_depend_on_the_order_of_adding(
    stores: Stores,
    told: list[tuple[list[Named], date | None, str | None]],
    chance: Random,
) -> None:
    readings = [report(f"r{n}", day, *named, place=place) for n, (named, day, place) in enumerate(told)]
    stores.close()
    with held(stores.place("one"), readings) as one:
        first = grouped(one.identities())
    chance.shuffle(readings)
    with held(stores.place("other"), readings) as other:
        assert grouped(other.identities()) == first


def test_adding_costs_no_more_when_many_bear_the_name(stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(newidentities, "COMMON", 5)
    readings = [report(f"r{n}", DECEMBER + timedelta(days=n), FAQIR, place="Bajaur") for n in range(24)]
    with held(stores.place("x"), readings) as record:
        found = the(record, "Faqir")
        assert len(found.reports) == 24
        assert len(found.links) <= 24 * 5


def test_reading_an_actor_back_gives_what_was_told(record: Record) -> None:
    found = next(i for i in record.identities("Faqir Mohammad") if len(i.reports) > 1)
    (role,) = found.roles
    assert (role.role, role.of, role.of_name, role.hedged, role.former) == (
        "deputy chief",
        "ttp",
        "TTP",
        False,
        False,
    )
    assert (role.first, role.last, len(role.reports)) == (NOVEMBER, DECEMBER, 2)
    assert found.places == ("PAK/bajaur",)


def test_one_man_in_two_spellings_is_one_speaker_of_a_claim(stores: Stores) -> None:
    from dataclasses import replace

    spelt = replace(FAQIR_ACTOR, id="faqeer", name="Faqeer Muhammad", roles=FAQIR_ACTOR.roles)
    again = Said("Faqeer Muhammad", "confirmed", "peace talks", "named", "confirms", TTP_ACTOR, spelt)
    from tests.record import readings

    readings.CAST["faqeer"] = spelt
    try:
        later = reading_of_report("later", date(2011, 12, 20), again)
    finally:
        del readings.CAST["faqeer"]
    with held(stores.place("x"), [*pakistani_reports(), later]) as record:
        position = next(p for p in record.standing("TTP talks").positions if p.party == "TTP")
        faqir = [s for s in position.speakers if s.source_kind == "named" and s.stance == "affirms"]
        assert [len(speaker.statements) for speaker in faqir] == [2]
        left, right = (i for i in record.identities("Faqir")[0].members)
        record.judge(left, right, "different", "A. Reviewer", datetime.now(UTC))
        position = next(p for p in record.standing("TTP talks").positions if p.party == "TTP")
        faqir = [s for s in position.speakers if s.source_kind == "named" and s.stance == "affirms"]
        assert [len(speaker.statements) for speaker in faqir] == [1, 1]


def test_a_report_without_actors_changes_nothing(stores: Stores) -> None:
    with held(stores.place("x"), [report("none", DECEMBER)]) as record:
        assert record.identities() == []
    assert FAQIR_CONFIRMS.speaker is not None
