"""Actors, statements and events made by hand for the linking tests."""

from __future__ import annotations

from onrecord.model import (
    Act,
    Actor,
    ActorKind,
    Article,
    Certainty,
    Event,
    EventStatus,
    Reading,
    Role,
    SourceKind,
    Span,
    Statement,
)

NOWHERE = Span(0, 0, "")


def actor(
    ident: str,
    name: str,
    kind: ActorKind,
    *,
    party: str | None = None,
    country: str | None = None,
    known_as: str | None = None,
    role: str | None = None,
    hedged: bool = False,
    role_of: str | None = None,
) -> Actor:
    roles = () if role is None else (Role(role, role_of if role_of is not None else party, hedged, NOWHERE),)
    return Actor(ident, name, kind, (), party, (), country, roles, known_as=known_as)


TTP = actor("a1", "TTP", "armed_group", known_as="ttp")
GOVERNMENT = actor("a2", "Government of Pakistan", "government", country="PAK", known_as="gov-pak")
ARMY = actor("a3", "Pakistan Army", "military", party="a2", country="PAK", known_as="army-pak")
PAKISTAN = actor("a4", "Pakistan", "country", country="PAK", known_as="pak")
FAQIR = actor("a5", "Maulvi Faqir Mohammad", "person", party="a1")
MOHMAND = actor("a6", "Mohmand Taliban", "armed_group", party="a1")
CAST = (TTP, GOVERNMENT, ARMY, PAKISTAN, FAQIR, MOHMAND)


def span(text: str, start: int = 0) -> Span:
    return Span(start, start + len(text), text)


def statement(
    content: str = "talks were held",
    *,
    source: str | None = "the commander",
    cue: str | None = "said",
    act: Act = "asserts",
    certainty: Certainty = "actual",
    kind: SourceKind = "named",
    speaker: str | None = None,
    party: str | None = None,
    ident: str = "s1",
    confidence: float = 1.0,
) -> Statement:
    return Statement(
        ident,
        (span(content),),
        None if source is None else span(source),
        None if cue is None else span(cue),
        kind,
        act,
        certainty,
        "indirect",
        confidence,
        speaker=speaker,
        party=party,
    )


def event(
    actors: tuple[str, ...] = ("a1",),
    recipients: tuple[str, ...] = ("a2",),
    *,
    type_: str = "CONSULT",
    status: EventStatus = "actual",
    trigger: Span | None = None,
    mode: str | None = None,
    told_by: str | None = "s1",
    ident: str = "e1",
    confidence: float = 1.0,
) -> Event:
    return Event(
        ident,
        trigger if trigger is not None else span("talks"),
        type_,
        status,
        confidence,
        told_by,
        mode,
        actors=actors,
        recipients=recipients,
    )


def reading(statements: tuple[Statement, ...], events: tuple[Event, ...], cast: tuple[Actor, ...] = CAST) -> Reading:
    return Reading(Article("r1", "…"), statements, events, cast)
