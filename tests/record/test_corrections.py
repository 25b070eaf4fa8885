"""A reviewer accepts, corrects and rejects statements: rows beside what was read, used at once, and taken back as rows."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from tests.record.answers import answers
from tests.record.readings import (
    EHSAN_DENIES,
    FAQIR_CONFIRMS,
    GOVERNMENT_DENIES,
    MALIK_DENIES,
    SANTOS_CONFIRMS,
    filler,
    pakistani_reports,
    reading_of_report,
)
from tests.record.stores import Place, Stores
from tests.record.tables import RECORDED, add_all, tables_of
from tests.record.test_opening import migrated

from onrecord.errors import StatementNotFound, UsageError
from onrecord.model import First, Reading
from onrecord.record import Correction, Record
from onrecord.record.correctionoverlay import matters_touched
from onrecord.record.reviewing import Review

NOW = datetime(2026, 2, 1, tzinfo=UTC)
TALKS = "TTP talks"


@pytest.fixture
def record(stores: Stores) -> Iterator[Record]:
    """Talks that one commander confirms, four sources deny, and anonymous militants claim."""
    add_all(stores.place(), pakistani_reports())
    with Record.open(stores.place()) as opened:
        yield opened


def said(record: Record, what: Callable[[Review], Any], after: int = 0, user: str = "R. Eviewer") -> Any:
    with record.review(user, NOW + timedelta(minutes=after)) as review:
        return what(review)


def correct(record: Record, statement: str, after: int = 0, user: str = "R. Eviewer", **values: object) -> Correction:
    made: Correction = said(record, lambda review: review.correct_statement(statement, values), after, user)
    return made


def statement(record: Record, words: str, report: str | None = None) -> str:
    """The id of the one statement on the talks that begins with these words."""
    idents = [link.statement for link in record.claim(TALKS).links]
    held = None if report is None else record.report_id_of(record.reading(report).article)
    (found,) = (
        s.statement
        for s in record.sayings(idents).values()
        if (s.source or "").startswith(words) and held in {None, s.report}
    )
    return found


def stances(record: Record) -> dict[str, str]:
    return {cell.party: cell.stance for cell in record.positions(TALKS)}


def everything(record: Record) -> list[str]:
    return list(answers(record))


# What a correction does.


def test_a_rejected_statement_counts_for_no_claim_and_stays_to_be_seen(record: Record) -> None:
    claims = [line.claim.id for line in record.claims()]
    faqir = statement(record, "Maulvi")
    said(record, lambda review: review.reject_statement(faqir))
    found = record.standing(TALKS)
    assert (found.standing, found.first_named_confirmation, found.divided_parties) == ("disputed", None, ())
    assert (found.links.suggested, found.links.rejected) == (7, 1)
    assert [line.claim.id for line in record.claims()] == claims
    (link,) = (link for link in record.claim(TALKS).links if link.statement == faqir)
    assert (link.state, link.correction and link.correction.action) == ("rejected", "reject")
    assert faqir not in {entry.statement for entry in record.timeline(TALKS)}
    assert faqir not in {s.id for hit in record.search("peace talks") for s in hit.statements}
    assert "Maulvi Faqir Mohammad" not in record.brief(TALKS).markdown()
    (person,) = record.identities("Faqir")
    assert record.who(person.id).statements == []


def test_act_and_certainty_change_what_a_statement_does_to_its_claims(record: Record) -> None:
    ehsan = statement(record, "Ehsanullah")
    assert stances(record)["TTP"] == "divided"
    correct(record, ehsan, act="confirms")
    assert stances(record)["TTP"] == "affirms"
    correct(record, ehsan, 1, certainty="possible")
    (entry,) = (entry for entry in record.timeline(TALKS) if entry.statement == ehsan)
    assert (entry.stance, entry.act) == ("unclear", "confirms")
    correct(record, ehsan, 2, act="declines")
    assert {link.stance for link in record.claim(TALKS).links if link.statement == ehsan} == {"declines"}


def test_the_status_of_an_event_that_repeats_the_certainty_follows_it(stores: Stores) -> None:
    denies = replace(GOVERNMENT_DENIES, certainty="negated")
    add_all(stores.place(), [reading_of_report("one", date(2011, 11, 16), denies)])
    with Record.open(stores.place()) as record:
        only = record.claim(TALKS).links[0].statement
        correct(record, only, act="confirms", certainty="actual")
        assert stances(record) == {"Government of Pakistan": "affirms"}
        (event,) = record.corrected_reading("one").reading.events
        assert event.status == "actual"
        assert record.reading("one").events[0].status == "negated"


def test_the_stance_that_a_reviewer_names_holds_whatever_follows(record: Record) -> None:
    malik = statement(record, "Rehman Malik")
    made = correct(record, malik, act="confirms", stances={TALKS: "declines"})
    assert [value.text for value in made.values] == [
        "act: denies → confirms",
        "stance to talks between TTP and Government of Pakistan: denies → declines",
    ]
    assert {link.stance for link in record.claim(TALKS).links if link.statement == malik} == {"declines"}


def test_another_speaker_changes_who_was_first(record: Record) -> None:
    (faqir,) = record.identities("Faqir")
    anonymous = statement(record, "Anonymous", "nov-15")
    made = correct(record, anonymous, speaker=faqir.members[0], source_kind="named")
    assert {value.field for value in made.values} == {"source_kind", "speaker"}
    found = record.standing(TALKS)
    assert found.first_named_confirmation == First(
        "Maulvi Faqir Mohammad", "TTP", "named", "2011-11-15", anonymous, None
    )
    ((first, speaker),) = {
        (speaker.first, speaker.name)
        for position in found.positions
        for speaker in position.speakers
        if anonymous in speaker.statements
    }
    assert (first, speaker) == ("2011-11-15", "Maulvi Faqir Mohammad")
    assert anonymous in {one.statement for one in record.who(faqir.id).statements}
    said(record, lambda review: review.withdraw_correction(made.id), 1)
    assert anonymous not in {one.statement for one in record.who(faqir.id).statements}


def test_another_party_changes_whose_position_it_is(record: Record) -> None:
    correct(record, statement(record, "Maulvi"), party="gov-pak")
    found = record.standing(TALKS)
    assert found.first_named_confirmation is not None
    assert found.first_named_confirmation.party == "Government of Pakistan"
    assert found.divided_parties == ("Government of Pakistan",)
    assert stances(record)["TTP"] == "denies"


@pytest.mark.parametrize(
    ("party", "name"),
    [
        ("FARC", "FARC"),
        ("farc", "FARC"),
        ("PAK-government", "Government of Pakistan"),
        (None, "Maulvi Faqir Mohammad"),
    ],
)
def test_a_party_that_the_report_does_not_know_goes_by_name_or_key(
    stores: Stores, party: str | None, name: str
) -> None:
    colombian = reading_of_report("col", date(2012, 8, 27), SANTOS_CONFIRMS)
    add_all(stores.place(), [*pakistani_reports(), colombian])
    with Record.open(stores.place()) as record:
        faqir = statement(record, "Maulvi")
        correct(record, faqir, party=party)
        assert {t.party and t.party.name for t in record.testimonies(TALKS) if t.statement == faqir} == {name}


def test_with_another_speaker_comes_the_party_that_he_speaks_for(record: Record) -> None:
    ehsan = statement(record, "Ehsanullah")
    (malik,) = record.identities("Malik")
    made = correct(record, ehsan, speaker=malik.members[0])
    assert [(value.field, value.after) for value in made.values] == [
        ("speaker", "Rehman Malik"),
        ("party", "Government of Pakistan"),
    ]
    made = correct(record, ehsan, 1, speaker="Ehsanullah Ehsan")
    assert made.values == ()
    assert stances(record)["TTP"] == "divided"


def test_what_the_outer_speaker_does_bears_on_what_he_passes_on(stores: Stores) -> None:
    inner = replace(FAQIR_CONFIRMS, through="s1")
    add_all(
        stores.place(), [reading_of_report("one", date(2011, 12, 10), replace(MALIK_DENIES, act="asserts"), inner)]
    )
    with Record.open(stores.place()) as record:
        faqir, malik = (statement(record, words) for words in ("Maulvi", "Rehman"))
        assert {link.stance for link in record.claim(TALKS).links if link.statement == faqir} == {"affirms"}
        correct(record, malik, act="denies")
        assert {link.stance for link in record.claim(TALKS).links if link.statement == faqir} == {"unclear"}
        correct(record, faqir, 1, stances={TALKS: "affirms"})
        assert {link.stance for link in record.claim(TALKS).links if link.statement == faqir} == {"affirms"}


def test_an_accepted_statement_is_marked_and_nothing_else_changes(record: Record) -> None:
    before = everything(record)
    faqir = statement(record, "Maulvi")
    made = said(record, lambda review: review.accept_statement(faqir[:10]))
    assert (made.action, made.values) == ("accept", ())
    assert everything(record) == before
    assert [link.correction for link in record.claim(TALKS).links if link.statement == faqir] == [made]


# Rows, times and reviewers.


def test_nothing_is_edited_and_every_word_stays_as_a_row(record: Record, stores: Stores) -> None:
    before = tables_of(stores.place())
    faqir = statement(record, "Maulvi")
    correct(record, faqir, act="denies")
    said(record, lambda review: review.withdraw_correction(faqir), 1, "A. Nother")
    after = tables_of(stores.place())
    assert len(after.pop("correction")) == 2
    del before["correction"]
    assert after == before
    (row,) = record.corrections(faqir[:12])
    assert (row.user, row.withdrawn_by, row.withdrawn_at) == (
        "R. Eviewer",
        "A. Nother",
        "2026-02-01T00:01:00.000000+00:00",
    )
    assert record.corrections(report="dec-10") == [row]
    assert record.corrections(report="dec-11") == []
    assert record.reading("dec-10") == pakistani_reports()[2]


def test_what_the_record_held_earlier_is_answered_without_later_corrections(record: Record) -> None:
    before = list(answers(record, RECORDED))
    faqir = statement(record, "Maulvi")
    correct(record, faqir, act="denies")
    said(record, lambda review: review.withdraw_correction(faqir), 10)
    assert list(answers(record, RECORDED))[: len(before)] == before
    assert record.standing(TALKS, known_at=NOW + timedelta(minutes=5)).first_named_confirmation is None
    assert record.standing(TALKS, known_at=NOW + timedelta(minutes=15)).first_named_confirmation is not None
    assert record.corrections(known_at=NOW + timedelta(minutes=5))[0].withdrawn_at is None


def test_a_correction_holds_as_of_every_day_on_which_its_report_is_seen(record: Record) -> None:
    said(record, lambda review: review.reject_statement(statement(record, "Anonymous", "nov-15")))
    assert record.standing(TALKS, date(2011, 11, 15)).standing == "unreported"
    assert record.standing(TALKS, date(2011, 11, 16)).standing == "denied"


def test_the_last_word_of_a_reviewer_holds_and_keeps_what_was_mended_before(record: Record) -> None:
    ehsan = statement(record, "Ehsanullah")
    correct(record, ehsan, 0, "One", act="confirms")
    second = correct(record, ehsan, 1, "Two", party="gov-pak")
    assert [value.field for value in second.values] == ["act", "party"]
    accepted = said(record, lambda review: review.accept_statement(ehsan), 2, "Three")
    assert accepted.values == second.values
    said(record, lambda review: review.reject_statement(ehsan), 3, "One")
    assert record.standing(TALKS).links.rejected == 1
    said(record, lambda review: review.unsure_statement(ehsan), 4, "One")
    assert record.standing(TALKS).links.rejected == 0
    assert stances(record)["Government of Pakistan"] == "divided"
    said(record, lambda review: review.withdraw_correction(ehsan), 5, "One")
    assert record.standing(TALKS).links.rejected == 1
    assert {link.correction.user for link in record.claim(TALKS).links if link.correction} == {"One"}


def test_of_two_words_at_one_time_the_later_is_the_last(record: Record) -> None:
    ehsan = statement(record, "Ehsanullah")
    with record.review("One", NOW) as review:
        for _ in range(3):
            review.correct_statement(ehsan, {"act": "confirms"})
            review.reject_statement(ehsan)
        review.accept_statement(ehsan)
    assert len(record.corrections(ehsan)) == 7
    assert {link.correction.action for link in record.claim(TALKS).links if link.correction} == {"accept"}


def test_who_is_unsure_decides_nothing(record: Record) -> None:
    before, ehsan = everything(record), statement(record, "Ehsanullah")
    said(record, lambda review: review.unsure_statement(ehsan))
    assert everything(record) == before
    assert [row.action for row in record.corrections(ehsan)] == ["unsure"]


def test_a_reviewer_who_judges_anew_starts_from_what_was_read(record: Record) -> None:
    ehsan = statement(record, "Ehsanullah")
    correct(record, ehsan, 0, "One", act="confirms")
    made = said(record, lambda review: review.accept_statement(ehsan, anew=True), 1, "Two")
    assert made.values == ()
    assert stances(record)["TTP"] == "divided"
    made = said(record, lambda r: r.correct_statement(ehsan, {"certainty": "possible"}, anew=True), 2, "Two")
    assert [value.text for value in made.values] == ["certainty: actual → possible"]


@pytest.mark.parametrize("seed", range(6))
def test_what_is_taken_back_leaves_every_answer_as_it_was(record: Record, seed: int) -> None:
    chance, before = random.Random(seed), everything(record)  # noqa: S311  no secret
    idents = [link.statement for link in record.claim(TALKS).links]
    values: list[dict[str, object]] = [
        {"act": "denies", "certainty": "negated"}, {"act": "asserts", "certainty": "actual"}, {"party": "gov-pak"},
        {"party": None}, {"speaker": None, "source_kind": "anonymous"}, {"stances": {TALKS: "unclear"}},
        {"source_type": None, "certainty": "conditional"},
    ]  # fmt: skip
    made = []
    for after in range(8):
        ident, what = chance.choice(idents), chance.randrange(10)
        try:
            if what < 7:
                made.append(correct(record, ident, after, f"R{after % 3}", **values[what]))
            else:
                action = ("reject_statement", "accept_statement", "unsure_statement")[what - 7]
                made.append(said(record, lambda r, a=action, i=ident: getattr(r, a)(i), after, f"R{after % 3}"))  # type: ignore[misc]
        except UsageError:
            continue  # that is how it was read
    assert len(made) > 3
    chance.shuffle(made)
    for after, one in enumerate(made, 20):
        said(record, lambda review, one=one: review.withdraw_correction(one.id), after)  # type: ignore[misc]
    assert everything(record) == before
    with pytest.raises(UsageError, match="nothing to withdraw"):
        said(record, lambda review: review.withdraw_correction(made[0].id), 40)


# Copies.


def agency(ident: str, day: int) -> Reading:
    return reading_of_report(
        ident, date(2011, 12, day), EHSAN_DENIES, FAQIR_CONFIRMS, outlet=ident, body=filler("ap", 30)
    )


def test_a_word_on_a_statement_holds_for_the_same_one_in_copies(stores: Stores) -> None:
    add_all(stores.place(), [agency("dawn", 10), agency("times", 11), *pakistani_reports()[:2]])
    with Record.open(stores.place()) as record:
        assert record.standing(TALKS).divided_parties == ("TTP",)
        ehsan = statement(record, "Ehsanullah", "times")
        correct(record, ehsan, act="confirms")
        assert record.standing(TALKS).divided_parties == ()
        assert stances(record)["TTP"] == "affirms"
        first = record.corrected_reading("dawn")
        assert [s.act for s in first.reading.statements] == ["confirms", "confirms"]
        assert [one.statement for one in first.in_force.values()] == [ehsan]
        other = statement(record, "Ehsanullah", "dawn")
        assert [row.statement for row in record.corrections(other)] == [ehsan]
        said(record, lambda review: review.reject_statement(other), 1, "Another")
        assert record.standing(TALKS).links.rejected == 2
        said(record, lambda review: review.withdraw_correction(ehsan), 2, "Another")
        assert stances(record)["TTP"] == "affirms"


def test_a_speaker_put_right_in_one_copy_is_right_in_all(stores: Stores) -> None:
    add_all(stores.place(), [agency("dawn", 10), agency("times", 11)])
    with Record.open(stores.place()) as record:
        correct(record, statement(record, "Ehsanullah", "times"), speaker="Maulvi Faqir Mohammad", act="confirms")
        (told,) = record.corrected_reading("dawn").in_force
        (s,) = (s for s in record.corrected_reading("dawn").reading.statements if s.id == told)
        assert (s.speaker, s.party) == ("faqir", "ttp")
        assert {t.speaker_name for t in record.testimonies(TALKS)} == {"Maulvi Faqir Mohammad"}


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 1, 0, 2), (2, 3, 1, 0)])
def test_the_order_of_adding_makes_no_difference(stores: Stores, order: tuple[int, ...]) -> None:
    readings = [agency("dawn", 10), agency("times", 11), *pakistani_reports()[:2]]
    add_all(stores.place("a"), readings)
    add_all(stores.place("b"), [readings[order[0]], readings[1]])
    with Record.open(stores.place("a")) as one, Record.open(stores.place("b")) as other:
        ehsan = statement(one, "Ehsanullah", "times")
        for record in (one, other):
            correct(record, ehsan, act="confirms", certainty="possible")
        add_all(stores.place("b"), [readings[number] for number in order])
        assert everything(one) == everything(other)
        assert one.corrections() == other.corrections()


# Readings, errors, and what others need.


def test_the_corrected_reading_lays_corrections_over_what_stays_as_it_was(record: Record) -> None:
    reading = record.reading("dec-10")
    assert record.corrected_reading("dec-10").reading == reading
    faqir, army = statement(record, "Maulvi"), statement(record, "The army", "dec-10")
    correct(record, faqir, act="asserts", party="FARC" if record.identities("FARC") else "PAK-government")
    said(record, lambda review: review.reject_statement(army), 1)
    found = record.corrected_reading("dec-10")
    assert [(s.id, s.act) for s in found.reading.statements] == [
        ("s1", "asserts"),
        ("s2", "asserts"),
        ("s3", "denies"),
    ]
    assert found.rejected == ("s3",)
    assert found.ids["s1"] == faqir
    assert {local: one.action for local, one in found.in_force.items()} == {"s1": "correct", "s3": "reject"}
    assert [len(found.said[local]) for local in ("s1", "s3")] == [1, 1]
    known = {actor.id for actor in found.reading.actors}
    assert {s.party for s in found.reading.statements} | {s.speaker for s in found.reading.statements} <= known | {
        None
    }
    assert record.reading("dec-10") == reading


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, "say what is to be corrected: any of act, certainty"),
        ({"cue": "denied"}, "'cue' of a statement cannot be corrected; give any of act"),
        ({"act": "lies"}, "'lies' is no act; give one of: asserts, confirms"),
        ({"act": None}, "None is no act"),
        ({"act": ["denies"]}, "is no act"),
        ({"source_kind": "spokesman"}, "'spokesman' is no source kind; give one of: named, role"),
        ({"source_type": "x"}, "'x' is no source type; give one of: official, .*null"),
        ({"speaker": "Nobody Known"}, "no speaker 'Nobody Known': the report knows .*Maulvi Faqir Mohammad"),
        ({"speaker": " "}, "' ' is no speaker; give a name of the report"),
        ({"party": 3}, "3 is no party"),
        ({"party": "the Martians"}, "no party 'the Martians'"),
        ({"stances": {TALKS: "agrees"}}, "'agrees' is no stance; give one of: affirms, denies"),
        ({"stances": "denies"}, "stances are by claim"),
        ({"act": "confirms"}, "that is how the statement was read; accept it instead"),
    ],
)
def test_what_makes_no_sense_is_said_and_changes_nothing(record: Record, values: Any, message: str) -> None:
    faqir = statement(record, "Maulvi")
    with pytest.raises(UsageError, match=message):
        said(record, lambda review: review.correct_statement(faqir, values))
    assert record.corrections() == []


def test_a_statement_that_is_not_there(record: Record) -> None:
    for ident in ("ffffffffff", "", "no", "%%%%"):
        with pytest.raises(StatementNotFound, match=f"no statement of this record has the id '{ident}'"):
            said(record, lambda review, ident=ident: review.accept_statement(ident))  # type: ignore[misc]
    with pytest.raises(UsageError, match="nothing to withdraw"):
        said(record, lambda review: review.withdraw_correction(statement(record, "Maulvi")))
    with pytest.raises(UsageError, match="needs the name of a reviewer"):
        said(record, lambda review: review.accept_statement(statement(record, "Maulvi")), 0, " ")


def test_whoever_keeps_answers_learns_which_matters_are_touched(record: Record) -> None:
    with record.asking() as connection:
        assert matters_touched(connection) == (frozenset(), frozenset())
    made = correct(record, statement(record, "Maulvi"), act="denies")
    with record.asking() as connection:
        known, touched = matters_touched(connection)
        assert known == {made.id}
        assert touched == {line.claim.matter for line in record.claims(TALKS)}
        assert matters_touched(connection, known) == (known, frozenset())
    said(record, lambda review: review.withdraw_correction(made.id), 1)
    with record.asking() as connection:
        assert matters_touched(connection, known)[1] == touched


def test_corrections_are_a_table_for_other_tools(record: Record) -> None:
    correct(record, statement(record, "Maulvi"), act="denies")
    (row,) = record.corrections().records()
    assert (row["action"], row["values"], row["withdrawn_at"]) == ("correct", ["act: confirms → denies"], None)


@pytest.mark.parametrize("revision", ["0006", "0007"])
def test_migrations_go_down_and_up_on_a_record_with_corrections(stores: Stores, revision: str) -> None:
    place: Place = stores.empty("made")
    add_all(place, pakistani_reports())
    with Record.open(place) as record:
        before = everything(record)
        made = correct(record, statement(record, "Maulvi"), act="denies")
        corrected = everything(record)
    migrated(place, revision)
    with Record.open(place) as record:
        kept = revision == "0007"
        assert record.corrections() == ([made] if kept else [])
        assert everything(record) == (corrected if kept else before)
