"""Values of days with a number: 2011-12-10, 10/12/2011, 10 December, "the 20th", "May 3-5"."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from datetime import date

from onrecord.reading.timewords import Phrase
from onrecord.resolution.dates.modifiers import timed
from onrecord.resolution.dates.months import month_of
from onrecord.resolution.dates.numbers import ordinal_of
from onrecord.resolution.dates.points import (
    NOTHING,
    Meaning,
    Point,
    shifted,
)
from onrecord.resolution.dates.sight import Sight
from onrecord.resolution.dates.whichyear import in_year, stated_year

_SHORT_CENTURY = 30
"""Two figures up to this number are years of this century, as in 10/12/11; above it, of the last."""


def iso(phrase: Phrase, _sight: Sight) -> Meaning:
    """2011-12-10, with or without the time."""
    day, _, time = phrase["date"].upper().partition("T")
    meaning = Point.of(date.fromisoformat(day)).meaning()
    return replace(meaning, value=f"{day}T{time}") if time else meaning


def numeric(phrase: Phrase, sight: Sight) -> Meaning:
    """10/12/2011: a value where only one reading is a day, or something else tells."""
    one, other, year = (int(part) for part in re.split(r"[/.]", phrase["date"]))
    if year < 100:
        year += 2000 if year <= _SHORT_CENTURY else 1900
    dotted = "." in phrase["date"]
    readings = []
    for is_day_first, (day, month) in ((True, (one, other)), (False, (other, one))):
        if dotted and not is_day_first:
            continue
        with suppress(ValueError):
            readings.append((is_day_first, date(year, month, day)))
    days = sorted({day for _, day in readings})
    if len(days) > 1 and sight.day_first is not None:
        chosen = next(day for is_day_first, day in readings if is_day_first == sight.day_first)
        order = "day" if sight.day_first else "month"
        return Point.of(chosen).meaning(None, f"read with the {order} first, as elsewhere in the report")
    if len(days) > 1:
        return Meaning(basis=f"ambiguous: {days[0].isoformat()} or {days[1].isoformat()}")
    return Point.of(days[0]).meaning() if days else NOTHING


def day_of_month(phrase: Phrase, sight: Sight) -> Meaning:
    """10 December 2011, December 10, the morning of 31 May: a day, with its part or time."""
    year, basis = stated_year(phrase, sight)
    if year is None and (phrase["year2"] or phrase["which"].endswith("year")):
        return NOTHING
    point = Point(year or 0, month_of(phrase["month"]), ordinal_of(phrase["day"]))
    found = (point, basis) if year is not None else in_year(point, sight)
    if found is None:
        return NOTHING
    meaning = found[0].meaning(None, found[1])
    return timed(meaning, phrase)


def days_of_month(phrase: Phrase, sight: Sight) -> Meaning:
    """Two days of one month: "May 3-5" is a stretch, "4 and 5 May" a list."""
    first = day_of_month(phrase, sight)
    last = day_of_month(replace(phrase, slots={**phrase.slots, "day": phrase["day2"], "weekday": ""}), sight)
    return joined(first, last, ", " not in phrase["and"] and phrase["and"] == "and" and not _between(sight))


def _between(sight: Sight) -> bool:
    return (
        re.search(r"\bbetween\s+(?:the\s+)?$", sight.text[max(0, sight.start - 14) : sight.start], re.IGNORECASE)
        is not None
    )


def joined(first: Meaning, last: Meaning, is_list: bool = False) -> Meaning:
    """The stretch from one meaning to another, as an ISO 8601 interval; a list has a comma instead."""
    if first.value is None or last.value is None:
        return Meaning(basis=first.basis or last.basis)
    backwards = first.first is not None and last.last is not None and first.first > last.last
    if backwards:
        return Meaning(basis="ends before it begins")
    value = f"{first.value}{',' if is_list else '/'}{last.value}"
    return Meaning(value, first.first, last.last, first.precision, None, last.basis or first.basis)


def nth(phrase: Phrase, sight: Sight) -> Meaning:
    """ "The 20th": of the month that the text or the day of publication is in."""
    base = sight.told or sight.seen
    today = base.point if base and base.point.month else Point.of(sight.published) if sight.published else None
    if today is None or today.month is None:
        return NOTHING
    day = ordinal_of(phrase["day"])
    if base and base.point.month:
        return Point(today.year, today.month, day).meaning(None, base.basis)
    if day > (today.day or 0) and not sight.looks_ahead and not phrase["which"]:
        today = shifted(today, -1, "month")
    return Point(today.year, today.month, day).meaning(None, sight.basis)
