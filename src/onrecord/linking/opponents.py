"""Whom somebody faces in a report: the other side of an event that names only one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from onrecord.linking.glosses import kind_of
from onrecord.linking.parties import Sides, party_key
from onrecord.model import Actor, ActorKind, Event, Reading
from onrecord.reading.numerals import cardinal_at
from onrecord.resolution.implied import is_outsider

_SIDES = frozenset[ActorKind]({"armed_group", "government", "military", "country"})
_PEOPLE = frozenset[ActorKind]({"person", "people"})
_HOSTILE = frozenset({"ASSAULT", "COERCE"})
_HELPING = "AID"
_TELLING_NOTHING = frozenset({"AID", "MOBILIZE"})
"""Types of events whose two sides may stand together: who arms or commands somebody does not face him by that."""
_FAR_MORE = 1.5
"""How many times as often as anybody else an opponent has to face somebody to be the one meant."""


class Opponents:
    """Who faces whom in one report, by the events that name both sides; the surer an event, the more it counts.

    Where no event sets anybody against a party, its opponent is the only other side that takes part or speaks, or of
    several the state in whose country an armed group of that country fights.
    """

    def __init__(self, reading: Reading, sides: Sides, likely: float) -> None:
        self._actors = {actor.id: actor for actor in reading.actors}
        self._countries = {place.id: place.country for place in reading.places}
        self._tops: dict[str, Actor] = {}
        self._facing: dict[str, Counter[str]] = {}
        self._allied: dict[str, set[str]] = {}
        self._speaking = self._keys(sides, [s.party or s.speaker or "" for s in reading.statements])
        for event in reading.events:
            one, other = self._keys(sides, event.actors), self._keys(sides, event.recipients)
            self._speaking |= one | other
            if event.confidence < likely:
                continue
            if event.type == _HELPING:
                for key in one | other:
                    self._allied.setdefault(key, set()).update(one | other)
            if event.type in _TELLING_NOTHING:
                continue
            for side, facing in ((one, other), (other, one)):
                for key in side:
                    self._facing.setdefault(key, Counter()).update(dict.fromkeys(facing - side, event.confidence))

    def _keys(self, sides: Sides, idents: Iterable[str]) -> set[str]:
        tops = [top for top in sides.tops(idents) if top.kind in _SIDES]
        self._tops |= {party_key(top): top for top in tops}
        return {party_key(top) for top in tops}

    def of(self, party: str, event: Event) -> Actor | None:
        """The one whom a party faces in an event; None where nobody or several may be meant."""
        ranked = self._facing.get(party, Counter()).most_common(2)
        if ranked:
            alone = len(ranked) == 1 or ranked[0][1] >= _FAR_MORE * ranked[1][1]
            return self._tops[ranked[0][0]] if alone else None
        others = sorted(self._speaking - {party} - self._allied.get(party, set()))
        if len(others) > 1:
            others = self._at_home(party, others, event)
        return self._tops[others[0]] if len(others) == 1 else None

    def _at_home(self, party: str, others: Iterable[str], event: Event) -> list[str]:
        """Of several the state in whose country an event is, if it is an armed group's own; none for others."""
        group, where = self._tops.get(party), self._countries.get(event.place or "")
        if group is None or group.kind != "armed_group" or where is None or group.country != where:
            return []
        tops = {key: self._tops[key] for key in others}
        return [key for key, top in tops.items() if top.kind != "armed_group" and top.country == group.country]

    def is_open(self, event: Event) -> bool:
        """Whether the side that an event does not name may be an opponent: of talks, and of violence against no people.

        Who says that he holds his fire, or attacks villagers, faces nobody by that, and background may be about others.
        """
        kind = kind_of(event)
        if kind is None or event.type == "CONCEDE" or event.status == "historical":
            return False
        if kind.mutual:
            return True
        hit = [p for p in event.participants if p.side == "recipient"]
        return event.type in _HOSTILE and not any(self._is_people(p.actor, p.span.text) for p in hit)

    def _is_people(self, ident: str | None, words: str) -> bool:
        actor = self._actors.get(ident or "")
        number = cardinal_at(words, 0)
        counted = number is not None and number.end == len(words)
        return counted or is_outsider(words) or (actor is not None and actor.kind in _PEOPLE)
