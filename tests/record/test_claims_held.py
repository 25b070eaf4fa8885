"""Claims by occasion in a record: what is one claim and what is two, and how each is found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests.record.readings import (
    EHSAN_DENIES,
    FAQIR_CONFIRMS,
    GOVERNMENT_DENIES,
    PAKISTAN,
    TTP,
    Said,
    colombian_reports,
    pakistani_reports,
    reading_of_report,
)
from tests.record.stores import Stores
from tests.record.tables import RECORDED, add_all
from tests.record.test_opening import migrated

from onrecord.errors import ClaimNotFound
from onrecord.model import Reading
from onrecord.record import Record

ATTACK = Said("TTP", "claimed", "an attack", "collective", "asserts", TTP, trigger="attack", event="ASSAULT")
TODAY = date(2011, 12, 31)


def attacked(day: date, **fields: object) -> Said:
    return replace(ATTACK, on=(day, day, "day"), **fields)  # type: ignore[arg-type]


def held(stores: Stores, readings: Iterable[Reading]) -> Record:
    place = stores.place()
    add_all(place, readings)
    return Record.open(place)


def test_talks_of_two_years_are_two_claims_and_so_is_where_they_stand(stores: Stores) -> None:
    later = [
        reading_of_report("2014-a", date(2014, 2, 1), FAQIR_CONFIRMS),
        reading_of_report("2014-b", date(2014, 2, 3), replace(FAQIR_CONFIRMS, source="Islamabad", speaker=None, kind="collective", party=PAKISTAN)),
    ]  # fmt: skip
    with held(stores, [*pakistani_reports(), *later]) as record:
        board = {str(s.first_reported): s for s in record.claims("TTP talks")}
        assert {day: s.standing for day, s in board.items()} == {
            "2011-11-15": "disputed",
            "2014-02-01": "confirmed-by-both",
        }
        assert {s.claim.matter for s in board.values()} == {board["2014-02-01"].claim.matter}
        assert record.standing(board["2014-02-01"].claim.id, date(2014, 1, 1)).standing == "unreported"
        assert record.standing("TTP talks", date(2014, 2, 28)).reports == 4
        assert record.standing("TTP talks 2014") if board["2014-02-01"].claim.first else True


def test_attacks_are_claims_of_their_days_and_words_find_them_by_month_and_place(stores: Stores) -> None:
    reports = [
        reading_of_report("a", date(2011, 11, 13), attacked(date(2011, 11, 12))),
        reading_of_report("b", date(2011, 12, 3), attacked(date(2011, 12, 2))),
        reading_of_report("c", date(2011, 12, 4), replace(ATTACK, cue="denied", act="denies", status="negated")),
    ]
    with held(stores, reports) as record:
        lines = [(str(s.claim.first), s.claim.place, s.standing, s.reports) for s in record.claims("TTP attack")]
        assert lines == [("2011-12-02", "Bajaur", "denied", 2), ("2011-11-12", "Bajaur", "claimed-by-one-side", 1)]
        assert str(record.standing("attack november").claim.first) == "2011-11-12"
        assert str(record.standing("attack bajaur december 2011").claim.first) == "2011-12-02"
        with pytest.raises(ClaimNotFound, match="nearest are: attack by TTP"):
            record.standing("attack 1999")


def test_figures_are_found_by_their_words_and_name_their_rivals(stores: Stores) -> None:
    day = date(2011, 11, 12)
    reports = [
        reading_of_report("a", date(2011, 11, 13), attacked(day, killed=(12, None))),
        reading_of_report("b", date(2011, 11, 13), attacked(day, killed=(3, 3), party=PAKISTAN, source="Islamabad")),
    ]
    with held(stores, reports) as record:
        glosses = [s.claim.gloss for s in record.claims("attack")]
        gloss = "attack by TTP on Government of Pakistan"
        assert glosses == [gloss, f"3 killed in {gloss}", f"at least 12 killed in {gloss}"]
        low = record.standing("3 killed attack")
        assert low.claim.rivals == (record.standing("12 killed attack").claim.id,)
        assert (low.standing, record.standing("12 killed").standing) == ("claimed-by-one-side", "claimed-by-one-side")
        assert record.standing("TTP attack").claim.gloss == gloss


def test_every_id_that_a_claim_had_finds_it_when_an_older_report_comes_in(stores: Stores) -> None:
    reports = pakistani_reports()
    with held(stores, reports[2:]) as record:
        before = record.standing("TTP talks").claim.id
        for reading in reports[:2]:
            record.add(reading, RECORDED)
        now = record.standing("TTP talks")
        assert now.claim.id != before
        for name in (before, before[:8], now.claim.id, now.claim.matter):
            assert record.standing(str(name)) == now


def test_the_order_of_adding_makes_no_difference_to_any_answer(stores: Stores) -> None:
    reports = [*pakistani_reports(), *colombian_reports(), reading_of_report("a", date(2011, 11, 13), attacked(date(2011, 11, 12), killed=(2, 2)))]  # fmt: skip
    answers = []
    for name, order in (("one", reports), ("other", reports[::-1])):
        add_all(stores.place(name), order)
        with Record.open(stores.place(name)) as record:
            board = record.claims()
            answers.append(([*board], [record.standing(s.claim.id, TODAY) for s in board]))
    assert answers[0] == answers[1]


def test_what_a_record_knew_is_what_it_was(stores: Stores) -> None:
    reports, clock = pakistani_reports(), [datetime(2026, 1, day, tzinfo=UTC) for day in (1, 2, 3, 4, 5, 6, 7)]
    then = []
    with Record.open(stores.place(), create=True) as record:
        for reading, at in zip(reports, clock, strict=False):
            record.add(reading, at)
            then.append(([*record.claims()], record.standing("TTP talks", TODAY)))
        denial = next(link for link in record.claim("TTP talks").links if link.stance == "denies")
        for action, at in (("reject", clock[4]), ("confirm", clock[5])):
            with record.review("R", at) as review:
                review.judge_link(denial.statement, "TTP talks", action)  # type: ignore[arg-type]
            then.append(([*record.claims()], record.standing("TTP talks", TODAY)))
        for (board, stood), at in zip(then, clock, strict=False):
            assert [*record.claims(known_at=at)] == board
            assert record.standing("TTP talks", TODAY, at) == replace(stood, known_at=at)
        with pytest.raises(ClaimNotFound, match="no claims yet"):
            record.standing("TTP talks", known_at=datetime(2025, 1, 1, tzinfo=UTC))
        assert record.claims(known_at=datetime(2025, 1, 1, tzinfo=UTC)) == []


def test_what_is_passed_on_counts_for_its_speaker_and_says_through_whom(stores: Stores) -> None:
    outer = replace(FAQIR_CONFIRMS, act="asserts", content="the army has talks", event="FROBNICATE")
    inner = replace(GOVERNMENT_DENIES, through="s1")
    with held(stores, [reading_of_report("a", date(2011, 12, 1), outer, inner)]) as record:
        found = record.standing("TTP talks")
        (position,) = found.positions
        assert (position.party, position.stance) == ("Government of Pakistan", "denies")
        assert position.speakers[0].reported_by == ("Maulvi Faqir Mohammad",)
        assert found.first_denial is not None
        assert found.first_denial.reported_by == "Maulvi Faqir Mohammad"
        record.add(reading_of_report("b", date(2011, 12, 2), GOVERNMENT_DENIES), RECORDED)
        assert record.standing("TTP talks").positions[0].speakers[0].reported_by == ()


# What has no obvious answer has a defined one.


def test_of_a_claim_with_one_party_that_partys_word_is_confirmed(stores: Stores) -> None:
    truce = replace(ATTACK, content="a truce", trigger="truce", event="RETREAT", sides=(TTP, TTP))
    with held(stores, [reading_of_report("a", date(2011, 12, 1), truce)]) as record:
        (line,) = record.claims()
        assert (line.claim.gloss, line.standing) == ("ceasefire by TTP", "confirmed-by-both")


def test_who_speaks_for_two_parties_is_in_the_position_of_each(stores: Stores) -> None:
    defected = replace(FAQIR_CONFIRMS, cue="denied", act="denies", status="negated", party=PAKISTAN)
    reports = [
        reading_of_report("a", date(2011, 12, 1), FAQIR_CONFIRMS),
        reading_of_report("b", date(2011, 12, 9), defected),
    ]
    with held(stores, reports) as record:
        found = record.standing("TTP talks")
        assert [(p.party, p.stance) for p in found.positions] == [
            ("TTP", "affirms"),
            ("Government of Pakistan", "denies"),
        ]
        assert (found.standing, found.divided_parties) == ("disputed", ())


def test_a_report_published_in_the_future_is_unseen_as_of_today(stores: Stores) -> None:
    reports = [
        reading_of_report("a", date(2011, 12, 1), FAQIR_CONFIRMS),
        reading_of_report("b", date(2190, 1, 1), EHSAN_DENIES),
    ]
    with held(stores, reports) as record:
        assert record.standing("TTP talks", TODAY).reports == 1
        assert [s.reports for s in record.claims(as_of=TODAY)] == [1]
        assert {str(s.first_reported) for s in record.claims()} == {"2011-12-01", "2190-01-01"}


def test_publication_dates_out_of_order_are_put_in_order(stores: Stores) -> None:
    reports = pakistani_reports()
    with held(stores, [reports[3], reports[0], reports[2], reports[1]]) as record:
        changes = record.standing("TTP talks").changes
        assert [change.date for change in changes] == sorted(str(change.date) for change in changes)
        assert [change.after for change in changes] == ["claimed-anonymously", "disputed"]


def test_a_record_of_before_claims_had_occasions_gives_the_same_answers(stores: Stores) -> None:
    add_all(stores.place(), pakistani_reports())
    with Record.open(stores.place()) as record:
        before = [(s.claim.gloss, s.standing, s.reports, s.links) for s in record.claims()]
    migrated(stores.place(), "0002")
    with Record.open(stores.place()) as record:
        assert [(s.claim.gloss, s.standing, s.reports, s.links) for s in record.claims()] == before
        assert record.standing("TTP talks").divided_parties == ("TTP",)
