"""The line of days at the head of each page: how many reports each day brought, and the day as of which one looks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_MOST_BARS = 180
_HEIGHT = 100


@dataclass(frozen=True, slots=True)
class Bar:
    """Some days in a row and the reports published on them; `x`, `width` and `height` are hundredths of the picture."""

    first: date
    last: date
    reports: int
    x: float
    width: float
    height: float
    seen: bool


@dataclass(frozen=True, slots=True)
class DayLine:
    """All days of a record from the first report to the last, as a slider over them needs them.

    `at` is the number of the chosen day, counted from the first; `earlier` and `later` are the nearest days with reports
    around it, None where there is none. `undated` is how many reports have no day, and so have no place on it.
    """

    first: date
    last: date
    length: int
    at: int
    chosen: date | None
    bars: tuple[Bar, ...]
    earlier: date | None
    later: date | None
    reports: int
    unseen: int
    years: tuple[tuple[float, int], ...]
    undated: int = 0


def day_line(days: Sequence[tuple[date, int]], as_of: date | None, undated: int = 0) -> DayLine | None:
    """The line of the days on which reports were published; None where no report has a day."""
    if not days:
        return None
    first, last = days[0][0], days[-1][0]
    length = (last - first).days
    on = [day for day, _ in days]
    shown = last if as_of is None else min(max(as_of, first), last)
    before = bisect_left(on, last if as_of is None else as_of)
    after = len(on) if as_of is None else bisect_right(on, as_of)
    return DayLine(
        first=first,
        last=last,
        length=length,
        at=(shown - first).days,
        chosen=as_of,
        bars=_bars(days, as_of),
        earlier=on[before - 1] if before else None,
        later=on[after] if after < len(on) else None,
        reports=sum(number for _, number in days[: after if as_of else None]),
        unseen=sum(number for _, number in days[after:]) if as_of else 0,
        years=_years(first, length),
        undated=undated,
    )


def _bars(days: Sequence[tuple[date, int]], as_of: date | None) -> tuple[Bar, ...]:
    """One bar for each stretch of days, all of one length, that has reports."""
    first = days[0][0]
    length = (days[-1][0] - first).days + 1
    wide = max(1, -(-length // _MOST_BARS))
    counts: dict[int, int] = {}
    for day, number in days:
        at = (day - first).days // wide
        counts[at] = counts.get(at, 0) + number
    most = max(counts.values())
    return tuple(_bar(first, at, wide, length, number, most, as_of) for at, number in sorted(counts.items()))


def _bar(first: date, at: int, wide: int, length: int, number: int, most: int, as_of: date | None) -> Bar:
    opens = first + timedelta(days=at * wide)
    closes = min(opens + timedelta(days=wide - 1), first + timedelta(days=length - 1))
    return Bar(
        first=opens,
        last=closes,
        reports=number,
        x=round(100 * at * wide / length, 3),
        width=round(max(0.15, 100 * wide / length * 0.82), 3),
        height=round(max(6.0, _HEIGHT * number / most), 2),
        seen=as_of is None or opens <= as_of,
    )


def _years(first: date, length: int) -> tuple[tuple[float, int], ...]:
    """Where each new year begins on the line, in hundredths; a few of them where there are many."""
    last = first + timedelta(days=length)
    years = list(range(first.year + 1, last.year + 1))
    step = max(1, -(-len(years) // 12))
    return tuple((round(100 * (date(year, 1, 1) - first).days / max(1, length), 3), year) for year in years[::step])
