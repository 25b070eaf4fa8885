"""The axis of time of a picture: where a day lies on it, and which days are written below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.web.filters import day_words

_EDGE = 1.5
_MOST_TICKS = 9
_SHORTEST = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Tick:
    """A day written below the axis, at hundredths of its length."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from `first` to `last`, laid out over a hundred parts with a little room at both ends."""

    first: date
    last: date

    @classmethod
    def over(cls, published: Sequence[date], said: Sequence[date], last: date | None = None) -> Axis | None:
        """An axis for statements published and said on some days; None without any.

        What was said long before the first report would press all the rest together: the axis reaches back before the
        first report by no more than half of the time over which reports came.
        """
        if not published:
            return None
        opens, closes = min(published), max([*published, *([] if last is None else [last])])
        back = max(timedelta(days=14), (closes - opens) / 2)
        opens = max(min([opens, *said]), opens - back) if opens.toordinal() > back.days + 1 else opens
        if closes - opens < _SHORTEST:
            opens = opens - timedelta(days=3) if opens.toordinal() > _SHORTEST.days else opens
            closes = closes + timedelta(days=3) if closes < date.max - _SHORTEST else closes
        return cls(opens, closes)

    def at(self, day: date) -> float:
        """Where a day lies, in hundredths; a day before the axis at its beginning, one after it at its end."""
        reached = min(max(day, self.first), self.last)
        share = (reached - self.first).days / max(1, (self.last - self.first).days)
        return round(_EDGE + (100 - 2 * _EDGE) * share, 2)

    def ticks(self) -> tuple[Tick, ...]:
        """Some days to write below: beginnings of years, months or weeks, or single days, never more than nine."""
        days = next(filter(None, (_few(list(made)) for made in self._grains())), [self.first, self.last])
        return tuple(Tick(self.at(day), words) for day, words in self._worded(days))

    def _grains(self) -> Iterator[Iterator[date]]:
        length = (self.last - self.first).days
        for step in (1, 2, 7, 14):
            if length <= step * _MOST_TICKS:
                yield (self.first + timedelta(days=n) for n in range(0, length + 1, step))
        for months in (1, 2, 3, 6, 12, 24, 60, 120):
            yield _month_beginnings(self.first, self.last, months)

    def _worded(self, days: Sequence[date]) -> Iterator[tuple[date, str]]:
        year = 0
        whole_years = all((day.month, day.day) == (1, 1) for day in days)
        monthly = all(day.day == 1 for day in days)
        for day in days:
            words = day_words(day.isoformat()[: 4 if whole_years else 7 if monthly else 10])
            yield day, words if day.year != year or whole_years else words.rpartition(" ")[0]
            year = day.year


def _few(days: list[date]) -> list[date] | None:
    return days if 2 <= len(days) <= _MOST_TICKS else None


def _month_beginnings(first: date, last: date, months: int) -> Iterator[date]:
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        day = date(number // 12, number % 12 + 1, 1)
        if number % months == 0 and first <= day <= last:
            yield day
