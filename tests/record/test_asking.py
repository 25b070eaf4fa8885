from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from tests.record.readings import colombian_reports, pakistani_reports
from tests.record.stores import Stores
from tests.record.tables import RECORDED

from onrecord.errors import ClaimNotFound
from onrecord.record import Record

ALIASES = {"ttp": ("Pakistani Taliban", "Tehrik-i-Taliban Pakistan"), "farc": ("Fuerzas Armadas", "Bogotá rebels")}


@pytest.fixture(scope="module")
def record(lasting_stores: Stores) -> Iterator[Record]:
    with Record.open(lasting_stores.place(), create=True, aliases=ALIASES) as opened:
        for reading in pakistani_reports() + colombian_reports():
            opened.add(reading, RECORDED)
        yield opened


def test_the_board_has_a_line_for_every_claim(record: Record) -> None:
    lines = [(s.claim.gloss, s.standing, s.reports, s.independent_reports) for s in record.claims()]
    assert lines == [
        ("talks between FARC and Government of Colombia", "confirmed-by-both", 4, 4),
        ("talks between TTP and Government of Pakistan", "disputed", 4, 4),
    ]
    assert [(str(s.first_reported), str(s.last_reported)) for s in record.claims()] == [
        ("2012-08-19", "2012-09-04"),
        ("2011-11-15", "2011-12-11"),
    ]


def test_the_board_as_of_a_day_knows_nothing_later(record: Record) -> None:
    assert record.claims(as_of=date(2011, 11, 14)) == []
    (line,) = record.claims(as_of=date(2011, 11, 15))
    assert (line.standing, line.reports, str(line.last_reported)) == ("claimed-anonymously", 1, "2011-11-15")
    assert len(record.claims(as_of=date(2012, 8, 19))) == 2


@pytest.mark.parametrize(
    "words",
    [
        "TTP talks",
        "talks ttp",
        "Taliban talks",
        "pakistani TALIBAN",
        "negotiations tehrik",
        "consult TTP",
        "the TTP talk",
    ],
)
def test_words_find_a_claim_in_any_order(record: Record, words: str) -> None:
    assert record.standing(words).claim.gloss == "talks between TTP and Government of Pakistan"
    assert [s.claim.gloss for s in record.claims(words)] == ["talks between TTP and Government of Pakistan"]


def test_accents_make_no_difference(record: Record) -> None:
    assert record.standing("bogota talks").claim.parties[0].key == "farc"


def test_an_id_finds_its_claim(record: Record) -> None:
    for summary in record.claims():
        for ident in (summary.claim.id, summary.claim.id[:6]):
            assert record.standing(ident).claim == summary.claim


def test_of_several_claims_the_most_reported_is_taken(record: Record) -> None:
    assert record.standing("talks", date(2011, 12, 31)).claim.parties[0].key == "ttp"
    assert record.standing("government talks").claim.parties[0].key == "farc"


@pytest.mark.parametrize("words", ["ceasefire TTP", "talks Sweden", "c1"])
def test_words_that_no_claim_has_get_the_nearest(record: Record, words: str) -> None:
    with pytest.raises(ClaimNotFound, match=r"nearest are: talks between .* \([0-9a-f]{24}\)"):
        record.standing(words)
    with pytest.raises(ClaimNotFound, match="nearest"):
        record.claims(words)


def test_an_empty_record_says_that_it_holds_no_claims(stores: Stores) -> None:
    with Record.open(stores.place("x"), create=True) as empty:
        assert empty.claims() == []
        assert empty.reports() == []
        with pytest.raises(ClaimNotFound, match="no claims yet"):
            empty.standing("talks")


def test_a_claim_is_unreported_before_its_first_report(record: Record) -> None:
    found = record.standing("TTP talks", date(2011, 11, 14))
    assert (found.standing, found.reports, found.positions, found.changes) == ("unreported", 0, (), ())


def test_reports_are_listed_by_publication(record: Record) -> None:
    listed = record.reports()
    assert [report.given_id for report in listed][:3] == ["nov-15", "nov-16", "dec-10"]
    assert (listed[1].statements, listed[1].outlet, listed[1].title) == (3, "The Outlet", "On nov-16")
    assert listed[0].origin == listed[0].id


def test_statements_are_quoted_with_their_reports(record: Record) -> None:
    first = record.standing("TTP talks").first_named_confirmation
    assert first is not None
    said = record.sayings([first.statement, "unknown"])
    assert list(said) == [first.statement]
    told = said[first.statement]
    assert (told.source, told.cue, told.content) == ("Maulvi Faqir Mohammad", "confirmed", "peace talks")
    assert (told.published, told.party, told.act) == (date(2011, 12, 10), "TTP", "confirms")
    assert record.sayings([]) == {}


def test_the_branch_the_spokesman_and_the_minister_are_told_apart(record: Record) -> None:
    positions = {position.party: position for position in record.standing("TTP talks").positions}
    assert list(positions) == ["TTP", "Government of Pakistan", "Pakistan Army"]
    assert positions["TTP"].stance == "divided"
    assert {speaker.name for speaker in positions["Government of Pakistan"].speakers} == {None, "Rehman Malik"}
    assert len(positions["Pakistan Army"].speakers[0].statements) == 2
