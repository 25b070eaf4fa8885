"""Stretches of time between two dates, "from March to June", "1914–1918": their value, and their two ends."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from onrecord.model import DateExpression, Span
from onrecord.reading.timewords import Phrase, parse
from onrecord.resolution.dates.days import joined
from onrecord.resolution.dates.points import NOTHING, Meaning, Point
from onrecord.resolution.dates.sight import Seen, Sight
from onrecord.resolution.dates.valuers import VALUERS

Place = tuple[int, int]
_SHARING = frozenset({"days_month", "month_days", "years"})
"""Rules for stretches whose ends share a month or a year."""
_WITHIN_YEAR = frozenset({"month", "day_month", "month_day"})
_LINK = re.compile(r"\s*(?:[-–—‒]|\b(?:to|until|till|through|and)\b)\s*", re.IGNORECASE)
_POINT = re.compile(
    r"(?P<bc>BC)?(?P<year>\d{4})(?:-(?:(?P<season>SP|SU|FA|WI)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?(?:T.*)?$"
)
LONGEST = 120
"""Characters of the longest words that are looked at."""


def ends(expression: DateExpression) -> tuple[DateExpression, DateExpression] | None:
    """The two ends of a stretch ("from March to June", "May 3-5") as expressions of their own; None where it is none.

    Corpora that follow TIMEX mark the ends and not the stretch.
    """
    places, values = _split(expression.span.text), re.split(r"[/,]", expression.value or "")
    if places is None or len(values) != len(places):
        return None
    whole, start = expression.span, expression.span.start
    one, other = (Span(start + a, start + b, whole.text[a:b]) for a, b in places)
    return (
        replace(expression, span=one, value=values[0], last=expression.first and _last(values[0])),
        replace(expression, span=other, value=values[1], first=expression.last and _first(values[1])),
    )


def _last(value: str) -> date | None:
    point = point_of(value)
    return point.meaning().last if point else None


def _first(value: str) -> date | None:
    point = point_of(value)
    return point.meaning().first if point else None


@lru_cache(maxsize=4096)
def parsed(words: str) -> Phrase | None:
    """The phrase that words are, None where they are too long or none."""
    return parse(words) if len(words) <= LONGEST else None


def _split(words: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where the two ends of a stretch stand in its words; days and years that share words are cut at the link too."""
    for link in _LINK.finditer(words):
        one, other = words[: link.start()], words[link.end() :]
        if one and other and parsed(words) is None and parsed(one) and parsed(other):
            return (0, link.start()), (link.end(), len(words))
    phrase = parsed(words)
    if phrase is not None and phrase.rule in _SHARING:
        for link in _LINK.finditer(words):
            if link.start():
                return (0, link.start()), (link.end(), len(words))
    return None


def stretch(words: str, sight: Sight) -> Meaning:
    """The stretch between two dates; the first takes its year, and its month, from the second where it has none."""
    places = _split(words)
    if places is None:
        return NOTHING
    (_, end), (start, _) = places
    one, other = parsed(words[:end]), parsed(words[start:])
    if one is None or other is None:
        return NOTHING
    if other["year"] and not one["year"] and one.rule in {"day_month", "month_day", "month", "season", "year"}:
        last = VALUERS[other.rule](other, sight)
        for year in (int(other["year"]), int(other["year"]) - 1):
            first = VALUERS[one.rule](
                replace(one, slots={**one.slots, "year": str(year), "era": other["era"]}), sight
            )
            found = joined(first, last)
            if found.value:
                return found
        return NOTHING
    first = VALUERS[one.rule](one, sight.at(sight.start, sight.start + end))
    point = point_of(first.value)
    onwards = sight if point is None else replace(sight, tale=True, seen=Seen(point, sight.start))
    second = VALUERS[other.rule](other, replace(onwards, start=sight.start + start))
    found = joined(first, second)
    if first.first is not None and _may_cross(one, other) and (found.value is None or _is_too_late(found, sight)):
        return _across_years(one, other, first.first.year, sight)
    return replace(found, basis=first.basis) if found.value else found


def _may_cross(one: Phrase, other: Phrase) -> bool:
    return {one.rule, other.rule} <= _WITHIN_YEAR and not one["year"] and not other["year"]


def _is_too_late(found: Meaning, sight: Sight) -> bool:
    """Whether a stretch over the turn of a year ends after publication, where the verb looks back."""
    if found.first is None or found.last is None or sight.published is None or sight.looks_ahead is not False:
        return False
    return found.first.year < found.last.year and found.last > sight.published


def _across_years(one: Phrase, other: Phrase, year: int, sight: Sight) -> Meaning:
    """A stretch whose end would come before its begin ends a year later ("from October to March"), the past ones past."""
    if sight.published is not None and sight.looks_ahead is False and year == sight.published.year:
        year -= 1
    first, last = (_in(phrase, year + later, sight) for later, phrase in enumerate((one, other)))
    return replace(joined(first, last), basis=sight.basis)


def _in(phrase: Phrase, year: int, sight: Sight) -> Meaning:
    """The meaning of a month or day in a year that is known."""
    return VALUERS[phrase.rule](replace(phrase, slots={**phrase.slots, "year": str(year)}), sight)


def point_of(value: str | None) -> Point | None:
    """The point of a value, None where it is none or not one alone."""
    match = _POINT.match(value or "")
    if match is None or int(match["year"]) == 0:
        return None
    year = int(match["year"]) * (-1 if match["bc"] else 1)
    month, day = (int(part) if part else None for part in (match["month"], match["day"]))
    return Point(year, month, day, match["season"])
