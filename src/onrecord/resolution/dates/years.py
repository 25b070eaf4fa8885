"""Values of years and more: "late 2011", 1914–1918, the 1990s, the 20th century, the third quarter of 2010."""

from __future__ import annotations

import re
from datetime import date

from onrecord.reading.timewords import Phrase
from onrecord.resolution.dates.days import joined
from onrecord.resolution.dates.modifiers import modifier_of
from onrecord.resolution.dates.numbers import ordinal_of
from onrecord.resolution.dates.points import (
    NOTHING,
    Meaning,
    Point,
    of_years,
)
from onrecord.resolution.dates.sight import Sight
from onrecord.resolution.dates.whichyear import stated_year

_HALVES = {"first": 1, "second": 2, "latter": 2, "last": 2, "early": 1, "later": 2}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_SHORT_DECADE = 30
"""Two figures up to this number are years of this century, as in the ’10s; above it, of the last."""


def year(phrase: Phrase, sight: Sight) -> Meaning:
    """A year, or early, late, half of it."""
    number, basis = stated_year(phrase, sight)
    if number is None:
        return NOTHING
    half = re.search(r"\b(first|second|latter|last)\s+half\b", phrase["mod"])
    if half:
        return half_year(number, _HALVES[half[1]], basis)
    if re.search(r"later in|earlier in", phrase["mod"]):
        return Point(number).meaning(None, basis)
    return Point(number).meaning(modifier_of(phrase["mod"]), basis)


def short_year(phrase: Phrase, sight: Sight) -> Meaning:
    """'89: of the century that is nearest to the date of the text or of publication."""
    base = sight.told.point.year if sight.told else sight.published.year if sight.published else None
    if base is None:
        return NOTHING
    figures = int(phrase["year"].lstrip("'’‘"))
    candidates = [century * 100 + figures for century in range(base // 100 - 1, base // 100 + 2)]
    return Point(min(candidates, key=lambda y: abs(y - base))).meaning()


def years(phrase: Phrase, _sight: Sight) -> Meaning:
    """1914–1918, 1915-17, 499-493 BC."""
    one, other = phrase["year"], phrase["year2"]
    if len(other) < len(one) and len(one) == 4:
        other = one[: -len(other)] + other
    sign = -1 if phrase["era"] in {"bc", "bce"} else 1
    return joined(Point(sign * int(one)).meaning(), Point(sign * int(other)).meaning())


def decade(phrase: Phrase, _sight: Sight) -> Meaning:
    """The 1990s, the 470s BC."""
    first = int(re.sub(r"\D", "", phrase["decade"]))
    if first < 100 and not phrase["era"]:
        first += 1900 if first > _SHORT_DECADE else 2000
    bc = phrase["era"] in {"bc", "bce"}
    value = f"BC{first // 10:03}" if bc else f"{first // 10:03}"
    modifier = modifier_of(phrase["mod"])
    if bc:
        return Meaning(value, None, None, "decade", modifier)
    return of_years(first, first + 9, value, "decade", modifier, None)


def century(phrase: Phrase, _sight: Sight) -> Meaning:
    """The 20th century: 1900 to 1999, value 19 as in TIMEX3."""
    number = ordinal_of(phrase["century"]) - 1
    modifier = modifier_of(phrase["mod"])
    if phrase["era"] in {"bc", "bce"}:
        return Meaning(f"BC{number:02}", None, None, "year", modifier)
    return of_years(max(1, number * 100), number * 100 + 99, f"{number:02}", "year", modifier, None)


def half_year(number: int, half: int, basis: str | None) -> Meaning:
    """January to June or July to December."""
    if number <= 0:
        return Meaning(f"{Point(number).value}-H{half}", None, None, "month", None, basis)
    first = date(number, 1 if half == 1 else 7, 1)
    last = date(number, 6, 30) if half == 1 else date(number, 12, 31)
    return Meaning(f"{number:04}-H{half}", first, last, "month", None, basis)


def quarter(phrase: Phrase, sight: Sight) -> Meaning:
    """The first quarter of 2011, the second half of this year."""
    number, basis = stated_year(phrase, sight)
    if number is None:
        return NOTHING
    if phrase["part"] == "half":
        return half_year(number, _HALVES.get(phrase["nth"], 1), basis)
    which = _QUARTERS.get(phrase["nth"])
    if which is None:
        return NOTHING
    begin, end = Point(number, which * 3 - 2).meaning(), Point(number, which * 3).meaning()
    return Meaning(f"{number:04}-Q{which}", begin.first, end.last, "month", None, basis)
