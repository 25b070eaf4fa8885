"""Who takes part in what somebody tells of his own side: "they killed nine of our men", "the enemy shelled us".

Whoever says "our men" speaks of his party's, and a foe of whom he speaks as "they" or "the enemy" is not his party, for
whomever the words were taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.linking.parties import Sides, party_key
from onrecord.model import Actor, Event, Participant, Statement

_OURS = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us)\b")
_THEY = re.compile(r"^(?:they|them|their|theirs|he|him|his|it|its|these|those)\b", re.IGNORECASE)
_FOE = re.compile(
    r"^(?:(?:the|our|an?|this|that|these|those)\s+)?(?:enem(?:y|ies)|foes?|aggressors?|occupiers?|invaders?|attackers?"
    r"|other (?:side|party)|opposing (?:side|forces))\b",
    re.IGNORECASE,
)
_SIDES = frozenset({"ASSAULT", "COERCE", "RETREAT", "CONCEDE"})
"""Types of events that nobody does to his own."""


def as_told_by(event: Event, statement: Statement | None, sides: Sides) -> Event:
    """An event with the sides that follow from who tells it; as it is where nobody's words or no party's tell it."""
    own = None if statement is None else _party(statement, sides)
    if statement is None or own is None or event.type not in _SIDES or not event.participants:
        return event
    told = [p for p in event.participants if any(content.contains(p.span) for content in statement.content)]
    ours = {p.side for p in told if _OURS.search(p.span.text) and _may_be(p, own, sides)}
    foes = [p for p in told if _FOE.match(p.span.text)]
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
    return replace(event, actors=actors, recipients=recipients)


def _party(statement: Statement, sides: Sides) -> Actor | None:
    """The party for which somebody speaks, if he speaks for one."""
    told = sides.actor(statement.party) or sides.actor(statement.speaker)
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
