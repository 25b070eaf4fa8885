"""Whose something is that a report told of before: "an Azerbaijani post" is later "the post", whoever hits it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.linking.parties import Sides, party_key
from onrecord.model import Event
from onrecord.reading.countables import noun as counted_as

_PEOPLE = frozenset({"people", "troops", "prisoners"})
"""Units in which people are counted: "the soldiers" may be anybody's each time."""
_THE = re.compile(r"(?:the|this|that|these|those)\s+(?:[\w’'-]+\s+){0,2}([\w’'-]+)", re.IGNORECASE)


def with_known_targets(events: Sequence[Event], sides: Sides) -> list[Event]:
    """The events; one that hits a thing of which the report tells elsewhere whose it is has that party as who is hit."""
    owners: dict[tuple[str, str], dict[str, str]] = {}
    for event in events:
        for noun, ident in _owned(event):
            top = next(iter(sides.tops([ident])), None)
            if top is not None:
                owners.setdefault((event.type, noun), {})[party_key(top)] = ident
    return [_with_target(event, owners, sides) for event in events]


def _owned(event: Event) -> Iterator[tuple[str, str]]:
    """The things that an event hits, by their noun, each with the id of whose it is."""
    for participant in event.participants:
        if (
            participant.side == "recipient"
            and participant.actor in event.recipients
            and participant.actor is not None
        ):
            words = participant.span.text.lower().split()
            if len(words) > 1 and counted_as(words[-1]) not in _PEOPLE:
                yield words[-1], participant.actor


def _with_target(event: Event, owners: dict[tuple[str, str], dict[str, str]], sides: Sides) -> Event:
    if event.recipients or not event.actors:
        return event
    own = {party_key(top) for top in sides.tops(event.actors)}
    for participant in event.participants:
        the = _THE.fullmatch(participant.span.text) if participant.side == "recipient" else None
        known = {} if the is None else owners.get((event.type, the[1].lower()), {})
        if len(known) == 1 and own.isdisjoint(known):
            return replace(event, recipients=tuple(known.values()))
    return event
