from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.record.told import ARMY, PAKISTAN, TALKS, TTP, USA, Told, day, told

from onrecord.model import Stance, Standing, StandingName
from onrecord.record.standing import standing, standing_name

ANONYMOUS = told("anon", "affirms", TTP, "11-15", kind="anonymous")
FAQIR = told("faqir", "affirms", TTP, "12-10", speaker="Faqir")
EHSAN = told("ehsan", "denies", TTP, "12-11", speaker="Ehsan", voice=True)
SPOKESMAN = told("spokesman", "denies", TTP, "11-18", kind="role", voice=True)
GOVERNMENT = told("gov", "denies", PAKISTAN, "11-16", kind="collective", voice=True)
ARMY_DENIES = told("army", "denies", ARMY, "11-16", kind="collective", voice=True)
PREMIER = told("premier", "affirms", PAKISTAN, "12-20", speaker="Premier", voice=True)
MINISTER = told("minister", "affirms", PAKISTAN, "12-20", speaker="Minister")
ENVOY = told("envoy", "affirms", USA, "11-20", speaker="Envoy")
ENVOY_DENIES = told("envoy-no", "denies", USA, "11-20", speaker="Envoy")


def at(*testimonies: Told, as_of: str | None = None) -> Standing:
    return standing(TALKS, testimonies, day(as_of))


@pytest.mark.parametrize(
    ("testimonies", "expected"),
    [
        ([], "unreported"),
        ([told("o", "affirms", None, "11-01", kind="outlet")], "unreported"),
        ([told("i", "affirms", None, "11-01", kind="impersonal")], "unreported"),
        ([told("x", "declines", TTP, "11-01")], "unreported"),
        ([told("x", "unclear", TTP, "11-01")], "unreported"),
        ([told("x", "denies", TTP, "11-01", kind="anonymous")], "unreported"),
        ([ANONYMOUS], "claimed-anonymously"),
        ([ANONYMOUS, told("x", "denies", PAKISTAN, "11-20", kind="anonymous")], "claimed-anonymously"),
        ([ANONYMOUS, told("x", "declines", PAKISTAN, "11-20")], "claimed-anonymously"),
        ([ENVOY], "claimed-by-third-party"),
        ([ENVOY, ANONYMOUS], "claimed-by-third-party"),
        ([told("x", "affirms", None, "11-01", kind="role")], "claimed-by-third-party"),
        ([ENVOY, told("x", "denies", USA, "11-21", speaker="Another")], "claimed-by-third-party"),
        ([FAQIR], "claimed-by-one-side"),
        ([told("x", "affirms", ARMY, "11-01")], "claimed-by-one-side"),
        ([FAQIR, ENVOY_DENIES], "claimed-by-one-side"),
        ([told("d", "affirms", TTP, "11-01", kind="document")], "claimed-by-one-side"),
        ([FAQIR, PREMIER], "confirmed-by-both"),
        ([FAQIR, told("x", "affirms", ARMY, "12-01", kind="role")], "confirmed-by-both"),
        ([FAQIR, MINISTER, ENVOY_DENIES], "confirmed-by-both"),
        ([FAQIR, GOVERNMENT, PREMIER], "confirmed-by-both"),
        ([FAQIR, ARMY_DENIES, PREMIER], "confirmed-by-both"),
        ([FAQIR, GOVERNMENT, MINISTER], "disputed"),
        ([FAQIR, GOVERNMENT, told("x", "affirms", ARMY, "12-20", voice=True)], "disputed"),
        ([FAQIR, GOVERNMENT], "disputed"),
        ([FAQIR, ARMY_DENIES], "disputed"),
        ([FAQIR, EHSAN], "disputed"),
        ([ENVOY, GOVERNMENT], "disputed"),
        ([ANONYMOUS, GOVERNMENT], "disputed"),
        ([GOVERNMENT], "denied"),
        ([ENVOY_DENIES], "denied"),
        ([ENVOY_DENIES, ANONYMOUS], "denied"),
        ([told("x", "affirms", None, "11-01", kind="outlet"), ARMY_DENIES], "denied"),
        ([FAQIR, told("x", "denies", TTP, "12-12", speaker="Faqir")], "denied"),
    ],
)
def test_each_standing(testimonies: list[Told], expected: StandingName) -> None:
    assert at(*testimonies).standing == expected
    assert standing_name(TALKS, testimonies) == expected


CASE = [ANONYMOUS, GOVERNMENT, ARMY_DENIES, SPOKESMAN, FAQIR, EHSAN]


@pytest.mark.parametrize(
    ("as_of", "expected", "divided"),
    [
        ("11-14", "unreported", ()),
        ("11-15", "claimed-anonymously", ()),
        ("11-16", "disputed", ()),
        ("11-18", "disputed", ()),
        ("12-10", "disputed", ("TTP",)),
        ("12-11", "disputed", ("TTP",)),
        (None, "disputed", ("TTP",)),
    ],
)
def test_the_pakistani_talks_as_of_each_day(as_of: str | None, expected: StandingName, divided: tuple[str]) -> None:
    found = at(*CASE, as_of=as_of)
    assert (found.standing, found.divided_parties) == (expected, divided)


def test_the_key_sentence_of_the_model_document() -> None:
    """The first named commander to confirm; earlier claims anonymous; government, army and spokesman deny."""
    found = at(*CASE, as_of="12-10")
    assert found.first_claim is not None
    assert found.first_named_confirmation is not None
    assert found.first_denial is not None
    assert (found.first_claim.source_kind, found.first_claim.date) == ("anonymous", "2011-11-15")
    assert (found.first_named_confirmation.speaker, found.first_named_confirmation.date) == ("Faqir", "2011-12-10")
    assert (found.first_denial.party, found.first_denial.statement) == ("Pakistan Army", "army")
    assert [(p.party, p.stance, p.since) for p in found.positions] == [
        ("TTP", "divided", "2011-12-10"),
        ("Government of Pakistan", "denies", "2011-11-16"),
        ("Pakistan Army", "denies", "2011-11-16"),
    ]
    assert [(s.name, s.stance) for s in found.positions[0].speakers] == [(None, "denies"), ("Faqir", "affirms")]


def test_a_spokesman_does_not_take_back_what_a_commander_said() -> None:
    assert at(FAQIR, EHSAN).divided_parties == ("TTP",)


def test_the_changes_name_the_statements_that_made_them() -> None:
    assert [(c.date, c.before, c.after, c.because) for c in at(*CASE).changes] == [
        ("2011-11-15", "unreported", "claimed-anonymously", "anon"),
        ("2011-11-16", "claimed-anonymously", "disputed", "army"),
    ]


def test_of_several_statements_of_a_day_the_last_that_moved_the_standing_is_named() -> None:
    one = told("s1", "affirms", TTP, "12-10", kind="anonymous")
    two = told("s2", "affirms", TTP, "12-10", speaker="Faqir")
    three = told("s3", "affirms", TTP, "12-10", speaker="Wali")
    (change,) = at(one, two, three).changes
    assert (change.before, change.after, change.because) == ("unreported", "claimed-by-one-side", "s2")


def test_a_day_that_ends_where_it_began_changes_nothing() -> None:
    confirmed = [FAQIR, told("a", "affirms", PAKISTAN, "12-01", speaker="Minister")]
    swing = [
        told("s1", "denies", PAKISTAN, "12-12", speaker="Minister"),
        told("s2", "affirms", PAKISTAN, "12-12", speaker="Minister"),
    ]
    assert len(at(*confirmed, *swing).changes) == len(at(*confirmed).changes) == 2


FARC_CASE = [
    told("uribe", "affirms", told("x", "affirms", None, None).party, "2012-08-19", speaker="Uribe"),
    told("no", "denies", PAKISTAN, "2012-08-20", kind="collective", voice=True),
    told("santos", "affirms", PAKISTAN, "2012-08-27", speaker="Santos", voice=True),
    told("timochenko", "affirms", TTP, "2012-09-04", speaker="Timochenko", voice=True),
]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2012-08-19", "claimed-by-third-party"),
        ("2012-08-20", "disputed"),
        ("2012-08-27", "claimed-by-one-side"),
        ("2012-09-04", "confirmed-by-both"),
    ],
)
def test_talks_that_are_alleged_denied_and_confirmed_by_both(as_of: str, expected: StandingName) -> None:
    assert at(*FARC_CASE, as_of=as_of).standing == expected


def test_an_outsiders_word_is_the_first_claim_and_no_confirmation() -> None:
    found = at(*FARC_CASE)
    assert found.first_claim is not None
    assert found.first_named_confirmation is not None
    assert (found.first_claim.speaker, found.first_named_confirmation.speaker) == ("Uribe", "Santos")
    assert at(*FARC_CASE, as_of="2012-08-20").first_named_confirmation is None


def test_a_party_holds_its_stance_since_it_took_it_for_good() -> None:
    position = at(*FARC_CASE).positions[1]
    assert (position.party, position.stance, position.since) == ("Government of Pakistan", "affirms", "2012-08-27")
    assert [(s.stance, s.first) for s in position.speakers] == [("denies", "2012-08-20"), ("affirms", "2012-08-27")]


@pytest.mark.parametrize("voice", [True, False])
def test_a_denial_is_withdrawn_on_a_later_day_only(voice: bool) -> None:
    denial = told("d", "denies", PAKISTAN, "12-10", speaker="Malik")
    same_day = told("z", "affirms", PAKISTAN, "12-10", speaker="Premier", voice=voice)
    later = told("z", "affirms", PAKISTAN, "12-11", speaker="Premier", voice=voice)
    assert at(denial, same_day).divided_parties == ("Government of Pakistan",)
    assert at(denial, later).divided_parties == (() if voice else ("Government of Pakistan",))


def test_a_denial_after_the_party_spoke_stands() -> None:
    assert at(PREMIER, told("d", "denies", PAKISTAN, "12-21", speaker="Malik")).standing == "disputed"


@pytest.mark.parametrize("stance", ["declines", "unclear"])
def test_silence_withdraws_nothing(stance: str) -> None:
    later = told("later", stance, TTP, "12-30", speaker="Faqir")  # type: ignore[arg-type]
    found = at(FAQIR, later)
    assert found.standing == "claimed-by-one-side"
    assert [(p.stance, p.since) for p in found.positions] == [("affirms", "2011-12-10")]
    assert found.positions[0].speakers[0].statements == ("faqir", "later")


def test_a_party_that_only_kept_silent_has_a_position() -> None:
    silent = told("s", "declines", PAKISTAN, "12-10", kind="collective")
    open_ = told("t", "unclear", PAKISTAN, "12-12", kind="collective")
    assert [(p.stance, p.since) for p in at(silent).positions] == [("declines", "2011-12-10")]
    assert [(p.stance, p.since) for p in at(silent, open_).positions] == [("unclear", "2011-12-12")]


def test_the_time_is_when_it_was_said_as_precise_as_that_is_known() -> None:
    late = told("late", "denies", PAKISTAN, "12-10", said="11-01", precision="month", speaker="Malik")
    found = at(late, told("x", "affirms", PAKISTAN, "12-02", speaker="Malik"))
    assert found.first_denial is not None
    assert found.first_denial.date == "2011-11"
    assert found.positions[0].stance == "affirms"


def test_a_known_day_comes_before_a_month_that_it_lies_in() -> None:
    recalled = told("recalled", "denies", PAKISTAN, "12-10", said="11-01", precision="month", speaker="Malik")
    known = told("known", "denies", PAKISTAN, "11-22", speaker="Malik")
    found = at(recalled, known)
    assert found.first_denial is not None
    assert (found.first_denial.statement, found.first_denial.date) == ("known", "2011-11-22")
    assert (found.positions[0].since, found.positions[0].speakers[0].first) == ("2011-11-22", "2011-11-22")


@pytest.mark.parametrize(("said", "stands"), [("11-30", True), ("12-01", False)])
def test_a_denial_of_some_day_in_a_month_is_withdrawn_after_the_month(said: str, stands: bool) -> None:
    denial = told("d", "denies", PAKISTAN, "12-10", said="11-01", precision="month", speaker="Malik")
    affirmation = told("a", "affirms", PAKISTAN, "12-09", said=said, speaker="Premier", voice=True)
    assert bool(at(denial, affirmation).divided_parties) is stands


def test_an_affirmation_of_some_day_in_a_month_withdraws_what_was_denied_before_the_month() -> None:
    affirmation = told("a", "affirms", PAKISTAN, "12-09", said="11-01", precision="month", voice=True)
    for day_of_denial, stands in (("10-31", False), ("11-05", True)):
        denial = told("d", "denies", PAKISTAN, day_of_denial, speaker="Malik")
        assert bool(at(denial, affirmation).divided_parties) is stands


@pytest.mark.parametrize(
    ("precision", "shown"),
    [("day", "2011-11-07"), ("week", "2011-W45"), ("month", "2011-11"), ("season", "2011"), ("year", "2011"),
     ("duration", "2011-12-10"), ("decade", "2011-12-10")],
)  # fmt: skip
def test_dates_are_shown_to_their_own_grain(precision: str, shown: str) -> None:
    testimony = told("x", "affirms", TTP, "12-10", said="11-07", precision=precision)  # type: ignore[arg-type]
    found = at(testimony).first_claim
    assert found is not None
    assert found.date == shown


def test_nobody_speaks_after_the_report_is_out() -> None:
    found = at(told("x", "affirms", TTP, "12-10", said="12-24")).first_claim
    assert found is not None
    assert found.date == "2011-12-10"


def test_an_undated_report_is_seen_only_without_a_date_and_overrides_nothing() -> None:
    undated = told("u", "denies", TTP, None, speaker="Faqir")
    assert at(undated, FAQIR, as_of="12-31").positions == at(FAQIR, as_of="12-31").positions
    found = at(undated, FAQIR)
    assert found.standing == "claimed-by-one-side"
    assert found.first_denial is not None
    assert found.first_denial.date is None
    assert found.changes == at(FAQIR).changes


def test_what_has_no_date_closes_the_history_where_it_moves_the_standing() -> None:
    undated = [told("u1", "denies", PAKISTAN, None), told("u2", "denies", ARMY, None)]
    found = at(*undated, FAQIR)
    assert [(c.date, c.before, c.after, c.because) for c in found.changes] == [
        ("2011-12-10", "unreported", "claimed-by-one-side", "faqir"),
        (None, "claimed-by-one-side", "disputed", "u1"),
    ]


def test_a_withdrawal_and_a_report_of_no_day_make_one_closing_change() -> None:
    claim = replace(told("s1", "affirms", TTP, "12-01"), withdrawn=date.max)
    found = at(claim, told("u", "denies", PAKISTAN, None))
    assert [(c.date, c.after, c.because) for c in found.changes] == [
        ("2011-12-01", "claimed-by-one-side", "s1"),
        (None, "denied", "u"),
    ]


def test_a_copy_of_no_day_outlives_the_dated_one_that_was_withdrawn() -> None:
    claim = replace(told("s1", "affirms", TTP, "12-01", report="a", origin="a"), withdrawn=day("12-05"))
    found = at(claim, told("s2", "affirms", TTP, None, report="b", origin="a"))
    assert [(c.date, c.after, c.because) for c in found.changes] == [
        ("2011-12-01", "claimed-by-one-side", "s1"),
        ("2011-12-05", "unreported", "s1"),
        (None, "claimed-by-one-side", "s2"),
    ]


def test_a_stance_is_held_since_the_first_day_that_is_known() -> None:
    undated = [told("u", "affirms", TTP, None, speaker="Faqir"), told("w", "affirms", TTP, None, speaker="Wali")]
    (position,) = at(*undated, FAQIR).positions
    assert position.since == "2011-12-10"
    assert [(s.name, s.first) for s in position.speakers] == [("Faqir", "2011-12-10"), ("Wali", None)]


def test_a_stance_that_only_undated_reports_tell_of_has_no_since() -> None:
    (position,) = at(told("u", "affirms", TTP, None), told("d", "declines", TTP, "12-12", speaker="Wali")).positions
    assert (position.stance, position.since) == ("affirms", None)


def test_a_party_is_divided_since_the_first_known_day_of_the_side_that_has_one() -> None:
    undated = [told("u", "affirms", TTP, None, speaker="Wali"), told("w", "denies", TTP, None, speaker="Ehsan")]
    (position,) = at(*undated, told("d", "denies", TTP, "12-12", speaker="Ehsan")).positions
    assert (position.stance, position.since) == ("divided", "2011-12-12")


@pytest.mark.parametrize("last", ["affirms", "denies"])
def test_a_party_that_a_day_does_not_reconcile_is_divided_since_before_it(last: Stance) -> None:
    denial = told("e1", "denies", TTP, "12-11", speaker="Ehsan", voice=True)
    other: Stance = "denies" if last == "affirms" else "affirms"
    both = [told(s, x, TTP, "12-20", speaker="Ehsan", voice=True) for s, x in (("e2", other), ("e3", last))]
    (position,) = at(FAQIR, denial, *both, told("f2", "affirms", TTP, "12-22", speaker="Faqir")).positions
    expected = ("divided", "2011-12-11") if last == "denies" else ("affirms", "2011-12-20")
    assert (position.stance, position.since) == expected


def test_the_first_is_one_whose_time_is_known() -> None:
    found = at(told("u", "affirms", TTP, None, speaker="Wali"), FAQIR).first_claim
    assert found is not None
    assert found.statement == "faqir"


def test_copies_are_listed_and_counted_once() -> None:
    copies = [
        told(f"faqir-{n}", "affirms", TTP, "12-10", speaker="Faqir", report=f"r-{n}", origin="r-faqir")
        for n in (1, 2)
    ]
    found, alone = at(FAQIR, *copies), at(FAQIR)
    assert (found.reports, found.independent_reports) == (3, 1)
    assert found.positions[0].speakers[0].statements == ("faqir", "faqir-1", "faqir-2")
    assert found.first_claim == alone.first_claim
    assert found.changes == alone.changes


def test_a_copy_printed_late_does_not_say_it_again() -> None:
    denial = told("no", "denies", TTP, "12-12", speaker="Faqir")
    copy = told("copy", "affirms", TTP, "12-14", speaker="Faqir", origin="r-faqir")
    assert at(FAQIR, denial, copy).standing == "denied"


def test_where_the_origin_is_not_out_yet_the_earliest_copy_stands_in() -> None:
    copy = told("copy", "affirms", TTP, "12-09", speaker="Faqir", origin="r-faqir")
    found = at(FAQIR, copy, as_of="12-09")
    assert (found.reports, found.independent_reports) == (1, 1)
    assert found.first_claim is not None
    assert found.first_claim.statement == "copy"


def test_a_branch_is_known_from_any_report() -> None:
    unplaced = told("a", "denies", type(ARMY)("army", "Pakistan Army"), "11-16", kind="collective")
    placed = told("b", "declines", ARMY, "11-20", kind="collective")
    assert at(FAQIR, unplaced).standing == "claimed-by-one-side"
    assert at(FAQIR, unplaced, placed).standing == "disputed"


def test_speakers_of_no_known_party_are_no_party_together() -> None:
    unknown = [told(s, s, None, "11-01", kind="role", speaker=s) for s in ("affirms", "denies")]
    found = at(*unknown)
    assert [(p.party, p.stance) for p in found.positions] == [("unidentified", "affirms"), ("unidentified", "denies")]
    assert found.divided_parties == ()


def test_speakers_of_no_known_party_are_shown_apart() -> None:
    found = at(told("x", "affirms", None, "11-01", kind="role"), FAQIR, ENVOY)
    assert [position.party for position in found.positions] == ["TTP", "unidentified", "United States"]


def test_anonymous_and_outlet_belong_to_no_position_and_their_reports_are_counted() -> None:
    found = at(ANONYMOUS, told("o", "affirms", TTP, "11-20", kind="outlet"))
    assert (found.positions, found.reports) == ((), 2)


def test_a_report_that_is_withdrawn_counts_for_nothing_from_that_day_on() -> None:
    claim = replace(told("s1", "affirms", TTP, "12-01"), withdrawn=day("12-05"))
    denial = told("s2", "denies", PAKISTAN, "12-03")
    assert standing(TALKS, [claim, denial], day("12-04")).standing == "disputed"
    found = standing(TALKS, [claim, denial], day("12-05"))
    assert (found.standing, found.reports, found.first_claim) == ("denied", 1, None)
    assert [(c.date, c.before, c.after, c.because) for c in found.changes] == [
        ("2011-12-01", "unreported", "claimed-by-one-side", "s1"),
        ("2011-12-03", "claimed-by-one-side", "disputed", "s2"),
        ("2011-12-05", "disputed", "denied", "s1"),
    ]


def test_when_an_agency_withdraws_its_report_a_copy_that_stands_still_counts() -> None:
    first = replace(told("s1", "affirms", TTP, "12-01", report="a", origin="a"), withdrawn=day("12-05"))
    copy = told("s2", "affirms", TTP, "12-02", report="b", origin="a")
    found = standing(TALKS, [first, copy], day("12-06"))
    assert (found.standing, found.reports, [c.date for c in found.changes]) == (
        "claimed-by-one-side",
        1,
        ["2011-12-01"],
    )


def test_a_withdrawal_of_no_day_stands_after_all_others() -> None:
    claim = replace(told("s1", "affirms", TTP, "12-01"), withdrawn=date.max)
    found = standing(TALKS, [claim])
    assert (found.standing, [(c.date, c.after) for c in found.changes]) == (
        "unreported",
        [("2011-12-01", "claimed-by-one-side"), (None, "unreported")],
    )
    assert standing(TALKS, [claim], day("12-31")).standing == "claimed-by-one-side"


def test_a_body_takes_back_through_its_spokesman_what_it_affirmed() -> None:
    body = told("s1", "affirms", ARMY, "12-01", kind="collective")
    for voice, expected in ((True, "denied"), (False, "disputed")):
        denial = told("s2", "denies", ARMY, "12-05", speaker="Abbas", voice=voice)
        assert at(body, denial).standing == expected
    same_day = told("s2", "denies", ARMY, "12-01", speaker="Abbas", voice=True)
    assert at(body, same_day).standing == "disputed"


def test_branches_of_one_side_that_differ_divide_it() -> None:
    army = told("s1", "denies", ARMY, "12-05", speaker="Abbas")
    government = told("s2", "affirms", PAKISTAN, "12-01", speaker="Malik")
    assert at(army, government).divided_parties == ("Government of Pakistan",)
    one = told("s3", "affirms", USA, "12-01", speaker="Clinton")
    other = told("s4", "denies", USA, "12-01", speaker="Nuland")
    assert at(one, other).divided_parties == ()


def test_who_speaks_for_two_branches_stands_where_he_spoke_last() -> None:
    denied = told("s1", "denies", ARMY, "12-01", speaker="Abbas")
    affirmed = told("s2", "affirms", PAKISTAN, "12-05", speaker="Abbas")
    for some in ((denied, affirmed), (affirmed, denied)):
        assert (at(*some).standing, at(*some).divided_parties) == ("claimed-by-one-side", ())
