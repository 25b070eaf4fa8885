"""Where and when an event is by the words close behind it, where the reader marks none for it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.model import DateExpression, Event, Place, Span, Statement
from onrecord.nearby import Nearby

_NEAR = 60
"""Characters after a trigger."""
_CLAUSE_ENDS = re.compile(r"[.!?;:]\s|[\n\"“”«»]")


def reach(text: str, event: Event, statements: Mapping[str, Statement]) -> Span:
    """The words behind a trigger that may still tell of the event: to the end of its sentence or of what is quoted.

    Who says it, and the words for saying it, end them too: "the attack, he told reporters in Baku".
    """
    start = event.trigger.end
    end = min(len(text), start + _NEAR)
    statement = statements.get(event.statement or "")
    said = () if statement is None else (statement.source, statement.cue)
    for limit in (*said, _ended(text, start, end)):
        if limit is not None and start <= limit.start < end:
            end = limit.start
    return Span.of(text, start, end)


def _ended(text: str, start: int, end: int) -> Span | None:
    match = _CLAUSE_ENDS.search(text, start, end)
    return None if match is None else Span.of(text, *match.span())


def place_behind(words: Span, here: Nearby[tuple[int, Place]]) -> str | None:
    """The first place named in some words; a country only where the reader marks it."""
    near = [(start, p.id) for start, p in here.at(words) if start >= words.start and p.kind != "country"]
    return min(near)[1] if near else None


def day_behind(words: Span, free: Nearby[DateExpression]) -> DateExpression | None:
    """The first day named in some words, if nothing was said on it."""
    near = [day for day in free.at(words) if day.span.start >= words.start]
    return min(near, key=lambda day: day.span.start) if near else None
