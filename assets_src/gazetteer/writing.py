"""Writes the gazetteer into one SQLite file."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from itertools import groupby
from pathlib import Path

from assets_src.gazetteer.entries import Entry
from onrecord.resolution.places.atlas import DEGREE, KINDS, SORTS, SORTS_PER_PLACE

_SCHEMA = """
PRAGMA page_size = 8192;
PRAGMA journal_mode = OFF;
PRAGMA encoding = 'UTF-8';
CREATE TABLE kind (no INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE sort (no INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE feature (no INTEGER PRIMARY KEY, name TEXT NOT NULL, kind INTEGER NOT NULL, derived INTEGER NOT NULL);
CREATE TABLE country (iso3 TEXT PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE place (no INTEGER PRIMARY KEY, id INTEGER NOT NULL, name TEXT NOT NULL, feature INTEGER NOT NULL,
  within INTEGER, lat INTEGER, lon INTEGER, population INTEGER NOT NULL);
CREATE TABLE name (key TEXT PRIMARY KEY, places BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE member (region INTEGER NOT NULL, member INTEGER NOT NULL, PRIMARY KEY (region, member)) WITHOUT ROWID;
CREATE VIEW location AS SELECT place.id, place.name, kind.name AS kind, feature.name AS feature, country.iso3,
  within.name AS within, place.lat / 1000.0 AS lat, place.lon / 1000.0 AS lon, place.population, feature.derived
  FROM place JOIN feature ON feature.no = place.feature JOIN kind ON kind.no = feature.kind
  LEFT JOIN place AS within ON within.no = place.within
  LEFT JOIN country ON place.no BETWEEN country.first AND country.last;
"""
_WIDEST_FIRST = {"country": 0, "region": 1, "admin1": 2, "admin2": 3, "place": 4}


def write(entries: Sequence[Entry], path: Path) -> None:
    """Writes all entries, numbered by country and, within it, from the country down to its smallest place.

    `name.places` holds four bytes for each place that bears the name: its number times eight, plus the number of the
    name's sort. The same entries in any order give the same bytes, under one version of SQLite (it writes its own version
    into the file). ValueError if two places have one id.
    """
    shared = [ident for ident, times in Counter(entry.id for entry in entries).items() if times > 1]
    if shared:
        raise ValueError(f"places share the ids {sorted(shared)}")
    ordered = sorted(entries, key=_order)
    numbers = {id(entry): number for number, entry in enumerate(ordered, 1)}
    codes = {entry.code: numbers[id(entry)] for entry in ordered if entry.code is not None}
    features = {feature: number for number, feature in enumerate(sorted({_feature(entry) for entry in ordered}))}
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.executescript(_SCHEMA)
        file.execute("BEGIN")
        file.executemany("INSERT INTO kind VALUES (?, ?)", enumerate(KINDS))
        file.executemany("INSERT INTO sort VALUES (?, ?)", enumerate(SORTS))
        rows = ((number, name, kind, derived) for (kind, name, derived), number in features.items())
        file.executemany("INSERT INTO feature VALUES (?, ?, ?, ?)", rows)
        file.executemany("INSERT INTO country VALUES (?, ?, ?)", _blocks(ordered))
        places = (_row(n, entry, features, codes) for n, entry in enumerate(ordered, 1))
        file.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", places)
        file.executemany("INSERT INTO name VALUES (?, ?)", _names(ordered))
        within = {(numbers[id(entry)], numbers[id(member)]) for entry in ordered for member in entry.members}
        file.executemany("INSERT INTO member VALUES (?, ?)", sorted(within))
        file.execute("COMMIT")
        file.execute("VACUUM")


def _names(ordered: Sequence[Entry]) -> Iterator[tuple[str, bytes]]:
    """Every folded name with the places that bear it, by name."""
    bearers: dict[str, bytearray] = {}
    for number, entry in enumerate(ordered, 1):
        for key, sort in entry.names.items():
            packed = number * SORTS_PER_PLACE + SORTS.index(sort)
            bearers.setdefault(key, bytearray()).extend(packed.to_bytes(4, "big"))
    for key in sorted(bearers):
        yield key, bytes(bearers[key])


def _feature(entry: Entry) -> tuple[int, str, bool]:
    """What an entry is, as one row of the table of features; settlements come first, since number 0 takes no space."""
    return KINDS.index(entry.kind), entry.feature, entry.derived


def _order(entry: Entry) -> tuple[str, int, int, int]:
    return entry.country or "~", _WIDEST_FIRST[entry.kind], -entry.population, entry.id


def _blocks(ordered: Sequence[Entry]) -> Iterator[tuple[str, int, int]]:
    numbered = enumerate(ordered, 1)
    for iso3, block in groupby(numbered, key=lambda pair: pair[1].country):
        numbers = [number for number, _ in block]
        if iso3 is not None:
            yield iso3, numbers[0], numbers[-1]


def _row(
    number: int, entry: Entry, features: Mapping[tuple[int, str, bool], int], codes: Mapping[str, int]
) -> tuple[object, ...]:
    lat, lon = (round(degrees * DEGREE) for degrees in entry.point) if entry.point else (None, None)
    within = codes.get(entry.division) if entry.division else None
    return number, entry.id, entry.name, features[_feature(entry)], within, lat, lon, entry.population
