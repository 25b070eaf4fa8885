from __future__ import annotations

import pytest
from tests.record.told import PAKISTAN, TALKS, TTP, Told, told
from tests.web.claim.sayings import saying

from onrecord.model import LinkState, Occasion
from onrecord.record.heldlinks import HeldLink
from onrecord.record.moments import iso_day
from onrecord.record.questions.heard import Heard, heard_on
from onrecord.record.vantage import Vantage
from onrecord.web.claim.entries import Entry
from onrecord.web.claim.reversals import Reversal, reversals


def entry(testimony: Told, score: float = 0.9, state: LinkState = "suggested") -> Entry:
    link = HeldLink(
        id="l",
        statement=testimony.statement,
        report=testimony.report,
        matter="m",
        ordinal=0,
        published=testimony.published,
        stance=testimony.stance,
        score=score,
        occasion=Occasion(),
        figure=None,
        state=state,
    )
    return Entry(testimony, saying(testimony), iso_day(testimony), testimony.speaker_key, None, link, None, ())


def held(*some: Told) -> Heard:
    return heard_on(TALKS, some, {t.statement: saying(t) for t in some}, Vantage())


def turns(*entries: Entry) -> list[tuple[str, str]]:
    found: list[Reversal] = reversals(held(*(one.testimony for one in entries)), entries)
    return [(turn.left.id, turn.took.id) for turn in found]


def test_a_speaker_who_affirms_what_he_denied_before_has_turned_round() -> None:
    denied, affirmed = told("a", "denies", TTP, "11-21"), told("b", "affirms", TTP, "12-10")
    assert turns(entry(denied), entry(affirmed)) == [("a", "b")]


def test_what_is_said_both_ways_on_one_day_shows_no_turn() -> None:
    some = told("a", "denies", TTP, "11-21"), told("b", "affirms", TTP, "11-21"), told("c", "denies", TTP, "11-21")
    assert turns(*(entry(one) for one in some)) == []


def test_a_day_that_ends_as_the_one_before_shows_no_turn() -> None:
    some = (
        told("a", "denies", TTP, "11-21"),
        told("b", "affirms", TTP, "11-22"),
        told("c", "denies", TTP, "11-22"),
    )
    assert turns(*(entry(one) for one in some)) == []


def test_an_old_word_that_is_printed_late_turns_nobody_round() -> None:
    denied, affirmed = told("a", "denies", TTP, "12-10"), told("b", "affirms", TTP, "12-12", said="11-01")
    assert turns(entry(denied), entry(affirmed)) == []


@pytest.mark.parametrize(
    ("score", "state", "shown"), [(0.49, "suggested", 0), (0.5, "suggested", 1), (0.1, "confirmed", 1)]
)
def test_a_weak_link_shows_a_turn_only_once_a_reviewer_confirms_it(
    score: float, state: LinkState, shown: int
) -> None:
    denied, affirmed = told("a", "denies", TTP, "11-21"), told("b", "affirms", TTP, "12-10")
    assert len(turns(entry(denied), entry(affirmed, score, state))) == shown
    assert len(turns(entry(denied, score, state), entry(affirmed))) == shown


def test_two_speakers_who_differ_are_no_turn() -> None:
    denied = told("a", "denies", TTP, "11-21", speaker="one")
    affirmed = told("b", "affirms", TTP, "12-10", speaker="another")
    assert turns(entry(denied), entry(affirmed), entry(told("c", "denies", PAKISTAN, "12-11"))) == []


def test_what_has_no_day_of_publication_is_left_out() -> None:
    denied, affirmed = told("a", "denies", TTP, None), told("b", "affirms", TTP, "12-10")
    assert turns(entry(denied), entry(affirmed)) == []
