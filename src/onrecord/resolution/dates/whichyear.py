"""The year of a month or day: stated, named as "that year", or the one that fits where the text gives none."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace

from onrecord.reading.timewords import Phrase
from onrecord.resolution.dates.modifiers import STEPS
from onrecord.resolution.dates.points import (
    LAST_YEAR,
    Point,
)
from onrecord.resolution.dates.sight import Sight

_SOON = 45
"""Days ahead that a day without a year may still lie where the verb looks back."""
_FORWARD = 20
"""Days by which a tale is thought to have gone on when it gives a month or day without its year."""


def stated_year(phrase: Phrase, sight: Sight) -> tuple[int | None, str | None]:
    """The year that a phrase gives in figures or as "that year", and what the latter was counted from."""
    if phrase["year"]:
        year = int(phrase["year"].lstrip("'’‘"))
        if year > LAST_YEAR:
            raise ValueError(f"no year {year}")
        return (-year if phrase["era"] in {"bc", "bce"} else year), None
    words = phrase["year2"] or (phrase["which"] if phrase["which"].endswith("year") else "")
    if not words:
        return None, None
    return year_meant(words, sight)


def year_meant(words: str, sight: Sight) -> tuple[int | None, str | None]:
    """The year of "last year" (from publication) or "that year", "the previous year" (from the text)."""
    step = next((n for word, n in STEPS.items() if re.search(rf"\b{word}\b", words)), 0)
    if re.match(r"(?:that|the)\b", words):
        base = sight.seen
        return (base.point.year + step, base.basis) if base else (None, None)
    return (sight.published.year + step, sight.basis) if sight.published else (None, None)


def in_year(point: Point, sight: Sight) -> tuple[Point, str | None] | None:
    """The month or day with the year that it has here: nearest to the date of the text, or seen from publication."""
    told = sight.told
    if told is not None and (sight.tale or not sight.looks_ahead):
        candidates = [replace(point, year=told.point.year + step) for step in (-1, 0, 1)]
        if told.point.month is None and told.point.season is None:
            return candidates[1], told.basis
        return min(candidates, key=lambda c: abs(_days(c) - _days(told.point) - _FORWARD)), told.basis
    if sight.published is None:
        return None
    today = Point.of(sight.published)
    candidates = []
    for year in range(today.year - 1, today.year + 2):
        with suppress(ValueError):
            candidates.append(_checked(replace(point, year=year)))
    ahead = sight.looks_ahead
    if point.day is None and not ahead:
        candidates = [c for c in candidates if _begin(c) <= _begin(today)]
        return (candidates[-1], sight.basis) if candidates else None
    if ahead:
        candidates = [c for c in candidates if _days(c) >= _days(replace(today, day=today.day if c.day else None))]
        return (candidates[0], sight.basis) if candidates else None
    if ahead is False:
        candidates = [c for c in candidates if _days(c) - _days(today) <= _SOON] or candidates
    nearest = min(candidates, key=lambda c: abs(_days(c) - _days(today)), default=None)
    return (nearest, sight.basis) if nearest else None


def _checked(point: Point) -> Point:
    point.meaning()
    return point


def _begin(point: Point) -> int:
    if point.season is not None:
        return (point.year - (point.season == "WI")) * 12 + {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[point.season]
    return point.year * 12 + (point.month or 1)


def _days(point: Point) -> float:
    """A point as a number of days, for distances only."""
    return point.months * 30.44 + (point.day or 15)
