"""Which towns are the capitals of their countries."""

from __future__ import annotations

from onrecord.resolution.places.gazetteer import Location


def is_capital(place: Location) -> bool:
    """Whether a town is a country's capital, by the gazetteer."""
    return place.feature == "capital"
