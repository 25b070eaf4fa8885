"""The gazetteer's file: one SQLite file that ships with the package, opened once and read where it lies."""

from __future__ import annotations

import sqlite3
import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from onrecord.model import PlaceKind

NameSort = Literal["alternate", "official", "press", "historic", "abbreviation", "demonym"]

KINDS: tuple[PlaceKind, ...] = ("place", "admin2", "admin1", "country", "region")
"""Kinds as the file numbers them."""
SORTS: tuple[NameSort, ...] = ("alternate", "official", "press", "historic", "abbreviation", "demonym")
"""Sorts of names as the file numbers them."""
DEGREE = 1000
"""The file keeps coordinates in whole thousandths of a degree."""
SORTS_PER_PLACE = 8
"""The file keeps a place's number and a sort of name as one number: the first times this, plus the second."""

_ROW = (
    "SELECT place.id, place.name, feature.kind, feature.name, within, lat, lon, population, derived"
    " FROM place JOIN feature ON feature.no = place.feature WHERE place.no = ?"
)
_NAMED = "SELECT places FROM name WHERE key = ?"
_MEMBERS = "SELECT place.id, member FROM member JOIN place ON place.no = member.region ORDER BY place.id, member"
_LETTER = "SELECT key, places FROM name WHERE key >= ? AND key < ?"


@dataclass(frozen=True, slots=True)
class Location:
    """A place of the gazetteer: what it is called, what it is, what it lies in and where it is.

    `id` is GeoNames' where that is known, else below zero and the same in every edition. `country` is ISO 3166 alpha-3,
    null for what lies in several; `admin1` and `admin2` are names of the divisions that it lies in, its own for a
    division. Latitude and longitude are degrees, null where unknown; `derived` says that they were worked out from the
    places within. `population` is 0 where unknown, and for a division what its places of 500 people and more add up to.
    """

    id: int
    name: str
    kind: PlaceKind
    feature: str
    country: str | None
    admin1: str | None
    admin2: str | None
    lat: float | None
    lon: float | None
    population: int
    derived: bool

    @property
    def geonames(self) -> int | None:
        """The id of this place in GeoNames; None for places that this project made or that have no known id."""
        return self.id if self.id > 0 else None


@cache
def file() -> sqlite3.Connection:
    """The open file; nothing can be written to it, and it may be read from several threads."""
    path = Path(str(files("onrecord.assets").joinpath("gazetteer", "gazetteer.sqlite")))
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def bearers(key: str) -> list[tuple[int, NameSort]]:
    """The numbers of the places that bear a folded name, each with the sort of name."""
    row = file().execute(_NAMED, (key,)).fetchone()
    return [] if row is None else list(unpacked(row[0]))


def unpacked(places: bytes) -> Iterator[tuple[int, NameSort]]:
    """The numbers of the places that a row of names holds, each with the sort of name."""
    for (packed,) in struct.iter_unpack(">I", places):
        yield packed // SORTS_PER_PLACE, SORTS[packed % SORTS_PER_PLACE]


@lru_cache(maxsize=65_536)
def location_at(no: int) -> Location:
    """The place of a number, which is its row's and may change from edition to edition."""
    ident, name, kind, feature, within, lat, lon, population, derived = file().execute(_ROW, (no,)).fetchone()
    admin1, admin2 = _divisions(within)
    return Location(
        ident,
        name,
        KINDS[kind],
        feature,
        _country_of(no),
        name if KINDS[kind] == "admin1" else admin1,
        name if KINDS[kind] == "admin2" else admin2,
        None if lat is None else lat / DEGREE,
        None if lon is None else lon / DEGREE,
        population,
        bool(derived),
    )


def _country_of(no: int) -> str | None:
    """The country in whose block of numbers this one falls."""
    firsts, countries = blocks()
    at = bisect_right(firsts, no) - 1
    return countries[at][0] if at >= 0 and no <= countries[at][2] else None


def _divisions(within: int | None) -> tuple[str | None, str | None]:
    """Names of the first- and second-order division that the row of this number is or lies in."""
    if within is None:
        return None, None
    place = location_at(within)
    return place.admin1, place.admin2


@cache
def blocks() -> tuple[list[int], list[tuple[str, int, int]]]:
    """Every country with the first and last number of its places, in that order; the first is the country itself."""
    countries = file().execute("SELECT iso3, first, last FROM country ORDER BY first").fetchall()
    return [first for _, first, _ in countries], countries


@cache
def country_blocks() -> dict[str, tuple[int, int]]:
    """The first and last number of the places of each country, by its code of three letters."""
    return {iso3: (first, last) for iso3, first, last in blocks()[1]}


def member_numbers(ident: int) -> list[int]:
    """The numbers of the places that the region with this id is made of."""
    return _members().get(ident, [])


@cache
def _members() -> dict[int, list[int]]:
    """The numbers of their parts by the ids of the regions that have any: some six hundred rows."""
    found: dict[int, list[int]] = {}
    for ident, no in file().execute(_MEMBERS):
        found.setdefault(ident, []).append(no)
    return found


@lru_cache(maxsize=4)
def names_beginning(letter: str) -> tuple[list[str], NDArray[np.int64], NDArray[np.int64]]:
    """All names that begin with a letter; and for each bearer of one, the name's position and the packed number."""
    found = file().execute(_LETTER, (letter, chr(ord(letter) + 1))).fetchall()
    keys = [key for key, _ in found]
    sizes = [len(places) // 4 for _, places in found]
    packed = np.frombuffer(b"".join(places for _, places in found), dtype=">u4").astype(np.int64)
    return keys, np.repeat(np.arange(len(keys)), sizes), packed
