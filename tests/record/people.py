"""Reports made by hand that name people, for tests of who is the same across reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.model import Actor, ActorKind, Article, Mention, Place, Reading, Role, Span

TTP = Actor("ttp", "TTP", "armed_group", (), known_as="ttp", country="PAK")
PAKISTAN = Actor("gov", "Government of Pakistan", "government", (), known_as="gov-pak", country="PAK")
BODIES = {actor.id: actor for actor in (TTP, PAKISTAN)}


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom a report names, with what it says of him; `words` go on behind the name."""

    name: str
    party: str | None = None
    role: str | None = None
    words: str = "spoke."
    hedged: bool = False
    kind: ActorKind = "person"


def report(ident: str, published: date | None, *named: Named, place: str | None = None) -> Reading:
    """A report with a sentence for everybody: the office before the name, and the place behind it."""
    text = f"Report {ident}. "
    actors: list[Actor] = [BODIES[b] for b in sorted({n.party for n in named if n.party is not None})]
    places: list[Span] = []
    for number, one in enumerate(named, 1):
        roles: tuple[Role, ...] = ()
        if one.role is not None:
            roles = (Role(one.role, one.party, one.hedged, Span(len(text), len(text) + len(one.role), one.role)),)
            text += one.role + " "
        span = Span(len(text), len(text) + len(one.name), one.name)
        text += f"{one.name} {one.words.removesuffix('.')}"
        if place is not None:
            text += " in "
            places.append(Span(len(text), len(text) + len(place), place))
            text += place
        text += ". "
        actors.append(Actor(f"p{number}", one.name, one.kind, (Mention(span, "name"),), one.party, roles=roles))
    where = tuple(Mention(span, "name") for span in places)
    return Reading(
        Article(ident, text, outlet="The Outlet", title=ident, published=published),
        actors=tuple(actors),
        places=(Place("g1", place, "admin2", where, "PAK"),) if place is not None else (),
    )
