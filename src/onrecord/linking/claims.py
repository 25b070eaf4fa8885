"""From what a report says to the matters it bears on: every statement about an event between parties is linked.

A matter is a kind of event between parties, whoever speaks of it. Its id comes from that alone, and the links carry when
and where the event is, so that statements of different reports meet in one claim without any report being read again:
which links speak of one occasion is worked out when it is asked (`episodes.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from onrecord.contract import content_id
from onrecord.linking.counts import figures_of
from onrecord.linking.doubtfuldoers import leaves_open_by_whom
from onrecord.linking.families import matter_id
from onrecord.linking.glosses import gloss_of, kind_of
from onrecord.linking.kinds import Kind
from onrecord.linking.mentioned import LIKELY, named, taken_up
from onrecord.linking.miscounts import rejecting, without_rejected
from onrecord.linking.occasions import occasions_of
from onrecord.linking.parties import Sides, party_key, side_name, side_order, without_doubled_states
from onrecord.linking.reactions import CERTAINTY, SAID, accused_of, answer, answered
from onrecord.linking.relays import Relays
from onrecord.linking.retold import without_taken_back
from onrecord.linking.stance import stance_of
from onrecord.model import Actor, Event, Figure, Link, Matter, Occasion, Party, Reading, Stance, Statement

_DENIES: Stance = "denies"
_DECIDED = frozenset[Stance]({"affirms", "denies"})
_Spoken = tuple[str, str, Occasion, Figure | None]


def links(reading: Reading, reviewed: Set[str] = frozenset()) -> tuple[Link, ...]:
    """The links of a report's statements to matters, one for each occasion and figure, in the order of the text.

    Events that no statement holds are the outlet's own words and link nothing, but tell the day and the place of those
    that statements speak of. What is less likely an event than not (`LIKELY`) counts only where the report tells of the
    same matter by words that are likelier; else it links nothing and tells nothing. `reviewed` are the ids of statements
    whose act and certainty are a reviewer's.
    """
    sides, relays = Sides(reading), Relays(reading)
    statements = {statement.id: statement for statement in reading.statements}
    as_read = reading.events
    reading = replace(reading, events=taken_up(reading, sides))
    matters = _borne_out(reading.events, [matter_of(event, sides) for event in reading.events])
    occasions = occasions_of(reading, [None if matter is None else matter.id for matter in matters])
    siblings: dict[str | None, list[Event]] = defaultdict(list)
    for event in reading.events:
        if event.confidence >= LIKELY:
            siblings[event.statement].append(event)
    best: dict[_Spoken, Link] = {}
    for own, event, matter, occasion in zip(as_read, reading.events, matters, occasions, strict=True):
        statement = statements.get(event.statement or "")
        if statement is None or matter is None or relays.passes_on(statement, event):
            continue
        told = stance_of(statement, event, siblings[event.statement], reviewed=statement.id in reviewed)
        stance = relays.heard(statement, told)
        if leaves_open_by_whom(statement, own, reading):
            stance = "unclear"
        taken = [
            (statement, stance),
            *((outer, _DENIES) for outer in relays.denying(statement)),
            *((outer, stance) for outer in relays.agreeing(statement)),
        ]
        for speaking, stance in taken:
            score = _score(speaking.confidence, event.confidence)
            for figure in (None, *figures_of(event, statement)):
                _keep_stronger(best, Link(matter, speaking.id, stance, score, occasion, figure))
    for link in _answers(reading, sides, matters, occasions, _spoken_to(reading, statements, matters, relays)):
        _keep_stronger(best, link)
    found = list(best.values())
    best = {_spoken(link): link for link in without_rejected(reading, found)}
    for link in rejecting(reading, found):
        _keep_stronger(best, link)
    return tuple(without_taken_back(list(best.values()), reading))


def _borne_out(events: Sequence[Event], matters: Sequence[Matter | None]) -> list[Matter | None]:
    """The matters of events, without those of unlikely events that no likely one of the report is of."""
    likely = {m.id for event, m in zip(events, matters, strict=True) if m is not None and event.confidence >= LIKELY}
    return [None if matter is None or matter.id not in likely else matter for matter in matters]


def _spoken_to(
    reading: Reading, statements: Mapping[str, Statement], matters: Sequence[Matter | None], relays: Relays
) -> set[str]:
    """The ids of statements that name what they speak of; an accusation in them may be of what was told before."""
    return {
        statement.id
        for event, matter in zip(reading.events, matters, strict=True)
        if (statement := statements.get(event.statement or "")) is not None
        and matter is not None
        and event.type not in SAID
        and not relays.passes_on(statement, event)
    }


def _answers(
    reading: Reading,
    sides: Sides,
    matters: Sequence[Matter | None],
    occasions: Sequence[Occasion],
    spoken_to: Set[str],
) -> Iterator[Link]:
    """The links of statements that name no event of their own and answer the one that was told last before them."""
    for statement in reading.statements:
        stance = answer(statement)
        party = sides.of_statement(statement)
        if stance is None or party is None or statement.id in spoken_to:
            continue
        own = {party.key, party.part_of}
        events = [
            (number, event)
            for number, (event, matter) in enumerate(zip(reading.events, matters, strict=True))
            if matter is not None and not own.isdisjoint(p.key for p in matter.parties)
        ]
        if any(event.statement == statement.id for event in reading.events):
            charged = accused_of(statement, reading.statements)  # what its own event is about
            events = [(n, e) for n, e in events if e.statement == charged and own & sides.keys(e.actors)] or events
        number = answered(statement, events, [None if matter is None else matter.id for matter in matters])
        matter = None if number is None else matters[number]
        if number is not None and matter is not None:
            score = _score(statement.confidence, reading.events[number].confidence, CERTAINTY)
            yield Link(matter, statement.id, stance, score, occasions[number])


def matter_of(event: Event, sides: Sides) -> Matter | None:
    """The matter that an event with these sides is of; None when the sides that its kind takes are not known.

    Branches stand under their top party: the army's talks are the government's. People without a name key no matter:
    an attack on villagers is one by whoever attacks.
    """
    kind = kind_of(event)
    if kind is None:
        return None
    actors, recipients = _opposed(kind, named(sides.tops(event.actors)), named(sides.tops(event.recipients)))
    taking_part = len(actors) if kind.mutual else bool(actors) + bool(recipients)
    if not actors or taking_part < (1 if kind.alone is not None else 2):
        return None
    return _matter(kind, actors, recipients)


def _opposed(kind: Kind, actors: list[Actor], recipients: list[Actor]) -> tuple[list[Actor], list[Actor]]:
    """Who acts and who receives, nobody on both sides; in a mutual kind all of them act."""
    everybody = actors + recipients
    actors, recipients = (without_doubled_states(some, everybody) for some in (actors, recipients))
    if kind.mutual:
        distinct = {party_key(actor): actor for actor in _without_go_betweens(actors + recipients)}
        return sorted(distinct.values(), key=side_order), []
    own = {party_key(actor) for actor in actors}
    received = [r for r in recipients if party_key(r) not in own]
    return sorted(actors, key=side_order), sorted(received, key=side_order)


def _without_go_betweens(equals: list[Actor]) -> list[Actor]:
    """The equals of talks or an agreement, without persons who stand for nobody, beside two bodies and more."""
    bodies = [actor for actor in equals if actor.kind not in {"person", "people"}]
    return bodies if len({party_key(actor) for actor in bodies}) > 1 else equals


def _matter(kind: Kind, actors: list[Actor], recipients: list[Actor]) -> Matter:
    """The matter under an id of its kind and parties, and of who acts and who receives unless they are equals."""
    acting, receiving = (sorted(party_key(a) for a in some) for some in (actors, recipients))
    mutual = kind.mutual
    return Matter(
        id=content_id({"kind": kind.name, "parties": acting}) if mutual else matter_id(kind.name, acting, receiving),
        kind=kind.name,
        type=kind.type,
        gloss=gloss_of(kind, [side_name(a) for a in actors], [side_name(r) for r in recipients]),
        parties=tuple(Party(party_key(a), side_name(a)) for a in actors + recipients),
    )


def _score(*confidences: float) -> float:
    score = 1.0
    for confidence in confidences:
        score *= min(1.0, max(0.0, confidence))
    return round(score, 4)


def _keep_stronger(best: dict[_Spoken, Link], link: Link) -> None:
    held = best.get(_spoken(link))
    if held is None or _strength(link) > _strength(held):
        best[_spoken(link)] = link


def _spoken(link: Link) -> _Spoken:
    return link.statement, link.matter.id, link.occasion, link.figure


def _strength(link: Link) -> tuple[bool, float]:
    return link.stance in _DECIDED, link.score
