"""A timeline at a glance: a lane for each party with what it affirms above and what it denies below, and all changes.

Only numbers come out: the template draws them as attributes of SVG, and the style sheet gives the looks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from onrecord.model import StandingName
from onrecord.web.pages.timelineview import Item, Lane

_HALF = 13.0
_MOST_MARKS = 120
_OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much room a picture has, in units of its view box; `room` is how many letters of a name there is room for.

    `stretches` and `ticks` are how many stretches of days and words below the axis there are at most. `above` has the
    name of a lane stand above it, and not beside it.
    """

    width: int
    left: int
    lane: int
    top: int
    foot: int
    room: int
    stretches: int
    ticks: int
    above: bool = False


WIDE = Sizes(width=960, left=200, lane=34, top=30, foot=34, room=27, stretches=96, ticks=12)
NARROW = Sizes(width=340, left=10, lane=50, top=40, foot=50, room=40, stretches=48, ticks=5, above=True)
"""For telephones: its letters are no smaller than ten pixels there."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What a party says within a stretch of days: so many statements that affirm, deny or leave open, as heights."""

    x: float
    width: float
    up: float
    down: float
    open: bool
    first: date
    last: date
    affirms: int
    denies: int
    others: int


@dataclass(frozen=True, slots=True)
class Row:
    """A lane of the picture, its middle at `y`; `label` is as much of the name as there is room for, at `label_y`."""

    name: str
    label: str
    label_y: float
    number: int
    y: float
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A change of a claim's standing; `beside` are as many more to the same standing in the same stretch of days."""

    x: float
    day: date
    after: StandingName
    gloss: str
    beside: int = 0


@dataclass(frozen=True, slots=True)
class Happening:
    """An event that is said to have happened on a day; `beside` are as many more in the same stretch of days."""

    x: float
    day: date
    gloss: str
    beside: int = 0


_Mark = TypeVar("_Mark", Turn, Happening)


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole picture, in units of its view box.

    `earlier` and `later` are how many events are said to have happened before and after the days that it shows. Where
    there are too many changes or events to tell apart, those of a stretch of days share a mark.
    """

    sizes: Sizes
    height: float
    rows: tuple[Row, ...]
    turns: tuple[Turn, ...]
    events: tuple[Happening, ...]
    ticks: tuple[tuple[float, str], ...]
    earlier: int
    later: int


def picture_of(items: Sequence[Item], lanes: Sequence[Lane], sizes: Sizes = WIDE) -> Picture | None:
    """The picture of some items; None where fewer than two days are known.

    It reaches from the first statement to the last. Events that are told of from long before would leave it no room.
    """
    days = [item.day for item in items if item.day is not None and item.entry is not None]
    if len(set(days)) < 2:
        return None
    scale = _Scale(min(days), max(days), sizes)
    drawn = [lane for lane in lanes if lane.number]
    rest = {name for lane in lanes if not lane.number for name in lane.spellings}
    rows = [_row(lane.name, lane.number, set(lane.spellings), n, items, scale) for n, lane in enumerate(drawn)]
    if rest:
        rows.append(_row(_OTHERS, 0, rest, len(rows), items, scale))
    happened = [(i.day, i.event.claim.gloss) for i in items if i.event is not None and i.day is not None]
    turns = [
        Turn(scale.x(item.day), item.day, item.entry.after, item.entry.gloss)
        for item in items
        if item.entry is not None and item.entry.after is not None and item.day is not None
    ]
    events = [Happening(scale.x(day), day, gloss) for day, gloss in happened if scale.holds(day)]
    return Picture(
        sizes=sizes,
        height=sizes.top + sizes.lane * len(rows) + sizes.foot,
        rows=tuple(rows),
        turns=_few(turns, lambda turn: (scale.number(turn.day), turn.after)),
        events=_few(events, lambda event: scale.number(event.day)),
        ticks=scale.ticks(),
        earlier=sum(day < min(days) for day, _ in happened),
        later=sum(day > max(days) for day, _ in happened),
    )


class _Scale:
    """Days as places from left to right."""

    def __init__(self, first: date, last: date, sizes: Sizes) -> None:
        self._first, self._last, self.sizes = first, last, sizes
        self._days = (last - first).days + 1
        self.stretch = max(1, -(-self._days // sizes.stretches))

    @property
    def _long(self) -> int:
        return self.sizes.width - self.sizes.left - 8

    def holds(self, day: date) -> bool:
        return self._first <= day <= self._last

    def x(self, day: date) -> float:
        return round(self.sizes.left + self._long * ((day - self._first).days + 0.5) / self._days, 2)

    @property
    def width(self) -> float:
        return round(max(2.0, self._long * self.stretch / self._days * 0.86), 2)

    def number(self, day: date) -> int:
        return (day - self._first).days // self.stretch

    def days_of(self, number: int) -> tuple[date, date]:
        first = self._first + timedelta(days=number * self.stretch)
        return first, min(self._last, first + timedelta(days=self.stretch - 1))

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Where months or years begin, as many of them as there is room for."""
        months = [date(y, m, 1) for y in range(self._first.year, self._last.year + 1) for m in range(1, 13)]
        inside = [day for day in months if self._first <= day <= self._last]
        if len(inside) > self.sizes.ticks:
            inside = [day for day in inside if day.month == 1]
        step = max(1, -(-len(inside) // self.sizes.ticks))
        words = "%Y" if len(inside) and all(day.month == 1 for day in inside) else "%b %Y"
        return tuple((self.x(day), day.strftime(words)) for day in inside[::step])


def _few(marks: Sequence[_Mark], place: Callable[[_Mark], Hashable]) -> tuple[_Mark, ...]:
    """All marks, or of too many the first at each place, which tells how many more there are."""
    if len(marks) <= _MOST_MARKS:
        return tuple(marks)
    together: dict[Hashable, list[_Mark]] = {}
    for mark in marks:
        together.setdefault(place(mark), []).append(mark)
    return tuple(replace(some[0], beside=len(some) - 1) for some in together.values())


def _row(name: str, number: int, names: set[str], place: int, items: Sequence[Item], scale: _Scale) -> Row:
    counts: dict[int, Counter[str]] = {}
    for item in items:
        if item.entry is not None and item.entry.party in names and item.day is not None:
            counts.setdefault(scale.number(item.day), Counter())[item.entry.stance] += 1
    most = max((max(c["affirms"], c["denies"], 1) for c in counts.values()), default=1)
    bars = tuple(_bar(n, some, most, scale) for n, some in sorted(counts.items()))
    sizes = scale.sizes
    label = name if len(name) <= sizes.room else f"{name[: sizes.room - 1].rstrip()}…"
    middle = sizes.top + sizes.lane * place + sizes.lane / 2 + (8 if sizes.above else 0)
    return Row(name, label, middle - 18 if sizes.above else middle + 4, number, middle, bars)


def _bar(number: int, counts: Counter[str], most: int, scale: _Scale) -> Bar:
    first, last = scale.days_of(number)
    others = counts.total() - counts["affirms"] - counts["denies"]
    return Bar(
        x=scale.x(first),
        width=scale.width,
        up=_height(counts["affirms"], most),
        down=_height(counts["denies"], most),
        open=others > 0,
        first=first,
        last=last,
        affirms=counts["affirms"],
        denies=counts["denies"],
        others=others,
    )


def _height(count: int, most: int) -> float:
    return round(max(3.0, _HALF * count / most), 2) if count else 0.0
