"""The places of the world and their names, from one SQLite file that ships with the package.

All look-ups are by name; which of the places that share a name a report means is for the ranking to say. Places,
divisions and names are GeoNames' (CC BY 4.0); the asset's README.md names every source.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from functools import lru_cache

from onrecord.resolution.places.atlas import (
    KINDS,
    SORTS,
    SORTS_PER_PLACE,
    Location,
    NameSort,
    bearers,
    country_blocks,
    location_at,
    member_numbers,
    names_beginning,
)
from onrecord.resolution.places.folding import folded, letters_like, respelt, without_kind, written_short
from onrecord.resolution.places.likeness import allowance, consonants, difference

__all__ = [
    "Location",
    "NameSort",
    "alike",
    "country",
    "country_of_demonym",
    "distance_km",
    "folded",
    "inside",
    "members",
    "named",
]

_EARTH_RADIUS_KM = 6371.0088
_SHORTEST_ALIKE = 4
_RESPELT = 0.2  # a name that only its spelling keeps apart is a little less likely than the name itself


@lru_cache(maxsize=16_384)
def named(name: str) -> tuple[tuple[Location, NameSort], ...]:
    """Every place that a name may mean, the most populous first, each with the sort of name that it is for the place.

    A name that nothing bears is tried again without the word that says what it is ("Bajaur Agency", "the city of
    Khar"). Abbreviations count only where written like one ("Ore.", "NSW"). Nothing for what is no name.
    """
    key = folded(name)
    if not key:
        return ()
    found = _bearing(key, name)
    if found:
        return found
    return next((bearing for short in without_kind(key) if (bearing := _bearing(short, short))), ())


def alike(name: str, countries: Collection[str]) -> tuple[tuple[Location, float], ...]:
    """Places of these countries (ISO 3166 alpha-3) with nearly this name, the likest first, each with a likeness up to 1.

    One letter may differ, two in names of eight letters and more; vowels count less than half. The first letter is the
    same. `Bajur` is like `Bajaur` in Pakistan. Ask only about countries that the report names: in the whole world
    something is always alike.
    """
    key = folded(name)
    if len(key) < _SHORTEST_ALIKE:
        return ()
    found: dict[int, float] = {}
    for iso3 in sorted(set(countries)):
        for no, likeness in _alike_in(key, iso3):
            found[no] = max(likeness, found.get(no, 0.0))
    ranked = sorted(
        ((location_at(no), likeness) for no, likeness in found.items()), key=lambda x: (-x[1], *_order(x[0]))
    )
    return tuple(ranked)


def country(iso3: str) -> Location | None:
    """A country by its code of three letters; None for no country's code."""
    numbers = country_blocks().get(iso3)
    return None if numbers is None else location_at(numbers[0])


@lru_cache(maxsize=4096)
def country_of_demonym(word: str) -> str | None:
    """The country (ISO 3166 alpha-3) whose adjective or people a word is ("Afghans"); None for none, or for several."""
    key = folded(word)
    for candidate in dict.fromkeys((key, key.removesuffix("s"))):
        found = {no for no, sort in bearers(candidate) if sort == "demonym"}
        codes = {place.country for place in map(location_at, sorted(found)) if place.kind == "country"}
        if codes:
            return codes.pop() if len(codes) == 1 else None
    return None


def inside(location: Location, other: Location) -> bool:
    """Whether one place lies in the other by its divisions, its country, or what a region is made of; not in itself."""
    if location.id == other.id:
        return False
    if other.kind == "country" and other.country is not None:
        return location.country == other.country
    if other.kind in {"admin1", "admin2"}:
        shared = (location.country, location.admin1) == (other.country, other.admin1)
        return shared and (other.kind == "admin1" or location.admin2 == other.admin2)
    return any(location.id == member.id or inside(location, member) for member in members(other))


@lru_cache(maxsize=1024)
def members(location: Location) -> tuple[Location, ...]:
    """The countries, divisions, places and regions that a region or a former state is made of; most have none."""
    return tuple(location_at(no) for no in member_numbers(location.id))


def distance_km(one: Location, other: Location) -> float | None:
    """Kilometres between two places over the globe (haversine); None where the coordinates of one are unknown."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    lat, other_lat = math.radians(one.lat), math.radians(other.lat)
    half = (math.sin((other_lat - lat) / 2), math.sin(math.radians(other.lon - one.lon) / 2))
    return (
        2
        * _EARTH_RADIUS_KM
        * math.asin(min(1.0, math.sqrt(half[0] ** 2 + math.cos(lat) * math.cos(other_lat) * half[1] ** 2)))
    )


def _bearing(key: str, written: str) -> tuple[tuple[Location, NameSort], ...]:
    """The places that bear a name, the most populous first."""
    rows = [
        (location_at(no), sort)
        for no, sort in bearers(key)
        if sort != "abbreviation" or len(key) > 3 or written_short(written)
    ]
    return tuple(sorted(rows, key=lambda row: _order(row[0])))


def _order(place: Location) -> tuple[int, int, int]:
    return -place.population, -KINDS.index(place.kind), place.id


def _alike_in(key: str, iso3: str) -> Iterator[tuple[int, float]]:
    mine, limit = respelt(key), allowance(key)
    letters = consonants(mine)
    for letter in letters_like(key[0]):
        for theirs, theirs_letters, no in _spellings(iso3, letter):
            if theirs[:1] != mine[:1] or (letters ^ theirs_letters).bit_count() > 2 * limit:
                continue
            apart = difference(mine, theirs, limit)
            if apart <= limit:
                yield no, 1 - (apart or _RESPELT) / len(mine)


@lru_cache(maxsize=512)
def _spellings(iso3: str, letter: str) -> tuple[tuple[str, int, int], ...]:
    """Every name in a country that begins with a letter: its compared spelling, its consonants, and whose it is."""
    first, last = country_blocks().get(iso3, (0, -1))
    keys, rows, packed = names_beginning(letter)
    numbers = packed // SORTS_PER_PLACE
    wanted = (numbers >= first) & (numbers <= last) & (packed % SORTS_PER_PLACE != SORTS.index("demonym"))
    spelt = (
        (respelt(keys[row]), no) for row, no in zip(rows[wanted].tolist(), numbers[wanted].tolist(), strict=True)
    )
    return tuple((spelling, consonants(spelling), no) for spelling, no in spelt)
