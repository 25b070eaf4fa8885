"""Statements that were taken for another's: what the report's own words say against it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.linking.actors import actor, event, span, statement

from onrecord.linking.nameless import is_nameless, is_nameless_body
from onrecord.linking.parties import Sides
from onrecord.model import Act, Actor, Article, Event, Mention, Participant, Reading, Statement

THAIS = actor("t", "Government of Thailand", "government", country="THA", known_as="THA-government")
KHMERS = actor("k", "Government of Cambodia", "government", country="KHM", known_as="KHM-government")
GROUP = replace(
    actor("g", "ELN", "armed_group", country="COL", known_as="ELN"), mentions=(Mention(span("ELN"), "name"),)
)
MINISTER = actor("m", "Ivan Lozada", "person", party="g")


def body(words: str, of: Actor = THAIS) -> Actor:
    """A body without a name that was taken for one of a state."""
    made = actor("b", "defence ministry", "government", party=of.id, country=of.country)
    return replace(made, mentions=(Mention(span(words), "description"),))


def told(words: str, party: str, *, act: Act, ident: str, source: str = "the defence ministry") -> Statement:
    return replace(statement(words, ident=ident, party=party, act=act, source=source), speaker=party)


def attack(by: str, told_by: str, *, acting: str = "the Thai army", hit: str = "our patrol") -> Event:
    took_part = (Participant(span(acting), "actor", by), Participant(span(hit), "recipient", None))
    return replace(event((by,), (), type_="ASSAULT", told_by=told_by, ident=told_by), participants=took_part)


def parties(statements: tuple[Statement, ...], events: tuple[Event, ...], *cast: Actor) -> list[str | None]:
    sides = Sides(Reading(Article("r1", "…"), statements, events, cast))
    return [None if (party := sides.of_statement(one)) is None else party.key for one in statements]


LEAD = told("the Thai army attacked a patrol", "k", act="accuses", ident="s1", source="Cambodia")


def test_a_body_without_a_name_does_not_accuse_its_own_state() -> None:
    quoted = told("Thai soldiers attacked our patrol", "b", act="accuses", ident="s2")
    events = (attack("t", "s1", hit="a patrol"), attack("t", "s2"))
    assert parties((LEAD, quoted), events, THAIS, KHMERS, body("the defence ministry")) == [
        "KHM-government",
        "KHM-government",
    ]


def test_a_body_whose_state_words_name_stays_as_it_was_read() -> None:
    quoted = told("Thai soldiers attacked our patrol", "b", act="accuses", ident="s2", source="Thailand's ministry")
    events = (attack("t", "s1", hit="a patrol"), attack("t", "s2"))
    named = body("Thailand's defence ministry")
    assert parties((LEAD, quoted), events, THAIS, KHMERS, named)[1] == "name:defence ministry"


def test_who_owns_up_to_what_his_men_did_is_not_mistaken() -> None:
    admitted = told("our soldiers attacked the patrol", "b", act="accuses", ident="s2")
    deed = attack("t", "s2", acting="our soldiers", hit="the patrol")
    assert parties((LEAD, admitted), (attack("t", "s1"), deed), THAIS, KHMERS, body("the army"))[1] == (
        "name:defence ministry"
    )


def test_without_an_accuser_nobody_is_known_to_speak() -> None:
    quoted = told("Thai soldiers attacked our patrol", "b", act="accuses", ident="s2")
    assert parties((quoted,), (attack("t", "s2"),), THAIS, KHMERS, body("the defence ministry")) == [None]


def test_who_rejects_a_claim_did_not_make_it() -> None:
    ours = body("The army", KHMERS)
    rejected = told("Cambodia's claim", "b", act="denies", ident="s1", source="The army")
    claim = replace(told("Thai soldiers attacked", "k", act="accuses", ident="s2", source="Cambodia"), parent="s1")
    again = told("They did not attack", "b", act="denies", ident="s3", source="its spokesman")
    found = parties((rejected, claim, again), (attack("t", "s2", hit="a patrol"),), THAIS, KHMERS, ours)
    assert found == ["THA-government", "KHM-government", "THA-government"]


def test_a_minister_speaks_for_no_armed_group_unless_it_is_named_beside_him() -> None:
    state = actor("c", "Government of Colombia", "government", country="COL", known_as="COL-government")
    denial = replace(
        told("the air force bombed no camp", "g", act="denies", ident="s1", source="Defence Minister Ivan Lozada"),
        speaker="m",
    )
    events = (replace(attack("c", "s1", acting="the air force", hit="a camp"), status="negated"),)
    assert parties((denial,), events, GROUP, MINISTER, state) == ["COL-government"]
    of_the_group = replace(denial, source=span("Defence Minister Ivan Lozada of the ELN"))
    assert parties((of_the_group,), events, GROUP, MINISTER, state) == ["ELN"]


def test_kin_speak_for_themselves() -> None:
    father = told("they were taken", "t", act="asserts", ident="s1", source="the father of one of the soldiers")
    assert parties((father,), (), THAIS) == [None]


@pytest.mark.parametrize(
    ("words", "nameless"),
    [
        ("the defence ministry", True),
        ("The army", True),
        ("its foreign ministry", True),
        ("the Thai army", False),
        ("Cambodia's government", False),
        ("villagers", False),
    ],
)
def test_a_body_without_a_name_is_called_by_common_nouns_alone(words: str, nameless: bool) -> None:
    assert is_nameless_body(words) == nameless
    assert is_nameless(body(words)) == (nameless or words == "villagers")
