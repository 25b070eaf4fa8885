"""Whose side the actors of a report are on: parties under one key in every report, branches rolled up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from functools import cached_property

from onrecord.linking.mistaken import mistaken
from onrecord.linking.nameless import is_nameless
from onrecord.model import Actor, ActorKind, Party, Reading, Statement
from onrecord.resolution.names import folded
from onrecord.resolution.registry import body_of

_STATE = frozenset[ActorKind]({"government", "country"})
# A country rolls up to nothing and neither does a political party: speaking in a state is not speaking for it.
_ABOVE: dict[ActorKind, frozenset[ActorKind]] = {
    "person": frozenset({"armed_group", "government", "military", "country", "party", "organisation", "people"}),
    "military": frozenset({"military", "government", "country", "armed_group"}),
    "organisation": frozenset({"organisation", "military", "government", "country", "armed_group"}),
    "armed_group": frozenset({"armed_group"}),
    "government": frozenset({"government"}),
}


_US = frozenset({"we", "us", "our", "ours"})
_AGAINST_STATES = "ucdp:"
"""How registry ids of bodies begin that the registry has from UCDP: those that fight a state."""
_SMALL = frozenset("al and da de del der di do dos du el for in la las of on the van von y".split())


def party_key(actor: Actor) -> str:
    """The registry id of an actor, or `name:` and its folded name when no registry knows it."""
    return actor.known_as if actor.known_as is not None else f"name:{folded(actor.name)}"


def side_name(actor: Actor) -> str:
    """The name under which an actor stands in a claim: the same in whatever spelling a report has it.

    The registry's, or else the words of its key with capitals and without accents.
    """
    if actor.known_as is not None:
        return actor.name
    words = folded(actor.name).split()
    return " ".join(w if w in _SMALL and n else w.capitalize() for n, w in enumerate(words)) or actor.name


class Sides:
    """The actors of one reading, seen as parties."""

    def __init__(self, reading: Reading, decided: Set[str] = frozenset()) -> None:
        """The sides of a reading; `decided` are the ids of statements of which a reviewer says who makes them."""
        self._reading = reading
        self._decided = decided
        self._actors = {actor.id: actor for actor in reading.actors}
        self._us = [
            (mention.span, actor)
            for actor in reading.actors
            if actor.kind in _ABOVE["person"] - {"people"}
            for mention in actor.mentions
            if mention.form == "pronoun" and mention.span.text.lower() in _US
        ]
        """The bodies and countries that "we" means, where it does."""

    def actor(self, ident: str | None) -> Actor | None:
        """The actor with this local id, if the reading holds it."""
        return None if ident is None else self._actors.get(ident)

    def state_of(self, country: str) -> str:
        """The id under which a state's government is known here, whether or not the report names it."""
        own = (
            a for a in self._actors.values() if _is_of_state(a) and a.country == country and a.party in {None, a.id}
        )
        found = next(own, None)
        if found is not None:
            return found.id
        government = body_of(country, "government")
        ident = f"state:{country}"
        self._actors[ident] = Actor(ident, government.name, "government", (), country=country, known_as=government.id)
        return ident

    def is_told_of(self, country: str | None) -> bool:
        """Whether the report names a state, or somebody of it, by more than common nouns."""
        return any(a.country == country and a.mentions and not is_nameless(a) for a in self._actors.values())

    def party(self, actor: Actor) -> Party:
        """The actor as a party, with the top party that it is a branch of.

        A government and its country each roll up to the other: they are one side, whichever of them a claim names.
        """
        key, top = party_key(actor), party_key(self._top(actor))
        return Party(key, actor.name, self._other_name_of_state(actor) if top == key else top)

    def of_statement(self, statement: Statement) -> Party | None:
        """The party that a statement is made for: the one it states, its speaker's, or the speaker himself.

        A person of no known party speaks for the body that his "we" means, if it means one. Whose a body is that no
        words tie to its state may be told by the report's own words (`mistaken.py`).
        """
        actor = self.speaks_for(statement)
        return None if actor is None else self.party(actor)

    def speaks_for(self, statement: Statement) -> Actor | None:
        """The body or person for whom a statement is made, as all words of the report tell it."""
        return self._mistaken[statement.id] if statement.id in self._mistaken else self.speaking(statement)

    def speaking(self, statement: Statement) -> Actor | None:
        """The body or person for whom a statement is made, as it was read."""
        actor = self.actor(statement.party) or self.actor(statement.speaker)
        if actor is None or actor.kind != "person":
            return actor
        bodies = {party_key(one): one for one in self.meant_by_us(statement) if one.kind != "country"}
        meant = next(iter(bodies.values())) if len(bodies) == 1 else None
        return self._above(actor) or meant or actor

    def meant_by_us(self, statement: Statement) -> list[Actor]:
        """The bodies and countries that "we" means in a statement."""
        return [actor for span, actor in self._us if any(content.contains(span) for content in statement.content)]

    @cached_property
    def _mistaken(self) -> Mapping[str, Actor | None]:
        found = mistaken(self._reading, self)
        return {ident: actor for ident, actor in found.items() if ident not in self._decided}

    def tops(self, idents: Iterable[str]) -> list[Actor]:
        """The top parties of some actors, each once, in their order."""
        found = (self._actors[ident] for ident in idents if ident in self._actors)
        tops = {party_key(top): top for top in map(self._as_government, map(self._top, found))}
        return list(tops.values())

    def keys(self, idents: Iterable[str]) -> set[str]:
        """The keys of the top parties of some actors."""
        return {party_key(top) for top in self.tops(idents)}

    def _as_government(self, actor: Actor) -> Actor:
        """A country that acts as its government, so that "Colombia" and "the Colombian government" are one side."""
        if actor.kind != "country" or actor.country is None:
            return actor
        told = (a for a in self._actors.values() if _is_of_state(a) and a.country == actor.country)
        own = next((a for a in told if a.party in {None, a.id}), None)
        if own is not None or actor.known_as is None:
            return own or actor
        government = body_of(actor.country, "government")
        return replace(actor, name=government.name, kind="government", known_as=government.id)

    def _other_name_of_state(self, actor: Actor) -> str | None:
        other = {"government": "country", "country": "government"}.get(actor.kind)
        if other is None or actor.country is None or not (actor.kind == "country" or _is_of_state(actor)):
            return None
        told = (a for a in self._actors.values() if a.kind == other and a.country == actor.country)
        same = (a for a in told if a.kind == "country" or _is_of_state(a))
        return next((party_key(a) for a in same if a.kind == "country" or a.party in {None, a.id}), None)

    def _top(self, actor: Actor) -> Actor:
        passed: set[str] = set()
        while actor.id not in passed:
            passed.add(actor.id)
            actor = self._above(actor) or actor
        return actor

    def _above(self, actor: Actor) -> Actor | None:
        above = self.actor(actor.party)
        if above is None or above.kind not in _ABOVE.get(actor.kind, frozenset()):
            return None
        return above


def without_doubled_states(actors: list[Actor], event_actors: list[Actor]) -> list[Actor]:
    """The actors without any country whose own government takes part in the same event: the two are one side."""
    governed = {a.country for a in event_actors if _is_of_state(a) and a.country is not None}
    return [a for a in actors if a.kind != "country" or a.country not in governed]


def _is_of_state(actor: Actor) -> bool:
    """Whether a government is its country's own, and not one that fights the state there, as UCDP lists them."""
    return actor.kind == "government" and not (actor.known_as or "").startswith(_AGAINST_STATES)


def side_order(actor: Actor) -> tuple[bool, str]:
    """Sorts equals the same way in every report: those who challenge a state first, then by key."""
    return actor.kind in _STATE or actor.kind == "military", party_key(actor)
