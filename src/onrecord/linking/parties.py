"""Whose side the actors of a report are on: parties under one key in every report, branches rolled up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

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

    def __init__(self, reading: Reading) -> None:
        self._actors = {actor.id: actor for actor in reading.actors}
        self._us = [
            (mention.span, actor)
            for actor in reading.actors
            if actor.kind in _ABOVE["person"] - {"country", "people"}
            for mention in actor.mentions
            if mention.form == "pronoun" and mention.span.text.lower() in _US
        ]
        """The bodies that "we" means, where it does."""

    def actor(self, ident: str | None) -> Actor | None:
        """The actor with this local id, if the reading holds it."""
        return None if ident is None else self._actors.get(ident)

    def party(self, actor: Actor) -> Party:
        """The actor as a party, with the top party that it is a branch of.

        A government and its country each roll up to the other: they are one side, whichever of them a claim names.
        """
        key, top = party_key(actor), party_key(self._top(actor))
        return Party(key, actor.name, self._other_name_of_state(actor) if top == key else top)

    def of_statement(self, statement: Statement) -> Party | None:
        """The party that a statement is made for: the one it states, its speaker's, or the speaker himself.

        A person of no known party speaks for the body that his "we" means, if it means one.
        """
        actor = self.actor(statement.party) or self.actor(statement.speaker)
        if actor is None:
            return None
        if actor.kind == "person":
            actor = self._above(actor) or self._meant_by_us(statement) or actor
        return self.party(actor)

    def _meant_by_us(self, statement: Statement) -> Actor | None:
        said = (actor for span, actor in self._us if any(content.contains(span) for content in statement.content))
        meant = {party_key(actor): actor for actor in said}
        return next(iter(meant.values())) if len(meant) == 1 else None

    def tops(self, idents: Iterable[str]) -> list[Actor]:
        """The top parties of some actors, each once, in their order."""
        found = (self._actors[ident] for ident in idents if ident in self._actors)
        tops = {party_key(top): top for top in map(self._as_government, map(self._top, found))}
        return list(tops.values())

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
