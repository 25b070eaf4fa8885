"""From what a report says to the claims it bears on: every statement about an event between parties is linked.

A claim is a kind of event between parties, whoever speaks of it. Its id comes from that alone, so that statements of
different reports meet in one claim without any report being read again.
"""

from __future__ import annotations

from collections import defaultdict

from onrecord.contract import content_id
from onrecord.linking.glosses import Kind, kind_of
from onrecord.linking.parties import Sides, party_key, side_order, without_doubled_states
from onrecord.linking.stance import stance_of
from onrecord.model import Actor, Claim, Event, Link, Party, Reading, Stance

_DECIDED = frozenset[Stance]({"affirms", "denies"})


def links(reading: Reading) -> tuple[Link, ...]:
    """The links of a report's statements to claims, one for each statement and claim, in the order of the text.

    Events that no statement holds are the outlet's own words and link nothing.
    """
    sides = Sides(reading)
    statements = {statement.id: statement for statement in reading.statements}
    told: dict[str, list[Event]] = defaultdict(list)
    for event in reading.events:
        if event.statement in statements:
            told[event.statement].append(event)
    best: dict[tuple[str, str], Link] = {}
    for ident, events in told.items():
        statement = statements[ident]
        for event in events:
            claim = claim_of(event, sides)
            if claim is not None:
                stance = stance_of(statement, event, events)
                link = Link(claim, ident, stance, _score(statement.confidence, event.confidence))
                _keep_stronger(best, link)
    return tuple(best.values())


def claim_of(event: Event, sides: Sides) -> Claim | None:
    """The claim that an event with these sides would be; None when the sides that its kind takes are not known.

    Branches stand under their top party: the army's talks are the government's.
    """
    kind = kind_of(event)
    if kind is None:
        return None
    actors, recipients = _opposed(kind, sides.tops(event.actors), sides.tops(event.recipients))
    taking_part = len(actors) if kind.mutual else bool(actors) + bool(recipients)
    if not actors or taking_part < (1 if kind.alone is not None else 2):
        return None
    return _claim(kind, actors, recipients)


def _opposed(kind: Kind, actors: list[Actor], recipients: list[Actor]) -> tuple[list[Actor], list[Actor]]:
    """Who acts and who receives, nobody on both sides; in a mutual kind all of them act."""
    everybody = actors + recipients
    actors, recipients = (without_doubled_states(some, everybody) for some in (actors, recipients))
    if kind.mutual:
        distinct = {party_key(actor): actor for actor in actors + recipients}
        return sorted(distinct.values(), key=side_order), []
    own = {party_key(actor) for actor in actors}
    received = [r for r in recipients if party_key(r) not in own]
    return sorted(actors, key=side_order), sorted(received, key=side_order)


def _claim(kind: Kind, actors: list[Actor], recipients: list[Actor]) -> Claim:
    """The claim under an id of its kind and parties, and of who acts and who receives unless they are equals."""
    acting, receiving = (sorted(party_key(a) for a in some) for some in (actors, recipients))
    keys = {"parties": acting} if kind.mutual else {"actors": acting, "recipients": receiving}
    return Claim(
        id=content_id({"kind": kind.name} | keys),
        gloss=kind.gloss([a.name for a in actors], [r.name for r in recipients]),
        type=kind.type,
        parties=tuple(Party(party_key(a), a.name) for a in actors + recipients),
    )


def _score(*confidences: float) -> float:
    score = 1.0
    for confidence in confidences:
        score *= min(1.0, max(0.0, confidence))
    return round(score, 4)


def _keep_stronger(best: dict[tuple[str, str], Link], link: Link) -> None:
    key = link.statement, link.claim.id
    held = best.get(key)
    if held is None or _strength(link) > _strength(held):
        best[key] = link


def _strength(link: Link) -> tuple[bool, float]:
    return link.stance in _DECIDED, link.score
