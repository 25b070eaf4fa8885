"""GeoNames' places of 500 people and more, each in its division, with the names that news may use."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import Any

from assets_src.gazetteer.entries import Entry
from assets_src.gazetteer.noise import kept
from onrecord.resolution.places.folding import folded


def settlements(
    rows: Mapping[str, Mapping[str, Any]],
    located: Iterable[Mapping[str, str]],
    iso3: Mapping[str, str],
    divisions: Container[str],
) -> list[Entry]:
    """Every place with its division, the second-order one where a list of places with codes (`located`) has it."""
    second = {_where(row["country"], row["name"], row["lat"], row["lng"]): _code(row) for row in located}
    found = []
    for row in rows.values():
        country = row["countrycode"]
        if country not in iso3:
            continue
        where = _where(country, row["name"], row["latitude"], row["longitude"])
        codes = (second.get(where), f"{country}.{row['admin1code']}")
        entry = Entry(
            int(row["geonameid"]),
            row["name"],
            "place",
            "settlement",
            iso3[country],
            (float(row["latitude"]), float(row["longitude"])),
            int(row["population"]),
            division=next((code for code in codes if code in divisions), None),
        )
        found.append(entry)
        entry.called([row["name"]], "official")
        entry.called(kept(row["alternatenames"], row["name"], iso3[country], entry.population), "alternate")
    return found


def mark_capitals(countries: Mapping[str, Mapping[str, Any]], places: Iterable[Entry]) -> None:
    """Says of the capital of every country that it is one: the most populous place of that name in the country."""
    wanted = {(row["iso3"], folded(row["capital"])) for row in countries.values() if row["capital"]}
    best: dict[tuple[str | None, str], Entry] = {}
    for place in places:
        for key in place.names:
            held = best.get((place.country, key))
            if (place.country, key) in wanted and (held is None or held.population < place.population):
                best[place.country, key] = place
    for place in best.values():
        place.feature = "capital"


def _code(row: Mapping[str, str]) -> str:
    return f"{row['country']}.{row['admin1']}.{row['admin2']}"


def _where(country: str, name: str, lat: str | float, lon: str | float) -> tuple[str, str, float, float]:
    return country, name, round(float(lat), 3), round(float(lon), 3)
