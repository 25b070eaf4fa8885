"""From spans to the world: who speaks for whom, between whom, where and when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from onrecord.model import Article, DateExpression, Dateline, Event, Participant, Place, Reading, Span, Statement
from onrecord.nearby import Nearby
from onrecord.reading.casing import as_likely_printed, in_own_words
from onrecord.reading.reader import EventWords, Found
from onrecord.reading.segmentation import sentences
from onrecord.resolution.behind import Tied, day_behind, place_behind, reach
from onrecord.resolution.bodies import weakly_named_groups
from onrecord.resolution.cast import Cast
from onrecord.resolution.dates import dated, dated_all, ends
from onrecord.resolution.numbering import Numbered, numbered
from onrecord.resolution.participants import Sides, sides
from onrecord.resolution.places.located import Located, places
from onrecord.resolution.setting import Setting
from onrecord.resolution.speakers import Attributed, attributed, by_statement
from onrecord.resolution.venues import Venues

__all__ = ["resolve"]

_DIRECTION = re.compile(r"(?:the\s+)?(?:north|south|east|west|cent(?:re|er))", re.IGNORECASE)


def resolve(article: Article, found: Found) -> Reading:
    """The reading of a report: what the reader found, with speakers, parties, actors, places and days."""
    printed = as_likely_printed(article)
    if printed is article:
        return _resolved(article, found)
    reading = _resolved(printed, in_own_words(found, printed.text))
    return replace(in_own_words(reading, article.text), article=article)


def _cast_and_places(article: Article, found: Found) -> tuple[Cast, Located]:
    setting = Setting.of(article)
    located = places(article, found, setting)
    setting = replace(setting, located=_countries_of(located.places), venues=Venues(article.text, found))
    groups = tuple(weakly_named_groups(setting, found.chains))
    if groups:  # a country that only they tell of tells in turn which places are meant
        located = places(article, found, replace(setting, groups=groups))
        setting = replace(setting, groups=groups, located=_countries_of(located.places))
    return Cast.of(setting, found), located


def _resolved(article: Article, found: Found) -> Reading:
    cast, located = _cast_and_places(article, found)
    days = {day.span: day for day in dated_all(article, found.dates)}
    rows, pronouns = attributed(cast, found)
    parts = sentences(article)
    events_sides = sides(cast, found.events, found.event_words, by_statement(rows), parts)
    words = {word.event: word for word in found.event_words}
    here = Nearby((m.span, (m.span.start, p)) for p in located.places for m in p.mentions if m.span not in p.acting)
    then = Nearby((span, day) for span, day in days.items())
    said = {row.statement.said_on.span for row in rows if row.statement.said_on is not None}
    free = Nearby((span, day) for span, day in days.items() if span not in said and day.first is not None)
    told = {row.statement.id: row.statement for row in rows}
    tied = Tied(found.grammar, free)
    for side in events_sides:
        for entry in side.both:
            cast.note(entry)
    actors = numbered(cast, pronouns)
    return Reading(
        article=article,
        statements=tuple(_statement(row, actors, days, article.published) for row in rows),
        events=tuple(
            _event(
                event, side, words.get(event.id), actors, here, then, tied, behind=reach(article.text, event, told)
            )
            for event, side in zip(found.events, events_sides, strict=True)
        ),
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


def _countries_of(places: tuple[Place, ...]) -> tuple[tuple[Span, str], ...]:
    """Where towns, districts and regions are named, with the country of each; "the North" is half of any country."""
    return tuple(
        (m.span, p.country)
        for p in places
        for m in p.mentions
        if p.country is not None and p.kind != "country" and _DIRECTION.fullmatch(m.span.text) is None
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


def _event(
    event: Event,
    side: Sides,
    words: EventWords | None,
    actors: Numbered,
    here: Nearby[tuple[int, Place]],
    then: Nearby[DateExpression],
    tied: Tied,
    *,
    behind: Span,
) -> Event:
    told = () if words is None else words.time
    return replace(
        event,
        actors=tuple(dict.fromkeys(actors.of(who) for who in side.actors)),
        recipients=tuple(dict.fromkeys(actors.of(who) for who in side.recipients)),
        place=_place_at(() if words is None else words.place, here) or place_behind(behind, here),
        date=next((day for span in told for day in then.at(span)), None)
        or day_behind(behind, tied.free)
        or tied.day(event),
        participants=tuple(
            Participant(span, name, None if who is None else actors.of(who)) for span, name, who in side.words
        ),
    )


def _place_at(spans: tuple[Span, ...], here: Nearby[tuple[int, Place]]) -> str | None:
    """The place that some words name: the first of them, "Khar" in "Khar, Bajaur"."""
    named = [(start, place.id) for span in spans for start, place in here.at(span)]
    return min(named)[1] if named else None
