"""Values of words that count on or back: "two days ago", "a year later", "the day before"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.timewords import Phrase
from onrecord.reading.timewords.lexicon import UNIT_SIZES
from onrecord.resolution.dates.numbers import number_of
from onrecord.resolution.dates.points import (
    NOTHING,
    Meaning,
    Point,
    shifted,
)
from onrecord.resolution.dates.sight import Sight
from onrecord.resolution.dates.units import next_to

_BACK = re.compile(r"ago|earlier|previously|before|prior|before that")
_CLAUSE = re.compile(r"\s+(?:he|she|it|they|(?:the|a|an)\s+\w+)\s+(?:was\s+|had\s+)?\w+ed\b")
"""A clause after "a week after": "it denied", "a truce expired"."""
_ENDS = re.compile(r"\s*(?:[.,;:)”\"]|$|and\b|but\b)")
OF_EVENT = Meaning(basis="counted from an event that the text names")


def singular(unit: str) -> str:
    """A unit in the singular: "centuries" is "century"."""
    return "century" if unit == "centuries" else unit.removesuffix("s")


def plain_unit(unit: str, number: float) -> tuple[str, float]:
    """Fortnights as weeks, nights as days, decades and centuries as years."""
    unit = singular(unit)
    size = UNIT_SIZES.get(unit, 1)
    return {"fortnight": "week", "night": "day", "weekend": "week", "decade": "year", "century": "year"}.get(
        unit, unit
    ), number * size


def counted(phrase: Phrase, sight: Sight) -> Meaning:
    """ "Two days ago" from publication; "two days later", "a year earlier" from the date of the text."""
    number = number_of(phrase["count"])
    if number is None or not phrase["unit"]:
        return NOTHING
    unit, number = plain_unit(phrase["unit"], number + (0.5 if phrase["and"] else 0))
    if unit == "year" and number != int(number):
        unit, number = "month", number * 12
    if unit in {"second", "minute", "hour"}:
        return _hours(number, unit, phrase["way"], sight)
    start = _start(phrase["way"], unit, sight)
    if start is None or number != int(number):
        return NOTHING
    base, basis = start
    found = shifted(base, -int(number) if _BACK.fullmatch(phrase["way"]) else int(number), unit)
    return found.meaning(_about(phrase["about"], phrase["way"]), basis)


def _start(way: str, unit: str, sight: Sight) -> tuple[Point, str | None] | None:
    """What is counted from: the date of the text for "later" and "earlier", publication for "ago" and "from now"."""
    from_now = way in {"from now", "hence"}
    if way == "ago" or from_now or sight.seen is None:
        if sight.published is None or not (from_now or _BACK.fullmatch(way)):
            return None
        return Point.of(sight.published), sight.basis
    seen = sight.seen
    if unit in {"day", "week"} and seen.point.day is None and sight.day is not None and not sight.tale:
        seen = sight.day
    return seen.point, seen.basis


def _about(words: str, way: str) -> str | None:
    """TIMEX3's modifier: more than a year ago is before, less than a year ago after."""
    if re.search(r"more|over|at least", words):
        return "BEFORE" if _BACK.fullmatch(way) else "AFTER"
    if re.search(r"less|fewer|under|within", words):
        return "AFTER" if _BACK.fullmatch(way) else "BEFORE"
    return "APPROX" if re.search(r"about|around|some|roughly|approx|nearly|almost", words) else None


def _hours(number: float, unit: str, way: str, sight: Sight) -> Meaning:
    """Hours from a day whose hour is not known: on that day, if "ago" and fewer than twelve."""
    if way != "ago" or sight.published is None or (unit == "hour" and number > 12):
        return NOTHING
    return Point.of(sight.published).meaning("APPROX", sight.basis)


def after(phrase: Phrase, sight: Sight) -> Meaning:
    """ "A week after it denied" dates the denial: a week before the day of the sentence, or else of publication.

    At the end of a clause it is a week after the date of the text; with an event that is named, nothing is known.
    """
    follows = sight.text[sight.end : sight.end + 60]
    if phrase["way"] == "after" and (_CLAUSE.match(follows) or sight.is_bare) and not sight.tale:
        number = number_of(phrase["count"])
        unit, amount = plain_unit(phrase["unit"], number or 0)
        if sight.today is not None and number is not None and amount == int(amount):
            return shifted(sight.today.point, -int(amount), unit).meaning(None, sight.today.basis)
        return counted(replace(phrase, slots={**phrase.slots, "way": "ago"}), sight)
    if _ENDS.match(follows):
        way = "before" if phrase["way"] == "before" else "later"
        return counted(replace(phrase, slots={**phrase.slots, "way": way}), sight)
    return OF_EVENT


def day_after(phrase: Phrase, sight: Sight) -> Meaning:
    """ "The day before", "the year after": one on from the date of the text; of an event that is named, none."""
    follows = sight.text[sight.end : sight.end + 12]
    if not re.match(r"\s*(?:[.,;:)”\"’–—-]|$|and\b|but\b|when\b|saw\b|by\b|in\b|at\b)", follows):
        return OF_EVENT
    return next_to(phrase["unit"], -1 if _BACK.fullmatch(phrase["way"]) else 1, None, sight)


def in_time(phrase: Phrase, sight: Sight) -> Meaning:
    """ "In two weeks' time", from publication."""
    return counted(replace(phrase, slots={**phrase.slots, "way": "from now"}), sight)
