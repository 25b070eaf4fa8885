"""What happened in a process, in order of time: statements, changes of standing, and events said to have happened."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Literal

from onrecord.model import Standing
from onrecord.record.questions.timeline import TimelineEntry
from onrecord.resolution.names import folded

Show = Literal["statements", "changes", "events"]
MOST_PARTIES = 6
"""Parties that are told apart by a colour and a shape; all others share one."""
A_PAGE = 100


@dataclass(frozen=True, slots=True)
class Item:
    """One thing on the timeline: a statement, or an event as claims date it.

    `day` sorts it: the last day on which it may have been. `date` is as precise as it is known.
    """

    day: date | None
    date: str | None
    entry: TimelineEntry | None = None
    event: Standing | None = None

    @property
    def month(self) -> str | None:
        """The month that it stands under: that of the last day on which it may have been."""
        return None if self.day is None else self.day.isoformat()[:7]

    @property
    def changed(self) -> bool:
        """Whether it changed where a claim stands."""
        return self.entry is not None and self.entry.after is not None

    @property
    def party(self) -> str | None:
        """The party that speaks."""
        return None if self.entry is None else self.entry.party


@dataclass(frozen=True, slots=True)
class Lane:
    """A party of the timeline: `number` (from 1) gives its colour and shape, 0 those of all others.

    `spellings` are all ways in which reports write its name, accents and capitals apart; `name` is the most frequent.
    """

    name: str
    spellings: tuple[str, ...]
    number: int
    statements: int


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """A page of a timeline: its items by month, and what there is in all."""

    months: tuple[tuple[str | None, tuple[Item, ...]], ...]
    shown: int
    total: int
    next: int | None
    before: int | None


def items_of(entries: Iterable[TimelineEntry], claims: Iterable[Standing]) -> tuple[Item, ...]:
    """Everything on the timeline in order of time, undated things last, events before what is said on their day."""
    items = [Item(last_day(entry.date, entry.published), entry.date, entry=entry) for entry in entries]
    for one in claims:
        claim = one.claim
        if claim.first is not None and claim.figure is None:
            items.append(Item(claim.first, _iso(claim.first, claim.last), event=one))
    return tuple(sorted(items, key=lambda item: (item.day or date.max, item.entry is not None)))


def lanes_of(items: Iterable[Item]) -> tuple[Lane, ...]:
    """The parties that speak, those that say most first, each with its number."""
    spelt: dict[str, Counter[str]] = {}
    for item in items:
        if item.party is not None:
            spelt.setdefault(folded(item.party), Counter())[item.party] += 1
    ordered = sorted(spelt, key=lambda key: (-spelt[key].total(), key))
    return tuple(_lane(spelt[key], n if n <= MOST_PARTIES else 0) for n, key in enumerate(ordered, 1))


def narrowed(
    items: Iterable[Item], party: str | None = None, show: Show | None = None, since: date | None = None
) -> tuple[Item, ...]:
    """The items of a party, of a kind, and from a day on."""
    return tuple(item for item in items if _fits(item, party, show, since))


def page_of(items: Sequence[Item], first: int) -> TimelinePage:
    """The items from the n-th on (from 0), by month."""
    first = min(max(0, first), max(0, len(items) - 1))
    some = items[first : first + A_PAGE]
    months = tuple((month, tuple(group)) for month, group in groupby(some, key=lambda item: item.month))
    following = first + A_PAGE if first + A_PAGE < len(items) else None
    return TimelinePage(months, len(some), len(items), following, max(0, first - A_PAGE) if first else None)


def _lane(spelt: Counter[str], number: int) -> Lane:
    spellings = tuple(sorted(spelt, key=lambda name: (-spelt[name], name)))
    return Lane(spellings[0], spellings, number, spelt.total())


def last_day(iso: str | None, published: date | None = None) -> date | None:
    """The last day that a date as precise as it is known may be, which is not after publication."""
    if iso is None:
        return published
    end = _end(iso)
    return end if published is None else min(end, published)


def _end(iso: str) -> date:
    if "W" in iso:
        year, week = iso.split("-W")
        return date.fromisocalendar(int(year), int(week), 1) + timedelta(days=6)
    if len(iso) == len("2011"):
        return date(int(iso), 12, 31)
    if len(iso) == len("2011-12"):
        return date(int(iso[:4]), int(iso[5:]), monthrange(int(iso[:4]), int(iso[5:]))[1])
    return date.fromisoformat(iso[:10])


def _iso(first: date, last: date | None) -> str:
    """The days of an event as one date: a day, or the month or the year that holds them."""
    if last is None or last == first:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    return first.isoformat()[:4] if first.year == last.year else first.isoformat()


def _fits(item: Item, party: str | None, show: Show | None, since: date | None) -> bool:
    if party is not None and (item.party is None or folded(item.party) != folded(party)):
        return False
    if since is not None and (item.day is None or item.day < since):
        return False
    return _is(item, show)


def _is(item: Item, show: Show | None) -> bool:
    if show == "changes":
        return item.changed
    if show == "events":
        return item.event is not None
    return show is None or item.entry is not None
