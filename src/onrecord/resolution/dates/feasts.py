"""Days of feasts and fasts in a year: Christian, Islamic by the tabular calendar, and Nowruz.

Easter is by the anonymous Gregorian algorithm, Orthodox Easter by Meeus's Julian one. Islamic months are those of the
tabular calendar (civil epoch, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of 30): where they begin by sighting
of the moon, they differ by a day or two. Nowruz is the day of the mean March equinox (Meeus, Astronomical Algorithms,
chapter 27, without its periodic terms) in Tehran, or the day after if that falls past noon. Source of the first and the
third: Reingold and Dershowitz, Calendrical Calculations.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

TABULAR = "Islamic months by the tabular calendar, a day or two off where the moon is sighted"
_ISLAMIC_EPOCH = 227_015
"""The proleptic Gregorian ordinal of 1 Muharram of the year 1."""


def easter(year: int) -> date:
    """Easter Sunday of the western churches."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    offset = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (golden + 11 * epact + 22 * offset) // 451
    month, day = divmod(epact + offset - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, in the Gregorian calendar."""
    moon = (19 * (year % 19) + 15) % 30
    offset = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + offset + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def islamic(year: int, month: int, day: int) -> date:
    """A day of the tabular Islamic calendar; ValueError outside the years of `date`."""
    days = day - 1 + 29 * (month - 1) + month // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(_ISLAMIC_EPOCH + days)


def nowruz(year: int) -> date:
    """The first day of the Iranian year."""
    since = (year - 2000) / 1000
    julian = 2_451_623.80984 + 365_242.37404 * since + 0.05169 * since**2 - 0.00411 * since**3
    local = julian + 0.5 + 3.5 / 24
    day = date.fromordinal(int(local) - 1_721_425)
    return day + timedelta(days=1) if local % 1 >= 0.5 else day


def _days(first: date, last: date | None = None) -> tuple[date, date]:
    return first, last or first


def _in_islamic_year(month: int, day: int, length: int | None) -> Callable[[int], list[tuple[date, date]]]:
    def found(year: int) -> list[tuple[date, date]]:
        about = int((year - 622) * 33 / 32)
        rows = []
        for islamic_year in range(max(1, about - 1), about + 3):
            first = islamic(islamic_year, month, day)
            last = (
                first + timedelta(days=length - 1)
                if length
                else islamic(islamic_year, month % 12 + 1, 1) - timedelta(days=1)
            )
            if first.year == year:
                rows.append((first, last))
        return rows

    return found


def _by(rule: Callable[[int], date]) -> Callable[[int], list[tuple[date, date]]]:
    return lambda year: [_days(rule(year))]


def _on(month: int, day: int) -> Callable[[int], list[tuple[date, date]]]:
    return lambda year: [_days(date(year, month, day))]


def _from_easter(days: int) -> Callable[[int], list[tuple[date, date]]]:
    return lambda year: [_days(easter(year) + timedelta(days=days))]


def _thanksgiving(year: int) -> date:
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


_FITR, _ADHA = _in_islamic_year(10, 1, 3), _in_islamic_year(12, 10, 4)
FEASTS: dict[str, Callable[[int], list[tuple[date, date]]]] = {
    "christmas": _on(12, 25),
    "christmas day": _on(12, 25),
    "christmas night": _on(12, 25),
    "christmas eve": _on(12, 24),
    "orthodox christmas": _on(1, 7),
    "boxing day": _on(12, 26),
    "new year day": _on(1, 1),
    "new year eve": _on(12, 31),
    "may day": _on(5, 1),
    "halloween": _on(10, 31),
    "the fourth of july": _on(7, 4),
    "thanksgiving": _by(_thanksgiving),
    "thanksgiving day": _by(_thanksgiving),
    "easter": _by(easter),
    "easter sunday": _by(easter),
    "orthodox easter": _by(orthodox_easter),
    "easter saturday": _from_easter(-1),
    "easter monday": _from_easter(1),
    "good friday": _from_easter(-2),
    "holy thursday": _from_easter(-3),
    "palm sunday": _from_easter(-7),
    "ash wednesday": _from_easter(-46),
    "pentecost": _from_easter(49),
    "nowruz": _by(nowruz),
    "ramadan": _in_islamic_year(9, 1, None),
    "muharram": _in_islamic_year(1, 1, None),
    "ashura": _in_islamic_year(1, 10, 1),
    "mawlid": _in_islamic_year(3, 12, 1),
    "eid fitr": _FITR,
    "eid adha": _ADHA,
    "eid": lambda year: sorted(_FITR(year) + _ADHA(year)),
}
"""For each feast, the stretches of days in a year; an Islamic one may fall into a year twice, or never."""
ISLAMIC = frozenset({"ramadan", "muharram", "ashura", "mawlid", "eid fitr", "eid adha", "eid"})
