"""Whose "the government" is with which an armed group talks: its own state's, in whatever foreign town they meet."""

from __future__ import annotations

from dataclasses import replace

from onrecord.linking.nameless import is_nameless, is_nameless_body
from onrecord.linking.parties import Sides
from onrecord.model import Actor, ActorKind, Event

_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE", "RETREAT", "SUPPORT"})
"""Types of events between a state and those who fight it."""
_OF_STATES = frozenset[ActorKind]({"government", "military"})


def with_home_states(event: Event, sides: Sides) -> Event:
    """An event in which a state's body without a name, beside an armed group, is taken for the group's own state.

    Only where nothing ties that body to a state, or nothing but the place of the event.
    """
    if event.type not in _MUTUAL:
        return event
    taking_part = [actor for ident in (*event.actors, *event.recipients) if (actor := sides.actor(ident)) is not None]
    home = {actor.country for actor in taking_part if actor.kind == "armed_group" and actor.known_as is not None}
    country = next(iter(home)) if len(home) == 1 else None
    if country is None or any(actor.country == country and actor.kind in _OF_STATES for actor in taking_part):
        return event
    foreign = {a.id for a in taking_part if _is_guessed(a, country, event, sides)}
    unknown = len(sides.tops(a.id for a in taking_part)) == 1 and any(
        p.actor is None and is_nameless_body(p.span.text) for p in event.participants
    )
    if not foreign and not unknown:
        return event
    state = sides.state_of(country)
    if unknown:
        return replace(event, recipients=(*event.recipients, state))
    actors, recipients = (
        tuple(dict.fromkeys(state if ident in foreign else ident for ident in some))
        for some in (event.actors, event.recipients)
    )
    return replace(event, actors=actors, recipients=recipients)


def _is_guessed(actor: Actor, country: str, event: Event, sides: Sides) -> bool:
    """Whether words without a name were taken for a body of another state of which the report says nothing else."""
    if actor.kind not in _OF_STATES or actor.country in {None, country} or not is_nameless(actor):
        return False
    words = [p.span.text for p in event.participants if p.actor == actor.id]
    return bool(words) and all(map(is_nameless_body, words)) and not sides.is_told_of(actor.country)
