"""Whom somebody faces in a report, where an event names only one side."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.linking.actors import CAST, actor, event, reading, span, statement

from onrecord.linking.claims import links
from onrecord.model import Event, Participant, Place, Span

INDIA = actor("a9", "Government of India", "government", country="IND", known_as="gov-ind")
TOLD = statement("the attack of the day before and all that followed it")


def attack(
    actors: tuple[str, ...], recipients: tuple[str, ...] = (), at: int = 0, type_: str = "ASSAULT", hit: str = ""
) -> Event:
    told = event(actors, recipients, type_=type_, trigger=span("deed", at), ident=f"e{at}")
    return replace(told, participants=(Participant(span(hit, at + 5), "recipient"),)) if hit else told


def glosses(*happened: Event, speaking: str | None = None) -> set[str]:
    said = replace(TOLD, party=speaking)
    return {link.matter.gloss for link in links(reading((said,), happened, (*CAST, INDIA)))}


def test_an_attack_on_nobody_named_is_one_on_the_opponent() -> None:
    clash = attack(("a1",), ("a3",), 40, type_="COERCE")
    assert "attack by TTP on Government of Pakistan" in glosses(attack(("a1",), hit="a bus"), clash)


def test_where_no_event_sets_anybody_against_it_the_only_other_side_is_meant() -> None:
    assert glosses(attack(("a1",)), speaking="a3") == {"attack by TTP on Government of Pakistan"}
    assert glosses(attack(("a1",)), speaking="a1") == {"attack by TTP"}


def test_of_two_opponents_neither_is_meant() -> None:
    clashes = attack(("a1",), ("a3",), 40, type_="COERCE"), attack(("a1",), ("a9",), 60, type_="COERCE")
    assert "attack by TTP" in glosses(attack(("a1",)), *clashes)


@pytest.mark.parametrize("hit", ["12", "villagers", "a bus driver and two nurses"])
def test_violence_against_people_is_against_no_opponent(hit: str) -> None:
    assert glosses(attack(("a1",), hit=hit), speaking="a3") == {"attack by TTP"}


def test_talks_of_one_side_are_with_its_opponent_and_a_truce_of_one_is_its_own() -> None:
    talks = event(("a1",), (), trigger=Span(0, 5, "talks"))
    truce = event(("a1",), (), type_="CONCEDE", trigger=Span(0, 5, "truce"))
    assert glosses(talks, speaking="a3") == {"talks between TTP and Government of Pakistan"}
    assert glosses(truce, speaking="a3") == {"ceasefire by TTP"}


def test_what_is_unlikely_counts_where_a_likelier_event_bears_it_out() -> None:
    sure, unsure = attack(("a1",), ("a3",), 0), replace(attack(("a1",), ("a3",), 40), confidence=0.4)
    other = replace(unsure, statement="s2")
    statements = (TOLD, replace(TOLD, id="s2"))
    assert {link.statement for link in links(reading(statements, (sure, other)))} == {"s1", "s2"}
    assert links(reading(statements, (other,))) == ()


def test_no_opponent_is_meant_where_it_is_hardly_an_event() -> None:
    assert glosses(replace(attack(("a1",)), confidence=0.6), speaking="a3") == {"attack by TTP"}


def test_who_arms_or_commands_a_group_does_not_face_it() -> None:
    armed = attack(("a9",), ("a1",), 40, type_="AID")
    assert "attack by TTP" in glosses(attack(("a1",)), armed)


def test_of_several_states_a_group_faces_its_own_where_it_fights_there_and_nobody_elsewhere() -> None:
    group = actor("a7", "M23", "armed_group", country="COD", known_as="m23")
    state = actor("a8", "Government of Congo", "government", country="COD", known_as="gov-cod")
    said = tuple(replace(TOLD, id=f"s{n}", party=party) for n, party in enumerate(("a8", "a9", "a7"), 1))
    for country, gloss in (("COD", "attack by M23 on Government of Congo"), ("RWA", "attack by M23")):
        here = Place("p1", "Rutshuru", "place", (), country=country)
        told = replace(
            reading(said, (replace(attack(("a7",)), place="p1"),), (*CAST, INDIA, group, state)), places=(here,)
        )
        assert {link.matter.gloss for link in links(told)} == {gloss}
