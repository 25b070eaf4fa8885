"""Reads the hand-made tables beside this file: countries' other names, regions, former states, press names, centres."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

from assets_src.gazetteer.centres import weighted_centre
from assets_src.gazetteer.entries import Entry, Point, made_id
from assets_src.gazetteer.finding import Finder, UnknownPlace
from onrecord.resolution.places.atlas import NameSort
from onrecord.resolution.places.folding import folded

REGIONS, FORMER, PRESS, CENTRES = "regions.txt", "former_states.txt", "press_names.txt", "centres.txt"
CONTINENT_IDS = {
    "Africa": 6255146,
    "Antarctica": 6255152,
    "Asia": 6255147,
    "Europe": 6255148,
    "North America": 6255149,
    "Oceania": 6255151,
    "South America": 6255150,
}
"""GeoNames' ids of the continents."""


def add_countries_names(states: Sequence[Entry], table: Path) -> None:
    """Adds the other names and the demonyms of the package's own table of countries.

    A demonym of that table is its countries' alone: that the Factbook calls the people of Macao or Taiwan Chinese, too,
    would only keep "Chinese" from meaning China.
    """
    by_code = {state.country: state for state in states}
    listed = [row for row in rows(table) if row[0] in by_code]
    owned = {folded(demonym) for row in listed for demonym in _listed(row[3])}
    for state in states:
        state.names = {k: s for k, s in state.names.items() if s != "demonym" or k not in owned}
    for iso3, name, others, demonyms, _, _ in listed:
        by_code[iso3].called([name, *_listed(others)], "press")
        by_code[iso3].called(_listed(demonyms), "demonym")


def add_tables(entries: Sequence[Entry], folder: Path) -> list[Entry]:
    """Adds the tables' names and middles to the places that they name, and returns the regions and former states.

    UnknownPlace, with all of them, if a table names places that are not there.
    """
    finder = Finder(entries)
    unknown: list[str] = []
    made = [_region(row) for row in rows(folder / REGIONS)]
    made += [_former_state(row) for row in rows(folder / FORMER)]
    for written, point in rows(folder / CENTRES):
        for entry in _found(finder, written, unknown):
            entry.point, entry.derived = _point(point), False
    for region, _ in made:
        finder.add(region)
    kept = []
    for region, within in made:
        members = [e for written in within for e in _found(finder, written, unknown)]
        if len(members) == 1 and region.kind == "region" and not within[0].startswith("in "):
            members[0].called([n for n in region.names if n != folded(members[0].name)], "press")
            finder.rename(region.name, members[0])
        else:
            _place(region, members, within)
            kept.append(region)
    for names, sort, written in rows(folder / PRESS):
        for entry in _found(finder, written, unknown):
            entry.called(_listed(names), cast(NameSort, sort))
    if unknown:
        raise UnknownPlace(", ".join(sorted(set(unknown))))
    return kept


def rows(table: Path) -> Iterator[list[str]]:
    """The fields of every line of a table; fields are parted by bars, and lines that begin with # are remarks."""
    for line in table.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("|")


def _region(row: Sequence[str]) -> tuple[Entry, list[str]]:
    name, others, feature, within, point = row
    ident = CONTINENT_IDS.get(name) or made_id(f"region {name}")
    region = Entry(ident, name, "region", feature, None, _point(point))
    region.called([name], "official")
    region.called(_listed(others), "press")
    return region, _listed(within)


def _former_state(row: Sequence[str]) -> tuple[Entry, list[str]]:
    name, others, demonyms, _, within, point = row
    state = Entry(made_id(f"former {name}"), name, "country", "former state", None, _point(point))
    state.called([name], "official")
    state.called(_listed(others), "historic")
    state.called(_listed(demonyms), "demonym")
    return state, _listed(within)


def _place(region: Entry, members: Sequence[Entry], written: Sequence[str]) -> None:
    """Gives a region its members and its country, and its middle where the table states none."""
    countries = {member.country for member in members}
    if len(countries) == 1 and region.feature != "former state":
        region.country = countries.pop()
    if not any(text.startswith("in ") for text in written):
        region.members = tuple(members)
    if region.point is None:
        region.point = weighted_centre((member.point, 1.0) for member in members if member.point is not None)
        region.derived = True


def _found(finder: Finder, written: str, unknown: list[str]) -> list[Entry]:
    try:
        return [finder.find(written.removeprefix("in "))]
    except UnknownPlace:
        unknown.append(written)
        return []


def _point(written: str) -> Point | None:
    if not written:
        return None
    lat, lon = written.split(",")
    return float(lat), float(lon)


def _listed(written: str) -> list[str]:
    return [name.strip() for name in written.split(",") if name.strip()]
