"""The places that a report names, with the coordinates that the gazetteer holds."""

from __future__ import annotations

from onrecord.model import Mention, Place
from onrecord.resolution.registry import Location
from onrecord.resolution.setting import Setting


def places(setting: Setting) -> tuple[Place, ...]:
    """Every place named, once each, in the order of its first mention; a capital that speaks is counted a place too."""
    mentions: dict[Location, list[Mention]] = {}
    for match in setting.matches:
        if match.place is not None:
            mentions.setdefault(match.place, []).append(Mention(match.span, "name"))
    return tuple(
        Place(
            id=f"p{number}",
            name=place.name,
            kind=place.kind,
            mentions=tuple(found),
            country=place.country,
            admin1=place.admin1,
            lat=place.lat,
            lon=place.lon,
        )
        for number, (place, found) in enumerate(mentions.items(), 1)
    )
