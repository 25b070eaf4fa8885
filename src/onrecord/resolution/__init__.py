"""From spans to the world: who speaks for whom, between whom, where and when."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Article, Event, Place, Reading, Statement
from onrecord.reading.reader import Found
from onrecord.reading.segmentation import sentences
from onrecord.resolution.cast import Cast, Numbered, numbered
from onrecord.resolution.dates import dated
from onrecord.resolution.participants import Sides, sides
from onrecord.resolution.places import places
from onrecord.resolution.setting import Setting
from onrecord.resolution.speakers import Attributed, attributed, by_statement

__all__ = ["resolve"]


def resolve(article: Article, found: Found) -> Reading:
    """The reading of a report: what the reader found, with speakers, parties, actors, places and days."""
    setting = Setting.of(article)
    cast = Cast.of(setting, found)
    rows, pronouns = attributed(cast, found)
    parts = sentences(article)
    events_sides = sides(cast, found.events, by_statement(rows), parts)
    for side in events_sides:
        for entry in side.both:
            cast.note(entry)
    actors = numbered(cast, pronouns)
    located = places(setting)
    return Reading(
        article=article,
        statements=tuple(_statement(row, actors, article) for row in rows),
        events=tuple(_event(e, s, actors, located) for e, s in zip(found.events, events_sides, strict=True)),
        actors=actors.actors,
        places=located,
        dates=tuple(dated(d, article.published) for d in found.dates),
    )


def _statement(row: Attributed, actors: Numbered, article: Article) -> Statement:
    party = actors.body_ids[row.party.id] if row.party else None
    speaker = actors.person_ids[row.person.name] if row.person else None
    if speaker is None and row.speaking_body is not None:
        speaker = actors.body_ids[row.speaking_body.id]
    said_on = row.statement.said_on
    return replace(
        row.statement,
        speaker=speaker,
        party=party,
        said_on=dated(said_on, article.published) if said_on else None,
    )


def _event(event: Event, side: Sides, actors: Numbered, located: tuple[Place, ...]) -> Event:
    return replace(
        event,
        actors=tuple(actors.body_ids[e.id] for e in side.actors),
        recipients=tuple(actors.body_ids[e.id] for e in side.recipients),
        place=_place_near(event, located),
    )


def _place_near(event: Event, located: tuple[Place, ...]) -> str | None:
    """The place named within the 60 characters after the trigger, if any."""
    near = [
        (m.span.start, p.id)
        for p in located
        for m in p.mentions
        if 0 <= m.span.start - event.trigger.end <= 60 and p.kind != "country"
    ]
    return min(near)[1] if near else None
