"""Values of parts and times of a day: "this morning", "overnight", "5 p.m. Sunday", "at 11:30"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from onrecord.reading.timewords import Phrase
from onrecord.reading.timewords.lexicon import WEEKDAY_NUMBERS
from onrecord.resolution.dates.modifiers import clock_of, modifier_of, part_of, step_of
from onrecord.resolution.dates.points import (
    NOTHING,
    Meaning,
    Point,
)
from onrecord.resolution.dates.sight import Sight
from onrecord.resolution.dates.weekdays import day_of_week, deictic


def part(phrase: Phrase, sight: Sight) -> Meaning:
    """ "This morning" of the day of publication; "that night", "the next morning" from the last day of the text."""
    letters, words = part_of(phrase["part"]), phrase["which"]
    if words in {"every", "each"}:
        return Meaning(f"XXXX-XX-XXT{letters}", precision="day")
    if not words or words.startswith(("the", "that")):
        base = sight.day.point.on if sight.day else None
        basis = sight.day.basis if sight.day else None
    else:
        base, basis = sight.published, sight.basis
    if base is None or words in {"one", "another"}:
        return NOTHING
    days = -1 if "yesterday" in words or words == "last" else 1 if "tomorrow" in words else step_of(words)
    whole = sight.text[sight.start : sight.end].lower()
    if whole.startswith("yesterday"):
        days = -1
    meaning = Point.of(base + timedelta(days=days)).meaning(modifier_of(phrase["mod"]), basis)
    return replace(meaning, value=f"{meaning.value}T{letters}")


def at_part(phrase: Phrase, sight: Sight) -> Meaning:
    """ "Overnight", "at dawn": on the last day that the sentence gives.

    Without one, "overnight" is the night before publication, and the others are of no day that is known.
    """
    letters = part_of(phrase["part"])
    if sight.today is not None:
        meaning = sight.today.point.meaning(None, sight.today.basis)
        return replace(meaning, value=f"{meaning.value}T{letters}")
    if phrase["part"] == "overnight" and sight.published is not None and not sight.tale:
        meaning = Point.of(sight.published).meaning(None, sight.basis)
        first = sight.published - timedelta(days=1)
        return replace(meaning, value=f"{first.isoformat()}TNI", first=first)
    return Meaning(f"XXXX-XX-XXT{letters}", precision="day")


def clock(phrase: Phrase, sight: Sight) -> Meaning:
    """ "5 p.m. Sunday", "at 11:30": a time of the day that is given with it or before it in the sentence."""
    time = clock_of(phrase["time"])
    if "in the" in sight.text[sight.start : sight.end] and phrase["part"]:
        time = clock_of(f"{phrase['time']} {'am' if phrase['part'] == 'morning' else 'pm'}")
    if time is None:
        return NOTHING
    if phrase["weekday"]:
        meaning = day_of_week(WEEKDAY_NUMBERS[phrase["weekday"]], "", sight)
    elif phrase["day"]:
        meaning = deictic(phrase, sight)
    else:
        seen = sight.today or (sight.day if sight.tale else None)
        if seen is None:
            return Meaning(f"XXXX-XX-XXT{time}", precision="day")
        meaning = seen.point.meaning(None, seen.basis)
    return replace(meaning, value=f"{meaning.value}T{time}") if meaning.value else meaning
