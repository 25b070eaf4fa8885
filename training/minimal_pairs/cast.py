"""Who takes part in a passage: the bodies behind its letters, and the persons who speak for them."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from training.minimal_pairs.tables import Body, Conflict, Kind

OFFICES = ("Foreign Minister", "Defence Minister", "Interior Minister", "Justice Minister")
ONE_STATE = {"government", "army"}
THIRD = ("mediator", "foreign", "civic", "government", "group")


@dataclass(slots=True)
class Speaker:
    """An actor of a passage as it is marked: its kind, the body it belongs to, and what kind of source it makes."""

    kind: str
    of: str | None
    source_kind: str
    source_type: str


@dataclass(slots=True)
class Cast:
    """The bodies of a passage: A acts, B is the other side, C a third body, D stands beside B."""

    conflict: Conflict
    bodies: dict[str, Body]
    speakers: dict[str, Speaker]
    names: list[str] = field(default_factory=list)

    def person(self) -> str:
        """A name that nobody in this passage bears yet."""
        return self.names.pop()


def chosen(chance: random.Random, conflict: Conflict, kind: Kind) -> Cast:
    """Parts for a kind of event among the bodies of a conflict."""
    acting = chance.choice(kind.actors)
    others = [part for part in kind.recipients if part != acting and part in conflict.bodies]
    if kind.type != "ACCUSE":  # a government may accuse its own army; it does not exchange prisoners with it
        others = [part for part in others if {part, acting} != ONE_STATE]
    other = chance.choice(others) if others else chance.choice([p for p in ("group", "government") if p != acting])
    second = next(part for part in ("government", "army", "group") if part not in (acting, other))
    third = chance.choice([part for part in THIRD if part not in (acting, other, second)])
    names = [f"{given} {family}" for given in conflict.given for family in conflict.family]
    chance.shuffle(names)
    bodies = {key: conflict.bodies[part] for key, part in zip("BCD", (other, third, second), strict=True)}
    bodies["A"] = _minister(chance, names.pop()) if acting == "minister" else conflict.bodies[acting]
    speakers = {key: _speaker(body) for key, body in bodies.items()}
    return Cast(conflict, bodies, speakers, names)


def _minister(chance: random.Random, name: str) -> Body:
    full = f"{chance.choice(OFFICES)} {name}"
    return Body("minister", full, "the minister", "ministry", "he", "person", "official")


def _speaker(body: Body) -> Speaker:
    return Speaker(body.kind, None, "named" if body.part == "minister" else "collective", body.source_type)
