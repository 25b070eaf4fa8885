"""Statements that were taken for another's, by what the report's own words say against whose they were taken for.

"The defence ministry" and "the army" are somebody's, and in a report on two states it is a guess whose. Nobody lays an
attack on his own men at his own door, or rejects what he claims himself: where a body would do that, it is another's. A
minister speaks for no armed group, and a soldier's father for no army.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from onrecord.linking.firstperson import FOE, OURS
from onrecord.linking.nameless import has_name, has_nameless_source, is_nameless
from onrecord.model import Actor, ActorKind, Event, Reading, Statement

_HOSTILE = frozenset({"ASSAULT", "COERCE"})
_STATES = frozenset[ActorKind]({"government", "country", "military"})
_SIDES = _STATES | {"armed_group"}
_OFFICE = re.compile(
    r"\b(?:(?:[Pp]rime|[Dd]efen[cs]e|[Ii]nterior|[Ff]oreign|[Ii]nformation|[Jj]ustice|[Ff]inance) [Mm]inister"
    r"|[Cc]abinet minister|[Aa]ttorney general|[Aa]mbassador|[Ss]ecretary of [Ss]tate)\b"
)
"""Offices of a state that no armed group gives, unless it is named beside."""
_KIN = re.compile(
    r"\b(?:father|mother|parents?|brother|sister|wife|widow|husband|son|daughter|uncle|aunt|cousin|nephew|niece|relatives?)"
    r" of\b",
    re.IGNORECASE,
)


class Bodies(Protocol):
    """What is asked of the sides of a report (`parties.Sides`)."""

    def speaking(self, statement: Statement) -> Actor | None:
        """The body or person for whom a statement is made, as it was read."""

    def tops(self, idents: Iterable[str]) -> list[Actor]:
        """The top parties of some actors."""

    def meant_by_us(self, statement: Statement) -> list[Actor]:
        """The bodies and countries that "we" means in a statement."""


def mistaken(reading: Reading, sides: Bodies) -> Mapping[str, Actor | None]:
    """The statements that were taken for another's, by id, each with who speaks for all that the report tells.

    None where nobody who is known does. What is found of a body without a name, or of a minister, holds for all that it
    or he says.
    """
    events: dict[str | None, list[Event]] = defaultdict(list)
    for event in reading.events:
        if event.type in _HOSTILE:
            events[event.statement].append(event)
    actors = {actor.id: actor for actor in reading.actors}
    speaking = {s.id: body for s in reading.statements if (body := sides.speaking(s)) is not None}
    found: dict[str, Actor | None] = {}
    whose: dict[str, Actor | None] = {}
    for number, statement in enumerate(reading.statements):
        body = speaking.get(statement.id)
        if body is not None and body.kind in _SIDES and _is_of_the_family(statement):
            found[statement.id] = None
            continue
        if body is None or not _is_open(statement, body):
            continue
        if body.kind == "armed_group":
            right: _Right | None = _Right(_acting_state(events[statement.id], sides))
        else:
            right = _right(statement, body, reading.statements[:number], reading.statements, events, sides)
        if right is not None:
            found[statement.id] = right.body
            whose |= dict.fromkeys(_known_by(statement, body, actors) - whose.keys(), right.body)
    for statement in reading.statements:
        body = speaking.get(statement.id)
        known = set() if body is None else _known_by(statement, body, actors) & whose.keys()
        if known:
            found.setdefault(statement.id, whose[min(known)])
    return found


@dataclass(frozen=True, slots=True)
class _Right:
    """Who speaks in truth; None for nobody who is known."""

    body: Actor | None


def _is_open(statement: Statement, body: Actor) -> bool:
    """Whether no words tie a statement to the body that it was taken for, or they even tell against it."""
    if body.kind == "armed_group":
        return _has_office_of_a_state(statement, body)
    return body.kind in _STATES and (is_nameless(body) or has_nameless_source(statement))


def _right(
    statement: Statement,
    body: Actor,
    before: Sequence[Statement],
    statements: Sequence[Statement],
    events: Mapping[str | None, Sequence[Event]],
    sides: Bodies,
) -> _Right | None:
    """Who speaks where a state's body was taken for another's; None where nothing is against it."""
    accuser = _accusing(before, body, events, sides)
    blamed = () if accuser is None else events.get(accuser.id, ())
    if _blames_itself(statement, body, events.get(statement.id, ()), blamed, sides):
        return _Right(None if accuser is None else sides.speaking(accuser))
    claim = _own_claim(statement, body, statements, sides)
    if claim is not None:
        return _Right(_doer(events.get(claim.id, ()), body, sides))
    other = _other_state(statement, body, sides) if is_nameless(body) else None
    return None if other is None else _Right(other)


def _known_by(statement: Statement, body: Actor, actors: Mapping[str, Actor]) -> set[str]:
    """By which actors a statement is known to be the same speaker's: bodies without a name, or a group's minister."""
    speaker = actors.get(statement.speaker or "")
    if body.kind == "armed_group":
        return {speaker.id} if speaker is not None and speaker.kind == "person" else set()
    return {actor.id for actor in (body, speaker) if actor is not None and is_nameless(actor)}


def _is_of_the_family(statement: Statement) -> bool:
    """Whether somebody speaks who is kin to one of a body's people, and so for himself."""
    return statement.source is not None and _KIN.search(statement.source.text) is not None


def _has_office_of_a_state(statement: Statement, group: Actor) -> bool:
    """Whether the words for who speaks give him an office that only a state has, and do not name the armed group."""
    words = "" if statement.source is None else statement.source.text
    if _OFFICE.search(words) is None:
        return False
    return not any(m.span.text in words for m in group.mentions if m.form == "name")


def _acting_state(told: Iterable[Event], sides: Bodies) -> Actor | None:
    """The only state that takes part in what somebody tells."""
    idents = [ident for event in told for ident in (*event.actors, *event.recipients)]
    states = {_key(top): top for top in sides.tops(idents) if top.kind in _STATES}
    return next(iter(states.values())) if len(states) == 1 else None


def _key(actor: Actor | None) -> str | None:
    return None if actor is None else actor.known_as or actor.name


def _top_key(actor: Actor, sides: Bodies) -> str | None:
    return _key(next(iter(sides.tops([actor.id])), actor))


def _keys(idents: Iterable[str], sides: Bodies) -> set[str | None]:
    return {_key(top) for top in sides.tops(idents)}


def _blames_itself(
    statement: Statement, body: Actor, told: Iterable[Event], blamed: Iterable[Event], sides: Bodies
) -> bool:
    """Whether somebody would lay what befell "us", or what he accuses of, at his own door.

    "The enemy" is whom the accusation before, of what `blamed` tells, was made against.
    """
    own = _top_key(body, sides)
    for event in told:
        acting = [p.span.text for p in event.participants if p.side == "actor"]
        hit = [p.span.text for p in event.participants if p.side == "recipient"]
        if event.status != "actual" or any(map(OURS.search, acting)):
            continue
        if any(map(FOE.match, acting)) and any(_keys(one.actors, sides) == {own} for one in blamed):
            return True
        accuses = any(map(OURS.search, hit)) or (statement.act == "accuses" and any(map(has_name, acting)))
        if accuses and _keys(event.actors, sides) == {own}:
            return True
    return False


def _own_claim(statement: Statement, body: Actor, statements: Iterable[Statement], sides: Bodies) -> Statement | None:
    """The claim inside a denial that would be the denying body's own: "the army rejected Cambodia's claim that"."""
    if statement.act != "denies":
        return None
    own = _top_key(body, sides)
    for one in statements:
        claiming = sides.speaking(one) if one.parent == statement.id and one.speaker != statement.speaker else None
        if claiming is not None and _top_key(claiming, sides) == own and not has_nameless_source(one):
            return one
    return None


def _accusing(
    before: Iterable[Statement], body: Actor, events: Mapping[str | None, Sequence[Event]], sides: Bodies
) -> Statement | None:
    """The statement next before by which another side than a body's accuses somebody, or says that the body did it."""
    own, found = _top_key(body, sides), None
    for statement in before:
        actor = sides.speaking(statement)
        if actor is None or actor.kind not in _SIDES or is_nameless(actor) or _top_key(actor, sides) == own:
            continue
        if statement.act == "accuses" or any(_keys(e.actors, sides) == {own} for e in events.get(statement.id, ())):
            found = statement
    return found


def _doer(told: Iterable[Event], body: Actor, sides: Bodies) -> Actor | None:
    """The only one on another side who is said to have done something."""
    own = _top_key(body, sides)
    doers = {_key(top): top for event in told for top in sides.tops(event.actors) if _key(top) != own}
    return next(iter(doers.values())) if len(doers) == 1 else None


def _other_state(statement: Statement, body: Actor, sides: Bodies) -> Actor | None:
    """The one state that "we" means in a statement, if it is not the one of the body that speaks."""
    meant = {_top_key(actor, sides): actor for actor in sides.meant_by_us(statement)}
    other = next(iter(meant.values())) if len(meant) == 1 else None
    return (
        other if other is not None and other.kind in _STATES and other.country not in {None, body.country} else None
    )
