"""Where people only meet is nobody's side; where they fight is."""

from __future__ import annotations

import pytest

from onrecord.model import Article, Event, Mention, Span
from onrecord.reading.reader import Chain, Found
from onrecord.resolution.bodies import body_of_chain
from onrecord.resolution.describing import is_of_a_region
from onrecord.resolution.homelands import Homelands
from onrecord.resolution.setting import Setting
from onrecord.resolution.venues import Venues


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def _found(text: str, trigger: str, kind: str) -> Found:
    return Found(events=(Event("e1", _span(text, trigger), kind, "actual", 0.9),))


def test_a_capital_in_which_talks_are_held_is_only_a_venue() -> None:
    text = "Officers of both sides held talks in the Bahraini capital Manama. The army fought on in Omdurman."
    venues = Venues(text, _found(text, "talks", "CONSULT"))
    assert venues.holds(_span(text, "Manama"))
    assert venues.holds(_span(text, "Bahraini"))
    assert not venues.holds(_span(text, "Omdurman"))


def test_a_town_in_which_people_fight_is_no_venue() -> None:
    text = "Rebels attacked a post in Arauca."
    assert not Venues(text, _found(text, "attacked", "ASSAULT")).holds(_span(text, "Arauca"))


def test_a_word_for_meeting_tells_of_a_venue_where_no_event_is_marked() -> None:
    text = "One of its generals had met the other side in Qatar."
    assert Venues(text, Found()).holds(_span(text, "Qatar"))


def test_a_host_is_only_a_venue() -> None:
    text = "The talks mediated by Norway went on."
    assert Venues(text, Found()).holds(_span(text, "Norway"))


def test_an_army_is_likeliest_that_of_a_country_whose_army_or_groups_are_named() -> None:
    named = Homelands([(0, "TCD", 2.0), (600, "QAT", 2.0)], forces={"TCD"})
    assert named.at(640) == "QAT"
    assert named.at(640, "military") == "TCD"


@pytest.mark.parametrize(
    "words", ["the larger half of the ELN", "a wing of the ELN", "fighters of the ELN", "the bulk of the ELN"]
)
def test_a_part_of_a_group_is_the_group(words: str) -> None:
    text = f"Colombia waits. Now {words} spoke of peace."
    chain = Chain("armed_group", (Mention(_span(text, words), "description"),))
    body = body_of_chain(Setting.of(Article("r", text)), chain)
    assert body is not None
    assert body.id == "ELN"


def test_a_part_that_has_broken_with_a_group_is_not_the_group() -> None:
    text = "Colombia waits. Now a dissident wing of the ELN spoke of peace."
    chain = Chain("armed_group", (Mention(_span(text, "a dissident wing of the ELN"), "description"),))
    body = body_of_chain(Setting.of(Article("r", text)), chain)
    assert body is None or body.id != "ELN"


@pytest.mark.parametrize("words", ["the Lusaka accord", "the Jeddah parley", "the October war"])
def test_what_happens_is_no_side(words: str) -> None:
    text = f"All ended with {words} last year."
    chain = Chain("armed_group", (Mention(_span(text, words), "name"),))
    assert body_of_chain(Setting.of(Article("r", text)), chain) is None


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("the leader of Ethiopia's Tigray region", True),
        ("the leader of the breakaway republic", True),
        ("the Ethiopian leader", False),
        ("a farmer of the Tigray region", False),
    ],
)
def test_who_leads_a_region_leads_no_state(words: str, is_one: bool) -> None:
    assert is_of_a_region(words) is is_one
