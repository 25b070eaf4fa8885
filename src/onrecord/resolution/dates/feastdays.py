"""Values of feasts and fasts: of the year given, else the nearest to publication on the side the verb says."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from onrecord.reading.timewords import Phrase
from onrecord.resolution.dates.feasts import FEASTS, ISLAMIC, TABULAR
from onrecord.resolution.dates.modifiers import modifier_of
from onrecord.resolution.dates.points import LAST_YEAR, NOTHING, Meaning, narrowed
from onrecord.resolution.dates.sight import Sight
from onrecord.resolution.dates.whichyear import stated_year

_SPELLINGS = {"ramazan": "ramadan", "norouz": "nowruz", "navroz": "nowruz", "newroz": "nowruz"}
Days = tuple[date, date]


def feast(phrase: Phrase, sight: Sight) -> Meaning:
    """The days of a feast; ValueError outside the years that can be written."""
    name = _name(phrase)
    if phrase["which"] == "every":
        return Meaning("XXXX", precision="day")
    year, basis = stated_year(phrase, sight)
    if phrase["which"] in {"last year ' s", "this year ' s", "last year ’ s", "this year ’ s"} and sight.published:
        year, basis = sight.published.year - phrase["which"].startswith("last"), sight.basis
    if year is not None:
        found = FEASTS[name](year) if 1 < year < LAST_YEAR else []
        return _meaning(found[0], phrase, name, basis) if len(found) == 1 else NOTHING
    told = sight.told
    if told is not None and told.point.year > 1:
        found = FEASTS[name](told.point.year)
        return _meaning(found[0], phrase, name, told.basis) if len(found) == 1 else NOTHING
    if sight.published is None:
        return NOTHING
    days = _nearest(name, phrase["which"], sight.published, sight.looks_ahead)
    return _meaning(days, phrase, name, sight.basis) if days else NOTHING


def _name(phrase: Phrase) -> str:
    words = re.sub(r"\s*(?:[-–—‒'’]|\bal\b|\bul\b|\bs\b)\s*", " ", phrase["feast"])
    name = " ".join(words.split())
    name = _SPELLINGS.get(name, name)
    return f"orthodox {name}" if phrase["orthodox"] and f"orthodox {name}" in FEASTS else name


def _nearest(name: str, words: str, today: date, ahead: bool | None) -> Days | None:
    """The feast that goes on today, else the last one, else the next where the words look ahead."""
    every = [days for year in range(today.year - 1, today.year + 2) for days in FEASTS[name](year)]
    going_on = [days for days in every if days[0] <= today <= days[1]]
    if going_on and words not in {"last", "next"}:
        return going_on[0]
    past = [days for days in every if days[1] < today]
    to_come = [days for days in every if days[0] > today]
    if words == "this":
        return min(past + to_come, key=lambda d: (d[0].year != today.year, abs((d[0] - today).days)), default=None)
    chosen = to_come[:1] if words == "next" or (ahead and words != "last") else past[-1:]
    return chosen[0] if chosen else None


def _meaning(days: Days, phrase: Phrase, name: str, basis: str | None) -> Meaning:
    first, last = days
    value = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    if phrase["feast"].endswith("night"):
        value += "TNI"
    modifier = modifier_of(phrase["mod"])
    if name in ISLAMIC:
        basis = f"{basis}; {TABULAR}" if basis else TABULAR
    found = Meaning(value, first, last, "day" if (last - first).days < 7 else "month", modifier, basis)
    begin, end = narrowed(first, last, modifier)
    return replace(found, first=begin, last=end)
