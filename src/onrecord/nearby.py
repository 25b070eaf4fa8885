"""Things that stand in a text, found by place without looking at all of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from onrecord.model import Span

Thing = TypeVar("Thing")
_CELL = 1_024


class Nearby(Generic[Thing]):
    """Things with their spans; asked for a span, gives the things that share a character with it, in order of adding.

    The text is thought of as cells of 1,024 characters, so that a question costs what stands near, not what stands in
    the whole report.
    """

    def __init__(self, things: Iterable[tuple[Span, Thing]] = ()) -> None:
        self._cells: dict[int, list[tuple[int, Span, Thing]]] = {}
        self._count = 0
        for span, thing in things:
            self.add(span, thing)

    def add(self, span: Span, thing: Thing) -> None:
        """Puts a thing at its place."""
        self._count += 1
        for cell in _cells(span):
            self._cells.setdefault(cell, []).append((self._count, span, thing))

    def at(self, span: Span) -> list[Thing]:
        """The things that overlap a span."""
        found = {
            number: thing
            for cell in _cells(span)
            for number, place, thing in self._cells.get(cell, ())
            if place.overlaps(span)
        }
        return [found[number] for number in sorted(found)]


def _cells(span: Span) -> range:
    return range(span.start // _CELL, max(span.start, span.end - 1) // _CELL + 1)
