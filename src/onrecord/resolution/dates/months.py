"""Values of months and seasons, and of weeks of a month: "early May", "last winter", "the last week of August"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from onrecord.reading.timewords import Phrase
from onrecord.reading.timewords.lexicon import MONTH_NUMBERS, SEASONS
from onrecord.resolution.dates.modifiers import STEPS, modifier_of
from onrecord.resolution.dates.numbers import number_of, ordinal_of
from onrecord.resolution.dates.points import (
    NOTHING,
    Meaning,
    Point,
)
from onrecord.resolution.dates.sight import Sight
from onrecord.resolution.dates.whichyear import in_year, stated_year


def month_of(words: str) -> int:
    """The number of a month by its name or the short form of it."""
    return MONTH_NUMBERS[words]


def month(phrase: Phrase, sight: Sight) -> Meaning:
    """A month, early or late in it, of the year given or of the one that fits."""
    number, modifier = month_of(phrase["month"]), modifier_of(phrase["mod"])
    if phrase["which"] and not phrase["year"]:
        return _which_month(phrase, number, modifier, sight)
    year, basis = stated_year(phrase, sight)
    if year is None and phrase["year2"]:
        return NOTHING
    found = (Point(year, number), basis) if year is not None else in_year(Point(0, number), sight)
    return found[0].meaning(modifier, found[1]) if found else NOTHING


def _which_month(phrase: Phrase, number: int, modifier: str | None, sight: Sight) -> Meaning:
    """ "Last May" is the one before the month of publication, "the previous April" before the date of the text."""
    words = phrase["which"]
    base = sight.seen if words.startswith(("the", "that")) or sight.tale else None
    today = base.point if base else Point.of(sight.published) if sight.published else None
    if today is None:
        return NOTHING
    step = STEPS.get(words.split()[-1], 0) or (-1 if "past" in words else 0)
    months = (today.month or 6) if base else today.month or 1
    later = number > months if step > 0 else number >= months
    year = (
        today.year + (0 if later else 1) if step > 0 else today.year - (1 if later else 0) if step < 0 else today.year
    )
    return Point(year, number).meaning(modifier, base.basis if base else sight.basis)


def season(phrase: Phrase, sight: Sight) -> Meaning:
    """A season, the year being the one in which it ends."""
    letters, modifier, words = SEASONS[phrase["season"]], modifier_of(phrase["mod"]), phrase["which"]
    if words in {"every", "each"}:
        return Meaning(f"XXXX-{letters}", precision="season")
    year, basis = stated_year(phrase, sight)
    if year is not None and phrase["end"] and letters == "WI":
        year += 1
    if year is not None:
        return Point(year, season=letters).meaning(modifier, basis)
    if phrase["year2"]:
        return NOTHING
    step = STEPS.get(words.split()[-1], 0) if words else 0
    base = sight.seen if words.startswith("the ") and step else None
    if base is not None and step:
        return Point(base.point.year + step, season=letters).meaning(modifier, base.basis)
    if step and sight.published is not None:
        return _season_from_today(letters, step, modifier, sight.published, sight)
    found = in_year(Point(0, season=letters), sight)
    return found[0].meaning(modifier, found[1]) if found else NOTHING


def _season_from_today(letters: str, step: int, modifier: str | None, today: date, sight: Sight) -> Meaning:
    """ "Last summer" is the last that has ended, "next summer" the next that begins."""
    every = [
        Point(year, season=letters).meaning(modifier, sight.basis) for year in range(today.year - 2, today.year + 3)
    ]
    if step < 0:
        return max((m for m in every if m.last is not None and m.last < today), key=lambda m: m.last or today)
    return min((m for m in every if m.first is not None and m.first > today), key=lambda m: m.first or today)


def last_of_month(phrase: Phrase, sight: Sight) -> Meaning:
    """The last week of August, the first two days of May."""
    whole = month(replace(phrase, slots={k: v for k, v in phrase.slots.items() if k in {"month", "year"}}), sight)
    if whole.first is None or whole.last is None:
        return NOTHING
    size = (number_of(phrase["count"]) or 1) * (7 if phrase["unit"].startswith("week") else 1)
    days = timedelta(days=int(size) - 1)
    if phrase["which"] in {"last", "final"}:
        return replace(whole, modifier="END", first=max(whole.first, whole.last - days))
    begin = whole.first + timedelta(days=int(size) * (ordinal_of(phrase["which"]) - 1))
    modifier = "START" if phrase["which"] == "first" else "MID"
    return replace(whole, modifier=modifier, first=begin, last=min(whole.last, begin + days))
