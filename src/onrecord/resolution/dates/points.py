"""Points on the calendar, from a day to a year, before and after the calendar begins, and what they mean as TIMEX3."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.model import DateExpression, Precision

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month in which each season begins in the northern half of the world, by the reckoning of weather services."""
LAST_YEAR = 9999


@dataclass(frozen=True, slots=True)
class Meaning:
    """A value as in TIMEX3, the first and last day, their grain, TIMEX3's modifier, and what it was counted from."""

    value: str | None = None
    first: date | None = None
    last: date | None = None
    precision: Precision | None = None
    modifier: str | None = None
    basis: str | None = None

    def of(self, expression: DateExpression) -> DateExpression:
        """The expression with this meaning."""
        return replace(
            expression,
            value=self.value,
            first=self.first,
            last=self.last,
            precision=self.precision,
            modifier=self.modifier,
            basis=self.basis,
        )


NOTHING = Meaning()


@dataclass(frozen=True, slots=True)
class Point:
    """A year, a season or month of it, or a day; years before Christ are negative, 1 BC being -1."""

    year: int
    month: int | None = None
    day: int | None = None
    season: str | None = None

    @classmethod
    def of(cls, day: date) -> Point:
        """The point of a day."""
        return cls(day.year, day.month, day.day)

    @property
    def on(self) -> date | None:
        """The day, where the point is one that `datetime` can hold."""
        if self.month is None or self.day is None or not 0 < self.year <= LAST_YEAR:
            return None
        return date(self.year, self.month, self.day)

    @property
    def value(self) -> str:
        """The point as in TIMEX3."""
        year = f"{self.year:04}" if self.year > 0 else f"BC{-self.year:04}"
        if self.season is not None:
            return f"{year}-{self.season}"
        parts = [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join([year, *parts])

    @property
    def months(self) -> int:
        """Months since the year 0, the middle of the year where no month is known."""
        return self.year * 12 + (self.month or self._middle) - 1

    @property
    def _middle(self) -> int:
        return {"SP": 4, "SU": 7, "FA": 10, "WI": 1}.get(self.season or "", 6)

    def meaning(self, modifier: str | None = None, basis: str | None = None) -> Meaning:
        """What the point means; ValueError for a day or month that there is not."""
        if self.day is not None and self.month is not None and not 1 <= self.day <= days_of(self.year, self.month):
            raise ValueError(f"no day {self.day} in month {self.month} of {self.year}")
        precision: Precision = "season" if self.season else "day" if self.day else "month" if self.month else "year"
        if not 0 < self.year <= LAST_YEAR:
            return Meaning(self.value, None, None, precision, modifier, basis)
        first, last = narrowed(*self._bounds(), modifier)
        return Meaning(self.value, first, last, precision, modifier, basis)

    def _bounds(self) -> tuple[date, date]:
        if self.season is not None:
            begin = Point(self.year - (self.season == "WI"), SEASON_MONTHS[self.season])
            end = shifted(begin, 2, "month")
            return date(begin.year, begin.month or 1, 1), date(
                end.year, end.month or 1, days_of(end.year, end.month or 1)
            )
        if self.month is None:
            return date(self.year, 1, 1), date(self.year, 12, 31)
        if self.day is None:
            return date(self.year, self.month, 1), date(self.year, self.month, days_of(self.year, self.month))
        return date(self.year, self.month, self.day), date(self.year, self.month, self.day)


def days_of(year: int, month: int) -> int:
    """Days of a month; years before Christ are counted as if the calendar went back to them."""
    return monthrange(year if year > 0 else 2000 + year % 400, month)[1]


def narrowed(first: date, last: date, modifier: str | None) -> tuple[date, date]:
    """The first, middle or last third of a stretch; of a year, the first, middle or last four months."""
    if modifier not in {"START", "MID", "END"} or first == last:
        return first, last
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        month = {"START": 1, "MID": 5, "END": 9}[modifier]
        return date(first.year, month, 1), date(first.year, month + 3, days_of(first.year, month + 3))
    third = max(1, ((last - first).days + 1) // 3)
    if modifier == "START":
        return first, first + timedelta(days=third - 1)
    if modifier == "END":
        return last - timedelta(days=third - 1), last
    return first + timedelta(days=third), last - timedelta(days=third)


def shifted(point: Point, number: int, unit: str) -> Point:
    """The point so many units later (earlier, if below zero), as fine as the unit and the point allow.

    ValueError for days and weeks counted from a point that is no day, and outside the years that can be written.
    """
    if unit in {"day", "week"}:
        day = point.on
        if day is None:
            raise ValueError("days are counted from a day")
        return Point.of(day + timedelta(days=number * (7 if unit == "week" else 1)))
    if unit == "month":
        if point.month is None:
            raise ValueError("months are counted from a month")
        year, month = divmod(point.year * 12 + point.month - 1 + number, 12)
        moved = Point(year, month + 1)
    else:
        moved = Point(point.year + number)
    if moved.year <= 0 < point.year or abs(moved.year) > LAST_YEAR:
        raise ValueError("years before the calendar begins are not counted back to")
    return moved


def of_week(day: date, basis: str | None = None, modifier: str | None = None) -> Meaning:
    """The week of a day, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    number = monday.isocalendar()
    first, last = narrowed(monday, monday + timedelta(days=6), modifier)
    return Meaning(f"{number.year:04}-W{number.week:02}", first, last, "week", modifier, basis)


def of_weekend(day: date, basis: str | None = None) -> Meaning:
    """Saturday and Sunday of the week of a day."""
    week = of_week(day, basis)
    saturday = day + timedelta(days=5 - day.weekday())
    return replace(week, value=f"{week.value}-WE", first=saturday, precision="day")


def of_years(
    first: int, last: int, value: str, precision: Precision, modifier: str | None, basis: str | None
) -> Meaning:
    """A row of whole years: a decade, a century."""
    if not 0 < first <= last <= LAST_YEAR:
        return Meaning(value, None, None, precision, modifier, basis)
    begin, end = date(first, 1, 1), date(last, 12, 31)
    if modifier in {"START", "MID", "END"} and first != last:
        third = max(1, (last - first + 1) // 3)
        begin_year = {"START": first, "MID": first + third, "END": last - third + 1}[modifier]
        end_year = {"START": first + third - 1, "MID": last - third, "END": last}[modifier]
        begin, end = date(begin_year, 1, 1), date(end_year, 12, 31)
    return Meaning(value, begin, end, precision, modifier, basis)


def before(day: date, number: float, unit: str) -> date:
    """The day so many units before another, for the begin of a duration; half units are rounded down to days."""
    if unit in {"day", "week"}:
        return day - timedelta(days=int(number * (7 if unit == "week" else 1)))
    months = day.year * 12 + day.month - 1 - int(number * (1 if unit == "month" else 12))
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, days_of(year, month + 1)))
