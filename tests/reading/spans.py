"""Every span of a reading, for tests that all of them are exact."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import DateExpression, Reading, Span, Statement


def spans_of(reading: Reading) -> Iterator[tuple[str, Span]]:
    """The spans of statements, events, actors, places and dates, each with what it is."""
    for statement in reading.statements:
        yield from _of_statement(statement)
    for event in reading.events:
        yield "trigger", event.trigger
        yield from _of_date(event.date)
        yield from (("quantity", q.span) for q in event.quantities)
    for actor in reading.actors:
        yield from (("mention", m.span) for m in actor.mentions)
        yield from (("role", r.span) for r in actor.roles)
        yield from (("relation", r.span) for r in actor.relations)
    for place in reading.places:
        yield from (("place", m.span) for m in place.mentions)
    for date in reading.dates:
        yield from _of_date(date)


def _of_statement(statement: Statement) -> Iterator[tuple[str, Span]]:
    for name, span in (
        ("source", statement.source),
        ("cue", statement.cue),
        ("said at", statement.said_at),
        ("said to", statement.said_to),
    ):
        if span is not None:
            yield name, span
    yield from (("content", content) for content in statement.content)
    yield from _of_date(statement.said_on)


def _of_date(date: DateExpression | None) -> Iterator[tuple[str, Span]]:
    if date is not None:
        yield "date", date.span
