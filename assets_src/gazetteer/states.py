"""The countries of the world with their names, their peoples' names and their middle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from assets_src.gazetteer.archives import members_of_tarball
from assets_src.gazetteer.divisions import LANGUAGES
from assets_src.gazetteer.entries import Entry, Point, made_id
from assets_src.gazetteer.noise import is_news_name

_NO_LONGER = frozenset({"CS", "AN"})  # dissolved in 2006 and 2010; they stand in former_states.txt
_COORDINATES = re.compile(r"(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])")
_WORD = re.compile(r"[A-Z][\w'’ .-]*")
_ASIDE = re.compile(r"\([^)]*\)|;.*|\bnote\b.*")


def countries(rows: Mapping[str, Mapping[str, Any]]) -> dict[str, Entry]:
    """Every country by its code of two letters, with GeoNames' id, name and population."""
    found = {}
    for code, row in sorted(rows.items()):
        if code not in _NO_LONGER:
            name = row["name"].strip()
            ident = int(row["geonameid"]) or made_id(f"country {code}")
            found[code] = Entry(ident, name, "country", "state", row["iso3"], None, int(row["population"]), code=code)
            found[code].called([name], "official")
    return found


def name_in_other_languages(states: Mapping[str, Entry], names: Path) -> None:
    """Adds the countries' names in other languages."""
    for language in LANGUAGES:
        for path, rows in members_of_tarball(names, f"/{language}_ref.json", "package/countryList/"):
            if "/dispute/" in path:
                continue
            for code, row in sorted(rows.items()):
                name = row.get("name") or ""
                if code in states and is_news_name(name):
                    states[code].called([name], "alternate")


def describe(states: Mapping[str, Entry], rows: Mapping[str, Mapping[str, Any]], factbook: Path) -> None:
    """Adds the Factbook's coordinates, long, short and former names, and nationalities."""
    profiles = {path.rsplit("/", 1)[1][:2].upper(): data for path, data in members_of_tarball(factbook, ".json")}
    for code, entry in sorted(states.items()):
        profile = profiles.get(rows[code]["fips"])
        if profile is not None:
            entry.point = _point(profile)
            _name(entry, profile)


def _point(profile: Mapping[str, Any]) -> Point | None:
    for text in _texts(profile.get("Geography", {}).get("Geographic coordinates")):
        match = _COORDINATES.match(text)
        if match:
            north, minutes, south, east, more, west = match.groups()
            lat = (int(north) + int(minutes) / 60) * (-1 if south == "S" else 1)
            lon = (int(east) + int(more) / 60) * (-1 if west == "W" else 1)
            return round(lat, 4), round(lon, 4)
    return None


def _name(entry: Entry, profile: Mapping[str, Any]) -> None:
    names = profile.get("Government", {}).get("Country name", {})
    for field in ("conventional long form", "conventional short form", "local long form", "local short form"):
        entry.called(_listed(names.get(field)), "alternate")
    entry.called(_listed(names.get("former")), "historic")
    nationality = profile.get("People and Society", {}).get("Nationality", {})
    entry.called(_peoples(nationality.get("adjective")), "demonym")
    entry.called(_peoples(nationality.get("noun")), "demonym")


def _texts(data: Any) -> list[str]:
    """The texts of a field of the Factbook, which holds one or, by part of the country, several."""
    if not isinstance(data, Mapping):
        return []
    if isinstance(data.get("text"), str):
        return [data["text"]]
    return [text for part in data.values() for text in _texts(part)]


def _listed(data: Any) -> list[str]:
    """The names in a field, without remarks."""
    names = [part.strip() for text in _texts(data)[:1] for part in re.split(", | or ", _ASIDE.sub("", text))]
    return [name for name in names if _WORD.fullmatch(name)]


def _peoples(data: Any) -> Iterable[str]:
    """Nationalities in a field, "Briton(s), British (collective plural)" as Briton and British."""
    return [name for name in _listed(data) if name not in {"Congo", "none"}]
