"""Who of a report's actors can be a side of a matter, and which event a later mention of it takes up.

"The attack", "stormed the post", "24 of them were killed": a report names both sides once and then speaks of the same
event by less. Such a mention takes up the sides of the event of the same kind that the report tells in full, unless the
sides, days or places that it does name are others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.linking.glosses import kind_of
from onrecord.linking.homestates import with_home_states
from onrecord.linking.kinds import Kind
from onrecord.linking.marks import days_of
from onrecord.linking.occasions import own_occasions
from onrecord.linking.opponents import Opponents
from onrecord.linking.ourselves import as_told_by
from onrecord.linking.parties import Sides, party_key
from onrecord.linking.sites import contradict
from onrecord.linking.targets import with_known_targets
from onrecord.model import Actor, ActorKind, Event, Occasion, Reading, Statement

LIKELY = 0.5
"""How sure the reader has to be of an event for it to count by itself: likelier than not."""
_SURE = 0.65
"""How sure the reader has to be of an event for a side that it does not name to be told from others, two in three: on
the dossiers to tune on anything from 0.55 to 0.75 does alike."""
_LOSSES = re.compile(r"\b(?:tolls?|loss(?:es)?|casualties|dead|deaths?|bodies|count)$", re.IGNORECASE)
_ENDINGS = re.compile(r"(?<=\w{4})(?:ings?|ed|es|s|ers?|ments?|e)$")
_PEOPLE = frozenset[ActorKind]({"person", "people"})
_BEFALLING = frozenset({"release", "detention", "seizure", "ASSAULT"})
"""Kinds of what one does and another undergoes."""
_SAME_SENTENCE = 200
"""Characters between an accusation and what somebody is accused of."""


def is_party(actor: Actor) -> bool:
    """Whether an actor can be a side of a matter in every report: people whom nobody names are this report's alone."""
    if actor.known_as is not None or actor.kind not in {"person", "people"}:
        return True
    return not actor.mentions or any(m.form == "name" for m in actor.mentions)


def taken_up(reading: Reading, sides: Sides) -> tuple[Event, ...]:
    """The events of a reading, in order, each with the sides that it leaves to an earlier mention.

    The nearest event before it lends its sides, else the nearest after it (a headline's are told below). One that names
    no side at all takes them up only where all events of its kind in the report are between the same.
    """
    accusing = {s.id: s for s in reading.statements if s.act == "accuses"}
    blaming = [e for e in reading.events if e.type == "ACCUSE" and e.recipients]
    said = {s.id: s for s in reading.statements}
    found = [as_told_by(event, said.get(event.statement or ""), sides) for event in reading.events]
    found = [with_home_states(event, sides) for event in found]
    found = [_of_losses(event, said.get(event.statement or "")) for event in found]
    found = [_without_accuser(event, accusing.get(event.statement or ""), sides, blaming) for event in found]
    found = with_known_targets(found, sides)
    found = [_without_teller(event, said.get(event.statement or ""), found, sides) for event in found]
    told = [_Told.of(e, sides, o) for e, o in zip(found, own_occasions(reading), strict=True)]
    order = sorted(range(len(told)), key=lambda n: (reading.events[n].trigger.start, n))
    for place, number in enumerate(order):
        here = told[number]
        if here is None or here.is_whole:
            continue
        near = [told[n] for n in (*reversed(order[:place]), *order[place + 1 :]) if found[n].confidence >= LIKELY]
        whole = [t for t in near if t is not None and t.is_whole and here.may_be(t)]
        same = None if here.names_a_side else next((t for t in near if t is not None and here.repeats(t)), None)
        if same is not None:
            found[number] = here.with_sides_of(next((t for t in whole if t.actors == same.actors), same).event)
        elif whole and (here.names_who_acts or len({(t.actors, t.recipients) for t in whole}) == 1):
            found[number] = here.with_sides_of(whole[0].event)
        elif not whole:
            found[number] = _joined(
                here, [t for t in near if t is not None and not t.is_whole and here.is_of_kind(t)]
            )
    opponents = Opponents(replace(reading, events=tuple(found)), sides, LIKELY)
    return tuple(_faced(event, sides, opponents) for event in found)


def _faced(event: Event, sides: Sides, opponents: Opponents) -> Event:
    """An event with the opponent of the only party that it names, where the report tells who that is."""
    told = [party_key(a) for a in sides.tops(event.actors) if is_party(a)]
    if event.confidence < _SURE or len(told) != 1 or named(sides.tops(event.recipients)):
        return event
    if not opponents.is_open(event):
        return event
    opponent = opponents.of(told[0], event)
    return event if opponent is None else replace(event, recipients=(opponent.id,))


def _of_losses(event: Event, statement: Statement | None) -> Event:
    """An event that words for losses name, with whose they are as who is hit; who gives their number is no side of it."""
    if event.type != "ASSAULT" or event.recipients or _LOSSES.search(event.trigger.text) is None:
        return event
    acting = [p.span for p in event.participants if p.side == "actor"]
    within = statement is None or any(c.contains(span) for c in statement.content for span in acting)
    return replace(event, actors=(), recipients=event.actors if within else ())


def _without_accuser(event: Event, accusing: Statement | None, sides: Sides, blaming: Sequence[Event]) -> Event:
    """An event without the party that accuses another of it among those who did it: "the army blamed the front for".

    Where nobody else is left it is the accused who did it: "the army's charge that its fighters had attacked troops".
    """
    accuser = None if accusing is None else sides.of_statement(accusing)
    if accuser is None or event.type == "ACCUSE" or not event.actors:
        return event
    own = {accuser.key, accuser.part_of}

    def without(idents: Sequence[str]) -> tuple[str, ...]:
        return tuple(i for i in idents if own.isdisjoint(map(party_key, sides.tops([i]))))

    others = without(event.actors)
    if others:
        return replace(event, actors=others)
    near = min(blaming, key=lambda e: abs(e.trigger.start - event.trigger.start), default=None)
    accused = () if near is None or not _is_near(near, event) else without(near.recipients)
    return replace(event, actors=accused) if accused else event


def _without_teller(event: Event, statement: Statement | None, every: Sequence[Event], sides: Sides) -> Event:
    """An event without whoever only tells it, where the report says that another did it to him.

    "The rebels freed five soldiers, but the army denied that any had been freed": the army is not who would have.
    """
    kind = kind_of(event)
    acting = [p.span for p in event.participants if p.side == "actor"]
    if statement is None or kind is None or kind.name not in _BEFALLING or not acting or event.recipients:
        return event
    if any(content.contains(span) for content in statement.content for span in acting):
        return event
    own = sides.keys(event.actors)
    befell = any(
        other.confidence >= LIKELY
        and kind_of(other) == kind
        and sides.keys(other.recipients) == own
        and own.isdisjoint(sides.keys(other.actors) or own)
        for other in every
    )
    return replace(event, actors=()) if befell else event


def _is_near(one: Event, other: Event) -> bool:
    return abs(one.trigger.start - other.trigger.start) <= _SAME_SENTENCE


def _joined(here: _Told, near: Sequence[_Told]) -> Event:
    """An event with the side that it lacks, where a report tells who acts here and who is hit there.

    Only where all such halves that it tells of the kind fit one pair: nobody else acts, and nobody else is hit.
    """
    acting = {t.actors: t.event for t in near if t.actors}
    hit = {t.recipients: t.event for t in near if t.recipients and t.hits_a_side}
    if here.kind.mutual or len({*acting, here.actors} - {frozenset()}) > 1:
        return here.event
    if len({*hit, here.recipients} - {frozenset()}) > 1:
        return here.event
    if here.actors and hit and here.actors.isdisjoint(next(iter(hit))):
        return replace(here.event, recipients=next(iter(hit.values())).recipients)
    if here.recipients and acting and here.recipients.isdisjoint(next(iter(acting))):
        return replace(here.event, actors=next(iter(acting.values())).actors)
    return here.event


@dataclass(frozen=True, slots=True)
class _Told:
    """One event as its own words tell it: `actors` and `recipients` are the keys of the known parties."""

    event: Event
    kind: Kind
    actors: frozenset[str]
    recipients: frozenset[str]
    occasion: Occasion
    hits_a_side: bool
    """Whether it befalls a body rather than people, who are nobody's opponents in other events."""

    @classmethod
    def of(cls, event: Event, sides: Sides, occasion: Occasion) -> _Told | None:
        kind = kind_of(event)
        if kind is None:
            return None
        actors, recipients = (
            frozenset(party_key(a) for a in sides.tops(ids) if is_party(a))
            for ids in (event.actors, event.recipients)
        )
        hits_a_side = any(a.kind not in _PEOPLE for a in named(sides.tops(event.recipients)))
        return cls(event, kind, actors, recipients - actors, occasion, hits_a_side)

    @property
    def is_whole(self) -> bool:
        return len(self.actors | self.recipients) > 1 if self.kind.mutual else bool(self.actors and self.recipients)

    @property
    def names_a_side(self) -> bool:
        return bool(self.actors or self.recipients)

    def repeats(self, other: _Told) -> bool:
        """Whether it denies by a form of the same word what the other tells: "no shelling" after "troops shelled"."""
        denied = self.event.status == "negated" != other.event.status
        return denied and other.names_who_acts and _stem(self.event) == _stem(other.event) and self.is_of_kind(other)

    @property
    def names_who_acts(self) -> bool:
        return bool(self.actors)

    def is_of_kind(self, other: _Told) -> bool:
        """Whether the other is of the same kind, and days and places let it be the same event."""
        if other.kind.name != self.kind.name or _is_background(self.event) != _is_background(other.event):
            return False
        return not (contradict(self.occasion.site, other.occasion.site) or _apart(self.occasion, other.occasion))

    def may_be(self, other: _Told) -> bool:
        """Whether the other tells the same event in full, as far as sides, days and places go."""
        if not self.is_of_kind(other):
            return False
        if self.kind.mutual:
            return self.actors | self.recipients <= other.actors | other.recipients
        return self.actors in (frozenset(), other.actors) and self.recipients in (frozenset(), other.recipients)

    def with_sides_of(self, other: Event) -> Event:
        return replace(self.event, actors=other.actors, recipients=other.recipients)


def _stem(event: Event) -> str:
    """What the forms of a word have in common, of the last word of a trigger: "shell" of "shelled" and "shelling"."""
    return _ENDINGS.sub("", event.trigger.text.lower().split()[-1])


def _is_background(event: Event) -> bool:
    return event.status == "historical"


def _apart(one: Occasion, other: Occasion) -> bool:
    days, others = days_of(one), days_of(other)
    return days is not None and others is not None and not (days[0] - 1 <= others[1] and others[0] <= days[1] + 1)


def named(actors: Sequence[Actor]) -> list[Actor]:
    """Those of some actors that can be sides of a matter."""
    return [a for a in actors if is_party(a)]
