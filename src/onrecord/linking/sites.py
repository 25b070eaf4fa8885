"""Whether two places that reports give can be one: a village, its district and its province do not contradict."""

from __future__ import annotations

import re
from math import asin, cos, radians, sin, sqrt

from onrecord.model import Site
from onrecord.resolution.names import folded

TOWNS_APART = 30.0
"""Kilometres: reports put a village's event in the next town, seldom further off."""
DISTRICTS_APART = 80.0
"""Kilometres: a district is known by its middle, and a town of it may lie at its edge."""
_EARTH = 6371.0
_OF_A_PROVINCE = re.compile(
    r"^(?:(?:department|province|state|region|governorate) of )|"
    r" (?:department|province|state|region|governorate|oblast|county|district|prefecture|division|territory)$"
)


def contradict(one: Site | None, other: Site | None) -> bool:
    """Whether what happens at the one place cannot have happened at the other; unknown places contradict none.

    Nor do namesakes in one country: a report that names a town and no province leaves open which of them it means. And
    "in Arauca" may be said of the town or of its province.
    """
    if one is None or other is None or one.key == other.key:
        return False
    if one.country is not None and other.country is not None and one.country != other.country:
        return True
    if folded(one.name) == folded(other.name) or _is_capital_of(one, other) or _is_capital_of(other, one):
        return False
    if {"country", "region"} & {one.kind, other.kind}:
        return False
    provinces = {_province(one), _province(other)} - {None}
    if len(provinces) == 2:
        return True
    if "admin1" in {one.kind, other.kind}:
        return False
    apart = _kilometres(one, other)
    return apart is None or apart > (DISTRICTS_APART if "admin2" in {one.kind, other.kind} else TOWNS_APART)


def narrower(one: Site | None, other: Site | None) -> Site | None:
    """Of two places that do not contradict each other the one that says more; the first where both say the same."""
    if one is None or other is None:
        return one or other
    return min((one, other), key=_breadth)


def _is_capital_of(town: Site, other: Site) -> bool:
    """Whether a town has the name of the province that another place lies in."""
    return other.admin1 is not None and folded(town.name) == _OF_A_PROVINCE.sub("", folded(other.admin1))


def _province(site: Site) -> str | None:
    return site.name if site.kind == "admin1" and site.admin1 is None else site.admin1


def _breadth(site: Site) -> int:
    return ("place", "admin2", "admin1", "region", "country").index(site.kind)


def _kilometres(one: Site, other: Site) -> float | None:
    """The way between two places along the surface; None where the coordinates of either are unknown."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    north, east = radians(other.lat - one.lat), radians(other.lon - one.lon)
    chord = sin(north / 2) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(east / 2) ** 2
    return 2 * _EARTH * asin(min(1.0, sqrt(chord)))
