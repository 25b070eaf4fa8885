"""First- and second-order divisions of every country: their codes, names, GeoNames ids and where they lie."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from assets_src.gazetteer.archives import members_of_tarball
from assets_src.gazetteer.centres import middle, weighted_centre
from assets_src.gazetteer.entries import Entry, Point, division, made_id
from assets_src.gazetteer.noise import is_news_name
from onrecord.resolution.places.folding import folded, without_kind

LANGUAGES = ("en", "geonames", "de", "es", "fr", "it", "pt")
"""Languages in Latin script that the names of divisions and countries are taken from; GeoNames' own count as one."""

_OWN_NUMBERS = frozenset({"BR", "CA", "RO"})  # these number their municipalities themselves, with as many digits
_FEWEST_DIGITS, _LARGEST_ID = 6, 20_000_000


def first_order(rows: Iterable[Mapping[str, str]], iso3: Mapping[str, str]) -> dict[str, Entry]:
    """States, provinces, regions … by code ("PK.03"), without GeoNames ids and coordinates yet."""
    found = {}
    for row in rows:
        code = row["code"]
        country = code.split(".")[0]
        if country in iso3:
            found[code] = division(made_id(f"admin1 {code}"), row["name"], "admin1", "division", iso3[country], code)
    return found


def second_order(
    rows: Iterable[Mapping[str, str]], iso3: Mapping[str, str], first: Mapping[str, Entry]
) -> dict[str, Entry]:
    """Districts, counties … by code ("PK.03.1183781"); where the code is GeoNames' own number, it is the id."""
    found = {}
    for row in rows:
        code = row["code"]
        country, within, own = code.split(".", 2)
        if country in iso3:
            upper = f"{country}.{within}"
            ident = _geonames_id(country, own) or made_id(f"admin2 {code}")
            found[code] = division(
                ident, row["name"], "admin2", "division", iso3[country], code, upper if upper in first else None
            )
    return found


def name_first_order(first: Mapping[str, Entry], names: Path) -> None:
    """Adds names in other languages, and GeoNames ids, to first-order divisions."""
    for language in LANGUAGES:
        for path, rows in members_of_tarball(names, f"/{language}_ref.json", "package/regions/"):
            if "/dispute/" in path:
                continue  # the same divisions as one state or another would have them
            for row in rows:
                entry = first.get(f"{path.split('/')[2]}.{row.get('admin') or row.get('fips')}")
                if entry is not None:
                    _name(entry, row, language)


def place_divisions(first: Mapping[str, Entry], second: Mapping[str, Entry], places: Iterable[Entry]) -> None:
    """Gives every division the population and the middle of the places in it, marked as derived.

    A second-order division lies where its people live, a first-order one in the middle of its area. A second-order
    division without any place lies where a place of the same name in the same first-order division does, if there is one.
    """
    below: dict[str, list[Entry]] = defaultdict(list)
    namesakes: dict[tuple[str, str], Entry] = {}
    for place in places:
        for code in _upwards(place.division, second):
            below[code].append(place)
            for key in place.names:
                larger = namesakes.get((code, key))
                if larger is None or larger.population < place.population:
                    namesakes[code, key] = place
    for code, entry in first.items():
        entry.population = sum(p.population for p in below[code])
        entry.point = middle(_points(below[code]))
    for code, entry in second.items():
        entry.population = sum(p.population for p in below[code])
        entry.point = weighted_centre((p.point, max(p.population, 1)) for p in below[code] if p.point)
        if entry.point is None:
            namesake = next(
                (n for key in sorted(entry.names) if (n := namesakes.get((entry.division or "", key)))), None
            )
            entry.point = namesake.point if namesake else None
    for entry in (*first.values(), *second.values()):
        entry.derived = entry.point is not None


def _upwards(code: str | None, second: Mapping[str, Entry]) -> Iterator[str]:
    """The code of a division and of the one above it."""
    if code is None:
        return
    yield code
    if code in second and second[code].division is not None:
        yield str(second[code].division)


def _points(places: Iterable[Entry]) -> Iterator[Point]:
    return (place.point for place in places if place.point is not None)


def _name(entry: Entry, row: Mapping[str, Any], language: str) -> None:
    name = row.get("name") or ""
    ident = row.get("reference", {}).get("geonames")
    if isinstance(ident, int) and language == "en" and entry.id < 0:
        entry.id = ident
    if is_news_name(name):
        entry.called([name, *without_kind(folded(name))], "alternate")


def forget_shared_ids(divisions: Iterable[Entry]) -> None:
    """An id that two divisions are said to have tells neither."""
    bearers: dict[int, list[Entry]] = defaultdict(list)
    for entry in divisions:
        bearers[entry.id].append(entry)
    for entries in bearers.values():
        for entry in entries if len(entries) > 1 else ():
            entry.id = made_id(f"{entry.kind} {entry.code}")


def _geonames_id(country: str, own: str) -> int | None:
    """The GeoNames id that a division's code is, where GeoNames knows no code of the country's own."""
    if country in _OWN_NUMBERS or not own.isdigit() or own.startswith("0") or len(own) < _FEWEST_DIGITS:
        return None
    return int(own) if int(own) < _LARGEST_ID else None
