"""From where words of time are seen: the day of publication, and the dates that the text itself has given so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from onrecord.resolution.dates.direction import looks_ahead
from onrecord.resolution.dates.points import Point

_FRESH = 400
"""Characters for which a date long before publication keeps the words after it in its year, in the same paragraph."""
_END = re.compile(r"[.!?]\s|\n")


@dataclass(frozen=True, slots=True)
class Seen:
    """A date that the text has given, and where."""

    point: Point
    start: int

    @property
    def basis(self) -> str:
        """What is counted from, in words."""
        return f"text {self.point.value} at {self.start}"


@dataclass(frozen=True, slots=True)
class Sight:
    """Where an expression stands and what is known there.

    `tale` is true of a history: its dates without a year are counted from the last date before them, not from the day of
    publication. `day_first` tells how 10/12/2011 is read, None where nothing tells.
    """

    text: str
    start: int
    end: int
    published: date | None = None
    tale: bool = False
    seen: Seen | None = None
    day: Seen | None = None
    day_first: bool | None = None

    def at(self, start: int, end: int) -> Sight:
        """The same sight from another place of the text."""
        return replace(self, start=start, end=end)

    @property
    def is_bare(self) -> bool:
        """Whether the words are all that is known of the text."""
        return self.start == 0 and self.end == len(self.text)

    @property
    def told(self) -> Seen | None:
        """The date of the text that words without a year follow: in a history, or in a passage about years long past."""
        if self.seen is None or self.tale:
            return self.seen
        if self.published is None or self.seen.point.month is None or self.start - self.seen.start > _FRESH:
            return None
        far = self.published.year - self.seen.point.year >= 2
        return self.seen if far and "\n" not in self.text[self.seen.start : self.start] else None

    @property
    def today(self) -> Seen | None:
        """The day that the same sentence gives before the words, if any."""
        if self.day is None or self.start - self.day.start > _FRESH:
            return None
        return None if _END.search(self.text[self.day.start : self.start]) else self.day

    @property
    def basis(self) -> str | None:
        """The day of publication, in words."""
        return f"published {self.published.isoformat()}" if self.published else None

    @property
    def looks_ahead(self) -> bool | None:
        """Whether the words look ahead (True) or back (False), by the verbs near them."""
        return looks_ahead(self.text, self.start, self.end)
