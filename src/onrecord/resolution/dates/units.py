"""Values of whole units near a date: "last month", "that year", "the next day", "the end of the month"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from onrecord.reading.timewords import Phrase
from onrecord.resolution.dates.modifiers import modifier_of, step_of
from onrecord.resolution.dates.points import (
    NOTHING,
    Meaning,
    Point,
    of_week,
    of_years,
    shifted,
)
from onrecord.resolution.dates.sight import Sight
from onrecord.resolution.dates.years import half_year


def next_to(unit: str, step: int, modifier: str | None, sight: Sight) -> Meaning:
    """The unit so many steps from the date of the text."""
    seen = sight.seen
    if unit in {"day", "night"}:
        seen = sight.day if seen is None or (seen.point.day is None and not sight.tale) else seen
    if seen is None:
        return NOTHING
    return unit_at(seen.point, unit, step, modifier, seen.basis)


def unit_at(base: Point, unit: str, step: int, modifier: str | None, basis: str | None) -> Meaning:
    """The day, week, month, year, decade or century of a point, or one so many steps away.

    Without a value where the point is not fine enough; ValueError outside the years that can be written.
    """
    if unit in {"day", "night"}:
        meaning = shifted(base, step, "day").meaning(modifier, basis)
        return replace(meaning, value=f"{meaning.value}TNI") if unit == "night" else meaning
    if unit in {"week", "fortnight"}:
        day = base.on
        if day is None:
            return NOTHING
        return of_week(day + timedelta(weeks=step), basis, modifier)
    if unit == "month":
        return shifted(Point(base.year, base.month), step, "month").meaning(modifier, basis)
    if unit == "year":
        return Point(shifted(Point(base.year), step, "year").year).meaning(modifier, basis)
    if unit == "decade":
        return _decade(base.year, step, modifier, basis)
    if unit == "century":
        number = abs(base.year) // 100 + (step if base.year > 0 else -step)
        value = f"{number:02}" if base.year > 0 else f"BC{number:02}"
        return (
            of_years(max(1, number * 100), number * 100 + 99, value, "year", modifier, basis)
            if base.year > 0
            else Meaning(value)
        )
    return NOTHING


def _decade(year: int, step: int, modifier: str | None, basis: str | None) -> Meaning:
    if year < 0:
        return Meaning(f"BC{-year // 10 - step:03}", None, None, "decade", modifier, basis)
    first = year // 10 * 10 + 10 * step
    return of_years(first, first + 9, f"{first // 10:03}", "decade", modifier, basis)


def which(phrase: Phrase, sight: Sight) -> Meaning:
    """ "Last month", "this week" from publication; "that year", "the next day", "the same month" from the text."""
    words, unit = phrase["which"] or phrase["which0"], phrase["unit"] or "day"
    mod = phrase["mod"]
    step = step_of(words)
    told = words.startswith(("the", "that", "later that", "month", "same")) or (
        sight.tale and step > 0 and bool(phrase["mod"])
    )
    if "half" in mod and unit == "year":
        return _half_of(mod, step, told, sight)
    modifier = None if re.search(r"earlier|later(?! (?:half|part))", mod) else modifier_of(mod)
    if told:
        if words == "the" and sight.told is None and sight.published is not None:
            return unit_at(Point.of(sight.published), unit, 0, modifier, sight.basis)
        return next_to(unit, step, modifier, sight)
    if sight.published is None:
        return NOTHING
    if sight.tale and words in {"this", "current", "the current"} and unit == "day" and sight.seen:
        return next_to(unit, 0, modifier, sight)
    meaning = unit_at(Point.of(sight.published), unit, step, modifier, sight.basis)
    return cut(meaning, mod, sight.published)


def _half_of(mod: str, step: int, told: bool, sight: Sight) -> Meaning:
    base = sight.seen.point.year if told and sight.seen else sight.published.year if sight.published else None
    basis = sight.seen.basis if told and sight.seen else sight.basis
    return NOTHING if base is None else half_year(base + step, 1 if "first" in mod else 2, basis)


def cut(meaning: Meaning, mod: str, today: date) -> Meaning:
    """ "Earlier this week" ends today, "later this week" begins today."""
    if meaning.first is None or meaning.last is None or not meaning.first <= today <= meaning.last:
        return meaning
    if re.match(r"earlier", mod):
        return replace(meaning, last=today)
    return replace(meaning, first=today) if re.match(r"later", mod) else meaning


def end_of(phrase: Phrase, sight: Sight) -> Meaning:
    """ "The end of the month", "year's end": of the one that the text, or else publication, is in."""
    unit = phrase["unit"]
    base = (
        sight.seen.point
        if sight.seen and (sight.tale or sight.told)
        else Point.of(sight.published)
        if sight.published
        else None
    )
    basis = sight.seen.basis if sight.seen and (sight.tale or sight.told) else sight.basis
    if base is None:
        return NOTHING
    return unit_at(base, unit, 0, modifier_of(phrase["mod"]) or "END", basis)
