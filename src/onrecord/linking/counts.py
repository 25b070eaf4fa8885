"""Which numbers a statement claims of an event."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import Event, Figure, Quantity, Span, Statement
from onrecord.reading.quantities import counted


def figures_of(event: Event, statement: Statement) -> list[Figure]:
    """The numbers that a statement claims of an event, each once; words without a number or a unit claim none.

    Where the reader ties no number to the event, the one that opens the words for whom it hits counts: "24 soldiers".
    """
    own = [q for q in event.quantities if any(content.contains(q.span) for content in statement.content)]
    found = [_figure(quantity) for quantity in (own or _of_the_hit(event, statement)) if quantity.unit is not None]
    return list(dict.fromkeys(f for f in found if (f.low, f.high, f.about) != (None, None, None)))


def _of_the_hit(event: Event, statement: Statement) -> Iterator[Quantity]:
    for participant in event.participants:
        words = participant.span
        if participant.side != "recipient" or not words.text[:1].isdigit():
            continue
        for content in statement.content:
            if content.contains(words) and content.contains(event.trigger):
                number = words.text.split()[0]
                found = counted(
                    Span(words.start, words.start + len(number), number), content, event.trigger, event.type
                )
                if found is not None:
                    yield found


def _figure(quantity: Quantity) -> Figure:
    unit = " ".join((quantity.unit or "").lower().split())
    about = quantity.value if quantity.low is None and quantity.high is None else None
    return Figure(unit, quantity.low, quantity.high, about)


def exactly(number: float, unit: str) -> Figure:
    """The figure of just so many of a unit."""
    return Figure(unit, number, number)


def is_of(figure: Figure, number: float) -> bool:
    """Whether a figure names just this number, whatever lies around it."""
    return number in (figure.low, figure.high, figure.about)
