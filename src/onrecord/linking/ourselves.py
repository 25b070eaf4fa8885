"""Who takes part in what somebody tells of his own side: "they killed nine of our men", "the enemy shelled us".

Whoever says "our men" speaks of his party's, and a foe of whom he speaks as "they" or "the enemy" is not his party, for
whomever the words were taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.linking.firstperson import FOE, OURS
from onrecord.linking.nameless import is_nameless_body
from onrecord.linking.parties import Sides, party_key
from onrecord.model import Actor, ActorKind, Event, Participant, Statement

_THEY = re.compile(r"^(?:they|them|their|theirs|he|him|his|it|its|these|those)\b", re.IGNORECASE)
_SOMEBODYS_MEN = re.compile(
    r"\b(?:its|their|his|they|them|soldiers?|troops|men|servicemen|policemen|officers?|sergeants?|sailors|fighters?"
    r"|positions?|posts?|bases?|camps?|patrols?)\b",
    re.IGNORECASE,
)
_OF_STATES = frozenset[ActorKind]({"government", "military", "country"})
_HOSTILE = frozenset({"ASSAULT", "COERCE"})
_SIDES = frozenset({"ASSAULT", "COERCE", "RETREAT", "CONCEDE"})
"""Types of events that nobody does to his own."""


def as_told_by(event: Event, statement: Statement | None, sides: Sides) -> Event:
    """An event with the sides that follow from who tells it; as it is where nobody's words or no party's tell it."""
    own = None if statement is None else _party(statement, sides)
    if statement is None or own is None or not event.participants:
        return event
    told = [p for p in event.participants if any(content.contains(p.span) for content in statement.content)]
    event = _with_own_bodies(event, own, told, sides)
    if event.type not in _SIDES:
        return event
    ours = {p.side for p in told if OURS.search(p.span.text) and _may_be(p, own, sides)}
    foes = [p for p in told if FOE.match(p.span.text)]
    if len(ours) == 1:
        foes += [p for p in told if p.side not in ours and _THEY.match(p.span.text) and _is(p, own, sides)]
    actors, recipients = _without(event.actors, foes, "actor"), _without(event.recipients, foes, "recipient")
    if "actor" in ours and not _has(actors, own, sides):
        actors = (own.id, *_named(actors, sides))
    if "recipient" in ours and not _has(recipients, own, sides):
        recipients = (own.id, *_named(recipients, sides))
    if ours == {"recipient"} and not actors:
        others = {p.actor for p in told if _THEY.match(p.span.text) and not _is(p, own, sides)}
        actors = tuple(ident for ident in recipients if ident in others)
        recipients = tuple(ident for ident in recipients if ident not in others)
    is_another = own.kind in _OF_STATES | {"armed_group"} and not _has(actors, own, sides)
    if event.type in _HOSTILE and is_another and _hits_its_own(actors, recipients, told, sides):
        recipients = (own.id,)
    return replace(event, actors=actors, recipients=recipients)


def _with_own_bodies(event: Event, own: Actor, told: Iterable[Participant], sides: Sides) -> Event:
    """An event in which "the government" and "the army", said for a state, are that state's and no other's."""
    if own.kind not in _OF_STATES or own.country is None:
        return event
    foreign = {
        p.actor: own.id for p in told if _is_foreign(sides.actor(p.actor), own) and is_nameless_body(p.span.text)
    }
    if not foreign:
        return event
    actors, recipients = (
        tuple(dict.fromkeys(foreign.get(ident, ident) for ident in some)) for some in (event.actors, event.recipients)
    )
    return replace(event, actors=actors, recipients=recipients)


def _is_foreign(actor: Actor | None, own: Actor) -> bool:
    return actor is not None and actor.kind in _OF_STATES and actor.country not in {None, own.country}


def _hits_its_own(
    actors: Iterable[str], recipients: Sequence[str], told: Iterable[Participant], sides: Sides
) -> bool:
    """Whether all whom somebody is said to hit were taken for his own, by words for soldiers or by a pronoun."""
    hit = _keys(recipients, sides)
    words = [p.span.text for p in told if p.side == "recipient"]
    return bool(hit) and hit <= _keys(actors, sides) and any(map(_SOMEBODYS_MEN.search, words))


def _party(statement: Statement, sides: Sides) -> Actor | None:
    """The party for which somebody speaks, if he speaks for one."""
    told = sides.speaks_for(statement)
    if told is None:
        return None
    top = next(iter(sides.tops([told.id])), None)
    return None if top is None or top.kind in {"person", "people"} else told


def _may_be(participant: Participant, own: Actor, sides: Sides) -> bool:
    """Whether "ours" can be the party's own: nobody known is named by the words but the party itself."""
    actor = sides.actor(participant.actor)
    return actor is None or actor.known_as is None or _is(participant, own, sides)


def _is(participant: Participant, own: Actor, sides: Sides) -> bool:
    return participant.actor is not None and _has((participant.actor,), own, sides)


def _has(idents: Iterable[str], own: Actor, sides: Sides) -> bool:
    return not _keys(idents, sides).isdisjoint(_keys((own.id,), sides))


def _keys(idents: Iterable[str], sides: Sides) -> set[str]:
    return set(map(party_key, sides.tops(idents)))


def _named(idents: Iterable[str], sides: Sides) -> Iterator[str]:
    """Those of some actors who are known bodies, besides people and things that are somebody's."""
    for ident in idents:
        actor = sides.actor(ident)
        if actor is not None and actor.known_as is not None:
            yield ident


def _without(idents: tuple[str, ...], foes: Iterable[Participant], side: str) -> tuple[str, ...]:
    gone = {p.actor for p in foes if p.side == side}
    return tuple(ident for ident in idents if ident not in gone)
