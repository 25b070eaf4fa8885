"""Finds the places that the hand-made tables speak of among those that the packages hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from assets_src.gazetteer.entries import Entry
from onrecord.model import PlaceKind
from onrecord.resolution.places.folding import folded

_WIDEST_FIRST: tuple[PlaceKind, ...] = ("admin1", "admin2", "place")


class UnknownPlace(Exception):
    """A hand-made table names a place that is not in the packages: correct the table."""


class Finder:
    """Places by what the tables write: `PAK`, `Sindh@PAK`, `admin2:Bajaur@PAK`, `place:Wana@PAK`, `=Sahel`.

    Without `admin1:`, `admin2:` or `place:` the widest that bears the name is meant; of several of one kind the one that
    bears it officially, then the most populous.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._countries: dict[str, Entry] = {}
        self._regions: dict[str, Entry] = {}
        self._named: dict[tuple[str, PlaceKind, str], list[Entry]] = defaultdict(list)
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Makes a place known."""
        if entry.kind == "country" and entry.country is not None and entry.code is not None:
            self._countries[entry.country] = entry
        elif entry.kind in {"region", "country"}:
            self._regions[entry.name] = entry
        elif entry.country is not None:
            for key in entry.names:
                self._named[entry.country, entry.kind, key].append(entry)

    def rename(self, region: str, entry: Entry) -> None:
        """Lets the name of a region stand for a place that the packages hold."""
        self._regions[region] = entry

    def find(self, written: str) -> Entry:
        """The place that a table means; UnknownPlace if there is none."""
        name, at, iso3 = written.partition("@")
        if not at:
            found = self._regions.get(name[1:]) if name.startswith("=") else self._countries.get(name)
        else:
            kind, colon, rest = name.partition(":")
            kinds = [k for k in _WIDEST_FIRST if not colon or k == kind]
            key = folded(rest if colon else name)
            found = next((entry for k in kinds if (entry := self._best(iso3, k, key)) is not None), None)
        if found is None:
            raise UnknownPlace(written)
        return found

    def _best(self, iso3: str, kind: PlaceKind, key: str) -> Entry | None:
        bearers = self._named.get((iso3, kind, key), [])
        return max(bearers, key=lambda e: (e.names[key] == "official", e.population, -e.id), default=None)
