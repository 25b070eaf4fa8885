"""Values of days counted from publication by name: "today", "on Sunday", "Friday last week", "the weekend"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from onrecord.reading.timewords import Phrase
from onrecord.reading.timewords.lexicon import WEEKDAY_NUMBERS
from onrecord.resolution.dates.modifiers import modifier_of, step_of, timed
from onrecord.resolution.dates.points import (
    NOTHING,
    Meaning,
    Point,
    of_weekend,
)
from onrecord.resolution.dates.sight import Sight

_ON_THE_DAY = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}


def deictic(phrase: Phrase, sight: Sight) -> Meaning:
    """Today, yesterday, tonight: the day of publication, the day before it."""
    words = phrase["day"]
    if sight.tale and words == "today":
        return Meaning("PRESENT_REF")
    if sight.published is None:
        return NOTHING
    meaning = Point.of(sight.published + timedelta(days=_ON_THE_DAY[words])).meaning(
        modifier_of(phrase["mod"]), sight.basis
    )
    return replace(meaning, value=f"{meaning.value}TNI") if words == "tonight" else meaning


def weekday(phrase: Phrase, sight: Sight) -> Meaning:
    """A weekday: the last up to the day of publication, or the next where the verb or "next" looks ahead."""
    words = phrase["which"]
    if words in {"every", "each"}:
        return Meaning(f"XXXX-WXX-{WEEKDAY_NUMBERS[phrase['weekday']] + 1}", precision="day")
    meaning = day_of_week(WEEKDAY_NUMBERS[phrase["weekday"]], words, sight)
    if phrase["mod"] and not phrase["mod"].startswith(("earlier", "later")):
        meaning = replace(meaning, modifier=modifier_of(phrase["mod"]))
    return timed(meaning, phrase) if meaning.value else meaning


def day_of_week(number: int, words: str, sight: Sight) -> Meaning:
    """The weekday (Monday is 0) that "last", "next", "that" or nothing before its name makes of it."""
    seen = sight.day if words.startswith(("the ", "that")) and words != "the" else None
    seen = seen or (sight.told and sight.day)
    if seen is not None and seen.point.on is not None:
        base = seen.point.on
        on = (number - base.weekday()) % 7
        if step_of(words) < 0 or (step_of(words) == 0 and on > 3):
            on -= 7
        elif step_of(words) > 0 and on == 0:
            on = 7
        return Point.of(base + timedelta(days=on)).meaning(None, seen.basis)
    if sight.published is None:
        return NOTHING
    back = (sight.published.weekday() - number) % 7
    ahead = sight.looks_ahead
    if words in {"next", "this coming"} or (words == "this" and ahead is not False) or (not words and ahead):
        on = (7 - back) if words == "next" else (7 - back) % 7
        return Point.of(sight.published + timedelta(days=on)).meaning(None, sight.basis)
    return Point.of(sight.published - timedelta(days=back or (7 if words == "last" else 0))).meaning(
        None, sight.basis
    )


def weekday_week(phrase: Phrase, sight: Sight) -> Meaning:
    """Friday last week, Monday of next week."""
    number, words = WEEKDAY_NUMBERS[phrase["weekday"]], phrase["which"]
    base = sight.day.point.on if words.startswith(("the", "that")) and sight.day else sight.published
    if base is None:
        return NOTHING
    if phrase.end and words == "last" and "week" not in sight.text[sight.start : sight.end].lower():
        return day_of_week(number, "last", sight)
    monday = base - timedelta(days=base.weekday()) + timedelta(weeks=step_of(words))
    basis = sight.day.basis if words.startswith(("the", "that")) and sight.day else sight.basis
    return Point.of(monday + timedelta(days=number)).meaning(None, basis)


def weekend(phrase: Phrase, sight: Sight) -> Meaning:
    """The weekend: the last begun up to publication, the next where the words look ahead."""
    words = phrase["which"]
    if words in {"every", "each"}:
        return Meaning("XXXX-WXX-WE", precision="day")
    base = sight.published
    if base is None:
        return NOTHING
    step = step_of(words)
    weekday_number = base.weekday()
    if (
        step == 0
        and weekday_number < 5
        and not (words == "this" and sight.looks_ahead is not False)
        and not sight.looks_ahead
    ):
        step = -1
    elif (step < 0 and weekday_number >= 5 and "past" in words) or (
        step > 0 and words != "next" and weekday_number < 5
    ):
        step = 0
    return of_weekend(base + timedelta(weeks=step), sight.basis)
