"""A timeline at a glance: a lane for each party with what it affirms above and what it denies below, and all changes.

Only numbers come out: the template draws them as attributes of SVG, and the style sheet gives the looks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.model import StandingName
from onrecord.web.pages.timelineview import Item, Lane

WIDTH = 960
LEFT = 190
"""Room for the names of parties."""
LANE = 34
TOP = 30
_HALF = 13.0
_MOST_STRETCHES = 96
_OTHERS = "others"
_ROOM = 27
"""Letters of a name that stand beside its lane."""
_YEARS = 12


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
    """A lane of the picture, its middle at `y`; `label` is as much of the name as there is room for."""

    name: str
    label: str
    number: int
    y: float
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A change of a claim's standing."""

    x: float
    day: date
    after: StandingName
    gloss: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole picture, in units of its view box."""

    width: int
    height: float
    left: int
    rows: tuple[Row, ...]
    turns: tuple[Turn, ...]
    events: tuple[tuple[float, date, str], ...]
    ticks: tuple[tuple[float, str], ...]


def picture_of(items: Sequence[Item], lanes: Sequence[Lane]) -> Picture | None:
    """The picture of some items; None where fewer than two days are known.

    It reaches from the first statement to the last. Events that are told of from long before would leave it no room.
    """
    days = [item.day for item in items if item.day is not None and item.entry is not None]
    if len(set(days)) < 2:
        return None
    scale = _Scale(min(days), max(days))
    drawn = [lane for lane in lanes if lane.number]
    rest = {name for lane in lanes if not lane.number for name in lane.spellings}
    rows = [_row(lane.name, lane.number, set(lane.spellings), n, items, scale) for n, lane in enumerate(drawn)]
    if rest:
        rows.append(_row(_OTHERS, 0, rest, len(rows), items, scale))
    turns = [
        Turn(scale.x(item.day), item.day, item.entry.after, item.entry.gloss)
        for item in items
        if item.entry is not None and item.entry.after is not None and item.day is not None
    ]
    events = [
        (scale.x(i.day), i.day, i.event.claim.gloss) for i in items if i.event is not None and i.day is not None
    ]
    height = TOP + LANE * len(rows) + 34
    return Picture(WIDTH, height, LEFT, tuple(rows), tuple(turns), tuple(events), scale.ticks())


class _Scale:
    """Days as places from left to right."""

    def __init__(self, first: date, last: date) -> None:
        self._first, self._last = first, last
        self._days = (last - first).days + 1
        self.stretch = max(1, -(-self._days // _MOST_STRETCHES))

    def holds(self, day: date) -> bool:
        return self._first <= day <= self._last

    def x(self, day: date) -> float:
        return round(LEFT + (WIDTH - LEFT - 8) * ((day - self._first).days + 0.5) / self._days, 2)

    @property
    def width(self) -> float:
        return round(max(2.0, (WIDTH - LEFT - 8) * self.stretch / self._days * 0.86), 2)

    def number(self, day: date) -> int:
        return (day - self._first).days // self.stretch

    def days_of(self, number: int) -> tuple[date, date]:
        first = self._first + timedelta(days=number * self.stretch)
        return first, min(self._last, first + timedelta(days=self.stretch - 1))

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Where months or years begin, a dozen of them at most."""
        months = [date(y, m, 1) for y in range(self._first.year, self._last.year + 1) for m in range(1, 13)]
        inside = [day for day in months if self._first <= day <= self._last]
        if len(inside) > _YEARS:
            inside = [day for day in inside if day.month == 1]
        step = max(1, -(-len(inside) // _YEARS))
        words = "%Y" if len(inside) and all(day.month == 1 for day in inside) else "%b %Y"
        return tuple((self.x(day), day.strftime(words)) for day in inside[::step])


def _row(name: str, number: int, names: set[str], place: int, items: Sequence[Item], scale: _Scale) -> Row:
    counts: dict[int, Counter[str]] = {}
    for item in items:
        if item.entry is not None and item.entry.party in names and item.day is not None:
            counts.setdefault(scale.number(item.day), Counter())[item.entry.stance] += 1
    most = max((max(c["affirms"], c["denies"], 1) for c in counts.values()), default=1)
    bars = tuple(_bar(n, some, most, scale) for n, some in sorted(counts.items()))
    label = name if len(name) <= _ROOM else f"{name[: _ROOM - 1].rstrip()}…"
    return Row(name, label, number, TOP + LANE * place + LANE / 2, bars)


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
