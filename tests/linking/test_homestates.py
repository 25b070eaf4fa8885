"""With whose government an armed group talks, where the report calls it by no name."""

from __future__ import annotations

from dataclasses import replace

from tests.linking.actors import actor, event, span

from onrecord.linking.homestates import with_home_states
from onrecord.linking.parties import Sides
from onrecord.model import Actor, Article, Event, Mention, Participant, Reading

FRONT = actor("f", "TPLF", "armed_group", country="ETH", known_as="ucdp:410")
GUESSED = replace(
    actor("g", "government", "government", country="ZAF"), mentions=(Mention(span("the government"), "description"),)
)
HOSTS = replace(
    actor("h", "South Africa", "country", country="ZAF"), mentions=(Mention(span("South Africa"), "name"),)
)


def talks(other: str | None, words: str, type_: str = "CONSULT") -> Event:
    made = event(("f",), () if other is None else (other,), type_=type_)
    return replace(made, participants=(Participant(span(words), "recipient", other),))


def sides_of(happened: Event, *cast: Actor) -> list[str | None]:
    sides = Sides(Reading(Article("r1", "…"), (), (), cast))
    found = with_home_states(happened, sides)
    return [actor.known_as or actor.name for actor in sides.tops((*found.actors, *found.recipients))]


def test_a_group_talks_with_its_own_government_wherever_they_meet() -> None:
    assert sides_of(talks("g", "the government"), FRONT, GUESSED) == ["ucdp:410", "ETH-government"]
    assert sides_of(talks(None, "junta officers"), FRONT) == ["ucdp:410", "ETH-government"]


def test_a_state_that_the_report_names_stays() -> None:
    assert sides_of(talks("g", "the government"), FRONT, GUESSED, HOSTS) == ["ucdp:410", "government"]
    assert sides_of(talks("h", "South Africa"), FRONT, HOSTS) == ["ucdp:410", "South Africa"]
    assert sides_of(talks(None, "two diplomats"), FRONT) == ["ucdp:410"]
    assert sides_of(talks("g", "the government", "ASSAULT"), FRONT, GUESSED) == ["ucdp:410", "government"]
