"""From spans to the world: who speaks for whom, between whom, where and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from onrecord.model import Article, DateExpression, Dateline, Event, Place, Reading, Span, Statement
from onrecord.reading.reader import Found
from onrecord.reading.segmentation import sentences
from onrecord.resolution.cast import Cast
from onrecord.resolution.dates import dated, dated_all, ends
from onrecord.resolution.numbering import Numbered, numbered
from onrecord.resolution.participants import Sides, sides
from onrecord.resolution.places.located import places
from onrecord.resolution.setting import Setting
from onrecord.resolution.speakers import Attributed, attributed, by_statement

__all__ = ["resolve"]


def resolve(article: Article, found: Found) -> Reading:
    """The reading of a report: what the reader found, with speakers, parties, actors, places and days."""
    setting = Setting.of(article)
    located = places(article, found, setting)
    setting = replace(setting, located=_countries_of(located.places))
    days = {day.span: day for day in dated_all(article, found.dates)}
    cast = Cast.of(setting, found)
    rows, pronouns = attributed(cast, found)
    parts = sentences(article)
    events_sides = sides(cast, found.events, by_statement(rows), parts)
    for side in events_sides:
        for entry in side.both:
            cast.note(entry)
    actors = numbered(cast, pronouns)
    return Reading(
        article=article,
        statements=tuple(_statement(row, actors, days, article.published) for row in rows),
        events=tuple(_event(e, s, actors, located.places) for e, s in zip(found.events, events_sides, strict=True)),
        actors=actors.actors,
        places=located.places,
        dates=tuple(end for day in days.values() for end in ends(day) or (day,)),
        dateline=_dated(located.dateline, days, article.published),
    )


def _dated(dateline: Dateline | None, days: Mapping[Span, DateExpression], published: date | None) -> Dateline | None:
    """The dateline with the value of its day."""
    if dateline is None or dateline.date is None:
        return dateline
    return replace(dateline, date=days.get(dateline.date.span) or dated(dateline.date, published))


def _countries_of(places: tuple[Place, ...]) -> tuple[tuple[int, str], ...]:
    """Where towns, districts and regions are named, with the country of each."""
    return tuple(
        (m.span.start, p.country) for p in places for m in p.mentions if p.country is not None and p.kind != "country"
    )


def _statement(
    row: Attributed, actors: Numbered, days: Mapping[Span, DateExpression], published: date | None
) -> Statement:
    party = actors.body_ids[row.party.id] if row.party else None
    speaker = actors.person_ids[row.person.key] if row.person else None
    if speaker is None and row.speaking_body is not None:
        speaker = actors.body_ids[row.speaking_body.id]
    said_on = row.statement.said_on
    return replace(
        row.statement,
        speaker=speaker,
        party=party,
        said_on=None if said_on is None else days.get(said_on.span) or dated(said_on, published),
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
