"""One occasion that a report tells of as episodes see it, and the episode that it becomes part of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from onrecord.linking.sites import narrower
from onrecord.model import Occasion, Precision, Site

_COARSE = frozenset[Precision]({"season", "year", "decade", "duration"})
_LONGEST_FINE = 31

Days = tuple[int, int]
"""A first and a last day, counted from 1 January of the year 1 (`date.toordinal`), so that no reckoning runs out."""


def days_of(occasion: Occasion) -> Days | None:
    """The first and last day that a report gives for an occasion; None where it gives none."""
    first, last = occasion.first, occasion.last
    return None if first is None else (first.toordinal(), max(first, last or first).toordinal())


def is_coarse(occasion: Occasion) -> bool:
    """Whether its days are so many ("in 2011", "over the last decade") that they single out no occasion."""
    days = days_of(occasion)
    return days is not None and (occasion.precision in _COARSE or days[1] - days[0] >= _LONGEST_FINE)


@dataclass(frozen=True, slots=True)
class Mark:
    """The links of one report, with those of its copies, that speak of one occasion of a matter.

    `published` is when the first of these reports came out, `told` the day from which an occasion without a day is
    reckoned: when the first of all the copies came out.
    """

    links: tuple[str, ...]
    report: str
    ordinal: int
    published: date | None
    told: date | None
    occasion: Occasion

    @property
    def days(self) -> Days | None:
        """The first and last day that the report gives; None where it gives none."""
        return days_of(self.occasion)

    @property
    def is_coarse(self) -> bool:
        """Whether its days single out no occasion."""
        return is_coarse(self.occasion)


@dataclass(slots=True)
class Episode:
    """One occasion of a matter while its marks come in.

    `days` are those by which it is found, which days of publication stand in for where no report gives any; `dated`
    tells whether one does. `reported` is true once it is told as news, and not as background only.
    """

    place: int
    days: Days | None = None
    dated: bool = False
    coarse: bool = False
    reported: bool = False
    site: Site | None = None
    marks: list[Mark] = field(default_factory=list)
    echoes: list[Mark] = field(default_factory=list)
    """Background that no news came before: it affirms nothing."""

    def add(self, mark: Mark) -> None:
        """Takes a mark in; the days are the timeline's to reckon with."""
        if mark.occasion.background and not self.reported:
            self.echoes.append(mark)
        self.reported |= not mark.occasion.background
        self.site = narrower(self.site, mark.occasion.site)
        self.marks.append(mark)

    @property
    def latest(self) -> tuple[int, int]:
        """Sorts episodes by their last day, and those of one day as they were opened."""
        return (0 if self.days is None else self.days[1]), self.place


def in_order(marks: Iterable[Mark]) -> list[Mark]:
    """Marks by publication, undated reports last; of one day the news first and background after it."""
    return sorted(
        marks,
        key=lambda m: (m.published or date.max, m.occasion.background, m.report, m.ordinal, m.links),
    )
