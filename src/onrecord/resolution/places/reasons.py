"""Why one place was chosen and not the next likeliest, in words: the signs that made the difference."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Evidence
from onrecord.resolution.places.gazetteer import Location
from onrecord.resolution.places.gazetteer import country as country_named
from onrecord.resolution.places.ranking import Ranked, Weights
from onrecord.resolution.places.scene import Option, Usage
from onrecord.resolution.places.signs import Elsewhere

_MOST = 6
_SPELT = "spelt otherwise"
_SLIGHT = 0.1
_KINDS = {
    "country": "a country",
    "admin1": "a first-order division",
    "admin2": "a second-order division",
    "place": "a town or village",
    "region": "a region",
}
_SORTS = {
    "official": "its own name",
    "alternate": "another name of it",
    "press": "its name in the press",
    "historic": "its former name",
    "abbreviation": "an abbreviation of it",
    "alike": "nearly its name",
}


def reasons(usage: Usage, ranking: Sequence[Ranked], elsewhere: Elsewhere, weights: Weights) -> tuple[Evidence, ...]:
    """What speaks for the first of several places, and against it, beside the second; the weightiest first."""
    other = ranking[1] if len(ranking) > 1 else None
    found = _difference(usage, ranking[0], other, elsewhere, weights)
    return (*_spelling(ranking[0].option, weights), *(e for e in found if e.sign != _SPELT))


def _spelling(option: Option, weights: Weights) -> tuple[Evidence, ...]:
    """That the gazetteer spells the name in another way, which is always said."""
    if option.likeness == 1.0:
        return ()
    weight = round(weights.get(_SPELT, 0.0) * (1 - option.likeness), 2)
    return (Evidence(_SPELT, f"spelt {option.place.name} or nearly so in the gazetteer", weight),)


def reasons_against(
    usage: Usage, candidate: Ranked, chosen: Ranked | None, elsewhere: Elsewhere, weights: Weights
) -> tuple[Evidence, ...]:
    """What speaks for a candidate and against it beside the place that was chosen, or by itself where none was."""
    return _difference(usage, candidate, chosen, elsewhere, weights)


def _difference(
    usage: Usage, one: Ranked, other: Ranked | None, elsewhere: Elsewhere, weights: Weights
) -> tuple[Evidence, ...]:
    theirs = other.signs if other else {}
    weighed = [(s, weights.get(s, 0.0) * (one.signs.get(s, 0.0) - theirs.get(s, 0.0))) for s in {*one.signs, *theirs}]
    telling = sorted((pair for pair in weighed if abs(pair[1]) >= _SLIGHT), key=lambda pair: (-abs(pair[1]), pair[0]))
    found = []
    for sign, weight in telling[:_MOST]:
        words = _words(sign, usage, one, other, elsewhere)
        if words:
            found.append(Evidence(_kind_of(sign), words, round(weight, 2)))
    return tuple(found)


def _kind_of(sign: str) -> str:
    """The first word of a sign that names a value ("kind country"), else the whole of it."""
    first = sign.split()[0]
    return first if first in {"kind", "sort"} else sign


def _words(sign: str, usage: Usage, one: Ranked, other: Ranked | None, elsewhere: Elsewhere) -> str:
    """A sign told of the place that has more of it."""
    if other is None or one.signs.get(sign, 0.0) >= other.signs.get(sign, 0.0):
        return _told(sign, usage, one.option.place, elsewhere)
    told = _told(sign, usage, other.option.place, elsewhere)
    return told and f"of {described(other.option.place)}: {told}"


def _told(sign: str, usage: Usage, place: Location, elsewhere: Elsewhere) -> str:
    first, _, rest = sign.partition(" ")
    if first in {"kind", "sort"}:
        return {"kind": _KINDS, "sort": _SORTS}[first].get(rest, f"{first} {rest}")
    if sign == "near":
        _, anchor, far = elsewhere.nearest(usage.key, place)
        return "" if anchor is None else f"named beside {anchor.place.name}, {far:.0f} km away"
    return {
        "population": f"{place.population:,} people",
        "capital": "a capital",
        "largest": "the most populous place of that name",
        "spelt otherwise": f"spelt {place.name} in the gazetteer",
        "country share": f"the report names {_country(place)} and places there",
        "country named": f"the report names {_country(place)}, its people or places there",
        "home country": f"the report is about {_country(place)}",
        "division": f"the report names other places in {place.admin1}",
        "lies in the next": f'"{usage.holder}" follows, in which it lies',
        "holds the one before": f'"{usage.held}" stands before, which lies in it',
        "governs": "a government sits there, and the name stands for one",
        "governs elsewhere": "a government sits there, and elsewhere in the report the name stands for one",
        "unit fits": f"a word beside it says {usage.unit}",
        "unit differs": f"a word beside it says {usage.unit}",
        "lies in the next elsewhere": "elsewhere in the report a name follows in which it lies",
        "holds the one before elsewhere": "elsewhere in the report a name stands before that lies in it",
        "unit fits elsewhere": "elsewhere in the report a word beside it says what it is",
    }.get(sign, "")


def _country(place: Location) -> str:
    country = country_named(place.country) if place.country else None
    return country.name if country else "its country"


def described(place: Location) -> str:
    """A place's name with what it lies in."""
    parts = dict.fromkeys(p for p in (place.name, place.admin1, _country(place) if place.country else None) if p)
    return ", ".join(parts)
