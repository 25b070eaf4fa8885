"""What is said to happen: its type, whether it is so, and between whom."""

from __future__ import annotations

import pytest
from tests.reading.reports import reading

from onrecord.model import EventStatus

TYPES = {
    "The army said talks were held.": ("talks", "CONSULT", "046"),
    "The army said peace talks were held.": ("peace talks", "CONSULT", "046"),
    "The army said the rebels attacked a convoy with mortars.": ("attacked", "ASSAULT", "194"),
    "The army said the elder was kidnapped.": ("kidnapped", "ASSAULT", "181"),
    "The army said the prisoners were released.": ("released", "RETREAT", "0841"),
    "The army said the rebels surrendered.": ("surrendered", "RETREAT", "0874"),
    "The army said troops were deployed.": ("deployed", "MOBILIZE", "154"),
    "The army said the rebels had been accused of murder.": ("accused", "ACCUSE", "112"),
    "Police arrested two men in Bogotá on Monday.": ("arrested", "COERCE", "173"),
    "The European Union imposed sanctions on Syria.": ("sanctions", "SANCTION", "160"),
}


@pytest.mark.parametrize("text", TYPES)
def test_the_words_that_name_an_event_tell_its_type(text: str) -> None:
    found = [(e.trigger.text, e.type, e.cameo) for e in reading(text).events]
    assert TYPES[text] in found


STATUSES: dict[str, EventStatus] = {
    "The army said talks were held.": "actual",
    "The army denied talks.": "negated",
    "The army said there were no talks.": "negated",
    "The army said the report of talks was false.": "negated",
    "The army said talks may be held.": "possible",
    "The army called for talks.": "possible",
    "The army said earlier talks had failed in 2002.": "historical",
    "It is unclear whether talks were held.": "possible",
    "No talks were held.": "negated",
    "They will hold talks.": "future",
    "If talks are held, the guns will fall silent.": "conditional",
}


@pytest.mark.parametrize("text", STATUSES)
def test_whether_it_is_so(text: str) -> None:
    assert [e.status for e in reading(text).events if e.trigger.text == "talks"] == [STATUSES[text]]


def test_signing_that_is_still_to_come_is_agreeing() -> None:
    found = reading("The rebels said they may soon sign a peace agreement with the government.")
    assert {e.type for e in found.events if e.trigger.text in {"sign", "peace agreement"}} == {"AGREE"}


def test_an_event_has_its_numbers_day_and_place() -> None:
    found = reading("The Taliban killed at least 12 soldiers in Kabul on Friday.")
    [event] = [e for e in found.events if e.trigger.text == "killed"]
    assert [(q.span.text, q.low, q.high, q.unit) for q in event.quantities] == [("at least 12", 12, None, "killed")]
    assert next(p.name for p in found.places if p.id == event.place) == "Kabul"
    assert event.date is not None
    assert event.date.span.text.endswith("Friday")


def test_one_trigger_makes_an_event_for_every_statement_that_speaks_of_it() -> None:
    found = reading("The government and the army denied talks, as did the rebels.")
    assert [e.statement for e in found.events] == ["s1", "s2", "s3"]
    assert len({e.trigger for e in found.events}) == 1


def test_of_sayings_within_sayings_the_inner_one_speaks_of_it() -> None:
    found = reading("The minister said the army had denied that talks were held.")
    assert [(e.statement, e.status) for e in found.events] == [("s2", "negated")]


def test_what_nobody_says_belongs_to_no_statement() -> None:
    assert {e.statement for e in reading("The army and the rebels held talks on Friday.").events} == {None}


def test_furniture_has_no_events() -> None:
    assert reading("Talks! Join our forum. The mill burned.", "Talks! Join our forum.").events == ()


SIDES = {
    "The Pakistani Taliban is in talks with the Pakistani government, a commander said.": (
        "TTP", "Government of Pakistan",
    ),
    "The FARC said it was negotiating with the Colombian government.": ("FARC", "Government of Colombia"),
    "The Colombian government denied talks with the FARC.": ("FARC", "Government of Colombia"),
    "Colombian President Juan Santos said talks were held with the FARC.": ("Government of Colombia", "FARC"),
    "The Colombian army said talks between the government and the FARC were held.": (
        "Government of Colombia", "FARC",
    ),
    "Talks between Colombia and the FARC were held, Norway said.": ("Government of Colombia", "FARC"),
    "Talks between the Colombian government and the FARC were held in Cuba, Norway said.": (
        "Government of Colombia", "FARC",
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", SIDES)
def test_between_whom_talks_are(text: str) -> None:
    found = reading(text)
    names = {a.id: a.name for a in found.actors}
    [event] = [e for e in found.events if e.type == "CONSULT"]
    assert {names[i] for i in event.actors + event.recipients} == set(SIDES[text])
    assert event.actors
    assert event.recipients


def test_talks_that_name_no_side_take_up_those_spoken_of_before() -> None:
    first, second = reading(
        "The FARC said it was in talks with the Colombian government. The army denied any such talks."
    ).events
    assert {*first.actors, *first.recipients} == {*second.actors, *second.recipients}


def test_who_attacks_and_who_is_attacked() -> None:
    found = reading("The Colombian army killed FARC rebels in an ambush, residents said.")
    names = {a.id: a.name for a in found.actors}
    killed = next(e for e in found.events if e.trigger.text == "killed")
    assert [names[i] for i in killed.actors] == ["Colombia Army"]
    above = {a.id: a.party for a in found.actors}
    assert [names[above[i] or i] for i in killed.recipients] == ["FARC"]


def test_what_is_carried_out_is_named_by_the_noun() -> None:
    found = reading("The army said it had carried out no air strikes in the valley since Monday.").events
    assert [(e.trigger.text, e.status) for e in found] == [("air strikes", "negated")]


def test_a_time_in_a_relative_clause_is_of_what_that_clause_tells() -> None:
    text = "The government held talks on Monday with rebels who attacked the town of Koro in October."
    days = {e.trigger.text: e.date.span.text for e in reading(text).events if e.date is not None}
    assert days["talks"] == "Monday"
    assert days["attacked"] == "October"
