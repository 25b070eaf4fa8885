"""Values of lengths of time and of times that come again: "three weeks", "the past three years", "every Friday"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.timewords import Phrase
from onrecord.reading.timewords.lexicon import PARTS_OF_DAY, SEASONS, UNITS, WEEKDAY_NUMBERS
from onrecord.resolution.dates.counted import plain_unit, singular
from onrecord.resolution.dates.modifiers import step_of
from onrecord.resolution.dates.numbers import number_of, written
from onrecord.resolution.dates.points import Meaning, before
from onrecord.resolution.dates.sight import Sight

_FREQUENT = {
    "hourly": "XXXX-XX-XXTXX",
    "daily": "XXXX-XX-XX",
    "nightly": "XXXX-XX-XXTNI",
    "weekly": "XXXX-WXX",
    "biweekly": "XXXX-WXX",
    "fortnightly": "P2W",
    "monthly": "XXXX-XX",
    "quarterly": "XXXX-QX",
}
_OF_UNIT = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "year": "XXXX",
    "night": "XXXX-XX-XXTNI",
    "hour": "XXXX-XX-XXTXX",
}
_HALF = 0.5
_HALVES = {"year": "P6M", "hour": "PT30M", "day": "PT12H", "decade": "P5Y", "century": "P50Y"}
_ABOUT = (
    (re.compile(r"at least|more than|over|no fewer|no less|a little"), "MORE_THAN"),
    (re.compile(r"at most|less than|fewer|under|nearly|almost|up to|no more"), "LESS_THAN"),
    (re.compile(r"about|around|some|roughly|approximately"), "APPROX"),
)


def length(number: float | None, unit: str) -> str:
    """A length as in TIMEX3: P3Y, PT6H, PXD where the number is left open; decades and centuries in years."""
    if number is None:
        letter = UNITS[singular(unit)]
        return f"PTX{letter[1]}" if letter[0] == "T" else f"PX{letter}"
    if number == _HALF and unit in _HALVES:
        return _HALVES[unit]
    letter = UNITS["week" if unit.startswith("weekend") else singular(unit)]
    plain, amount = plain_unit(unit, number)
    return f"PT{written(amount)}{letter[1]}" if letter[0] == "T" else f"P{written(amount)}{UNITS[plain]}"


def duration(phrase: Phrase, sight: Sight) -> Meaning:
    """A length of time that is not tied to a day."""
    words = sight.text[sight.start : sight.end].lower()
    number = number_of(phrase["count"])
    if number is not None and re.search(r"and a half$", words):
        number += 0.5
    modifier = next((name for pattern, name in _ABOUT if phrase["about"] and pattern.search(phrase["about"])), None)
    return Meaning(length(number, phrase["unit"]), None, None, "duration", modifier)


def long(phrase: Phrase, _sight: Sight) -> Meaning:
    """A "year-long" truce lasts one, "for months" and "months-long" several."""
    unit = phrase["unit"]
    return Meaning(length(None if unit.endswith("s") else 1, unit), None, None, "duration")


def lasting(phrase: Phrase, sight: Sight) -> Meaning:
    """The past three years end on the day of publication, the next two weeks begin on it.

    In a history they end or begin on the last day that it has told.
    """
    number = number_of(phrase["count"]) if phrase["count"] else None if phrase["unit"].endswith("s") else 1.0
    value = length(number, phrase["unit"])
    step = step_of(phrase["which"])
    unit, amount = plain_unit(phrase["unit"], number or 0)
    plain = Meaning(value, None, None, "duration")
    told = sight.day if sight.tale else None
    today = told.point.on if told else sight.published
    basis = told.basis if told else sight.basis
    if number is None or today is None or not step or unit in {"hour", "minute", "second"} or phrase["year"]:
        return plain
    if phrase["which"] in {"following", "previous", "preceding", "subsequent"} and not told:
        return plain
    if step < 0:
        return replace(plain, first=before(today, amount, unit), last=today, basis=basis)
    end = before(today, -amount, unit)
    return replace(plain, first=today, last=end, basis=basis)


def every(phrase: Phrase, _sight: Sight) -> Meaning:
    """A set of times: every Friday, each day, every two weeks."""
    if phrase["weekday"]:
        return Meaning(f"XXXX-WXX-{WEEKDAY_NUMBERS[phrase['weekday']] + 1}", precision="day")
    if phrase["part"]:
        return Meaning(f"XXXX-XX-XXT{PARTS_OF_DAY[phrase['part']]}", precision="day")
    if phrase["season"]:
        return Meaning(f"XXXX-{SEASONS[phrase['season']]}", precision="season")
    unit = singular(phrase["unit"])
    if phrase["count"]:
        number = 2.0 if phrase["count"] == "other" else number_of(phrase["count"])
        return Meaning(length(number, unit), precision="duration")
    return Meaning(_OF_UNIT.get(unit, length(1, unit)), precision="duration")


def weekdays(phrase: Phrase, _sight: Sight) -> Meaning:
    """Fridays."""
    return Meaning(f"XXXX-WXX-{WEEKDAY_NUMBERS[phrase['weekday'].removesuffix('s')] + 1}", precision="day")


def frequency(phrase: Phrase, _sight: Sight) -> Meaning:
    """Daily, weekly, annually."""
    return Meaning(_FREQUENT.get(phrase["set"], "XXXX"), precision="duration")


def per(phrase: Phrase, _sight: Sight) -> Meaning:
    """Per month, twice a week: the length in which it comes again."""
    return Meaning(length(1, phrase["unit"]), precision="duration")


def nights(phrase: Phrase, _sight: Sight) -> Meaning:
    """Nights, mornings."""
    return Meaning(f"XXXX-XX-XXT{PARTS_OF_DAY[phrase['part'].removesuffix('s')]}", precision="day")


def now(_phrase: Phrase, _sight: Sight) -> Meaning:
    """TIMEX3's word for the present."""
    return Meaning("PRESENT_REF")


def recent(_phrase: Phrase, _sight: Sight) -> Meaning:
    """TIMEX3's word for the past."""
    return Meaning("PAST_REF")


def soon(_phrase: Phrase, _sight: Sight) -> Meaning:
    """TIMEX3's word for the future."""
    return Meaning("FUTURE_REF")
